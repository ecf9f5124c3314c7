/// Note marks: small raised figures that stay with what they mark.
extension ShapedText {
    /// How high a note mark stands above the baseline, in em.
    private static let rise = Fraction(1, 3)

    mutating func raiseNoteMarks(_ units: [Unit], _ superior: [Bool]) {
        isSuperior = units.map { superior[$0.scalars.lowerBound] }
        guard isSuperior.contains(true) else { return }
        let rise = ShapedText.rise.of(Length(scaled: em))
        for unit in 0..<count where isSuperior[unit] {
            isLetter[unit] = false
            for glyph in glyphStarts[unit]..<glyphStarts[unit + 1] {
                glyphs[glyph].offsetY = glyphs[glyph].offsetY - rise
            }
        }
    }

    /// No line ends in front of a note mark, and no white parts it from its text; nor inside characters that share one ruby.
    mutating func bindNoteMarksAndRubies() {
        for unit in isSuperior.indices.dropFirst() where isSuperior[unit] {
            opportunities[unit] = .forbidden
            gaps[unit - 1] = .fixed
            if unit + 1 < count, !isSuperior[unit + 1], classes[unit + 1] == .han { gaps[unit] = .joint }
        }
        for ruby in rubies {
            for unit in ruby.units.dropFirst() { opportunities[unit] = .forbidden }
        }
    }
}
