/// 简讯: briefs under each other in a column of their own, under one head, planned as one story. A page with more stories than
/// the programme holds is so planned nearly as well as a small one, and briefs do not lie about between the stories.
enum BriefsColumn {
    /// The head with the row of white below it.
    static let headRows = 3
    static let fewest = 3
    static let most = 12
    /// The widths that a column of briefs may have.
    static let widths = 1...2
    /// How much dearer than its best height a brief may be.
    private static let window = 80
    /// What it costs that a brief's head is of another size than the others'.
    private static let otherSize = 25

    /// Which stories of a page become one column of briefs: as many of the last as are too many, all of them short and of
    /// no importance; empty where there are too few.
    ///
    /// - Parameter items: by rank.
    static func members(of items: [PlanItem], places: Int, rows: Int) -> [Int] {
        let excess = items.count - places
        guard excess > 0 else { return [] }
        let briefs = items.indices.filter { index in
            items[index].priority <= 2 && items[index].pin == nil && !items[index].isFiller
                && naturalRows(items[index]) != nil
        }
        // One more than are too many, because the column itself takes a place. A column from head to foot of the page
        // would leave the rest no choice.
        var members: [Int] = []
        var height = headRows
        for index in briefs.reversed() where members.count < min(max(fewest, excess + 1), most) {
            height += naturalRows(items[index]) ?? 0
            guard height * 10 <= rows * 7 else { break }
            members.append(index)
        }
        return members.count < fewest ? [] : members.reversed()
    }

    /// The rows that suit a brief best in the widest column.
    private static func naturalRows(_ item: PlanItem) -> Int? {
        guard let least = least(item, columns: widths.upperBound) else { return nil }
        return item.fills[widths.upperBound - 1].firstIndex { $0?.cost == least }.map { $0 + 1 }
    }

    /// The fillings with a plain head: in a column there are no frames. The cheapest first.
    private static func plainFills(_ item: PlanItem, columns: Int, rows: Int) -> [Fill] {
        item.allFills(columns: columns, rows: rows).filter {
            $0.setting.head.columns == nil && !$0.setting.isBoxed && $0.setting.head.direction == .horizontal
        }
    }

    /// The column as one story: every height that its briefs can make.
    static func item(of briefs: [PlanItem], on grid: PageGrid) -> PlanItem {
        let fills = (1...grid.columns).map { columns -> [Fill?] in
            guard widths.contains(columns) else { return Array(repeating: nil, count: grid.rows) }
            let stack = Stack(briefs, columns: columns, rows: grid.rows - headRows, pitch: grid.pitch)
            let steps = stack.steps(Array(briefs.indices)) { _, _, _ in 0 }
            return (1...grid.rows).map { rows in
                guard rows > headRows, let fills = stack.parts(Array(briefs.indices), steps, rows: rows - headRows)
                else { return nil }
                var fill = fills[0].fill
                fill.cost = fills.reduce(0) { $0 + $1.fill.cost }
                fill.overset = fills.reduce(0) { $0 + $1.fill.overset }
                fill.white = fills.reduce(0) { $0 + $1.fill.white }
                // The head of the column is no headline.
                fill.cornerHeads = Fill.CornerHeads(left: false, right: false)
                return fill
            }
        }
        var item = PlanItem(
            name: Placement.Subject.briefs.name, priority: briefs.map(\.priority).max() ?? 1, fills: fills,
            place: briefs.first?.place)
        item.parts = briefs
        return item
    }

    /// The column in its rectangle with every brief in its place: so that no head stands beside a neighbour's, as far as
    /// that can be, and else as cheaply as can be. Briefs of one rank may change their order for it.
    /// - Parameter neighbours: heads that touch the column at its left or its right.
    static func arranged(
        _ column: PlacedFill, beside neighbours: [StandingHead], on grid: PageGrid, costs: PlanCosts
    ) -> PlacedFill {
        let rect = column.rect, parts = column.item.parts
        let first = rect.rows.lowerBound + headRows
        let stack = Stack(parts, columns: rect.width, rows: rect.height - headRows, pitch: grid.pitch)
        func meeting(_ size: Int, _ head: Int, _ row: Int) -> Int {
            let head = StandingHead(rows: first + row..<first + row + head, size: size)
            return neighbours.reduce(0) { $0 + PageCost.butting(head, $1, costs) }
        }
        var order = Array(parts.indices)
        guard var best = stack.fills(order, meeting) else { return column }
        // Another order helps only where heads meet.
        while !neighbours.isEmpty, best.meeting > 0 {
            var better: (order: [Int], fills: Stack.Fills)?
            for one in parts.indices {
                for other in one + 1..<parts.count
                where parts[order[one]].priority == parts[order[other]].priority {
                    var changed = order
                    changed.swapAt(one, other)
                    if let fills = stack.fills(changed, meeting), fills.cost < better?.fills.cost ?? best.cost {
                        better = (changed, fills)
                    }
                }
            }
            guard let better else { break }
            (order, best) = better
        }
        var column = column
        var top = first
        column.briefs = zip(order, best.parts).map { index, part in
            defer { top += part.rows }
            return PlacedFill(
                item: parts[index], fill: part.fill,
                rect: GridRect(columns: rect.columns, rows: top..<top + part.rows))
        }
        column.fill.cost = best.parts.reduce(0) { $0 + $1.fill.cost }
        column.fill.overset = best.parts.reduce(0) { $0 + $1.fill.overset }
        column.fill.white = best.parts.reduce(0) { $0 + $1.fill.white }
        return column
    }

    /// Where the column's own head stands.
    static func head(in rect: GridRect) -> GridRect {
        GridRect(columns: rect.columns, rows: rect.rows.lowerBound..<rect.rows.lowerBound + headRows)
    }

    private static func least(_ item: PlanItem, columns: Int) -> Int? {
        guard columns <= item.fills.count else { return nil }
        return item.fills[columns - 1].compactMap { $0?.cost }.min()
    }

    /// Briefs under each other in every height, by the least cost.
    struct Stack {
        /// One way to fill a brief: its rows, and those of its head.
        struct Part {
            var fill: Fill
            var rows: Int
            var head: Int
        }

        /// All briefs, from the top, with what they cost and how much of that is for heads that meet.
        struct Fills {
            var parts: [Part]
            var cost: Int
            var meeting: Int
        }

        struct Step {
            var cost: Int
            var part: Int
        }

        private let rows: Int
        private let parts: [[Part]]

        init(_ items: [PlanItem], columns: Int, rows: Int, pitch: Length) {
            self.rows = rows
            let ways = items.map { item -> [Part] in
                let limit = (BriefsColumn.least(item, columns: columns) ?? 0) + BriefsColumn.window
                let most = columns <= item.fills.count ? min(rows, item.fills[columns - 1].count) : 0
                return (0..<max(0, most)).flatMap { index in
                    BriefsColumn.plainFills(item, columns: columns, rows: index + 1).filter { $0.cost <= limit }
                        .map { Part(fill: $0, rows: index + 1, head: $0.setting.mainRows(pitch: pitch).upperBound) }
                }
            }
            let size = Self.commonSize(of: ways)
            parts = ways.map { ways in
                ways.map { part in
                    var part = part
                    if part.fill.setting.head.size != size { part.fill.cost += BriefsColumn.otherSize }
                    return part
                }
            }
        }

        /// The size of head in which all the briefs together cost least: a column is one thing.
        private static func commonSize(of ways: [[Part]]) -> Length? {
            let sizes = Set(ways.joined().map(\.fill.setting.head.size)).sorted()
            let costs = sizes.map { size in
                ways.reduce(0) { sum, ways in
                    let least = ways.map(\.fill.cost).min() ?? 0
                    let own = ways.filter { $0.fill.setting.head.size == size }.map(\.fill.cost).min()
                    return sum + min(own ?? .max, least + BriefsColumn.otherSize)
                }
            }
            return costs.indices.min { (costs[$0], $0) < (costs[$1], $1) }.map { sizes[$0] }
        }

        /// By brief in its order and by rows of all up to it: the least cost, and the brief's way.
        /// - Parameter meeting: what it costs that a head of a size and so many rows stands so many rows under the first one.
        func steps(_ order: [Int], _ meeting: (Int, Int, Int) -> Int) -> [[Step?]] {
            guard rows > 0 else { return [] }
            var result: [[Step?]] = []
            for index in order {
                var after: [Step?] = Array(repeating: nil, count: rows + 1)
                let before = result.last
                for (number, part) in parts[index].enumerated() {
                    let size = part.fill.setting.head.size.scaled
                    for base in 0...rows - part.rows {
                        guard let known = before.map({ $0[base]?.cost }) ?? (base == 0 ? 0 : nil) else { continue }
                        let target = base + part.rows
                        guard known + part.fill.cost < after[target]?.cost ?? .max else { continue }
                        let cost = known + part.fill.cost + meeting(size, part.head, base)
                        if cost < after[target]?.cost ?? .max { after[target] = Step(cost: cost, part: number) }
                    }
                }
                result.append(after)
            }
            return result
        }

        func fills(_ order: [Int], _ meeting: (Int, Int, Int) -> Int) -> Fills? {
            let steps = self.steps(order, meeting)
            guard let parts = self.parts(order, steps, rows: rows), let cost = steps.last?[rows]?.cost else {
                return nil
            }
            return Fills(parts: parts, cost: cost, meeting: cost - parts.reduce(0) { $0 + $1.fill.cost })
        }

        /// The parts that make so many rows.
        func parts(_ order: [Int], _ steps: [[Step?]], rows: Int) -> [Part]? {
            guard let last = steps.last, rows >= 0, rows < last.count, last[rows] != nil else { return nil }
            var result: [Part] = []
            var left = rows
            for (index, steps) in zip(order, steps).reversed() {
                guard let step = steps[left] else { return nil }
                let part = parts[index][step.part]
                result.append(part)
                left -= part.rows
            }
            return result.reversed()
        }
    }
}
