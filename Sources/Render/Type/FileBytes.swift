internal import CCrypto
import FoundationEssentials
import Glibc

/// A file read once: what was checked is what is used. The memory never moves and never changes.
@safe final class FileBytes: Sendable {
    nonisolated(unsafe) let start: UnsafeMutableRawPointer
    let count: Int

    /// nil when the file cannot be read to its end.
    init?(path: String) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var facts = stat()
        guard unsafe fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0 else {
            return nil
        }
        let size = Int(facts.st_size)
        // Megabytes, every one of which is touched: large pages spare thousands of faults.
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 2 << 20)
        unsafe _ = madvise(memory, size, MADV_HUGEPAGE)
        var filled = 0
        while filled < size {
            let got = unsafe read(file, memory + filled, size - filled)
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else {
                unsafe memory.deallocate()
                return nil
            }
            filled += got
        }
        unsafe start = memory
        count = size
    }

    deinit { unsafe start.deallocate() }

    /// A copy.
    var data: Data { unsafe Data(bytes: start, count: count) }

    /// SHA-256 in lower-case hexadecimal.
    var digest: String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        let hashed = unsafe EVP_Digest(start, count, &digest, nil, EVP_sha256(), nil)
        precondition(hashed == 1, "libcrypto has SHA-256")
        return digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
