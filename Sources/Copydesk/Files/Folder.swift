internal import Glibc

/// Why a file could not be had.
enum FileProblem: Error, Equatable {
    /// `part` is what is not there; `siblings` is what is in its place.
    case missing(part: String, siblings: [String])
    /// The path, or a symbolic link on it, leads out of the newspaper's folder.
    case outside
    /// Neither a file nor a folder: a device, a pipe, a socket.
    case special
    case isFolder
    case isFile
    /// The path holds a NUL, or is too long for the file system.
    case badPath
    case tooLarge(bytes: Int, limit: Int)
    case unreadable(String)
}

/// An open file or folder, closed when the last holder lets go.
final class Descriptor {
    let raw: Int32
    init(_ raw: Int32) { self.raw = raw }
    deinit { _ = close(raw) }
}

/// The newspaper's folder: the only door to files. Nothing outside it can be opened through it.
///
/// A path is walked one component at a time on open descriptors, and symbolic links are followed by hand, so that
/// neither `..`, nor a link, nor a folder that is swapped meanwhile can lead out: what `openat2` calls
/// `RESOLVE_BENEATH`, on every kernel. A link with an absolute target counts as outside, wherever it points.
struct Folder {
    /// Its path without symbolic links.
    let path: String
    private let root: Descriptor

    init(path: String) throws(FileProblem) {
        let raw = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard raw >= 0 else { throw problem(of: errno, part: path) }
        self.path = path
        root = Descriptor(raw)
    }

    /// What a path leads to.
    struct Found {
        /// Relative to the newspaper's folder, without links and detours.
        var path: String
        var descriptor: Descriptor
        var isFolder: Bool
        var bytes: Int
    }

    /// Follows `path` from the folder `base` (both `/`-separated, `base` relative to this folder).
    func find(_ path: String, from base: String = "") throws(FileProblem) -> Found {
        guard !path.utf8.contains(0), path.utf8.count < 4096 else { throw .badPath }
        guard !path.hasPrefix("/") else { throw .outside }
        var pending = Array((split(base) + split(path)).reversed())
        var trail: [(name: String, folder: Descriptor)] = []
        var linksLeft = 40
        while let part = pending.popLast() {
            if part == ".." {
                guard trail.popLast() != nil else { throw .outside }
                continue
            }
            let here = trail.last?.folder ?? root
            var status = stat()
            guard unsafe fstatat(here.raw, part, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw problem(of: errno, part: part, siblings: names(in: here))
            }
            switch status.st_mode & S_IFMT {
            case S_IFLNK:
                linksLeft -= 1
                guard linksLeft > 0 else { throw .unreadable("too many symbolic links") }
                let target = try link(part, in: here)
                guard !target.hasPrefix("/") else { throw .outside }
                pending += split(target).reversed()
            case S_IFDIR:
                let raw = unsafe openat(here.raw, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                guard raw >= 0 else { throw problem(of: errno, part: part) }
                trail.append((part, Descriptor(raw)))
            case S_IFREG:
                guard pending.isEmpty else { throw .missing(part: pending[pending.count - 1], siblings: []) }
                // Not to hang should a pipe have taken the file's place since.
                let raw = unsafe openat(here.raw, part, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
                guard raw >= 0 else { throw problem(of: errno, part: part) }
                let file = Descriptor(raw)
                guard unsafe fstat(raw, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .special }
                let whole = (trail.map(\.name) + [part]).joined(separator: "/")
                return Found(path: whole, descriptor: file, isFolder: false, bytes: Int(status.st_size))
            default:
                throw .special
            }
        }
        let whole = trail.map(\.name).joined(separator: "/")
        return Found(path: whole, descriptor: trail.last?.folder ?? root, isFolder: true, bytes: 0)
    }

    private func link(_ name: String, in folder: Descriptor) throws(FileProblem) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlinkat(folder.raw, name, &buffer, buffer.count)
        guard count >= 0 else { throw problem(of: errno, part: name) }
        guard count < buffer.count else { throw .badPath }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

private func split(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
}

private func problem(of code: Int32, part: String, siblings: @autoclosure () -> [String] = []) -> FileProblem {
    switch code {
    case ENOENT, ENOTDIR: .missing(part: part, siblings: siblings())
    case ENAMETOOLONG: .badPath
    default: unsafe .unreadable(String(cString: strerror(code)))
    }
}
