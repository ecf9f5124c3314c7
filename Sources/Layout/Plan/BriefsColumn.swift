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

    /// The cheapest filling with a plain head: in a column there are no frames.
    private static func plainFill(_ item: PlanItem, columns: Int, rows: Int) -> Fill? {
        item.allFills(columns: columns, rows: rows).first { $0.setting.head.columns == nil && !$0.setting.isBoxed }
    }

    /// The column as one story: every height that its briefs can make.
    static func item(of briefs: [PlanItem], on grid: PageGrid) -> PlanItem {
        let fills = (1...grid.columns).map { columns -> [Fill?] in
            guard widths.contains(columns) else { return Array(repeating: nil, count: grid.rows) }
            let stack = Stack(briefs, columns: columns, rows: grid.rows - headRows)
            return (1...grid.rows).map { rows in
                guard rows > headRows, let fills = stack.fills(rows: rows - headRows) else { return nil }
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

    /// The modules of a column in its rectangle.
    static func modules(of item: PlanItem, in rect: GridRect) -> (head: GridRect, briefs: [PlacedFill]) {
        let stack = Stack(item.parts, columns: rect.width, rows: rect.height - headRows)
        var top = rect.rows.lowerBound + headRows
        let head = GridRect(columns: rect.columns, rows: rect.rows.lowerBound..<top)
        let briefs = (stack.fills(rows: rect.height - headRows) ?? []).enumerated().map { index, part in
            defer { top += part.rows }
            return PlacedFill(
                item: item.parts[index], fill: part.fill,
                rect: GridRect(columns: rect.columns, rows: top..<top + part.rows))
        }
        return (head, briefs)
    }

    private static func least(_ item: PlanItem, columns: Int) -> Int? {
        guard columns <= item.fills.count else { return nil }
        return item.fills[columns - 1].compactMap { $0?.cost }.min()
    }

    /// Briefs under each other in every height, by the least cost.
    private struct Stack {
        private let items: [PlanItem]
        private let columns: Int
        /// By brief and rows of all up to it: the least cost, and the rows of the brief.
        private var steps: [[(cost: Int, rows: Int)?]] = []

        init(_ items: [PlanItem], columns: Int, rows: Int) {
            self.items = items
            self.columns = columns
            guard rows > 0 else { return }
            var before: [(cost: Int, rows: Int)?] = Array(repeating: nil, count: rows + 1)
            before[0] = (0, 0)
            for item in items {
                var after: [(cost: Int, rows: Int)?] = Array(repeating: nil, count: rows + 1)
                let limit = (BriefsColumn.least(item, columns: columns) ?? 0) + BriefsColumn.window
                for index in item.fills[columns - 1].indices {
                    guard let fill = BriefsColumn.plainFill(item, columns: columns, rows: index + 1),
                        fill.cost <= limit
                    else { continue }
                    for base in 0...rows where base + index + 1 <= rows {
                        guard let known = before[base] else { continue }
                        let cost = known.cost + fill.cost, target = base + index + 1
                        if after[target].map({ cost < $0.cost }) ?? true { after[target] = (cost, index + 1) }
                    }
                }
                steps.append(after)
                before = after
            }
        }

        func fills(rows: Int) -> [(fill: Fill, rows: Int)]? {
            guard let last = steps.last, rows >= 0, rows < last.count, last[rows] != nil else { return nil }
            var fills: [(fill: Fill, rows: Int)] = []
            var left = rows
            for index in items.indices.reversed() {
                guard let step = steps[index][left],
                    let fill = BriefsColumn.plainFill(items[index], columns: columns, rows: step.rows)
                else { return nil }
                fills.append((fill, step.rows))
                left -= step.rows
            }
            return fills.reversed()
        }
    }
}
