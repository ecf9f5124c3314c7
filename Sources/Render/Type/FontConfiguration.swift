internal import CPango

/// Fontconfig's list of faces: ours and no others, under the names that the manifest gives them.
@safe final class FontConfiguration: Sendable {
    nonisolated(unsafe) let pointer: OpaquePointer

    /// Reads every face's character set and names; about a millisecond a face.
    /// - Throws: `FontError.faceMissing`, `.faceBroken`.
    init(_ faces: [FaceFacts]) throws(FontError) {
        _ = SystemFonts.areHidden
        guard let config = unsafe FcConfigCreate() else { fatalError("fontconfig has no memory left") }
        unsafe pointer = config
        for (number, face) in faces.enumerated() { try add(face, number: number) }
    }

    deinit { unsafe FcConfigDestroy(pointer) }

    private func add(_ face: FaceFacts, number: Int) throws(FontError) {
        let before = fontCount
        guard unsafe FcConfigAppFontAddFile(pointer, face.path) != 0 else {
            if FileBytes(path: face.path) == nil { throw .faceMissing(path: face.path) }
            throw .faceBroken(path: face.path)
        }
        guard fontCount > before, let fonts = unsafe FcConfigGetFonts(pointer, FcSetApplication) else {
            throw .faceBroken(path: face.path)
        }
        for index in before..<fontCount {
            guard let pattern = unsafe fonts.pointee.fonts[index] else { continue }
            unsafe name(pattern, as: face)
        }
    }

    /// Replaces what the file calls itself by what the manifest calls it.
    private func name(_ pattern: OpaquePointer, as face: FaceFacts) {
        for object in [FC_FAMILY, "familylang", FC_WEIGHT, FC_SLANT] { unsafe _ = FcPatternDel(pattern, object) }
        for family in [face.family] + face.aliases {
            unsafe _ = FcPatternAddString(pattern, FC_FAMILY, family)
        }
        unsafe _ = FcPatternAddDouble(pattern, FC_WEIGHT, FcWeightFromOpenTypeDouble(Double(face.weight)))
        unsafe _ = FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    }

    private var fontCount: Int {
        guard let fonts = unsafe FcConfigGetFonts(pointer, FcSetApplication) else { return 0 }
        return unsafe Int(fonts.pointee.nfont)
    }
}

/// Pango and librsvg look at fontconfig's current list now and then, and would read the machine's fonts for it.
enum SystemFonts {
    /// An empty list becomes the current one, for the whole process.
    static let areHidden: Void = {
        guard let empty = unsafe FcConfigCreate() else { return }
        unsafe _ = FcConfigSetCurrent(empty)
        unsafe FcConfigDestroy(empty)
    }()
}
