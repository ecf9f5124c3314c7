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
        let inside = FlowCosts.insideShortTable
        let lines = [row(1, 0), row(1, 0), row(1, inside), row(1, inside), row(1, 0), row(1, 0)]
        #expect(flow(lines, through: [3, 5]).columns == [0..<1, 1..<6])
    }
}
