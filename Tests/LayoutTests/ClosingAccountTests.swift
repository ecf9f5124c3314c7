import Testing

@testable import Layout

/// Whatever the plans come from, what stands nowhere is an error.
@Suite struct ClosingAccountTests {
    private func errors(_ edition: Edition, _ source: PlanSource) async -> [(code: DiagnosticCode, text: String)] {
        await PlanVerbTests.set(edition, source).diagnostics.filter { $0.severity == .error }
            .map { ($0.code, $0.message.en) }
    }

    private func with(_ edition: Edition, change: (inout Edition) -> Void) -> Edition {
        var edition = edition
        change(&edition)
        return edition
    }

    private func advertisement(rows: Int, corner: Advertisement.Corner = .bottomLeft) -> Advertisement {
        Advertisement(
            name: "spring", artwork: nil, page: 1, columns: 4, rows: rows, corner: corner,
            place: SourcePlace(file: "edition.yaml", line: 9))
    }

    @Test func aNewStoryBesideLockedPages() async {
        let edition = FullEdition.make(seed: 1)
        var plans = await PlanVerbTests.set(edition).output.plans
        for index in plans.indices { plans[index].isLocked = true }
        for page in [nil, 1, 2] {
            var random = SeededGenerator(seed: 9)
            var story = FullEdition.story("new", 1, 2, lines: 8, using: &random)
            story.page = page
            let found = await errors(with(edition) { $0.stories.append(story) }, .lastTime(plans))
            #expect(found.map(\.code) == [.storyUnplaced], "page \(page ?? 0): \(found)")
            #expect(found.allSatisfy { $0.text.contains("“new”") })
        }
    }

    /// Too large for its page beside what stands there.
    @Test func aNewAdvertisementOnAFullPage() async {
        let edition = FullEdition.make(seed: 1)
        let plans = await PlanVerbTests.set(edition).output.plans
        let larger = with(edition) { $0.advertisements = [advertisement(rows: 50)] }
        for source in [PlanSource.lastTime(plans), .order(plans)] {
            let set = await PlanVerbTests.set(larger, source)
            let isSet = set.output.plans[0].modules.contains { $0.subject == .advertisement("spring") }
            let said = set.diagnostics.filter { $0.severity == .error && $0.message.en.contains("spring") }
            #expect(isSet != (said.count == 1), "\(said.map(\.message.en))")
            for plan in set.output.plans where isSet == false {
                #expect(geometryFaults(of: plan, on: FullEdition.grid).isEmpty)
            }
        }
    }

    /// No page has room for it at all, or there is no such page.
    @Test func anAdvertisementThatFindsNoRoom() async {
        let edition = FullEdition.make(seed: 1)
        let plans = await PlanVerbTests.set(edition).output.plans
        for change in [
            { (item: inout Advertisement) in item.rows = 70 }, { (item: inout Advertisement) in item.page = 3 },
        ] {
            var item = advertisement(rows: 10)
            change(&item)
            let other = with(edition) { $0.advertisements = [item] }
            for source in [PlanSource.planner, .lastTime(plans), .order(plans)] {
                let found = await errors(other, source).filter { $0.code == .advertisementPlace }
                #expect(found.count == 1, "\(found)")
            }
        }
    }

    /// A plan that a person wrote: a story left out, a part without the other, a place too narrow for any setting.
    @Test func whatAWrittenPlanLeavesOut() async {
        let edition = FullEdition.make(seed: 1)
        let plans = await PlanVerbTests.set(edition).output.plans
        func lost(_ change: (inout [PagePlan]) -> Void) async -> [String] {
            var changed = plans
            change(&changed)
            return await errors(edition, .order(changed)).filter { $0.code == .storyUnplaced }.map(\.text)
        }
        #expect(await lost { _ in } == [])
        #expect(await lost { $0[0].modules.removeAll { $0.subject == .story("p1-2") } } == ["“p1-2” is on no page"])
        #expect(
            await lost { plans in
                let index = plans[1].modules.firstIndex { $0.subject == .story("p2-1") }!
                plans[1].modules[index].setting?.extent = .jump(after: 2)
            } == ["only a part of “p2-1” is on a page"])
    }
}
