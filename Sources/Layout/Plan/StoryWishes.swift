// What the editor has said of one story, as the search for fillings sees it: `columns`, `prefer`, `forbid`.

extension Story {
    /// Whether it may stand over so many basic columns.
    func allows(span: Int) -> Bool {
        columns?.contains(span) ?? true && forbidden.spans.allSatisfy { !$0.contains(span) }
    }
}

extension FillSearch {
    /// What it costs that an editor's wish is not met.
    func wishCost(head: HeadSetting, picture: PictureWay?) -> Int {
        let wish = story.story.preference
        var cost = 0
        if let span = wish.span { cost += abs(columns - span) * costs.wishedColumn }
        if let size = wish.head {
            cost += abs(head.size.scaled - size.scaled) / Length.unitsPerPoint * costs.wishedPoint
        }
        if let across = wish.picture, let picture {
            cost += abs(picture.columns.count - across) * costs.wishedColumn
        }
        return cost
    }

    /// The ways to place pictures that are not forbidden: without a crop only the natural height is left.
    func allowed(_ ways: [PictureWay?]) -> [PictureWay?] {
        guard !story.story.forbidden.allows(.crop) else { return ways }
        return ways.map { way in
            guard var way else { return nil }
            way.rows = way.naturalRows...way.naturalRows
            return way
        }
    }
}
