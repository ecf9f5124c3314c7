import Testing

@testable import Layout

/// Soft rules and rules of form, on pages made by hand.
@Suite struct PageCheckTests {
    private static let grid = PageGrid(
        columns: 4, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 40)

    private static func edition(_ priorities: [Int]) -> Edition {
        let stories = priorities.enumerated().map { number, priority -> Story in
            var story = Story(
                name: "s\(number)", headline: ["题"], body: [], place: SourcePlace(file: "s\(number).md", line: 1))
            story.priority = priority
            return story
        }
        return Edition(
            paper: Paper(name: "试报", grid: grid), date: CalendarDate(year: 2026, month: 11, day: 23)!, pages: [],
            stories: stories)
    }

    /// A module with a head of one line of so many points, ten characters long, at its top.
    private static func module(_ number: Int, _ rect: GridRect, size: Int) -> PageModule {
        let origin = grid.typeAreaOrigin(on: .broadsheet)
        let frame = Rect(
            x: origin.x + grid.x(ofColumn: rect.columns.lowerBound),
            y: origin.y + grid.y(ofRow: rect.rows.lowerBound),
            width: grid.width(ofColumns: rect.width), height: grid.pitch * rect.height)
        let glyphs = (0..<10).map { index in
            PlacedGlyph(1, at: Point(x: frame.minX + .points(size * index), y: frame.minY + .points(size)))
        }
        let run = GlyphRun(
            face: FaceID(index: 0), size: .points(size), ink: .solidBlack, glyphs: glyphs, text: "十个字的标题在这里了",
            clusters: [])
        return PageModule(
            kind: .story, name: "s\(number)", frame: frame,
            passages: [Passage(.text(.headline, paragraph: 0), marks: [.glyphs(run)])])
    }

    private static func codes(_ modules: [PageModule], _ priorities: [Int], plans: [PagePlan] = [])
        -> [DiagnosticCode]
    {
        let set = TypesetEdition(
            planned: PlannedEdition(plans: plans), pages: [Page(number: 1, size: .broadsheet, modules: modules)],
            fits: [])
        return PageCheck(set, of: edition(priorities)).findings().map(\.code).filter { $0 != .formFact }
    }

    private static func pair(_ sizes: (Int, Int), rows: (Int, Int) = (0, 0), priorities: [Int] = [3, 3])
        -> [DiagnosticCode]
    {
        codes(
            [
                module(0, GridRect(columns: 0..<2, rows: rows.0..<38), size: sizes.0),
                module(1, GridRect(columns: 2..<4, rows: rows.1..<38), size: sizes.1),
            ], priorities)
    }

    /// Of a story on two pages each part is seen as it stands: one with a frame is parted from its neighbour.
    @Test func aFramedPartOfAStory() {
        func placement(_ number: Int, _ rect: GridRect, isBoxed: Bool = false) -> Placement {
            Placement(
                .story("s\(number)"), in: rect,
                setting: StorySetting(
                    head: HeadSetting(size: .points(22), lines: 1), innerColumns: 2, isBoxed: isBoxed))
        }
        let (left, right) = (GridRect(columns: 0..<2, rows: 0..<38), GridRect(columns: 2..<4, rows: 0..<38))
        func codes(isBoxed: Bool) -> [DiagnosticCode] {
            Self.codes(
                [Self.module(0, left, size: 22), Self.module(1, right, size: 22)], [3, 3],
                plans: [
                    PagePlan(page: 2, columns: 4, rows: 40, modules: [placement(0, right, isBoxed: !isBoxed)]),
                    PagePlan(
                        page: 1, columns: 4, rows: 40,
                        modules: [placement(0, left, isBoxed: isBoxed), placement(1, right)]),
                ])
        }
        #expect(codes(isBoxed: true) == [] && codes(isBoxed: false) == [.headsButting])
    }

    @Test func headsThatButt() {
        #expect(Self.pair((22, 22)) == [.headsButting])
        #expect(Self.pair((22, 36)) == [], "one is half as large again")
        #expect(Self.pair((22, 22), rows: (0, 1)) == [.headsButting], "a row apart they still overlap")
        #expect(Self.pair((22, 22), rows: (0, 4)) == [])
        #expect(Self.pair((22, 22), rows: (0, 3)) == [], "the letters are clear of each other")
    }

    /// It is the way out that press itself takes.
    @Test func aVerticalHeadButtsWithNone() {
        let rects = [GridRect(columns: 0..<2, rows: 0..<38), GridRect(columns: 2..<4, rows: 0..<38)]
        func codes(_ direction: Story.Direction) -> [DiagnosticCode] {
            let modules = rects.enumerated().map { number, rect in
                Placement(
                    .story("s\(number)"), in: rect,
                    setting: StorySetting(
                        head: HeadSetting(
                            size: .points(22), lines: 1, direction: number == 1 ? direction : .horizontal),
                        innerColumns: 2))
            }
            let plan = PagePlan(page: 1, columns: 4, rows: 40, modules: modules)
            return Self.codes(
                rects.enumerated().map { Self.module($0.offset, $0.element, size: 22) }, [3, 3], plans: [plan])
        }
        #expect(codes(.horizontal) == [.headsButting])
        #expect(codes(.vertical) == [])
    }

    @Test func textOrAPictureBetweenHeadsPartsThem() {
        let left = GridRect(columns: 0..<2, rows: 0..<38)
        var modules = [
            Self.module(0, left, size: 22), Self.module(1, GridRect(columns: 2..<4, rows: 0..<38), size: 22),
        ]
        let edge = modules[0].frame.minX + .points(22 * 10)
        let between = Rect(
            x: edge, y: modules[0].frame.minY, width: modules[1].frame.minX - edge, height: .points(60))
        let beside = Passage(
            .figure(alternative: ""), marks: [.picture(PlacedArtwork(path: "a.jpg", frame: between))])
        modules[0].passages.append(beside)
        #expect(Self.codes(modules, [3, 3]) == [])
        let run = GlyphRun(
            face: FaceID(index: 0), size: .points(9), ink: .solidBlack,
            glyphs: [PlacedGlyph(1, at: Point(x: edge, y: between.minY + .points(20)))], text: "字", clusters: [])
        for (role, codes) in [(Role.body, []), (.deck, [DiagnosticCode.headsButting])] {
            modules[0].passages[1] = Passage(.text(role, paragraph: 0), marks: [.glyphs(run)])
            #expect(Self.codes(modules, [3, 3]) == codes)
        }
    }

    @Test func lesserStoriesWithLargerHeads() {
        #expect(Self.pair((22, 36), priorities: [4, 3]) == [.headHierarchy])
        #expect(Self.pair((22, 36), priorities: [3, 4]) == [])
        #expect(Self.pair((22, 36), priorities: [3, 3]) == [])
    }

    @Test func lineAcrossThePage() {
        func page(_ cuts: [Int]) -> [DiagnosticCode] {
            let modules = cuts.enumerated().flatMap { column, cut in
                [
                    Self.module(
                        column * 2, GridRect(columns: column * 2..<column * 2 + 2, rows: 0..<cut),
                        size: 12 + column * 12),
                    Self.module(
                        column * 2 + 1, GridRect(columns: column * 2..<column * 2 + 2, rows: cut + 1..<40),
                        size: 12 + column * 12),
                ]
            }
            return Self.codes(modules, [3, 3, 3, 3])
        }
        #expect(page([20, 20]) == [.pageSeam])
        #expect(page([20, 24]) == [])
        #expect(page([30, 30]) == [], "not in the middle")
    }
}
