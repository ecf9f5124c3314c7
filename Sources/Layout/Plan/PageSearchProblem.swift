/// The free stories of one page, ready for the programme.
struct PageSearchProblem {
    /// In the order of the programme: the lead first.
    var items: [PlanItem]
    /// The corner in which each is to stand, or nil.
    var corners: [Advertisement.Corner?]
    var anchors: [GridRect]
    var grid: PageGrid
    var costs: PlanCosts

    var freeArea: Int { grid.columns * grid.rows - anchors.reduce(0) { $0 + $1.area } }
}

/// The best plans that were found.
struct PageSearchResult {
    var drafts: [PlanDraft]
    /// Whether no better plan exists by the programme's costs.
    var isProven: Bool
    /// Combinations looked at.
    var work: Int
}

extension PageSearchProblem {
    /// The most combinations that one page may take.
    static let mostWork = 400_000_000

    /// The best plans, by raising the limit on the excess until there is one; nil when the stories cannot tile the page.
    func search() -> PageSearchResult? {
        let priced = PricedItems(
            costs: items.map(cheapest), isOptional: items.map(\.isFiller), rows: grid.rows, area: freeArea)
        var spent = 0
        for scale in [1, 8, 64, 512] {
            var limit = 48
            while limit <= 6_000 {
                var work = WorkBudget(left: Self.mostWork)
                var tables = tables(priced, scale: scale, limit: Int16(limit), &work)
                spent += Self.mostWork - work.left
                if var found = tables.take(), let root = root(&found) {
                    var search = PlanSearch(found)
                    let drafts = search.drafts(root, atColumn: 0, row: 0, count: 100, slack: 40 / scale, limit: 20_000)
                    return PageSearchResult(drafts: drafts, isProven: scale == 1, work: spent)
                }
                if work.isSpent { return nil }
                limit = limit * 3 / 2
            }
        }
        return nil
    }

    private func cheapest(_ item: PlanItem) -> [Int?] {
        var result: [Int?] = []
        for column in 1...grid.columns {
            for row in 1...grid.rows {
                result.append(item.fill(columns: column, rows: row).map { costs.cost(of: $0, in: item) })
            }
        }
        return result
    }

    private func tables(_ priced: PricedItems, scale: Int, limit: Int16, _ work: inout WorkBudget) -> PlanTables? {
        let leaves = items.indices.map {
            Leaf(
                item: $0, items[$0], priced: priced.items[$0], price: priced.price, columns: grid.columns,
                rows: grid.rows, costs: costs, scale: scale)
        }
        let bound = AreaBound(
            leaves: leaves.map { $0.areas(rows: grid.rows, limit: limit) }, area: freeArea, limit: limit)
        guard bound.least((1 << leaves.count) - 1, area: freeArea) <= limit else { return nil }
        var rules = SplitRules()
        for (item, corner) in corners.enumerated() {
            if let corner { rules.keep(item, in: corner) }
        }
        let rulesWithoutLead = rules
        if corners.first == .some(nil) { rules.keep(0, in: .topLeft) }
        let problem = SubsetProblem(
            leaves: leaves, columns: grid.columns, rows: grid.rows, stackedColumns: grid.columns - 1, rules: rules,
            tree: TreeCosts(priorities: leaves.map(\.priority), costs: costs, scale: scale),
            butting: ButtingTable(costs, scale: scale), limit: limit, bound: bound)
        guard let table = problem.solve(&work) else { return nil }
        let middle = costs.middle.lowerBound * grid.rows...costs.middle.upperBound * grid.rows
        let page = PageProgramme(
            problem: problem, table: table, bound: bound,
            seam: (0...grid.rows).map { middle.contains($0 * 100) ? costs.middleSeam / scale : 0 },
            rulesWithoutLead: rulesWithoutLead,
            leadArea: leaves[0].areas(rows: grid.rows, limit: limit).first { $0.area > 0 }?.area ?? 0, anchors: anchors)
        return PlanTables(
            items: items, priced: priced, costs: costs, scale: scale, programmes: [(problem, table)], page: page)
    }

    /// The whole page with the best choice of fillers, or nil when it cannot be filled within the limit.
    private func root(_ tables: inout PlanTables) -> PlanNode? {
        var work = WorkBudget(left: Int.max)
        let region = tables.page.regions.id(of: GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows))
        var best: (set: Int, excess: Int)?
        let all = (1 << items.count) - 1
        let leaves = tables.page.problem.leaves
        for omitted in 0...all where omitted == 0 || leaves.indices.allSatisfy({ omitted & (1 << $0) == 0 || leaves[$0].isOptional }) {
            let set = all & ~omitted
            guard let cost = tables.page.cost(of: region, set, &work) else { continue }
            var excess = Int(cost.any.min())
            for item in leaves.indices where omitted & (1 << item) != 0 { excess += Int(leaves[item].omission) }
            if best.map({ excess < $0.excess }) ?? true { best = (set, excess) }
        }
        return best.map { PlanNode(table: nil, set: $0.set, region: region) }
    }
}
