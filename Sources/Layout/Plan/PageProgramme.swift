/// The least excess of a region by its top corners: as no stack, and as no row.
struct RegionCost {
    var notStacked: Corners
    var notBeside: Corners

    var any: Corners { .least(notStacked, notBeside) }

    static let empty = RegionCost(notStacked: .empty, notBeside: .empty)
    static let unreachable = RegionCost(notStacked: .unreachable, notBeside: .unreachable)
}

/// The programme over regions at their places: cuts around the anchors until a region is free, where the table of sets
/// answers; and the stack of full-width bands, whose seams lie at known heights.
struct PageProgramme {
    let problem: SubsetProblem
    let table: SubsetTable
    let bound: AreaBound
    /// Excess of a full-width seam by the row that begins under it.
    let seam: [Int]
    /// The rules without the lead's, for the strip beside a nameplate (报眼), in which a lead finds no room.
    let rulesWithoutLead: SplitRules
    let leadArea: Int
    var regions: PageRegions
    /// By region: by set, the state's index, or one of the two below.
    private var index: [[Int32]] = []
    private var states: [RegionCost] = []
    private let unknown: Int32 = -1, impossible: Int32 = -2

    init(
        problem: SubsetProblem, table: SubsetTable, bound: AreaBound, seam: [Int], rulesWithoutLead: SplitRules,
        leadArea: Int, anchors: [GridRect], crossesAnchors: Bool
    ) {
        self.problem = problem
        self.table = table
        self.bound = bound
        self.seam = seam
        self.rulesWithoutLead = rulesWithoutLead
        self.leadArea = leadArea
        regions = PageRegions(anchors: anchors, crossesAnchors: crossesAnchors)
    }

    /// The least excess with which a set fills a region; nil where it cannot within the limit.
    mutating func cost(of region: Int, _ set: Int, _ work: inout WorkBudget) -> RegionCost? {
        let free = regions[region].free
        if set == 0 || free == 0 { return set == 0 && free == 0 ? .empty : nil }
        let rect = regions[region].rect
        if !regions[region].isAnchored, rect.width < problem.columns {
            guard let cell = table.cell(set, columns: rect.width, rows: rect.height) else { return nil }
            return RegionCost(notStacked: table.notStacked[cell], notBeside: table.notBeside[cell])
        }
        let cap = self.cap(set, free: free)
        guard bound.least(set, area: free) <= cap else { return nil }
        if let known = known(region, set) { return known < 0 ? nil : states[Int(known)] }
        guard !work.isSpent else { return nil }
        var cost = regions[region].isAnchored
            ? cutCost(of: region, set, cap, &work) : bandCost(of: region, set, cap, &work)
        cost.notStacked = cost.notStacked.limited(to: cap)
        cost.notBeside = cost.notBeside.limited(to: cap)
        let isReached = cost.any.min() < unreachable
        index[region][set] = isReached ? Int32(states.count) : impossible
        if isReached { states.append(cost) }
        return isReached ? cost : nil
    }

    func cap(_ set: Int, free: Int) -> Int16 {
        let rest = (1 << problem.leaves.count) - 1 - set
        return problem.limit - bound.least(rest, area: bound.area - free)
    }

    /// The rules for a stack with this upper part.
    func rules(over upper: Int) -> SplitRules {
        let region = regions[upper]
        let isStrip = region.isAnchored && region.free < leadArea && region.rect.height * 4 <= seam.count
        return isStrip ? rulesWithoutLead : problem.rules
    }

    func seamCost(of region: Int, at row: Int) -> Int {
        let rect = regions[region].rect
        return rect.width == problem.columns ? seam[rect.rows.lowerBound + row] : 0
    }

    private mutating func known(_ region: Int, _ set: Int) -> Int32? {
        while index.count <= region { index.append([]) }
        if index[region].isEmpty {
            index[region] = Array(repeating: unknown, count: 1 << problem.leaves.count)
        }
        let state = index[region][set]
        return state == unknown ? nil : state
    }

    /// A full-width region without anchors: bands from the top.
    private mutating func bandCost(of region: Int, _ set: Int, _ cap: Int16, _ work: inout WorkBudget) -> RegionCost {
        var result = RegionCost.unreachable
        let rect = regions[region].rect
        let columns = problem.columns
        if let cell = table.cell(set, columns: columns, rows: rect.height) {
            result = RegionCost(notStacked: table.notStacked[cell], notBeside: table.notBeside[cell])
        }
        var upper = (set - 1) & set
        while upper > 0 {
            defer { upper = (upper - 1) & set }
            let lower = set ^ upper
            let row = upper * table.width + columns - 1
            guard problem.rules.allowsStack(upper, lower), table.count[row] > 0 else { continue }
            let cost = problem.tree.stacked(upper, lower)
            for offset in 0..<table.count[row] {
                let height = table.low[row] + offset
                guard height < rect.height else { break }
                let cell = table.first[row] + offset
                let sum = Int(table.leastNotStacked[cell]) + cost + seamCost(of: region, at: height)
                work.left -= 1
                guard sum + Int(bound.least(lower, area: (rect.height - height) * columns)) <= Int(cap) else { continue }
                let under = regions.id(of: GridRect(
                    columns: rect.columns, rows: rect.rows.lowerBound + height..<rect.rows.upperBound))
                guard let below = self.cost(of: under, lower, &work) else { continue }
                let least = Int(below.any.min()) + cost + seamCost(of: region, at: height)
                result.notBeside = .least(
                    result.notBeside, table.notStacked[cell] &+ Corners(repeating: Int16(truncatingIfNeeded: least)))
            }
        }
        return result
    }

    /// A region with anchors: every cut that crosses none.
    private mutating func cutCost(of region: Int, _ set: Int, _ cap: Int16, _ work: inout WorkBudget) -> RegionCost {
        let cuts = regions.cuts(of: region)
        var result = RegionCost.unreachable
        if let (cut, isStack) = cuts.forced {
            guard let first = cost(of: cut.first, cut.free == 0 ? 0 : set, &work),
                let second = cost(of: cut.second, cut.free == 0 ? set : 0, &work)
            else { return result }
            let corners = isStack
                ? first.any &+ Corners(repeating: second.any.min())
                : beside(problem.butting.meeting(first.any), second.any)
            return RegionCost(notStacked: corners, notBeside: corners)
        }
        let free = regions[region].free
        var one = (set - 1) & set
        while one > 0 {
            defer { one = (one - 1) & set }
            let other = set ^ one
            let stackCost = problem.tree.stacked(one, other), rowCost = problem.tree.sideBySide(one, other)
            func mayHold(_ cut: PageRegion.Cut, _ cost: Int) -> Bool {
                Int(bound.least(one, area: cut.free)) + Int(bound.least(other, area: free - cut.free)) + cost <= Int(cap)
            }
            var next = cuts.stacked.firstIndex { $0.free >= bound.low[one] } ?? cuts.stacked.count
            while next < cuts.stacked.count, cuts.stacked[next].free <= bound.high[one] {
                let cut = cuts.stacked[next]
                next += 1
                work.left -= 1
                let cost = stackCost + seamCost(of: region, at: cut.at)
                guard mayHold(cut, cost), rules(over: cut.first).allowsStack(one, other),
                    let upper = self.cost(of: cut.first, one, &work),
                    let lower = self.cost(of: cut.second, other, &work)
                else { continue }
                let least = Int(lower.any.min()) + cost
                result.notBeside = .least(
                    result.notBeside, upper.notStacked &+ Corners(repeating: Int16(truncatingIfNeeded: least)))
            }
            for cut in cuts.sideBySide {
                work.left -= 1
                guard mayHold(cut, rowCost), problem.rules.allowsSideBySide(one, other),
                    let left = self.cost(of: cut.first, one, &work),
                    let right = self.cost(of: cut.second, other, &work)
                else { continue }
                result.notStacked = .least(
                    result.notStacked,
                    beside(problem.butting.meeting(left.notBeside), right.any)
                        &+ Corners(repeating: Int16(truncatingIfNeeded: rowCost)))
            }
        }
        return result
    }
}
