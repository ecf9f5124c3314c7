import Testing

@testable import Layout

/// What stands at a story's foot: planner and composition count the same rows, so that no picture, caption or credit stands
/// below the rectangle, and no text beside them.
@Suite struct PictureFootTests {
    private static let grids: [PageGrid] = {
        var tabloid = PageGrid.broadsheet
        (tabloid.columns, tabloid.characters, tabloid.rows) = (6, 11, 80)
        return [.broadsheet, tabloid]
    }()

    /// A story with a kicker, a deck, and one or two pictures of any shape, or without.
    private static func story(_ source: inout Seeded, grid: PageGrid) -> MeasuredStory {
        let place = SourcePlace(file: "a.md", line: 1)
        let words = "今天老石桥重新通行市民在河边散步说好久没有走过了"
        func text(_ count: Int) -> String { String((0..<count).map { _ in words.randomElement(using: &source)! }) }
        let body = (0..<Int.random(in: 2...7, using: &source)).map { _ in
            Block.paragraph(
                Paragraph([Span(text(Int.random(in: 20...120, using: &source)) + "。")], at: place))
        }
        var story = Story(
            name: "a", headline: [text(Int.random(in: 7...16, using: &source))], body: body, place: place)
        story.priority = Int.random(in: 3...5, using: &source)
        if Bool.random(using: &source) { story.kicker = text(7) }
        if Bool.random(using: &source) { story.deck = [text(14)] }
        story.pictures = (0..<Int.random(in: 0...2, using: &source)).map { _ in
            let height = Int.random(in: 10...40, using: &source)
            let art = Artwork(
                path: "p.jpg", format: .jpeg, width: 2_400, height: height * 100, channels: 3, bytes: [])
            return Picture(
                artwork: art, caption: text(Int.random(in: 0...40, using: &source)), credit: "李明 摄", place: place)
        }
        var paper = Paper(name: "报")
        paper.grid = grid
        return measure(story, in: paper, with: FixedMeasurer())
    }

    /// The lowest point of a mark: letters stand 0.12 em below their baseline.
    private static func foot(of mark: Mark) -> Length {
        switch mark {
        case .picture(let art): art.frame.maxY
        case .glyphs(let run): (run.glyphs.map(\.origin.y).max() ?? .zero) + run.size * 12 / 100
        default: .zero
        }
    }

    @Test(arguments: 0..<12) func nothingStandsBelowItsRectangle(seed: Int) {
        var source = Seeded(seed)
        let grid = Self.grids[seed % 2]
        let story = Self.story(&source, grid: grid)
        let all = fills(for: story, on: grid, maxRows: grid.rows, costs: FillCosts())
        for columns in 2...grid.columns {
            for rows in stride(from: 12, through: grid.rows, by: 7) {
                for fill in all[columns - 1][rows - 1] where fill.overset == 0 {
                    let composer = StoryComposer(
                        story: story, rect: GridRect(columns: 0..<columns, rows: 0..<rows), setting: fill.setting,
                        grid: grid, origin: .init(x: .zero, y: .zero), house: .standard)
                    let module = composer.compose(page: 1).output.module
                    let lowest = module.passages.flatMap(\.marks).map(Self.foot).max() ?? .zero
                    #expect(lowest <= grid.pitch * rows, "\(columns) × \(rows): \(fill.setting)")
                    guard fill.setting.head.direction == .horizontal,
                        let geometry = story.geometry(
                            columns: columns, rows: rows, setting: fill.setting, grid: grid)
                    else { continue }
                    let head = HeadComposer(composer: composer, geometry: geometry).compose(page: 1)
                    #expect(
                        head.rows == story.headRows(fill.setting.head, in: geometry, rows: rows, grid: grid),
                        "\(columns) × \(rows): \(fill.setting)")
                }
            }
        }
    }
}
