/// Where furniture and advertisements stand before any story does.
extension Edition {
    /// 报头: its rectangle on page 1, 0-based. A paper that says nothing gets it across half the page at the top left, or
    /// across the whole of a narrow page.
    var nameplateRect: GridRect {
        let grid = paper.grid
        let isNarrow = grid.columns <= 4
        let isAcross = paper.nameplate.place == .top || (isNarrow && paper.nameplate.columns == nil)
        let columns = isAcross ? grid.columns : min(grid.columns, paper.nameplate.columns ?? (grid.columns + 1) / 2)
        let rows = min(grid.rows / 2, paper.nameplate.rows ?? max(9, min(14, grid.rows / 8)))
        return GridRect(columns: 0..<columns, rows: 0..<rows)
    }

    /// 报眉: on every page but the first.
    var pageHeadRect: GridRect { GridRect(columns: 0..<paper.grid.columns, rows: 0..<2) }

    /// 报尾: at the foot of the last page, as many rows as its text needs.
    func colophonRect(rows: Int) -> GridRect {
        GridRect(columns: 0..<paper.grid.columns, rows: (paper.grid.rows - rows)..<paper.grid.rows)
    }
}

/// Places advertisements where they were sold, clear of the furniture.
struct AdvertisementPlacer {
    let grid: PageGrid

    /// - Parameter taken: what stands on the page already.
    /// - Returns: the advertisement's rectangle, or nil when its corner is taken or too small for it.
    func place(_ advertisement: Advertisement, taken: [GridRect]) -> GridRect? {
        let columns = min(advertisement.columns, grid.columns)
        let across: Range<Int> =
            switch advertisement.corner {
            case .topRight, .bottomRight: (grid.columns - columns)..<grid.columns
            default: 0..<columns
            }
        let rows = advertisement.rows
        let isAtTop = [.top, .topLeft, .topRight].contains(advertisement.corner)
        // Next to the edge, or next to what stands there; a row of white between.
        var tops: [Int] = isAtTop ? [0] : [grid.rows - rows]
        for rect in taken where rect.columns.overlaps(across) {
            tops.append(isAtTop ? rect.rows.upperBound + 1 : rect.rows.lowerBound - 1 - rows)
        }
        tops.sort { isAtTop ? $0 < $1 : $0 > $1 }
        for top in tops where top >= 0 && top + rows <= grid.rows {
            let rect = GridRect(columns: across, rows: top..<(top + rows))
            if !taken.contains(where: { $0.withRowBelow.overlaps(rect.withRowBelow) }) {
                return rect
            }
        }
        return nil
    }
}

extension GridRect {
    /// With the row of white that parts it from what stands below.
    var withRowBelow: GridRect { GridRect(columns: columns, rows: rows.lowerBound..<(rows.upperBound + 1)) }
}
