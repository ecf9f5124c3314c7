import Testing

@testable import Layout

/// What no page should have where another page is possible.
@Suite struct PageFaultTests {
    static let grid = PlanPageTests.grid

    @Test(arguments: [
        (115, 45, false), (115, 46, true), (115, 58, true), (115, 70, true), (115, 71, false),
        (80, 31, false), (80, 32, true), (80, 49, true), (80, 50, false),
    ]) func theMiddleOfAPage(rows: Int, cut: Int, isInMiddle: Bool) {
        #expect(PlanCosts().isInMiddle(cut, of: rows + 1) == isInMiddle, "row \(cut) of \(rows)")
    }

    /// Prices that do not mind two heads of one size, for pages whose stories are alike.
    private static let alike: PlanCosts = {
        var costs = PlanCosts()
        costs.equalled = 0
        return costs
    }()

    /// A story that fills the page's upper or lower half, or a half of its width, for other costs.
    private func story(_ name: String, _ priority: Int, half: Int, column: Int) -> PlanItem {
        var item = PlanPageTests.block(name, priority, 6, 30)
        item.fills[5][29]?.cost = half
        var beside = item.fills[5][29]
        beside?.cost = column
        beside?.cornerHeads = .init(left: false, right: false)
        item.fills[2][59] = beside
        return item
    }

    /// A seam stands only where a page without it costs over a twentieth more: here 1060 against 1090 and 1120.
    @Test(arguments: [(545, false), (560, true)]) func aSeamStandsWhereAPageWithoutItIsMuchDearer(
        column: Int, hasSeam: Bool
    ) {
        let items = [story("a", 4, half: 500, column: column), story("b", 4, half: 500, column: column)]
        let plan = planPage(items, in: PageFrame(page: 2), on: Self.grid, costs: Self.alike).output
        #expect(plan.cost.contains { $0.name == "seam" } == hasSeam, "\(plan.cost)")
        // What was given up for it is told.
        #expect(plan.gap == (hasSeam ? 0 : 30))
    }

    /// More than two hundredths of white in the stories, none of it a hole, stand only where every other page has them too.
    @Test(arguments: [(3, true), (4, false)]) func aPageIsFilledWhereItCanBe(white: Int, isKept: Bool) {
        let items = ["a", "b"].map { name in
            var item = story(name, 4, half: 500, column: 560)
            item.fills[5][29]?.white = white
            return item
        }
        let plan = planPage(items, in: PageFrame(page: 2), on: Self.grid, costs: Self.alike).output
        #expect(plan.modules.allSatisfy { ($0.rect.width == 6) == isKept }, "\(dummy(of: plan))")
    }

    /// A way to fill a rectangle that is too dear for the tables is better than text that finds no room.
    @Test(arguments: [(900, false), (1_100, true)]) func noTextIsLostWhereADearWayHoldsIt(dear: Int, isLost: Bool) {
        let items = ["a", "b"].map { name in
            var item = PlanPageTests.block(name, 4, 6, 30)
            let whole = item.fills[5][29]
            item.fills[5][29]?.overset = 3
            item.fills[5][29]?.cost = 1_000
            item.further = { columns, rows in
                guard var fill = whole, (columns, rows) == (6, 30) else { return [] }
                fill.cost = dear
                return [fill]
            }
            return item
        }
        let plan = planPage(items, in: PageFrame(page: 2), on: Self.grid).output
        #expect(plan.modules.allSatisfy { ($0.fit?.overset == 3) == isLost })
    }

    /// Heads butt, or are larger than the lead's, on none of the pages; the lead is the most important story, of several the
    /// one that has most to say.
    @Test(arguments: 0..<12) func pagesAreWithoutFaults(seed: Int) {
        let frame = PageFrame(page: 2, anchors: PlanPageTests.anchors(seed))
        let percent = [100, 97, 103][seed % 3]
        let stories = PlanSamples.random(
            4 + seed % 3, area: frame.freeArea(on: Self.grid), percent: percent, seed: seed, grid: Self.grid)
        let page = plannedPage(stories.map { $0.item(on: Self.grid) }, in: frame, on: Self.grid).output
        let placed = page.plan.modules.filter(\.isStory)
        let lead = placed.first { $0.subject == .story(stories[0].name) }
        let size = lead?.setting?.head.size ?? .zero
        #expect(placed.allSatisfy { ($0.setting?.head.size ?? .zero) <= size }, "\(dummy(of: page.plan))")
        #expect(!page.plan.cost.contains { $0.name == "butting" && $0.cost >= 150 }, "\(dummy(of: page.plan))")
    }

    /// A lead may only be as large as its rectangle lets it: then others are smaller.
    @Test func theLeadIsNotOutshone() {
        var lead = PlanPageTests.block("lead", 5, 6, 30)
        lead.fills[5][29]?.setting.head.size = .points(24)
        var other = PlanPageTests.block("other", 3, 6, 30)
        other.fills[5][29]?.setting.head.size = .points(32)
        var small = other.fills[5][29]
        small?.setting.head.size = .points(20)
        small?.cost = 400
        other.alternatives[5][29] = [small].compactMap { $0 }
        let plan = planPage([lead, other], in: PageFrame(page: 2), on: Self.grid).output
        #expect(plan.modules.map { $0.setting?.head.size } == [.points(24), .points(20)])
    }
}
