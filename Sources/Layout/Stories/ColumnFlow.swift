/// How a story's rows run down its columns, then right.
struct ColumnFlow: Hashable, Sendable {
    /// The lines of each column.
    var columns: [Range<Int>]
    /// Rows of white at the foot of each column, that under a table which ends it included.
    var white: [Int]
    /// Lines that found no room.
    var overset: Int
    /// What the column breaks and the uneven feet cost: see `FlowCosts`.
    var cost: Int
    /// Whether a column ends where none may: under a crosshead, beside a drop initial, inside a table.
    var isTorn = false

    /// Whether its feet are seen to be uneven: more than a row apart.
    var isUneven: Bool { (white.max() ?? 0) - (white.min() ?? 0) > 1 }

    /// Lines that find no room before what breaks cost; uneven feet are as bad as a column that is two rows short.
    fileprivate func isBetter(than other: ColumnFlow) -> Bool {
        func price(_ flow: ColumnFlow) -> Int { flow.cost + (flow.isUneven ? FlowCosts.short(2) : 0) }
        return (overset, price(self)) < (other.overset, price(other))
    }
}

/// Runs lines through columns of the given heights: the cheapest breaks, so that feet are level within a row and no widow
/// or orphan stands alone. When the copy is too long, the columns are full and the rest is overset.
/// - Complexity: a few ends per column are tried; linear in the lines.
func flow(_ lines: [FlowLine], through heights: [Int]) -> ColumnFlow {
    let column = ColumnLines(lines)
    let total = column.sums[column.count]
    let room = heights.reduce(0, +)
    guard total < room, !heights.isEmpty else {
        return ColumnSearch(lines: column, heights: heights).run()
    }
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
            let feet = lower.enumerated().map { $0 < first ? $1 : max(0, $1 - 1) }
            var flow = ColumnSearch(lines: column, heights: feet).run()
            for column in heights.indices { flow.white[column] += heights[column] - feet[column] }
            if best.map({ flow.isBetter(than: $0) }) ?? true { best = flow }
            if shared > 0, flow.overset == 0, flow.cost == 0 { return flow }
        }
        if let best, best.overset == 0, best.cost < FlowCosts.orphan { break }
    }
    return best ?? ColumnSearch(lines: column, heights: heights).run()
}

/// What a column must know of lines: numbers, because every end is looked at many times.
private struct ColumnLines {
    let count: Int
    /// The rows of all lines before each, and of all.
    let sums: [Int]
    let breakCosts: [Int]
    let isWhite: [Bool]

    init(_ lines: [FlowLine]) {
        count = lines.count
        var sums = [0], breakCosts: [Int] = [], isWhite: [Bool] = []
        sums.reserveCapacity(lines.count + 1)
        breakCosts.reserveCapacity(lines.count)
        isWhite.reserveCapacity(lines.count)
        var total = 0
        for index in lines.indices {
            total += lines[index].rows
            sums.append(total)
            breakCosts.append(lines[index].breakCost)
            isWhite.append(lines[index].isWhite)
        }
        (self.sums, self.breakCosts, self.isWhite) = (sums, breakCosts, isWhite)
    }
}

private struct ColumnSearch {
    let lines: ColumnLines
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
        var ways = [Way(line: 0, cost: 0, previous: -1, white: 0)]
        ways.reserveCapacity(heights.count * 16)
        // By line: the last way that ends before it.
        var last = Array(repeating: 0, count: lines.count + 1)
        var stage = 0..<1
        for height in heights {
            for index in stage { extend(index, height, &ways, &last, from: stage.upperBound) }
            stage = stage.upperBound..<ways.count
        }
        return result(ways, last: stage)
    }

    /// What a column shows first when it begins with `line`: white between lines is left out at its head.
    private func begin(at line: Int) -> Int {
        var first = line
        while first < lines.count, first > 0, lines.isWhite[first] { first += 1 }
        return first
    }

    /// The ends that a column of `height` rows may have behind a way, the fullest first.
    /// - Parameter stage: where the ways of this column begin.
    private func extend(_ index: Int, _ height: Int, _ ways: inout [Way], _ last: inout [Int], from stage: Int) {
        let from = ways[index].line
        let first = begin(at: from)
        func add(_ line: Int, white: Int, cost: Int) {
            let cost = ways[index].cost + cost + (line == lines.count ? min(white, 3) : FlowCosts.short(white))
            let known = last[line]
            if known < stage {
                last[line] = ways.count
                ways.append(Way(line: line, cost: cost, previous: index, white: white))
            } else if ways[known].cost > cost {
                ways[known] = Way(line: line, cost: cost, previous: index, white: white)
            }
        }
        func white(before end: Int) -> Int {
            height - (lines.sums[end] - lines.sums[first]) + whiteRows(before: end, from: first)
        }
        var end = furthest(from: first, height: height)
        if end == lines.count { return add(end, white: white(before: end), cost: 0) }
        // Nothing fits: an empty column is the only way on.
        if end == first { return add(from, white: height, cost: 0) }
        // Over a block of many rows a crosshead goes with it into the next column, however much white that leaves.
        var isAlone = true
        while end > first, height - (lines.sums[end] - lines.sums[first]) <= ColumnSearch.reach || isAlone {
            add(end, white: white(before: end), cost: lines.breakCosts[end])
            isAlone = isAlone && lines.breakCosts[end] >= FlowCosts.alone
            end -= 1
        }
    }

    /// The rows of white with which a column ends that would go on in front of `end`.
    private func whiteRows(before end: Int, from first: Int) -> Int {
        var start = end
        while start > first, lines.isWhite[start - 1] { start -= 1 }
        return lines.sums[end] - lines.sums[start]
    }

    /// How far lines reach in so many rows.
    private func furthest(from first: Int, height: Int) -> Int {
        var low = first, high = lines.count
        while low < high {
            let middle = (low + high + 1) / 2
            if lines.sums[middle] - lines.sums[first] <= height { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func result(_ ways: [Way], last: Range<Int>) -> ColumnFlow {
        // The furthest first, then the cheapest.
        guard
            let best = last.max(by: {
                (ways[$0].line, -ways[$0].cost) < (ways[$1].line, -ways[$1].cost)
            })
        else { return ColumnFlow(columns: [], white: [], overset: lines.count, cost: 0) }
        var columns: [Range<Int>] = []
        var white: [Int] = []
        var index = best
        while ways[index].previous >= 0 {
            let way = ways[index]
            let first = begin(at: ways[way.previous].line)
            columns.append(min(first, way.line)..<way.line)
            white.append(way.white)
            index = way.previous
        }
        return ColumnFlow(
            columns: columns.reversed(), white: white.reversed(),
            overset: lines.count - ways[best].line, cost: ways[best].cost,
            isTorn: columns.dropFirst().contains {
                $0.upperBound < lines.count && lines.breakCosts[$0.upperBound] >= FlowCosts.alone
            })
    }
}
