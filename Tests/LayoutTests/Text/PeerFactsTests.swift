import Testing

@testable import Layout

/// Facts that other typesetters record of themselves: strings, measures, widths and breaks, none of their text or code. Where press
/// differs on purpose, `docs/inspect.md` says why.
@Suite struct PeerFactsTests {
    /// Widths on one line that xeCJK's test files record, in em (CTeX-org/ctex-kit: dashwidth01, longpunct01, punctwidth01,
    /// punctuation-model-975).
    @Test(arguments: [
        ("字—字", TextRules.Punctuation.quanjiao, 3.0), ("字——字", .quanjiao, 4.0), ("字———字", .quanjiao, 5.0),
        ("爱。——测", .quanjiao, 5.0), ("字——字", .banjiao, 4.0), ("字……字", .quanjiao, 4.0), ("字。字", .quanjiao, 3.0),
        ("字，字", .quanjiao, 3.0), ("字。字", .kaiming, 3.0), ("字，字", .kaiming, 2.5), ("字（？）字", .quanjiao, 4.5),
        ("字（？）字", .banjiao, 3.5), ("字：「字」", .quanjiao, 4.0),
    ])
    func widthsOfXeCJK(text: String, style: TextRules.Punctuation, width: Double) {
        let shaped = shaped(text, rules: TextRules(punctuation: style))
        #expect(shaped.inEm(shaped.naturalWidth) == width)
    }

    /// Breaks that they record (longpunct-kinsoku01, nobreaklongpunct01, checkfullright01, checksingle01): measure and indent in
    /// halves of an em.
    @Test(arguments: [
        ("字字字字字字字/字“——”字字字字/字字", 18, 3), ("字字字字字字字/破折——，字字字字/字字", 18, 3),
        ("字字字字字字字/破折——。字字字字/字字", 18, 3), ("字字字字字字字/破折——……字字字/字字", 18, 3),
        ("字字字字字字字/字破折，——字字字/字字", 18, 3), ("字字字字字字字/破折……——字字字/字字", 18, 3),
        ("字字字字字字/字字……字字字字/字字字字", 16, 3), ("字字字字字字/字字——字字字字/字字字字", 16, 3),
        ("一二三四五六七八九。/测试文本。", 20, 0), ("一二三四五六七「引用」/一二三四五六七八。", 20, 0),
        ("一二三四五六七八九十/一二三四五六七八九十。", 20, 0),
    ])
    func breaksOfXeCJK(marked: String, measure: Int, indent: Int) {
        let text = shaped(marked.filter { $0 != "/" })
        let room = Measure(width: .points(measure * 5), firstIndent: .points(indent * 5))
        let lines = breakLines(text, into: room).map { text.text(of: $0.units) }
        #expect(lines.joined(separator: "/") == marked)
    }

    /// Where CSS puts a gap beside ideographs (text-autospace: normal; WPT css/css-text/text-autospace): letters and digits of other
    /// scripts, not full-width forms, marks, fractions and numerals in circles.
    @Test(arguments: [
        ("国A国", 2), ("国é国", 2), ("国a\u{300}国", 2), ("国α国", 2), ("国Ж国", 2), ("国א国", 2), ("国ʰ国", 2), ("国1国", 2),
        ("国٣国", 2),
        ("あAア", 2), ("々A〇", 2), ("国 A 国", 2), ("国A。", 1), ("、A国", 1), ("A国", 1),
        ("国Ａ国", 0), ("国１国", 0), ("国!国", 0), ("国(国", 0), ("国½国", 0), ("国²国", 0), ("国Ⅷ国", 0), ("国①国", 0), ("国℃国", 0),
        ("国“A”国", 0), ("国A\u{3000}国", 1), ("\u{3000}A国", 1),
    ])
    func gapsOfCSS(text: String, gaps: Int) {
        let shaped = shaped(text)
        #expect(shaped.gaps.count { $0.kind == .hanWestern && $0.natural > 0 } == gaps)
    }

    /// Every character that UAX #14 calls opening stays with what follows, every one that it calls closing, exclaiming or
    /// nonstarting with what precedes (what WPT's css3-text-line-break-opclns asserts character by character).
    @Test func openingAndClosingMarksOfAllScripts() {
        var seen = 0
        for value in [UInt32](0x21...0x2FFF) + [UInt32](0x3001...0x30FF) + [UInt32](0xFE10...0xFFEF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let lineBreak = LineBreakProperties(of: scalar).lineBreak
            let text = shaped("文\(scalar)字")
            guard text.count == 3 else { continue }
            switch lineBreak {
            case .op: #expect(text.opportunities[2] == .forbidden, "\(scalar)字")
            case .cl, .cp, .ex, .ns, .in: #expect(text.opportunities[1] == .forbidden, "文\(scalar)")
            default: continue
            }
            seen += 1
        }
        #expect(seen > 150)
    }
}
