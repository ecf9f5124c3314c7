import Testing

@testable import Layout

/// Every pair of classes (CLREQ 3.1.6) with every mark, and every style of punctuation.
@Suite struct WidthTableTests {
    private func width(_ marks: String, _ style: TextRules.Punctuation = .quanjiao) -> Double {
        let text = shaped("汉\(marks)字", rules: TextRules(punctuation: style))
        return text.inEm(text.naturalWidth) - 2
    }

    /// The width of two marks between Han, by their classes. ？！ ？？ ！！ are one em, whatever the table says of SS.
    @Test(arguments: [
        ("OO", 1.5), ("CC", 1.5), ("CK", 1.5), ("CS", 1.5), ("KC", 1.5), ("SC", 1.5), ("KK", 1.5), ("KS", 1.5),
        ("SK", 1.5),
        ("CO", 1.5), ("KO", 1.5), ("SO", 1.5), ("OC", 2.0), ("OK", 2.0), ("OS", 2.0),
    ])
    func pairs(classes: String, width: Double) throws {
        let members = ProhibitionTableTests.members
        let (first, second) = (try #require(members[classes.first!]), try #require(members[classes.last!]))
        for left in first {
            for right in second {
                #expect(self.width("\(left)\(right)") == width, "\(left)\(right)")
            }
        }
    }

    @Test(arguments: [
        ("？！", 1.0), ("！？", 1.0), ("？？", 1.0), ("！！", 1.0), ("！！！", 2.0), ("？！！", 2.0), ("》！？", 1.5), ("！？”", 2.0),
        ("：“（", 2.0), ("。”）", 2.0), ("》〉、", 2.0), ("（（〕", 2.5),
        ("，——", 3.0), ("——“", 3.0), ("）……", 3.0), ("……。", 3.0), ("……”", 3.0), ("——", 2.0), ("⸺", 2.0), ("……", 2.0),
        ("⋯⋯", 2.0),
        ("—", 1.0), ("–", 0.5), ("～", 1.0), ("·", 0.5), ("・", 0.5), ("／", 0.5), ("》／《", 2.5), ("／", 0.5),
        ("/", 0.5), ("-", 0.5),
    ])
    func marks(marks: String, width: Double) {
        #expect(self.width(marks) == width, "汉\(marks)字")
    }

    /// Texts by which other typesetters test their marks (Typst's cjk.typ, xeCJK's test files): the width of the whole on one
    /// line, as the table has it.
    @Test(arguments: [
        ("原来，你也玩《原神》！？", 10.5), ("「真的吗？」", 4.5), ("《书名〈章节〉》", 6.5), ("〔茸毛〕：很细的毛", 8.0),
        ("（〔中〕医、〔中〕药、技）系列评审", 15.5), ("〔（2009）民申字第1622号〕", 12.0),
        ("“江南海北长相忆，浅水深山独掩扉。”（［唐］刘长卿《会赦后酬主簿所问》）", 33.0), ("天地玄黄……宇宙洪荒。", 10.5),
        ("参看1378页〖象形文字〗。（《现代汉语词典》修订本）", 23.5),
    ])
    func textsOfPeers(text: String, width: Double) {
        let shaped = shaped(text)
        #expect(shaped.inEm(shaped.naturalWidth) == width)
    }

    /// One mark between Han; one at the end of a line (a start for O).
    @Test(arguments: [
        // style, S, K, C, O inside; S, K, C at a line's end, O at a line's start
        (TextRules.Punctuation.quanjiao, [1.0, 1.0, 1.0, 1.0], [0.5, 0.5, 0.5, 0.5]),
        (.kaiming, [1.0, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5]),
        (.banjiao, [0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5]),
        (.lineEndHalf, [1.0, 1.0, 1.0, 1.0], [0.5, 0.5, 0.5, 1.0]),
        (.plain, [1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]),
    ])
    func styles(style: TextRules.Punctuation, inside: [Double], atEdge: [Double]) throws {
        for (index, letter) in "SKCO".enumerated() {
            for mark in try #require(ProhibitionTableTests.members[letter]) {
                #expect(width(String(mark), style) == inside[index], "汉\(mark)字")
                let edge = shaped(letter == "O" ? "\(mark)汉" : "汉\(mark)", rules: TextRules(punctuation: style))
                #expect(edge.inEm(edge.naturalWidth) - 1 == atEdge[index], "\(mark) at the edge")
            }
        }
    }

    @Test(arguments: [
        // style, pair of closing marks, opening marks, closing and opening
        (TextRules.Punctuation.kaiming, 1.0, 1.0, 1.0), (.banjiao, 1.0, 1.0, 1.0), (.lineEndHalf, 2.0, 2.0, 2.0),
        (.plain, 2.0, 2.0, 2.0),
    ])
    func stylesOfPairs(style: TextRules.Punctuation, closing: Double, opening: Double, both: Double) {
        #expect(width("）、", style) == closing)
        #expect(width("“（", style) == opening)
        #expect(width("）（", style) == both)
    }

    @Test(arguments: [
        // text, em without gaps, how many gaps
        ("汉A字", 2.5, 2), ("汉1字", 2.5, 2), ("汉 A 字", 2.5, 2), ("汉  A字", 2.5, 2), ("汉，A字", 3.5, 1), ("汉，A，字", 4.5, 0),
        ("汉（A）字", 4.5, 0), ("汉A", 1.5, 1), ("A汉", 1.5, 1), ("汉11.6%字", 4.5, 2), ("汉±5字", 3.0, 2), ("汉$5字", 3.0, 2),
        ("汉￥200字", 4.5, 1), ("5℃字", 2.0, 0), ("A·B", 1.5, 0), ("汉·A", 2.0, 0), ("汉——A", 3.5, 0), ("A……汉", 3.5, 0),
        ("汉e\u{301}字", 3.0, 2), ("2026年11月", 5.0, 3), ("3～5天", 3.0, 1), ("李 明", 2.5, 0), ("汉， 字", 3.0, 0),
        ("汉 “字", 3.0, 0),
    ])
    func gaps(text: String, solid: Double, count: Int) {
        for share in [4, 6, 8] {
            let gap = Fraction(1, share)
            let shaped = shaped(text, rules: TextRules(gap: gap))
            let expected = Int(solid * Double(shaped.em)) + gap.of(Length(scaled: shaped.em)).scaled * count
            #expect(shaped.naturalWidth == expected, "\(text) is \(shaped.inEm(shaped.naturalWidth))")
        }
        let none = shaped(text, rules: TextRules(gap: Fraction(0)))
        #expect(none.inEm(none.naturalWidth) == solid, "\(text)")
    }

    @Test(arguments: [
        // text, the classes of its units
        ("“Swift”", "WWWWWWW"), ("说“Swift”", "HOWWWWWC"), ("it’s", "WWWW"), ("他说‘好’", "HHOHC"), ("“‘好’”", "OOHCC"),
        ("rock ’n’ roll", "WWWWspaceWWWspaceWWWW"), ("Tom’s", "WWWWW"), ("the ’90s", "WWWspaceWWWW"),
        ("90’s", "WWWW"),
        ("“A”和“B”", "OWCHOWC"), ("《A》", "OWC"), ("称“It’s OK”", "HOWWWWspaceWWC"),
    ])
    func quotes(text: String, classes: String) {
        #expect(shaped(text).classes.map(\.letter).joined() == classes)
    }
}
