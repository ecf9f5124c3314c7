import Testing

@testable import Layout

/// What else happens to a page that stands: advertisements, stories that come and go, pictures, headlines.
@Suite struct KeptEditsTests {
    private static func set(_ edition: Edition, _ source: PlanSource = .planner) async -> PlannedEdition {
        let stories = edition.stories.map { measure($0, in: edition.paper, with: FixedMeasurer()) }
        return await EditionPlanner(edition: edition, stories: stories, colophonRows: 0).plans(from: source).output
    }

    /// Editions with their plans, which all edits start from.
    private static let planned = (0..<4).map { seed in
        Task { () -> (edition: Edition, plan: PlannedEdition) in
            var edition = FullEdition.make(seed: UInt64(seed))
            // Room for an advertisement.
            edition = FullEdition.edited(edition, story: 7, lines: -24)
            edition.advertisements = [advertisement(rows: 12)]
            return (edition, await set(edition))
        }
    }

    private static func advertisement(rows: Int, columns: Int = 2, page: Int = 2) -> Advertisement {
        Advertisement(
            name: "ad", artwork: nil, page: page, columns: columns, rows: rows, corner: .bottomRight,
            place: SourcePlace(file: "edition.yaml"))
    }

    /// Nothing overlaps, no place is empty, and every story and advertisement stands once or is said not to.
    private static func expectSound(_ planned: PlannedEdition, of edition: Edition, _ what: String) {
        for plan in planned.plans {
            #expect(geometryFaults(of: plan, on: FullEdition.grid).map(\.message.en) == [], "\(what)")
            let taken = plan.modules.reduce(0) { $0 + $1.rect.withRowBelow.area }
            // The place of a story that went stays white where its neighbours do not fill it.
            if planned.steps.contains(where: { $0.page == plan.page && $0.cause == .removed && $0.moved.isEmpty }) {
                continue
            }
            #expect(taken == FullEdition.grid.columns * (FullEdition.grid.rows + 1), "\(what)\n\(dummy(of: plan))")
        }
        let names = planned.plans.flatMap { $0.modules.map(\.subject.name) }
        for ad in edition.advertisements { #expect(names.contains("ad:\(ad.name)"), "\(what)") }
        let unplaced = planned.plans.flatMap { $0.unplaced.map(\.story) }
        #expect(
            (names.filter { $0.hasPrefix("p") && $0 != "pagehead" } + unplaced).sorted()
                == edition.stories.map(\.name).sorted(), "\(what)")
    }

    private static func moved(_ old: PlannedEdition, _ new: PlannedEdition) -> Int {
        PlanChange.changes(from: old.plans, to: new.plans, steps: new.steps).count { $0.kind == .moved }
    }

    /// A few rows more or less move what stands beside the advertisement, and nothing on the other page.
    @Test(arguments: 0..<4) func anAdvertisementOfAnotherSizeMakesRoom(seed: Int) async {
        let (edition, first) = await Self.planned[seed].value
        for rows in [11, 13, 16] {
            var changed = edition
            changed.advertisements = [Self.advertisement(rows: rows)]
            let second = await Self.set(changed, .lastTime(first.plans))
            Self.expectSound(second, of: changed, "seed \(seed), \(rows) rows")
            #expect(second.plans[0] == first.plans[0])
            #expect(second.steps.allSatisfy { $0.cause == .furniture || $0.page == 2 })
            if abs(rows - 12) <= 1 {
                #expect(
                    Self.moved(first, second) <= 7,
                    "\(rows) rows: \(second.steps)\n\(dummy(of: first.plans[1]))\n\(dummy(of: second.plans[1]))")
                #expect(second.steps.allSatisfy { $0.rung != .page }, "\(rows) rows: \(second.steps)")
            }
        }
    }

    /// A large new advertisement pushes what matters least out of the page; that is said.
    @Test func aNewAdvertisementPushesBriefsOut() async {
        let (edition, first) = await Self.planned[2].value
        var changed = edition
        changed.advertisements = [Self.advertisement(rows: 22, columns: 3)]
        let second = await Self.set(changed, .lastTime(first.plans))
        Self.expectSound(second, of: changed, "new")
        let out = second.plans.flatMap { $0.unplaced.map(\.story) }
        let priorities = changed.stories.filter { out.contains($0.name) }.map(\.priority)
        #expect(!out.isEmpty && priorities.allSatisfy { $0 <= 2 }, "\(out)")
        // And when it goes, its place is taken.
        let third = await Self.set(edition, .lastTime(second.plans))
        Self.expectSound(third, of: edition, "gone")
    }

    /// Edits of all kinds: nothing is lost, and few modules move.
    @Test(arguments: 0..<8) func editsOfAllKindsMoveLittle(seed: Int) async {
        var random = SeededGenerator(seed: UInt64(seed) + 40)
        let (edition, first) = await Self.planned[seed % 4].value
        var changed = edition
        let index = Int.random(in: 0..<edition.stories.count, using: &random)
        let kind = seed * 5 % 6
        switch kind {
        case 0: changed.stories.remove(at: index)
        case 1: changed.stories.append(FullEdition.story("p2-new", 2, 2, lines: 7, using: &random))
        case 2: changed.stories[index].pictures = []
        case 3: changed.stories[index].pictures = [FullEdition.picture(of: changed.stories[index])]
        case 4: changed.stories[index].headline = ["另一个长得多的标题要占满整整一行才够"]
        default: changed.stories[index].priority = max(1, changed.stories[index].priority - 1)
        }
        let second = await Self.set(changed, .lastTime(first.plans))
        Self.expectSound(second, of: changed, "kind \(kind)")
        let page = kind == 1 ? 2 : edition.stories[index].page!
        for plan in second.plans where plan.page != page {
            #expect(plan == first.plans[plan.page - 1], "kind \(kind)")
        }
        #expect(Self.moved(first, second) <= 6, "kind \(kind): \(second.steps)")
    }
}
