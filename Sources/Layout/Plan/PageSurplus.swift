extension PageJob {
    /// What is to be cut where for everything to fit: from the least important stories, none by more than a third.
    func surplus(of stories: [PlacedFill]) -> [Diagnostic] {
        let over = stories.reduce(0) { $0 + $1.fill.overset }
        let all = over + leftOut.reduce(0) { $0 + $1.naturalArea }
        guard all > 0 else { return [] }
        var rest = all
        var cuts: [(name: String, lines: Int)] = []
        let candidates = stories.flatMap { $0.item.parts.isEmpty ? [$0.item] : $0.item.parts } + leftOut
        for item in candidates.enumerated().sorted(by: {
            ($0.element.priority, -$0.element.naturalArea, $0.offset) < (
                $1.element.priority, -$1.element.naturalArea, $1.offset
            )
        }).map(\.element) where rest > 0 && !item.isFiller {
            let isOut = leftOut.contains { $0.name == item.name }
            let lines = min(rest, isOut ? item.naturalArea : item.naturalArea / 3)
            guard lines > 0 else { continue }
            cuts.append((item.name, lines))
            rest -= lines
        }
        let characters = all * grid.characters
        let zh = cuts.prefix(5).map { "“\($0.name)”约\($0.lines * grid.characters)字" }.joined(separator: "、")
        let en = cuts.prefix(5).map { "about \($0.lines * grid.characters) from “\($0.name)”" }
            .joined(separator: ", ")
        return [
            Diagnostic(
                .warning, .pageOverfull,
                Phrase(
                    zh: "第\(frame.page)版稿件多出\(all)行（约\(characters)字）",
                    en: "page \(frame.page) has \(all) lines of copy too many (about \(characters) characters)"),
                page: PagePlace(page: frame.page),
                hint: Phrase(zh: "可删：\(zh)", en: "cut \(en)"))
        ]
    }
}
