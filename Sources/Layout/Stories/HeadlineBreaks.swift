/// One way to part a headline into lines.
struct HeadlineWay: Hashable, Sendable {
    /// Units of the headline, without the spaces around them.
    var lines: [Range<Int>]
    /// What its breaks do to the meaning, all together and the worst of them: see `HeadlineGrammar`.
    var meaning: Int
    var worst: Int
    /// The meaning, and how unlike the lines are in length.
    var cost: Int

    /// 0: a subeditor passes all its breaks; above that, how bad the worst of them is.
    var harm: Int { worst / HeadlineGrammar.refused }
}

/// The most lines that press gives a headline by itself.
let mostHeadlineLines = 4

/// The best ways to part a headline into one, two, three, four lines: `result[n - 1]` for n lines, the best first, each
/// other one dearer and narrower than those before it. All breaks are looked at.
///
/// Lines that the editor set by hand are kept. Else a headline breaks where the copy has a space, then where its meaning
/// does, then where lines come out alike (ARCHITECTURE.md).
///
/// - Parameter words: the words of the text; empty where nobody knows them.
func headlineBreaks(_ text: ShapedText, words: [Word] = []) -> [[HeadlineWay]] {
    let given = text.segments.map(text.trimmed)
    var result: [[HeadlineWay]] = Array(repeating: [], count: max(mostHeadlineLines, given.count))
    if given.count > 1 {
        result[given.count - 1] = [HeadlineWay(lines: given, meaning: 0, worst: 0, cost: 0)]
        return result
    }
    guard let whole = given.first else { return result }
    result[0] = [HeadlineWay(lines: [whole], meaning: 0, worst: 0, cost: 0)]
    let search = HeadlineSearch(text, whole, words)
    for (index, ways) in search.ways().enumerated() { result[index + 1] = ways }
    return result
}

private struct HeadlineSearch {
    let text: ShapedText
    let whole: Range<Int>
    let grammar: HeadlineGrammar
    /// By unit: the word that begins with it.
    private var wordAt: [Int: Int] = [:]
    /// An editor who put a space in a headline has said where it breaks.
    private let isMarked: Bool
    private var candidates: [Int] = []

    /// All ways of so many breaks are looked at; more would take too long, and no newspaper has such heads.
    private static let mostCandidates = 26
    private static let mostWays = 6
    private static let insideWord = 4 * HeadlineGrammar.refused

    init(_ text: ShapedText, _ whole: Range<Int>, _ words: [Word]) {
        self.text = text
        self.whole = whole
        grammar = HeadlineGrammar(words, in: text.text)
        isMarked = text.classes[whole].contains(.space)
        var unit = 0
        for (index, word) in words.enumerated() {
            while unit < text.count, text.starts[unit] < word.start { unit += 1 }
            if unit < text.count, text.starts[unit] == word.start { wordAt[unit] = index }
        }
        candidates = bestCandidates()
    }

    /// The places that can end a line, those inside words only where too few others are.
    private func bestCandidates() -> [Int] {
        guard whole.count > 1 else { return [] }
        let units = ((whole.lowerBound + 1)..<whole.upperBound).filter { unit in
            guard case .allowed = text.opportunities[unit] else { return false }
            // 等|待 is weak, 等待 is not; particles that are words are the grammar's.
            return wordAt[unit] != nil || !isWeakStart(text.text(of: unit..<(unit + 1)))
        }
        let priced = units.map { (unit: $0, cost: meaning(of: $0, from: whole.lowerBound)) }
            .filter { $0.cost < HeadlineGrammar.forbidden }
        let best = priced.sorted { ($0.cost, $0.unit) < ($1.cost, $1.unit) }.prefix(HeadlineSearch.mostCandidates)
        return best.map(\.unit).sorted()
    }

    /// What a break in front of a unit costs in a line that begins with `start`.
    private func meaning(of unit: Int, from start: Int) -> Int {
        guard case .allowed(let price) = text.opportunities[unit] else { return HeadlineGrammar.forbidden }
        if text.classes[unit - 1] == .space { return 0 }
        // What the text's lines avoid a head may well do.
        let penalty = text.classes[unit] == .long ? 0 : price
        let marked = isMarked ? 2 * HeadlineGrammar.refused : 0
        if wordAt.isEmpty { return marked + penalty + (text.classes[unit - 1].hasTrailingBlank ? 10 : 60) }
        guard let word = wordAt[unit], word > 0 else { return marked + penalty + HeadlineSearch.insideWord }
        return marked + penalty + grammar.cost(before: word, lineStart: wordAt[start] ?? 0)
    }

    /// A line between two of the places that can end one, the head's own ends among them.
    private struct Stretch {
        var line: Range<Int>
        var width: Int
        /// What the break behind it costs.
        var price: Int
    }

    /// By the place where a line begins and the one where it ends; nil where it cannot.
    private func stretches() -> [[Stretch?]] {
        let places = [whole.lowerBound] + candidates + [whole.upperBound]
        return places.indices.map { first in
            places.indices.map { last in
                guard first < last else { return nil }
                let line = text.trimmed(places[first]..<places[last])
                let isEnd = last == places.count - 1
                let price = isEnd ? 0 : meaning(of: places[last], from: places[first])
                guard !line.isEmpty, price < HeadlineGrammar.forbidden else { return nil }
                return Stretch(line: line, width: text.totals(of: line).natural, price: price)
            }
        }
    }

    /// The best ways into two lines and more.
    func ways() -> [[HeadlineWay]] {
        let stretches = stretches()
        return (2...mostHeadlineLines).map { ways(into: $0, stretches) }
    }

    private func ways(into count: Int, _ stretches: [[Stretch?]]) -> [HeadlineWay] {
        guard candidates.count >= count - 1 else { return [] }
        let target = text.totals(of: whole).natural / count
        let end = candidates.count + 1
        var best: [(way: HeadlineWay, widest: Int)] = []
        var chosen: [Int] = [0]
        func search(cost: Int, widest: Int) {
            // Whatever follows only adds to both.
            if best.contains(where: { $0.way.cost <= cost && $0.widest <= widest }) { return }
            guard chosen.count <= count else {
                let parts = zip(chosen, chosen.dropFirst()).compactMap { stretches[$0][$1] }
                best.removeAll { $0.way.cost >= cost && $0.widest >= widest }
                let way = HeadlineWay(
                    lines: parts.map(\.line), meaning: parts.reduce(0) { $0 + $1.price },
                    worst: parts.reduce(0) { max($0, $1.price) }, cost: cost)
                return best.append((way, widest))
            }
            let first = chosen[chosen.count - 1], left = count - chosen.count
            for last in left == 0 ? end...end : (first + 1)...max(first + 1, end - left) {
                guard let next = stretches[first][last] else { continue }
                chosen.append(last)
                search(cost: cost + next.price + imbalance(next.width, target), widest: max(widest, next.width))
                chosen.removeLast()
            }
        }
        search(cost: 0, widest: 0)
        return best.sorted { ($0.way.cost, $0.widest) < ($1.way.cost, $1.widest) }.prefix(HeadlineSearch.mostWays)
            .map(\.way)
    }

    private func imbalance(_ width: Int, _ target: Int) -> Int {
        let difference = abs(width - target) * 100 / max(1, target)
        return difference * difference / 26
    }

    private func isWeakStart(_ character: String) -> Bool {
        switch character {
        case "的", "了", "吗", "呢", "等", "着", "过", "们", "吧", "啊": true
        default: false
        }
    }
}
