/// Chooses among the fillings of each story once more, with its true neighbours in view: the programme knows the sizes of
/// heads only coarsely, and heads that begin at one height only where a cut says so.
struct PageSettle {
    let grid: PageGrid
    let costs: PlanCosts
    /// Whether every way to fill a rectangle is tried, however dear, and two stories are changed at once whose heads butt.
    var isThorough = false

    /// The same rectangles, filled so that the page costs no more.
    /// - Parameter some: the stories that may change; nil: all of them.
    func settle(_ stories: [PlacedFill], only some: [Int]? = nil) -> [PlacedFill] {
        var stories = stories
        let indices = some ?? Array(stories.indices)
        let fills = stories.indices.map { indices.contains($0) ? self.fills(of: stories[$0]) : [] }
        // Settles by itself: each change makes the page cheaper.
        for _ in 0..<4 {
            var isChanged = false
            for index in indices where settle(index, fills[index], in: &stories) { isChanged = true }
            if !isChanged, isThorough { isChanged = settlePairs(fills, in: &stories) }
            if !isChanged { break }
        }
        return stories
    }

    private func fills(of story: PlacedFill) -> [Fill] {
        isThorough
            ? story.item.everyFill(columns: story.rect.width, rows: story.rect.height)
            : story.item.allFills(columns: story.rect.width, rows: story.rect.height)
    }

    /// Two neighbours whose heads butt, each with another filling.
    private func settlePairs(_ fills: [[Fill]], in stories: inout [PlacedFill]) -> Bool {
        var isChanged = false
        for (left, right) in PageCost.buttingPairs(stories, grid, costs) {
            var least = PageCost(stories, anchors: [], grid: grid, costs: costs).total
            var best = stories
            for one in fills[left] {
                for other in fills[right] {
                    var changed = stories
                    changed[left].fill = one
                    changed[right].fill = other
                    guard PageCost.butting(changed[left], changed[right], grid, costs) < costs.butting / 2 else {
                        continue
                    }
                    let cost = PageCost(changed, anchors: [], grid: grid, costs: costs).total
                    if cost < least { (best, least) = (changed, cost) }
                }
            }
            if best[left].fill != stories[left].fill || best[right].fill != stories[right].fill {
                (stories, isChanged) = (best, true)
            }
        }
        return isChanged
    }

    private func settle(_ index: Int, _ fills: [Fill], in stories: inout [PlacedFill]) -> Bool {
        if !stories[index].item.parts.isEmpty { return arrange(index, in: &stories) }
        let rect = stories[index].rect
        let neighbours = stories.filter {
            $0.rect.columns.upperBound == rect.columns.lowerBound
                || $0.rect.columns.lowerBound == rect.columns.upperBound
        }
        guard fills.count > 1 else { return false }
        func cost(_ fill: Fill) -> Int {
            stories[index].fill = fill
            let meeting = neighbours.reduce(0) { $0 + butting(stories[index], $1) }
            return fill.cost + costs.faultCost(fill) + meeting + PageCost.frames(stories, costs)
                + PageCost.outshone(stories, costs) + PageCost.equalled(stories, costs)
        }
        var best = stories[index].fill
        var least = cost(best)
        let before = least
        for fill in fills where fill.cost < least {
            let cost = cost(fill)
            if cost < least { (best, least) = (fill, cost) }
        }
        stories[index].fill = best
        return least < before
    }

    /// Columns of briefs whose briefs have no place yet.
    func arrangeColumns(of stories: inout [PlacedFill]) {
        for index in stories.indices where !stories[index].item.parts.isEmpty && stories[index].briefs.isEmpty {
            _ = arrange(index, in: &stories)
        }
    }

    /// A column of briefs: its heads where they meet none of their neighbours'.
    private func arrange(_ index: Int, in stories: inout [PlacedFill]) -> Bool {
        let column = stories[index]
        var heads: [StandingHead] = []
        for story in stories where story.rect.rows.overlaps(column.rect.rows) {
            let isLeft = story.rect.columns.upperBound == column.rect.columns.lowerBound
            guard isLeft || story.rect.columns.lowerBound == column.rect.columns.upperBound else { continue }
            for story in story.briefs.isEmpty ? [story] : story.briefs {
                if let head = story.head(at: isLeft ? \.right : \.left, grid) { heads.append(head) }
            }
        }
        let arranged = BriefsColumn.arranged(column, beside: heads, on: grid, costs: costs)
        guard arranged.briefs.map(\.rect) != column.briefs.map(\.rect) || arranged.fill != column.fill else {
            return false
        }
        stories[index] = arranged
        return true
    }

    /// What two stories' heads cost each other, whichever of them stands at the left.
    private func butting(_ one: PlacedFill, _ other: PlacedFill) -> Int {
        one.rect.columns.upperBound == other.rect.columns.lowerBound
            ? PageCost.butting(one, other, grid, costs) : PageCost.butting(other, one, grid, costs)
    }
}
