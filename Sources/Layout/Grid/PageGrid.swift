/// The page's module: basic columns × baseline rows. All planning is whole numbers on it.
public struct PageGrid: Hashable, Sendable {
    /// Basic columns (基本栏).
    public var columns: Int
    /// Characters of body size to a basic column.
    public var characters: Int
    /// White between columns.
    public var gutter: Length
    /// Body size: one em.
    public var body: Length
    /// From baseline to baseline.
    public var pitch: Length
    public var rows: Int

    public init(columns: Int, characters: Int, gutter: Length, body: Length, pitch: Length, rows: Int) {
        self.columns = columns
        self.characters = characters
        self.gutter = gutter
        self.body = body
        self.pitch = pitch
        self.rows = rows
    }

    /// 8 columns of 13 characters of 9 pt on 12 pt, 115 rows.
    public static let broadsheet = PageGrid(
        columns: 8, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 115)
    /// 6 columns of 11 characters of 9 pt on 12 pt, 80 rows.
    public static let tabloid = PageGrid(
        columns: 6, characters: 11, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 80)

    public var columnWidth: Length { body * characters }

    /// The width over `count` basic columns with the gutters between them.
    public func width(ofColumns count: Int) -> Length { columnWidth * count + gutter * max(0, count - 1) }

    /// The left edge of a 0-based basic column, from the left edge of the type area.
    public func x(ofColumn column: Int) -> Length { (columnWidth + gutter) * column }

    /// The top of a 0-based row, from the top of the type area.
    public func y(ofRow row: Int) -> Length { pitch * row }

    /// 版心.
    public var typeArea: Size { Size(width: width(ofColumns: columns), height: pitch * rows) }

    /// Where the type area lies on the trimmed page: in the middle of it.
    public func typeAreaOrigin(on page: PageSize) -> Point {
        Point(
            x: (page.trim.width - typeArea.width) / 2,
            y: (page.trim.height - typeArea.height) / 2)
    }
}
