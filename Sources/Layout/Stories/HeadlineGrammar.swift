/// How much a headline's meaning suffers when a line ends between two of its words.
///
/// Newspaper heads are short clauses; a line may end where a clause or a phrase ends: best between what is spoken of and
/// what is said of it, badly inside a phrase, never inside a name or a number with its measure word, and never so that the
/// first line by itself says something else. The costs are hundredths of what a reader puts up with:
/// up to 100 a subeditor passes the break, over `refused` he does not.
struct HeadlineGrammar {
    static let refused = 300
    /// The most that he passes without a second look.
    static let passed = 100
    /// Never.
    static let forbidden = 3000

    private let words: [String]
    private let kinds: [Word.Kind]
    private let lengths: [Int]
    /// The words that begin a clause: where there are such, lines had better end in front of them.
    let clauses: [Int]
    private let isWanting: [Bool]
    /// In a head of clauses a break elsewhere; and one in a line that holds the end of one clause and the beginning of the next.
    private static let notBesideClause = 80
    private static let acrossClauses = 120
    /// How many brackets and quotes are open in front of each word.
    private let depths: [Int]

    init(_ words: [HeadlineWord]) {
        self.words = words.map(\.text)
        lengths = words.map(\.length)
        isWanting = words.map(\.wantsMore)
        kinds = headlineKinds(words)
        var depths: [Int] = []
        var depth = 0
        for word in self.words {
            let mark = word.unicodeScalars.first.map { CharacterClass(of: $0) }
            if mark == .closing { depth = max(0, depth - 1) }
            depths.append(depth)
            if mark == .opening { depth += 1 }
        }
        self.depths = depths
        clauses = HeadlineGrammar.clauses(words, kinds, depths)
    }

    /// The clauses between marks, and those within them.
    private static func clauses(_ words: [HeadlineWord], _ kinds: [Word.Kind], _ depths: [Int]) -> [Int] {
        let clauses = HeadlineClauses(words, kinds)
        var result: [Int] = []
        var start = 0
        func add(_ end: Int) {
            let range = start..<end
            guard !range.isEmpty else { return }
            if start > 0 { result.append(start) }
            result += clauses.starts(in: range).filter { depths[$0] == 0 }
        }
        for (index, word) in words.enumerated() where kinds[index] == .mark && depths[index] == 0 {
            let mark = word.text.unicodeScalars.first.map { CharacterClass(of: $0) }
            guard mark == .pause && word.text != "、" || mark == .stop || mark == .space || mark == .long else {
                continue
            }
            add(index)
            start = index + 1
        }
        add(words.count)
        return result
    }

    /// What a break in front of a word costs in a line that began with the word `start`.
    func cost(before word: Int, lineStart start: Int) -> Int {
        let whole = depths[word] > 0 ? 5 * HeadlineGrammar.refused : 0
        let (a, b) = (kinds[word - 1], kinds[word])
        if a == .mark || b == .mark { return min(HeadlineGrammar.forbidden, whole + besideMark(word, start)) }
        if b == .particle { return HeadlineGrammar.forbidden }
        let cost = between(word) + clinging(word, start) + insideAttribute(word)
        if clauses.contains(word), words[word - 1] != "最后" {
            return min(HeadlineGrammar.forbidden, whole + min(cost, 10))
        }
        let inside = clauses.filter { start < $0 && $0 < word }
        let sum = cost + besideClauses(word, inside) + misleading(word, inside.last ?? start)
        return min(HeadlineGrammar.forbidden, whole + sum)
    }

    /// Clauses begin in front of a break, but none at it: then the line holds parts of two.
    private func besideClauses(_ word: Int, _ inside: [Int]) -> Int {
        // 专家：…: who says it stands well in front of what is said, but not in front of a word of it.
        func isLabelled(_ clause: Int) -> Bool { words[clause - 1] == "：" }
        let isParted = !clauses.allSatisfy(isLabelled)
        var cost = isParted ? HeadlineGrammar.notBesideClause : 0
        if inside.contains(where: { !isLabelled($0) }) {
            cost += HeadlineGrammar.acrossClauses
        } else if let last = inside.last, word == last + 1, lengths[last] <= 2 {
            cost += HeadlineGrammar.acrossClauses
        }
        return cost
    }

    // MARK: The rules

    private func mark(_ word: Int) -> CharacterClass? {
        words[word].unicodeScalars.first.map { CharacterClass(of: $0) }
    }

    private func besideMark(_ word: Int, _ start: Int) -> Int {
        let (before, after) = (mark(word - 1), mark(word))
        if kinds[word] == .mark {
            // A second line may begin with —— (破折号引出副题), never with …….
            if after == .long || after == .connector, words[word] == "—" { return 10 }
            guard after == .opening else { return HeadlineGrammar.forbidden }
            if lengths[word - 1] == 1 { return 160 }
            switch kinds[word - 1] {
            case .verb, .preposition, .adverb, .number, .measure: return 90
            // 话剧《老码头》.
            default: return words[word] == "《" ? 100 : 40
            }
        }
        if words[word - 1] == "—" { return 60 }
        switch before {
        case .opening: return HeadlineGrammar.forbidden
        // 消防栓“喝”不到水.
        case .closing
        where !kinds[word].isNominal && kinds[word] != .number && word > 2 && mark(word - 3) == .opening
            && lengths[word - 2] == 1:
            return 200
        case .closing: return kinds[word].isNominal ? 110 : 20
        case .interpunct, .connector, .solidus: return HeadlineGrammar.refused
        case .pause where words[word - 1] == "、": return 120
        default: return 0
        }
    }

    /// Two words by their kinds.
    private func between(_ word: Int) -> Int {
        let (a, b) = (kinds[word - 1], kinds[word])
        let (left, right) = (words[word - 1], words[word])
        switch (a, b) {
        // 最后|一班绿皮车.
        case (_, .number) where left == "最后", (_, .time) where left == "最后": return 400
        // 东昌街等|三处.
        case (_, .number) where left == "等": return 1500
        case (.particle, _):
            return left == "的" || left == "地" || left == "得" || left == "之"
                ? 100 : isAspect(left) ? left == "着" ? 180 : 120 : 10
        case (_, .place): return 400
        case _ where HeadlineGrammar.pointers.contains(left): return 1500
        case (.number, .measure), (.pronoun, .measure), (.number, .number): return 1500
        case (.number, _) where isBareNumeral(left) && lengths[word] <= 2: return 1500
        case (_, .measure): return 400
        case (.number, .preposition) where right == "比": return HeadlineGrammar.forbidden
        case (.preposition, .number) where left == "比": return HeadlineGrammar.forbidden
        case (.number, .time): return 15
        case (.number, .verb), (.number, .adverb), (.number, .preposition): return 40
        case (.number, _) where left.unicodeScalars.first?.isASCIIDigit == true:
            return lengths[word] <= 2 ? 1500 : HeadlineGrammar.refused
        case (.number, _), (.measure, _): return b.isNominal || b == .adjective ? 250 : 60
        case (.phrase, _): return b.isNominal ? 120 : 60
        case (.completeVerb, .number): return 140
        // 防汛|抗旱.
        case (.completeVerb, .completeVerb) where lengths[word - 1] == 2 && lengths[word] == 2: return 150
        case (.completeVerb, _): return b.isNominal ? 150 : b == .adverb ? 20 : 60
        case (_, .phrase): return 10
        case (.preposition, _): return 300
        case (.conjunction, _): return 310
        case (_, .conjunction): return 130
        case (.adverb, _): return 220
        case (.pronoun, _): return 120
        case (.attribute, _): return 220
        case (.adjective, _):
            // 预订火爆|部分酒店…: said of what stands before it.
            guard word > 1, kinds[word - 2].speaks, lengths[word - 1] > 1 else { return 180 }
            return hasClause(from: word) ? 60 : 110
        case (.verb, _) where isWanting[word - 1]: return 200
        case (.verb, .preposition) where HeadlineGrammar.complements.contains(right): return 300
        case (_, .adverb), (_, .preposition): return 0
        case (.time, .time), (.time, .number): return 250
        // 公布三季度|数据.
        case (.time, _) where b.isNominal && word > 1 && kinds[word - 2] == .verb: return 180
        case (.time, _), (.locative, _): return 70
        case (.verb, .time): return 90
        case (.verb, .locative): return 160
        // 摆到景区|门口.
        case (_, .locative) where !hasClause(from: word): return 160
        case (_, .time), (_, .locative): return 15
        case (.verb, _) where left.hasSuffix("是") || left == "为": return 90
        case (.verb, _) where HeadlineGrammar.towards.contains(left): return 300
        // 连夜抢修|爆管.
        case (.verb, .verb): return word + 1 == words.count ? 140 : 90
        case (.verb, .number): return 140
        case (.verb, .adjective), (.verb, .attribute): return 150
        // 让|老人吃上热乎饭.
        case (.verb, _) where HeadlineGrammar.causing.contains(left): return 200
        case (.verb, _): return HeadlineGrammar.reporting.contains(left) && hasClause(from: word) ? 20 : 160
        // 人口普查员|培训结束.
        case _ where a.isNominal && b.isNominal && isShortClause(word): return 60
        case (.verbalNoun, _) where startsNoun(word): return 140
        case (_, .verbalNoun): return 120
        case (_, .completeVerb): return 0
        case (_, .verb): return lengths[word - 1] + lengths[word] == 2 ? 60 : a == .verbalNoun ? 40 : 0
        case (_, .adjective), (_, .attribute): return startsNoun(word) ? 100 : 40
        case (_, .pronoun): return 20
        case (_, .number): return 60
        default: return 140
        }
    }

    /// Single characters lean on their neighbours: a verb on its object, the last part of a name on what stands before it.
    private func clinging(_ word: Int, _ start: Int) -> Int {
        let (a, b) = (kinds[word - 1], kinds[word])
        let (left, right) = (lengths[word - 1], lengths[word])
        // 越修越少.
        if words[word].hasPrefix("越"), words[word - 1].hasPrefix("越") { return HeadlineGrammar.forbidden }
        // 扶不扶, 热没热.
        if word + 1 < words.count, words[word - 1] == words[word + 1], words[word] == "不" || words[word] == "没" {
            return HeadlineGrammar.forbidden
        }
        if word > 1, words[word] == words[word - 2], words[word - 1] == "不" || words[word - 1] == "没" {
            return HeadlineGrammar.forbidden
        }
        var cost = 0
        if left == 1, words[word - 1] != "是",
            a.isNominal || a == .verb || a == .adjective || a == .time || a == .number
        {
            cost += word - 1 > start ? 80 : 150
        }
        let follows = a.isNominal || a == .adjective || a == .number || a == .measure || a == .verb
        if right == 1, b.isNominal, follows { cost += 200 }
        if left == 1, right == 1, follows || a == .time, b.isNominal || b == .verb || b == .adjective {
            cost += 150
        }
        if right == 1, HeadlineGrammar.endings.contains(words[word]) { cost += 400 }
        return cost
    }

    /// A noun behind a clause that is complete without it, and no clause of its own: the first line would say something
    /// else (李肇星会见联合国秘书长 | 黎巴嫩和叙利亚问题特使). A noun inside a phrase with a preposition belongs to it.
    private func misleading(_ word: Int, _ start: Int) -> Int {
        let (a, b) = (kinds[word - 1], kinds[word])
        guard b == .conjunction || startsNoun(word) && (a.isNominal || a == .adjective || a == .conjunction) else {
            return 0
        }
        let before = kinds[start..<word]
        // What is complete at the line's beginning is rather a name: 望湖环湖步道.
        if before.contains(.verb) || before.dropFirst().contains(where: \.says) {
            return hasClause(from: word) ? 0 : 250
        }
        return before.contains(.preposition) ? 100 : 0
    }

    /// What stands in front of 的 belongs together with its own object or measure: 制造|悬念的艺术家, 写给|二十年后的信.
    private func insideAttribute(_ word: Int) -> Int {
        guard kinds[word] != .pronoun, words[word - 1] != "是", words[word - 1] != "为" else { return 0 }
        var next = word + 1
        let holds = kinds[word - 1] == .verb || kinds[word - 1] == .completeVerb || isAspect(words[word - 1])
        while holds, next < words.count, kinds[next].isNominal || kinds[next] == .number || kinds[next] == .measure
        {
            next += 1
        }
        return next < words.count && words[next] == "的" ? 150 : 0
    }

    /// Whether something is said from here on.
    private func hasClause(from word: Int) -> Bool {
        kinds[word...].contains { $0.says || $0 == .adverb }
    }

    /// Whether the head ends with two words from here on that say something: 培训结束.
    private func isShortClause(_ word: Int) -> Bool {
        // 首台氢能机车|下线 is one thing.
        let isCounted = word > 1 && (kinds[word - 2] == .number || kinds[word - 2] == .attribute)
        return word + 2 == words.count && lengths[word] == 2 && lengths[word + 1] == 2 && kinds[word + 1].says
            && !isCounted
    }

    /// Whether a noun with what describes it begins here.
    private func startsNoun(_ word: Int) -> Bool {
        kinds[word].isNominal
            || (kinds[word] == .adjective || kinds[word] == .attribute) && word + 1 < words.count
                && kinds[word + 1].isNominal
    }

    private func isBareNumeral(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { HeadlineGrammar.numerals.contains($0) }
    }

    private func isAspect(_ word: String) -> Bool { word == "了" || word == "着" || word == "过" }
}
