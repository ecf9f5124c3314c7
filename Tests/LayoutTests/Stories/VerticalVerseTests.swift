import Testing

@testable import Layout

@Suite struct VerticalVerseTests {
    private func measured(_ stanzas: [String]) -> MeasuredStory {
        let place = SourcePlace(file: "a.md")
        var story = Story(
            name: "a", headline: ["秋词"], body: stanzas.map { .verse(Paragraph([Span($0)], at: place)) },
            place: place)
        story.verseDirection = .vertical
        return measure(story, in: Paper(name: "报"), with: FixedMeasurer())
    }

    private func blocks(_ story: MeasuredStory, characters: Int) -> [[String]] {
        story.flowLines(measure: .points(9 * characters)).compactMap { line in
            guard case .verticalLines(let lines) = line.content, case .verse(let text) = story.parts[line.part]
            else {
                return nil
            }
            return lines.map { text.text(of: $0.units) }
        }
    }

    @Test func `a stanza is one block, its lines side by side`() {
        let story = measured(["一湖秋水\n半城灯火", "归舟\n又载斜阳过"])
        #expect(blocks(story, characters: 13) == [["一湖秋水", "半城灯火"], ["归舟", "又载斜阳过"]])
        let rows = story.flowLines(measure: .points(117)).map(\.rows)
        // Four and five characters of 9 pt, a blank row between them, on rows of 12 pt.
        #expect(rows == [4, 1, 5])
    }

    @Test func `more lines than a column holds make more blocks`() {
        let lines = (0..<23).map { "第\($0)行" }
        let found = blocks(measured([lines.joined(separator: "\n")]), characters: 13)
        #expect(found.map(\.count) == [10, 10, 3] || found.map(\.count) == [9, 9, 5])
        #expect(found.flatMap { $0 } == lines)
    }

    @Test func `a line too long goes on in the next`() {
        let line = String(repeating: "长", count: 60)
        let found = blocks(measured([line]), characters: 13)
        #expect(found.flatMap { $0 }.joined() == line)
        #expect(found[0].allSatisfy { $0.count <= 24 })
    }

    @Test func `a block of many rows finds the column that holds it`() {
        func row(_ rows: Int) -> FlowLine { FlowLine(part: 0, content: .blank, rows: rows, breakCost: 0) }
        let lines = [row(1), row(1), row(11), row(1), row(8), row(1), row(1)]
        #expect(flow(lines, through: [14, 14, 14]).overset == 0)
    }
}
