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
    /// The least of each state.
    private var least: [Int16] = []
    /// The states of what lies under full-width bands.
    private var bands: BandStates
    /// What is known of the parts over and under cuts.
    private var dead: DeadParts
    /// By region, whether a lead finds no room in it; nil: not looked at.
    private var isStrip: [Bool?] = []

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
        bands = BandStates(rows: problem.rows, items: problem.leaves.count)
        dead = DeadParts(columns: problem.columns, rows: problem.rows, items: problem.leaves.count)
    }

    /// Begins anew with other regions.
    mutating func use(_ regions: PageRegions) {
        self.regions = regions
        index = StateIndex()
        states = []
        least = []
        bands = BandStates(rows: problem.rows, items: problem.leaves.count)
        dead = DeadParts(columns: problem.columns, rows: problem.rows, items: problem.leaves.count)
        isStrip = []
    }

    /// The least excess with which a set fills a region; nil where it cannot within the limit.
    mutating func cost(of region: Int, _ set: Int, _ work: inout WorkBudget) -> RegionCost? {
        part(of: region, set, &work).map { RegionCost(notStacked: notStacked($0), notBeside: notBeside($0)) }
    }

    /// The number of the state, or of the table's cell with all bits turned round, that says what a region costs.
    private typealias Part = Int

    @inline(__always)
    private func notStacked(_ part: Part) -> Corners {
        part < 0 ? table.notStacked[~part] : states[part].notStacked
    }

    @inline(__always)
    private func notBeside(_ part: Part) -> Corners {
        part < 0 ? table.notBeside[~part] : states[part].notBeside
    }

    @inline(__always)
    private func least(_ part: Part) -> Int { Int(part < 0 ? table.least[~part] : least[part]) }

    private mutating func part(of region: Int, _ set: Int, _ work: inout WorkBudget) -> Part? {
        let rect = regions.rects[region], isAnchored = regions.isAnchored[region]
        if set != 0, !isAnchored, problem.isTabled(rect), blank == nil {
            return table.cell(set, columns: rect.width, rows: rect.height).map { ~$0 }
        }
        let key = region << problem.leaves.count | set
        if let state = index[key] { return state < 0 ? nil : Int(state) }
        let free = regions.free[region]
        if set == 0 { return emptyCost(free: free).map { store($0, at: key) } }
        guard free > 0 else { return nil }
        let cap = self.cap(set, free: free)
        guard bound.least(set, area: free) <= cap, !work.isSpent else { return nil }
        // Weighed by the clock against a combination in the table of sets.
        work.left -= 64
        let known = regions.rects.count
        defer { work.left -= 16 * (regions.rects.count - known) }
        var cost = RegionCost.unreachable
        if isAnchored {
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
        guard cost.any.leastLane < unreachable else {
            index.insert(-1, at: key)
            return nil
        }
        return store(cost, at: key)
    }

    private mutating func store(_ cost: RegionCost, at key: Int) -> Part {
        index.insert(Int32(states.count), at: key)
        states.append(cost)
        least.append(cost.any.leastLane)
        return states.count - 1
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
        return (part, empty.any.leastLane)
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
    mutating func rules(over upper: Int) -> SplitRules {
        guard regions.isAnchored[upper] else { return problem.rules }
        while isStrip.count <= upper { isStrip.append(nil) }
        let known = isStrip[upper] ?? isBesideNameplate(upper)
        isStrip[upper] = known
        return known ? rulesWithoutLead : problem.rules
    }

    /// Whether a region is what stands beside a nameplate, not under it.
    private func isBesideNameplate(_ region: Int) -> Bool {
        let rect = regions.rects[region]
        return regions.free[region] < leadArea && rect.height * 4 <= seam.count
            && regions.anchors.contains {
                $0.overlaps(rect) && $0.rows.upperBound + 1 >= rect.rows.upperBound
                    && $0.columns.lowerBound == rect.columns.lowerBound
            }
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
        let columns = problem.columns, cap = Int(cap), (top, bottom) = (rect.rows.lowerBound, rect.rows.upperBound)
        if let known = tableCost(set, columns: columns, rows: rect.height) { result = known }
        var upper = (set - 1) & set
        while upper > 0 {
            defer { upper = (upper - 1) & set }
            let lower = set ^ upper
            let row = upper * table.width + columns - 1
            var lowest = table.low[row], highest = min(lowest + table.count[row], rect.height) - 1
            guard table.count[row] > 0, lowest <= highest, problem.family.contains(upper),
                problem.family.contains(lower), problem.rules.allowsStack(upper, lower)
            else { continue }
            work.left -= highest - lowest + 1
            // Where the bound has the area of what lies under a band, less a row for each row of the band.
            let area = rect.height * columns
            let areas = bound.begin(of: lower) + area
            lowest = max(lowest, (area - Int(bound.high[lower]) + columns - 1) / columns)
            highest = min(highest, (area - Int(bound.low[lower])) / columns)
            guard lowest <= highest else { continue }
            var treeCost: Int?
            for height in lowest...highest {
                let cell = table.first[row] + height - table.low[row]
                var sum = Int(table.leastNotStacked[cell]) + seam[top + height]
                guard sum + Int(bound[areas - height * columns]) <= cap else { continue }
                let cost = treeCost ?? problem.tree.stacked(upper, lower)
                treeCost = cost
                sum += cost
                guard sum + Int(bound[areas - height * columns]) <= cap,
                    let below = band(lower, from: top + height, to: bottom, &work),
                    sum + Int(least[below]) <= cap
                else { continue }
                let least = Int(least[below]) + cost + seam[top + height]
                result.notBeside = .least(
                    result.notBeside, table.notStacked[cell] &+ Corners(repeating: Int16(truncatingIfNeeded: least))
                )
            }
        }
        return result
    }

    /// The state of a full-width region without anchors.
    @inline(__always)
    private mutating func band(_ set: Int, from top: Int, to bottom: Int, _ work: inout WorkBudget) -> Part? {
        let place = bands.place(of: set, bottom: bottom) + top
        if let known = bands[place] { return known < 0 ? nil : known }
        let region = regions.id(of: GridRect(columns: 0..<problem.columns, rows: top..<bottom))
        let part = self.part(of: region, set, &work)
        bands[place] = part ?? -1
        return part
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
                ? first.any &+ Corners(repeating: second.any.leastLane)
                : beside(problem.butting.meeting(first.any), second.any)
            return RegionCost(notStacked: corners, notBeside: corners)
        }
        let free = regions.free[region], rect = regions.rects[region], cap = Int(cap)
        let place = CutPlace(
            cuts: cuts, free: free, top: rect.rows.lowerBound,
            above: dead.number(of: .above, rect.columns, edge: rect.rows.lowerBound),
            below: dead.number(of: .below, rect.columns, edge: rect.rows.upperBound),
            hasSeams: rect.width == problem.columns)
        var one = set
        while true {
            let other = set ^ one
            if mayPart(one, other) {
                stack(one, over: other, place, cap, &result.notBeside, &work)
                self.place(one, beside: other, cuts.sideBySide, free: free, cap, &result.notStacked, &work)
            }
            if one == 0 { return result }
            one = (one - 1) & set
        }
    }

    /// A region with anchors that is being cut.
    private struct CutPlace {
        let cuts: RegionCuts
        let free: Int
        let top: Int
        /// The numbers of what is known of the parts over and under its cuts.
        let above: Int
        let below: Int
        let hasSeams: Bool
    }

    @inline(__always)
    private func mayPart(_ one: Int, _ other: Int) -> Bool {
        one == 0 || other == 0 ? blank != nil : problem.family.contains(one) && problem.family.contains(other)
    }

    /// The areas that the first of two parts may have for both to stay within the limit.
    @inline(__always)
    private func areas(of one: Int, with other: Int, free: Int) -> (least: Int, most: Int) {
        (
            max(Int(bound.low[one]), free - Int(bound.high[other])),
            min(Int(bound.high[one]), free - Int(bound.low[other]))
        )
    }

    /// One set over another in a region with anchors, at every cut.
    @inline(__always)
    private mutating func stack(
        _ one: Int, over other: Int, _ place: CutPlace, _ cap: Int, _ result: inout Corners,
        _ work: inout WorkBudget
    ) {
        let (least, most) = areas(of: one, with: other, free: place.free)
        guard least <= most, let index = place.cuts.index else { return }
        let from = index.first(of: place.cuts.stacked, area: least)
        let to = index.first(of: place.cuts.stacked, area: most + 1)
        guard from < to else { return }
        work.left -= to - from
        let first = bound.begin(of: one), second = bound.begin(of: other) + place.free
        let low = place.top + place.cuts.stacked[from].at, high = place.top + place.cuts.stacked[to - 1].at
        var treeCost: Int?
        for word in low >> 6...high >> 6 {
            var rows = index.rows[word] & ~dead.dead(word, above: place.above, one, below: place.below, other)
            if word == low >> 6 { rows &= ~0 << UInt64(low & 63) }
            if word == high >> 6 { rows &= ~0 >> UInt64(63 - high & 63) }
            while rows != 0 {
                let row = word << 6 | rows.trailingZeroBitCount
                rows &= rows - 1
                let cut = place.cuts.stacked[index.place(row: row - place.top)]
                let seam = place.hasSeams ? seam[row] : 0
                let bound = Int(self.bound[first + cut.free]) + Int(self.bound[second - cut.free]) + seam
                guard bound <= cap else { continue }
                let tree = treeCost ?? problem.tree.stacked(one, other)
                treeCost = tree
                guard bound + tree <= cap,
                    mayHold(cut, one, other, isStack: true, tree + seam, free: place.free, cap: cap),
                    rules(over: cut.first).allowsStack(one, other)
                else { continue }
                let upper = part(of: cut.first, one, &work)
                dead.note(place.above, one, row: row, isDead: upper == nil)
                guard let upper else { continue }
                guard let lower = part(of: cut.second, other, &work) else {
                    dead.note(place.below, other, row: row, isDead: true)
                    continue
                }
                let least = self.least(lower) + tree + seam
                result = .least(result, notStacked(upper) &+ Corners(repeating: Int16(truncatingIfNeeded: least)))
            }
        }
    }

    /// One set beside another in a region with anchors, at every cut.
    @inline(__always)
    private mutating func place(
        _ one: Int, beside other: Int, _ cuts: [RegionCut], free: Int, _ cap: Int, _ result: inout Corners,
        _ work: inout WorkBudget
    ) {
        let (least, most) = areas(of: one, with: other, free: free)
        guard least <= most else { return }
        let first = bound.begin(of: one), second = bound.begin(of: other) + free
        var treeCost: Int?
        for cut in cuts where cut.free >= least && cut.free <= most {
            work.left -= 1
            guard Int(bound[first + cut.free]) + Int(bound[second - cut.free]) <= cap else { continue }
            let cost = treeCost ?? problem.tree.sideBySide(one, other)
            treeCost = cost
            guard mayHold(cut, one, other, isStack: false, cost, free: free, cap: cap),
                problem.rules.allowsSideBySide(one, other),
                let left = part(of: cut.first, one, &work), let right = part(of: cut.second, other, &work)
            else { continue }
            let corners = beside(
                problem.butting.meeting(notBeside(left)), .least(notStacked(right), notBeside(right)))
            result = .least(result, corners &+ Corners(repeating: Int16(truncatingIfNeeded: cost)))
        }
    }
}
