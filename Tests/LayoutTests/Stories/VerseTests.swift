import Testing

@testable import Layout

@Suite struct VerseTests {
    @Test func `the stanzas of a poem have one left edge`() {
        let place = SourcePlace(file: "a.md")
        let stanzas = ["船工解开缆绳\n像解开一只", "对岸的灯火", "母亲从前也坐这一班\n站在船头，说能早到家一步"]
        let story = Story(
            name: "a", headline: ["渡船"], body: stanzas.map { .verse(Paragraph([Span($0)], at: place)) },
            place: place)
        let measured = measure(story, at: 0, in: Paper(name: "报"), with: FixedMeasurer())
        let indents = measured.flowLines(measure: .points(9 * 13)).compactMap { line -> Int? in
            guard case .line(let line) = line.content else { return nil }
            return line.indent
        }
        #expect(indents.count == 5)
        #expect(Set(indents).count == 1)
    }
}
