/// How a story's rows run down its columns, then right.
struct ColumnFlow: Hashable, Sendable {
    /// The lines of each column.
    var columns: [Range<Int>]
    /// Rows of white at the foot of each column.
    var white: [Int]
    /// Lines that found no room.
    var overset: Int
    /// What the column breaks and the uneven feet cost: see `FlowCosts`.
    var cost: Int

    /// Whether its feet are seen to be uneven: more than a row apart.
    var isUneven: Bool { (white.max() ?? 0) - (white.min() ?? 0) > 1 }
}

/// Runs lines through columns of the given heights: the cheapest breaks, so that feet are level within a row and no widow
/// or orphan stands alone. When the copy is too long, the columns are full and the rest is overset.
/// - Complexity: a few ends per column are tried; linear in the lines.
func flow(_ lines: [FlowLine], through heights: [Int]) -> ColumnFlow {
    let total = lines.reduce(0) { $0 + $1.rows }
    let room = heights.reduce(0, +)
    guard total < room, !heights.isEmpty else { return ColumnSearch(lines: lines, heights: heights).run() }
    // More white than columns: all of them end higher, so that the white lies at the story's foot; by a row or two less where
    // what must stay together is parted otherwise, and by still less where blocks of many rows would find no room, or leave
    // their crosshead behind.
    let most = (room - total) / heights.count
    var best: ColumnFlow?
    for rows in stride(from: most, through: 0, by: -1) {
        if rows < most - 2, let best, best.overset == 0, best.cost < FlowCosts.alone { break }
        let lower = heights.map { max(0, $0 - rows) }
        // What is left of the white is shared by the last columns, a row each, so that the feet are level within a row.
        let rest = rows == most ? (room - total) % heights.count : 0
        for shared in rest > 1 ? [rest, 0] : [0] {
            let first = heights.count - shared
            let flow = ColumnSearch(
                lines: lines, heights: lower.enumerated().map { $0 < first ? $1 : max(0, $1 - 1) }
            ).run()
            if best.map({ (flow.overset, flow.cost) < ($0.overset, $0.cost) }) ?? true { best = flow }
            if shared > 0, flow.overset == 0, flow.cost == 0 { return flow }
        }
        if let best, best.overset == 0, best.cost < FlowCosts.orphan { break }
    }
    return best ?? ColumnSearch(lines: lines, heights: heights).run()
}

private struct ColumnSearch {
    let lines: [FlowLine]
    let heights: [Int]

    /// The best way to have set everything before a line when a column ends there.
    private struct Way {
        var line: Int
        var cost: Int
        var previous: Int
        var white: Int
    }

    /// How many rows short of its foot a column may be looked at.
    private static let reach = 5

    func run() -> ColumnFlow {
        var stages: [[Way]] = [[Way(line: 0, cost: 0, previous: -1, white: 0)]]
        for height in heights {
            let previous = stages[stages.count - 1]
            var next: [Way] = []
            for (index, way) in previous.enumerated() {
                for end in ends(from: way.line, height: height) {
                    var cost = way.cost + end.cost
                    cost += end.line == lines.count ? min(end.white, 3) : FlowCosts.short(end.white)
                    if let known = next.firstIndex(where: { $0.line == end.line }) {
                        if next[known].cost > cost {
                            next[known] = Way(line: end.line, cost: cost, previous: index, white: end.white)
                        }
                    } else {
                        next.append(Way(line: end.line, cost: cost, previous: index, white: end.white))
                    }
                }
            }
            stages.append(next)
        }
        return result(stages)
    }

    /// What a column shows first when it begins with `line`: white between lines is left out at its head.
    private func begin(at line: Int) -> Int {
        var first = line
        while first < lines.count, first > 0, case .white = lines[first].content { first += 1 }
        return first
    }

    /// The ends that a column of `height` rows may have when it begins with `line`, the fullest first.
    private func ends(from line: Int, height: Int) -> [(line: Int, white: Int, cost: Int)] {
        let first = begin(at: line)
        var rows = 0
        var end = first
        while end < lines.count, rows + lines[end].rows <= height {
            rows += lines[end].rows
            end += 1
        }
        if end == lines.count { return [(end, height - rows, 0)] }
        var result: [(line: Int, white: Int, cost: Int)] = []
        // Over a block of many rows a crosshead goes with it into the next column, however much white that leaves.
        while end >= first, height - rows <= ColumnSearch.reach || result.allSatisfy({ $0.cost >= FlowCosts.alone })
        {
            if end == first {
                // Nothing fits: an empty column is the only way on.
                if result.isEmpty { result.append((line, height, 0)) }
                break
            }
            result.append((end, height - rows, lines[end].breakCost))
            end -= 1
            rows -= lines[end].rows
        }
        return result
    }

    private func result(_ stages: [[Way]]) -> ColumnFlow {
        let last = stages[stages.count - 1]
        // The furthest first, then the cheapest.
        guard
            let best = last.indices.max(by: {
                (last[$0].line, -last[$0].cost) < (last[$1].line, -last[$1].cost)
            })
        else { return ColumnFlow(columns: [], white: [], overset: lines.count, cost: 0) }
        var columns: [Range<Int>] = []
        var white: [Int] = []
        var index = best
        for stage in stride(from: stages.count - 1, to: 0, by: -1) {
            let way = stages[stage][index]
            let first = begin(at: stages[stage - 1][way.previous].line)
            columns.append(min(first, way.line)..<way.line)
            white.append(way.white)
            index = way.previous
        }
        return ColumnFlow(
            columns: columns.reversed(), white: white.reversed(),
            overset: lines.count - last[best].line, cost: last[best].cost)
    }
}
