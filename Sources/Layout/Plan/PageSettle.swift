/// Chooses among the fillings of each story once more, with its true neighbours in view: the programme knows the sizes of
/// heads only coarsely, and heads that begin at one height only where a cut says so.
struct PageSettle {
    let grid: PageGrid
    let costs: PlanCosts

    /// The same rectangles, filled so that the page costs no more.
    func settle(_ stories: [PlacedFill]) -> [PlacedFill] {
        var stories = stories
        // Settles by itself: each change makes the page cheaper.
        for _ in 0..<4 {
            var isChanged = false
            for index in stories.indices where settle(index, in: &stories) { isChanged = true }
            if !isChanged { break }
        }
        return stories
    }

    private func settle(_ index: Int, in stories: inout [PlacedFill]) -> Bool {
        if !stories[index].item.parts.isEmpty { return arrange(index, in: &stories) }
        let rect = stories[index].rect
        let neighbours = stories.filter {
            $0.rect.columns.upperBound == rect.columns.lowerBound
                || $0.rect.columns.lowerBound == rect.columns.upperBound
        }
        func cost(_ fill: Fill) -> Int {
            var all = stories
            all[index].fill = fill
            let meeting = neighbours.reduce(0) { $0 + butting(all[index], $1) }
            return fill.cost + costs.oversetCost(fill.overset) + meeting + PageCost.frames(all, costs)
                + PageCost.outshone(all, costs)
        }
        let fills = stories[index].item.allFills(columns: rect.width, rows: rect.height)
        guard fills.count > 1 else { return false }
        var best = stories[index].fill
        var least = cost(best)
        let before = least
        for fill in fills where fill.cost < least {
            let cost = cost(fill)
            if cost < least { (best, least) = (fill, cost) }
        }
        guard least < before else { return false }
        stories[index].fill = best
        return true
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
