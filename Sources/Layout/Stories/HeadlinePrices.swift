/// The places of a head where a line may end, and what that costs in a line that begins at any of them.
struct HeadlinePrices: Sendable {
    /// Units that lines begin with, and where the text ends.
    let places: [Int]
    /// `prices[first][last - first - 1]`: what the break at `last` costs; nil where no such line can be.
    private let prices: [[Int?]]
    /// Of all lines together.
    private let width: Int

    /// No line of a head, a deck or a quote is longer, in em.
    private static let longestLine = 80

    /// - Parameter given: the lines that the editor set, without the spaces around them.
    init(_ text: ShapedText, _ given: [Range<Int>], _ words: [Word]) {
        let pricing = BreakPricing(text, words)
        width = given.reduce(0) { $0 + text.totals(of: $1).natural }
        let breaks = given.flatMap { line in [line.lowerBound] + pricing.places(in: line) }
        let ends = Set(given.dropFirst().map(\.lowerBound))
        places = breaks + [given.last?.upperBound ?? 0]
        prices = breaks.indices.map { [places] first in
            var row: [Int?] = []
            for last in (first + 1)..<places.count {
                let isEnd = ends.contains(places[last]) || last == places.count - 1
                let price = isEnd ? 0 : pricing.cost(of: places[last], from: places[first])
                let line = text.trimmed(places[first]..<places[last])
                // A line of one character is no line: 只照脚面的|灯.
                let lone = line.count == 1 && places.count > 2 ? HeadlineGrammar.refused : 0
                row.append(price + lone < HeadlineGrammar.forbidden ? price + lone : nil)
                if isEnd, last < places.count - 1 { break }
                let width = text.totals(of: line).natural
                if width > HeadlinePrices.longestLine * text.em { break }
            }
            return row
        }
    }

    func price(_ first: Int, _ last: Int) -> Int? {
        let row = prices[first]
        return row.indices.contains(last - first - 1) ? row[last - first - 1] : nil
    }

    /// How unlike a line is to what it would be if all were alike.
    static func imbalance(_ width: Int, _ target: Int) -> Int {
        let difference = abs(width - target) * 100 / max(1, target)
        return difference * difference / 26
    }

    /// The way into any number of lines that fits: the least harm first, then the fewest lines, then the lowest cost.
    func way(of text: ShapedText, where fits: (Range<Int>) -> Bool) -> HeadlineWay? {
        guard places.count > 1 else { return nil }
        var edges: [Edge] = []
        for first in prices.indices {
            for last in (first + 1)..<(first + 1 + prices[first].count) {
                let line = text.trimmed(places[first]..<places[last])
                guard !line.isEmpty, fits(line) else { break }
                guard let price = price(first, last) else { continue }
                edges.append(
                    Edge(first: first, last: last, line: line, width: text.totals(of: line).natural, price: price))
            }
        }
        var refused = HeadlineGrammar.refused
        while refused <= HeadlineGrammar.forbidden {
            let passed = edges.filter { $0.price < refused }
            if let way = fewest(passed) { return way }
            refused += HeadlineGrammar.refused
        }
        return nil
    }

    private struct Edge {
        var first: Int
        var last: Int
        var line: Range<Int>
        var width: Int
        var price: Int
    }

    /// The cheapest of those with the fewest lines. Edges come by their first places, so that all ways to a place are known
    /// before those that lead on from it; what goes before a place in a way of the fewest lines has the fewest itself.
    private func fewest(_ edges: [Edge]) -> HeadlineWay? {
        let end = places.count - 1
        var counts: [Int?] = Array(repeating: nil, count: places.count)
        counts[0] = 0
        for edge in edges {
            guard let count = counts[edge.first] else { continue }
            counts[edge.last] = min(counts[edge.last] ?? count + 1, count + 1)
        }
        guard let lines = counts[end], lines > 0 else { return nil }
        var best: [(cost: Int, edge: Edge)?] = Array(repeating: nil, count: places.count)
        let target = width / lines
        for edge in edges {
            guard let count = counts[edge.first], counts[edge.last] == count + 1 else { continue }
            let before = edge.first == 0 ? 0 : best[edge.first]?.cost
            guard let before else { continue }
            let cost = before + edge.price + HeadlinePrices.imbalance(edge.width, target)
            if best[edge.last].map({ cost < $0.cost }) ?? true { best[edge.last] = (cost, edge) }
        }
        var way = HeadlineWay(lines: [], meaning: 0, worst: 0, cost: best[end]?.cost ?? 0)
        var place = end
        while place > 0, let edge = best[place]?.edge {
            way.lines.insert(edge.line, at: 0)
            way.meaning += edge.price
            way.worst = max(way.worst, edge.price)
            place = edge.first
        }
        return way
    }
}

/// What the end of a line costs at each place of a text.
private struct BreakPricing {
    let text: ShapedText
    private let grammar: HeadlineGrammar
    /// By unit: the word that begins with it.
    private var wordAt: [Int: Int] = [:]
    /// An editor who put a space in a headline has said where it breaks.
    private let isMarked: Bool

    private static let insideWord = 8 * HeadlineGrammar.refused

    init(_ text: ShapedText, _ words: [Word]) {
        self.text = text
        let words = headlineWords(words, in: text.text)
        grammar = HeadlineGrammar(words)
        isMarked = text.segments.contains { text.classes[text.trimmed($0)].contains(.space) }
        var unit = 0
        for (index, word) in words.enumerated() {
            while unit < text.count, text.starts[unit] < word.start { unit += 1 }
            if unit < text.count, text.starts[unit] == word.start { wordAt[unit] = index }
        }
    }

    /// The units inside a line with which the next may begin.
    func places(in line: Range<Int>) -> [Int] {
        line.dropFirst().filter { unit in
            guard case .allowed = text.opportunities[unit] else { return false }
            // 等|待 is weak, 等待 is not; particles that are words are the grammar's.
            return wordAt[unit] != nil || !isWeakStart(text.text(of: unit..<(unit + 1)))
        }
    }

    /// What a break in front of a unit costs in a line that begins with `start`.
    func cost(of unit: Int, from start: Int) -> Int {
        guard case .allowed(let price) = text.opportunities[unit] else { return HeadlineGrammar.forbidden }
        if text.classes[unit - 1] == .space { return 0 }
        // What the text's lines avoid a head may well do.
        let penalty = text.classes[unit] == .long ? 0 : price
        let marked = isMarked ? 2 * HeadlineGrammar.refused : 0
        if wordAt.isEmpty { return marked + penalty + (text.classes[unit - 1].hasTrailingBlank ? 10 : 60) }
        guard let word = wordAt[unit], word > 0 else { return marked + penalty + BreakPricing.insideWord }
        return marked + penalty + grammar.cost(before: word, lineStart: wordAt[start] ?? 0)
    }

    private func isWeakStart(_ character: String) -> Bool {
        switch character {
        case "的", "了", "吗", "呢", "等", "着", "过", "们", "吧", "啊": true
        default: false
        }
    }
}
