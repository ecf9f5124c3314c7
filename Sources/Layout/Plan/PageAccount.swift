/// One of the pages that were compared.
struct SeenPage: Sendable {
    var stories: [PlacedFill]
    var cost: PageCost
    /// What it costs that stories stand elsewhere than before.
    var moved: Int

    var total: Int { cost.total + moved }
}

/// Why each story stands where it stands: what it costs there by name, and the best other page.
public struct PageAccount: Sendable {
    /// What one story costs, and what the page would have cost with it elsewhere.
    public struct Entry: Hashable, Sendable {
        public var story: String
        /// 5 lead … 1 brief.
        public var priority: Int
        /// 1-based rows and columns are made by who prints it: 0-based and half-open, without the row of white below.
        public var rect: GridRect
        /// Its part in the page's cost, by name.
        public var costs: [CostItem]
        /// What the story costs in its own rectangle (`stories` among its costs), by name; how well its columns break is left out.
        public var own: [CostItem] = []
        /// The page's whole cost, by name.
        public var pageCosts: [CostItem]
        public var page: Int { pageCosts.reduce(0) { $0 + $1.cost } }
        /// The best of the other pages that were compared in which it stands elsewhere; nil where none was.
        public var next: Next?
    }

    public struct Next: Hashable, Sendable {
        public var rect: GridRect
        /// What that page would have cost, by name.
        public var costs: [CostItem]
        public var total: Int { costs.reduce(0) { $0 + $1.cost } }
    }

    /// The page that it is of.
    public var number: Int
    public var entries: [Entry]

    init(
        page number: Int, stories: [PlacedFill], anchors: [GridRect], rivals: [SeenPage], grid: PageGrid,
        costs: PlanCosts
    ) {
        self.number = number
        let whole = PageCost(stories, anchors: anchors, grid: grid, costs: costs)
        entries = stories.indices.map { index in
            let story = stories[index]
            // What goes away with the story is its part; what others cost by themselves stays.
            var others = stories
            others.remove(at: index)
            let without = PageCost(others, anchors: anchors + [story.rect], grid: grid, costs: costs)
            let parts = whole.items.compactMap { item -> CostItem? in
                let rest = without.items.first { $0.name == item.name }?.cost ?? 0
                return item.cost == rest ? nil : CostItem(name: item.name, cost: item.cost - rest)
            }
            let elsewhere = rivals.filter { page in
                page.stories.contains { $0.item.name == story.item.name && $0.rect != story.rect }
            }
            let next = elsewhere.min { $0.total < $1.total }.flatMap { page -> Next? in
                page.stories.first { $0.item.name == story.item.name }.map {
                    Next(rect: $0.rect.withoutRowBelow, costs: page.cost.items)
                }
            }
            return Entry(
                story: story.item.name, priority: story.item.priority, rect: story.rect.withoutRowBelow,
                costs: parts, pageCosts: whole.items, next: next)
        }
    }
}

extension GridRect {
    /// Without the row of white that parts it from what stands below.
    var withoutRowBelow: GridRect {
        GridRect(columns: columns, rows: rows.lowerBound..<max(rows.lowerBound, rows.upperBound - 1))
    }
}
