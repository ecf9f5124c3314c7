/// Breaks a paragraph into lines: the cheapest of all ways, with shrinking and stretching inside the cost
/// (after Knuth & Plass 1981; the ladder of ranks in place of one ratio).
///
/// Every unit is set exactly once. What cannot be set well is set as well as it can be: first with wider joints, then with
/// a break inside a run of three marks (`Line.breaksRule`), at last with lines that stick out (`LineFit.overfull`).
/// - Complexity: linear in the units; only the few starts that can reach an end are looked at.
public func breakLines(
    _ text: ShapedText, into measure: Measure, hanging: Bool = false, costs: LineCosts = .standard
) -> [Line] {
    var lines: [Line] = []
    var measure = measure
    for segment in text.segments {
        let added = breakLines(text, units: segment, into: measure, hanging: hanging, costs: costs)
        lines += added
        measure = measure.after(lines: added.count)
    }
    return lines
}

/// Breaks one segment of a paragraph.
func breakLines(
    _ text: ShapedText, units: Range<Int>, into measure: Measure, hanging: Bool = false,
    costs: LineCosts = .standard
) -> [Line] {
    breakLinesInPasses(text, units: units, into: measure, hanging: hanging, costs: costs).lines
}

/// The same, with the number of passes that it took.
func breakLinesInPasses(
    _ text: ShapedText, units: Range<Int>, into measure: Measure, hanging: Bool = false,
    costs: LineCosts = .standard
) -> (lines: [Line], passes: Int) {
    for (number, pass) in LineSearch.Pass.all.enumerated() {
        var search = LineSearch(
            text: text, units: units, rooms: measure.rooms, hanging: hanging, costs: costs, pass: pass)
        if let lines = search.run() { return (lines, number + 1) }
    }
    preconditionFailure("the last pass accepts every line")
}

/// The search over one segment of a paragraph, in one pass.
private struct LineSearch {
    let text: ShapedText
    let units: Range<Int>
    let rooms: [Measure.Room]
    let hanging: Bool
    let costs: LineCosts
    let pass: Pass

    /// What a pass allows.
    struct Pass {
        /// The greatest stretch of a joint, in thousandths of an em.
        var stretchLimit: Int
        var breaksRuns = false
        var allowsOverfull = false

        static let all = [
            Pass(stretchLimit: 170), Pass(stretchLimit: 400), Pass(stretchLimit: 400, breaksRuns: true),
            Pass(stretchLimit: Int.max, breaksRuns: true, allowsOverfull: true),
        ]
    }

    /// A break that can be reached, after so many lines (all numbers from `rooms.count - 1` on count as one).
    private struct Node {
        var position: Int
        var line: Int
        var breaksRule: Bool
    }

    /// The best way to set everything before a break, with a last line of one tightness.
    private struct Way {
        var cost = Int.max
        var previous: Int32 = -1
        /// The tightness of the line before.
        var previousTightness: Int32 = 0
    }

    private var nodes: [Node] = []
    /// Four to a node, by tightness.
    private var ways: [Way] = []

    init(
        text: ShapedText, units: Range<Int>, rooms: [Measure.Room], hanging: Bool, costs: LineCosts, pass: Pass
    ) {
        self.text = text
        self.units = units
        self.rooms = rooms
        self.hanging = hanging
        self.costs = costs
        self.pass = pass
    }

    mutating func run() -> [Line]? {
        let text = self.text
        let widest = rooms.map(\.width).max() ?? 0
        nodes.reserveCapacity(units.count + 1)
        ways.reserveCapacity(units.count * 4 + 4)
        add(Node(position: units.lowerBound, line: 0, breaksRule: false))
        ways[1].cost = 0
        var firstActive = 0
        for end in (units.lowerBound + 1)...units.upperBound {
            let isLast = end == units.upperBound
            var penalty = 0
            var breaksRule = false
            if !isLast {
                switch text.opportunities[end] {
                case .allowed(let price): penalty = price
                case .mandatory: penalty = 0
                case .forbidden:
                    guard pass.breaksRuns, text.isInsideRun(end) else { continue }
                    penalty = BreakCosts.insideRun
                    breaksRule = true
                }
            }
            // Starts from which even all shrinking does not bring the end into the measure will reach no later end either.
            if !pass.allowsOverfull {
                while firstActive < nodes.count,
                    text.least(nodes[firstActive].position..<end, hanging, tightest: costs.tightestOfAll) > widest
                {
                    firstActive += 1
                }
                if firstActive == nodes.count { return nil }
            }
            reach(end, of: text, from: firstActive, isLast: isLast, penalty: penalty, breaksRule: breaksRule)
        }
        guard let last = nodes.last, last.position == units.upperBound else { return nil }
        return lines()
    }

    private mutating func add(_ node: Node) {
        nodes.append(node)
        for _ in 0..<4 { ways.append(Way()) }
    }

    /// Looks for the best ways to end a line at `end`.
    private mutating func reach(
        _ end: Int, of text: ShapedText, from first: Int, isLast: Bool, penalty: Int, breaksRule: Bool
    ) {
        let known = nodes.count
        guard !pass.allowsOverfull else {
            // Backwards, because lines grow: an overfull one is taken only where nothing else ends here.
            for index in stride(from: known - 1, through: first, by: -1) {
                let fit = fit(from: index, to: end, isLast: isLast)
                guard fit.overfull == 0 || nodes.count == known else { break }
                extend(from: index, to: end, fit, penalty: penalty, breaksRule: breaksRule, known: known)
                if fit.overfull > 0 { break }
            }
            return
        }
        for index in first..<known {
            let room = rooms[nodes[index].line].width
            let line = text.trimmed(nodes[index].position..<end)
            let totals = text.totals(of: line)
            if !isLast, !text.canStretch(totals, to: room, limit: pass.stretchLimit) {
                // Later starts make lines shorter still.
                if rooms.count <= 2 { break } else { continue }
            }
            let fit = text.fit(line, totals, into: room, isLast: isLast, hangs: hanging, costs: costs)
            guard fit.overfull == 0, fit.perJoint <= pass.stretchLimit else { continue }
            extend(from: index, to: end, fit, penalty: penalty, breaksRule: breaksRule, known: known)
        }
    }

    private func fit(from index: Int, to end: Int, isLast: Bool) -> LineFit {
        text.fit(
            text.trimmed(nodes[index].position..<end), into: rooms[nodes[index].line].width, isLast: isLast,
            hangs: hanging, costs: costs)
    }

    private mutating func extend(
        from index: Int, to end: Int, _ fit: LineFit, penalty: Int, breaksRule: Bool, known: Int
    ) {
        let line = min(nodes[index].line + 1, rooms.count - 1)
        var target = known
        while target < nodes.count, nodes[target].line != line { target += 1 }
        if target == nodes.count { add(Node(position: end, line: line, breaksRule: breaksRule)) }
        let tightness = fit.tightness
        for before in 0..<4 {
            let way = ways[index * 4 + before]
            guard way.cost != Int.max else { continue }
            var cost = way.cost + fit.cost + penalty
            if index > 0, abs(before - tightness) > 1 { cost += costs.tightnessJump }
            if cost <= ways[target * 4 + tightness].cost {
                ways[target * 4 + tightness] = Way(
                    cost: cost, previous: Int32(index), previousTightness: Int32(before))
            }
        }
    }

    /// The cheapest way to the end, read backwards.
    private func lines() -> [Line] {
        var best = -1
        var index = nodes.count - 1
        while index >= 0, nodes[index].position == units.upperBound {
            for tightness in 0..<4 where best < 0 || ways[index * 4 + tightness].cost < ways[best].cost {
                best = index * 4 + tightness
            }
            index -= 1
        }
        var lines: [Line] = []
        while best >= 4 {
            let way = ways[best]
            let end = nodes[best / 4]
            let start = nodes[Int(way.previous)]
            let room = rooms[start.line]
            let isLast = end.position == units.upperBound
            lines.append(
                Line(
                    units: text.trimmed(start.position..<end.position), indent: room.indent, measure: room.width,
                    fit: fit(from: Int(way.previous), to: end.position, isLast: isLast), isLast: isLast,
                    breaksRule: end.breaksRule))
            best = Int(way.previous) * 4 + Int(way.previousTightness)
        }
        return lines.reversed()
    }
}

extension ShapedText {
    /// Whether a unit stands inside a run of three marks or more, and not behind an opening one: a line may begin there when
    /// nothing else is left (the third pass: `docs/line-breaking.md`).
    func isInsideRun(_ unit: Int) -> Bool {
        guard unit > 0, classes[unit].isHalfMark, classes[unit - 1].hasTrailingBlank else { return false }
        return unit > 1 && classes[unit - 2].isHalfMark || unit + 1 < count && classes[unit + 1].isHalfMark
    }

    /// The least width to which a line from here to `end` may shrink, whatever ends it: no later end takes less.
    fileprivate func least(_ units: Range<Int>, _ hanging: Bool, tightest: Int) -> Int {
        let line = trimmed(units)
        guard let last = line.last else { return 0 }
        let sum = totals[last] - totals[line.lowerBound]
        return sum.natural - sum.wordSpaceShrink - sum.bracketShrink - sum.pauseShrink - sum.hanWesternShrink
            - sum.stopShrink - sum.joints * em * tightest / 1000
            + (hanging && mayHang[last] ? 0 : widths[last] - endTrims[last])
    }

    /// Whether a line can be stretched to its room; true as well when it may just be possible.
    fileprivate func canStretch(_ totals: GapTotals, to room: Int, limit: Int) -> Bool {
        let each = limit * em / 1000 + 1
        let joints = totals.joints + totals.wordSpaces + totals.hanWesterns + 1
        return room - totals.natural <= joints * each + (totals.wordSpaces + totals.hanWesterns) * em
            + totals.letters * em / 16
    }
}
