/// Sets the rows of a story's columns.
struct ColumnComposer {
    let story: MeasuredStory
    let lines: [FlowLine]
    let geometry: StoryGeometry
    let grid: PageGrid
    let origin: Point
    let house: HouseStyle
    let left: Length
    /// The story's first row on the page.
    let topRow: Int

    /// The passages of one column: one for each part of the body that runs in it.
    func passages(of range: Range<Int>, column: Int, startRow: Int) -> [Passage] {
        var passages: [Passage] = []
        var row = topRow + startRow
        let x = left + geometry.lefts[column]
        for index in range {
            let line = lines[index]
            if case .pullQuote(let block) = line.content {
                passages += quotePassages(block, rows: line.rows, x: x, row: row)
                row += line.rows
                continue
            }
            let marks = marks(of: line, at: index, x: x, row: row)
            row += line.rows
            guard !marks.isEmpty else { continue }
            let kind = Passage.Kind.text(role(of: line.part), paragraph: line.part + 1)
            if passages.last?.kind == kind {
                passages[passages.count - 1].marks += marks
            } else {
                passages.append(Passage(kind, marks: marks))
            }
        }
        return passages
    }

    private func role(of part: Int) -> Role {
        switch story.parts[part] {
        case .text(_, let role): role
        case .crosshead: .crosshead
        case .verse: .verse
        case .table: .table
        case .vertical: .body
        case .byline: .byline
        case .jumpLine: .jumpLine
        }
    }

    /// The baseline of type of one size in a row: its em box stands in the middle of the row.
    func baseline(inRow row: Int) -> Length {
        origin.y + grid.y(ofRow: row) + (grid.pitch - grid.body) / 2 + grid.body.emAscent
    }

    private func marks(of line: FlowLine, at index: Int, x: Length, row: Int) -> [Mark] {
        // What stands above a line of two rows hangs on its line.
        let baseline = baseline(inRow: row + line.rows - 1)
        switch (line.content, story.parts[line.part]) {
        case (.line(let set), .text(let text, _)), (.line(let set), .verse(let text)):
            let marks = text.marks(of: set, x: x, baseline: baseline)
            guard let initial = text.initial, text.isFirst(set) else { return marks }
            let foot = baseline + grid.pitch * (initial.lines - 1)
            return [initial.mark(x: x, baseline: foot, em: Length(scaled: text.em))] + marks
        case (.line(let set), .byline(let text)):
            return bylineMarks(text, set, x: x, baseline: baseline)
        case (.line(let set), .jumpLine(let text)):
            // 上接 begins the story at the left, 下转 ends it at the right.
            return line.part == 0
                ? text.marks(of: set, x: x, baseline: baseline) : bylineMarks(text, set, x: x, baseline: baseline)
        case (.lineWithByline(let set, let byline, let bylineLine), .text(let text, _)):
            var marks = text.marks(of: set, x: x, baseline: baseline)
            switch story.parts[byline] {
            case .byline(let text), .jumpLine(let text):
                marks += bylineMarks(text, bylineLine, x: x, baseline: baseline)
            default: break
            }
            return marks
        case (.verticalLines(let set), .verse(let text)):
            return verticalMarks(text, set, rows: line.rows, x: x, row: row)
        case (.verticalBand(let band), .vertical(let body)):
            return bandMarks(body.text, band, x: x, row: row)
        case (.crosshead(let set), .crosshead(let text)):
            return crossheadMarks(text, set, rows: line.rows, x: x, row: row)
        case (.tableRow(let number, let table), .table(let shaped)):
            return TableComposer(table: shaped.set(in: table), geometry: table, grid: grid, width: geometry.measure)
                .marks(of: number, x: x, top: origin.y + grid.y(ofRow: row), rows: line.rows)
        default:
            return []
        }
    }

    /// Flush right.
    private func bylineMarks(_ text: ShapedText, _ line: Line, x: Length, baseline: Length) -> [Mark] {
        let spare = Length(scaled: max(0, line.fit.short))
        return text.marks(of: line, x: x + spare, baseline: baseline)
    }

    /// Side by side from right to left, the block in the middle of the column.
    private func verticalMarks(_ text: ShapedText, _ set: [Line], rows: Int, x: Length, row: Int) -> [Mark] {
        let em = Length(scaled: text.em)
        let width = grid.pitch * (set.count - 1) + em
        let height = Length(scaled: set.map { $0.indent + $0.fit.natural }.max() ?? 0)
        let top = origin.y + grid.y(ofRow: row) + max(.zero, grid.pitch * rows - height) / 2
        let right = x + (geometry.measure + width) / 2 - em / 2
        return set.enumerated().flatMap { index, line in
            text.verticalMarks(of: line, centre: right - grid.pitch * index, top: top)
        }
    }

    /// Side by side from the right, from the first row's letters down.
    private func bandMarks(_ text: ShapedText, _ band: VerticalBand, x: Length, row: Int) -> [Mark] {
        let top = origin.y + grid.y(ofRow: row) + (grid.pitch - grid.body) / 2
        // A short text stands in the middle of its measure.
        let em = Length(scaled: text.em)
        let right = x + geometry.measure - em / 2 - max(.zero, geometry.measure - em - band.spread) / 2
        return band.lines.flatMap {
            text.verticalMarks(of: $0.line, centre: right - band.distance(to: $0.place), top: top)
        }
    }

    /// Centred in its block of rows, a little nearer to the text that it heads.
    private func crossheadMarks(_ text: ShapedText, _ set: [Line], rows: Int, x: Length, row: Int) -> [Mark] {
        let em = Length(scaled: text.em)
        let leading = Fraction(13, 10).of(em)
        let height = leading * (set.count - 1) + em
        var y = origin.y + grid.y(ofRow: row) + (grid.pitch * rows - height) * 11 / 20
        var marks: [Mark] = []
        for line in set {
            let spare = Length(scaled: max(0, line.fit.short)) / 2
            marks += text.marks(of: line, x: x + spare, baseline: y + em.emAscent)
            y = y + leading
        }
        return marks
    }

    /// How many characters stand in these lines, spaces not counted.
    func characters(in lines: some Sequence<FlowLine>) -> Int {
        lines.reduce(0) { $0 + characters(in: $1) }
    }

    private func characters(in line: FlowLine) -> Int {
        func count(_ text: ShapedText, _ lines: [Line]) -> Int {
            lines.reduce(0) { sum, line in
                sum + line.units.count { text.classes[$0] != .space }
                    + (text.initial != nil && text.isFirst(line) ? 1 : 0)
            }
        }
        switch (line.content, story.parts[line.part]) {
        case (.line(let set), .text(let text, _)), (.line(let set), .verse(let text)),
            (.line(let set), .byline(let text)), (.line(let set), .jumpLine(let text)):
            return count(text, [set])
        case (.lineWithByline(let set, let byline, let bylineLine), .text(let text, _)):
            guard case .byline(let names) = story.parts[byline] else { return count(text, [set]) }
            return count(text, [set]) + count(names, [bylineLine])
        case (.crosshead(let set), .crosshead(let text)), (.verticalLines(let set), .verse(let text)):
            return count(text, set)
        case (.verticalBand(let band), .vertical(let body)): return count(body.text, band.lines.map(\.line))
        case (.tableRow(let row, _), .table(let table)): return table.rows[row].reduce(0) { $0 + $1.count }
        default: return 0
        }
    }

    /// Lines that stick out of their column, and those that end against the rule.
    func diagnostics(page: Int) -> [Diagnostic] {
        lines.flatMap { line -> [Diagnostic] in
            switch (line.content, story.parts[line.part]) {
            case (.line(let set), .text(let text, _)): [diagnostic(of: set, in: text, page: page)].compactMap { $0 }
            case (.verticalBand(let band), .vertical(let body)):
                band.lines.compactMap { diagnostic(of: $0.line, in: body.text, page: page) }
            default: []
            }
        }
    }

    private func diagnostic(of set: Line, in text: ShapedText, page: Int) -> Diagnostic? {
        let words = text.text(of: set.units)
        let place = PagePlace(page: page, story: story.story.name)
        if set.fit.overfull > 0 {
            return lineOverfull(words, by: set.fit.overfull, em: text.em, at: story.story.place, page: place)
        }
        guard set.breaksRule else { return nil }
        return Diagnostic(
            .warning, .lineRuleBroken,
            Phrase(
                zh: "“\(words)”之后的一行以标点开头：一串标点排不进一行",
                en:
                    "the line behind “\(words)” begins with a closing mark: the run of marks does not fit in one line"
            ),
            at: story.story.place, page: place,
            hint: Phrase(zh: "改写这句，或加宽栏", en: "reword the sentence, or use a wider column"))
    }
}

extension ShapedText {
    /// Whether a line begins the text; spaces at its head are trimmed.
    fileprivate func isFirst(_ line: Line) -> Bool { classes[..<line.units.lowerBound].allSatisfy { $0 == .space } }
}
