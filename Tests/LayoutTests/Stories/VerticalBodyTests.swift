import Testing

@testable import Layout

@Suite struct VerticalBodyTests {
    private func measured(_ paragraphs: [String], byline: [String] = [], isBoxed: Bool = true) -> MeasuredStory {
        let place = SourcePlace(file: "a.md")
        var story = Story(
            name: "a", headline: ["竖排"], body: paragraphs.map { .paragraph(Paragraph([Span($0)], at: place)) },
            place: place)
        (story.isBoxed, story.textDirection, story.byline) = (isBoxed, .vertical, byline)
        return measure(story, at: 0, in: Paper(name: "报"), with: FixedMeasurer())
    }

    private func bands(_ lines: [FlowLine]) -> [(band: VerticalBand, rows: Int)] {
        lines.compactMap { if case .verticalBand(let band) = $0.content { (band, $0.rows) } else { nil } }
    }

    private func body(_ story: MeasuredStory) -> VerticalBody? {
        for part in story.parts { if case .vertical(let body) = part { return body } }
        return nil
    }

    /// Everything once and in order, in lines of whole ems that fill their height, marks where they may stand.
    @Test func theBodyIsSetOnceInBandsOfJustifiedLines() throws {
        for seed in 0..<20 {
            var random = SeededGenerator(seed: UInt64(seed))
            let story = measured(
                (0..<Int.random(in: 1...9, using: &random)).map { _ in randomProse(using: &random) })
            let text = try #require(body(story)).text
            for characters in [9, 13, 28, 41] {
                let measure = Length.points(9 * characters)
                let natural = story.flowLines(measure: measure)
                for longer in 0...min(3, story.mostLongerBands(measure: measure)) {
                    let lines = story.flowLines(measure: measure, longer: longer)
                    #expect(lines.reduce(0) { $0 + $1.rows } == natural.reduce(longer) { $0 + $1.rows })
                    let all = bands(lines).flatMap { band in
                        band.band.lines.map { (line: $0.line, rows: band.rows) }
                    }
                    let set = all.map { text.text(of: $0.line.units) }.joined()
                    #expect(set.filter { $0 != " " } == text.text.filter { $0 != "\n" && $0 != " " })
                    for (line, rows) in all where !line.isLast && line.fit.overfull == 0 {
                        #expect(text.place(line).right == line.indent + line.measure)
                        #expect(line.indent + line.measure <= (story.pitch * rows).scaled)
                        #expect((line.indent + line.measure) % text.em == 0)
                    }
                }
            }
        }
    }

    @Test func linesStandSideBySideOverTheMeasure() throws {
        let story = measured([String(repeating: "湖上有船", count: 60)])
        let found = bands(story.flowLines(measure: .points(9 * 13)))
        for (index, item) in found.enumerated() {
            #expect(item.band.lines.map(\.place) == Array(0..<item.band.lines.count))
            // The last band may be short.
            if index < found.count - 1 { #expect(item.band.lines.count == item.band.places) }
            #expect(item.band.spread <= .points(9 * 12))
        }
        // The paragraph's first line is set in by two em.
        #expect(found[0].band.lines[0].line.indent == Length.points(18).scaled)
    }

    @Test func theBylineEndsTheLastLineWhereThereIsRoom() throws {
        let story = measured(["湖上有船" + String(repeating: "，岸上有人", count: 11)], byline: ["李明"])
        let last = try #require(bands(story.flowLines(measure: .points(9 * 6))).last?.band.lines.last)
        let text = try #require(body(story)).text
        #expect(text.text(of: last.line.units) == "（李明）")
        // Its foot is the line's.
        #expect(
            last.line.indent + last.line.fit.natural == last.line.measure + (last.line.indent - last.line.fit.short)
        )
    }

    @Test func digitsStandSideBySideAndQuotesTurn() throws {
        let text = try #require(body(measured(["今年12月，“暖”字当头——共1200封……"]))).text
        let units = (0..<text.count).map { text.text(of: $0..<($0 + 1)) }
        #expect(units.contains("12") && units.contains("——") && units.contains("……"))
        #expect(text.isVertical && text.text.contains("“暖”"))
        let quote = try #require(units.firstIndex(of: "“"))
        #expect(text.glyphs[text.glyphStarts[quote]].glyph == Unicode.Scalar("『").value)
    }

    @Test func itsHeadStandsAtTheRightWhereItsReadingBegins() {
        #expect(measured(["湖上有船。"]).headSide == .right)
    }

    @Test func aTextThatRunsDownTakesTheWholeWidth() throws {
        let story = measured([String(repeating: "湖上有船，岸上有人。", count: 30)])
        let found = fills(for: story, on: PageGrid.broadsheet, maxRows: 60, costs: FillCosts())
        for fill in found.joined().joined() { #expect(fill.setting.innerColumns == 1) }
        // Some height suits it in three columns: nothing is lost, and next to nothing is left.
        #expect(found[2].contains { $0.contains { $0.overset == 0 && $0.white <= 1 } })
    }
}
