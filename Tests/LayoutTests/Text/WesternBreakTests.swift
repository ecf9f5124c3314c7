import Testing

@testable import Layout

/// Where addresses, telephone numbers and words may be parted.
@Suite struct WesternBreakTests {
    /// `|` marks where an address is parted readily; `¦` where only a gaping line parts a telephone number.
    @Test(arguments: [
        "见https://|tools.|example.|org/|dialect/|annotate吧",
        "写信到support@|tingfeng.|example.|org吧",
        "www.|dongcheng-|wanxun.|example查询",
        "a.very.|long/|path?|key=|val&|other_|one",
        // No addresses: a number with a point, an abbreviation, a name with a point.
        "用Node.js写", "约3.1415926米", "U.S.A.的",
        // Telephone numbers: behind the area code only; a run of digits stays whole.
        "拨打6210316吧", "拨打0530-¦62350316吧", "手机13800138000吧",
        // Years, quantities and shorter numbers are whole.
        "共123456元",
    ])
    func addresses(marked: String) {
        let plain = marked.filter { $0 != "|" && $0 != "¦" }
        let text = shaped(plain)
        var found = ""
        for unit in 0..<text.count {
            if unit > 0, text.classes[unit] == .western, text.classes[unit - 1] == .western,
                case .allowed(let penalty) = text.opportunities[unit]
            {
                let isDigit = scalar(text, unit).isASCIIDigit
                if penalty < 1000 {
                    found += "|"
                } else if isDigit {
                    found += "¦"
                }
            }
            found += text.text(of: unit..<(unit + 1))
        }
        #expect(found == marked)
    }

    private func scalar(_ text: ShapedText, _ unit: Int) -> Unicode.Scalar {
        text.text(of: unit..<(unit + 1)).unicodeScalars.first!
    }

    /// Inside a long name three letters stay together on either side.
    @Test func aLongNameIsPartedWhenNothingElseHelps() {
        let text = shaped("一二三四五六七八anabcdefghijklmnopqr.com九")
        #expect(text.opportunities[10] == .forbidden)
        #expect(text.opportunities[11] == .allowed(penalty: BreakCosts.insideAddress))
        #expect(text.opportunities[25] == .allowed(penalty: BreakCosts.insideAddress))
        #expect(text.opportunities[26] == .forbidden)
        // A name that fits a line is parted still more dearly.
        let short = shaped("一二三四五六七八example.com九")
        #expect(short.opportunities[10] == .forbidden)
        #expect(short.opportunities[11] == .allowed(penalty: BreakCosts.insideShortName))
    }

    @Test func noHyphenIsAddedToAnAddress() {
        let text = shaped("看www.dongcheng.example/news吧", hyphenates: true)
        #expect(text.hyphenAt.allSatisfy { $0 == 0 })
    }

    @Test(arguments: [
        // text, measure in em, lines; the measurer allows a hyphen behind every third letter
        ("一二三四hallucination五六七", 8, ["一二三四halluc-", "ination五六七"]),
        // Too short to part, in capitals, with digits: whole.
        ("一二三四五words六七八九", 7, ["一二三四五", "words六七八九"]),
        ("一二三四五NATIONS六七", 7, ["一二三四五", "NATIONS六七"]),
    ])
    func words(text: String, measure: Int, lines: [String]) {
        let shaped = shaped(text, hyphenates: true)
        let found = breakLines(shaped, into: Measure(width: .points(measure * 10)))
        let texts = found.map { line in
            shaped.text(of: line.units) + (shaped.hyphen(before: line.units.upperBound) == nil ? "" : "-")
        }
        #expect(texts == lines)
        for line in found where !line.isLast && line.fit.short == 0 {
            #expect(shaped.place(line).right == measure * 10 * Length.unitsPerPoint)
        }
    }

    /// The hyphen is printed and reads as U+00AD, so that the word can be found whole.
    @Test func aHyphenIsPrintedAndNotRead() throws {
        let text = shaped("一二三四hallucination五六", hyphenates: true)
        let line = try #require(breakLines(text, into: Measure(width: .points(80))).first)
        let marks = text.marks(of: line, x: .zero, baseline: .zero)
        guard case .glyphs(let run)? = marks.last else {
            Issue.record("no run of glyphs")
            return
        }
        #expect(run.text == "\u{AD}")
        #expect(run.glyphs.count == 1)
    }
}
