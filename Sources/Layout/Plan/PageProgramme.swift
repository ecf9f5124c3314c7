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
    /// Excess of a column-row that stays empty; nil where none may.
    let blank: Int?
    var regions: PageRegions
    /// By region: by set, the state's index, or one of the two below.
    private var index: [[Int32]] = []
    private var states: [RegionCost] = []
    private let unknown: Int32 = -1, impossible: Int32 = -2

    init(
        problem: SubsetProblem, table: SubsetTable, bound: AreaBound, seam: [Int], rulesWithoutLead: SplitRules,
        leadArea: Int, blank: Int?, anchors: [GridRect], crossesAnchors: Bool
    ) {
        self.problem = problem
        self.table = table
        self.bound = bound
        self.seam = seam
        self.rulesWithoutLead = rulesWithoutLead
        self.leadArea = leadArea
        self.blank = blank
        regions = PageRegions(anchors: anchors, crossesAnchors: crossesAnchors)
    }

    /// The least excess with which a set fills a region; nil where it cannot within the limit.
    mutating func cost(of region: Int, _ set: Int, _ work: inout WorkBudget) -> RegionCost? {
        let free = regions[region].free
        if set == 0 { return emptyCost(free: free) }
        guard free > 0 else { return nil }
        let rect = regions[region].rect
        if !regions[region].isAnchored, rect.width < problem.columns, blank == nil {
            return tableCost(set, columns: rect.width, rows: rect.height)
        }
        let cap = self.cap(set, free: free)
        guard bound.least(set, area: free) <= cap else { return nil }
        if let known = known(region, set) { return known < 0 ? nil : states[Int(known)] }
        guard !work.isSpent else { return nil }
        var cost = RegionCost.unreachable
        if regions[region].isAnchored {
            cost = cutCost(of: region, set, cap, &work)
        } else {
            if rect.width == problem.columns {
                cost = bandCost(of: region, set, cap, &work)
            } else if let known = tableCost(set, columns: rect.width, rows: rect.height) {
                cost = known
            }
            if blank != nil { leaveBlank(in: region, set, cap, &cost, &work) }
        }
        cost.notStacked = cost.notStacked.limited(to: cap)
        cost.notBeside = cost.notBeside.limited(to: cap)
        let isReached = cost.any.min() < unreachable
        index[region][set] = isReached ? Int32(states.count) : impossible
        if isReached { states.append(cost) }
        return isReached ? cost : nil
    }

    /// What it costs to leave a region to the anchors in it, and the rest of it empty.
    private func emptyCost(free: Int) -> RegionCost? {
        guard free > 0 else { return .empty }
        guard let blank, free * blank <= Int(problem.limit) else { return nil }
        let corners = Corners.empty.replacing(with: Int16(free * blank), where: Corners.empty .== 0)
        return RegionCost(notStacked: corners, notBeside: corners)
    }

    private func tableCost(_ set: Int, columns: Int, rows: Int) -> RegionCost? {
        table.cell(set, columns: columns, rows: rows).map {
            RegionCost(notStacked: table.notStacked[$0], notBeside: table.notBeside[$0])
        }
    }

    /// A region without anchors of which the lower or the right part stays empty.
    private mutating func leaveBlank(
        in region: Int, _ set: Int, _ cap: Int16, _ cost: inout RegionCost, _ work: inout WorkBudget
    ) {
        let cuts = regions.cuts(of: region)
        for (isStack, cuts) in [(true, cuts.stacked), (false, cuts.sideBySide)] {
            for cut in cuts {
                work.left -= 1
                guard let empty = emptyCost(free: regions[cut.second].free),
                    Int(bound.least(set, area: cut.free)) + Int(empty.any.min()) <= Int(cap),
                    let part = self.cost(of: cut.first, set, &work)
                else { continue }
                if isStack {
                    cost.notBeside = .least(cost.notBeside, part.notStacked &+ Corners(repeating: empty.any.min()))
                } else {
                    cost.notStacked = .least(
                        cost.notStacked, beside(problem.butting.meeting(part.notBeside), empty.any))
                }
            }
        }
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
    private mutating func bandCost(of region: Int, _ set: Int, _ cap: Int16, _ work: inout WorkBudget) -> RegionCost
    {
        var result = RegionCost.unreachable
        let rect = regions[region].rect
        let columns = problem.columns
        if let known = tableCost(set, columns: columns, rows: rect.height) { result = known }
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
                guard sum + Int(bound.least(lower, area: (rect.height - height) * columns)) <= Int(cap) else {
                    continue
                }
                let under = regions.id(
                    of: GridRect(
                        columns: rect.columns, rows: rect.rows.lowerBound + height..<rect.rows.upperBound))
                guard let below = self.cost(of: under, lower, &work) else { continue }
                let least = Int(below.any.min()) + cost + seamCost(of: region, at: height)
                result.notBeside = .least(
                    result.notBeside, table.notStacked[cell] &+ Corners(repeating: Int16(truncatingIfNeeded: least))
                )
            }
        }
        return result
    }

    /// The sets that may stand in the first part of a cut region with anchors.
    func parts(of set: Int) -> [Int] {
        var parts = blank == nil ? [] : [set, 0]
        var one = (set - 1) & set
        while one > 0 {
            parts.append(one)
            one = (one - 1) & set
        }
        return parts
    }

    /// A region with anchors: every cut that crosses none.
    private mutating func cutCost(of region: Int, _ set: Int, _ cap: Int16, _ work: inout WorkBudget) -> RegionCost
    {
        let cuts = regions.cuts(of: region)
        var result = RegionCost.unreachable
        if let (cut, isStack) = cuts.forced {
            guard let first = cost(of: cut.first, cut.free == 0 ? 0 : set, &work),
                let second = cost(of: cut.second, cut.free == 0 ? set : 0, &work)
            else { return result }
            let corners =
                isStack
                ? first.any &+ Corners(repeating: second.any.min())
                : beside(problem.butting.meeting(first.any), second.any)
            return RegionCost(notStacked: corners, notBeside: corners)
        }
        let free = regions[region].free
        for one in parts(of: set) {
            let other = set ^ one
            let stackCost = problem.tree.stacked(one, other), rowCost = problem.tree.sideBySide(one, other)
            func mayHold(_ cut: PageRegion.Cut, _ cost: Int) -> Bool {
                Int(bound.least(one, area: cut.free)) + Int(bound.least(other, area: free - cut.free)) + cost
                    <= Int(cap)
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
