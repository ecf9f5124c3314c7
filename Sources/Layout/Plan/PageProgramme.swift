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
    var problem: SubsetProblem
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
    /// By region and set, the state's index, or -1 where the set cannot fill the region.
    private var index = StateIndex()
    private var states: [RegionCost] = []

    init(
        problem: SubsetProblem, table: SubsetTable, bound: AreaBound, seam: [Int], rulesWithoutLead: SplitRules,
        leadArea: Int, blank: Int?, regions: PageRegions
    ) {
        self.problem = problem
        self.table = table
        self.bound = bound
        self.seam = seam
        self.rulesWithoutLead = rulesWithoutLead
        self.leadArea = leadArea
        self.blank = blank
        self.regions = regions
    }

    /// Begins anew with other regions.
    mutating func use(_ regions: PageRegions) {
        self.regions = regions
        index = StateIndex()
        states = []
    }

    /// The least excess with which a set fills a region; nil where it cannot within the limit.
    mutating func cost(of region: Int, _ set: Int, _ work: inout WorkBudget) -> RegionCost? {
        let free = regions.free[region]
        if set == 0 { return emptyCost(free: free) }
        guard free > 0 else { return nil }
        let rect = regions.rects[region]
        if !regions.isAnchored[region], problem.isTabled(rect), blank == nil {
            return tableCost(set, columns: rect.width, rows: rect.height)
        }
        let cap = self.cap(set, free: free)
        guard bound.least(set, area: free) <= cap else { return nil }
        let key = region << problem.leaves.count | set
        if let state = index[key] { return state < 0 ? nil : states[Int(state)] }
        guard !work.isSpent else { return nil }
        // Weighed by the clock against a combination in the table of sets.
        work.left -= 64
        let known = regions.rects.count
        defer { work.left -= 16 * (regions.rects.count - known) }
        var cost = RegionCost.unreachable
        if regions.isAnchored[region] {
            cost = cutCost(of: region, set, cap, &work)
        } else {
            if !problem.isTabled(rect) {
                cost = bandCost(of: region, set, cap, &work)
            } else if let known = tableCost(set, columns: rect.width, rows: rect.height) {
                cost = known
            }
            if blank != nil { leaveBlank(in: region, set, &cost, &work) }
        }
        cost.notStacked = cost.notStacked.limited(to: cap)
        cost.notBeside = cost.notBeside.limited(to: cap)
        let isReached = cost.any.min() < unreachable
        index.insert(isReached ? Int32(states.count) : -1, at: key)
        if isReached { states.append(cost) }
        return isReached ? cost : nil
    }

    /// Whether two sets may stand on the two sides of a cut of a region within its cap, as far as can be seen without
    /// working it out; `limit` is a nearer limit for their sum.
    @inline(__always)
    func mayHold(
        _ cut: RegionCut, _ one: Int, _ other: Int, isStack: Bool, _ cost: Int, free: Int, cap: Int,
        limit: Int = .max
    ) -> Bool {
        var first = Int(bound.least(one, area: cut.free)), second = Int(bound.least(other, area: free - cut.free))
        guard first + second + cost <= cap else { return false }
        if let known = known(cut.first, one, isStack ? table.leastNotStacked : table.leastNotBeside) {
            first = known
        }
        if let known = known(cut.second, other, table.least) { second = known }
        guard first + second + cost <= cap else { return false }
        guard limit < cap else { return true }
        return first / Int(bound.weight) + second / Int(bound.weight) + cost <= limit
    }

    /// The least cost of a part that the table knows; nil where it must be worked out.
    @inline(__always)
    private func known(_ region: Int, _ set: Int, _ least: [Int16]) -> Int? {
        let rect = regions.rects[region]
        guard blank == nil, !regions.isAnchored[region], problem.isTabled(rect) else { return nil }
        return Int(table.cell(set, columns: rect.width, rows: rect.height).map { least[$0] } ?? unreachable)
    }

    /// What it costs to leave a region to the anchors in it, and the rest of it empty.
    private func emptyCost(free: Int) -> RegionCost? {
        guard free > 0 else { return .empty }
        guard let blank, free * blank <= Int(problem.limit) else { return nil }
        let corners = Corners.empty.replacing(with: Int16(free * blank), where: Corners.empty .== 0)
        return RegionCost(notStacked: corners, notBeside: corners)
    }

    func tableCost(_ set: Int, columns: Int, rows: Int) -> RegionCost? {
        table.cell(set, columns: columns, rows: rows).map {
            RegionCost(notStacked: table.notStacked[$0], notBeside: table.notBeside[$0])
        }
    }

    /// The cost of a region without anchors of which what is under or right of a cut stays empty; the table knows the rest.
    func costBeforeBlank(_ cut: RegionCut, _ set: Int) -> (part: RegionCost, blank: Int16)? {
        let rect = regions.rects[cut.first]
        guard let empty = emptyCost(free: regions.free[cut.second]),
            let part = tableCost(set, columns: rect.width, rows: rect.height)
        else { return nil }
        return (part, empty.any.min())
    }

    private mutating func leaveBlank(in region: Int, _ set: Int, _ cost: inout RegionCost, _ work: inout WorkBudget)
    {
        let cuts = regions.cuts(of: region)
        work.left -= cuts.stacked.count + cuts.sideBySide.count
        for cut in cuts.stacked {
            guard let (part, blank) = costBeforeBlank(cut, set) else { continue }
            cost.notBeside = .least(cost.notBeside, part.notStacked &+ Corners(repeating: blank))
        }
        for cut in cuts.sideBySide {
            guard let (part, blank) = costBeforeBlank(cut, set) else { continue }
            cost.notStacked = .least(
                cost.notStacked, problem.butting.besideNothing(part.notBeside) &+ Corners(repeating: blank))
        }
    }

    func cap(_ set: Int, free: Int) -> Int16 {
        problem.limit - bound.leastRest(of: set, all: (1 << problem.leaves.count) - 1, area: free)
    }

    /// The rules for a stack with this upper part.
    func rules(over upper: Int) -> SplitRules {
        let rect = regions.rects[upper]
        // What stands beside a nameplate, not under it.
        let isStrip =
            regions.isAnchored[upper] && regions.free[upper] < leadArea && rect.height * 4 <= seam.count
            && regions.anchors.contains {
                $0.overlaps(rect) && $0.rows.upperBound + 1 >= rect.rows.upperBound
                    && $0.columns.lowerBound == rect.columns.lowerBound
            }
        return isStrip ? rulesWithoutLead : problem.rules
    }

    func seamCost(of region: Int, at row: Int) -> Int {
        let rect = regions.rects[region]
        return rect.width == problem.columns ? seam[rect.rows.lowerBound + row] : 0
    }

    /// A full-width region without anchors: bands from the top.
    private mutating func bandCost(of region: Int, _ set: Int, _ cap: Int16, _ work: inout WorkBudget) -> RegionCost
    {
        var result = RegionCost.unreachable
        let rect = regions.rects[region]
        let columns = problem.columns
        if let known = tableCost(set, columns: columns, rows: rect.height) { result = known }
        var upper = (set - 1) & set
        while upper > 0 {
            defer { upper = (upper - 1) & set }
            let lower = set ^ upper
            let row = upper * table.width + columns - 1
            guard problem.family.contains(upper), problem.family.contains(lower), table.count[row] > 0,
                problem.rules.allowsStack(upper, lower)
            else { continue }
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
            if problem.family.contains(one), problem.family.contains(set ^ one) { parts.append(one) }
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
        let free = regions.free[region]
        for one in parts(of: set) {
            let other = set ^ one
            // The areas that the first part may have for both parts to stay within the limit.
            let least = max(bound.low[one], free - bound.high[other])
            let most = min(bound.high[one], free - bound.low[other])
            guard least <= most else { continue }
            var next = cuts.stacked.firstPlace(ofArea: least)
            let hasStack = next < cuts.stacked.count && cuts.stacked[next].free <= most
            let stackCost = hasStack ? problem.tree.stacked(one, other) : 0
            while next < cuts.stacked.count, cuts.stacked[next].free <= most {
                let cut = cuts.stacked[next]
                next += 1
                work.left -= 1
                let cost = stackCost + seamCost(of: region, at: cut.at)
                guard mayHold(cut, one, other, isStack: true, cost, free: free, cap: Int(cap)),
                    rules(over: cut.first).allowsStack(one, other),
                    let upper = self.cost(of: cut.first, one, &work),
                    let lower = self.cost(of: cut.second, other, &work)
                else { continue }
                let least = Int(lower.any.min()) + cost
                result.notBeside = .least(
                    result.notBeside, upper.notStacked &+ Corners(repeating: Int16(truncatingIfNeeded: least)))
            }
            guard cuts.sideBySide.contains(where: { $0.free >= least && $0.free <= most }) else { continue }
            let rowCost = problem.tree.sideBySide(one, other)
            for cut in cuts.sideBySide where cut.free >= least && cut.free <= most {
                work.left -= 1
                guard mayHold(cut, one, other, isStack: false, rowCost, free: free, cap: Int(cap)),
                    problem.rules.allowsSideBySide(one, other),
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

extension [RegionCut] {
    /// The first cut whose upper part has at least so much free area.
    fileprivate func firstPlace(ofArea area: Int) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].free < area { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
