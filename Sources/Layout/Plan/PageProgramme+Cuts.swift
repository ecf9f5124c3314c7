/// Regions with anchors, cut in two.
extension PageProgramme {
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
    mutating func cutCost(of region: Int, _ set: Int, _ cap: Int16, _ work: inout WorkBudget) -> RegionCost {
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
        let isAllowed = problem.rules.allowsStack(one, other)
        guard isAllowed || rulesWithoutLead.allowsStack(one, other) else { return }
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
                guard isAllowed || isBesideNameplate(cut.first) else { continue }
                let seam = place.hasSeams ? seam[row] : 0
                var above = Int(bound[first + cut.free]), below = Int(bound[second - cut.free])
                guard above + below + seam <= cap else { continue }
                let tree = treeCost ?? problem.tree.stacked(one, other)
                treeCost = tree
                guard mayHold(cut, one, other, isStack: true, tree + seam, &above, &below, cap: cap) else {
                    continue
                }
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
        let isAllowed = problem.rules.allowsSideBySide(one, other)
        var treeCost: Int?
        for cut in cuts where cut.free >= least && cut.free <= most {
            work.left -= 1
            guard isAllowed else { continue }
            var ahead = Int(bound[first + cut.free]), behind = Int(bound[second - cut.free])
            guard ahead + behind <= cap else { continue }
            let cost = treeCost ?? problem.tree.sideBySide(one, other)
            treeCost = cost
            guard mayHold(cut, one, other, isStack: false, cost, &ahead, &behind, cap: cap),
                let left = part(of: cut.first, one, &work), let right = part(of: cut.second, other, &work)
            else { continue }
            let corners = beside(
                problem.butting.meeting(notBeside(left)), .least(notStacked(right), notBeside(right)))
            result = .least(result, corners &+ Corners(repeating: Int16(truncatingIfNeeded: cost)))
        }
    }

    /// Whether two sets may stand on the two sides of a cut of a region within its cap, as far as can be seen without
    /// working it out; `limit` is a nearer limit for their sum.
    func mayHold(
        _ cut: RegionCut, _ one: Int, _ other: Int, isStack: Bool, _ cost: Int, free: Int, cap: Int, limit: Int
    ) -> Bool {
        var first = Int(bound.least(one, area: cut.free)), second = Int(bound.least(other, area: free - cut.free))
        guard mayHold(cut, one, other, isStack: isStack, cost, &first, &second, cap: cap) else { return false }
        guard limit < cap else { return true }
        return first / Int(bound.weight) + second / Int(bound.weight) + cost <= limit
    }

    /// The same by what the two parts cost at least, by their areas or as the table knows them.
    @inline(__always)
    private func mayHold(
        _ cut: RegionCut, _ one: Int, _ other: Int, isStack: Bool, _ cost: Int, _ first: inout Int,
        _ second: inout Int, cap: Int
    ) -> Bool {
        guard first + second + cost <= cap else { return false }
        if let known = known(cut.first, one, isStack ? table.leastNotStacked : table.leastNotBeside) {
            first = known
        }
        if let known = known(cut.second, other, table.least) { second = known }
        return first + second + cost <= cap
    }

    /// The least cost of a part that the table knows; nil where it must be worked out.
    @inline(__always)
    private func known(_ region: Int, _ set: Int, _ least: [Int16]) -> Int? {
        guard blank == nil, !regions.isAnchored[region] else { return nil }
        let rect = regions.rects[region]
        guard problem.isTabled(rect) else { return nil }
        return Int(table.cell(set, columns: rect.width, rows: rect.height).map { least[$0] } ?? unreachable)
    }
}
