/// A word as a headline's lines see it.
struct HeadlineWord {
    /// UTF-8 offset of its first character.
    var start: Int
    var text: String
    var kind: Word.Kind
    /// Characters.
    var length: Int
}

/// The words of a headline, those put together that no line parts: a number with its measure word, a surname with what follows it,
/// single characters (腾笼换鸟, 加梯, 老厂区, 业余队, 雨中, 不停). What they make together is one word with one kind, so that the
/// grammar need not know what is inside.
func headlineWords(_ words: [Word], in text: String) -> [HeadlineWord] {
    let utf8 = Array(text.utf8)
    let ends = words.dropFirst().map(\.start) + [utf8.count]
    let single = zip(words, ends).map { word, end in
        let text = String(decoding: utf8[word.start..<end], as: UTF8.self)
        return HeadlineWord(start: word.start, text: text, kind: word.kind, length: text.unicodeScalars.count)
    }
    var grouping = WordGrouping(words: single)
    grouping.group()
    return grouping.words
}

private struct WordGrouping {
    var words: [HeadlineWord]

    mutating func group() {
        joinPairs { $0.number(at: $1) }
        joinPairs { $0.complement(at: $1) }
        singles()
        joinPairs { $0.suffix(at: $1) }
        joinPairs { $0.adverb(at: $1) }
        joinPairs { $0.place(at: $1) }
    }

    /// Which words are one, and what they are together.
    private typealias Joint = (range: Range<Int>, kind: Word.Kind)

    /// Goes through all neighbours; what was joined is looked at again with its next neighbour.
    private mutating func joinPairs(_ joint: (WordGrouping, Int) -> Joint?) {
        var index = 0
        while index + 1 < words.count {
            if let (range, kind) = joint(self, index) { join(range, as: kind) } else { index += 1 }
        }
    }

    private func word(_ index: Int) -> HeadlineWord? { words.indices.contains(index) ? words[index] : nil }

    private mutating func join(_ range: Range<Int>, as kind: Word.Kind) {
        let parts = words[range]
        let whole = HeadlineWord(
            start: words[range.lowerBound].start, text: parts.map(\.text).joined(), kind: kind,
            length: parts.reduce(0) { $0 + $1.length })
        words.replaceSubrange(range, with: [whole])
    }

    /// 三|个|月, 13|层, 第|16|次, 明年|六月, 今夜|到|明天.
    private func number(at index: Int) -> Joint? {
        let (a, b) = (words[index], words[index + 1])
        if a.kind == .number && a.endsWithNumeral || a.text == "第", b.kind == .number {
            return (index..<(index + 2), .number)
        }
        if a.kind == .number, a.endsWithNumeral, b.length == 1,
            b.kind == .measure || b.isMeasure || a.text.hasPrefix("第")
        {
            return (index..<(index + 2), .number)
        }
        if a.kind == .number, b.kind == .measure || b.kind == .number && b.length <= 2, a.endsWithNumeral {
            return (index..<(index + 2), .number)
        }
        // 四代|人.
        if a.kind == .number, b.text == "人", !a.isWestern, !a.endsWithNumeral {
            return (index..<(index + 2), .noun)
        }
        if a.kind == .number, HeadlineWord.spans.contains(b.text) {
            return (index..<(index + 2), .time)
        }
        if a.kind == .time, a.length > 1, b.kind == .time || HeadlineWord.sides.contains(b.text) {
            return (index..<(index + 2), .time)
        }
        if a.kind == .time, b.text == "到" || b.text == "至", word(index + 2)?.kind == .time {
            return (index..<(index + 3), .time)
        }
        return nil
    }

    /// Single characters that stand side by side are read as one.
    private mutating func singles() {
        var index = 0
        while index < words.count {
            var end = index
            // 鱼汤|面|端上.
            let before = word(index - 1)
            let ends =
                words[index].isNounEnding && word(index + 1)?.kind == .verb
                && before.map { $0.takesEnding } ?? false
            while !ends, let next = word(end), next.isLoose { end += 1 }
            // 唱|新戏台.
            if end > index, words[end - 1].describes, let next = word(end), next.kind == .noun { end -= 1 }
            // 巡河|添夜班.
            if end - index == 3, words[end - 1].kind == .verb, let next = word(end), next.kind.isNominal {
                end -= 1
            }
            if end - index >= 2 {
                // More than four are pairs.
                let count = end - index > 4 ? 2 : end - index
                let kinds = words[index..<(index + count)].map(\.kind)
                let last = words[index + count - 1]
                let isThing = !kinds.contains(.verb) || kinds.count == 3 && last.isNounEnding
                let isOpen = last.kind == .verb && count < 4
                join(
                    index..<(index + count),
                    as: isThing ? .noun : count == 4 ? .phrase : isOpen ? .verb : .completeVerb)
            }
            index += 1
        }
    }

    /// 业余|队, 相亲|角, 老|厂区.
    private func suffix(at index: Int) -> Joint? {
        let (a, b) = (words[index], words[index + 1])
        let next = word(index + 2)
        if a.takesEnding, b.isNounEnding,
            next.map({ (!$0.isLoose || $0.kind == .verb) && $0.text != "的" }) ?? true
        {
            return (index..<(index + 2), .noun)
        }
        // 3号|线.
        if a.kind == .number, a.text.hasSuffix("号"), b.isNounEnding {
            return (index..<(index + 2), .noun)
        }
        if a.describes, b.kind == .noun || b.kind == .verbalNoun, b.length <= 3 {
            return (index..<(index + 2), .noun)
        }
        if a.kind == .person, HeadlineWord.titles.contains(b.text) {
            return (index..<(index + 2), .noun)
        }
        return nil
    }

    /// 排|起, 写|在, 改|成.
    private func complement(at index: Int) -> Joint? {
        let (a, b) = (words[index], words[index + 1])
        if a.kind == .verb, a.length == 1, a.text != "是", b.length == 1,
            HeadlineWord.complements.contains(b.text),
            b.kind != .mark
        {
            return (index..<(index + 2), .verb)
        }
        return nil
    }

    /// 不|停, 别|乱|补, 扶|不|扶, 被|拘.
    private func adverb(at index: Int) -> Joint? {
        let (a, b) = (words[index], words[index + 1])
        if a.kind == .adverb, a.length == 1,
            b.kind == .verb || b.kind == .completeVerb || b.kind == .adverb
                || b.kind == .adjective && b.length == 1
        {
            if index > 0, words[index - 1].text == b.text {
                return ((index - 1)..<(index + 2), .phrase)
            }
            return (index..<(index + 2), b.kind == .adjective ? .completeVerb : b.kind)
        }
        // 原|是.
        if a.length == 1, HeadlineWord.before.contains(a.text), b.text == "是" || b.text == "为" {
            return (index..<(index + 2), .verb)
        }
        if a.text == "被", b.kind == .verb || b.kind == .completeVerb, b.length <= 2 {
            return (index..<(index + 2), .completeVerb)
        }
        return nil
    }

    /// 雨|中, 桥|头, 汛期|之前.
    private func place(at index: Int) -> Joint? {
        let (a, b) = (words[index], words[index + 1])
        if b.kind == .place,
            a.kind == .noun || a.kind == .verb || a.kind == .completeVerb || a.kind == .time
                || a.kind == .number
        {
            return (index..<(index + 2), a.kind == .noun && b.length == 1 ? .locative : .time)
        }
        return nil
    }
}

extension HeadlineWord {
    var isWestern: Bool { text.unicodeScalars.first.map { $0.isASCII } ?? false }

    /// 几代人.
    var isCounted: Bool { text.unicodeScalars.first.map { HeadlineWord.numerals.contains($0) } ?? false }

    /// A digit or a Chinese numeral from end to end.
    fileprivate var isNumeral: Bool {
        text.unicodeScalars.allSatisfy { HeadlineWord.numerals.contains($0) || ("0"..."9").contains($0) }
    }

    fileprivate var endsWithNumeral: Bool {
        text.unicodeScalars.last.map { HeadlineWord.numerals.contains($0) || ("0"..."9").contains($0) } ?? false
    }

    /// One character that is looked for company by its neighbours.
    fileprivate var isLoose: Bool {
        guard length == 1, !isWestern, !HeadlineWord.alone.contains(text) else { return false }
        switch kind {
        case .noun, .verb, .adjective, .attribute, .unknown, .verbalNoun, .person, .completeVerb: return true
        default: return false
        }
    }

    /// 业余|队, 相亲|角.
    fileprivate var takesEnding: Bool {
        guard length >= 2, !isWestern else { return false }
        switch kind {
        case .noun, .verbalNoun, .adjective, .attribute: return true
        case .verb, .completeVerb: return length == 2 && !wantsMore
        default: return false
        }
    }

    /// 新, 老: they go with the noun behind them.
    fileprivate var describes: Bool { length == 1 && (kind == .adjective || kind == .attribute) }
    fileprivate var isMeasure: Bool { HeadlineWord.measures.contains(text) }
    fileprivate var isNounEnding: Bool { length == 1 && HeadlineWord.endings.contains(text) }

    static let numerals = Set("零〇一二三四五六七八九十百千万亿两几多余半数".unicodeScalars)
    /// Verbs that hold a sentence together by themselves.
    private static let alone: Set<String> = [
        "是", "为", "有", "在", "让", "使", "令", "请", "教", "叫", "帮", "看", "盼", "说", "称", "谈", "获", "任", "遭", "赴", "成",
        "到",
        "被", "把", "将", "与", "和", "或",
    ]
    fileprivate static let spans: Set<String> = ["月", "小时", "分钟", "世纪", "星期", "季度", "学期", "年", "昼夜"]
    fileprivate static let sides: Set<String> = ["起", "前", "后", "内", "以来", "之前", "之后"]
    /// They go with 是 and 为.
    fileprivate static let before: Set<String> = [
        "原", "本", "曾", "竟", "却", "仍", "也", "都", "就", "均", "皆", "正", "才", "还",
    ]
    private static let measures: Set<String> = [
        "本", "家", "口", "处", "天", "年", "日", "夜", "路", "门", "人", "倍", "成", "折", "元", "级", "层", "名", "只", "头",
    ]
    fileprivate static let complements: Set<String> = [
        "起", "进", "到", "成", "给", "在", "出", "回", "上", "下", "掉", "走", "为", "入", "向", "于", "完", "好", "满", "开", "住",
        "过", "至",
        "破", "倒",
    ]
    fileprivate static let titles: Set<String> = [
        "夫妇", "夫妻", "先生", "女士", "师傅", "老师", "同志", "一家", "父子", "母女", "兄弟", "姐妹", "教授", "院士", "医生", "小姐", "老人",
    ]
    private static let endings = Set(
        """
        队馆员局厅厂站店群道量率额费税券卡证单表图纸品机器车船楼室库场园区县市镇乡村街路桥岛湖河江山港湾会社团部组院校系班展赛节奖剧片\
        书报刊台网线业者家师生手工户族性化型式版案法权力感点期圈链带墙柜箱袋包灯屏窗门舱塔架人所科处面饭粥茶角号
        """.map { String($0) })
}
