extension ShapedTable {
    /// White between the columns of a table, in em of its type.
    private static let gap = Fraction(3, 4)

    /// Shares out a measure among the columns: each gets what its widest cell needs; when that is too much, the wide ones
    /// give way and their cells run over several lines; what is left over widens the gaps.
    func geometry(in measure: Length) -> TableGeometry {
        let count = rows.map(\.count).max() ?? 0
        guard count > 0 else { return TableGeometry(columns: []) }
        let em = rows.first?.first?.em ?? measure.scaled
        let gap = ShapedTable.gap.of(Length(scaled: em)).scaled
        var widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].naturalWidth : 0 }.max() ?? 0
        }
        let room = max(count * em, measure.scaled - gap * (count - 1))
        while widths.reduce(0, +) > room {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) else { break }
            // By half an em at a time, so that no column is starved while another is wide.
            let step = min(em / 2, widths.reduce(0, +) - room)
            if widths[widest] - step < em { break }
            widths[widest] -= step
        }
        let spare = max(0, measure.scaled - gap * (count - 1) - widths.reduce(0, +))
        var columns: [Range<Int>] = []
        var left = 0
        for column in 0..<count {
            columns.append(left..<(left + widths[column]))
            left += widths[column] + gap + (count > 1 ? spare / (count - 1) : 0)
        }
        return TableGeometry(columns: columns)
    }

    /// A cell's lines in its column.
    func lines(of row: Int, _ column: Int, in geometry: TableGeometry) -> [Line] {
        let width = Length(scaled: geometry.columns[column].count)
        return breakLines(rows[row][column], into: Measure(width: width))
    }

    /// How many lines the tallest cell of a row takes.
    func lineCount(of row: Int, in geometry: TableGeometry) -> Int {
        max(1, rows[row].indices.map { lines(of: row, $0, in: geometry).count }.max() ?? 1)
    }
}

extension ShapedText {
    /// The width in one line, edges trimmed.
    var naturalWidth: Int { totals(of: trimmed(0..<count)).natural }
}
