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
}

extension MeasuredStory {
    /// Whether a setting that was made before does nothing that the copy forbids now.
    func allows(_ setting: StorySetting) -> Bool {
        if setting.longer != 0, !story.forbidden.allows(.loosen) { return false }
        if !setting.head.hasDeck, !story.deck.isEmpty, !story.mayOmitDeck { return false }
        if let part = setting.quote, !mayQuoteStand(over: part) { return false }
        let isComplete = pictures.indices.allSatisfy { index in
            pictures[index].picture.isOptional || setting.pictures.contains { $0.picture == index }
        }
        guard isComplete, setting.pictures.allSatisfy({ pictures.indices.contains($0.picture) }) else {
            return false
        }
        if case .cut = setting.extent { return story.forbidden.allows(.cut) }
        return true
    }

    /// The same of its pictures: of their natural height where they may not be cropped.
    func allowsCrops(_ setting: StorySetting, in geometry: StoryGeometry) -> Bool {
        guard !story.forbidden.allows(.crop) else { return true }
        let rows = setting.pictures.map(\.rows.upperBound).max() ?? 0
        return pictureWay(of: setting, in: geometry).map { $0.rows.contains(rows) } ?? true
    }
}
