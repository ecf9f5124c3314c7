import Testing

@testable import Layout

@Suite struct TypesetTests {
    /// What holds for every page of every edition.
    @Test(arguments: 0..<24)
    func hardRules(seed: Int) async {
        let edition = randomEdition(seed: UInt64(seed))
        let result = await typeset(edition, with: FixedMeasurer())
        let set = result.output
        #expect(set.pages.count == edition.pages.count)
        let overset = Set(set.fits.filter { $0.oversetLines > 0 }.map(\.story))
        for page in set.pages {
            expectNoOverlap(page)
            expectInsideTypeArea(page, of: edition)
            expectOneGrid(page, of: edition)
        }
        for story in edition.stories where !overset.contains(story.name) {
            let texts = set.pages.flatMap(\.modules).filter { $0.kind == .story && $0.name == story.name }
                .map { bodyText(of: $0) }
            let isUnplaced = result.diagnostics.contains { $0.code == .storyUnplaced && $0.place == story.place }
            if isUnplaced {
                #expect(texts.isEmpty)
            } else {
                #expect(texts == [withoutSpaces(copyText(of: story))], "\(story.name)")
            }
        }
    }

    /// The name finds room, however few rows the paper gives it.
    @Test(arguments: [1, 2, 3, 5, 9]) func aSmallNameplate(rows: Int) {
        var edition = randomEdition(seed: 1)
        edition.paper.nameplate.rows = rows
        edition.paper.nameplate.website = "example.com"
        let furniture = FurnitureComposer(edition: edition, pageCount: 1, measurer: FixedMeasurer())
        let nameplate = furniture.nameplate(in: edition.nameplateRect)
        let sizes = nameplate.passages.flatMap(\.marks).compactMap { mark -> Length? in
            if case .glyphs(let run) = mark { run.size } else { nil }
        }
        #expect(sizes.count >= 2 && sizes.allSatisfy { $0 >= .points(5) }, "\(sizes)")
    }

    @Test func furnitureWithoutRoomIsEmpty() {
        let furniture = FurnitureComposer(edition: randomEdition(seed: 1), pageCount: 1, measurer: FixedMeasurer())
        let strip = Rect(x: .zero, y: .zero, width: .zero, height: .points(12))
        #expect(furniture.line("第1版", .pageHead, in: strip, .leading).isEmpty)
    }

    @Test func sameEditionSamePages() async {
        let edition = randomEdition(seed: 7)
        let first = await typeset(edition, with: FixedMeasurer())
        let second = await typeset(edition, with: FixedMeasurer())
        #expect(first.output.plans == second.output.plans)
        #expect(first.diagnostics == second.diagnostics)
        for (a, b) in zip(first.output.pages, second.output.pages) { #expect(listing(of: a) == listing(of: b)) }
    }

    @Test func aKeptPlanIsFollowedAndRefitted() async {
        var edition = randomEdition(seed: 3)
        let first = await typeset(edition, with: FixedMeasurer())
        // Another paragraph for the largest story: everything stays in its rectangle.
        let longest = edition.stories.indices.max {
            copyText(of: edition.stories[$0]).count < copyText(of: edition.stories[$1]).count
        }!
        let place = SourcePlace(file: "x", line: 1)
        edition.stories[longest].body.append(.paragraph(Paragraph([Span("又添一句话。")], at: place)))
        let second = await typeset(edition, with: FixedMeasurer(), following: .lastTime(first.output.plans))
        #expect(
            first.output.plans.map { $0.modules.map(\.rect) } == second.output.plans.map { $0.modules.map(\.rect) })
        // A story that the plan does not know finds its place on one page.
        edition.stories.append(
            Story(
                name: "new", headline: ["新到的稿件"],
                body: [.paragraph(Paragraph([Span("新到的稿件只有一句话。")], at: place))], place: place))
        let third = await typeset(edition, with: FixedMeasurer(), following: .lastTime(first.output.plans))
        #expect(third.output.planned.steps.contains { $0.story == "new" && $0.cause == .added })
        #expect(third.output.fits.contains { $0.story == "new" })
    }

    // MARK: What is expected

    func expectNoOverlap(_ page: Page) {
        let modules = page.modules.filter { $0.name != "rules" }
        for (index, a) in modules.enumerated() {
            for b in modules[..<index] {
                let isApart =
                    a.frame.maxX <= b.frame.minX || b.frame.maxX <= a.frame.minX
                    || a.frame.maxY <= b.frame.minY || b.frame.maxY <= a.frame.minY
                #expect(isApart, "page \(page.number): \(a.name) and \(b.name)")
            }
        }
    }

    func expectInsideTypeArea(_ page: Page, of edition: Edition) {
        let grid = edition.paper.grid
        let area = Rect(origin: grid.typeAreaOrigin(on: edition.paper.page), size: grid.typeArea)
        for module in page.modules {
            #expect(
                module.frame.minX >= area.minX && module.frame.maxX <= area.maxX && module.frame.minY >= area.minY
                    && module.frame.maxY <= area.maxY, "\(module.name)")
        }
    }

    private func expectOneGrid(_ page: Page, of edition: Edition) {
        let pitch = edition.paper.grid.pitch.scaled
        var phases: Set<Int> = []
        for run in page.modules.filter({ $0.kind == .story }).flatMap(bodyRuns) {
            for glyph in run.glyphs { phases.insert(glyph.origin.y.scaled % pitch) }
        }
        #expect(phases.count <= 1)
    }

    private func bodyRuns(of module: PageModule) -> [GlyphRun] {
        module.passages.flatMap { passage -> [GlyphRun] in
            guard case .text(let role, _) = passage.kind, [.body, .byline, .quote].contains(role) else { return [] }
            return passage.marks.compactMap { if case .glyphs(let run) = $0 { run } else { nil } }
        }
    }

    private func bodyText(of module: PageModule) -> String {
        withoutSpaces(bodyRuns(of: module).map(\.text).joined())
    }

    private func copyText(of story: Story) -> String {
        var text = story.body.map { if case .paragraph(let paragraph) = $0 { paragraph.text } else { "" } }.joined()
        if !story.byline.isEmpty { text += "（" + story.byline.joined() + "）" }
        return text
    }

    private func withoutSpaces(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
