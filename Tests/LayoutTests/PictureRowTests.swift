import Testing

@testable import Layout

/// Two or three pictures of a story stand side by side where they are of one height, or a crop makes them so.
@Suite struct PictureRowTests {
    private static let place = SourcePlace(file: "a.md", line: 1)

    /// - Parameter shapes: width and height of each picture, in hundreds of pixels.
    private static func story(_ shapes: [(Int, Int)], crop: Int = 12) -> MeasuredStory {
        let text = String(repeating: "今天老石桥重新通行，", count: 8) + "很好。"
        var story = Story(
            name: "a", headline: ["两百年老石桥重新通行"],
            body: (0..<14).map { _ in .paragraph(Paragraph([Span(text)], at: place)) }, place: place)
        story.pictures = shapes.map { width, height in
            let art = Artwork(
                path: "p.jpg", format: .jpeg, width: width * 100, height: height * 100, channels: 3, bytes: [])
            return Picture(artwork: art, caption: "图为现场", place: place)
        }
        var paper = Paper(name: "报")
        paper.limits.crop = crop
        return measure(story, in: paper, with: FixedMeasurer())
    }

    private static func geometry(_ columns: Int) -> StoryGeometry {
        StoryGeometry(columns: columns, inner: columns, isBoxed: false, grid: .broadsheet)!
    }

    private static func rows(_ story: MeasuredStory, _ columns: Int) -> [PictureWay] {
        story.pictureWays(in: geometry(columns)).compactMap { $0 }.filter { !$0.beside.isEmpty }
    }

    @Test(
        arguments: [
            // pictures, the limit of crops; the columns of each in the widest row over six columns, nil: there is none
            ([(30, 20), (30, 20)], 12, [3, 3]),
            // Upright and wide: one column to two.
            ([(15, 20), (30, 20)], 12, [2, 4]),
            ([(30, 20), (15, 20)], 12, [4, 2]),
            ([(30, 20), (30, 20), (30, 20)], 12, [2, 2, 2]),
            // Nothing but a crop would make them alike.
            ([(30, 20), (20, 31)], 0, nil),
            ([(30, 20)], 12, nil),
            ([(30, 20), (30, 20), (30, 20), (30, 20)], 12, nil),
        ] as [([(Int, Int)], Int, [Int]?)]) func columnsOfEach(shapes: [(Int, Int)], crop: Int, columns: [Int]?)
    {
        let widest = Self.rows(Self.story(shapes, crop: crop), 6).last { $0.columns.count == 6 }
        #expect(widest?.beside.map(\.count) == columns)
    }

    /// Side by side from the left, of one height; and what a plan says is known again.
    @Test func theyStandBesideEachOther() {
        let story = Self.story([(30, 20), (30, 21)])
        let geometry = Self.geometry(5)
        let ways = Self.rows(story, 5)
        #expect(!ways.isEmpty)
        for way in ways {
            let pictures = way.settings(rows: way.naturalRows)
            #expect(Set(pictures.map(\.rows)) == [0..<way.naturalRows])
            #expect(
                zip(pictures, pictures.dropFirst()).allSatisfy { $0.columns.upperBound == $1.columns.lowerBound })
            #expect(pictures.last?.columns.upperBound == 5)
            var setting = StorySetting(head: HeadSetting(size: .points(22), lines: 1), innerColumns: 5)
            setting.pictures = pictures
            let known = story.pictureWay(of: setting, in: geometry)
            #expect(known?.beside == way.beside && known?.rows == way.rows)
        }
        // A stack is not taken for a row.
        let stack = story.pictureWays(in: geometry).compactMap { $0 }.filter(\.beside.isEmpty)
        for way in stack {
            var setting = StorySetting(head: HeadSetting(size: .points(22), lines: 1), innerColumns: 5)
            setting.pictures = way.settings(rows: way.naturalRows)
            #expect(story.pictureWay(of: setting, in: geometry)?.beside == [])
        }
    }

    /// The search for fillings uses both, and every filling is set as it was promised.
    @Test func fillingsHaveRowsAndStacks() {
        let story = Self.story([(30, 20), (30, 20)])
        let all = fills(for: story, on: .broadsheet, maxRows: 90, costs: FillCosts())
        var rows = 0, stacks = 0
        for (index, byRows) in all.enumerated() {
            for (height, fills) in byRows.enumerated() {
                for fill in fills where fill.overset == 0 {
                    let pictures = fill.setting.pictures
                    if Set(pictures.map(\.columns)).count > 1 { rows += 1 } else { stacks += 1 }
                    let rect = GridRect(columns: 0..<index + 1, rows: 0..<height + 1)
                    let composer = StoryComposer(
                        story: story, rect: rect, setting: fill.setting, grid: .broadsheet,
                        origin: .init(x: .zero, y: .zero), house: .standard)
                    let set = composer.compose(page: 1).output
                    #expect(set.fit?.oversetLines == 0)
                    #expect(set.fit?.pictures.count == 2)
                }
            }
        }
        #expect(rows > 0 && stacks > 0)
    }
}
