import Testing

@testable import Layout

/// Plans whose modules have no rectangles: the tree says how the page is cut, press where.
@Suite struct PlanTreeTests {
    private static func planner(_ edition: Edition) -> EditionPlanner {
        EditionPlanner(
            edition: edition,
            stories: edition.stories.map { measure($0, in: edition.paper, with: FixedMeasurer()) }, colophonRows: 0)
    }

    /// A plan as an editor leaves it who deletes the rectangles of some modules.
    static func treed(_ plan: PagePlan, where isOpen: (Placement) -> Bool) -> PagePlan {
        var plan = plan
        plan.tree = CutTree(plan.modules.map(\.rect))
        for index in plan.modules.indices where isOpen(plan.modules[index]) {
            plan.modules[index].rect = Placement.nowhere
            plan.modules[index].setting = nil
            plan.modules[index].fit = nil
        }
        return plan
    }

    /// Of press's own pages without their rectangles come the same pages, or cheaper ones; kept or to the letter.
    @Test(arguments: 0..<6) func theTreeOfAPageMakesThePage(seed: Int) async {
        let edition = FullEdition.make(seed: UInt64(seed))
        let planner = Self.planner(edition)
        let plans = await planner.plan().output.plans
        let open = plans.map { Self.treed($0) { _ in true } }
        let kept = await planner.plans(from: .lastTime(open))
        let told = await planner.plans(from: .order(open, places: PlanPlaces()))
        #expect((kept.diagnostics + told.diagnostics).map(\.message.en) == [])
        for (plan, old) in zip(kept.output.plans, plans) {
            #expect(geometryFaults(of: plan, on: FullEdition.grid).map(\.message.en) == [])
            let (now, before) = (plan.cost.reduce(0) { $0 + $1.cost }, old.cost.reduce(0) { $0 + $1.cost })
            #expect(now <= before, "\(plan.cost)\n\(dummy(of: plan))\n\(old.cost)\n\(dummy(of: old))")
            #expect(
                CutTree(old.modules.map(\.rect)).fault(
                    in: old.modules.map { module in
                        plan.modules.first { $0.subject == module.subject }?.rect ?? module.rect
                    }) == nil)
        }
        for (plan, other) in zip(kept.output.plans, told.output.plans) {
            #expect(plan.modules.map(\.rect) == other.modules.map(\.rect))
        }
    }

    /// Two stories change places in the tree: the others keep their rectangles, these two take what they leave.
    @Test func rectanglesThatAreWrittenStay() async throws {
        let edition = FullEdition.make(seed: 3)
        let planner = Self.planner(edition)
        let plan = try #require(await planner.plan().output.plans.first)
        let ancestors = CutTree(plan.modules.map(\.rect)).ancestors(of: 2)
        let part = try #require(ancestors.first { $0.filter { plan.modules[$0].isStory }.count >= 2 })
        let open = Self.treed(plan) { module in
            module.isStory && part.contains { plan.modules[$0].subject == module.subject }
        }
        let result = await planner.plans(from: .order([open], places: PlanPlaces()))
        for module in plan.modules where !part.contains(where: { plan.modules[$0].subject == module.subject }) {
            #expect(
                result.output.plans[0].modules.contains { $0.subject == module.subject && $0.rect == module.rect })
        }
        #expect(geometryFaults(of: result.output.plans[0], on: FullEdition.grid).isEmpty)
    }

    /// A tree for which there are no cuts is said, and nothing is lost in silence.
    @Test func treesWithoutCutsAreSaid() async throws {
        let edition = FullEdition.make(seed: 1)
        let planner = Self.planner(edition)
        let plans = await planner.plan().output.plans
        var plan = Self.treed(plans[0]) { $0.subject == .story("p1-1") }
        // Beside everything else, which takes the whole width.
        let others = plan.modules.indices.filter { plan.modules[$0].subject != .story("p1-1") }
        let story = try #require(plan.modules.firstIndex { $0.subject == .story("p1-1") })
        plan.tree = .sideBySide(CutTree(plans[0].modules.map(\.rect), others), .module(story))
        for source in [PlanSource.order([plan, plans[1]]), .lastTime([plan, plans[1]])] {
            let result = await planner.plans(from: source)
            #expect(result.diagnostics.contains { $0.code == .planTree && $0.severity == .error })
            let placed = result.output.plans.flatMap { $0.modules.map(\.subject.name) }
            for story in edition.stories where !placed.contains(story.name) {
                #expect(
                    result.diagnostics.contains {
                        $0.code == .storyUnplaced && $0.page?.story == story.name
                            || $0.message.en.contains(story.name)
                    })
            }
            #expect(result.output.plans.allSatisfy { $0.modules.allSatisfy(\.hasPlace) })
        }
    }
}
