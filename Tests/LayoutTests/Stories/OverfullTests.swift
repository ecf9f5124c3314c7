import Testing

@testable import Layout

/// What is too wide is set smaller, then parted, and never printed over its neighbour; what sticks out is said.
@Suite struct OverfullTests {
    private static let place = SourcePlace(file: "a.md", line: 1)

    private func table(_ rows: [[String]]) -> ShapedTable {
        ShapedTable(
            alignments: [.leading, .trailing, .trailing], rows: rows.map { $0.map { shaped($0) } }, hasHead: false)
    }

    private static let tables = [
        [["甲", "123456789012345", "987654321098765"]],
        [["老石桥重新通行", "https://example.com/some/long/path", "12"]],
        [["1234567890123456789", "1234567890123456789", "1234567890123456789"]],
        [["甲乙丙丁", "甲乙丙丁", "甲乙丙丁戊己庚辛"]],
    ]

    @Test(arguments: tables, [4, 6, 9, 13]) func noTableIsWiderThanItsColumn(rows: [[String]], characters: Int) {
        let measure = Length.points(10 * characters)
        let geometry = table(rows).geometry(in: measure)
        #expect(geometry.em >= Length.points(7).scaled)
        #expect(geometry.columns.last!.upperBound <= measure.scaled)
        for (left, right) in zip(geometry.columns, geometry.columns.dropFirst()) {
            #expect(left.upperBound <= right.lowerBound)
        }
        let set = table(rows).set(in: geometry)
        for column in 0..<3 {
            let lines = set.lines(of: 0, column, in: geometry)
            let text = lines.map { set.rows[0][column].text(of: $0.units) }.joined()
            #expect(text == rows[0][column])
            for line in lines {
                #expect(line.fit.overfull == 0, "\(text)")
            }
        }
    }

    /// Smaller type comes before parted words.
    @Test func smallerTypeFirst() {
        let table = table([["甲", "1234567890", "1234567890"]])
        let geometry = table.geometry(in: .points(100))
        #expect(geometry.em < Length.points(10).scaled)
        #expect((0..<3).allSatisfy { !table.set(in: geometry).cellLines(of: 0, $0, in: geometry).isForced })
        #expect(table.geometry(in: .points(140)).em == Length.points(10).scaled)
    }
}

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
}
