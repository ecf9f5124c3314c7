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
    /// By set, the table's cells over the whole width.
    private let rows: [TableRow]
    /// The states of what lies under full-width bands.
    private var bands: BandStates
    /// What is known of the parts over and under cuts.
    var dead: DeadParts

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
        rows = (0..<1 << problem.leaves.count).map { TableRow(table, $0, columns: problem.columns) }
        bands = BandStates(rows: problem.rows, items: problem.leaves.count)
        dead = DeadParts(columns: problem.columns, rows: problem.rows, items: problem.leaves.count)
    }

    /// Cells of the table of sets over the same columns, close together.
    private struct TableRow {
        /// Where the cell of no rows would be.
        let first: Int32
        let low: Int16
        let count: Int16

        init(_ table: SubsetTable, _ set: Int, columns: Int) {
            let row = set * table.width + columns - 1
            first = Int32(table.first[row] - table.low[row])
            low = Int16(table.low[row])
            count = Int16(table.count[row])
        }
    }

    /// Begins anew with other regions.
    mutating func use(_ regions: PageRegions) {
        self.regions = regions
        index = StateIndex()
        states = []
        least = []
        bands = BandStates(rows: problem.rows, items: problem.leaves.count)
        dead = DeadParts(columns: problem.columns, rows: problem.rows, items: problem.leaves.count)
    }

    /// The least excess with which a set fills a region; nil where it cannot within the limit.
    mutating func cost(of region: Int, _ set: Int, _ work: inout WorkBudget) -> RegionCost? {
        part(of: region, set, &work).map { RegionCost(notStacked: notStacked($0), notBeside: notBeside($0)) }
    }

    /// The number of the state, or of the table's cell with all bits turned round, that says what a region costs.
    typealias Part = Int

    @inline(__always)
    func notStacked(_ part: Part) -> Corners {
        part < 0 ? table.notStacked[~part] : states[part].notStacked
    }

    @inline(__always)
    func notBeside(_ part: Part) -> Corners {
        part < 0 ? table.notBeside[~part] : states[part].notBeside
    }

    @inline(__always)
    func least(_ part: Part) -> Int { Int(part < 0 ? table.least[~part] : least[part]) }

    mutating func part(of region: Int, _ set: Int, _ work: inout WorkBudget) -> Part? {
        let rect = regions.rects[region], isAnchored = regions.isAnchored[region]
        if set != 0, !isAnchored, problem.isTabled(rect), blank == nil {
            return table.cell(set, columns: rect.width, rows: rect.height).map { ~$0 }
        }
        let free = regions.free[region]
        // Most parts that are asked for cannot be had by their area alone.
        let cap = set == 0 ? problem.limit : self.cap(set, free: free)
        guard set == 0 || free > 0 && bound.least(set, area: free) <= cap else { return nil }
        let key = region << problem.leaves.count | set
        if let state = index[key] { return state < 0 ? nil : Int(state) }
        if set == 0 { return emptyCost(free: free).map { store($0, at: key) } }
        guard !work.isSpent else { return nil }
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

    /// Whether two sets may stand over each other in a part of the page.
    func allowsStack(_ upper: Int, over lower: Int, in region: Int) -> Bool {
        problem.rules.allowsStack(upper, lower)
            || rulesWithoutLead.allowsStack(upper, lower) && isBesideNameplate(region)
    }

    /// Whether a region is what stands beside a nameplate, not under it.
    func isBesideNameplate(_ region: Int) -> Bool {
        let rect = regions.rects[region]
        return rect.height * 4 <= seam.count && regions.isAnchored[region] && regions.free[region] < leadArea
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
            let row = rows[upper]
            var lowest = Int(row.low), highest = min(lowest + Int(row.count), rect.height) - 1
            guard lowest <= highest, problem.family.contains(upper),
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
                let cell = Int(row.first) + height
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
}
