import Testing

@testable import Layout

/// Note marks, readings, drop initials, and roles with rules of their own.
@Suite struct BodyDetailTests {
    private let place = SourcePlace(file: "a.md", line: 1)

    private func measured(_ spans: [Span], paper: Paper = Paper(name: "报"), initial: Int? = nil) -> MeasuredStory {
        var story = Story(name: "a", headline: ["题"], body: [.paragraph(Paragraph(spans, at: place))], place: place)
        story.initial = initial
        return measure(story, in: paper, with: FixedMeasurer())
    }

    private func body(_ story: MeasuredStory) -> ShapedText? {
        guard case .text(let text, _)? = story.parts.first else { return nil }
        return text
    }

    @Test func aNoteMarkStaysWithItsText() throws {
        let text = try #require(
            body(measured([Span("甲乙"), Span("12", emphasis: .superior), Span("丙，丁")])))
        #expect(text.opportunities[2] == .forbidden && text.opportunities[3] == .forbidden)
        #expect(text.opportunities[4] != .forbidden)
        // Six tenths of the size, raised, and no white before it.
        #expect(text.glyphs[2].advance == Fraction(6, 10).of(.points(9)) / 2)
        #expect(text.glyphs[2].offsetY < .zero)
        #expect(text.gaps[1] == .fixed)
    }

    @Test(arguments: [
        // characters, reading, whether they may be parted, their width in tenths of an em
        ("东昌", "ab cd", true, 20), ("东昌", "abc", false, 20),
        // Longer than its character, with a sixth of its own size to the next: 8 letters of a quarter em.
        ("东", "abcdefgh", false, 20 + 1),
    ])
    func readings(base: String, reading: String, parts: Bool, tenths: Int) throws {
        let story = measured([Span("甲"), Span(base, ruby: reading), Span("乙丙")])
        let text = try #require(body(story))
        let units = 1..<(1 + base.count)
        let width = units.reduce(0) { $0 + text.widths[$1] }
        #expect((width * 10 + text.em / 2) / text.em == tenths)
        if base.count > 1 { #expect((text.opportunities[2] != .forbidden) == parts) }
        #expect(story.flowLines(measure: .points(117)).map(\.rows) == [2])
    }

    /// Two readings that are longer than their characters do not touch.
    @Test func longReadingsDoNotCollide() throws {
        let text = try #require(body(measured([Span("甲"), Span("东昌", ruby: "abcdefgh ijklmnop"), Span("乙")])))
        let line = try #require(breakLines(text, into: Measure(width: .points(117))).first)
        let runs = text.marks(of: line, x: .zero, baseline: .zero).compactMap { mark -> GlyphRun? in
            if case .glyphs(let run) = mark { run } else { nil }
        }
        let readings = runs.filter { $0.text.first?.isASCII == true }
        #expect(readings.map(\.text) == ["abcdefgh", "ijklmnop"])
        let end = readings[0].glyphs[7].origin.x + .points(9, 4)
        #expect(readings[1].glyphs[0].origin.x > end)
        #expect(readings.allSatisfy { $0.glyphs[0].origin.y < .zero })
    }

    /// A caption has no room above its line: the reading stands behind its word.
    @Test func elsewhereAReadingIsInBrackets() throws {
        let place = SourcePlace(file: "a.md", line: 1)
        let story = Story(
            name: "a", headline: ["题"],
            body: [.crosshead(Paragraph([Span("游"), Span("东昌", ruby: "ab cd")], at: place))], place: place)
        let measured = measure(story, in: Paper(name: "报"), with: FixedMeasurer())
        guard case .crosshead(let text)? = measured.parts.first else {
            Issue.record("no crosshead")
            return
        }
        #expect(text.text == "游东昌（ab cd）")
    }

    @Test(
        arguments: [
            // lines high, the paper's, indents of the first lines in em
            (nil, 0, [2, 0, 0, 0]), (nil, 2, [3, 3, 0, 0]), (3, 0, [4, 4, 4, 0]), (0, 3, [2, 0, 0, 0]),
        ] as [(Int?, Int, [Int])])
    func dropInitials(story: Int?, paper: Int, indents: [Int]) throws {
        var newspaper = Paper(name: "报")
        newspaper.text.initial = paper
        let measured = measured(
            [Span("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜")], paper: newspaper,
            initial: story)
        let lines = measured.flowLines(measure: .points(117))
        let found = lines.prefix(4).compactMap { line -> Int? in
            if case .line(let line) = line.content { line.indent / Length.points(9).scaled } else { nil }
        }
        #expect(found == indents)
        #expect((body(measured)?.initial?.text == "天") == (indents[0] > 2))
    }

    /// A space behind the letter goes; the letter does not.
    @Test(arguments: [("A 股三大指数今日集体高开，创业板指涨", "A"), ("A tale of two cities and some more", "A"), ("天 地玄黄", "天")])
    func aSpaceBehindAnInitial(text: String, letter: String) throws {
        let story = measured([Span(text)], initial: 2)
        #expect(try printed(story).filter { $0 != " " } == text.filter { $0 != " " })
        #expect(body(story)?.initial?.text == letter)
    }

    /// The marks of all columns, as they are painted.
    private func printed(_ story: MeasuredStory) throws -> String {
        let grid = PageGrid.broadsheet
        let setting = StorySetting(head: HeadSetting(size: .points(20), lines: 1), innerColumns: 1)
        let geometry = try #require(story.geometry(columns: 1, rows: 60, setting: setting, grid: grid))
        let lines = story.flowLines(measure: geometry.measure)
        let composer = ColumnComposer(
            story: story, lines: lines, geometry: geometry, grid: grid, origin: Point(x: .zero, y: .zero),
            house: .standard, left: .zero, topRow: 0)
        return composer.passages(of: lines.indices, column: 0, startRow: 0).flatMap(\.marks).map { mark in
            if case .glyphs(let run) = mark { run.text } else { "" }
        }.joined()
    }

    /// Bold is Hei in text of every kind.
    @Test func boldIsBoldEverywhere() {
        let bold = Paragraph([Span("甲"), Span("乙", emphasis: .strong)], at: place)
        let table = Table(alignments: [.leading], head: [bold], rows: [[bold]], at: place)
        let story = Story(
            name: "a", headline: ["题"], body: [.paragraph(bold), .quote(bold), .verse(bold), .table(table)],
            place: place)
        let measured = measure(story, in: Paper(name: "报"), with: FixedMeasurer())
        for part in measured.parts {
            switch part {
            case .text(let text, _), .verse(let text): #expect(text.styles.count == 2, "\(text.text)")
            case .table(let table): #expect(table.rows.allSatisfy { $0[0].styles.count == 2 })
            default: break
            }
        }
    }

    /// Vertical verse has no room beside its lines.
    @Test func aReadingInVerticalVerseIsInBrackets() {
        var story = Story(
            name: "a", headline: ["题"],
            body: [.verse(Paragraph([Span("游"), Span("东昌", ruby: "ab cd")], at: place))], place: place)
        story.verseDirection = .vertical
        let measured = measure(story, in: Paper(name: "报"), with: FixedMeasurer())
        guard case .verse(let text)? = measured.parts.first else {
            Issue.record("no verse")
            return
        }
        #expect(text.text == "游东昌（ab cd）")
    }

    /// A paragraph of one line leaves room for the foot of its letter.
    @Test func aShortParagraphKeepsItsLetterWhole() {
        let lines = measured([Span("天地玄黄")], initial: 3).flowLines(measure: .points(117))
        #expect(lines.count == 3)
        #expect(lines.dropFirst().allSatisfy { $0.breakCost == FlowCosts.alone })
    }

    @Test func aRoleMayHaveItsOwnRules() throws {
        var paper = Paper(name: "报")
        paper.house.textRules[.quote] = RoleRules(punctuation: .banjiao, indent: Fraction(0), hanging: true)
        let story = Story(
            name: "a", headline: ["题"],
            body: [.paragraph(Paragraph([Span("甲，乙")], at: place)), .quote(Paragraph([Span("甲，乙")], at: place))],
            place: place)
        let measured = measure(story, in: paper, with: FixedMeasurer())
        let texts = measured.parts.compactMap { part -> ShapedText? in
            if case .text(let text, _) = part { text } else { nil }
        }
        #expect(texts.map { $0.inEm($0.naturalWidth) } == [3, 2.5])
        #expect(texts.map(\.rules.hanging) == [false, true])
        #expect(
            texts.map { measured.paragraphMeasure(of: $0, measure: .points(117)).firstIndent } == [
                Length.points(18).scaled, 0,
            ])
    }
}
