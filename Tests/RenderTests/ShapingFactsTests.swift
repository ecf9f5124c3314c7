import Layout
import Render
import Testing

/// What typography.md 1 and 9 ask of real faces: marks as wide and as placed as Chinese composition has them, whatever the
/// face and the neighbours.
@Suite struct ShapingFactsTests {
    private let measurer = HarfBuzzMeasurer(type)

    private func shaped(_ text: String, _ families: [String], weight: Int = 400) throws -> ShapedText {
        let style = RoleStyle(FontStyle(families: families, weight: weight, size: .points(9)))
        return try shape([StyledSpan(text, style)], em: .points(9), rules: TextRules(), with: measurer)
    }

    /// The width of one unit in thousandths of an em.
    private func width(_ text: ShapedText, of unit: Int) -> Int {
        (text.widths[unit] * 1000 + text.em / 2) / text.em
    }

    /// The ink of one unit from its left edge and its baseline, in thousandths of an em.
    private func ink(_ text: ShapedText, of unit: Int) throws -> (left: Int, right: Int, top: Int, bottom: Int) {
        var result = (left: Int.max, right: Int.min, top: Int.max, bottom: Int.min)
        for glyph in text.glyphs[text.glyphStarts[unit]..<text.glyphStarts[unit + 1]] {
            guard let box = try measurer.inkBox(of: glyph.glyph, in: glyph.face, at: .points(9)) else { continue }
            func share(_ length: Length) -> Int { length.scaled * 1000 / text.em }
            result.left = min(result.left, share(glyph.offsetX + box.left))
            result.right = max(result.right, share(glyph.offsetX + box.right))
            result.top = min(result.top, share(glyph.offsetY + box.top))
            result.bottom = max(result.bottom, share(glyph.offsetY + box.bottom))
        }
        return result
    }

    @Test(arguments: ["Song", "Hei", "Kai"], ["——", "……", "⋯⋯", "⸺"])
    func `long marks are two em beside Han, letters, digits and marks`(_ family: String, _ mark: String) throws {
        for neighbour in ["", "字", "A", "8", "。", "，", "“", "”", "（", "）", "！", "·"] {
            let text = try shaped(neighbour + mark + neighbour, [family])
            let unit = try #require(text.classes.firstIndex(of: .long))
            #expect(width(text, of: unit) == 2000, "\(neighbour)\(mark)\(neighbour)")
            #expect(text.classes.count { $0 == .long } == 1)
        }
    }

    @Test(arguments: ["Song", "Hei", "Kai"])
    func `an ellipsis stands in the middle of its line, a dash runs through`(_ family: String) throws {
        let dots = try ink(try shaped("字……字", [family]), of: 1)
        #expect(abs(dots.left - (2000 - dots.right)) < 60, "\(dots)")
        #expect((-500 ... -250).contains((dots.top + dots.bottom) / 2), "\(dots)")
        let dash = try ink(try shaped("字——字", [family]), of: 1)
        #expect(dash.right - dash.left > 1700, "\(dash)")
        #expect((-500 ... -250).contains((dash.top + dash.bottom) / 2), "\(dash)")
    }

    @Test(arguments: ["Song", "Hei", "Kai"], [400, 700])
    func `an interpunct is half an em in every face, its dot in the middle`(_ family: String, _ weight: Int) throws
    {
        for mark in ["·", "・", "‧"] {
            for text in ["卡\(mark)马", "A\(mark)B", "9\(mark)18"] {
                let shaped = try shaped(text, [family], weight: weight)
                #expect(width(shaped, of: 1) == 500, "\(text)")
                let dot = try ink(shaped, of: 1)
                #expect(abs(dot.left + dot.right - 500) < 20, "\(text) \(dot)")
            }
        }
    }

    @Test(arguments: [
        ["Song"], ["Hei"], ["Kai"], ["Song Fallback", "Kai"], ["Hei", "Song"], ["No Such Face", "Kai"],
    ])
    func `Chinese quotes are full width whatever the order of faces`(_ families: [String]) throws {
        let text = try shaped("说“好’‘”字", families)
        for unit in 1..<text.count where text.classes[unit] == .opening || text.classes[unit] == .closing {
            // Half an em of ink, half an em of blank beside it.
            #expect(width(text, of: unit) == 500)
            let ink = try ink(text, of: unit)
            #expect(ink.left >= -20 && ink.right <= 520, "\(families) \(ink)")
        }
        let spread = try shaped("字“字”字", families)
        #expect(spread.inspectedClusters(locale: .chinese).map { $0.advance * 2 / spread.em } == [2, 2, 2, 2, 2])
    }

    @Test(arguments: ["Song", "Hei", "Kai"])
    func `Western quotes are as narrow as Western letters`(_ family: String) throws {
        let text = try shaped("it’s a “Swift” word", [family])
        for (unit, cluster) in text.inspectedClusters(locale: .chinese).enumerated()
        where "“”’".contains(text.text(of: unit..<(unit + 1))) {
            #expect(cluster.letter == "W")
            #expect(width(text, of: unit) < 600)
        }
    }

    @Test(arguments: ["Song", "Hei", "Kai"])
    func `the ink of half-width marks lies in their half`(_ family: String) throws {
        for mark in "，、；：。？！）》”’〉」』】〗〕（《“‘〈「『【〖〔" {
            let text = try shaped("字\(mark)字", [family])
            #expect(width(text, of: 1) == 500, "\(mark)")
            let ink = try ink(text, of: 1)
            #expect(ink.left >= -25 && ink.right <= 525, "\(mark) \(ink)")
        }
    }

    @Test func `rare characters fall back and are reported, missing ones too`() throws {
        let text = try shaped("鸟𠮷\u{10FFFD}字", ["Song"])
        #expect(text.substitutes.map(\.character) == ["𠮷", "\u{10FFFD}"])
        #expect(text.substitutes.map(\.isMissing) == [false, true])
    }

    @Test(arguments: ["Song", "Hei", "Kai"])
    func `a solidus is half an em, its ink inside`(_ family: String) throws {
        let text = try shaped("和／或", [family])
        #expect(width(text, of: 1) == 500)
        let ink = try ink(text, of: 1)
        #expect(ink.left >= -60 && ink.right <= 560, "\(ink)")
    }

    @Test(arguments: ["Song", "Hei", "Kai"])
    func `three dashes are three em, four are four`(_ family: String) throws {
        for count in 3...4 {
            let text = try shaped("字" + String(repeating: "—", count: count) + "字", [family])
            #expect((1..<text.count - 1).reduce(0) { $0 + width(text, of: $1) } == count * 1000)
        }
    }
}
