import Testing

@testable import Layout

@Suite struct WorkersTests {
    /// However many pages and stories are worked on side by side, the plans are the same: fresh ones, and those that are
    /// kept while the copy changes.
    @Test(arguments: [0, 3]) func plansDoNotHangOnThreads(seed: Int) async {
        let edition = randomNewspaper(seed: UInt64(seed))
        let changed = FullEdition.edited(edition, story: 1, lines: 4)
        var seen: [(Int, PagePlans)] = []
        for workers in [1, 2, 4] {
            let plans = await Workers.$most.withValue(workers) {
                let fresh = await typeset(edition, with: FixedMeasurer()).output.plans
                let kept = await typeset(changed, with: FixedMeasurer(), following: .lastTime(fresh)).output
                return PagePlans(fresh: fresh, kept: kept.plans, steps: kept.planned.steps)
            }
            seen.append((workers, plans))
        }
        for (workers, plans) in seen { #expect(plans == seen[0].1, "\(workers) workers") }
    }

    private struct PagePlans: Equatable {
        var fresh: [PagePlan]
        var kept: [PagePlan]
        var steps: [LadderStep]
    }

    @Test func resultsKeepTheirOrder() async {
        for workers in [1, 2, 7, nil] {
            let squares = await Workers.$most.withValue(workers) { await concurrentMap(Array(0..<40)) { $0 * $0 } }
            #expect(squares == (0..<40).map { $0 * $0 })
        }
    }
}
