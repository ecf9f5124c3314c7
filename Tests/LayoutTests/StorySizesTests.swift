import Testing

@testable import Layout

/// What stories take of a page by what a column-row is worth.
@Suite struct StorySizesTests {
    /// A story three columns wide that may have these heights at these costs.
    private static func story(_ name: String, _ costs: [Int: Int], extraRows: Int = 0) -> PlanItem {
        var item = PlanPageTests.block(name, 3, 3, 1)
        var setting = item.fills[2][0]!.setting
        setting.extraRows = extraRows
        item.fills[2][0] = nil
        for (rows, cost) in costs {
            item.fills[2][rows - 1] = Fill(
                setting: setting, cost: cost, cornerHeads: .init(left: true, right: true))
        }
        return item
    }

    /// 10 rows (30 column-rows) for nothing; 15 for 30, which is 2 a column-row; 20 for 90, which is 4; 8 for 60 saves 6 at 10 each.
    private static let elastic = [8: 60, 10: 0, 15: 30, 20: 90]

    @Test(arguments: [(-11, 24), (-10, 24), (-9, 30), (0, 30), (2, 30), (3, 45), (4, 45), (5, 60), (10, 60)])
    func aStoryTakesMoreWhereSpaceIsCheap(price: Int, area: Int) {
        #expect(StorySizes(of: Self.story("a", Self.elastic)).area(at: price) == area)
    }

    @Test func sizesThatAreDearForWhatTheyGiveAreNone() {
        // 12 rows cost 29, as good as the 30 of 15.
        let sizes = StorySizes(of: Self.story("a", Self.elastic.merging([12: 29]) { $1 }))
        #expect((-10...10).allSatisfy { sizes.area(at: $0) != 36 })
        #expect(
            StorySizes(of: Self.story("a", [10: 0], extraRows: 2)).area(at: 0) == 0, "two rows of white are no size"
        )
    }

    /// Stories of one size, of which some can grow: of a tenth that is missing each page gets its part.
    @Test func pagesAreSharedOutByWhatFillsThem() {
        var items = (0..<6).map { Self.story("stiff \($0)", [20: 0]) }
        items += (0..<4).map { Self.story("elastic \($0)", [20: 0, 25: 15, 30: 30, 35: 60, 40: 90]) }
        let frames = [PageFrame(page: 1), PageFrame(page: 2)]
        let counts = assignPages(items, frames: frames, on: PlanPageTests.grid).output.map { page in
            page.items.count { $0.name.hasPrefix("elastic") }
        }
        #expect(counts == [2, 2])
    }

    @Test func whatItCostsToFillAPage() {
        let story = AreasByPrice(of: Self.story("a", Self.elastic))
        #expect(story.cost(room: 30) == 0)
        // 6 rows less at no more than 10 each, 15 more at 2.
        #expect(story.cost(room: 24) > 30 && story.cost(room: 45) < 60)
        #expect(story.cost(room: 24) > story.cost(room: 28) && story.cost(room: 45) > story.cost(room: 35))
        #expect(
            story.cost(room: 10) > 1_000 && story.cost(room: 200) > 1_000,
            "what no story takes costs more than any size")
        #expect(AreasByPrice(fixed: 40).cost(room: 40) == 0)
    }
}
