import Testing

@testable import Layout

/// What stands at a column's head and foot.
@Suite struct ColumnEdgeTests {
    private static let place = SourcePlace(file: "a.md", line: 1)

    private static func paragraph(_ text: String) -> Paragraph { Paragraph([Span(text)], at: place) }

    private static let table = Table(
        alignments: [.leading, .leading], head: [paragraph("项目"), paragraph("数")],
        rows: (0..<5).map { [paragraph("第\($0)项"), paragraph("12")] }, at: place)

    private static let kinds: [Block] = [
        .table(table), .verse(paragraph("天地玄黄\n宇宙洪荒\n日月盈昃\n辰宿列张")), .listItem(label: "1.", paragraph("天地玄黄")),
        .quote(paragraph(String(repeating: "天地玄黄", count: 12))),
    ]

    /// What follows a crosshead may be as tall as a column: it takes the crosshead with it.
    @Test(arguments: 2...12) func aCrossheadGoesWithATallBlock(above: Int) {
        func line(_ rows: Int, _ cost: Int = 0) -> FlowLine {
            FlowLine(part: 0, content: .blank, rows: rows, breakCost: cost)
        }
        let lines = (0..<above).map { _ in line(1) } + [line(3), line(20, FlowCosts.alone), line(1)]
        #expect(flow(lines, through: [24, 24, 24]).columns.map(\.upperBound).contains(above))
    }

    @Test(arguments: kinds.indices, 1...26) func nothingStandsAlone(kind: Int, before: Int) {
        let block = Self.kinds[kind]
        let body = [
            Block.paragraph(Self.paragraph(String(repeating: "寒来暑往秋收冬藏闰余成岁律", count: before))),
            .crosshead(Self.paragraph("小标题")), block, block, block,
            .paragraph(Self.paragraph(String(repeating: "寒来暑往秋收冬藏闰余成岁律", count: 20))),
        ]
        let story = measure(
            Story(name: "a", headline: ["题"], body: body, place: Self.place), in: Paper(name: "报"),
            with: FixedMeasurer())
        let lines = story.flowLines(measure: .points(117))
        let flow = flow(lines, through: [22, 22, 22, 22])
        for column in flow.columns where !column.isEmpty {
            if case .white = lines[column.lowerBound].content { Issue.record("white at a column's head") }
            if case .crosshead = lines[column.upperBound - 1].content {
                Issue.record("a crosshead at a column's foot")
            }
        }
        // Only white is left out between columns.
        let shown = flow.columns.flatMap { Array($0) }
        for index in lines.indices.dropLast(flow.overset) where !shown.contains(index) {
            if case .white = lines[index].content { continue }
            Issue.record("line \(index) is lost")
        }
    }

    private static func story(linesBefore before: Int, initial: Int? = nil) -> Story {
        var story = Story(
            name: "a", headline: ["题"],
            body: [
                .paragraph(paragraph(String(repeating: "寒来暑往秋收冬藏闰余成岁律", count: before))),
                .crosshead(paragraph("小标题")),
                .paragraph(paragraph(String(repeating: "寒来暑往秋收冬藏闰余成岁律", count: 40))),
            ], place: place)
        story.initial = initial
        return story
    }

    /// Columns of as many rows as a drop initial has hold it; in lower ones it would stand out at the foot.
    @Test(arguments: [(2, true), (3, false), (4, false)]) func aDropInitialIsNotParted(rows: Int, isTorn: Bool) {
        let measured = measure(Self.story(linesBefore: 4, initial: 3), in: Paper(name: "报"), with: FixedMeasurer())
        let flow = flow(measured.flowLines(measure: .points(117)), through: Array(repeating: rows, count: 40))
        #expect(flow.isTorn == isTorn)
        #expect(flow.overset == 0)
    }

    /// Late copy can move a crosshead to a column's foot where all text finds room and little stays white: then the story is
    /// filled anew.
    @Test func lateCopyLeavesNoCrossheadAtTheFoot() {
        let setting = StorySetting(head: HeadSetting(size: .points(22), lines: 1), innerColumns: 3)
        var torn = 0
        for before in 1...40 {
            let measured = measure(Self.story(linesBefore: before), in: Paper(name: "报"), with: FixedMeasurer())
            let fills = StoryFills(measured, grid: .broadsheet, costs: FillCosts())
            for rows in (before + 46) / 3 + 2...(before + 46) / 3 + 5 {
                var known = KnownLines()
                guard let fit = fills.fit(setting, columns: 3, rows: rows, known: &known), fit.isTorn else {
                    continue
                }
                torn += 1
                #expect(!fit.isAcceptable(inner: 3, before: fit))
                if let (_, adjusted) = fills.adjusted(setting, columns: 3, rows: rows), adjusted.isTorn {
                    #expect(fills.fill(columns: 3, rows: rows)?.fit.isTorn == false)
                }
            }
        }
        #expect(torn > 0)
    }
}
