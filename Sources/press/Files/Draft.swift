import Foundation
import Glibc

/// A file in the making, in the folder where it will stand.
///
/// It is locked while it is being made, so that a later run can tell a draft in the making from one
/// that a killed run left behind.
struct Draft: ~Copyable {
    let file: Descriptor
    private let folder: String
    /// nil while the file has no name: then the system removes it, even when press is killed.
    private var name: String?

    private static let prefix = ".press-draft-"
    /// `O_TMPFILE`, which Swift does not import: `__O_TMPFILE | O_DIRECTORY`.
    private static let unnamed: CInt = 0o20_000_000 | O_DIRECTORY

    /// - Parameter isNamed: whether to do as on file systems that know no files without names.
    init(in folder: String, isNamed: Bool = false) throws(SystemFailure) {
        self.folder = folder
        if !isNamed, let file = try? Descriptor(opening: folder, O_WRONLY | Draft.unnamed) {
            flock(file.number, LOCK_EX)
            self.file = file
            return
        }
        while true {
            let name = Draft.freshName(in: folder)
            let file = try Descriptor(opening: name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
            flock(file.number, LOCK_EX)
            // Another run may have swept the draft away before it was locked.
            var found = stat()
            guard unsafe fstat(file.number, &found) == 0, found.st_nlink > 0 else { continue }
            self.file = file
            self.name = name
            return
        }
    }

    deinit {
        if let name { unsafe _ = unlink(name) }
    }

    /// Stands in the target's place from now on: the old file is gone in the same instant.
    mutating func take(placeOf target: String) throws(SystemFailure) {
        let unnamedFile = "/proc/self/fd/\(file.number)"
        if name == nil {
            // No name in between at all, where there is no old file.
            if unsafe linkat(AT_FDCWD, unnamedFile, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0 { return }
            let fresh = Draft.freshName(in: folder)
            guard errno == EEXIST,
                unsafe linkat(AT_FDCWD, unnamedFile, AT_FDCWD, fresh, AT_SYMLINK_FOLLOW) == 0
            else { throw SystemFailure(target) }
            name = fresh
        }
        guard let draft = name, unsafe rename(draft, target) == 0 else { throw SystemFailure(target) }
        name = nil
    }

    /// Removes the drafts that killed runs left in the folder: those that nobody holds a lock on.
    static func sweep(_ folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let path = "\(folder)/\(name)"
            if let file = try? Descriptor(opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
                flock(file.number, LOCK_EX | LOCK_NB) == 0
            {
                unsafe _ = unlink(path)
            }
        }
    }

    /// A name that no living process uses: the process's number and the time since the machine started.
    private static func freshName(in folder: String) -> String {
        var now = timespec()
        unsafe _ = clock_gettime(CLOCK_MONOTONIC, &now)
        return "\(folder)/\(prefix)\(getpid())-\(now.tv_sec)-\(now.tv_nsec)"
    }
}
