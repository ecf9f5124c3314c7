import Testing

@testable import Layout

/// Figures in a table's columns.
@Suite struct TableNumberTests {
    /// Where the point of each figure stands, in em from the column's left edge.
    @Test(arguments: [
        (Table.Alignment.trailing, ["12.5", "3", "1024.25%"]), (.centre, ["12.5", "3", "1024.25%"]),
        (.trailing, ["5%", "12%", "3.5%"]), (.trailing, ["$200", "$3.50"]),
    ])
    func pointsStandBelowOneAnother(alignment: Table.Alignment, figures: [String]) {
        let table = ShapedTable(
            alignments: [.leading, alignment], rows: figures.map { [shaped("某项"), shaped($0)] }, hasHead: false)
        let geometry = table.geometry(in: .points(130))
        let grid = PageGrid.broadsheet
        let composer = TableComposer(table: table, geometry: geometry, grid: grid, width: .points(130))
        let points = figures.indices.map { row -> Length in
            let runs = composer.marks(of: row, x: .zero, top: .zero, rows: 1).compactMap { mark -> GlyphRun? in
                if case .glyphs(let run) = mark { run } else { nil }
            }
            let run = runs[runs.count - 1]
            let text = Array(run.text.unicodeScalars)
            let whole = text.firstIndex(of: ".") ?? (text.lastIndex(where: \.isASCIIDigit) ?? 0) + 1
            return run.glyphs[0].origin.x + run.size / 2 * whole
        }
        #expect(Set(points.map { $0.scaled / 1000 }).count == 1)
    }

    @Test(arguments: [["12", "约3"], ["12", "甲"]])
    func wordsAreNoFigures(cells: [String]) {
        let table = ShapedTable(
            alignments: [.trailing], rows: cells.map { [shaped($0)] }, hasHead: false)
        #expect(table.numberBlock(of: 0) == nil)
    }
}
