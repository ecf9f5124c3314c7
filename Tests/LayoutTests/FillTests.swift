import Testing

@testable import Layout

/// The ways in which a story may fill a rectangle.
@Suite struct FillTests {
    private func measured(_ change: (inout Story) -> Void) -> MeasuredStory {
        let place = SourcePlace(file: "a.md", line: 1)
        let text = String(repeating: "今天老石桥重新通行，", count: 9) + "很好。"
        var story = Story(
            name: "a", headline: ["两百年老石桥重新通行"],
            body: (0..<5).map { _ in .paragraph(Paragraph([Span(text)], at: place)) }, place: place)
        change(&story)
        return measure(story, in: Paper(name: "报"), with: FixedMeasurer())
    }

    private func allFills(_ story: MeasuredStory) -> [[[Fill]]] {
        fills(for: story, on: .broadsheet, maxRows: 115, costs: FillCosts())
    }

    private func picture(_ story: inout Story) {
        let art = Artwork(path: "p.jpg", format: .jpeg, width: 2400, height: 1500, channels: 3, bytes: [])
        story.pictures = [Picture(artwork: art, caption: "图为现场", credit: "", place: story.place)]
    }

    @Test func theCheapestComesFirst() {
        for fills in allFills(measured { picture(&$0) }).joined() {
            #expect(zip(fills, fills.dropFirst()).allSatisfy { $0.cost <= $1.cost })
        }
    }

    @Test func picturesAndFramesKeepHeadsOutOfCorners() {
        let pictured = allFills(measured { picture(&$0) }).joined().joined()
        #expect(pictured.contains { $0.lowHead != nil && $0.cornerHeads == .init(left: false, right: false) })
        #expect(pictured.contains { $0.cornerHeads == .init(left: true, right: false) })
        #expect(pictured.contains { $0.cornerHeads == .init(left: false, right: true) })
        let plain = allFills(measured { _ in }).joined().joined()
        #expect(plain.contains { $0.setting.isBoxed && $0.cornerHeads == .init(left: false, right: false) })
        #expect(
            plain.contains { $0.setting.head.columns != nil && $0.cornerHeads == .init(left: true, right: false) })
        // A lead's head stands over all of it, and it has no frame.
        let lead = allFills(measured { $0.priority = 5 }).joined().joined()
        #expect(lead.allSatisfy { !$0.setting.isBoxed && $0.setting.head.columns == nil })
        // Who forbids frames by their cost gets none.
        var costs = FillCosts()
        costs.frame = 2_000
        let none = fills(for: measured { _ in }, on: .broadsheet, maxRows: 115, costs: costs).joined().joined()
        #expect(!none.contains { $0.setting.isBoxed && $0.cost < 2_000 })
    }

    /// A picture goes down to the foot, or leaves a leg of text that can be read as one.
    @Test(arguments: [(0, 0), (1, 200), (2, 128), (3, 72), (4, 32), (5, 8), (6, 0), (40, 0)])
    func aFewRowsUnderAPictureCost(rows: Int, cost: Int) {
        let story = measured { picture(&$0) }
        let search = FillSearch(
            story: story, columns: 4, grid: .broadsheet, costs: FillCosts(), store: StoryLineStore(story))
        #expect(search.legCost(under: rows) == cost)
    }

    /// What the table promises is what composition sets.
    @Test func whatIsPromisedIsSet() {
        for story in [measured { picture(&$0) }, measured { _ in }] {
            for (columns, byRows) in allFills(story).enumerated() {
                for (rows, fills) in byRows.enumerated() {
                    for fill in fills where fill.white + fill.overset < 6 {
                        let composer = StoryComposer(
                            story: story, rect: GridRect(columns: 0..<columns + 1, rows: 0..<rows + 1),
                            setting: fill.setting, grid: .broadsheet, origin: .init(x: .zero, y: .zero),
                            house: .standard)
                        let fit = composer.compose(page: 1).output.fit
                        #expect(fit?.oversetLines == fill.overset && (fit?.white ?? 0) - fill.white <= 0)
                    }
                }
            }
        }
    }

    @Test func manyBriefsStandInAColumnOfTheirOwn() {
        var grid = PlanPageTests.grid
        grid.rows = 90
        let stories = PlanSamples.random(16, area: 540, seed: 2, grid: grid).map { $0.item(on: grid) }
        let frame = PageFrame(page: 1)
        let plan = planPage(stories, in: frame, on: grid).output
        #expect(check(plan, against: stories, frame: frame, on: grid) == [], "\(dummy(of: plan))")
        let head = plan.modules.first { $0.subject == .briefs }
        #expect(head != nil, "\(dummy(of: plan))")
        #expect(plan.modules.reduce(0) { $0 + $1.rect.area } == 540, "\(dummy(of: plan))")
    }
}
