import Testing

@testable import Layout

/// Editions whose copy fills its pages, as a newsroom delivers them.
enum FullEdition {
    static let grid = PageGrid(
        columns: 4, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 72)

    /// Two pages of six stories each.
    static func make(seed: UInt64, stories perPage: Int = 6) -> Edition {
        var random = SeededGenerator(seed: seed)
        var stories: [Story] = []
        for page in 1...2 {
            // What is free on a page, less heads.
            var left = grid.columns * (grid.rows - (page == 1 ? 11 : 3)) * 82 / 100 - 2 * 2 * 14
            for number in 0..<perPage {
                let rest = perPage - number - 1
                let share = rest == 0 ? left : left / (rest + 1) * Int.random(in: 70...130, using: &random) / 100
                left -= share
                let priority = number == 0 ? 5 : number < 3 ? 4 : number < 5 ? 3 : 2
                var story = story("p\(page)-\(number)", page, priority, lines: share, using: &random)
                // About a third of a page is pictures.
                if number == 0 || number == 2 { story.pictures = [picture(of: story)] }
                stories.append(story)
            }
        }
        let paper = Paper(name: "试验日报", page: .tabloid, grid: grid)
        return Edition(
            paper: paper, date: CalendarDate(year: 2026, month: 11, day: 23)!, issue: 1,
            pages: [PageCopy(section: "要闻"), PageCopy(section: "综合")], stories: stories)
    }

    static func picture(of story: Story) -> Picture {
        let art = Artwork(
            path: "\(story.name).jpg", format: .jpeg, width: 2400, height: 1600, channels: 3, bytes: [])
        return Picture(artwork: art, caption: "图为现场", credit: "李明 摄", place: story.place)
    }

    static func story(
        _ name: String, _ page: Int, _ priority: Int, lines: Int, using random: inout SeededGenerator
    ) -> Story {
        let place = SourcePlace(file: "stories/\(name).md", line: 1)
        var left = max(3, lines)
        var body: [Block] = []
        while left > 0 {
            let count = min(left, Int.random(in: 3...9, using: &random))
            body.append(
                .paragraph(Paragraph([Span(prose(count * 13 - Int.random(in: 2...9, using: &random)))], at: place)))
            left -= count
        }
        let headline = String("各地秋粮入库进展顺利质量好于往年".prefix(Int.random(in: 7...14, using: &random)))
        var story = Story(name: name, headline: [headline], body: body, place: place)
        story.page = page
        story.priority = priority
        return story
    }

    static func prose(_ count: Int) -> String {
        String((0..<max(4, count)).map { Array("天地玄黄宇宙洪荒日月盈昃辰宿列张")[$0 % 16] }) + "。"
    }

    /// A story so many lines longer, or shorter.
    static func edited(_ edition: Edition, story: Int, lines: Int) -> Edition {
        var edition = edition
        let place = edition.stories[story].place
        func paragraph(_ text: String) -> Block { .paragraph(Paragraph([Span(text)], at: place)) }
        guard case .paragraph(let last)? = edition.stories[story].body.last else { return edition }
        let text = last.text
        edition.stories[story].body.removeLast()
        if lines > 0 {
            edition.stories[story].body.append(paragraph(prose(lines * 13) + text))
        } else {
            var rest = -lines * 13
            var body = edition.stories[story].body + [.paragraph(last)]
            while rest > 0, let block = body.popLast() {
                guard case .paragraph(let paragraph) = block else { break }
                let kept = paragraph.text.count - rest
                rest -= paragraph.text.count
                if kept > 12 || body.isEmpty {
                    body.append(
                        .paragraph(Paragraph([Span(String(paragraph.text.prefix(max(13, kept))))], at: place)))
                }
            }
            edition.stories[story].body = body
        }
        return edition
    }
}

@Suite struct KeepPlanTests {
    /// 200 small edits: at most a tenth of the edition's modules moves (about as many of the page's), nothing on other pages.
    @Test func smallEditsMoveLittle() async {
        var random = SeededGenerator(seed: 4)
        var moved = 0, onPage = 0, modules = 0
        var rungs: [LadderStep.Rung: Int] = [:]
        for seed in 0..<3 {
            let edition = FullEdition.make(seed: UInt64(seed))
            let measured = edition.stories.map { Self.measured($0, edition) }
            let planner = EditionPlanner(edition: edition, stories: measured, colophonRows: 0)
            let plans = await planner.plan().output.plans
            for _ in 0..<67 {
                let story = Int.random(in: 0..<edition.stories.count, using: &random)
                let lines = Int.random(in: 1...6, using: &random) * (Bool.random(using: &random) ? 1 : -1)
                let changed = FullEdition.edited(edition, story: story, lines: lines)
                var stories = measured
                stories[story] = Self.measured(changed.stories[story], changed)
                let kept = await EditionPlanner(edition: changed, stories: stories, colophonRows: 0)
                    .plans(from: .lastTime(plans)).output
                for plan in kept.plans { Self.expectSound(plan, of: changed) }
                let page = edition.stories[story].page!
                for plan in kept.plans where plan.page != page { #expect(plan == plans[plan.page - 1]) }
                let changes = PlanChange.changes(from: plans, to: kept.plans, steps: kept.steps)
                #expect(changes.allSatisfy { $0.kind == .moved || $0.kind == .refitted })
                #expect(changes.allSatisfy { $0.step != nil }, "every change has its reason")
                moved += changes.count { $0.kind == .moved }
                onPage += kept.plans[page - 1].modules.count
                modules += kept.plans.reduce(0) { $0 + $1.modules.count }
                for step in kept.steps { rungs[step.rung, default: 0] += 1 }
            }
        }
        // Most edits end on the lowest rungs, none on the last.
        let most: [(LadderStep.Rung, Int)] = [(.sameRectangles, 140), (.sameTree, 50), (.subtree, 20), (.page, 0)]
        for (rung, count) in most { #expect(rungs[rung] ?? 0 <= count, "\(rung.rawValue)") }
        #expect(moved * 10 <= modules)
        #expect(moved * 8 <= onPage)
    }

    /// Nothing overlaps or leaves the page, every story of the page stands once, and no place is empty.
    private static func expectSound(_ plan: PagePlan, of edition: Edition) {
        #expect(geometryFaults(of: plan, on: FullEdition.grid).map(\.message.en) == [])
        let names = plan.modules.filter(\.isStory).map(\.subject.name).sorted()
        #expect(names == edition.stories.filter { $0.page == plan.page }.map(\.name).sorted())
        let taken = plan.modules.reduce(0) { $0 + $1.rect.withRowBelow.area }
        #expect(taken == FullEdition.grid.columns * (FullEdition.grid.rows + 1))
        #expect(plan.modules.allSatisfy { $0.fit?.overset ?? 0 == 0 }, "\(dummy(of: plan))")
    }

    private static func measured(_ story: Story, _ edition: Edition) -> MeasuredStory {
        measure(story, in: edition.paper, with: FixedMeasurer())
    }
}
