import Testing

@testable import Layout

/// Random editions from copy to page: no ink over another, no letter lost or set twice, no hard rule broken, whether press planned
/// the pages, kept them, fitted late copy into them or was told. `make test-editions` sets two hundred of each suite.
@Suite struct NewspaperTests {
    /// Paragraphs of Han alone: their letters are compared in their order.
    @Test func plainEditions() async {
        await EditionRun(few: 6).expectNoFaults("plain") { seed in
            let edition = randomNewspaper(seed: UInt64(seed), format: .of(seed: seed))
            let result = await typeset(edition, with: FixedMeasurer())
            return figures(seed, (edition, result, "planned"), isPlain: true)
        }
    }

    /// Everything that copy may hold.
    @Test func mixedEditions() async {
        await EditionRun(few: 2).expectNoFaults("mixed") { seed in
            let edition = randomNewspaper(seed: UInt64(seed), format: .of(seed: seed), isMixed: true)
            let fresh = await typeset(edition, with: FixedMeasurer())
            let plans = fresh.output.plans
            let kept = await typeset(edition, with: FixedMeasurer(), following: .lastTime(plans))
            let told = await typeset(edition, with: FixedMeasurer(), following: .order(plans))
            let late = lateChanges(to: edition, seed: UInt64(seed))
            let fitted = await typeset(late, with: FixedMeasurer(), following: .lastTime(plans))
            return figures(
                seed, (edition, fresh, "planned"), (edition, kept, "kept"), (edition, told, "told"),
                (late, fitted, "late"), isPlain: false)
        }
    }

    @Test func onePageAfterTheOtherGivesTheSamePlans() async throws {
        let edition = randomNewspaper(seed: 5)
        let measurer = FixedMeasurer()
        var stories: [MeasuredStory] = []
        for story in edition.stories {
            stories.append(
                measure(story, in: edition.paper, with: measurer))
        }
        let planner = EditionPlanner(edition: edition, stories: stories, colophonRows: 2)
        let together = await planner.plan().output.plans
        // Stories and pages in turn, without tasks.
        let grid = edition.paper.grid
        for (story, item) in zip(stories, await planner.items()) {
            let alone = PlanItem(
                story, fills: fills(for: story, on: grid, maxRows: grid.rows, costs: FillCosts()))
            #expect(alone.fills == item.fills && alone.alternatives == item.alternatives)
        }
        for _ in 0..<2 { #expect(await planner.plan().output.plans == together) }
    }
}

/// One edition in all the ways in which it was set.
private func figures(
    _ seed: Int, _ settings: (edition: Edition, result: Warned<TypesetEdition>, way: String)..., isPlain: Bool
) -> EditionFigures {
    var sum = EditionFigures()
    sum.editions = 1
    for (edition, result, way) in settings {
        var found = faults(in: result, of: edition, isPlain: isPlain)
        if way == "planned" { found += heads(of: result.output, in: edition) }
        sum += EditionFigures(result, of: edition, faults: found.map { "\(way): \($0)" })
    }
    return sum
}

/// 碰题: what `press check` calls butting the plan has paid for; and heads of one weight side by side are rare on pages that hold
/// their copy.
private func heads(of set: TypesetEdition, in edition: Edition) -> [String] {
    let found = PageCheck(set, of: edition).findings().filter { $0.code == .headsButting }
    let least = PlanCosts().butting * PlanCosts().nearButting / 100
    return set.plans.compactMap { plan in
        let cost = plan.cost.first { $0.name == "butting" }?.cost ?? 0
        if cost < found.count(where: { $0.page?.page == plan.page }) * least {
            return "page \(plan.page) has butting heads that were not priced\n\(dummy(of: plan))"
        }
        guard plan.modules.count <= mostLeaves, plan.modules.allSatisfy({ $0.fit?.overset ?? 0 == 0 }) else {
            return nil
        }
        return cost > PlanCosts().butting ? "page \(plan.page) has butting heads\n\(dummy(of: plan))" : nil
    }
}
