/// A paragraph's first letter, several lines high (首字下沉): it stands in front of the paragraph's text.
struct DropInitial: Hashable, Sendable {
    var text: String
    var style: RoleStyle
    /// How many lines stand beside it.
    var lines: Int
    /// The room that it takes from them, in scaled points: whole half ems of the text.
    var indent: Int
    var glyphs: [ShapedGlyph]
    /// From the column's left edge to the letter's.
    var left: Int
}

extension ShapedText {
    /// Sets a letter in front of the text.
    /// - Parameters:
    ///   - style: its type, at a size that reaches from its first line's top to its last line's foot.
    mutating func setInitial<M: TextMeasurer>(
        _ letter: String, _ style: RoleStyle, lines: Int, with measurer: M
    ) throws(M.Failure) {
        let isWestern = letter.unicodeScalars.allSatisfy { CharacterClass(of: $0) == .western }
        let glyphs = try measurer.shape(TextRun(letter, style: style.font, script: isWestern ? .western : .chinese))
        let width = glyphs.reduce(0) { $0 + $1.advance.scaled }
        // A quarter em of white at least, so that the letter reads with its word.
        let step = max(1, em / 2)
        let indent = (width + em / 4 + step - 1) / step * step
        initial = DropInitial(
            text: letter, style: style, lines: lines, indent: indent, glyphs: glyphs, left: (indent - width) / 4)
    }
}
