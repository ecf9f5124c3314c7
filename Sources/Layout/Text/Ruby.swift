/// Pinyin or another reading above a few characters, shaped.
struct ShapedRuby: Hashable, Sendable {
    /// What it stands above: never parted.
    var units: Range<Int>
    var text: String
    var style: RoleStyle
    var glyphs: [ShapedGlyph]
    /// Scaled points.
    var width: Int
}

extension ShapedText {
    /// The size of a reading, as a share of its text's.
    static let rubySize = Fraction(1, 2)

    /// Shapes the readings of spans, and widens characters under a reading that is longer than they are, so that neighbours
    /// never collide.
    mutating func addRubies<M: TextMeasurer>(
        _ spans: [StyledSpan], _ units: [Unit], with measurer: M
    ) throws(M.Failure) {
        guard spans.contains(where: { $0.ruby != nil }) else { return }
        var offset = 0
        for span in spans {
            let scalars = offset..<(offset + span.text.unicodeScalars.count)
            offset = scalars.upperBound
            guard let ruby = span.ruby else { continue }
            let base = units.indices.filter { scalars.contains(units[$0].scalars.lowerBound) }
            guard let first = base.first, let last = base.last else { continue }
            let words = ruby.text.split(separator: " ").map(String.init)
            if words.count == base.count {
                for (unit, word) in zip(base, words) {
                    try add(word, ruby.style, above: unit..<(unit + 1), with: measurer)
                }
            } else {
                try add(ruby.text, ruby.style, above: first..<(last + 1), with: measurer)
            }
        }
    }

    private mutating func add<M: TextMeasurer>(
        _ text: String, _ style: RoleStyle, above units: Range<Int>, with measurer: M
    ) throws(M.Failure) {
        let isWestern = text.unicodeScalars.contains { $0.isWesternLetter }
        let glyphs = try measurer.shape(TextRun(text, style: style.font, script: isWestern ? .western : .chinese))
        let width = glyphs.reduce(0) { $0 + $1.advance.scaled }
        rubies.append(ShapedRuby(units: units, text: text, style: style, glyphs: glyphs, width: width))
        // A sixth of its size at least to the next reading.
        let lacking = width + style.font.size.scaled / 6 - units.reduce(0) { $0 + widths[$1] }
        guard lacking > 0 else { return }
        for unit in units {
            widths[unit] += lacking / units.count
            for glyph in glyphStarts[unit]..<glyphStarts[unit + 1] {
                shift(glyph, by: lacking / units.count / 2)
            }
        }
    }

    private mutating func shift(_ glyph: Int, by amount: Int) { glyphs[glyph].offsetX.scaled += amount }

    /// Whether a line has a reading above it.
    func hasRuby(in units: Range<Int>) -> Bool { rubies.contains { $0.units.overlaps(units) } }
}
