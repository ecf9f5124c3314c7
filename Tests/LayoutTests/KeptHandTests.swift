import Testing

@testable import Layout

/// What a person, or the night, does to a plan that is kept: names misspelt, modules deleted, rectangles that cannot be,
/// stories late or killed, front matter that forbids what stands.
@Suite struct KeptHandTests {
    private typealias Result = Warned<PlannedEdition>

    private static func set(_ edition: Edition, _ source: PlanSource = .planner) async -> Result {
        let stories = edition.stories.map { measure($0, in: edition.paper, with: FixedMeasurer()) }
        return await EditionPlanner(edition: edition, stories: stories, colophonRows: 0).plans(from: source)
    }

    /// Editions with their plans, which all edits start from.
    private static let planned = (0..<4).map { seed in
        Task { () -> (edition: Edition, plans: [PagePlan]) in
            let edition = FullEdition.make(seed: UInt64(seed))
            return (edition, await set(edition).output.plans)
        }
    }

    private static func moved(_ old: [PagePlan], _ new: [PagePlan]) -> [String] {
        PlanChange.changes(from: old, to: new).filter { $0.kind == .moved }.map(\.story)
    }

    private static func rects(_ plans: [PagePlan]) -> [String: GridRect] {
        Dictionary(
            plans.flatMap { plan in plan.modules.map { ("\(plan.page) \($0.subject.name)", $0.rect) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func index(_ name: String, _ plan: PagePlan) -> Int {
        plan.modules.firstIndex { $0.subject == .story(name) }!
    }

    @Test(arguments: 0..<4) func aMisspeltStoryKeepsItsPlace(seed: Int) async {
        let (edition, plans) = await Self.planned[seed].value
        for name in ["p2-1", "p2-4", "p1-0"] {
            var written = plans
            let page = name.hasPrefix("p1") ? 0 : 1
            let at = Self.index(name, written[page])
            let wrong = name.replacing("-", with: "_")
            written[page].modules[at].subject = .story(wrong)
            let kept = await Self.set(edition, .lastTime(written))
            #expect(Self.rects(kept.output.plans) == Self.rects(plans), "\(name)")
            #expect(
                kept.diagnostics.contains {
                    $0.code == .planInvalid && $0.severity == .warning && $0.message.en.contains("“\(wrong)”")
                        && $0.hint?.en.contains("did you mean “\(name)”") == true
                }, "\(kept.diagnostics)")
            let followed = await Self.set(edition, .order(written))
            #expect(
                followed.diagnostics.contains {
                    $0.code == .planInvalid && $0.hint?.en.contains("did you mean “\(name)”") == true
                })
        }
    }

    @Test(arguments: 0..<4) func aDeletedModuleComesBackToItsPlace(seed: Int) async {
        let (edition, plans) = await Self.planned[seed].value
        for name in ["p2-0", "p2-3", "p1-5"] {
            var written = plans
            let page = name.hasPrefix("p1") ? 0 : 1
            written[page].modules.remove(at: Self.index(name, written[page]))
            let kept = await Self.set(edition, .lastTime(written))
            #expect(Self.rects(kept.output.plans) == Self.rects(plans), "\(name): \(kept.output.steps)")
        }
    }

    /// Only the faulty rectangle is put right.
    @Test(arguments: 0..<4) func oneFaultyRectangleLeavesTheOthers(seed: Int) async {
        let (edition, plans) = await Self.planned[seed].value
        for (rows, columns) in [(-5, 0), (9, 0), (0, 4)] {
            var written = plans
            // The last module of the page, which overlaps what stands above it, or leaves the type area.
            let at = written[1].modules.indices.last { written[1].modules[$0].isStory }!
            let rect = written[1].modules[at].rect
            written[1].modules[at].rect = GridRect(
                columns: rect.columns.lowerBound..<rect.columns.upperBound + columns,
                rows: rect.rows.lowerBound + min(0, rows)..<rect.rows.upperBound + max(0, rows))
            let kept = await Self.set(edition, .lastTime(written))
            #expect(Self.rects(kept.output.plans) == Self.rects(plans), "\(rows) \(columns): \(kept.output.steps)")
            #expect(kept.diagnostics.contains { [.planOverlap, .planInvalid].contains($0.code) })
        }
    }

    @Test(arguments: 0..<4) func aLateBriefStaysBelowTheLead(seed: Int) async {
        var random = SeededGenerator(seed: UInt64(seed) + 9)
        let (edition, plans) = await Self.planned[seed].value
        for page in 1...2 {
            for lines in [4, 7, 12] {
                var changed = edition
                changed.stories.append(FullEdition.story("z-late", page, 1, lines: lines, using: &random))
                let kept = await Self.set(changed, .lastTime(plans)).output.plans[page - 1]
                guard let late = kept.modules.first(where: { $0.subject == .story("z-late") }) else { continue }
                let lead = kept.modules[Self.index("p\(page)-0", kept)].rect
                #expect(
                    !(late.rect.rows.lowerBound < lead.rows.lowerBound && late.rect.columns.overlaps(lead.columns))
                        && !(late.rect.columns.lowerBound < lead.columns.lowerBound
                            && late.rect.rows.overlaps(lead.rows)),
                    "\(lines)\n\(dummy(of: kept))")
            }
        }
    }

    /// Stories that change places say so.
    @Test func aSwapSaysThatItWasAskedFor() async {
        let (edition, plans) = await Self.planned[0].value
        var written = plans
        written[1].edits = [.swap("p2-1", "p2-3")]
        let kept = await Self.set(edition, .lastTime(written)).output
        for name in ["p2-1", "p2-3"] {
            let changes = PlanChange.changes(from: kept.before, to: kept.plans, steps: kept.steps)
            let change = changes.first { $0.story == name }
            #expect(change?.step?.cause == .swap || change?.step?.story != name, "\(String(describing: change))")
        }
    }
}

/// The same of stories that go, and of front matter.
extension KeptHandTests {
    /// A story that goes gives its place to neighbours, or leaves it white: most of the page stays.
    @Test(arguments: 0..<4) func aStoryThatGoesMovesOnlyItsNeighbours(seed: Int) async {
        let (edition, plans) = await Self.planned[seed].value
        for name in ["p1-2", "p2-1", "p2-3", "p2-5"] {
            var changed = edition
            changed.stories.removeAll { $0.name == name }
            let kept = await Self.set(changed, .lastTime(plans)).output
            #expect(Self.moved(plans, kept.plans).count <= 4, "\(name): \(kept.steps)")
            #expect(kept.steps.allSatisfy { $0.rung != .page })
        }
    }

    /// What front matter forbids does not stand, or is said.
    @Test(arguments: 0..<4) func frontMatterHoldsForAKeptPlan(seed: Int) async {
        let (edition, plans) = await Self.planned[seed].value
        for name in ["p2-1", "p2-3"] {
            let width = plans[1].modules[Self.index(name, plans[1])].rect.width
            let place = edition.stories.firstIndex { $0.name == name }!
            for isForbidden in [true, false] {
                var changed = edition
                if isForbidden {
                    changed.stories[place].forbidden.spans = [width...width]
                } else {
                    changed.stories[place].columns = width == 1 ? 2...3 : 1...width - 1
                }
                let kept = await Self.set(changed, .lastTime(plans))
                let now = kept.output.plans[1].modules.first { $0.subject == .story(name) }?.rect.width
                #expect(
                    now != width || kept.diagnostics.contains { $0.code == .pinUnmet && $0.page?.story == name },
                    "\(name): \(kept.output.steps)")
                #expect(kept.output.plans[0] == plans[0])
            }
        }
    }

    @Test(arguments: 0..<4) func aPinHoldsForAKeptPlan(seed: Int) async {
        let (edition, plans) = await Self.planned[seed].value
        var met = 0
        for name in ["p2-1", "p2-3", "p2-4"] {
            let place = edition.stories.firstIndex { $0.name == name }!
            var changed = edition
            changed.stories[place].pin = .corner(.bottomRight)
            let kept = await Self.set(changed, .lastTime(plans))
            let modules = kept.output.plans[1].modules
            let rect = modules.first { $0.subject == .story(name) }!.rect
            let isMet =
                rect.columns.upperBound == 4 && rect.rows.upperBound == modules.map(\.rect.rows.upperBound).max()
            if isMet { met += 1 }
            #expect(
                isMet || kept.diagnostics.contains { $0.code == .pinUnmet && $0.page?.story == name },
                "\(name)\n\(dummy(of: kept.output.plans[1]))")
        }
        #expect(met >= 2, "\(met)")
    }
}

extension KeptHandTests {
    /// A page that is kept costs what it cost when it was planned.
    @Test(arguments: 0..<4) func aKeptPageIsPricedAsItWasPlanned(seed: Int) async {
        let (edition, plans) = await Self.planned[seed].value
        let kept = await Self.set(edition, .lastTime(plans)).output
        for page in 0...1 {
            let entry = kept.explanation(of: "p\(page + 1)-0")?.entry
            #expect(entry?.pageCosts == plans[page].cost, "page \(page + 1)")
        }
    }
}
