/// A story in its rectangle with the filling that was chosen.
struct PlacedFill: Sendable {
    var item: PlanItem
    var fill: Fill
    var rect: GridRect
    /// Of a column of briefs: each in its place; empty until that is chosen.
    var briefs: [PlacedFill] = []
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
            overset += costs.faultCost(story.fill)
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
            CostItem(name: "outshone", cost: Self.outshone(stories, costs)),
            CostItem(name: "equalled", cost: Self.equalled(stories, costs)),
            CostItem(name: "frames", cost: Self.frames(stories, costs)),
            CostItem(name: "filler", cost: filler),
        ].filter { $0.cost != 0 }
    }

    static func butting(_ stories: [PlacedFill], _ grid: PageGrid, _ costs: PlanCosts) -> Int {
        var sum = 0
        for left in stories.indices {
            let edge = stories[left].rect.columns.upperBound
            for right in stories.indices where stories[right].rect.columns.lowerBound == edge {
                sum += butting(stories[left], stories[right], grid, costs)
            }
        }
        return sum
    }

    /// What it costs that two neighbours' heads stand at one height, or overlap.
    static func butting(_ left: PlacedFill, _ right: PlacedFill, _ grid: PageGrid, _ costs: PlanCosts) -> Int {
        if !left.briefs.isEmpty { return left.briefs.reduce(0) { $0 + butting($1, right, grid, costs) } }
        if !right.briefs.isEmpty { return right.briefs.reduce(0) { $0 + butting(left, $1, grid, costs) } }
        guard let one = left.head(at: \.right, grid), let other = right.head(at: \.left, grid) else { return 0 }
        return butting(one, other, costs)
    }

    /// The same of two heads by their rows and sizes.
    @inline(__always)
    static func butting(_ one: StandingHead, _ other: StandingHead, _ costs: PlanCosts) -> Int {
        guard one.meets(other) else { return 0 }
        let large = max(one.size, other.size), small = min(one.size, other.size)
        let cost = costs.differ(large, small) ? costs.buttingWithContrast : costs.butting
        let isLevel = one.top == other.top || one.rows.lowerBound == other.rows.lowerBound
        return isLevel ? cost : cost * costs.nearButting / 100
    }

    static func outshone(_ stories: [PlacedFill], _ costs: PlanCosts) -> Int {
        outshining(stories).count * costs.outshone
    }

    static func equalled(_ stories: [PlacedFill], _ costs: PlanCosts) -> Int {
        equalling(stories).count * costs.equalled
    }

    /// Frames that the planner added: a page of boxes is no page.
    static func frames(_ stories: [PlacedFill], _ costs: PlanCosts) -> Int {
        let framed = stories.indices.filter { stories[$0].fill.setting.isBoxed }.map { stories[$0].rect }
        let more = max(0, framed.count - max(1, stories.count / 6))
        // Two frames side by side, or one over the other, look as if they were meant to be one.
        var touching = 0
        for one in framed {
            for other in framed {
                let isBeside = one.columns.upperBound == other.columns.lowerBound && one.rows.overlaps(other.rows)
                let isOver = one.rows.upperBound == other.rows.lowerBound && one.columns.overlaps(other.columns)
                touching += isBeside || isOver ? 1 : 0
            }
        }
        return (more * more + touching * 2) * costs.frames
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
        var row = (1..<grid.rows).first { costs.isInMiddle($0, of: grid.rows) } ?? grid.rows
        while row < grid.rows, costs.isInMiddle(row, of: grid.rows) {
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

/// A head as its neighbours see it: the page's rows that its main line takes, and its size in scaled points.
struct StandingHead {
    var rows: Range<Int>
    var size: Int
    /// The row at which it begins, with its kicker.
    var top: Int

    /// - Parameter top: nil: its main line is the first thing in it.
    init(rows: Range<Int>, size: Int, top: Int? = nil) {
        self.rows = rows
        self.size = size
        self.top = top ?? rows.lowerBound
    }

    /// Side by side: main lines at one height, or heads that begin at one height, whatever stands over their main lines.
    @inline(__always)
    func meets(_ other: StandingHead) -> Bool { top == other.top || rows.overlaps(other.rows) }
}

extension PlacedFill {
    /// The head where it touches one side of the rectangle; nil where it does not.
    func head(at side: KeyPath<Fill.CornerHeads, Bool>, _ grid: PageGrid) -> StandingHead? {
        guard fill.lowHead != nil || fill.cornerHeads[keyPath: side] else { return nil }
        let top = rect.rows.lowerBound + (fill.lowHead?.lowerBound ?? 0)
        let main = fill.setting.mainRows(under: fill.kicker, pitch: grid.pitch)
        return StandingHead(
            rows: top + main.lowerBound..<top + main.upperBound, size: fill.setting.head.size.scaled, top: top)
    }
}

extension StorySetting {
    /// The rows that the main line takes, counted from the head's top: newspaper heads are set 1.15 times their size apart; its
    /// kicker stands above, and the white that is added above that (in a frame part of it, where no neighbour sees the head).
    func mainRows(under kicker: Length = .zero, pitch: Length) -> Range<Int> {
        guard pitch > .zero, head.direction == .horizontal else { return 0..<1 }
        let first = kicker.scaled / pitch.scaled
        let end = (kicker + head.size * (head.lines * 115) / 100).rows(of: pitch)
        return extraRows + first..<extraRows + max(first + 1, end)
    }
}

extension Fill {
    /// A filling whose heads are where its setting has them: a search for fillings and a plan that is read see the same.
    /// - Parameters:
    ///   - isBoxed: whether the copy asks for a frame; the setting tells of the planner's own.
    ///   - kickerLines: how many lines of a kicker stand over the main line, which then stands lower.
    init(setting: StorySetting, cost: Int, fit: Placement.Fit, isBoxed: Bool, kickerLines: Int, pitch: Length) {
        let hasHead = !isBoxed && setting.head.direction == .horizontal
        let arrangement = setting.arrangement
        let corners = arrangement.cornerHeads
        self.init(
            setting: setting, cost: cost, overset: fit.overset, white: fit.white,
            cornerHeads: .init(left: hasHead && corners.left, right: hasHead && corners.right))
        isTorn = fit.isTorn
        guard hasHead else { return }
        if kickerLines > 0, pitch > .zero {
            let line = HeadOption.sideLeading.of(MeasuredHead.sideSize(under: setting.head.size))
            kicker = line * kickerLines
        }
        if arrangement == .pictureOver, let depth = setting.pictures.map(\.rows.upperBound).max() {
            lowHead = depth..<depth + setting.mainRows(under: kicker, pitch: pitch).upperBound
        }
    }
}
