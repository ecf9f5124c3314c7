/// One page before stories come to it: what already has its place.
struct PageFrame: Hashable, Sendable {
    /// 1-based.
    var page: Int
    /// Nameplate, page head, colophon, advertisements: none overlaps another, none leaves the grid.
    var anchors: [Placement]

    init(page: Int, anchors: [Placement] = []) {
        self.page = page
        self.anchors = anchors
    }

    /// How many column-rows are left for stories.
    func freeArea(on grid: PageGrid) -> Int {
        grid.columns * grid.rows - anchors.reduce(0) { $0 + $1.rect.area }
    }
}

extension GridRect {
    /// A rectangle of this size in a corner, or against an edge, of this one; cut down to it where it is too large.
    func corner(_ corner: Advertisement.Corner, columns: Int, rows: Int) -> GridRect {
        let columns = min(columns, width), rows = min(rows, height)
        let atRight = corner == .topRight || corner == .bottomRight
        let atBottom = corner == .bottom || corner == .bottomLeft || corner == .bottomRight
        let x = atRight ? self.columns.upperBound - columns : self.columns.lowerBound
        let y = atBottom ? self.rows.upperBound - rows : self.rows.lowerBound
        return GridRect(columns: x..<x + columns, rows: y..<y + rows)
    }
}
