/// Where the clauses of a headline begin (猪肉降价|白菜涨价): found as the cheapest way to part its words into clauses, each of
/// which says something.
///
/// Marks and spaces part clauses anyway; between them the prices below weigh what a clause may begin and end with, whether it
/// says one thing, and that clauses side by side are of like length.
struct HeadlineClauses {
    private let words: [HeadlineWord]
    private let kinds: [Word.Kind]
    /// By word: characters in front of it.
    private var characters: [Int] = [0]

    private static let forbidden = 10_000
    private static let another = 40
    private static let mostClauses = 4

    init(_ words: [HeadlineWord], _ kinds: [Word.Kind]) {
        self.words = words
        self.kinds = kinds
        for word in words { characters.append((characters.last ?? 0) + word.length) }
    }

    /// The words that begin a clause, the first of the range left out.
    func starts(in range: Range<Int>) -> [Int] {
        guard range.count > 2 else { return [] }
        var best: (cost: Int, starts: [Int])?
        for count in 1...min(HeadlineClauses.mostClauses, range.count / 2) {
            guard let way = parted(range, into: count) else { continue }
            if best.map({ way.cost < $0.cost }) ?? true { best = way }
        }
        return best?.starts ?? []
    }

    private func parted(_ range: Range<Int>, into count: Int) -> (cost: Int, starts: [Int])? {
        let target = (characters[range.upperBound] - characters[range.lowerBound]) / count
        var ways: [Int: (cost: Int, starts: [Int])] = [range.lowerBound: (0, [])]
        for number in 1...count {
            var next: [Int: (cost: Int, starts: [Int])] = [:]
            for end in number == count
                ? range.upperBound...range.upperBound : (range.lowerBound + 1)...(range.upperBound - 1)
            {
                let edge = end == range.upperBound ? 0 : boundary(end)
                guard edge < HeadlineClauses.forbidden else { continue }
                for start in range.lowerBound..<end {
                    guard let way = ways[start] else { continue }
                    let length = characters[end] - characters[start]
                    let isWhole = count == 1
                    let cost = way.cost + edge + clause(start..<end, isWhole: isWhole) + abs(length - target) * 8
                    if next[end].map({ cost < $0.cost }) ?? true {
                        next[end] = (cost, end == range.upperBound ? way.starts : way.starts + [end])
                    }
                }
            }
            ways = next
        }
        return ways[range.upperBound]
    }

    /// What a boundary in front of a word costs.
    private func boundary(_ word: Int) -> Int {
        let (a, b) = (kinds[word - 1], kinds[word])
        let (left, right) = (words[word - 1], words[word])
        var cost = HeadlineClauses.another
        switch a {
        case .particle:
            guard left.text == "了" || left.text == "吗" || left.text == "呢" else { return HeadlineClauses.forbidden }
        case .preposition, .adverb, .conjunction, .pronoun, .mark: return HeadlineClauses.forbidden
        case .verb:
            guard left.length > 1, !left.wantsMore else { return HeadlineClauses.forbidden }
            cost += 90
        case .completeVerb, .phrase: cost -= 20
        case .verbalNoun: cost += 10
        // 烧了一夜|消防员…, but 零容忍|一夜查处….
        case .time: cost += word > 1 && (kinds[word - 2].says || words[word - 2].text == "了") ? 0 : 60
        case .locative: cost += 40
        case .attribute: return HeadlineClauses.forbidden
        case .noun, .person, .unknown, .number, .adjective, .measure, .place: break
        }
        switch b {
        case .particle, .measure, .place, .mark: return HeadlineClauses.forbidden
        case .conjunction: cost += 60
        case .verbalNoun: cost += a == .completeVerb || a == .phrase ? 30 : 60
        case .noun, .person, .unknown: cost += right.isActor || b == .person ? 0 : right.length == 1 ? 70 : 30
        case .pronoun, .time, .locative: break
        case .number, .phrase, .preposition: cost += 20
        case .adjective, .attribute: cost += 30
        case .completeVerb, .verb: cost += 70
        case .adverb: cost += 60
        }
        return cost
    }

    /// What is wrong with some words as a clause.
    private func clause(_ range: Range<Int>, isWhole: Bool) -> Int {
        var cost = 0
        // What stands in front of 的 only describes.
        let last = range.last { words[$0].text == "的" && $0 + 1 < range.upperBound }
        let said = (last.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
        let verbs = said.filter { kinds[$0].says || kinds[$0] == .verbalNoun && $0 > said.lowerBound }
        if verbs.isEmpty, !isWhole { cost += 150 }
        if range.count == 1, !isWhole { cost += kinds[range.lowerBound] == .phrase ? 0 : 120 }
        if last == range.upperBound - 1 { return HeadlineClauses.forbidden }
        // 上调存款利率储户排起长队: a verb, something, and a verb again.
        let real = verbs.filter { kinds[$0].says }
        for (first, second) in zip(real, real.dropFirst()) {
            let between = kinds[(first + 1)..<second].prefix { $0 != .preposition }
            let things = between.filter { $0.isNominal || $0 == .pronoun }.count
            if things > 0, !words[first].isReporting { cost += things > 1 ? 110 : 80 }
            if kinds[first] == .completeVerb, things > 0 { cost += 40 }
            if kinds[first] == .phrase || kinds[second] == .phrase { cost += 60 }
        }
        // 十年一剑东城|科研团队攻克: nothing hangs on what is complete.
        if let final = verbs.last, kinds[final] == .completeVerb || kinds[final] == .phrase,
            kinds[(final + 1)..<range.upperBound].contains(where: \.isNominal), !isWhole
        {
            cost += 80
        }
        cost += max(0, real.count - 2) * 40
        return cost
    }
}

extension HeadlineWord {
    /// Somebody who does something: where one stands behind an object, something else begins to be said.
    var isActor: Bool {
        kind == .pronoun
            || length >= 2 && text.unicodeScalars.last.map { HeadlineWord.actors.contains($0) } ?? false
    }

    /// A verb of motion or change, which is nothing without what follows.
    var wantsMore: Bool {
        length > 1 && text.unicodeScalars.last.map { HeadlineWord.wanting.contains($0) } ?? false
    }

    var isReporting: Bool { HeadlineGrammar.reporting.contains(text) }

    private static let actors = Set("员者民户客人师生工家警方局委院队友星手孩子童翁妇男女兵农商医婆叔嫂哥姐妹弟板长机主".unicodeScalars)
    private static let wanting = Set("到在给向于至成为进入往".unicodeScalars)
}
