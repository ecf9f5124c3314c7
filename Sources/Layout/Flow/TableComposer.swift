/// Sets a table's rows: cells in their columns, thin rules over and under the head and at the end, and between the rows where
/// some have several lines.
struct TableComposer {
    let table: ShapedTable
    let geometry: TableGeometry
    let grid: PageGrid
    let width: Length

    private static let rule = Length.points(1, 4)

    func marks(of row: Int, x: Length, top: Length, rows: Int) -> [Mark] {
        var marks: [Mark] = []
        for column in table.rows[row].indices {
            let block = row == 0 && table.hasHead ? nil : table.numberBlock(of: column)
            let cell = table.rows[row][column]
            let em = Length(scaled: cell.em)
            let lines = table.lines(of: row, column, in: geometry)
            // Cells with fewer lines stand in the middle of their row.
            var y = top + grid.pitch * (rows - lines.count) / 2
            for line in lines {
                let spare = max(0, line.fit.short)
                let aligned =
                    switch alignment(of: column) {
                    case .leading: 0
                    case .centre: spare / 2
                    case .trailing: spare
                    }
                let shift = numberShift(of: cell, in: block, column: column) ?? aligned
                marks += cell.marks(
                    of: line, x: x + Length(scaled: geometry.columns[column].lowerBound + shift),
                    baseline: y + (grid.pitch - em) / 2 + em.emAscent)
                y = y + grid.pitch
            }
        }
        if row == 0 { marks.append(rule(x, top)) }
        if row == 0 && table.hasHead || row == table.rows.count - 1 || hasTallRows {
            marks.append(rule(x, top + grid.pitch * rows))
        }
        return marks
    }

    private var hasTallRows: Bool { table.rows.indices.contains { table.lineCount(of: $0, in: geometry) > 1 } }

    /// Where a figure begins so that its point stands below the others'.
    private func numberShift(of cell: ShapedText, in block: NumberBlock?, column: Int) -> Int? {
        guard let block, let parts = cell.numberParts else { return nil }
        let spare = geometry.columns[column].count - block.width
        guard spare >= 0 else { return nil }
        return (alignment(of: column) == .centre ? spare / 2 : spare) + block.whole - parts.whole
    }

    private func alignment(of column: Int) -> Table.Alignment {
        column < table.alignments.count ? table.alignments[column] : .leading
    }

    private func rule(_ x: Length, _ y: Length) -> Mark {
        .rule(Rule(from: Point(x: x, y: y), to: Point(x: x + width, y: y), thickness: TableComposer.rule))
    }
}
