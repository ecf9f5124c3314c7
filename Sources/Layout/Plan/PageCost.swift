/// A story in its rectangle with the filling that was chosen.
struct PlacedFill: Sendable {
    var item: PlanItem
    var fill: Fill
    var rect: GridRect
}

/// The cost of a finished page by name: everything that `PlanCosts` names, seen on the page itself. The programme
/// knows only what two corners and one cut tell; here neighbours that met by chance are seen as well.
struct PageCost: Sendable {
    var items: [CostItem]
    var total: Int { items.reduce(0) { $0 + $1.cost } }

    init(_ stories: [PlacedFill], anchors: [GridRect], grid: PageGrid, costs: PlanCosts) {
        let rects = stories.map(\.rect) + anchors
        var fills = 0, overset = 0, filler = 0, narrow = 0
        for story in stories {
            fills += story.fill.cost
            overset += costs.oversetCost(story.fill.overset)
            narrow += costs.narrowness(of: story.item, columns: story.rect.width, pageColumns: grid.columns)
            if story.item.isFiller { filler += costs.filler }
        }
        let priorities = stories.map { Int?.some($0.item.priority) } + anchors.map { _ in nil }
        items = [
            CostItem(name: "stories", cost: fills),
            CostItem(name: "overset", cost: overset),
            CostItem(name: "narrow", cost: narrow),
            CostItem(name: "butting", cost: Self.butting(stories, grid, costs)),
            CostItem(name: "priority", cost: CutTree(rects).priorityCost(priorities, costs)),
            CostItem(name: "seam", cost: Self.seams(rects, grid, costs)),
            CostItem(name: "jog", cost: Self.jogs(rects) * costs.jog),
            CostItem(name: "crossing", cost: Self.crossings(rects) * costs.crossing),
            CostItem(name: "filler", cost: filler),
        ].filter { $0.cost != 0 }
    }

    private static func butting(_ stories: [PlacedFill], _ grid: PageGrid, _ costs: PlanCosts) -> Int {
        var sum = 0
        for left in stories where left.fill.cornerHeads.right {
            for right in stories where right.fill.cornerHeads.left {
                guard left.rect.columns.upperBound == right.rect.columns.lowerBound else { continue }
                let apart = abs(left.rect.rows.lowerBound - right.rect.rows.lowerBound)
                let upper = left.rect.rows.lowerBound <= right.rect.rows.lowerBound ? left : right
                guard apart == 0 || apart < upper.fill.setting.head.rows(pitch: grid.pitch) else { continue }
                let sizes = [left.fill.setting.head.size.scaled, right.fill.setting.head.size.scaled].sorted()
                let differs = sizes[1] * costs.contrast.denominator >= sizes[0] * costs.contrast.numerator
                let cost = differs ? costs.buttingWithContrast : costs.butting
                sum += apart == 0 ? cost : cost * costs.nearButting / 100
            }
        }
        return sum
    }

    /// Lines across the whole page in its middle; a step of two rows does not make two lines of one.
    private static func seams(_ rects: [GridRect], _ grid: PageGrid, _ costs: PlanCosts) -> Int {
        // By row, the columns in which a module begins there.
        var begins = Array(repeating: 0, count: grid.rows + 1)
        for rect in rects where rect.rows.lowerBound <= grid.rows {
            for column in rect.columns { begins[rect.rows.lowerBound] |= 1 << column }
        }
        let all = (1 << grid.columns) - 1
        var sum = 0
        var row = max(1, (costs.middle.lowerBound * grid.rows + 99) / 100)
        while row * 100 <= costs.middle.upperBound * grid.rows {
            let near = (row...min(row + 2, grid.rows)).reduce(0) { $0 | begins[$1] }
            if near == all, begins[row] != 0 {
                sum += costs.middleSeam
                row += 3
            } else {
                row += 1
            }
        }
        return sum
    }

    /// How many neighbours begin a row or two apart.
    static func jogs(_ rects: [GridRect]) -> Int {
        var count = 0
        for left in rects {
            for right in rects where left.columns.upperBound == right.columns.lowerBound {
                if (1...2).contains(abs(left.rows.lowerBound - right.rows.lowerBound)) { count += 1 }
            }
        }
        return count
    }

    /// How often four modules meet in one point.
    static func crossings(_ rects: [GridRect]) -> Int {
        var count = 0
        for rect in rects {
            let (column, row) = (rect.columns.lowerBound, rect.rows.lowerBound)
            let upperLeft = rects.contains { $0.columns.upperBound == column && $0.rows.upperBound == row }
            let upper = rects.contains { $0.columns.lowerBound == column && $0.rows.upperBound == row }
            let left = rects.contains { $0.columns.upperBound == column && $0.rows.lowerBound == row }
            if upperLeft, upper, left { count += 1 }
        }
        return count
    }
}

extension HeadSetting {
    /// The rows that the main line takes: newspaper heads are set 1.15 times their size apart.
    fileprivate func rows(pitch: Length) -> Int {
        guard pitch > .zero, direction == .horizontal else { return 0 }
        return (lines * size.scaled * 115 / 100 + pitch.scaled - 1) / pitch.scaled
    }
}
