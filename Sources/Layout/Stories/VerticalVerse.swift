extension MeasuredStory {
    /// The longest line of vertical verse; a longer one goes on in the next.
    private static let mostCharacters = 24

    /// A stanza whose lines run down, side by side from right to left: as many beside each other as the column holds. Lines
    /// stand a row's height apart, as everything does.
    func appendVerticalVerse(_ text: ShapedText, part: Int, to lines: inout [FlowLine], measure: Length) {
        if let last = lines.last, case .verse = parts[last.part] {
            lines.append(FlowLine(part: part, content: .white, rows: 1, breakCost: 0))
        }
        let longest = Length(scaled: text.em * MeasuredStory.mostCharacters)
        let overrun = Length(scaled: text.em)
        var broken: [Line] = []
        for segment in text.segments {
            broken += breakLines(text, units: segment, into: Measure(width: longest, hangingIndent: overrun))
        }
        // Verse is set solid, broken lines too: nothing is spread down the page.
        for index in broken.indices {
            broken[index].fit = text.fit(broken[index].units, into: broken[index].measure, isLast: true)
        }
        let side = max(1, (measure + pitch - Length(scaled: text.em)) / pitch)
        for start in stride(from: 0, to: broken.count, by: side) {
            let block = Array(broken[start..<min(broken.count, start + side)])
            let height = block.map { $0.indent + $0.fit.natural }.max() ?? 0
            // Half a row of white above and below.
            let rows = (Length(scaled: height) + pitch * 3 / 4).rows(of: pitch)
            lines.append(
                FlowLine(
                    part: part, content: .verticalLines(block), rows: rows,
                    breakCost: start > 0 ? FlowCosts.orphan : 0))
        }
    }
}
