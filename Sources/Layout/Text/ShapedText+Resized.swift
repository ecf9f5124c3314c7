extension ShapedText {
    /// The same text in another size, without asking the fonts again: type has no optical sizes here, so every width is in
    /// proportion (to a scaled point, 1/65 536 pt).
    func resized(to size: Length) -> ShapedText {
        guard size.scaled != em else { return self }
        let (new, old) = (size.scaled, em)
        func scale(_ width: Int) -> Int { width * new / old }
        func scale(_ length: Length) -> Length { Length(scaled: scale(length.scaled)) }
        var result = self
        result.em = new
        for unit in 0..<count {
            result.widths[unit] = scale(widths[unit])
            result.gaps[unit].natural = scale(gaps[unit].natural)
            result.gaps[unit].least = scale(gaps[unit].least)
            result.blanksAtStart[unit] = scale(blanksAtStart[unit])
            result.blanksAtEnd[unit] = scale(blanksAtEnd[unit])
            result.endTrims[unit] = scale(endTrims[unit])
        }
        for glyph in glyphs.indices {
            result.glyphs[glyph].advance = scale(glyphs[glyph].advance)
            result.glyphs[glyph].offsetX = scale(glyphs[glyph].offsetX)
            result.glyphs[glyph].offsetY = scale(glyphs[glyph].offsetY)
        }
        for style in styles.indices { result.styles[style].font.size = scale(styles[style].font.size) }
        result.sumUp()
        return result
    }
}
