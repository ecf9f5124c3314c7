internal import Glibc

/// The names in an open folder, sorted by their bytes, but for `.`, `..` and names that are not UTF-8.
func names(in folder: Descriptor) -> [String] {
    // A descriptor of its own: reading a folder moves a position that all holders of a descriptor share.
    let raw = unsafe openat(folder.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard raw >= 0, let stream = unsafe fdopendir(raw) else { return [] }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream), names.count < 100_000 {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The bytes of an open file, at most `limit`.
func contents(of found: Folder.Found, limit: Int) throws(FileProblem) -> [UInt8] {
    guard !found.isFolder else { throw .isFolder }
    guard found.bytes <= limit else { throw .tooLarge(bytes: found.bytes, limit: limit) }
    var count = 0
    // Pictures are megabytes: they are read without clearing the room for them first.
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: found.bytes + 1) { buffer, filled in
        let got = unsafe read(found.descriptor.raw, buffer.baseAddress!, buffer.count)
        if got < buffer.count { unsafe buffer.dropFirst(max(got, 0)).initialize(repeating: 0) }
        (count, filled) = (max(got, 0), buffer.count)
    }
    while true {
        let room = bytes.count - count
        let got = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(found.descriptor.raw, buffer.baseAddress! + count, room)
        }
        guard got >= 0 else {
            if errno == EINTR { continue }
            throw unsafe .unreadable(String(cString: strerror(errno)))
        }
        if got == 0 { break }
        count += got
        guard count <= limit else { throw .tooLarge(bytes: count, limit: limit) }
        // The file may have grown since it was opened.
        if count == bytes.count { bytes += [UInt8](repeating: 0, count: min(count, limit + 1 - count)) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
}

/// The path without symbolic links, or why there is none.
func realPath(_ path: String) throws(FileProblem) -> String {
    guard !path.utf8.contains(0) else { throw .badPath }
    guard let real = unsafe realpath(path, nil) else {
        guard errno != ENOENT, errno != ENOTDIR else { throw .missing(part: path, siblings: []) }
        throw unsafe .unreadable(String(cString: strerror(errno)))
    }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
}

/// Whether a path is a folder, following links.
func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
