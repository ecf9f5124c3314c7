extension PageJob {
    /// What is to be cut where for everything to fit: of a story that stands fixed what it has too much itself, of the others from
    /// the least important, none by more than a third.
    func surplus(of stories: [PlacedFill]) -> [Diagnostic] {
        func characters(_ lines: Int, _ story: PlacedFill) -> Int {
            let inner = max(1, story.fill.setting.innerColumns)
            let wide = story.rect.width * (grid.characters + 1) - 1
            return lines * max(1, (wide - (inner - 1)) / inner)
        }
        let left = leftOut.reduce(0) { $0 + $1.naturalArea }
        let over = stories.reduce(0) { $0 + $1.fill.overset }
        guard over + left > 0 else { return [] }
        let all = stories.reduce(left * grid.characters) { $0 + characters($1.fill.overset, $1) }
        var cuts: [(name: String, characters: Int)] = []
        let fixedNames = pinned.map(\.item.name)
        for story in stories where fixedNames.contains(story.item.name) && story.fill.overset > 0 {
            cuts.append((story.item.name, characters(story.fill.overset, story)))
        }
        var rest = all - cuts.reduce(0) { $0 + $1.characters }
        let candidates =
            stories.filter { !fixedNames.contains($0.item.name) }
            .flatMap { $0.item.parts.isEmpty ? [$0.item] : $0.item.parts } + leftOut
        for item in candidates.enumerated().sorted(by: {
            ($0.element.priority, -$0.element.naturalArea, $0.offset) < (
                $1.element.priority, -$1.element.naturalArea, $1.offset
            )
        }).map(\.element) where rest > 0 && !item.isFiller {
            let isOut = leftOut.contains { $0.name == item.name }
            let most = (isOut ? item.naturalArea : item.naturalArea / 3) * grid.characters
            guard most > 0 else { continue }
            cuts.append((item.name, min(rest, most)))
            rest -= min(rest, most)
        }
        let zh = cuts.prefix(5).map { "“\($0.name)”约\($0.characters)字" }.joined(separator: "、")
        let en = cuts.prefix(5).map { "about \($0.characters) from “\($0.name)”" }.joined(separator: ", ")
        return [
            Diagnostic(
                .warning, .pageOverfull,
                Phrase(
                    zh: "第\(frame.page)版稿件多出\(over + left)行（约\(all)字）",
                    en: "page \(frame.page) has \(over + left) lines of copy too many (about \(all) characters)"),
                page: PagePlace(page: frame.page),
                hint: over == 0
                    ? Phrase(zh: "可删：\(zh)", en: "cut \(en)")
                    : Phrase(
                        zh: "可删：\(zh)，再重排本版；版面照旧的话，按 story-overset 所说的删",
                        en: "cut \(en), and have the page planned anew; or, as it stands, what story-overset says"))
        ]
    }
}
