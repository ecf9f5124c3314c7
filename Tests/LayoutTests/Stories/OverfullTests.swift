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
