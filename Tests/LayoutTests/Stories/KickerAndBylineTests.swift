import Testing

@testable import Layout

/// What stands over a head and behind a text, where it is easily forgotten.
@Suite struct KickerAndBylineTests {
    private static let place = SourcePlace(file: "a.md", line: 1)

    private func story(_ text: String, _ change: (inout Story) -> Void) -> MeasuredStory {
        var story = Story(
            name: "a", headline: ["老石桥今天重新通行"], body: [.paragraph(Paragraph([Span(text)], at: Self.place))],
            place: Self.place)
        change(&story)
        return measure(story, in: Paper(name: "报"), with: FixedMeasurer())
    }

    /// A kicker that takes two lines lowers the main line by both: neighbours see it where it is.
    @Test func aKickerOfTwoLines() {
        let copy = story(String(repeating: "老石桥今天重新通行。", count: 30)) { $0.kicker = "修缮历时一年零三个月投入六百万元" }
        for columns in [1, 3] {
            let table = fills(for: copy, on: .broadsheet, maxRows: 60, costs: FillCosts())[columns - 1]
            for (row, fill) in table.enumerated().flatMap({ row, fills in fills.map { (row, $0) } })
            where row > 20 && fill.cornerHeads.left && fill.setting.head.direction == .horizontal {
                let lines = copy.kickerLines(fill.setting, columns: columns, on: .broadsheet)
                #expect(columns == 1 ? lines > 1 : lines == 1)
                let composer = StoryComposer(
                    story: copy, rect: GridRect(columns: 0..<columns, rows: 0..<row + 1), setting: fill.setting,
                    grid: .broadsheet, origin: Point(x: .zero, y: .zero), house: .standard)
                let run = composer.compose(page: 1).output.module.runs(Role.headlines).first
                let top = (run?.glyphs.first?.origin.y ?? .zero) - fill.setting.head.size * 88 / 100
                let seen = fill.kicker + PageGrid.broadsheet.pitch * fill.setting.extraRows
                #expect(top > seen - .points(12) && top < seen + .points(24), "\(lines) lines: \(top)")
            }
        }
    }

    /// Names are counted among a story's letters, whether they stand on its last line or on one of their own.
    @Test(arguments: 1...14) func namesAreCounted(over: Int) {
        let text = String(repeating: "修", count: 26 + over) + "。"
        let copy = story(text) { $0.byline = ["记者 李明"] }
        let composer = StoryComposer(
            story: copy, rect: GridRect(columns: 0..<1, rows: 0..<30),
            setting: StorySetting(head: HeadSetting(size: .points(18), lines: 2), innerColumns: 1),
            grid: .broadsheet,
            origin: Point(x: .zero, y: .zero), house: .standard)
        #expect(composer.compose(page: 1).output.fit?.characters == text.count + "（记者李明）".count)
    }
}
