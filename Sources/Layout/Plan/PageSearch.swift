/// The free stories of one page, ready for the programme.
struct PageSearch {
    /// The lead first.
    var items: [PlanItem]
    /// The corner in which each is to stand, or nil.
    var corners: [Advertisement.Corner?]
    /// Whether the first item stands before all others: at the top, on the left.
    var keepsLead = true
    /// Sets of items that are planned as one.
    var groups: [Range<Int>] = []
    var anchors: [GridRect]
    var crossesAnchors = false
    /// Whether space may stay empty.
    var leavesBlanks = false
    var grid: PageGrid
    var costs: PlanCosts

    var freeArea: Int { grid.columns * grid.rows - anchors.reduce(0) { $0 + $1.area } }
}

/// The best plans that were found.
struct PageSearchResult {
    /// The best first, by what the programme sees.
    var drafts: [PlanDraft]
    /// Whether no plan is better by what the programme sees; where stories were grouped, none with these groups.
    var isProven: Bool
}

extension PageSearch {
    /// The most combinations that one table may take, about two seconds' worth.
    static let mostWork = 60_000_000
    /// How many plans are compared with all their neighbours in view.
    static let compared = 100

    /// The best plans, by raising the limit on the excess until there is one; nil when the stories cannot tile the page.
    func plans() -> PageSearchResult? {
        let priced = PricedItems(
            costs: items.map(cheapest), isOptional: items.map(\.isFiller), rows: grid.rows, area: freeArea,
            most: leavesBlanks ? costs.blank : 4_096)
        var kept = Int.max
        var limit = 48
        while limit < 1 << 22 {
            // Excess is kept in 16 bits: a page that is far from right is planned in coarser units.
            var scale = 1
            while limit / scale > 3_000 { scale *= 8 }
            var work = WorkBudget(left: Self.mostWork)
            if var tables = tables(priced, scale: scale, limit: Int16(limit / scale), keptRows: kept, &work),
                let root = root(&tables, &work)
            {
                var search = PlanDrafts(tables)
                let drafts = search.drafts(root, count: Self.compared, slack: 40 / scale, limit: 20_000)
                return PageSearchResult(drafts: drafts, isProven: scale == 1 && kept == .max)
            }
            if work.isSpent {
                // Too much to look at: fewer heights for each set, at the same limit.
                guard kept > 4 else { return nil }
                kept = kept == .max ? 16 : kept / 2
            } else {
                limit = limit * 3 / 2
            }
        }
        return nil
    }

    private func cheapest(_ item: PlanItem) -> [Int?] {
        var result: [Int?] = []
        for column in 1...grid.columns {
            for row in 1...grid.rows {
                result.append(
                    item.fill(columns: column, rows: row).map {
                        costs.cost(of: $0, in: item, columns: column, grid: grid)
                    })
            }
        }
        return result
    }

    private func tables(
        _ priced: PricedItems, scale: Int, limit: Int16, keptRows: Int, _ work: inout WorkBudget
    ) -> PlanTables? {
        func problem(_ leaves: [Leaf], _ rules: SplitRules, _ bound: AreaBound?) -> SubsetProblem {
            SubsetProblem(
                leaves: leaves, columns: grid.columns, rows: grid.rows, stackedColumns: grid.columns - 1,
                rules: rules,
                tree: TreeCosts(priorities: leaves.map(\.priority), costs: costs, scale: scale),
                butting: ButtingTable(costs, scale: scale), limit: limit, bound: bound, keptRows: keptRows)
        }
        let single = items.indices.map {
            Leaf(
                item: $0, items[$0], priced: priced.items[$0], price: priced.price, grid: grid, costs: costs,
                scale: scale)
        }
        var programmes: [(problem: SubsetProblem, table: SubsetTable)] = []
        var leaves: [Leaf] = []
        var rules = SplitRules()
        for item in items.indices {
            if let group = groups.first(where: { $0.contains(item) }) {
                guard item == group.lowerBound else { continue }
                let inner = problem(Array(single[group]), SplitRules(), nil)
                guard let table = inner.solve(&work) else { return nil }
                leaves.append(Leaf(group: programmes.count, inner, table))
                programmes.append((inner, table))
            } else {
                if let corner = corners[item] { rules.keep(leaves.count, in: corner) }
                leaves.append(single[item])
            }
        }
        let all = (1 << leaves.count) - 1
        let blank = leavesBlanks ? (costs.blank - priced.price) / scale : nil
        let bound = AreaBound(
            leaves: leaves.map { $0.areas(rows: grid.rows, limit: limit) }, area: freeArea, limit: limit,
            blank: blank)
        guard bound.least(all, area: freeArea) <= limit else { return nil }
        let rulesWithoutLead = rules
        if keepsLead { rules.keep(0, in: .topLeft) }
        let main = problem(leaves, rules, bound)
        guard let table = main.solve(&work) else { return nil }
        programmes.append((main, table))
        let middle =
            costs.middle.lowerBound * grid.rows...max(costs.middle.lowerBound, costs.middle.upperBound) * grid.rows
        let page = PageProgramme(
            problem: main, table: table, bound: bound,
            seam: (0...grid.rows).map { middle.contains($0 * 100) ? costs.middleSeam / scale : 0 },
            rulesWithoutLead: rulesWithoutLead,
            leadArea: leaves[0].areas(rows: grid.rows, limit: limit).first { $0.area > 0 }?.area ?? 0,
            blank: blank, anchors: anchors, crossesAnchors: crossesAnchors)
        return PlanTables(
            items: items, grid: grid, priced: priced, costs: costs, scale: scale, programmes: programmes, page: page
        )
    }

    /// The whole page with the best choice of fillers, or nil when it cannot be filled within the limit.
    private func root(_ tables: inout PlanTables, _ work: inout WorkBudget) -> PlanNode? {
        let region = tables.page.regions.id(of: GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows))
        let leaves = tables.page.problem.leaves
        let all = (1 << leaves.count) - 1
        let optional = leaves.indices.reduce(0) { leaves[$1].isOptional ? $0 | 1 << $1 : $0 }
        var best: (set: Int, excess: Int)?
        var omitted = optional
        while true {
            if let cost = tables.page.cost(of: region, all & ~omitted, &work) {
                var excess = Int(cost.any.min())
                for leaf in leaves.indices where omitted & (1 << leaf) != 0 { excess += Int(leaves[leaf].omission) }
                if best.map({ excess < $0.excess }) ?? true { best = (all & ~omitted, excess) }
            }
            if omitted == 0 { break }
            omitted = (omitted - 1) & optional
        }
        if work.isSpent { return nil }
        return best.map { PlanNode(table: nil, set: $0.set, region: region) }
    }
}
