import Testing

@testable import Layout

/// What an editor does to a plan that is kept: nothing is re-flowed that nobody asked to re-flow.
@Suite struct PlanVerbTests {
    static func set(_ edition: Edition, _ source: PlanSource = .planner) async -> Warned<TypesetEdition> {
        await typeset(edition, with: FixedMeasurer(), following: source)
    }

    static func changes(_ set: TypesetEdition, _ before: [PagePlan]) -> [PlanChange] {
        PlanChange.changes(from: before, to: set.plans, steps: set.planned.steps)
    }

    static func rect(_ plans: [PagePlan], _ name: String) -> GridRect? {
        plans.flatMap(\.modules).first { $0.subject == .story(name) }?.rect
    }

    @Test func anUnchangedEditionKeepsItsPlanToTheLetter() async {
        let edition = FullEdition.make(seed: 1)
        let first = await Self.set(edition).output
        let second = await Self.set(edition, .lastTime(first.plans)).output
        #expect(second.plans == first.plans)
        #expect(second.planned.steps.isEmpty)
    }

    @Test func aStoryThatGoesLeavesItsPlaceToItsNeighbours() async {
        var edition = FullEdition.make(seed: 1)
        let first = await Self.set(edition).output
        edition.stories.removeAll { $0.name == "p1-3" }
        let second = await Self.set(edition, .lastTime(first.plans)).output
        let changes = Self.changes(second, first.plans)
        #expect(changes.contains { $0.kind == .removed && $0.story == "p1-3" && $0.step?.cause == .removed })
        #expect(second.plans[1] == first.plans[1], "page 2 is not touched")
        #expect(second.planned.steps.first { $0.cause == .removed }?.rung != .page || changes.count < 6)
        let free = second.plans[0].modules.reduce(0) { $0 + $1.rect.withRowBelow.area }
        #expect(free == FullEdition.grid.columns * (FullEdition.grid.rows + 1), "no hole is left")
    }

    @Test func aNewStoryTouchesOnePage() async {
        var edition = FullEdition.make(seed: 2)
        let first = await Self.set(edition).output
        var random = SeededGenerator(seed: 9)
        edition.stories.append(FullEdition.story("new", 2, 2, lines: 8, using: &random))
        let second = await Self.set(edition, .lastTime(first.plans))
        #expect(second.output.plans[0] == first.plans[0])
        #expect(Self.rect(second.output.plans, "new") != nil)
        let placed = second.output.plans.flatMap { $0.modules.map(\.subject.name) }
        #expect(edition.stories.allSatisfy { placed.contains($0.name) })
        let step = second.output.planned.steps.first { $0.story == "new" || $0.cause == .added }
        #expect(step?.page == 2)
    }

    @Test func whatIsLockedIsNotEvenSetOtherwise() async {
        let edition = FullEdition.make(seed: 1)
        let first = await Self.set(edition).output
        let longer = FullEdition.edited(edition, story: 1, lines: 5)
        let name = longer.stories[1].name
        var plans = first.plans
        for index in plans[0].modules.indices where plans[0].modules[index].subject == .story(name) {
            plans[0].modules[index].isLocked = true
        }
        for source in [PlanSource.lastTime(plans), .lastTime(locked(first.plans))] {
            let second = await Self.set(longer, source)
            #expect(
                second.output.plans[0].modules.map(\.rect) == first.plans[0].modules.map(\.rect)
                    && second.output.plans[0].modules.map(\.setting) == first.plans[0].modules.map(\.setting))
            #expect(second.diagnostics.contains { $0.code == .storyOverset })
        }
        // The story's own front matter says the same.
        var own = longer
        own.stories[1].isLocked = true
        let third = await Self.set(own, .lastTime(first.plans)).output
        #expect(Self.changes(third, first.plans).allSatisfy { $0.story != name })
    }

    private func locked(_ plans: [PagePlan]) -> [PagePlan] {
        var plans = plans
        plans[0].isLocked = true
        return plans
    }

    @Test func swappedStoriesChangePlaces() async {
        let edition = FullEdition.make(seed: 1)
        let first = await Self.set(edition).output
        var plans = first.plans
        plans[0].edits = [.swap("p1-1", "p1-2")]
        let second = await Self.set(edition, .lastTime(plans)).output
        #expect(second.plans[0].edits.isEmpty, "an edit is carried out once")
        let (old, new) = (Self.rect(first.plans, "p1-2")!, Self.rect(second.plans, "p1-1")!)
        #expect(old.columns.overlaps(new.columns) && old.rows.overlaps(new.rows))
        #expect(second.plans[1] == first.plans[1])
    }

    @Test func aNudgedCutMovesWhatEndsAndBeginsThere() {
        func placement(_ name: String, _ columns: Range<Int>, _ rows: Range<Int>) -> Placement {
            Placement(.story(name), in: GridRect(columns: columns, rows: rows))
        }
        var plan = PagePlan(
            page: 1, columns: 4, rows: 40,
            modules: [
                placement("a", 0..<2, 0..<19), placement("b", 2..<4, 0..<9), placement("c", 2..<4, 10..<19),
                placement("d", 0..<4, 20..<40),
            ])
        func nudged(_ edit: PlanEdit) -> [GridRect]? {
            plan.edits = [edit]
            let result = carryOutEdits(of: [plan], places: PlanPlaces())
            return result.diagnostics.isEmpty ? result.output.plans[0].modules.map(\.rect) : nil
        }
        #expect(
            nudged(.nudgeBelow("a", rows: 3))?.map(\.rows) == [0..<22, 0..<9, 10..<22, 23..<40],
            "the cut below a runs over the page")
        #expect(nudged(.nudgeBelow("b", rows: -2))?.map(\.rows) == [0..<19, 0..<7, 8..<19, 20..<40])
        #expect(nudged(.nudgeRight("a", columns: 1))?.map(\.columns) == [0..<3, 3..<4, 3..<4, 0..<4])
        #expect(nudged(.nudgeBelow("d", rows: 1)) == nil, "there is no cut below it")
        #expect(nudged(.nudgeRight("a", columns: 2)) == nil, "b would have no size left")
        #expect(nudged(.nudgeBelow("x", rows: 1)) == nil)
        plan.modules[3].isPinned = true
        #expect(nudged(.nudgeBelow("a", rows: 3)) == nil, "what is pinned does not move")
    }

    @Test func aHandEditThatFailsIsSaidAtItsPlace() async {
        let edition = FullEdition.make(seed: 1)
        let first = await Self.set(edition).output
        var plans = first.plans
        var places = PlanPlaces()
        places[1] = SourcePlace(file: "plan.yaml", line: 1, column: 3)
        let name = plans[0].modules.last!.subject
        places[1, name] = SourcePlace(file: "plan.yaml", line: 40, column: 14)
        plans[0].modules[plans[0].modules.count - 1].rect.rows = 0..<30
        for source in [PlanSource.lastTime(plans, places: places), .order(plans, places: places)] {
            let result = await Self.set(edition, source)
            let finding = result.diagnostics.first { $0.code == .planOverlap }
            #expect(finding?.place == places[1, name])
        }
        // A rectangle that is too small for its text, followed to the letter.
        plans = first.plans
        let last = plans[0].modules.count - 1
        plans[0].modules[last].rect.rows = plans[0].modules[last].rect.rows.dropLast(6)
        let result = await Self.set(edition, .order(plans, places: places))
        let finding = result.diagnostics.first { $0.code == .planMisfit }
        #expect(finding?.place == places[1, name])
        #expect(finding?.message.en.contains("lines too long") == true, "\(finding?.message.en ?? "none")")
    }

    /// A wish weighs, a prohibition holds.
    @Test func wishesAndProhibitions() {
        var random = SeededGenerator(seed: 3)
        var story = FullEdition.story("a", 1, 3, lines: 60, using: &random)
        func sizes(_ story: Story) -> [Length] {
            let measured = measure(
                story, at: 0, in: Paper(name: "试", grid: FullEdition.grid), with: FixedMeasurer())
            let table = fills(for: measured, on: FullEdition.grid, maxRows: 40, costs: FillCosts())
            return table.flatMap { $0.compactMap { $0.first?.setting.head.size } }
        }
        let free = sizes(story)
        #expect(Set(free).count > 1)
        story.preference.head = .points(18)
        #expect(sizes(story).count { $0 == .points(18) } > free.count { $0 == .points(18) })
        story.forbidden = Story.Forbidden([.loosen, .break], spans: [1...2, 4...4])
        let measured = measure(story, at: 0, in: Paper(name: "试", grid: FullEdition.grid), with: FixedMeasurer())
        let table = fills(for: measured, on: FullEdition.grid, maxRows: 60, costs: FillCosts())
        #expect(table.map { $0.contains { !$0.isEmpty } } == [false, false, true, false])
        let all = table.flatMap { $0.flatMap { $0 } }
        #expect(all.allSatisfy { $0.setting.longer == 0 })
        // Beside a vertical head the columns are not the page's anyway.
        #expect(all.allSatisfy { $0.setting.innerColumns == 3 || $0.setting.head.direction == .vertical })
    }
}
