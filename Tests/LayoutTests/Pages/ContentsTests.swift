import Testing

@testable import Layout

/// 导读: the list of contents in the ear beside the nameplate.
@Suite struct ContentsTests {
    private static let place = SourcePlace(file: "x", line: 1)
    private static let headlines = [
        "新桥今晨通车", "夜市搬进旧仓库", "图书馆延长开放", "老街路灯换新", "码头重开渡轮", "秋粮颗粒归仓", "校园足球开赛", "社区食堂添早餐",
    ]

    /// Stories of so many letters in paragraphs of eighty, the first the lead, every second one of a lower rank than the one before.
    private static func edition(_ letters: [Int], pages: Int, ear: Nameplate.Ear = .either) -> Edition {
        let stories = letters.enumerated().map { number, count in
            let text = String(repeating: "河水清清", count: 19) + "又一年。"
            let body = (0..<max(1, count / 80)).map { _ in Block.paragraph(Paragraph([Span(text)], at: place)) }
            var story = Story(name: "s\(number)", headline: [headlines[number]], body: body, place: place)
            story.priority = number == 0 ? 5 : 4 - number % 2
            return story
        }
        let grid = PageGrid(
            columns: 6, characters: 11, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 60)
        var paper = Paper(
            name: "小报", page: PageSize(trim: Size(width: .points(720), height: .points(800))), grid: grid)
        paper.nameplate.columns = 3
        paper.nameplate.rows = 10
        paper.nameplate.ear = ear
        return Edition(
            paper: paper, date: CalendarDate(year: 2026, month: 11, day: 23)!,
            pages: (0..<pages).map { _ in PageCopy() }, stories: stories)
    }

    private static let long = [1_900, 900, 900, 1_300, 900, 900]

    private static func lines(_ page: Page) -> [String]? {
        page.modules.first { $0.name == "contents" }.map { module in
            module.passages.filter { $0.kind != .ornament }.map { passage in
                passage.marks.map { if case .glyphs(let run) = $0 { run.text } else { "" } }.joined()
            }
        }
    }

    /// No story is as short as the ear: there stands what the other page holds, its best story first among equals, each line with
    /// its page; and the first page is full.
    @Test func whereNoStorySuitsTheEar() async {
        let edition = Self.edition(Self.long, pages: 2)
        let set = await typeset(edition, with: FixedMeasurer()).output
        let plan = set.plans[0]
        let drawn: Comment = "\(dummy(of: plan))"
        #expect(plan.modules.contains { $0.subject == .contents }, drawn)
        #expect(PageClosingTests.open(plan).allSatisfy { $0.row >= 11 || $0.row == 10 }, drawn)
        let others = set.plans[1].modules.filter(\.isStory).compactMap { module in
            edition.stories.first { .story($0.name) == module.subject }?.headline[0]
        }
        let lines = Self.lines(set.pages[0]) ?? []
        #expect(lines.first == "导读")
        #expect(Set(lines.dropFirst().filter { $0 != "2版" }) == Set(others), drawn)
        TypesetTests().expectNoOverlap(set.pages[0])
        TypesetTests().expectInsideTypeArea(set.pages[0], of: edition)
    }

    /// A story that suits the ear stands there, and so it is where the paper wants no list, or has but one page.
    @Test(arguments: [
        (long + [170], 2, Nameplate.Ear.either, false), (long, 2, .stories, false),
        (Array(long.prefix(3)), 1, .either, false),
        (long + [170], 2, .contents, true), (Array(long.prefix(3)), 1, .contents, false),
    ]) func theEarIsThePapers(letters: [Int], pages: Int, ear: Nameplate.Ear, hasList: Bool) async {
        let set = await typeset(Self.edition(letters, pages: pages, ear: ear), with: FixedMeasurer()).output
        #expect((Self.lines(set.pages[0]) != nil) == hasList, "\(dummy(of: set.plans[0]))")
    }

    /// The list of a plan that is kept stays, and names what stands on the other pages now.
    @Test func aKeptPlanKeepsTheList() async {
        var edition = Self.edition(Self.long, pages: 2)
        let plans = await typeset(edition, with: FixedMeasurer()).output.plans
        let name = plans[1].modules.first(where: \.isStory)?.subject.name
        edition.stories[edition.stories.firstIndex { $0.name == name }!].headline = ["今晨有雾"]
        let kept = await typeset(edition, with: FixedMeasurer(), following: .lastTime(plans))
        #expect(kept.output.plans.map { $0.modules.map(\.rect) } == plans.map { $0.modules.map(\.rect) })
        #expect(Self.lines(kept.output.pages[0])?.contains("今晨有雾") == true)
        let ordered = await typeset(edition, with: FixedMeasurer(), following: .order(plans))
        #expect(!ordered.diagnostics.contains { $0.code == .planInvalid }, "\(ordered.diagnostics)")
        // Where the paper does not want it any more, it goes, and a plan by hand that has it is wrong.
        edition.paper.nameplate.ear = .stories
        let without = await typeset(edition, with: FixedMeasurer(), following: .lastTime(plans))
        #expect(Self.lines(without.output.pages[0]) == nil)
        let wrong = await typeset(edition, with: FixedMeasurer(), following: .order(plans))
        #expect(wrong.diagnostics.contains { $0.code == .planInvalid && $0.page?.story == "contents" })
    }

    /// As many as find room, the best of every page before a second one of any.
    @Test(arguments: [(10, 3, 4), (6, 3, 2), (14, 5, 8), (10, 1, 3), (4, 1, 1), (3, 1, 0), (30, 2, 8)])
    func asManyAsFindRoom(rows: Int, columns: Int, count: Int) {
        let furniture = FurnitureComposer(
            edition: Self.edition([100], pages: 1), pageCount: 4, measurer: FixedMeasurer())
        let entries = Self.headlines.enumerated().map { ContentsEntry(headline: $1, page: 2 + $0 % 3) }
        let rect = GridRect(columns: 0..<columns, rows: 0..<rows)
        let module = furniture.contents(entries, in: rect)
        let texts = module.passages.filter { if case .text(.contents, _) = $0.kind { true } else { false } }.map {
            passage in
            passage.marks.map { if case .glyphs(let run) = $0 { run.text } else { "" } }.joined()
        }
        #expect(texts.count == count, "\(texts)")
        #expect(Set(texts) == Set(Self.headlines.prefix(count)))
        let pages = texts.compactMap { text in entries.first { $0.headline == text }?.page }
        #expect(pages == pages.sorted())
        let frame = furniture.frame(of: rect)
        for case .glyphs(let run) in module.passages.flatMap(\.marks) {
            #expect(run.glyphs.allSatisfy { $0.origin.y <= frame.maxY && $0.origin.x >= frame.minX }, "\(run.text)")
        }
    }
}
