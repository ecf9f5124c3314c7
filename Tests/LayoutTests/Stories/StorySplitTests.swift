import Testing

@testable import Layout

@Suite struct StorySplitTests {
    private static let place = SourcePlace(file: "a.md", line: 1)

    private func story(_ paragraphs: [String]) -> Story {
        Story(
            name: "a", headline: ["标题"], body: paragraphs.map { .paragraph(Paragraph([Span($0)], at: Self.place)) },
            place: Self.place)
    }

    /// Copy with `|` where it may be parted.
    @Test(arguments: [
        ["一。|二！|三？|四"], ["他说：“好。走。”就走了。|", "甲"], ["甲。|乙（见丙。丁）。|戊。"], ["甲。”|乙。"], ["甲。", "乙。|丙。"],
        ["没有句号", "也没有"],
    ])
    func sentences(marked: [String]) {
        let copy = story(marked.map { $0.filter { $0 != "|" } })
        var expected: [String] = []
        for (index, paragraph) in marked.enumerated() {
            var before = marked[..<index].joined().filter { $0 != "|" }
            let parts = paragraph.split(separator: "|")
            for (number, part) in parts.enumerated() {
                before += part
                if index < marked.count - 1 || number < parts.count - 1 { expected.append(before) }
            }
        }
        #expect(copy.splits.map { $0.first.map(\.plainText).joined() } == expected)
        for split in copy.splits {
            #expect(
                split.first.map(\.plainText).joined() + split.rest.map(\.plainText).joined()
                    == copy.body.map(\.plainText).joined())
        }
    }

    @Test func readingsStayWhereAParagraphIsParted() {
        var copy = story([])
        copy.body = [.paragraph(Paragraph([Span("甲。"), Span("东昌", ruby: "ab cd"), Span("乙。丙。")], at: Self.place))]
        for split in copy.splits {
            let spans = (split.first + split.rest).flatMap { block -> [Span] in
                if case .paragraph(let paragraph) = block { paragraph.spans } else { [] }
            }
            #expect(spans.compactMap(\.ruby) == ["ab cd"])
        }
    }

    /// The second part is no new story: no initial, no indent inside a paragraph, no label inside an item.
    @Test func theSecondPartGoesOn() throws {
        let sentence = "老石桥今天重新通行，往来的人很多，从早到晚没有断过。"
        func paragraph(_ count: Int) -> Paragraph {
            Paragraph([Span(String(repeating: sentence, count: count))], at: Self.place)
        }
        for block in [Block.paragraph(paragraph(20)), .listItem(label: "•", paragraph(20))] {
            var copy = story([])
            (copy.body, copy.jump, copy.initial) = ([block], 2, 3)
            let measured = measure(copy, in: Paper(name: "报"), with: FixedMeasurer())
            let second = try #require(measured.versions.first { $0.extent.isContinued })
            guard case .text(let text, _)? = second.parts.first else {
                Issue.record("no text")
                return
            }
            #expect(text.initial == nil && text.text.hasPrefix("老石桥"))
            #expect(measured.paragraphMeasure(of: text, measure: .points(117)).firstIndent == 0)
        }
        var copy = story(Array(repeating: String(repeating: sentence, count: 4), count: 5))
        (copy.jump, copy.initial) = (2, 3)
        let measured = measure(copy, in: Paper(name: "报"), with: FixedMeasurer())
        guard case .text(let text, _)? = measured.versions.first(where: { $0.extent.isContinued })?.parts.first
        else {
            Issue.record("no text")
            return
        }
        #expect(text.initial == nil && text.rules.indent == Fraction(2), "a new paragraph")
    }

    @Test(arguments: [1, 2, 7, 96]) func theLineSaysWhereTheStoryBegan(page: Int) throws {
        var copy = story(Array(repeating: "这一句正好十个字多，这一句正好十个字多。", count: 12))
        copy.jump = 3
        let measured = measure(copy, in: Paper(name: "报"), with: FixedMeasurer())
        let second = try #require(measured.versions.first { $0.extent.isContinued })
        guard case .jumpLine(let line)? = measured.version(second.extent, from: page)?.parts.first else {
            Issue.record("no line")
            return
        }
        #expect(line.text == "（上接第\(page)版）")
    }

    @Test func cutsKeepWhatMustStay() {
        var copy = story(Array(repeating: "这一句正好十个字多。", count: 12))
        #expect(copy.cuts.isEmpty)
        copy.keep = 85
        #expect(copy.cuts.map(\.kept) == [110, 100, 90])
        copy.jump = 2
        #expect(copy.jumps.allSatisfy { $0.endsParagraph && (30...80).contains($0.kept * 100 / 120) })
    }
}

/// Stories that go on on another page, and stories that are cut.
@Suite struct PartedStoryTests {
    private func edition(_ change: (inout Story) -> Void) -> Edition {
        var edition = randomNewspaper(seed: 3)
        edition.pages = [PageCopy(), PageCopy()]
        let place = SourcePlace(file: "a.md", line: 1)
        let paragraph = Block.paragraph(Paragraph([Span(String(repeating: "老石桥今天重新通行。", count: 6))], at: place))
        var long = Story(
            name: "long", headline: ["两百年老石桥重新通行"], body: Array(repeating: paragraph, count: 52), place: place)
        (long.page, long.priority, long.byline) = (1, 5, ["记者 李明"])
        change(&long)
        var other = long
        (other.name, other.page, other.jump, other.keep, other.priority) = ("other", 2, nil, nil, 4)
        other.body = Array(repeating: paragraph, count: 16)
        edition.stories = [long, other]
        return edition
    }

    @Test func aStoryGoesOnOnAnotherPage() async {
        let edition = edition { $0.jump = 2 }
        let result = await typeset(edition, with: FixedMeasurer())
        let stands = result.output.plans.map { $0.modules.contains { $0.subject == .story("long") } }
        #expect(stands == [true, true], "\(result.output.plans.map { dummy(of: $0) }.joined())")
        #expect(result.diagnostics.contains { $0.code == .storyJumped })
        let listings = result.output.pages.map(listing)
        #expect(
            listings[0].contains("（下转第2版）") && listings[1].contains("（上接第1版）"),
            "\(listings[0].split(separator: "\n").filter { $0.contains("jump") })")
        #expect(!listings[0].contains("byline") || listings[1].contains("byline"), "names end the second part")
        // The plan that was kept is followed.
        let again = await typeset(edition, with: FixedMeasurer(), following: .lastTime(result.output.plans))
        #expect(
            again.output.plans.map { $0.modules.map(\.setting) }
                == result.output.plans.map { $0.modules.map(\.setting) })
        #expect(again.output.pages.map(listing) == listings)
    }

    /// A kept plan stays when the copy changes: the story is parted where both parts fit, and nothing is planned anew.
    @Test(arguments: [-4, -1, 1, 4]) func textMovesFromOnePartToTheOther(sentences change: Int) async throws {
        let before = edition { $0.jump = 2 }
        let plans = await typeset(before, with: FixedMeasurer()).output.plans
        let after = edition { story in
            story.jump = 2
            guard case .paragraph(var paragraph) = story.body[2] else { return }
            paragraph.spans = [Span(String(repeating: "老石桥今天重新通行。", count: 6 + change))]
            story.body[2] = .paragraph(paragraph)
        }
        let kept = await typeset(after, with: FixedMeasurer(), following: .lastTime(plans))
        #expect(!kept.diagnostics.contains { $0.code == .planOutdated || $0.severity == .error })
        let extents = kept.output.plans.flatMap(\.modules).filter { $0.subject == .story("long") }
            .compactMap { $0.setting?.extent }
        guard case .jump(let first)? = extents.first, case .continued(let rest)? = extents.last else {
            Issue.record("\(extents)")
            return
        }
        #expect(first == rest, "no sentence is set twice or lost")
        let overset = kept.output.fits.reduce(0) { $0 + $1.oversetLines }
        #expect(overset == 0)
    }

    @Test func aStoryThatMayNotJumpStays() async {
        let edition = edition {
            $0.jump = 2
            $0.forbidden = Story.Forbidden([.jump])
        }
        let result = await typeset(edition, with: FixedMeasurer())
        #expect(!result.diagnostics.contains { $0.code == .storyJumped })
        #expect(!result.output.plans[1].modules.contains { $0.subject == .story("long") })
    }

    @Test func aStoryIsCutAndThatIsSaid() async throws {
        let edition = edition {
            $0.keep = 1_000
            $0.body.removeLast(4)
        }
        let result = await typeset(edition, with: FixedMeasurer())
        let cut = result.diagnostics.filter { $0.code == .storyCut }
        #expect(cut.count == 1)
        #expect(cut.first?.message.zh.hasSuffix("老石桥今天重新通行。") ?? false, "what went is in the message")
        #expect(!result.diagnostics.contains { $0.code == .storyOverset })
        // A story that may not be cut is not.
        let whole = await typeset(self.edition { $0.body.removeLast(4) }, with: FixedMeasurer())
        #expect(!whole.diagnostics.contains { $0.code == .storyCut })
        #expect(whole.diagnostics.contains { $0.code == .storyOverset || $0.code == .storyUnplaced })
    }

    /// White is reported whoever planned the page.
    @Test func holesAreReportedForAKeptPlan() async {
        var edition = edition { $0.body.removeLast(44) }
        edition.pages = [PageCopy()]
        edition.stories.removeLast()
        let planned = await typeset(edition, with: FixedMeasurer())
        #expect(planned.diagnostics.contains { $0.code == .pageHole })
        for source in [PlanSource.lastTime(planned.output.plans), .order(planned.output.plans)] {
            let kept = await typeset(edition, with: FixedMeasurer(), following: source)
            #expect(
                kept.diagnostics.filter { $0.code == .pageHole }
                    == planned.diagnostics.filter { $0.code == .pageHole })
        }
    }
}
