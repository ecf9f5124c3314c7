/// A story in its rectangle with the filling that was chosen.
struct PlacedFill {
    var item: PlanItem
    var fill: Fill
    var rect: GridRect
}

/// The cost of a finished page by name: everything that `PlanCosts` names, seen on the page itself. The programme
/// knows only what two corners and one cut tell; here neighbours that met by chance are seen as well.
struct PageCost {
    var items: [CostItem]
    var total: Int { items.reduce(0) { $0 + $1.cost } }

    init(_ stories: [PlacedFill], anchors: [GridRect], grid: PageGrid, costs: PlanCosts) {
        let rects = stories.map(\.rect) + anchors
        var fills = 0, overset = 0, filler = 0, narrow = 0
        for story in stories {
            fills += story.fill.cost
            overset += story.fill.overset * story.fill.overset * costs.oversetSquared / 100
            narrow += costs.narrowness(of: story.item, columns: story.rect.width, pageColumns: grid.columns)
            if story.item.isFiller { filler += costs.filler }
        }
        let priorities = stories.map { Int?.some($0.item.priority) } + anchors.map { _ in nil }
        items = [
            CostItem(name: "stories", cost: fills),
            CostItem(name: "overset", cost: overset),
            CostItem(name: "narrow", cost: narrow),
            CostItem(name: "butting", cost: Self.butting(stories, costs)),
            CostItem(name: "priority", cost: CutTree(rects).priorityCost(priorities, costs)),
            CostItem(name: "seam", cost: Self.seams(rects, grid, costs)),
            CostItem(name: "crossing", cost: Self.crossings(rects) * costs.crossing),
            CostItem(name: "filler", cost: filler),
        ].filter { $0.cost != 0 }
    }

    private static func butting(_ stories: [PlacedFill], _ costs: PlanCosts) -> Int {
        var sum = 0
        for left in stories where left.fill.cornerHeads.right {
            for right in stories where right.fill.cornerHeads.left {
                guard left.rect.columns.upperBound == right.rect.columns.lowerBound,
                    left.rect.rows.lowerBound == right.rect.rows.lowerBound
                else { continue }
                let sizes = [left.fill.setting.head.size.scaled, right.fill.setting.head.size.scaled].sorted()
                let differs = sizes[1] * costs.contrast.denominator >= sizes[0] * costs.contrast.numerator
                sum += differs ? costs.buttingWithContrast : costs.butting
            }
        }
        return sum
    }

    private static func seams(_ rects: [GridRect], _ grid: PageGrid, _ costs: PlanCosts) -> Int {
        var sum = 0
        for row in 1..<max(1, grid.rows)
        where costs.middle.lowerBound * grid.rows <= row * 100 && row * 100 <= costs.middle.upperBound * grid.rows {
            let width = rects.reduce(0) { $0 + ($1.rows.lowerBound == row ? $1.width : 0) }
            if width == grid.columns { sum += costs.middleSeam }
        }
        return sum
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
