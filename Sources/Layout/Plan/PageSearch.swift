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
    /// The columns of the whole page, by which a story's width is judged.
    var pageColumns: Int
    var costs: PlanCosts

    /// Whether a plan with few cuts beside the anchors will do: pages of many stories are refined part by part.
    var mayStayCoarse: Bool { !groups.isEmpty || items.contains { !$0.parts.isEmpty } }

    var freeArea: Int { grid.columns * grid.rows - anchors.reduce(0) { $0 + $1.area } }
}

/// The best plans that were found.
struct PageSearchResult {
    /// The best first, by what the programme sees.
    var drafts: [PlanDraft]
    /// Whether no plan is better by what the programme sees; where stories were grouped, none with these groups.
    var isProven: Bool
    /// What no plan of these stories can cost less than, by what the programme sees; where not everything was looked at, a
    /// bound by area.
    var bound: Int
    /// What the programme's excess starts from, and its unit.
    var base: Int
    var scale: Int

    /// The excess of the best plan.
    var leastExcess: Int { (drafts.first?.excess ?? 0) * scale }

    /// What the programme thinks that a draft costs.
    func cost(of draft: PlanDraft) -> Int { base + draft.excess * scale }
}

extension PageSearch {
    /// How many plans are compared with all their neighbours in view.
    static let compared = 240

    /// Rows between the cuts beside anchors that are tried first.
    private static let coarseStep = 2
    /// How much worse a plan may be by what the programme sees, and still be compared with the best.
    private static let compareSlack = 12

    /// How hard to look.
    struct Effort {
        /// The most combinations to look at: thirty million are about a second's work.
        var work: Int
        /// How many heights are kept for a set and a width, and how much the bound by area is exaggerated.
        var keptRows = Int.max
        var weight: Int16 = 1
        var family = SetFamily.all
        /// Rows between the cuts that are tried beside anchors.
        var step = 1
        /// The excess that is tried first, and the most.
        var firstLimit = 48
        var mostLimit = 1 << 24

        var isExact: Bool { keptRows == .max && weight == 1 && family == .all }

        /// Everything; when that is too much, the best of it; and at last only stories in their order.
        static let thorough = [Effort(work: 45_000_000), .thin, .inOrder]
        static let quick = [Effort(work: 10_000_000), .thin, .inOrder]
        static let thin = Effort(work: 15_000_000, keptRows: 12, weight: 3)
        static let coarse = Effort(work: 80_000_000, family: .runs, step: 6)
        /// For a page on which someone is waiting: a twentieth of a second.
        static let hasty = [
            Effort(work: 600_000, step: 4, firstLimit: 160),
            Effort(work: 400_000, keptRows: 12, weight: 3, step: 4),
            Effort(work: 400_000, family: .runs, step: 4),
        ]
        /// For a page that is planned once more, to be better in one respect and not much worse in others.
        static func again(upTo limit: Int) -> Effort {
            Effort(work: 45_000_000, firstLimit: limit, mostLimit: limit)
        }
        static let inOrder = Effort(work: 20_000_000, family: .runs)
    }

    /// The best plans, by raising the limit on the excess until there is one; nil when the stories cannot tile the page.
    /// - Parameter count: how many at most.
    func plans(_ efforts: [Effort], count: Int = PageSearch.compared) -> PageSearchResult? {
        let fills = items.map { ItemFills($0, grid: grid, pageColumns: pageColumns, costs: costs) }
        guard mayFill(fills) else { return nil }
        let priced = PricedItems(
            costs: fills.map(\.cheapest), isOptional: items.map(\.isFiller), rows: grid.rows, area: freeArea,
            most: leavesBlanks ? costs.blank : 4_096)
        var limit = efforts.first?.firstLimit ?? 48
        var scaled: ScaledItems?
        for effort in efforts {
            var work = WorkBudget(left: effort.work)
            // Beside anchors there are many places to cut: a few of them tell how good a page can be.
            var isCoarse = !anchors.isEmpty && effort.step < PageSearch.coarseStep
            while limit <= effort.mostLimit {
                let workBefore = work.left
                // Excess is kept in 16 bits: a page that is far from right is planned in coarser units.
                var scale = 1
                while limit / scale > 3_000 { scale *= 8 }
                let known = scaled.flatMap { $0.scale == scale ? $0 : nil } ?? scaledItems(fills, priced, scale)
                scaled = known
                if let found = tables(priced, known, limit: Int16(limit / scale), effort, &work),
                    var (tables, root) = rooted(found, step: isCoarse ? PageSearch.coarseStep : effort.step, &work)
                {
                    var isFine = true
                    if isCoarse {
                        // No plan of finer cuts that is worse than this one matters.
                        var limited = tables
                        let least = min(
                            Int(limited.page.problem.limit), root.excess + PageSearch.compareSlack / scale)
                        limited.page.problem.limit = Int16(least)
                        let expected = fineWork(after: workBefore - work.left, limit: limit / scale, least)
                        if expected <= work.left, let fine = rooted(limited, step: effort.step, &work) {
                            (tables, root) = fine
                        } else {
                            // That is too much to look at: the coarse plan is better than one found by halves.
                            isFine = false
                        }
                    }
                    var search = PlanDrafts(tables)
                    let drafts = search.drafts(root.node, count: count, slack: 40 / scale, limit: 20_000)
                    let isExact = scale == 1 && effort.isExact && isFine
                    let isProven = isExact && groups.isEmpty
                    let least = isProven ? drafts.first?.excess ?? 0 : 0
                    return PageSearchResult(
                        drafts: drafts, isProven: isExact, bound: priced.bound + least,
                        base: priced.bound, scale: scale)
                }
                if work.isSpent { break }
                if isCoarse, limit > 200, !mayStayCoarse {
                    // Perhaps only cuts at every row will do.
                    (isCoarse, limit) = (false, 162)
                    continue
                }
                limit = limit < 2_000 && effort.family == .all ? limit * 3 / 2 : limit * 4
            }
            if !work.isSpent { return nil }
        }
        return nil
    }

    /// What cuts at every row take, by what those at every second did (measured: 2.2 times as much; with the square of the limit):
    /// what would not come to an end is not begun.
    private func fineWork(after coarse: Int, limit: Int, _ least: Int) -> Int {
        coarse * 11 / 5 * least / max(1, limit) * least / max(1, limit)
    }

    /// Whether the stories can take all of the area, whatever it costs: else no limit is high enough.
    private func mayFill(_ fills: [ItemFills]) -> Bool {
        guard groups.isEmpty, !leavesBlanks else { return true }
        var sums = AreaSet(upTo: freeArea)
        sums.insert(0)
        for (item, fills) in zip(items, fills) {
            var areas = fills.areas
            if item.isFiller { areas.insert(0) }
            sums = sums.sums(with: areas)
        }
        return sums.contains(freeArea)
    }

    /// The stories in one unit of excess: the same for every limit.
    private struct ScaledItems {
        let scale: Int
        let leaves: [Leaf]
        let tree: TreeCosts
        let butting: ButtingTable
    }

    private func scaledItems(_ fills: [ItemFills], _ priced: PricedItems, _ scale: Int) -> ScaledItems {
        let leaves = items.indices.map {
            fills[$0].leaf($0, items[$0], priced: priced.items[$0], price: priced.price, scale: scale)
        }
        let priorities = items.indices.compactMap { item -> [Int]? in
            guard let group = groups.first(where: { $0.contains(item) }) else { return leaves[item].priorities }
            return item == group.lowerBound ? leaves[group].flatMap(\.priorities) : nil
        }
        return ScaledItems(
            scale: scale, leaves: leaves, tree: TreeCosts(priorities: priorities, costs: costs, scale: scale),
            butting: ButtingTable(costs, scale: scale))
    }

    private func tables(
        _ priced: PricedItems, _ scaled: ScaledItems, limit: Int16, _ effort: Effort, _ work: inout WorkBudget
    ) -> PlanTables? {
        let scale = scaled.scale, single = scaled.leaves
        func problem(_ leaves: [Leaf], _ tree: TreeCosts, _ rules: SplitRules, _ bound: AreaBound?) -> SubsetProblem
        {
            SubsetProblem(
                leaves: leaves, columns: grid.columns, rows: grid.rows,
                stackedColumns: costs.middleSeam > 0 ? grid.columns - 1 : grid.columns,
                rules: rules, tree: tree, butting: scaled.butting, limit: limit, bound: bound,
                keptRows: effort.keptRows, family: effort.family)
        }
        var programmes: [(problem: SubsetProblem, table: SubsetTable)] = []
        var leaves: [Leaf] = []
        var rules = SplitRules()
        for item in items.indices {
            if let group = groups.first(where: { $0.contains(item) }) {
                guard item == group.lowerBound else { continue }
                let own = Array(single[group])
                let tree = TreeCosts(priorities: own.map(\.priorities), costs: costs, scale: scale)
                let inner = problem(own, tree, SplitRules(), nil)
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
            leaves: leaves.map { $0.areas(limit: limit) }, area: freeArea, limit: limit,
            blank: blank,
            weight: effort.weight, family: effort.family, &work)
        guard !work.isSpent, bound.least(all, area: freeArea) <= limit else { return nil }
        let rulesWithoutLead = rules
        if keepsLead { rules.keep(0, in: .topLeft) }
        let main = problem(leaves, scaled.tree, rules, bound)
        guard let table = main.solve(&work) else { return nil }
        programmes.append((main, table))
        let page = PageProgramme(
            problem: main, table: table, bound: bound,
            seam: (0...grid.rows).map { costs.isInMiddle($0, of: grid.rows) ? costs.middleSeam / scale : 0 },
            rulesWithoutLead: rulesWithoutLead,
            leadArea: leaves[0].areas(limit: limit).first { $0.area > 0 }?.area ?? 0,
            blank: blank, regions: regions(step: effort.step))
        return PlanTables(
            items: items, pageColumns: pageColumns, priced: priced, costs: costs, scale: scale,
            programmes: programmes, page: page)
    }

    private func regions(step: Int) -> PageRegions {
        PageRegions(anchors: anchors, crossesAnchors: crossesAnchors, step: step, rows: grid.rows)
    }

    /// The tables with regions cut at every `step`th row, and the whole page with the best choice of fillers; nil when it
    /// cannot be filled within the limit.
    private func rooted(
        _ tables: PlanTables, step: Int, _ work: inout WorkBudget
    ) -> (tables: PlanTables, root: (node: PlanNode, excess: Int))? {
        var tables = tables
        tables.page.use(regions(step: step))
        let region = tables.page.regions.id(of: GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows))
        let leaves = tables.page.problem.leaves
        let all = (1 << leaves.count) - 1
        let optional = leaves.indices.reduce(0) { leaves[$1].isOptional ? $0 | 1 << $1 : $0 }
        var best: (set: Int, excess: Int)?
        var omitted = optional
        while true {
            if let cost = tables.page.cost(of: region, all & ~omitted, &work) {
                var excess = Int(cost.any.leastLane)
                for leaf in leaves.indices where omitted & (1 << leaf) != 0 { excess += Int(leaves[leaf].omission) }
                if best.map({ excess < $0.excess }) ?? true { best = (all & ~omitted, excess) }
            }
            if omitted == 0 { break }
            omitted = (omitted - 1) & optional
        }
        guard !work.isSpent, let best else { return nil }
        return (tables, (PlanNode(table: nil, set: best.set, region: region), best.excess))
    }
}
