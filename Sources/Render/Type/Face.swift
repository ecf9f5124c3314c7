internal import CHarfBuzz

/// A face whose bytes were read, checked and understood. Immutable, so that threads may share it.
@safe final class Face: Sendable {
    let facts: FaceFacts
    let bytes: FileBytes
    /// HarfBuzz's view of `bytes`.
    nonisolated(unsafe) let pointer: OpaquePointer

    /// - Throws: `FontError.faceMissing`, `.faceChanged`, `.faceBroken`.
    init(_ facts: FaceFacts) throws(FontError) {
        guard let bytes = FileBytes(path: facts.path) else { throw .faceMissing(path: facts.path) }
        if let expected = facts.sha256 {
            let found = bytes.digest
            guard found == expected else {
                throw .faceChanged(path: facts.path, expected: expected, found: found)
            }
        }
        let blob = unsafe hb_blob_create(
            bytes.start.assumingMemoryBound(to: CChar.self), UInt32(bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
        defer { unsafe hb_blob_destroy(blob) }
        guard let face = unsafe hb_face_create(blob, 0) else { throw .faceBroken(path: facts.path) }
        guard unsafe hb_face_get_glyph_count(face) > 0 else {
            unsafe hb_face_destroy(face)
            throw .faceBroken(path: facts.path)
        }
        unsafe hb_face_make_immutable(face)
        self.facts = facts
        self.bytes = bytes
        unsafe pointer = face
    }

    deinit { unsafe hb_face_destroy(pointer) }
}
