/// One page before stories come to it: what already has its place.
struct PageFrame: Hashable, Sendable {
    /// 1-based.
    var page: Int
    /// Nameplate, page head, colophon, advertisements: none overlaps another, none leaves the grid.
    var anchors: [Placement]
    /// 报眼: where the list of contents (导读) may stand if no story suits the room; nil where it may not.
    var ear: GridRect?

    init(page: Int, anchors: [Placement] = [], ear: GridRect? = nil) {
        self.page = page
        self.anchors = anchors
        self.ear = ear
    }

    /// The same with the list of contents in the ear.
    var withContents: PageFrame {
        guard let ear else { return self }
        return PageFrame(page: page, anchors: anchors + [Placement(.contents, in: ear, isPinned: true)])
    }

    /// The room beside the nameplate, where nothing stands in it.
    /// - Parameter columns: the page's.
    func freeEar(columns: Int) -> GridRect? {
        guard let nameplate = anchors.first(where: { $0.subject == .nameplate })?.rect else { return nil }
        return [nameplate.columns.upperBound..<columns, 0..<nameplate.columns.lowerBound].map {
            GridRect(columns: $0, rows: nameplate.rows)
        }.first { ear in ear.width > 0 && !anchors.contains { $0.rect.overlaps(ear) } }
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
