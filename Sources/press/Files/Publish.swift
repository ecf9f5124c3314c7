import Glibc

/// Puts `bytes` at `path` so that a reader finds the old file or the new one, whole, whatever happens meanwhile:
/// another run, a full disk, a signal, a power cut.
///
/// The bytes go to a file without a name in the same folder (one with a name where the file system has no such
/// files), reach the disk, and only then take the target's place. A target that is not an ordinary file, such as
/// `/dev/full` or a pipe, is written to directly; a symbolic link stays and the file it names is replaced.
///
/// - Parameter namedDraft: whether to do as on file systems that know no files without names.
/// - Throws: `SystemFailure`; then the old file is as it was, and nothing is left over.
func publish(_ bytes: [UInt8], to path: String, namedDraft: Bool = false) throws(SystemFailure) {
    let target = resolved(path)
    let old = status(of: target)
    if let old, old.st_mode & S_IFMT != S_IFREG {
        guard old.st_mode & S_IFMT != S_IFDIR else { throw SystemFailure(path, code: EISDIR) }
        return try Descriptor(opening: target, O_WRONLY).write(bytes)
    }
    let folder = parent(of: target)
    Draft.sweep(folder)
    do throws(SystemFailure) {
        var draft = try Draft(in: folder, isNamed: namedDraft)
        try draft.file.write(bytes)
        // A file that is replaced keeps its permissions.
        if let old, fchmod(draft.file.number, old.st_mode & 0o777) != 0 { throw SystemFailure(path) }
        try draft.file.sync()
        try draft.take(placeOf: target)
        try Descriptor(opening: folder, O_RDONLY | O_DIRECTORY).sync()
    } catch {
        // Whoever reads the message knows the target's name, not the draft's.
        throw SystemFailure(path, code: error.code)
    }
}

/// Puts `bytes` where `-o` says; `-` is standard output.
func deliver(_ bytes: [UInt8], to output: String) throws(SystemFailure) {
    if output == "-" {
        try Descriptor.standardOutput.write(bytes)
    } else {
        try publish(bytes, to: output)
    }
}

/// The folder that holds the file at `path`.
func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Makes a folder and those it stands in, as far as they are missing.
func makeFolder(_ path: String) throws(SystemFailure) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST: return
    case ENOENT where parent(of: path) != path:
        try makeFolder(parent(of: path))
        guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemFailure(path) }
    default: throw SystemFailure(path)
    }
}

/// The path with symbolic links followed, where the file exists; else the path as it is.
func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
}

private func status(of path: String) -> stat? {
    var result = stat()
    return unsafe stat(path, &result) == 0 ? result : nil
}
