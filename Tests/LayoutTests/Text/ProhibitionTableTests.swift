import Testing

@testable import Layout

/// Every mark of every class at every level of prohibition (`docs/inspect.md`).
@Suite struct ProhibitionTableTests {
    static let members: [Character: String] = [
        "O": "“‘（《〈「『【〖〔［｛", "C": "”’）》〉」』】〗〕］｝", "K": "，、；：", "S": "。．？！", "M": "·・‧", "N": "–—～", "D": "／",
    ]

    /// The classes that may not start a line, and those that may not end one.
    @Test(arguments: [
        (TextRules.Kinsoku.none, "", ""),
        (.basic, "SKCNMD", "O"),
        (.gb, "SKCNMD", "OD"),
        (.strict, "SKCNMD", "OD"),
    ])
    func marks(level: TextRules.Kinsoku, mayNotStart: String, mayNotEnd: String) {
        for (letter, marks) in ProhibitionTableTests.members {
            for mark in marks {
                let text = shaped("汉\(mark)汉", rules: TextRules(kinsoku: level))
                #expect(text.classes[1].letter == String(letter), "\(mark)")
                #expect((text.opportunities[1] == .forbidden) == mayNotStart.contains(letter), "\(level) 汉|\(mark)")
                #expect((text.opportunities[2] == .forbidden) == mayNotEnd.contains(letter), "\(level) \(mark)|汉")
            }
        }
    }

    @Test(arguments: [
        // level, long mark, whether it may start a line
        (TextRules.Kinsoku.none, "——", true), (.basic, "——", true), (.gb, "——", true), (.strict, "——", false),
        (.none, "⸺", true), (.gb, "⸺", true), (.strict, "⸺", false),
        (.none, "……", true), (.basic, "……", false), (.gb, "……", false), (.strict, "……", false),
        (.gb, "⋯⋯", false),
    ])
    func longMarks(level: TextRules.Kinsoku, mark: String, mayStart: Bool) {
        let text = shaped("汉\(mark)汉", rules: TextRules(kinsoku: level))
        #expect(text.count == 3, "one unit, which nothing parts")
        #expect((text.opportunities[1] != .forbidden) == mayStart)
        #expect(text.opportunities[2] != .forbidden)
    }

    /// `|` where a line may break freely, `¦` where it costs something.
    @Test(arguments: [
        // Quotes beside Han: UAX #14 LB19a of Unicode 16.
        "汉|“汉”|汉", "他|说：|“好。”|我", "《书|名|〈章|节〉》、|“文”",
        // Numbers with what belongs to them.
        "增|长|11.6%|左|右", "约|10‰|吧", "零|下|−3℃|了", "误|差|±5¦个", "花|￥200¦万", "花|$3.5|吧", "约|45°|角", "第¦3¦名",
        "共|1,137¦件",
        "跑|100¦公|里", "3.5¦亿", "2026¦年¦11¦月¦23¦日", "３０％|多", "１２３|多", "№5¦楼",
        // Words stay whole.
        "看|WTO|的", "the |cat", "用|USB-|C|线", "e‐|mail", "甲|A4|纸", "on/¦off",
        // After the interpunct of a name only at a price.
        "卡|尔·¦马|克|思",
        // Long marks.
        "汉……|汉", "汉¦——¦汉",
        // A hyphen does not begin a line.
        "汉-|汉", "汉‐|汉", "the |.x |of", "the |-x |of", "the |‐x |of", "the |x-|y |of",
        // Western marks in Chinese copy.
        "汉|(汉)|汉", "汉|[汉]|汉", "汉.|汉", "汉,|汉", "汉!|汉", "和/或", "A/¦B", "汉 (汉)|汉".replacing(" (", with: " |("),
        // A sign stays with Han as with digits.
        "约|±二¦百", "约|￥二¦百",
        // What Chinese rules do not name goes by UAX #14: marks, emoji, flags, other scripts, symbols.
        "好|e\u{301}a\u{308}|好", "好|👍🏽|好", "好|👩‍👩‍👧|好", "好|🇨🇳|🇫🇷|好", "1️⃣|好", "好|שלום|好", "好|ไทย|好", "好|한|국|好", "①|甲|②|乙",
        "时々|时", "好\u{2060}好", "好\u{200B}|好", "好‼|好", "约℃", "あ|い", "ちゃ|ん",
    ])
    func examples(marked: String) {
        let text = shaped(marked.filter { $0 != "|" && $0 != "¦" })
        var found = ""
        for unit in 0..<text.count {
            if unit > 0, case .allowed(let penalty) = text.opportunities[unit] { found += penalty == 0 ? "|" : "¦" }
            found += text.text(of: unit..<(unit + 1))
        }
        #expect(found == marked)
    }

    /// What W3C's tests of `line-break` in Chinese assert (css-text, i18n/zh): these may start a line where it is loose, and may
    /// not where it is strict.
    @Test(arguments: [
        "・：；･‼⁇⁈⁉！？", "°‰′″‵℃℉﹪％￠", "․‥…⋯︙\u{10AF6}", "々〻ゝゞヽヾ", "‐–〜゠",
    ])
    func lineStartsOfW3C(characters: String) {
        for character in characters {
            for (level, mayStart) in [(TextRules.Kinsoku.none, true), (.gb, false), (.strict, false)] {
                let text = shaped("文文文\(character)字", rules: TextRules(kinsoku: level))
                #expect((text.opportunities[3] != .forbidden) == mayStart, "\(level) \(character)")
            }
        }
    }

    @Test(arguments: [
        // text with | before the units that must begin a line
        "甲\n|乙", "甲\r\n|乙", "甲\u{2028}|乙", "甲\n|\n|乙",
    ])
    func lineBreaksOfTheText(marked: String) {
        let text = shaped(marked.filter { $0 != "|" })
        var found = ""
        for unit in 0..<text.count {
            if text.opportunities[unit] == .mandatory { found += "|" }
            found += text.text(of: unit..<(unit + 1))
        }
        #expect(found == marked)
    }
}
