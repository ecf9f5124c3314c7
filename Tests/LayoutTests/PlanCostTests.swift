import Testing

@testable import Layout

@Suite struct PlanCostTests {
    /// Costs as high as a paper may set them: sums stay within what the tables hold.
    @Test func theHighestCosts() async {
        var costs = PlanCosts()
        (costs.inversionAbove, costs.inversionLeft) = (HouseCosts.most, HouseCosts.most)
        let tree = TreeCosts(
            priorities: [[5], [5], [4], [4], [4], [3], [3], [1], [1]], costs: costs, scale: 1)
        #expect(tree.stacked(0b1000_0000, 0b0111_1111) == 21 * HouseCosts.most)
        #expect(tree.sideBySide(0b1000_0000, 0b0111_1111) == 21 * HouseCosts.most)
        var edition = FullEdition.make(seed: 3)
        for (_, value) in HouseCosts.all { edition.paper.costs[keyPath: value] = HouseCosts.most }
        let set = await PlanVerbTests.set(edition)
        #expect(set.output.pages.count == 2)
    }

    /// What a page costs when it is planned it costs when it is kept: one function says where heads stand.
    @Test(arguments: 0..<4) func aKeptPageCostsTheSame(seed: Int) async {
        let edition = FullEdition.make(seed: UInt64(seed))
        let plans = await PlanVerbTests.set(edition).output.plans
        let stories = edition.stories.map { measure($0, in: edition.paper, with: FixedMeasurer()) }
        for plan in plans {
            let ladder = LadderPage(
                page: plan.page, grid: FullEdition.planning, costs: PlanCosts(),
                members: plan.modules.map { module in
                    let story = stories.first { module.subject == .story($0.story.name) }?.story
                    return LadderPage.Member(
                        subject: module.subject, priority: story?.priority, isBoxed: story?.isBoxed ?? false,
                        rect: module.rect.withRowBelow, setting: module.setting, fit: module.fit)
                }, fills: [:])
            let names = ["butting", "outshone", "jog", "crossing", "middle-seam", "inversion"]
            let written = plan.cost.filter { item in names.contains { item.name.hasPrefix($0) } }.reduce(0) {
                $0 + $1.cost
            }
            var copy = ladder
            let kept = copy.cost().filter { item in names.contains { item.name.hasPrefix($0) } }.reduce(0) {
                $0 + $1.cost
            }
            #expect(kept == written, "\(plan.cost) \(copy.cost())")
        }
    }

    /// Without stories on page 1, a story of page 2 is still explained with page 2's costs.
    @Test func anExplanationIsOfItsPage() async {
        var edition = FullEdition.make(seed: 2)
        edition.stories.removeAll { $0.page == 1 }
        let planned = await PlanVerbTests.set(edition).output.planned
        let found = planned.explanation(of: "p2-1")
        #expect(found?.plan.page == 2)
        #expect(found?.plan.cost.reduce(0) { $0 + $1.cost } == found?.entry.page)
    }

    /// What `forbid:` names is not done.
    @Test(arguments: Story.Forbidden.Knob.allCases) func everyProhibitionHolds(knob: Story.Forbidden.Knob) async {
        func isUsed(_ forbidden: Set<Story.Forbidden.Knob>) async -> Bool {
            var random = SeededGenerator(seed: 3)
            var story = FullEdition.story("a", 1, 3, lines: 90, using: &random)
            story.pictures = [FullEdition.picture(of: story)]
            story.keep = 400
            story.mayHeadRunDown = false
            story.forbidden = Story.Forbidden(forbidden)
            let measured = measure(story, in: Paper(name: "试", grid: FullEdition.grid), with: FixedMeasurer())
            let all = fills(for: measured, on: FullEdition.grid, maxRows: 60, costs: FillCosts()).enumerated()
                .flatMap { columns, byRows in
                    byRows.flatMap { $0.map { (columns: columns + 1, setting: $0.setting) } }
                }
            return all.contains { columns, setting in
                switch knob {
                case .cut: if case .cut = setting.extent { true } else { false }
                case .crop:
                    setting.pictures.contains { picture in
                        guard
                            let place = measured.geometry(
                                columns: columns, rows: 60, setting: setting, grid: FullEdition.grid)
                        else { return false }
                        let ways = measured.pictureWays(in: place).compactMap { $0 }
                        let way = ways.first { $0.columns.count == picture.columns.count }
                        return way?.naturalRows != picture.rows.count
                    }
                case .loosen: setting.longer != 0
                case .break: setting.innerColumns != columns
                case .jump: false
                }
            }
        }
        // A jump is of the edition: `StorySplitTests.aStoryThatMayNotJumpStays`.
        guard knob != .jump else { return }
        #expect(await isUsed([]), "or this test tests nothing")
        #expect(await !isUsed([knob]))
    }

    /// A story's face hangs on the story alone: a brief that comes before it changes nothing. Both faces are used.
    @Test func facesHangOnTheStory() {
        let edition = FullEdition.make(seed: 1)
        let house = edition.paper.house
        let ordinary = edition.stories.filter { $0.priority == 3 }
        #expect(ordinary.map(\.name) == ["p1-3", "p1-4", "p2-3", "p2-4"])
        let faces = ordinary.map { headType(of: $0, house: house).0.families }
        #expect(faces[0] != faces[1] && faces[0] == faces[3] && faces[1] == faces[2])
    }

    /// 版样: pictures are drawn where they are set.
    @Test(arguments: 0..<4) func theDummysPicturesStandWhereTheyAreSet(seed: Int) async {
        let edition = FullEdition.make(seed: UInt64(seed))
        let set = await PlanVerbTests.set(edition).output
        var count = 0
        for (plan, page) in zip(set.plans, set.pages) {
            let sheet = dummySheet(of: plan, in: edition, with: FixedMeasurer()) { $0.en }
            for module in sheet.modules where module.kind == .story {
                let marks = page.modules.filter { $0.kind == .story && $0.name == module.name }
                    .flatMap(\.passages).flatMap(\.marks)
                let pictures = marks.compactMap {
                    if case .picture(let picture) = $0 { picture.frame } else { nil }
                }
                let drawn = module.passages.flatMap(\.marks).compactMap { mark -> Rect? in
                    if case .tint(let rect, .black(150)) = mark { rect } else { nil }
                }
                #expect(drawn.count == pictures.count)
                for (box, picture) in zip(drawn, pictures) {
                    count += 1
                    let pitch = FullEdition.grid.pitch
                    #expect(abs((box.minX - picture.minX).scaled) <= pitch.scaled)
                    #expect(abs((box.minY - picture.minY).scaled) <= pitch.scaled, "\(module.name)")
                }
            }
        }
        #expect(count > 0)
    }
}

extension FullEdition {
    /// The planner's grid: with the row of white below.
    static var planning: PageGrid {
        var planning = grid
        planning.rows += 1
        return planning
    }
}
