/// All that was computed for a page: what `PlanDrafts` reads plans from.
struct PlanTables {
    let items: [PlanItem]
    let pageColumns: Int
    let priced: PricedItems
    let costs: PlanCosts
    let scale: Int
    /// Groups of stories first, the page's own programme last.
    var programmes: [(problem: SubsetProblem, table: SubsetTable)]
    var page: PageProgramme

    var main: Int { programmes.count - 1 }

    /// The ways to make a node that are at most `slack` worse than the best.
    mutating func steps(of node: PlanNode, slack: Int) -> [PlanStep] {
        guard let table = node.table else { return regionSteps(node, slack) }
        return setSteps(node, in: table, slack)
    }

    private func setSteps(_ node: PlanNode, in index: Int, _ slack: Int) -> [PlanStep] {
        let (problem, table) = programmes[index]
        guard let cell = table.cell(node.set, columns: node.columns, rows: node.rows) else { return [] }
        let limit = Int(table.corners(cell, node.shape).least(left: node.left, right: node.right)) + slack
        guard limit - slack < Int(unreachable) else { return [] }
        if node.set & (node.set - 1) == 0 {
            return leafSteps(node, problem.leaves[node.set.trailingZeroBitCount], limit)
        }

        var steps: [PlanStep] = []
        var first = (node.set - 1) & node.set
        while first > 0 {
            defer { first = (first - 1) & node.set }
            let second = node.set ^ first
            if node.shape != .notStacked, node.columns <= problem.stackedColumns,
                problem.rules.allowsStack(first, second)
            {
                let cost = problem.tree.stacked(first, second)
                for height in table.heights(of: first, over: second, columns: node.columns, rows: node.rows) {
                    guard let upper = table.cell(first, columns: node.columns, rows: height),
                        let lower = table.cell(second, columns: node.columns, rows: node.rows - height),
                        Int(table.leastNotStacked[upper]) + Int(table.least[lower]) + cost <= limit
                    else { continue }
                    let sum =
                        Int(table.notStacked[upper].least(left: node.left, right: node.right))
                        + Int(table.least[lower]) + cost
                    guard sum <= limit else { continue }
                    steps.append(
                        stack(
                            sum, PlanNode(table: index, set: first, columns: node.columns, rows: height),
                            PlanNode(table: index, set: second, columns: node.columns, rows: node.rows - height),
                            at: height, under: node))
                }
            }
            if node.shape != .notBeside, problem.rules.allowsSideBySide(first, second) {
                let cost = problem.tree.sideBySide(first, second)
                for columns in 1..<max(1, node.columns) {
                    guard let left = table.cell(first, columns: columns, rows: node.rows),
                        let right = table.cell(second, columns: node.columns - columns, rows: node.rows),
                        Int(table.leastNotBeside[left]) + Int(table.least[right]) + cost <= limit
                    else { continue }
                    steps += rows(
                        PlanNode(table: index, set: first, columns: columns, rows: node.rows),
                        PlanNode(table: index, set: second, columns: node.columns - columns, rows: node.rows),
                        RegionCost(notStacked: table.notStacked[left], notBeside: table.notBeside[left]),
                        RegionCost(notStacked: table.notStacked[right], notBeside: table.notBeside[right]),
                        cost, at: columns, under: node, limit)
                }
            }
        }
        return steps
    }

    private func leafSteps(_ node: PlanNode, _ leaf: Leaf, _ limit: Int) -> [PlanStep] {
        switch leaf.source {
        case .group(let group):
            let all = (1 << programmes[group].problem.leaves.count) - 1
            let inner = PlanNode(
                table: group, set: all, columns: node.columns, rows: node.rows, left: node.left, right: node.right)
            let corners = leaf.corners[(node.columns - 1) * programmes[group].problem.rows + node.rows - 1]
            return [PlanStep(cost: Int(corners.least(left: node.left, right: node.right)), first: inner)]
        case .item(let index):
            var steps: [PlanStep] = []
            // Of fillings that the programme cannot tell apart, the cheapest: sizes are chosen when plans are compared. They
            // come in the order of their own costs; text that finds no room costs the page more.
            var lanes = Array(repeating: -1, count: 16)
            for (number, fill) in items[index].allFills(columns: node.columns, rows: node.rows).enumerated() {
                let lane = fill.lane
                guard node.left & (1 << UInt8(lane / 4)) != 0, node.right & (1 << UInt8(lane % 4)) != 0 else {
                    continue
                }
                let cost = costs.cost(
                    of: fill, in: items[index], columns: node.columns, pageColumns: pageColumns)
                let excess = (cost - priced.price * node.columns * node.rows - priced.items[index].least) / scale
                guard excess <= limit else { continue }
                if lanes[lane] < 0 {
                    lanes[lane] = steps.count
                    steps.append(PlanStep(cost: excess, item: (index, number)))
                } else if excess < steps[lanes[lane]].cost {
                    steps[lanes[lane]] = PlanStep(cost: excess, item: (index, number))
                }
            }
            return steps
        }
    }

    private mutating func regionSteps(_ node: PlanNode, _ slack: Int) -> [PlanStep] {
        var work = WorkBudget(left: Int.max)
        guard let cost = page.cost(of: node.region, node.set, &work) else { return [] }
        let corners = node.shape == .any ? cost.any : node.shape == .notStacked ? cost.notStacked : cost.notBeside
        let limit = Int(corners.least(left: node.left, right: node.right)) + slack
        guard limit - slack < Int(unreachable) else { return [] }
        let rect = page.regions.rects[node.region], isAnchored = page.regions.isAnchored[node.region]
        var steps: [PlanStep] = []
        if !isAnchored {
            let inTable = PlanNode(
                table: main, set: node.set, columns: rect.width, rows: rect.height,
                shape: node.shape, left: node.left, right: node.right)
            if let cell = page.table.cell(node.set, columns: rect.width, rows: rect.height) {
                let sum = Int(page.table.corners(cell, node.shape).least(left: node.left, right: node.right))
                if sum <= limit { steps.append(PlanStep(cost: sum, first: inTable)) }
            }
            if page.blank != nil { steps += blankSteps(node, limit) }
            guard !page.problem.isTabled(rect) else { return steps }
        }
        let cuts = page.regions.cuts(of: node.region)
        if isAnchored, let (cut, isStack) = cuts.forced {
            return forcedSteps(node, cut, isStack, limit)
        }
        let free = page.regions.free[node.region], cap = Int(page.cap(node.set, free: free))
        for one in page.parts(of: node.set) {
            let other = node.set ^ one
            // Without anchors only bands are stacked here; the table knows the rest.
            if !isAnchored, one == 0 || one == node.set { continue }
            for cut in node.shape == .notStacked ? [] : cuts.stacked {
                let cost = page.problem.tree.stacked(one, other) + page.seamCost(of: node.region, at: cut.at)
                guard
                    page.mayHold(
                        cut, one, other, isStack: true, cost, free: free, cap: cap, limit: limit),
                    page.allowsStack(one, over: other, in: cut.first),
                    let upper = page.cost(of: cut.first, one, &work),
                    let lower = page.cost(of: cut.second, other, &work)
                else { continue }
                let sum =
                    Int(upper.notStacked.least(left: node.left, right: node.right)) + Int(lower.any.leastLane)
                    + cost
                guard sum <= limit else { continue }
                steps.append(
                    stack(sum, node.part(cut.first, one), node.part(cut.second, other), at: cut.at, under: node))
            }
            guard isAnchored else { continue }
            for cut in node.shape == .notBeside ? [] : cuts.sideBySide {
                let cost = page.problem.tree.sideBySide(one, other)
                guard
                    page.mayHold(
                        cut, one, other, isStack: false, cost, free: free, cap: cap, limit: limit),
                    page.problem.rules.allowsSideBySide(one, other),
                    let left = page.cost(of: cut.first, one, &work),
                    let right = page.cost(of: cut.second, other, &work)
                else { continue }
                steps += rows(
                    node.part(cut.first, one), node.part(cut.second, other), left, right, cost, at: cut.at,
                    under: node, limit)
            }
        }
        return steps
    }

    /// A region without anchors of which a part stays empty.
    private mutating func blankSteps(_ node: PlanNode, _ limit: Int) -> [PlanStep] {
        let cuts = page.regions.cuts(of: node.region)
        var steps: [PlanStep] = []
        for (isStack, cuts) in [
            (true, node.shape == .notStacked ? [] : cuts.stacked),
            (false, node.shape == .notBeside ? [] : cuts.sideBySide),
        ] {
            for cut in cuts {
                guard let (part, blank) = page.costBeforeBlank(cut, node.set) else { continue }
                let rect = page.regions.rects[cut.first]
                let first = PlanNode(
                    table: main, set: node.set, columns: rect.width, rows: rect.height,
                    shape: isStack ? .notStacked : .notBeside, left: node.left, right: isStack ? node.right : 15)
                // The right corner is empty: it must be allowed to be.
                if !isStack, node.right & 1 == 0 { continue }
                let corners = isStack ? part.notStacked : part.notBeside
                let sum = Int(corners.least(left: first.left, right: first.right)) + Int(blank)
                if sum <= limit { steps.append(PlanStep(cost: sum, first: first)) }
            }
        }
        return steps
    }

    /// A strip of anchors taken off: the rest may be anything.
    private mutating func forcedSteps(_ node: PlanNode, _ cut: RegionCut, _ isStack: Bool, _ limit: Int)
        -> [PlanStep]
    {
        let anchorsFirst = cut.free == 0
        var rest = node.part(anchorsFirst ? cut.second : cut.first, node.set)
        // A corner that the strip takes has no head; the rest's own corner there is free.
        rest.left = anchorsFirst ? 15 : node.left
        rest.right = anchorsFirst && isStack ? 15 : node.right
        if !isStack, !anchorsFirst { rest.right = 15 }
        var work = WorkBudget(left: Int.max)
        guard let cost = page.cost(of: rest.region, node.set, &work) else { return [] }
        let sum = Int(cost.any.least(left: rest.left, right: rest.right))
        guard sum <= limit else { return [] }
        guard anchorsFirst else { return [PlanStep(cost: sum, first: rest)] }
        return [PlanStep(cost: sum, second: rest, columns: isStack ? 0 : cut.at, rows: isStack ? cut.at : 0)]
    }

    private func stack(_ cost: Int, _ upper: PlanNode, _ lower: PlanNode, at row: Int, under node: PlanNode)
        -> PlanStep
    {
        var upper = upper
        upper.shape = .notStacked
        (upper.left, upper.right) = (node.left, node.right)
        return PlanStep(cost: cost, first: upper.orNone, second: lower.orNone, rows: row)
    }

    /// One step for each pair of heads that may meet at the cut.
    private func rows(
        _ left: PlanNode, _ right: PlanNode, _ leftCost: RegionCost, _ rightCost: RegionCost, _ cost: Int,
        at column: Int, under node: PlanNode, _ limit: Int
    ) -> [PlanStep] {
        var steps: [PlanStep] = []
        for own in 0..<4 {
            for meets in 0..<4 {
                var left = left, right = right
                left.shape = .notBeside
                (left.left, left.right) = (node.left, 1 << UInt8(own))
                (right.left, right.right) = (1 << UInt8(meets), node.right)
                let sum =
                    Int(leftCost.notBeside.least(left: left.left, right: left.right))
                    + Int(rightCost.any.least(left: right.left, right: right.right))
                    + Int(programmes[main].problem.butting.costs[own * 4 + meets]) + cost
                if sum <= limit {
                    steps.append(PlanStep(cost: sum, first: left.orNone, second: right.orNone, columns: column))
                }
            }
        }
        return steps
    }
}

extension PlanNode {
    /// Space without stories needs no further steps.
    fileprivate var orNone: PlanNode? { self.set == 0 ? nil : self }

    /// A node for another region of the page.
    fileprivate func part(_ region: Int, _ set: Int) -> PlanNode { PlanNode(table: nil, set: set, region: region) }
}

extension SubsetTable {
    fileprivate func corners(_ cell: Int, _ shape: PlanNode.Shape) -> Corners {
        switch shape {
        case .any: any(cell)
        case .notStacked: notStacked[cell]
        case .notBeside: notBeside[cell]
        }
    }
}
