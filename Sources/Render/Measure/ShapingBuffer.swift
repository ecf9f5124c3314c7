internal import CHarfBuzz
import Layout

/// HarfBuzz's buffer, used again for every run.
@safe final class ShapingBuffer {
    private let pointer: OpaquePointer
    private let chinese = unsafe hb_language_from_string("zh-Hans", -1)
    private let english = unsafe hb_language_from_string("en", -1)
    /// Kerning would take Han and kana off their grid; Western words keep it.
    private let noKerning = [
        hb_feature_t(tag: 0x6B65_726E, value: 0, start: 0, end: UInt32.max)
    ]

    init() {
        guard let buffer = unsafe hb_buffer_create() else { fatalError("HarfBuzz has no memory left") }
        unsafe pointer = buffer
    }

    /// Chinese faces draw “ ” ‘ ’ one em wide; in Western words they take their proportional forms.
    private let proportional = [
        hb_feature_t(tag: 0x7077_6964, value: 1, start: 0, end: UInt32.max)
    ]

    deinit { unsafe hb_buffer_destroy(pointer) }

    /// Shapes `part` of `text` (UTF-8 offsets) in the sight of the whole; appends to `glyphs`.
    /// - Returns: whether a glyph is missing in the font.
    @discardableResult
    func shape(
        _ part: Range<Int>, of text: UnsafeBufferPointer<UInt8>, as run: TextRun, with font: SizedFont,
        into glyphs: inout [ShapedGlyph]
    ) -> Bool {
        let isVertical = run.direction == .topToBottom
        unsafe hb_buffer_clear_contents(pointer)
        unsafe hb_buffer_set_direction(pointer, isVertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR)
        unsafe hb_buffer_set_script(pointer, run.script == .chinese ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN)
        unsafe hb_buffer_set_language(pointer, run.script == .chinese ? chinese : english)
        unsafe hb_buffer_add_utf8(
            pointer, UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self), Int32(text.count),
            UInt32(part.lowerBound), Int32(part.count))
        let features =
            unsafe run.script == .western ? proportional : noKerning + halfWidths(part, of: text, isVertical)
        unsafe hb_shape(font.pointer, pointer, features, UInt32(features.count))
        return append(to: &glyphs, face: font.id, isVertical: isVertical)
    }

    /// ／ is half an em in Chinese (CLREQ); the faces have a form for that.
    private func halfWidths(
        _ part: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ isVertical: Bool
    ) -> [hb_feature_t] {
        guard !isVertical, part.count >= 3 else { return [] }
        return (part.lowerBound...(part.upperBound - 3)).filter {
            unsafe text[$0] == 0xEF && text[$0 + 1] == 0xBC && text[$0 + 2] == 0x8F
        }.map { hb_feature_t(tag: 0x6877_6964, value: 1, start: UInt32($0), end: UInt32($0 + 3)) }
    }

    private func append(to glyphs: inout [ShapedGlyph], face: FaceID, isVertical: Bool) -> Bool {
        var count: UInt32 = 0
        guard let infos = unsafe hb_buffer_get_glyph_infos(pointer, &count),
            let positions = unsafe hb_buffer_get_glyph_positions(pointer, &count)
        else { return false }
        var isMissing = false
        glyphs.reserveCapacity(glyphs.count + Int(count))
        for index in 0..<Int(count) {
            let info = unsafe infos[index]
            let position = unsafe positions[index]
            isMissing = isMissing || info.codepoint == 0
            glyphs.append(
                ShapedGlyph(
                    glyph: info.codepoint, face: face,
                    advance: Length(scaled: Int(isVertical ? -position.y_advance : position.x_advance)),
                    offsetX: Length(scaled: Int(position.x_offset)),
                    offsetY: Length(scaled: -Int(position.y_offset)), cluster: Int(info.cluster)))
        }
        return isMissing
    }
}
