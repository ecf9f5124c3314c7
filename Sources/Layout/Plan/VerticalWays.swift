extension FillSearch {
    /// A head's line fills so much of the height at least, in thousandths: where the editor wants it so, and where press
    /// thinks of it.
    private static let leastFill = 350
    private static let leastOwnFill = 620
    /// Lines of fewer characters are read across, not down.
    private static let leastCharacters = 4
    static let mostLines = 3

    /// The ways beside a vertical head (竖题): its size and lines hang on the rectangle's height, so these are looked for height
    /// by height.
    func downWays(rows: Int) -> [Way] {
        guard columns >= 2, rows >= 6 else { return [] }
        let ways = downHeads(rows: rows).flatMap { head in
            (runsDown ? 1...1 : max(1, columns - 1)...columns).flatMap { inner -> [Way] in
                let setting = StorySetting(head: head.setting, innerColumns: inner)
                guard let geometry = story.geometry(columns: columns, rows: rows, setting: setting, grid: grid)
                else {
                    return []
                }
                return pictureWays(in: geometry).map {
                    way(.headDown, geometry, head, span: 0, picture: $0)
                }
            }
        }
        return withQuote(ways)
    }

    /// Sizes and numbers of lines that fit the height.
    func downHeads(rows: Int) -> [HeadChoice] {
        let isOwn = story.story.headDirection == .horizontal
        let height = story.stripHeight(rows: rows, grid: grid)
        let largest = story.head.vertical.last?.size ?? .zero
        var result: [HeadChoice] = []
        for hasDeck in story.deckChoices {
            for option in story.head.vertical {
                for index in option.breaks.ways.indices.prefix(isOwn ? 2 : FillSearch.mostLines) {
                    guard let way = option.way(of: index + 1, in: height) else { continue }
                    let tracking = option.tracking(of: way.lines, in: height)
                    let longest = way.lines.map { option.width(of: $0, tracking: tracking) }.max() ?? 0
                    let fill = longest * 1000 / max(1, height.scaled)
                    let least = option.size * FillSearch.leastCharacters
                    guard fill >= FillSearch.leastFill, index == 0 || longest >= least.scaled else { break }
                    guard !isOwn || fill >= FillSearch.leastOwnFill else { continue }
                    let steps = (largest - option.size).scaled / Length.unitsPerPoint
                    let cost =
                        max(0, 75 - fill / 10) * costs.headFill * 2 + index * costs.headLine + steps
                        * costs.headStep
                        + way.meaning / 8
                    let setting = HeadSetting(
                        size: option.size, lines: index + 1, direction: .vertical, hasDeck: hasDeck)
                    result.append((setting, 0, cost))
                }
            }
        }
        return result
    }
}
