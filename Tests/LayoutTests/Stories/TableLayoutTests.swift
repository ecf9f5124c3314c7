import Testing

@testable import Layout

/// How a table's columns share a measure.
@Suite struct TableLayoutTests {
    private let timetable = ShapedTable(
        alignments: [.leading, .leading, .leading],
        rows: [
            ["线路", "调整内容", "首末班"], ["3路", "恢复停靠老桥西站，不再绕行沙溪大桥北", "6:00—21:30"],
            ["夜1路", "晚自习时段加开2班", "20:30—23:00"],
        ].map { $0.map { shaped($0) } }, hasHead: true)

    @Test(arguments: [18, 20, 27]) func `words are folded, times and short columns are not`(characters: Int) {
        let geometry = timetable.geometry(in: .points(9 * characters))
        #expect(timetable.lines(of: 1, 2, in: geometry).count == 1)
        #expect(timetable.lines(of: 2, 2, in: geometry).count == 1)
        #expect(timetable.lines(of: 2, 0, in: geometry).count == 1)
        #expect(timetable.lines(of: 1, 1, in: geometry).count > 1 || characters == 27)
    }

    @Test func `what folding saves too much goes back to the words`() {
        let measure = Length.points(9 * 24)
        let geometry = timetable.geometry(in: measure)
        let words = geometry.columns[1].count
        #expect(words > 11 * Length.points(9).scaled, "\(words)")
        #expect(geometry.columns[2].upperBound <= measure.scaled)
    }

    @Test func `rows of several lines are parted by rules`() {
        let geometry = timetable.geometry(in: .points(9 * 20))
        let composer = TableComposer(
            table: timetable, geometry: geometry, grid: PageGrid.broadsheet, width: .points(180))
        func rules(_ row: Int) -> Int {
            composer.marks(of: row, x: .zero, top: .zero, rows: 2).count {
                if case .rule = $0 { true } else { false }
            }
        }
        #expect((0..<3).map(rules) == [2, 1, 1])
    }

    @Test func `a short table stays in one column where that is to be had`() {
        func row(_ rows: Int, _ cost: Int) -> FlowLine {
            FlowLine(part: 0, content: .blank, rows: rows, breakCost: cost)
        }
        let inside = FlowCosts.alone
        let lines = [row(1, 0), row(1, 0), row(1, inside), row(1, inside), row(1, 0), row(1, 0)]
        #expect(flow(lines, through: [3, 5]).columns == [0..<1, 1..<6])
    }

    @Test(arguments: [12, 13])
    func `a table of up to twelve rows is not parted, the head of a longer one stands with a row`(
        rows: Int
    ) {
        let place = SourcePlace(file: "a.md")
        func cells(_ texts: String...) -> [Paragraph] { texts.map { Paragraph([Span($0)], at: place) } }
        let table = Table(
            alignments: [.leading, .leading], head: cells("线路", "时间"),
            rows: (1..<rows).map { cells("\($0)路", "6:30") }, at: place)
        let story = Story(name: "a", headline: ["时刻"], body: [.table(table)], place: place)
        let costs = measure(story, in: Paper(name: "报"), with: FixedMeasurer()).flowLines(measure: .points(180))
            .filter { if case .tableRow = $0.content { true } else { false } }.map(\.breakCost)
        #expect(costs.count == rows)
        #expect(costs[1] == FlowCosts.alone)
        #expect(costs[2..<rows - 1].allSatisfy { $0 == (rows <= 12 ? FlowCosts.alone : FlowCosts.insideTable) })
    }
}
