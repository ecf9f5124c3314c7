/// What no page should have, whatever else it costs: `PageJob.reconsidered` plans a page once more that has some.
extension PageCost {
    /// Neighbours whose heads butt (碰题): of like size, side by side, with nothing between. Places among the stories.
    static func buttingPairs(_ stories: [PlacedFill], _ grid: PageGrid, _ costs: PlanCosts) -> [(
        left: Int, right: Int
    )] {
        stories.indices.flatMap { left in
            stories.indices.filter { right in
                stories[left].rect.columns.upperBound == stories[right].rect.columns.lowerBound
                    && butt(stories[left], stories[right], grid, costs)
            }.map { (left, $0) }
        }
    }

    private static func butt(_ left: PlacedFill, _ right: PlacedFill, _ grid: PageGrid, _ costs: PlanCosts) -> Bool
    {
        if !left.briefs.isEmpty { return left.briefs.contains { butt($0, right, grid, costs) } }
        if !right.briefs.isEmpty { return right.briefs.contains { butt(left, $0, grid, costs) } }
        guard let one = left.head(at: \.right, grid), let other = right.head(at: \.left, grid) else { return false }
        return one.meets(other)
            && !costs.differ(max(one.size, other.size), min(one.size, other.size))
    }

    /// The stories whose heads are larger than the lead's. The lead is the story that the page was planned for as such; on a page
    /// that was not planned now, the most important, of several the one that stands farthest to the left, then at the top.
    static func outshining(_ stories: [PlacedFill]) -> [Int] {
        guard let size = lead(of: stories)?.fill.setting.head.size else { return [] }
        return stories.indices.filter { stories[$0].fill.setting.head.size > size }
    }

    /// Those whose heads are as large.
    static func equalling(_ stories: [PlacedFill]) -> [Int] {
        guard let lead = lead(of: stories) else { return [] }
        return stories.indices.filter {
            stories[$0].fill.setting.head.size == lead.fill.setting.head.size && stories[$0].rect != lead.rect
        }
    }

    private static func lead(of stories: [PlacedFill]) -> PlacedFill? {
        stories.first(where: \.item.isLead)
            ?? stories.min(by: {
                ($1.item.priority, $0.rect.columns.lowerBound, $0.rect.rows.lowerBound) < (
                    $0.item.priority, $1.rect.columns.lowerBound, $1.rect.rows.lowerBound
                )
            })
    }

    /// The stories that have a part in a fault, in their order; what costs nothing is none.
    static func faulty(_ stories: [PlacedFill], _ grid: PageGrid, _ costs: PlanCosts) -> [Int] {
        let heads = faultyHeads(stories, grid, costs)
        let isPale = isPale(stories)
        return stories.indices.filter {
            heads.contains($0) || stories[$0].fill.isRagged || isPale && stories[$0].fill.white > 0
        }
    }

    /// Whether so much white is left in stories, though none of it is a hole, that the page is less than 98 hundredths full.
    private static func isPale(_ stories: [PlacedFill]) -> Bool {
        let (white, area) = stories.reduce((0, 0)) { ($0.0 + $1.fill.white, $0.1 + $1.rect.area) }
        return white * 50 > area
    }

    /// Those whose heads have a part in one.
    static func faultyHeads(_ stories: [PlacedFill], _ grid: PageGrid, _ costs: PlanCosts) -> [Int] {
        let butting = costs.butting > 0 ? buttingPairs(stories, grid, costs).flatMap { [$0.left, $0.right] } : []
        let outshining = costs.outshone > 0 ? self.outshining(stories) : []
        return stories.indices.filter { butting.contains($0) || outshining.contains($0) }
    }

    /// What a part of the cost comes to.
    func cost(of name: String) -> Int { items.first { $0.name == name }?.cost ?? 0 }
}

extension PlanCosts {
    /// Whether of two heads one is so much larger that, with a rule between, they read as two.
    func differ(_ large: Int, _ small: Int) -> Bool { large * contrast.denominator >= small * contrast.numerator }
}
