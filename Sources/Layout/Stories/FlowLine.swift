/// One piece of a column: whole baseline rows that are not parted.
struct FlowLine: Sendable {
    enum Content: Sendable {
        case line(Line)
        /// A line that shares its row with the byline at its right end.
        case lineWithByline(Line, byline: Int, Line)
        case crosshead([Line])
        case tableRow(Int, TableGeometry)
        /// Lines of vertical text side by side, the first at the right.
        case verticalLines([Line])
        /// Lines of a body that runs down, side by side over the whole measure.
        case verticalBand(VerticalBand)
        case pullQuote(QuoteBlock)
        case blank
        /// White between the lines: no column begins with it.
        case white
    }

    /// The index of the body part that it belongs to.
    var part: Int
    var content: Content
    /// Baseline rows.
    var rows: Int
    /// What it costs when a column ends in front of it: see `FlowCosts`.
    var breakCost: Int

    var isWhite: Bool { if case .white = content { true } else { false } }
}

/// What a column break costs.
enum FlowCosts {
    /// A paragraph's last line alone at a column's head.
    static let widow = 300
    /// A paragraph's first line alone at a column's foot.
    static let orphan = 100
    /// A crosshead with fewer than three lines under it, a table's last row alone, a byline alone.
    static let kept = 400
    /// A pull quote at the head or the foot of a column.
    static let quote = 400
    /// A crosshead with nothing under it, a drop initial beside which lines are missing, a table that is torn: more than a column of which a quarter is
    /// white.
    static let alone = 12_000
    /// A long table that goes on in the next column.
    static let insideTable = 2_400
    /// The white under a table that ends a column.
    static let underTable = 200
    /// A table that takes so many rows stays whole where a column holds it: readers compare its lines. Of a longer one, the head
    /// goes with the first row.
    static let shortTable = 12
    /// A column that ends `rows` rows above its foot: one row is not seen.
    static func short(_ rows: Int) -> Int { rows <= 1 ? rows : 40 * (rows - 1) * (rows - 1) }
}

/// The columns of a table in one measure.
struct TableGeometry: Hashable, Sendable {
    /// The left edge and width of each column, in scaled points.
    var columns: [Range<Int>]
    /// The size of its type in scaled points: a table that finds no room is set smaller.
    var em: Int
}

extension MeasuredStory {
    /// The body as a stack of rows for columns of one measure: the very lines that will be set.
    func flowLines(measure: Length) -> [FlowLine] { flowLines(measure: measure, paragraphs: [:]) }

    /// - Parameter paragraphs: lines of paragraphs that are broken already, by their part.
    func flowLines(measure: Length, paragraphs: [Int: [Line]]) -> [FlowLine] {
        var lines: [FlowLine] = []
        for index in parts.indices { append(part: index, to: &lines, measure: measure, broken: paragraphs[index]) }
        return lines
    }

    /// The room of a paragraph of running text, beside its drop initial if it has one.
    public func paragraphMeasure(of text: ShapedText, measure: Length) -> Measure {
        guard let initial = text.initial else {
            return Measure(width: measure, firstIndent: text.rules.indent.of(Length(scaled: text.em)))
        }
        let indent = Length(scaled: initial.indent)
        let room = Measure.Room(indent: indent, width: measure - indent)
        return Measure(width: measure, first: Array(repeating: room, count: initial.lines))
    }

    private func append(part index: Int, to lines: inout [FlowLine], measure: Length, broken: [Line]?) {
        // Lines of any kind that must stay under a crosshead.
        let (start, kept) = (lines.count, linesKeptUnderCrosshead(lines))
        defer {
            var isAlone = kept == 3
            for line in start..<min(start + kept, lines.count) {
                lines[line].breakCost = max(lines[line].breakCost, isAlone ? FlowCosts.alone : FlowCosts.kept)
                if case .white = lines[line].content { continue }
                isAlone = false
            }
        }
        switch parts[index] {
        case .text(let text, _):
            let broken =
                broken
                ?? breakLines(text, into: paragraphMeasure(of: text, measure: measure), hanging: text.rules.hanging)
            appendParagraph(broken, of: text, part: index, to: &lines)
        case .crosshead(let text):
            let broken = breakLines(text, into: Measure(width: measure))
            let height = Length(scaled: text.em) * broken.count * 13 / 10
            let rows = max(2, (height + pitch / 2).rows(of: pitch))
            lines.append(
                FlowLine(part: index, content: .crosshead(broken), rows: rows, breakCost: 0))
        case .verse(let text) where text.isVertical:
            appendVerticalVerse(text, part: index, to: &lines, measure: measure)
        case .verse(let text):
            appendVerse(text, part: index, to: &lines, measure: measure)
        case .vertical(let body):
            lines += bands(of: body, part: index, measure: measure)
        case .table(let table):
            appendTable(table, part: index, to: &lines, measure: measure)
        case .byline(let text):
            appendByline(text, part: index, to: &lines, measure: measure)
        case .jumpLine(let text):
            if lines.isEmpty {
                let line = breakLines(text, into: Measure(width: measure))
                lines += line.map { FlowLine(part: index, content: .line($0), rows: 1, breakCost: 0) }
            } else {
                appendByline(text, part: index, to: &lines, measure: measure)
            }
        }
    }

    private func appendParagraph(_ broken: [Line], of text: ShapedText, part: Int, to lines: inout [FlowLine]) {
        // Lines that stand beside a drop initial.
        let kept = text.initial?.lines ?? 0
        for (number, line) in broken.enumerated() {
            var cost = 0
            if number > 0 {
                if number < kept { cost = FlowCosts.alone }
                if number == 1 { cost = max(cost, FlowCosts.orphan) }
                if number == broken.count - 1 { cost = max(cost, FlowCosts.widow) }
            }
            lines.append(FlowLine(part: part, content: .line(line), rows: text.rows(of: line), breakCost: cost))
        }
        // A drop initial that is taller than its paragraph.
        for _ in broken.count..<max(broken.count, text.initial?.lines ?? 0) {
            lines.append(FlowLine(part: part, content: .blank, rows: 1, breakCost: FlowCosts.alone))
        }
    }

    /// How many of the lines that follow now must not be parted from a crosshead above them.
    private func linesKeptUnderCrosshead(_ lines: [FlowLine]) -> Int {
        var distance = 0
        for line in lines.reversed() {
            if case .crosshead = line.content { return 3 - distance }
            distance += 1
            if distance >= 3 { return 0 }
        }
        return 0
    }

    /// The longest line of all the story's stanzas.
    private var widestVerse: Int {
        parts.reduce(0) { widest, part in
            guard case .verse(let text) = part, !text.isVertical else { return widest }
            return text.segments.reduce(widest) { max($0, text.totals(of: text.trimmed($1)).natural) }
        }
    }

    private func appendVerse(_ text: ShapedText, part: Int, to lines: inout [FlowLine], measure: Length) {
        // Centred as a block, all its stanzas together, on whole half ems; a line that is too long goes on one em further in.
        let spare = max(0, measure.scaled - widestVerse) / 2
        let indent = Length(scaled: spare - spare % max(1, text.em / 2))
        if let last = lines.last, case .verse = parts[last.part] {
            lines.append(FlowLine(part: part, content: .white, rows: 1, breakCost: 0))
        }
        var broken: [Line] = []
        let overrun = Length(scaled: min(text.em, max(0, measure.scaled - indent.scaled - text.em)))
        for segment in text.segments {
            broken += breakLines(
                text, units: segment,
                into: Measure(width: measure, firstIndent: indent, hangingIndent: indent + overrun))
        }
        for (number, line) in broken.enumerated() {
            let cost =
                number == 1 ? FlowCosts.orphan : number > 0 && number == broken.count - 1 ? FlowCosts.widow : 0
            lines.append(FlowLine(part: part, content: .line(line), rows: text.rows(of: line), breakCost: cost))
        }
    }

    /// The byline stands on the last line when there is room for it, else flush right on its own.
    private func appendByline(_ text: ShapedText, part: Int, to lines: inout [FlowLine], measure: Length) {
        let broken = breakLines(text, into: Measure(width: measure))
        if broken.count == 1, let last = lines.last, case .line(let line) = last.content,
            case .text = parts[last.part], line.isLast,
            line.fit.short >= broken[0].fit.natural + text.em, line.fit.shrinkTotal == 0
        {
            lines[lines.count - 1].content = .lineWithByline(line, byline: part, broken[0])
            return
        }
        for var line in broken {
            // Every line of names is set solid, flush right.
            line.fit = text.fit(line.units, into: line.measure, isLast: true)
            let cost = lines.isEmpty ? 0 : FlowCosts.kept
            lines.append(FlowLine(part: part, content: .line(line), rows: 1, breakCost: cost))
        }
    }

    private func appendTable(_ table: ShapedTable, part: Int, to lines: inout [FlowLine], measure: Length) {
        let geometry = table.geometry(in: measure)
        let set = table.set(in: geometry)
        if !lines.isEmpty { lines.append(FlowLine(part: part, content: .white, rows: 1, breakCost: 0)) }
        let heights = table.rows.indices.map { set.lineCount(of: $0, in: geometry) }
        let inside = heights.reduce(0, +) <= FlowCosts.shortTable ? FlowCosts.alone : FlowCosts.insideTable
        for row in table.rows.indices {
            let isHead = row == 1 && table.hasHead
            let least = isHead ? FlowCosts.alone : row == table.rows.count - 1 ? FlowCosts.kept : 0
            lines.append(
                FlowLine(
                    part: part, content: .tableRow(row, geometry), rows: heights[row],
                    breakCost: row == 0 ? 0 : max(inside, least)))
        }
        lines.append(FlowLine(part: part, content: .white, rows: 1, breakCost: FlowCosts.underTable))
    }
}

extension ShapedText {
    /// A line with a reading above it takes two rows.
    func rows(of line: Line) -> Int { hasRuby(in: line.units) ? 2 : 1 }
}

extension Length {
    /// How many rows hold this height.
    func rows(of pitch: Length) -> Int { (scaled + pitch.scaled - 1) / pitch.scaled }
}
