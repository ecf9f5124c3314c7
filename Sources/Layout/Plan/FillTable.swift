/// The fillings of one width for every number of rows.
struct FillTable {
    private let search: FillSearch
    private let choices: [FillSearch.Choice]
    /// What the best of all heights costs at least.
    let least: Int?

    /// How much dearer than the best rectangle one may be to be filled in other ways too, and how much dearer than the
    /// cheapest filling of its rectangle another filling.
    private static let window = 200
    private static let dearer = 150

    /// The cheapest by the number of rows, before they are run through their columns.
    init(_ search: FillSearch, maxRows: Int) {
        self.search = search
        choices = (1...maxRows).map { rows in
            var choice = search.choice(rows: rows)
            choice.add(search.plain)
            // Columns are broken only where nothing else is any good, or for a table that one column may be too narrow for.
            if choice.least > search.costs.brokenColumns || search.story.hasTable { choice.add(search.broken) }
            if choice.least > search.costs.brokenColumns { choice.add(search.legs) }
            if choice.isOver { choice.add(search.cut) }
            return choice
        }
        least = choices.lazy.filter { $0.least < .max }.map(\.least).min()
    }

    func fills(least: Int) -> [[Fill]] {
        choices.map { choice in
            guard let best = choice.found() else { return [] }
            let isGood = choice.least <= least + FillTable.window
            return search.wanted(isGood ? ways(choice, best) : [best], rows: choice.rows)
        }
    }

    /// The best and what else may be of use, the cheapest first.
    private func ways(_ choice: FillSearch.Choice, _ best: Fill) -> [Fill] {
        let rows = choice.rows
        var table = Variants(limit: best.cost + FillTable.dearer)
        for way in search.plain { search.addCandidates(of: way, rows: rows, aspect: choice.aspect, to: &table) }
        for way in search.others { search.addCandidates(of: way, rows: rows, aspect: choice.aspect, to: &table) }
        let rest = table.items.compactMap { candidate -> Fill? in
            let fill = search.realise(candidate, rows: rows)
            let isSame = fill.cornerHeads == best.cornerHeads && fill.setting.head.size == best.setting.head.size
            return isSame || fill.overset > best.overset || fill.cost > table.limit ? nil : fill
        }
        let down = headDown(rows: rows, over: best.cost, limit: table.limit)
        return ([best] + rest + (down.map { [$0] } ?? [])).enumerated()
            .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    }

    /// A head down the side that nobody asked for, so that it does not butt: on stories that are low and narrow, where it
    /// fills its strip. It costs more than the head across, whichever fits better: it is there for the neighbours' sake.
    private func headDown(rows: Int, over across: Int, limit: Int) -> Fill? {
        let story = search.story.story
        guard story.headDirection == .horizontal, story.suitsVerticalHead, search.story.limits.verticalHeads,
            (2...3).contains(search.columns),
            (10...48).contains(rows)
        else { return nil }
        var choice = search.choice(rows: rows)
        choice.add(search.downWays(rows: rows))
        guard choice.least <= limit, var fill = search.best(of: choice.list, rows: rows), fill.overset == 0 else {
            return nil
        }
        fill.cost = max(fill.cost, across + search.costs.verticalHead)
        return fill.cost <= limit ? fill : nil
    }
}

extension FillSearch {
    /// The cheapest filling for each size of the head and each kind of top corners, however dear.
    func everything(rows: Int) -> [Fill] {
        var table = Variants(limit: .max)
        let aspect = aspectCost(rows)
        let mayStand = story.story.suitsVerticalHead && (2...3).contains(columns)
        for way in plain + others + (mayStand ? downWays(rows: rows) : []) {
            addCandidates(of: way, rows: rows, aspect: aspect, to: &table)
        }
        return wanted(table.items.map { realise($0, rows: rows) }, rows: rows)
    }
}
