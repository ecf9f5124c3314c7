import Testing

@testable import Layout

/// Pages that are short of copy.
@Suite struct PageClosingTests {
    static let grid = PlanPageTests.grid

    /// What of the page no module takes.
    static func open(_ plan: PagePlan) -> [(column: Int, row: Int)] {
        (0..<plan.columns).flatMap { column in (0..<plan.rows).map { (column, $0) } }.filter { cell in
            !plan.modules.contains { $0.rect.columns.contains(cell.0) && $0.rect.rows.contains(cell.1) }
        }.map { (column: $0.0, row: $0.1) }
    }

    /// A page with a good part of its copy missing is closed from the top: every story is whole, and what is empty lies in one
    /// strip over the whole foot.
    @Test(arguments: 1...4) func whiteIsGatheredAtTheFoot(seed: Int) {
        let frame = PageFrame(page: 2, anchors: PlanPageTests.anchors(1))
        let stories = PlanSamples.random(
            6, area: frame.freeArea(on: Self.grid), percent: 50, seed: seed, grid: Self.grid)
        let items = stories.map { story in
            var text = story
            text.pictures = []
            return text.item(on: Self.grid)
        }
        let plan = planPage(items, in: frame, on: Self.grid).output
        let drawn: Comment = "seed \(seed)\n\(dummy(of: plan))"
        #expect(check(plan, against: items, frame: frame, on: Self.grid) == [], drawn)
        #expect(plan.modules.allSatisfy { $0.fit?.overset ?? 0 == 0 }, drawn)
        // What is empty beside a nameplate, where no story has its place, is another matter.
        let open = Self.open(plan).filter { $0.row >= 12 }
        #expect(open.count > 40, drawn)
        let top = open.map(\.row).min() ?? 0
        #expect(open.count == (plan.rows - top) * plan.columns, drawn)
    }

    /// A page that larger heads and pictures can fill is filled.
    @Test(arguments: 1...4, [98, 94]) func aPageThatIsNearlyFullIsFilled(seed: Int, percent: Int) {
        let frame = PageFrame(page: 2, anchors: PlanPageTests.anchors(1))
        let items = PlanSamples.random(
            8, area: frame.freeArea(on: Self.grid), percent: percent, seed: seed, grid: Self.grid
        ).map { $0.item(on: Self.grid) }
        let plan = planPage(items, in: frame, on: Self.grid).output
        #expect(Self.open(plan).isEmpty, "seed \(seed)\n\(dummy(of: plan))")
    }
}
