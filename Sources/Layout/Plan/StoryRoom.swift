/// Which rows of a story's rectangle its head, its pictures and its text take, counted from the rectangle's top.
struct StoryRoom {
    /// The inner columns that the head stands over, and its first row.
    var headColumns: Range<Int>
    var headRow: Int
    /// The first row of pictures at the top, and the first row under the head.
    var top: Int
    var bodyRow: Int
    /// By inner column: the rows that text may take.
    var text: [Range<Int>]
}

extension StorySetting {
    /// - Parameters:
    ///   - rows: of the rectangle.
    ///   - headRows: rows of the head without the white that the setting adds.
    func room(in geometry: StoryGeometry, rows: Int, headRows: Int) -> StoryRoom {
        let all = 0..<geometry.lefts.count
        let top = geometry.frameRows
        let headColumns = (head.columns ?? all).clamped(to: all)
        let above = pictures.filter { $0.isAtTop && $0.columns.overlaps(headColumns) }.map(\.rows.upperBound).max()
        let headRow = top + (above ?? 0)
        let bodyRow = headRow + headRows + extraRows
        let foot = rows - geometry.frameRows
        let text = all.map { column in
            var start = headColumns.contains(column) ? bodyRow : top
            for picture in pictures where picture.columns.contains(column) {
                start = max(start, (picture.isAtTop ? top : bodyRow) + picture.rows.upperBound)
            }
            // Beside legs of text the last column is the pictures'.
            if geometry.pictureWidth != nil, column == all.upperBound - 1 { start = max(start, foot) }
            return start..<max(start, foot)
        }
        return StoryRoom(headColumns: headColumns, headRow: headRow, top: top, bodyRow: bodyRow, text: text)
    }
}

extension MeasuredStory {
    /// Runs the story through the columns that a setting leaves it.
    func flow(
        _ setting: StorySetting, in geometry: StoryGeometry, rows: Int, headRows: Int, lines: [FlowLine]
    ) -> ColumnFlow {
        Layout.flow(lines, through: heights(setting, in: geometry, rows: rows, headRows: headRows))
    }

    /// The rows that each column has for text.
    func heights(_ setting: StorySetting, in geometry: StoryGeometry, rows: Int, headRows: Int) -> [Int] {
        setting.room(in: geometry, rows: rows, headRows: headRows).text.map(\.count)
    }
}
