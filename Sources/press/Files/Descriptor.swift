import Glibc

/// An open file; closed when its owner lets go of it.
struct Descriptor: ~Copyable {
    let number: CInt
    /// For messages.
    let path: String
    private let isOwned: Bool

    static var standardOutput: Descriptor {
        Descriptor(borrowing: STDOUT_FILENO, named: say("标准输出", "standard output"))
    }

    static var standardError: Descriptor {
        Descriptor(borrowing: STDERR_FILENO, named: say("标准错误", "standard error"))
    }

    init(opening path: String, _ flags: CInt, mode: mode_t = 0o666) throws(SystemFailure) {
        number = unsafe open(path, flags | O_CLOEXEC, mode)
        self.path = path
        isOwned = true
        guard number >= 0 else { throw SystemFailure(path) }
    }

    private init(borrowing number: CInt, named path: String) {
        self.number = number
        self.path = path
        isOwned = false
    }

    deinit {
        if isOwned, number >= 0 { close(number) }
    }

    var isTerminal: Bool { isatty(number) == 1 }

    /// Writes all the bytes, however many calls that takes.
    func write(_ bytes: [UInt8]) throws(SystemFailure) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(number, buffer.baseAddress! + written, buffer.count - written)
            }
            if count > 0 {
                written += count
            } else if count == 0 {
                throw SystemFailure(path, code: EIO)
            } else if errno != EINTR {
                throw SystemFailure(path)
            }
        }
    }

    /// Returns when the bytes are on the disk.
    func sync() throws(SystemFailure) {
        while fsync(number) != 0 {
            guard errno == EINTR else { throw SystemFailure(path) }
        }
    }
}
