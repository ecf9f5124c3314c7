import Testing

@testable import Layout

/// The widths of adjacent marks, between two Han characters on both sides (CLREQ 3.1.6).
@Suite struct SpacingTests {
    @Test(arguments: [
        // marks, total width of the marks in em
        ("（（", 1.5), ("））", 1.5), ("）、", 1.5), ("）。", 1.5), ("、）", 1.5), ("。）", 1.5), ("、、", 1.5), ("，。", 1.5),
        ("。、", 1.5), ("）（", 1.5), ("，（", 1.5), ("。“", 1.5),
        ("（）", 2.0),
        ("？！", 1.0), ("？？", 1.0), ("！！", 1.0), ("！！！", 2.0),
        ("，——", 3.0), ("——“", 3.0),
        ("：“（", 2.0), ("。”）", 2.0),
        ("，", 1.0), ("“", 1.0), ("·", 0.5), ("——", 2.0), ("……", 2.0), ("—", 1.0), ("–", 0.5),
    ])
    func adjacentMarks(marks: String, width: Double) {
        let text = shaped("汉" + marks + "字")
        #expect(text.inEm(text.naturalWidth) == 2 + width, "汉\(marks)字")
    }

    @Test(arguments: [
        // style, text, natural width in em of the whole
        (TextRules.Punctuation.quanjiao, "汉，字。“好”", 6.0),
        (.kaiming, "汉，字。“好”", 5.5),
        (.banjiao, "汉，字。“好”", 5.0),
        (.lineEndHalf, "汉，字。“好”", 6.5),
        (.plain, "汉，字。“好”", 7.0),
    ])
    func styles(style: TextRules.Punctuation, text: String, width: Double) {
        let text = shaped(text, rules: TextRules(punctuation: style))
        #expect(text.inEm(text.naturalWidth) == width)
    }

    @Test func lineEdgesAreHalf() {
        let text = shaped("“汉字。”")
        #expect(text.inEm(text.naturalWidth) == 3.5)
    }

    @Test(arguments: [
        ("汉A字", 3.0),  // two gaps of a quarter
        ("汉 A 字", 3.0),  // spaces are replaced, not doubled
        ("汉，A", 2.5),  // none beside a mark
        ("汉11.6%字", 2 + 3.0),
        ("A B", 1.25),
        ("李 明", 2.5),
    ])
    func hanAndWestern(text: String, width: Double) {
        let text = shaped(text)
        #expect(text.inEm(text.naturalWidth) == width)
    }

    @Test(arguments: [
        // text, the classes of its units
        ("他说“好。”", "HHOHSC"),
        ("it’s", "WWWW"),
        ("他说“Slow Food”运动", "HHOWWWWspaceWWWWCHH"),
        ("the “Swift” word", "WWWspaceWWWWWWWspaceWWWW"),
        ("一——二", "HLH"), ("一……", "HL"), ("3～5", "WNW"), ("卡尔·马", "HHMH"), ("和／或", "HDH"),
    ])
    func classes(text: String, classes: String) {
        #expect(shaped(text).classes.map(\.letter).joined() == classes)
    }
}
