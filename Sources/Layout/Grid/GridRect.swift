/// Basic columns × baseline rows, both 0-based and half-open.
public struct GridRect: Hashable, Sendable {
    public var columns: Range<Int>
    public var rows: Range<Int>

    public init(columns: Range<Int>, rows: Range<Int>) {
        self.columns = columns
        self.rows = rows
    }

    public var width: Int { columns.count }
    public var height: Int { rows.count }
    public var area: Int { width * height }

    public func overlaps(_ other: GridRect) -> Bool {
        columns.overlaps(other.columns) && rows.overlaps(other.rows)
    }

    public func contains(_ other: GridRect) -> Bool {
        columns.lowerBound <= other.columns.lowerBound && other.columns.upperBound <= columns.upperBound
            && rows.lowerBound <= other.rows.lowerBound && other.rows.upperBound <= rows.upperBound
    }

    /// The smallest rectangle that holds both.
    func union(_ other: GridRect) -> GridRect {
        GridRect(
            columns: min(
                columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound),
            rows: min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound))
    }

    /// Elsewhere, as large.
    func shifted(columns: Int, rows: Int) -> GridRect {
        GridRect(
            columns: self.columns.lowerBound + columns..<self.columns.upperBound + columns,
            rows: self.rows.lowerBound + rows..<self.rows.upperBound + rows)
    }

    /// A rectangle of the page as seen within another one; what lies outside is cut off.
    func within(_ whole: GridRect) -> GridRect {
        GridRect(columns: columns.clamped(to: whole.columns), rows: rows.clamped(to: whole.rows))
            .shifted(columns: -whole.columns.lowerBound, rows: -whole.rows.lowerBound)
    }

    /// A rectangle within another one, as the page sees it.
    func moved(to whole: GridRect) -> GridRect {
        shifted(columns: whole.columns.lowerBound, rows: whole.rows.lowerBound)
    }
}
