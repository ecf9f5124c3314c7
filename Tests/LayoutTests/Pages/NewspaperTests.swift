import Foundation
import Testing

@testable import Layout

/// Editions as newsrooms fill them, from copy to page. `PRESS_ALL_EDITIONS=1` sets two hundred.
@Suite struct NewspaperTests {
    static let seeds = 0..<(ProcessInfo.processInfo.environment["PRESS_ALL_EDITIONS"] == nil ? 6 : 200)

    @Test(arguments: seeds) func nothingIsLostAndNothingOverlaps(seed: Int) async {
        let edition = randomNewspaper(seed: UInt64(seed))
        let result = await typeset(edition, with: FixedMeasurer())
        let set = result.output
        for page in set.pages { expectNoOverlap(page) }
        let files = Set(result.diagnostics.filter { $0.code == .storyUnplaced }.compactMap(\.place?.file))
        let unplaced = Set(edition.stories.filter { files.contains($0.place.file) }.map(\.name))
        #expect(unplaced.count * 2 <= edition.stories.count, "\(result.diagnostics.map(\.message.en))")
        let overset = Set(set.fits.filter { $0.oversetLines > 0 }.map(\.story))
        for story in edition.stories where overset.contains(story.name) {
            let printed = set.pages.flatMap(\.modules).filter { $0.kind == .story && $0.name == story.name }
                .map { bodyText(of: $0) }.joined()
            #expect(isPart(sorted(printed), of: sorted(copyText(of: story))), "\(story.name): nothing is set twice")
        }
        var compared = 0
        for story in edition.stories where !unplaced.contains(story.name) && !overset.contains(story.name) {
            compared += 1
            let printed = set.pages.flatMap(\.modules).filter { $0.kind == .story && $0.name == story.name }
                .map { bodyText(of: $0) }.joined()
            let cut = set.plans.flatMap(\.modules).compactMap { module -> String? in
                guard module.subject == .story(story.name), case .cut(let after)? = module.setting?.extent else {
                    return nil
                }
                return story.splits.first { $0.after == after }?.restText
            }
            #expect(sorted(printed + cut.joined()) == sorted(copyText(of: story)), "\(story.name)")
        }
        #expect(
            compared * 3 >= edition.stories.count * 2, "only \(compared) of \(edition.stories.count) were compared")
        // Every story that is on no page is reported, and none stands twice.
        let placed = set.plans.flatMap(\.modules).filter { !($0.setting?.extent.isContinued ?? false) }
            .compactMap { if case .story(let name) = $0.subject { name } else { nil } }
        #expect(placed.sorted() == edition.stories.map(\.name).filter { !unplaced.contains($0) }.sorted())
        for plan in set.plans { expectHeadsApart(plan) }
    }

    /// The planner and `press check` mean the same by heads side by side: what check finds, the page has paid for.
    @Test(arguments: seeds) func whatCheckCallsButtingThePlanHasPriced(seed: Int) async {
        let edition = randomNewspaper(seed: UInt64(seed))
        let set = await typeset(edition, with: FixedMeasurer()).output
        let found = PageCheck(set, of: edition).findings().filter { $0.code == .headsButting }
        let least = PlanCosts().butting * PlanCosts().nearButting / 100
        for plan in set.plans {
            let count = found.count { $0.page?.page == plan.page }
            let cost = plan.cost.first { $0.name == "butting" }?.cost ?? 0
            #expect(cost >= count * least, "page \(plan.page)\n\(dummy(of: plan))")
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

    // MARK: What is expected

    private func expectNoOverlap(_ page: Page) {
        let modules = page.modules.filter { $0.name != "rules" }
        for (index, a) in modules.enumerated() {
            for b in modules[..<index] {
                let isApart =
                    a.frame.maxX <= b.frame.minX || b.frame.maxX <= a.frame.minX
                    || a.frame.maxY <= b.frame.minY || b.frame.maxY <= a.frame.minY
                #expect(isApart, "page \(page.number): \(a.name) and \(b.name)")
            }
            expectNothingPrintedOverAnother(in: a)
        }
    }

    /// Inside a story head, pictures and columns stand clear of each other.
    private func expectNothingPrintedOverAnother(in module: PageModule) {
        guard module.kind == .story else { return }
        var taken: [(kind: String, box: Rect)] = []
        for passage in module.passages {
            for mark in passage.marks {
                switch mark {
                case .picture(let picture): taken.append(("picture", picture.frame))
                case .glyphs(let run):
                    guard let first = run.glyphs.first, let last = run.glyphs.last else { continue }
                    let top = first.origin.y - run.size * 80 / 100
                    taken.append(
                        (
                            "text",
                            Rect(
                                x: first.origin.x, y: top, width: max(.points(1), last.origin.x - first.origin.x),
                                height: run.size * 80 / 100)
                        ))
                default: break
                }
            }
        }
        for (index, a) in taken.enumerated() {
            for b in taken[..<index] where a.kind == "picture" || b.kind == "picture" {
                let isApart =
                    a.box.maxX <= b.box.minX || b.box.maxX <= a.box.minX || a.box.maxY <= b.box.minY
                    || b.box.maxY <= a.box.minY
                #expect(isApart, "\(module.name): \(a.kind) over \(b.kind)")
            }
        }
    }

    /// 碰题: heads of one weight side by side are rare on pages that hold their copy.
    private func expectHeadsApart(_ plan: PagePlan) {
        guard plan.modules.count <= mostLeaves, plan.modules.allSatisfy({ $0.fit?.overset ?? 0 == 0 }) else {
            return
        }
        let butting = plan.cost.first { $0.name == "butting" }?.cost ?? 0
        #expect(butting <= PlanCosts().butting, "page \(plan.page)\n\(dummy(of: plan))")
    }

    private func bodyText(of module: PageModule) -> String {
        module.passages.flatMap { passage -> [String] in
            guard case .text(let role, _) = passage.kind, [.body, .byline, .quote].contains(role) else { return [] }
            return passage.marks.compactMap { if case .glyphs(let run) = $0 { run.text } else { nil } }
        }.joined()
    }

    private func copyText(of story: Story) -> String {
        let body = story.body.map(\.plainText).joined()
        return story.byline.isEmpty ? body : body + "（" + story.byline.joined() + "）"
    }

    /// Characters in an order of their own: a cut text ends before its byline.
    private func sorted(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }.sorted()
    }

    /// Whether every letter of one text is among those of the other, as often; both sorted.
    private func isPart(_ part: [Unicode.Scalar], of whole: [Unicode.Scalar]) -> Bool {
        var rest = whole[...]
        for letter in part {
            guard let found = rest.firstIndex(of: letter) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }
}
