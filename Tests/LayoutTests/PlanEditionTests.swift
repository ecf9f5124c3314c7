import Testing

@testable import Layout

@Suite struct PlanEditionTests {
    static let grid = PlanPageTests.grid

    static func stories(_ count: Int, pages: Int, percent: Int = 100, seed: Int) -> [PlanItem] {
        PlanSamples.random(count, area: 360 * pages, percent: percent, seed: seed, grid: grid).map {
            $0.item(on: grid)
        }
    }

    static func pages(_ plans: [PagePlan]) -> [[String]] { plans.map { $0.modules.map(\.subject.name) } }

    @Test func everyStoryStandsOnce() {
        let items = Self.stories(14, pages: 3, seed: 4)
        let frames = (1...3).map { PageFrame(page: $0) }
        let plans = planEdition(items, frames: frames, on: Self.grid)
        #expect(check(plans.output, against: items, frames: frames, on: Self.grid) == [])
        #expect(Self.pages(plans.output).flatMap { $0 }.sorted() == items.map(\.name).sorted())
        #expect(Self.pages(plans.output)[0].contains(items[0].name), "the lead is on page 1")
        let areas = assignPages(items, frames: frames, on: Self.grid).output.map {
            $0.items.reduce(0) { $0 + $1.naturalArea }
        }
        #expect(areas.max()! - areas.min()! < 25, "\(areas)")
    }

    @Test func hintsComeFirst() {
        var items = Self.stories(10, pages: 2, seed: 5)
        items[0].page = 2
        items[9].page = 1
        items[4].pin = .rectangle(page: 2, columns: 5...6, rows: 41...60)
        let assigned = assignPages(items, frames: [PageFrame(page: 1), PageFrame(page: 2)], on: Self.grid)
        #expect(assigned.output[1].items.map(\.name).contains(items[0].name))
        #expect(assigned.output[0].items.map(\.name).contains(items[9].name))
        #expect(assigned.output[1].items.map(\.name).contains(items[4].name))
        items[0].page = 7
        let missing = assignPages(items, frames: [PageFrame(page: 1), PageFrame(page: 2)], on: Self.grid)
        #expect(missing.diagnostics.map(\.code) == [.storyPageMissing])
        #expect(missing.output[0].items.map(\.name).contains(items[0].name))
    }

    /// Stories stand on their section's pages, unless these hold far too much; the lead of page 1 is not another section's.
    @Test(arguments: 1...6) func storiesStandInTheirSections(seed: Int) {
        var items = Self.stories(14, pages: 3, seed: seed)
        // Two stories of each section, ten that go anywhere.
        for index in 4...7 { items[index].sectionPages = [2 + index % 2] }
        items[0].sectionPages = [3]
        let frames = (1...3).map { PageFrame(page: $0) }
        let assigned = assignPages(items, frames: frames, on: Self.grid).output
        for page in assigned {
            let strangers = page.items.filter {
                !$0.sectionPages.isEmpty && !$0.sectionPages.contains(page.frame.page)
            }.map(\.name)
            #expect(strangers == [], "page \(page.frame.page)")
        }
        for index in items.indices { items[index].sectionPages = [2] }
        let crowded = assignPages(items, frames: frames, on: Self.grid).output.map {
            $0.items.reduce(0) { $0 + $1.naturalArea }
        }
        #expect(
            crowded.max()! - crowded.min()! < 180,
            "a section of three pages' copy overflows into the others: \(crowded)")
    }

    @Test func pagesAreAddedAsNeeded() {
        let items = Self.stories(12, pages: 3, percent: 97, seed: 6)
        let assigned = assignPages(items, frames: [], further: { PageFrame(page: $0) }, on: Self.grid)
        #expect(assigned.output.map(\.frame.page) == [1, 2, 3])
    }

    @Test func whatFindsNoPageIsReported() {
        let items = Self.stories(14, pages: 3, seed: 7)
        let assigned = assignPages(items, frames: [PageFrame(page: 1)], on: Self.grid)
        let kept = assigned.output[0].items.map(\.name)
        let lost = assigned.diagnostics.filter { $0.code == .storyUnplaced && $0.severity == .error }
        #expect(kept.count + lost.count == 14)
        #expect(kept.contains(items[0].name))
        #expect(planEdition(items, frames: [], on: Self.grid).diagnostics.count == 14)
    }

    @Test func fillersGoWhereCopyIsMissing() {
        var items = Self.stories(5, pages: 1, percent: 75, seed: 8)
        var filler = PlanPageTests.block("filler", 1, 6, 5)
        filler.isFiller = true
        items.append(filler)
        let assigned = assignPages(items, frames: [PageFrame(page: 1)], on: Self.grid)
        #expect(assigned.output[0].items.contains { $0.name == "filler" })
        let full = Self.stories(5, pages: 1, percent: 110, seed: 8) + [filler]
        let none = assignPages(full, frames: [PageFrame(page: 1)], on: Self.grid)
        #expect(!none.output[0].items.contains { $0.name == "filler" })
        #expect(none.diagnostics.isEmpty)
    }

    /// Briefs are spread: no page is crowded while another has a handful of large stories.
    @Test func noPageIsCrowdedWhileAnotherIsNot() {
        var items = (0..<4).map { PlanPageTests.block("large \($0)", 4, 6, 22) }
        items += (0..<24).map { PlanPageTests.block("brief \($0)", 1, 2, 8) }
        let frames = [PageFrame(page: 1), PageFrame(page: 2)]
        let counts = assignPages(items, frames: frames, on: Self.grid).output.map(\.items.count)
        #expect(abs(counts[0] - counts[1]) <= 4, "\(counts)")
    }
}
