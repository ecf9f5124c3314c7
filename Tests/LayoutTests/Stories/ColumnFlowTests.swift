import Testing

@testable import Layout

/// How paragraphs run through columns. A paragraph is drawn by the number of its lines.
@Suite struct ColumnFlowTests {
    private func lines(_ paragraphs: [Int]) -> [FlowLine] {
        let text = shaped("汉")
        let line = breakLines(text, into: Measure(width: .points(100)))[0]
        return paragraphs.enumerated().flatMap { part, count in
            (0..<count).map { number in
                var cost = 0
                if number == 1 { cost = FlowCosts.orphan }
                if number > 0, number == count - 1 { cost = max(cost, FlowCosts.widow) }
                return FlowLine(part: part, content: .line(line), rows: 1, breakCost: cost)
            }
        }
    }

    @Test(arguments: [
        // lines of each paragraph, heights of the columns, lines in each column
        ([10], [5, 5], [5, 5]),
        // One row of white: the last column is short.
        ([9], [5, 5], [5, 4]),
        // A widow is avoided by one row of white in the first column.
        ([6, 3], [5, 5], [4, 5]),
        // Two rows of white, three columns: the last two share them.
        ([13], [5, 5, 5], [5, 4, 4]),
        // Much white: both columns end alike.
        ([8], [7, 7], [4, 4]),
    ])
    func columns(paragraphs: [Int], heights: [Int], counts: [Int]) {
        let flow = flow(lines(paragraphs), through: heights)
        #expect(flow.columns.map(\.count) == counts)
        #expect(flow.overset == 0)
    }

    /// Levelled to seven rows a column, what must stay together would not fit.
    @Test func levellingNeverCostsALine() {
        var lines = lines([6, 8])
        lines[7].breakCost = FlowCosts.kept
        for index in 6..<14 { lines[index].breakCost = FlowCosts.kept }
        lines[6].breakCost = 0
        let flow = flow(lines, through: [8, 8])
        #expect(flow.overset == 0)
        #expect(flow.columns.map(\.count) == [6, 8])
    }

    @Test func surplusIsCountedNotLost() {
        let flow = flow(lines([30]), through: [8, 8])
        #expect(flow.overset == 14)
        #expect(flow.columns.last?.upperBound == 16)
    }

    @Test(arguments: 0..<60)
    func everyLineOnceInOrder(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let paragraphs = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            Int.random(in: 1...14, using: &random)
        }
        let heights = (0..<Int.random(in: 1...8, using: &random)).map { _ in Int.random(in: 0...30, using: &random)
        }
        let lines = lines(paragraphs)
        let flow = flow(lines, through: heights)
        #expect(flow.columns.count == heights.count)
        #expect(flow.columns.flatMap { Array($0) } == Array(0..<(lines.count - flow.overset)))
        for (column, height) in zip(flow.columns, heights) { #expect(column.count <= height) }
    }
}
