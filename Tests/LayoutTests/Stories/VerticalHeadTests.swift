import Testing

@testable import Layout

/// Vertical heads beside their columns, without fonts.
@Suite struct VerticalHeadTests {
    private let grid = PageGrid.broadsheet

    private func measured(_ headline: String, characters: Int, side: TextRules.Side = .left) -> MeasuredStory {
        let place = SourcePlace(file: "a.md")
        var story = Story(
            name: "a", headline: [headline],
            body: [.paragraph(Paragraph([Span(String(repeating: "字", count: characters))], at: place))],
            place: place)
        story.headDirection = .vertical
        story.kicker = "肩题在此"
        story.deck = ["副题也在此"]
        var paper = Paper(name: "报")
        paper.text.verticalHeads = side
        return measure(story, at: 0, in: paper, with: FixedMeasurer())
    }

    private func bestFill(_ story: MeasuredStory, columns: Int, rows: Int) -> Fill? {
        let store = StoryLineStore(story)
        return FillSearch(story: story, columns: columns, grid: grid, costs: FillCosts(), store: store).run(
            rows: rows)
    }

    private func runs(_ module: PageModule, _ isHead: Bool) -> [GlyphRun] {
        module.passages.flatMap { passage -> [GlyphRun] in
            guard case .text(let role, _) = passage.kind, (role == .body) != isHead else { return [] }
            return passage.marks.compactMap { if case .glyphs(let run) = $0 { run } else { nil } }
        }
    }

    @Test(arguments: [TextRules.Side.left, .right], [(2, 36), (3, 24), (4, 20), (8, 18)])
    func `the head stands beside its columns, which begin at the top`(_ side: TextRules.Side, _ area: (Int, Int))
        throws
    {
        let story = measured("老城区供暖管网改造提前完工", characters: area.0 * area.1 * 9, side: side)
        let fill = try #require(bestFill(story, columns: area.0, rows: area.1))
        #expect(fill.setting.head.direction == .vertical)
        #expect(fill.cornerHeads == Fill.CornerHeads(left: false, right: false))
        let composer = StoryComposer(
            story: story, rect: GridRect(columns: 0..<area.0, rows: 0..<area.1), setting: fill.setting, grid: grid,
            origin: Point(x: .zero, y: .zero), house: .standard)
        let module = composer.compose(page: 1).output.module
        let head = runs(module, true).flatMap(\.glyphs).map(\.origin)
        let body = runs(module, false).flatMap(\.glyphs).map(\.origin)
        let bodyLeft = try #require(body.map(\.x).min())
        let bodyRight = try #require(body.map(\.x).max())
        if side == .left {
            #expect(try #require(head.map(\.x).max()) < bodyLeft)
        } else {
            #expect(try #require(head.map(\.x).min()) > bodyRight)
        }
        #expect(try #require(body.map(\.y).min()) < grid.pitch)
        #expect(try #require(head.map(\.y).max()) <= grid.pitch * area.1)
        #expect(runs(module, true).map(\.text).joined() == "肩题在此老城区供暖管网改造提前完工副题也在此")
    }

    @Test(arguments: [TextRules.Side.left, .right])
    func `lines run away from the edge on the left, to it on the right`(_ side: TextRules.Side) throws {
        let story = measured("老城区供暖管网改造提前完工", characters: 400, side: side)
        let setting = StorySetting(
            head: HeadSetting(size: .points(26), lines: 2, direction: .vertical), innerColumns: 3)
        let composer = StoryComposer(
            story: story, rect: GridRect(columns: 0..<4, rows: 0..<20), setting: setting, grid: grid,
            origin: Point(x: .zero, y: .zero), house: .standard)
        let lines = runs(composer.compose(page: 1).output.module, true)
        #expect(lines.count == 4)
        let places = lines.compactMap { $0.glyphs.first?.origin.x }
        #expect(side == .left ? places == places.sorted() : places == places.sorted().reversed())
    }

    @Test func `columns beside a head are of whole characters`() throws {
        let story = measured("老城区供暖管网改造提前完工", characters: 400)
        for inner in 1...4 {
            let setting = StorySetting(
                head: HeadSetting(size: .points(22), lines: 1, direction: .vertical), innerColumns: inner)
            guard let geometry = story.geometry(columns: 4, rows: 30, setting: setting, grid: grid) else {
                continue
            }
            let strip = try #require(geometry.strip)
            #expect(geometry.measure.scaled % grid.body.scaled == 0)
            #expect(strip.left + strip.width + grid.gutter == geometry.lefts[0])
            #expect(geometry.span(0..<inner).left + geometry.span(0..<inner).width == grid.width(ofColumns: 4))
        }
    }

    @Test func `where none fits the head is horizontal, and that is said`() throws {
        let story = measured("老城区供暖管网改造提前完工", characters: 60)
        let fill = try #require(bestFill(story, columns: 1, rows: 20))
        #expect(fill.setting.head.direction == .horizontal)
        let composer = StoryComposer(
            story: story, rect: GridRect(columns: 0..<1, rows: 0..<20), setting: fill.setting, grid: grid,
            origin: Point(x: .zero, y: .zero), house: .standard)
        #expect(composer.compose(page: 1).diagnostics.map(\.code) == [.keyIgnored])
    }

    @Test func `spacing leaves the blanks of marks as they are`() {
        let text = shaped("从“没人管”到“人人管”")
        for tracking in [0, text.em / 8, text.em / 4] {
            let line = text.trackedLine(of: 0..<text.count, tracking: tracking)
            let lefts = text.place(line).lefts
            // 从 and “ are half an em apart, 没 and 人 by the tracking.
            #expect(abs(lefts[1] - lefts[0] - text.em * 3 / 2) <= 2)
            #expect(abs(lefts[3] - lefts[2] - text.em - tracking) <= 2)
            #expect(lefts[lefts.count - 1] + text.widths[text.count - 1] == line.measure)
        }
    }

    /// What press may set down the page by itself.
    @Test(arguments: [
        ("河上新桥通车了", 3, true), ("河上新桥通车了", 5, false), ("短题", 3, false), ("12部电梯今天开动", 3, true),
        ("312盏灯照亮山路", 3, false), ("新区用上AI问诊", 3, false), ("一二三四五六七八九十一二三四五六七", 3, false),
    ])
    func ownChoice(headline: String, priority: Int, suits: Bool) {
        var story = Story(name: "a", headline: [headline], body: [], place: SourcePlace(file: "a.md"))
        story.priority = priority
        #expect(story.suitsVerticalHead == suits)
        story.mayHeadRunDown = false
        #expect(!story.suitsVerticalHead)
    }

    @Test func aLowStoryMayHaveItsHeadBesideIt() {
        func down(_ mayRunDown: Bool) -> Int {
            var random = SeededGenerator(seed: 8)
            var story = FullEdition.story("a", 1, 3, lines: 24, using: &random)
            story.headline = ["河上新桥通车了"]
            story.mayHeadRunDown = mayRunDown
            let measured = measure(
                story, at: 0, in: Paper(name: "试", grid: FullEdition.grid), with: FixedMeasurer())
            let table = fills(for: measured, on: FullEdition.grid, maxRows: 40, costs: FillCosts())
            let none = Fill.CornerHeads(left: false, right: false)
            var count = 0
            for fills in table.flatMap({ $0 }) {
                for fill in fills where fill.setting.head.direction == .vertical {
                    count += fill.overset == 0 && fill.cornerHeads == none ? 1 : 0
                }
            }
            return count
        }
        #expect(down(true) > 0)
        #expect(down(false) == 0)
    }
}
