import Testing

@testable import Layout

/// 破栏 beside pictures: legs of text of another measure than the page's columns, and pictures over what they leave.
@Suite struct LegTests {
    private static let place = SourcePlace(file: "a.md", line: 1)
    private static let grid: PageGrid = {
        var grid = PageGrid.broadsheet
        (grid.columns, grid.characters, grid.rows) = (6, 11, 80)
        return grid
    }()

    private static func story(lines: Int, change: (inout Story) -> Void = { _ in }) -> MeasuredStory {
        let text = String(repeating: "今天老石桥重新通行了", count: 100)
        // Paragraphs of five lines of eleven characters.
        let body = (0..<lines / 5).map { _ in
            Block.paragraph(Paragraph([Span(text.prefix(50) + "。")], at: place))
        }
        var story = Story(name: "a", headline: ["两百年老石桥重新通行"], body: body, place: place)
        story.priority = 5
        let art = Artwork(path: "p.jpg", format: .jpeg, width: 3_000, height: 3_000, channels: 3, bytes: [])
        story.pictures = [Picture(artwork: art, caption: "图为现场", place: place)]
        change(&story)
        var paper = Paper(name: "报")
        paper.grid = grid
        return measure(story, in: paper, with: FixedMeasurer())
    }

    private static func search(_ story: MeasuredStory, columns: Int) -> FillSearch {
        FillSearch(story: story, columns: columns, grid: grid, costs: FillCosts(), store: StoryLineStore(story))
    }

    @Test(
        arguments: [
            // columns, legs, characters of a leg; the picture's width in characters
            (4, 1, 9, 37), (4, 1, 14, 32), (4, 2, 9, 27), (6, 3, 10, 38), (3, 1, 23, 11),
            // A picture is no narrower than a column of the page.
            (3, 1, 24, nil), (3, 2, 12, nil),
        ] as [(Int, Int, Int, Int?)])
    func thePictureTakesWhatTheLegsLeave(columns: Int, legs: Int, leg: Int, width: Int?) {
        let geometry = StoryGeometry(columns: columns, inner: legs + 1, isBoxed: false, grid: Self.grid, leg: leg)
        let picture = geometry?.span(legs..<legs + 1)
        #expect(picture?.width == width.map { Self.grid.body * $0 })
        guard let geometry, let picture else { return }
        #expect(picture.left + picture.width == Self.grid.width(ofColumns: columns))
        #expect(geometry.span(0..<legs).width == Self.grid.body * (leg * legs + legs - 1))
    }

    /// A lead whose text is a few rows short in the one column beside its picture is set without a hole.
    @Test func shortTextLeavesNoHoleBesideAPicture() {
        var holes = 0, mended = 0
        for lines in stride(from: 30, through: 60, by: 5) {
            let story = Self.story(lines: lines)
            for columns in 4...5 {
                let search = Self.search(story, columns: columns)
                for rows in lines + 8...lines + 24 {
                    var choice = search.choice(rows: rows)
                    choice.add(search.plain + search.others)
                    guard let before = choice.best(), before.isRagged, before.white <= 5 else { continue }
                    holes += 1
                    choice.add(search.legWays())
                    guard let after = choice.best() else { continue }
                    #expect(after.cost <= before.cost)
                    mended += after.isRagged ? 0 : 1
                }
            }
        }
        #expect(mended >= 5, "\(holes) holes, \(mended) of them mended")
    }

    /// What a search finds is priced alike when it is read in a plan, and set as it was promised: text in its legs alone, the
    /// picture down to the foot.
    @Test func aPlanSaysItAgain() {
        let story = Self.story(lines: 35), search = Self.search(story, columns: 5)
        let fills = StoryFills(story, grid: Self.grid, costs: FillCosts())
        var seen = 0
        for rows in 40..<70 {
            var choice = search.choice(rows: rows)
            choice.add(search.legWays())
            guard let fill = choice.best(), fill.overset == 0 else { continue }
            seen += 1
            let setting = fill.setting
            #expect(setting.arrangement == .legs)
            #expect(fills.price(setting, fill.fit, columns: 5, rows: rows + 1) == fill.cost)
            let geometry = story.geometry(columns: 5, rows: rows, setting: setting, grid: Self.grid)!
            let head = story.headRows(setting.head, in: geometry, rows: rows, grid: Self.grid)!
            let room = setting.room(in: geometry, rows: rows, headRows: head)
            #expect(room.text.last?.isEmpty == true)
            #expect(room.bodyRow + (setting.pictures.last?.rows.upperBound ?? 0) == rows)
            let composer = StoryComposer(
                story: story, rect: GridRect(columns: 0..<5, rows: 0..<rows), setting: setting, grid: Self.grid,
                origin: .init(x: .zero, y: .zero), house: .standard)
            let fit = composer.compose(page: 1).output.fit
            #expect(fit?.oversetLines == 0 && (fit?.white ?? 0) <= fill.white)
        }
        #expect(seen > 10)
    }

    /// Who forbids broken columns, or wishes the picture over so many columns, gets none.
    @Test func theCopyMayForbidIt() {
        #expect(!Self.search(Self.story(lines: 35), columns: 5).legs.isEmpty)
        for story in [
            Self.story(lines: 35) { $0.forbidden.knobs.insert(.break) },
            Self.story(lines: 35) { $0.preference.picture = 3 }, Self.story(lines: 35) { $0.pictures = [] },
        ] {
            #expect(Self.search(story, columns: 5).legs.isEmpty)
        }
    }

    /// A picture in the right corner goes down to the foot, as one in the left corner does, or leaves rows for text.
    @Test func aPictureInTheRightCornerReachesTheFoot() {
        let story = Self.story(lines: 15)
        let search = Self.search(story, columns: 5)
        let ways = search.otherWays(only: .pictureRight)
        let under = (20..<80).compactMap { rows -> Int? in
            var choice = search.choice(rows: rows)
            choice.add(ways)
            return choice.best().flatMap { $0.setting.pictures.first.map { rows - $0.rows.upperBound } }
        }
        #expect(under.contains(0) && !under.contains(1) && !under.contains(2))
    }
}
