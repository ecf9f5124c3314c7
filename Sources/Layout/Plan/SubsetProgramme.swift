/// What a programme over sets of stories is about.
struct SubsetProblem {
    var leaves: [Leaf]
    var columns: Int
    var rows: Int
    /// Stacks are cut up to this width; wider ones are a matter of the page, where the seam is seen.
    var stackedColumns: Int
    /// Whether the table of sets knows all of a rectangle without anchors.
    func isTabled(_ rect: GridRect) -> Bool { rect.width <= stackedColumns }
    var rules: SplitRules
    var tree: TreeCosts
    var butting: ButtingTable
    /// The excess beyond which a part is dropped.
    var limit: Int16
    /// What the whole must come to; nil where any size is of use (a group).
    var bound: AreaBound?
    /// How many row counts are kept for a set and a width: all, or the best of them where there is too much to look at.
    var keptRows = Int.max
    var family = SetFamily.all
}

/// How much work a programme may do: counted in combinations, never in time.
struct WorkBudget {
    var left: Int
    var isSpent: Bool { left < 0 }
}

extension SubsetProblem {
    /// The table of all sets; nil when the work was more than `work`.
    func solve(_ work: inout WorkBudget) -> SubsetTable? {
        var table = SubsetTable(width: columns, height: rows, items: leaves.count)
        var scratch = Scratch(columns: columns, rows: rows)
        for set in 1..<(1 << leaves.count) where family.contains(set) {
            scratch.reset(for: set, in: self)
            guard scratch.isOpen else { continue }
            if set & (set - 1) == 0 {
                scratch.put(leaves[set.trailingZeroBitCount])
            } else {
                combine(set, from: table, into: &scratch, &work)
                if work.isSpent { return nil }
            }
            scratch.settle(set, into: &table, butting: butting, keptRows: keptRows)
        }
        return table
    }

    private func combine(_ set: Int, from table: SubsetTable, into scratch: inout Scratch, _ work: inout WorkBudget)
    {
        var first = set
        while true {
            first = (first - 1) & set
            if first == 0 { return }
            let second = set ^ first
            guard Int(table.leastOfSet[first]) + Int(table.leastOfSet[second]) <= Int(limit),
                family.contains(first), family.contains(second)
            else { continue }
            if rules.allowsStack(first, second) {
                let cost = tree.stacked(first, second)
                for columns in 1...max(1, stackedColumns) where columns <= stackedColumns {
                    scratch.stack(first, second, columns: columns, cost: cost, limit: Int(limit), table, &work)
                }
            }
            if rules.allowsSideBySide(first, second), columns > 1 {
                let cost = tree.sideBySide(first, second)
                for columns in 1..<columns {
                    scratch.place(first, columns, beside: second, cost: cost, limit: Int(limit), table, &work)
                }
            }
        }
    }
}

/// The cells of one set while it is put together.
private struct Scratch {
    let columns: Int
    let rows: Int
    var notStacked: [Corners]
    var notBeside: [Corners]
    /// What a cell may cost at most for the page to stay within the limit.
    var caps: [Int16]
    /// The row counts, by columns - 1, that can still matter, and whether anything was found for them.
    var low: [Int]
    var high: [Int]
    var isFilled: [Bool]
    /// The highest cap of each width.
    var mostCap: [Int]
    /// The least of each cell of a width.
    var least: [Int16] = []

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        notStacked = Array(repeating: .unreachable, count: columns * rows)
        notBeside = notStacked
        caps = Array(repeating: 0, count: columns * rows)
        low = Array(repeating: 1, count: columns)
        high = Array(repeating: 0, count: columns)
        isFilled = Array(repeating: false, count: columns)
        mostCap = Array(repeating: -1, count: columns)
    }

    var isOpen: Bool { zip(low, high).contains { $0 <= $1 } }

    mutating func reset(for set: Int, in problem: SubsetProblem) {
        let all = (1 << problem.leaves.count) - 1, rest = all & ~set
        let bound = problem.bound, limit = problem.limit
        let areas = bound?.areas(of: set, all: all) ?? 0..<columns * rows + 1
        // What is left of the whole is known by its area too.
        let own = bound?.begin(of: set) ?? 0
        let left = bound.flatMap { problem.family.contains(rest) ? $0.begin(of: rest) + $0.area : nil }
        for column in 0..<columns {
            (low[column], high[column], isFilled[column], mostCap[column]) = (rows + 1, 0, false, -1)
            let (first, last) = (
                max(1, (areas.lowerBound + column) / (column + 1)), min(rows, (areas.upperBound - 1) / (column + 1))
            )
            guard first <= last else { continue }
            for row in first...last {
                let cell = column * rows + row - 1
                caps[cell] = limit
                if let bound {
                    let area = (column + 1) * row
                    let cap = left.map { limit - bound[$0 - area] } ?? limit
                    // A cell that cannot matter stays closed, even between two that can.
                    caps[cell] = bound[own + area] > cap ? -1 : cap
                }
                guard caps[cell] >= 0 else { continue }
                low[column] = min(low[column], row)
                high[column] = row
                mostCap[column] = max(mostCap[column], Int(caps[cell]))
            }
        }
    }

    /// Opens a width for which something was found.
    private mutating func fill(_ column: Int) {
        isFilled[column] = true
        for cell in column * rows + low[column] - 1...column * rows + high[column] - 1 {
            notStacked[cell] = .unreachable
            notBeside[cell] = .unreachable
        }
    }

    mutating func put(_ leaf: Leaf) {
        for column in 0..<columns where low[column] <= high[column] {
            isFilled[column] = true
            for cell in column * rows + low[column] - 1...column * rows + high[column] - 1 {
                notStacked[cell] = leaf.corners[cell]
                notBeside[cell] = leaf.corners[cell]
            }
        }
    }

    mutating func stack(
        _ upper: Int, _ lower: Int, columns: Int, cost: Int, limit: Int, _ table: SubsetTable,
        _ work: inout WorkBudget
    ) {
        let above = upper * table.width + columns - 1, below = lower * table.width + columns - 1
        guard table.count[above] > 0, table.count[below] > 0,
            Int(table.best[above]) + Int(table.best[below]) + cost <= limit
        else { return }
        let lowest = low[columns - 1], highest = high[columns - 1]
        let base = (columns - 1) * rows - 1
        for offset in 0..<table.count[above] {
            let cell = table.first[above] + offset
            let least = Int(table.leastNotStacked[cell]) + cost
            if least + Int(table.best[below]) > limit { continue }
            let height = table.low[above] + offset
            let from = max(table.low[below], lowest - height)
            let to = min(table.low[below] + table.count[below] - 1, highest - height)
            guard from <= to else { continue }
            work.left -= to - from + 1
            if least + Int(table.best[below]) > mostCap[columns - 1] { continue }
            let corners = table.notStacked[cell] &+ Corners(repeating: Int16(truncatingIfNeeded: cost))
            let first = table.first[below] - table.low[below], lowerLeast = table.least.span
            for under in from...to
            where least + Int(lowerLeast[first + under]) <= Int(caps[base + height + under]) {
                if !isFilled[columns - 1] { fill(columns - 1) }
                let target = base + height + under
                let sum = corners &+ Corners(repeating: lowerLeast[first + under])
                notBeside[target] = .least(notBeside[target], sum)
            }
        }
    }

    mutating func place(
        _ first: Int, _ firstColumns: Int, beside second: Int, cost: Int, limit: Int, _ table: SubsetTable,
        _ work: inout WorkBudget
    ) {
        let left = first * table.width + firstColumns - 1
        guard table.count[left] > 0 else { return }
        for secondColumns in 1...columns - firstColumns {
            let right = second * table.width + secondColumns - 1
            let column = firstColumns + secondColumns - 1
            guard table.count[right] > 0, Int(table.best[left]) + Int(table.best[right]) + cost <= limit else {
                continue
            }
            let from = max(table.low[left], table.low[right], low[column])
            let to = min(
                table.low[left] + table.count[left], table.low[right] + table.count[right], high[column] + 1)
            guard from < to else { continue }
            work.left -= 2 * (to - from)
            if Int(table.best[left]) + Int(table.best[right]) + cost > mostCap[column] { continue }
            for height in from..<to {
                let a = table.first[left] + height - table.low[left]
                let b = table.first[right] + height - table.low[right]
                let target = column * rows + height - 1
                if Int(table.leastNotBeside[a]) + Int(table.least[b]) + cost > Int(caps[target]) { continue }
                if !isFilled[column] { fill(column) }
                let sum =
                    Layout.beside(table.meeting[a], table.any(b))
                    &+ Corners(repeating: Int16(truncatingIfNeeded: cost))
                notStacked[target] = .least(notStacked[target], sum)
            }
        }
    }

    /// Drops what is beyond its cap and stores the rest.
    mutating func settle(_ set: Int, into table: inout SubsetTable, butting: ButtingTable, keptRows: Int) {
        for column in 0..<columns where isFilled[column] {
            let cells = column * rows + low[column] - 1..<column * rows + high[column]
            least.removeAll(keepingCapacity: true)
            for cell in cells {
                notStacked[cell] = notStacked[cell].limited(to: caps[cell])
                notBeside[cell] = notBeside[cell].limited(to: caps[cell])
                least.append(Corners.least(notStacked[cell], notBeside[cell]).leastLane)
            }
            if least.count > keptRows {
                let worst = least.sorted()[keptRows - 1]
                for (offset, cell) in cells.enumerated() where least[offset] > worst {
                    (notStacked[cell], notBeside[cell], least[offset]) = (.unreachable, .unreachable, unreachable)
                }
            }
            guard let first = least.firstIndex(where: { $0 < unreachable }),
                let last = least.lastIndex(where: { $0 < unreachable })
            else { continue }
            let kept = cells.lowerBound + first...cells.lowerBound + last
            table.append(
                set, columns: column + 1, low: low[column] + first, notStacked: notStacked[kept],
                notBeside: notBeside[kept], butting: butting)
        }
    }
}
