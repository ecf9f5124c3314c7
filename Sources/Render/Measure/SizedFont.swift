internal import CHarfBuzz
import Layout

/// One face at one size: HarfBuzz's positions are then scaled points. Never rescaled.
@safe final class SizedFont {
    let pointer: OpaquePointer
    let id: FaceID
    private let face: Face
    private var inkBoxes: [GlyphID: InkBox?] = [:]

    init(_ face: Face, id: FaceID, size: Length) {
        precondition((1...Int(Int32.max)).contains(size.scaled), "a size is positive and below 32 768 points")
        guard let font = unsafe hb_font_create(face.pointer) else { fatalError("HarfBuzz has no memory left") }
        unsafe hb_font_set_scale(font, Int32(size.scaled), Int32(size.scaled))
        unsafe hb_font_make_immutable(font)
        unsafe pointer = font
        self.id = id
        self.face = face
    }

    deinit { unsafe hb_font_destroy(pointer) }

    func has(_ character: Unicode.Scalar) -> Bool {
        var glyph: hb_codepoint_t = 0
        return unsafe hb_font_get_nominal_glyph(pointer, character.value, &glyph) != 0
    }

    func inkBox(of glyph: GlyphID) -> InkBox? {
        if let known = inkBoxes[glyph] { return known }
        var extents = hb_glyph_extents_t()
        let found = unsafe hb_font_get_glyph_extents(pointer, glyph, &extents) != 0
        var box: InkBox?
        if found, extents.width != 0, extents.height != 0 {
            box = InkBox(
                left: Length(scaled: Int(extents.x_bearing)),
                right: Length(scaled: Int(extents.x_bearing) + Int(extents.width)),
                top: Length(scaled: -Int(extents.y_bearing)),
                bottom: Length(scaled: -Int(extents.y_bearing) - Int(extents.height)))
        }
        inkBoxes[glyph] = .some(box)
        return box
    }
}
