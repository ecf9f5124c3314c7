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
        let rect = stories[index].rect
        let neighbours = stories.indices.filter {
            stories[$0].rect.columns.upperBound == rect.columns.lowerBound
                || stories[$0].rect.columns.lowerBound == rect.columns.upperBound
        }
        func cost(_ fill: Fill) -> Int {
            var story = stories[index]
            story.fill = fill
            var sum = fill.cost + costs.oversetCost(fill.overset)
            for other in neighbours {
                sum += PageCost.buttingOf(story, stories[other], grid, costs)
            }
            return sum
        }
        let frames = stories.count { $0.fill.setting.isBoxed } - (stories[index].fill.setting.isBoxed ? 1 : 0)
        func whole(_ fill: Fill) -> Int {
            let more = max(0, frames + (fill.setting.isBoxed ? 1 : 0) - 2)
            return cost(fill) + more * more * costs.frames
        }
        var best = stories[index].fill
        var least = whole(best)
        let before = least
        for fill in stories[index].item.allFills(columns: rect.width, rows: rect.height) {
            let cost = whole(fill)
            if cost < least { (best, least) = (fill, cost) }
        }
        guard least < before else { return false }
        stories[index].fill = best
        return true
    }
}

extension PageCost {
    /// What two stories' heads cost each other, whichever of them stands at the left.
    fileprivate static func buttingOf(
        _ one: PlacedFill, _ other: PlacedFill, _ grid: PageGrid, _ costs: PlanCosts
    ) -> Int {
        one.rect.columns.upperBound == other.rect.columns.lowerBound
            ? butting(one, other, grid, costs) : butting(other, one, grid, costs)
    }
}
