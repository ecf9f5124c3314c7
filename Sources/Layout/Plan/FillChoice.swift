extension FillSearch {
    /// The choice among ways to fill one height.
    struct Choice {
        let search: FillSearch
        let rows: Int
        let aspect: Int
        private(set) var list = Shortlist()
        /// Those with legs beside their pictures: many, and more often than others not as good as they promise.
        private var legs = Shortlist()

        init(_ search: FillSearch, rows: Int) {
            self.search = search
            self.rows = rows
            aspect = search.aspectCost(rows)
        }

        /// What the best of them costs at least.
        var least: Int { min(list.items.first?.cost ?? .max, legs.items.first?.cost ?? .max) }
        /// Whether text finds no room even so.
        var isOver: Bool { [list, legs].allSatisfy { $0.items.first.map { $0.white < 0 } ?? true } }

        mutating func add(_ ways: [Way]) {
            for way in ways {
                if way.arrangement == .legs {
                    search.addCandidates(of: way, rows: rows, aspect: aspect, to: &legs)
                } else {
                    search.addCandidates(of: way, rows: rows, aspect: aspect, to: &list)
                }
            }
        }

        func best() -> Fill? { found().flatMap { search.wanted([$0], rows: rows).first } }

        /// The best, whatever direction the editor wants for the head.
        func found() -> Fill? {
            let best = search.best(of: list, rows: rows)
            guard let first = legs.items.first, first.cost < best?.cost ?? .max else { return best }
            guard var leg = search.best(of: legs, rows: rows), leg.cost < best?.cost ?? .max else { return best }
            leg.costWithoutLegs = best?.cost
            return leg
        }
    }

    func choice(rows: Int) -> Choice { Choice(self, rows: rows) }
}

/// Candidates, of which some are kept.
protocol CandidateList {
    /// Whether a candidate of at least this cost can still be of use.
    func mayTake(_ cost: Int) -> Bool
    mutating func add(_ candidate: FillSearch.Candidate)
}

/// The few cheapest candidates, in order; of equals the first.
struct Shortlist: CandidateList {
    var items: [FillSearch.Candidate] = []
    private static let length = 3

    func mayTake(_ cost: Int) -> Bool { items.count < Shortlist.length || cost < items[items.count - 1].cost }

    mutating func add(_ candidate: FillSearch.Candidate) {
        guard mayTake(candidate.cost) else { return }
        if items.count == Shortlist.length { items.removeLast() }
        let place = items.firstIndex { candidate.cost < $0.cost } ?? items.count
        items.insert(candidate, at: place)
    }
}

/// The cheapest candidate for each size of the head and each kind of top corners, up to a limit.
struct Variants: CandidateList {
    let limit: Int
    var items: [FillSearch.Candidate] = []

    init(limit: Int) { self.limit = limit }

    func mayTake(_ cost: Int) -> Bool { cost <= limit }

    mutating func add(_ candidate: FillSearch.Candidate) {
        guard mayTake(candidate.cost) else { return }
        let known = items.firstIndex {
            $0.way.source.head.size == candidate.way.source.head.size
                && $0.way.arrangement.cornerHeads == candidate.way.arrangement.cornerHeads
        }
        guard let known else { return items.append(candidate) }
        if candidate.cost < items[known].cost { items[known] = candidate }
    }
}
