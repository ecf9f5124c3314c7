import Testing

@testable import Layout

/// What an editor lets go, and the quote that fills: choices of the planner like any other.
@Suite struct OptionalPartsTests {
    private static let place = SourcePlace(file: "a.md", line: 1)

    private func story(_ paragraphs: Int = 9, _ change: (inout Story) -> Void = { _ in }) -> Story {
        let text = String(repeating: "今天老石桥重新通行，", count: 8) + "很好。"
        var story = Story(
            name: "a", headline: ["两百年老石桥重新通行"],
            body: (0..<paragraphs).map { _ in .paragraph(Paragraph([Span(text)], at: Self.place)) },
            place: Self.place)
        change(&story)
        return story
    }

    private func measured(_ story: Story, _ limits: FitLimits = FitLimits()) -> MeasuredStory {
        var paper = Paper(name: "报")
        paper.limits = limits
        return measure(story, in: paper, with: FixedMeasurer())
    }

    private func allFills(_ story: MeasuredStory) -> [Fill] {
        fills(for: story, on: .broadsheet, maxRows: 60, costs: FillCosts()).joined().flatMap { $0 }
    }

    private func picture(_ story: inout Story, _ count: Int, optional: Bool) {
        let art = Artwork(path: "p.jpg", format: .jpeg, width: 2400, height: 1500, channels: 3, bytes: [])
        for index in 0..<count {
            var picture = Picture(artwork: art, caption: "图为现场", place: story.place)
            picture.isOptional = optional && index > 0
            story.pictures.append(picture)
        }
    }

    private func quote(_ story: inout Story) { story.quote = .init("今天老石桥重新通行，很好。", at: Self.place) }

    @Test func nothingIsLeftOutUnlessTheCopySaysSo() {
        let fixed = measured(
            story {
                $0.deck = ["今起恢复通行"]; picture(&$0, 2, optional: false)
            })
        #expect(allFills(fixed).allSatisfy { $0.setting.head.hasDeck && $0.setting.pictures.count == 2 })
        let free = measured(
            story {
                $0.deck = ["今起恢复通行"]; $0.mayOmitDeck = true; picture(&$0, 3, optional: true)
            })
        let ways = allFills(free)
        #expect(ways.contains { !$0.setting.head.hasDeck } && ways.contains { $0.setting.head.hasDeck })
        #expect(Set(ways.map { $0.setting.pictures.map(\.picture) }) == [[0], [0, 1], [0, 1, 2]])
    }

    /// A part that costs nothing to leave out is left out more readily than a dear one.
    @Test func leavingOutHasItsPrice() {
        let free = measured(
            story {
                $0.deck = ["今起恢复通行"]; $0.mayOmitDeck = true
            })
        func omitted(_ price: Int) -> Int {
            var costs = FillCosts()
            costs.omittedDeck = price
            return fills(for: free, on: .broadsheet, maxRows: 60, costs: costs).joined()
                .count { $0.first?.setting.head.hasDeck == false }
        }
        #expect(omitted(0) > omitted(40) && omitted(40) > omitted(2_000))
    }

    /// The quote stands where it fills, over a paragraph of the middle, never first or last in a column where that can be
    /// helped; what the table promises is what composition sets.
    @Test func aQuoteFillsWhite() {
        let story = measured(story { quote(&$0) })
        let without = measured(story.story.withoutQuote)
        let ways = allFills(story)
        #expect(ways.contains { $0.setting.quote != nil } && ways.contains { $0.setting.quote == nil })
        var cheaper = 0
        let table = fills(for: story, on: .broadsheet, maxRows: 60, costs: FillCosts())
        let plain = fills(for: without, on: .broadsheet, maxRows: 60, costs: FillCosts())
        for columns in 2...4 {
            for rows in 12...60 {
                guard let best = table[columns - 1][rows - 1].first, let other = plain[columns - 1][rows - 1].first
                else {
                    continue
                }
                #expect(best.cost <= other.cost)
                guard let part = best.setting.quote else { continue }
                cheaper += best.cost < other.cost ? 1 : 0
                #expect((3...6).contains(part), "in the middle of nine paragraphs")
                let composer = StoryComposer(
                    story: story, rect: GridRect(columns: 0..<columns, rows: 0..<rows), setting: best.setting,
                    grid: .broadsheet, origin: .init(x: .zero, y: .zero), house: .standard)
                let set = composer.compose(page: 1)
                #expect(set.output.fit?.oversetLines == best.overset)
                let kinds = set.output.module.passages.map(\.kind)
                #expect(kinds.count { $0 == .text(.pullQuote, paragraph: 0) } == 1)
                #expect(!set.diagnostics.contains { $0.code == .partLeftOut })
            }
        }
        #expect(cheaper > 4)
    }

    /// Every paragraph is set once and whole, with the quote or without it.
    @Test func aQuoteAddsNothingToTheText() {
        let story = measured(story { quote(&$0) })
        let lines = story.flowLines(measure: PageGrid.broadsheet.columnWidth)
        let quoted = story.lines(lines, quoteOver: 4, measure: PageGrid.broadsheet.columnWidth)
        #expect(quoted.count == lines.count + 1)
        #expect(quoted.map { story.text(of: $0) }.joined() == lines.map { story.text(of: $0) }.joined())
        // Not at the beginning, not under a crosshead, not where there is no paragraph.
        for part in [0, 9, 99] { #expect(!story.mayQuoteStand(over: part)) }
    }

    @Test func whatIsLeftOutIsSaid() {
        var setting = StorySetting(head: HeadSetting(size: .points(22), lines: 1, hasDeck: false), innerColumns: 4)
        let story = measured(
            story {
                $0.deck = ["今起恢复通行"]; $0.mayOmitDeck = true
                quote(&$0)
                picture(&$0, 2, optional: true)
            })
        let geometry = story.geometry(columns: 4, rows: 60, setting: setting, grid: .broadsheet)!
        setting.pictures = story.pictureWays(in: geometry).compactMap { $0 }.last!.settings(rows: 10)
        let composer = StoryComposer(
            story: story, rect: GridRect(columns: 0..<4, rows: 0..<60), setting: setting, grid: .broadsheet,
            origin: .init(x: .zero, y: .zero), house: .standard)
        let found = composer.compose(page: 1).diagnostics
        #expect(found.map(\.code) == [.partLeftOut, .partLeftOut, .partLeftOut])
        #expect(found.allSatisfy { $0.severity == .note })
    }

    /// A kept plan drops a part, or takes it back, in the rectangle that the story has.
    @Test func keptPlansDropAndRestoreParts() {
        let grid = PageGrid.broadsheet
        func fills(_ story: Story) -> StoryFills { StoryFills(measured(story), grid: grid, costs: FillCosts()) }
        let long = story(9) {
            $0.deck = ["今起恢复通行"]; $0.mayOmitDeck = true
        }
        let withDeck = fills(long)
        let full = (20...60).compactMap { withDeck.fill(columns: 3, rows: $0) }
            .first { $0.white == 0 && $0.overset == 0 && $0.setting.head.hasDeck }
        guard let full else {
            Issue.record("no rectangle fits")
            return
        }
        #expect(measured(long).allows(full.setting))
        var without = full.setting
        without.head.hasDeck = false
        #expect(measured(long).allows(without))
        let strict = story(9) { $0.deck = ["今起恢复通行"] }
        #expect(!measured(strict).allows(without))
        // A paragraph more: in some rectangle the deck goes for it, and comes back when it goes.
        var longer = long
        longer.body.append(.paragraph(Paragraph([Span("今天老石桥重新通行，市民从桥上走过，很好。")], at: Self.place)))
        let pressed = fills(longer)
        let gives = (20...60).contains { rows in
            guard let before = withDeck.fill(columns: 3, rows: rows), before.setting.head.hasDeck,
                let after = pressed.fill(columns: 3, rows: rows)
            else { return false }
            return !after.setting.head.hasDeck && after.overset == 0
        }
        #expect(gives)
        // A quote that the copy has lost, or that has no place there now.
        without.quote = 4
        #expect(!measured(long).allows(without))
        var quoted = long
        quote(&quoted)
        #expect(measured(quoted).allows(without))
    }
}

extension Story {
    fileprivate var withoutQuote: Story {
        var story = self
        story.quote = nil
        return story
    }
}
