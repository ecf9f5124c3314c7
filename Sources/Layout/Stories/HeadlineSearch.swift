/// All ways of a head into two, three and four lines.
struct HeadlineSearch {
    private let text: ShapedText
    private let prices: HeadlinePrices
    /// Indices of the places that can end a line, those inside words only where too few others are.
    private let candidates: [Int]

    /// All ways of so many breaks are looked at; more would take too long, and no newspaper has such heads.
    private static let mostCandidates = 26
    private static let mostWays = 6

    init(_ text: ShapedText, _ prices: HeadlinePrices) {
        self.text = text
        self.prices = prices
        let priced = prices.places.indices.dropFirst().dropLast().compactMap { place in
            prices.price(0, place).map { (place: place, price: $0) }
        }
        let best = priced.sorted { ($0.price, $0.place) < ($1.price, $1.place) }.prefix(
            HeadlineSearch.mostCandidates)
        candidates = best.map(\.place).sorted()
    }

    /// A line between two of the places that can end one, the head's own ends among them.
    private struct Stretch {
        var line: Range<Int>
        var width: Int
        /// What the break behind it costs.
        var price: Int
    }

    /// The best ways into two lines and more.
    func ways() -> [[HeadlineWay]] {
        let places = [0] + candidates + [prices.places.count - 1]
        let stretches = places.indices.map { first in
            places.indices.map { last -> Stretch? in
                guard first < last, let price = prices.price(places[first], places[last]) else { return nil }
                let line = text.trimmed(prices.places[places[first]]..<prices.places[places[last]])
                return line.isEmpty
                    ? nil : Stretch(line: line, width: text.totals(of: line).natural, price: price)
            }
        }
        let whole = text.totals(of: text.trimmed(0..<text.count)).natural
        return (2...mostHeadlineLines).map { ways(into: $0, stretches, target: whole / $0) }
    }

    private func ways(into count: Int, _ stretches: [[Stretch?]], target: Int) -> [HeadlineWay] {
        guard candidates.count >= count - 1 else { return [] }
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
                search(
                    cost: cost + next.price + HeadlinePrices.imbalance(next.width, target),
                    widest: max(widest, next.width))
                chosen.removeLast()
            }
        }
        search(cost: 0, widest: 0)
        return best.sorted { ($0.way.cost, $0.widest) < ($1.way.cost, $1.widest) }.prefix(HeadlineSearch.mostWays)
            .map(\.way)
    }
}
