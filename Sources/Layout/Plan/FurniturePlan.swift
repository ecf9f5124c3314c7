/// Where furniture and advertisements stand before any story does.
extension Edition {
    /// 报头: its rectangle on page 1, 0-based. A paper that says nothing gets it across half the page at the top left, or
    /// across the whole of a narrow page.
    var nameplateRect: GridRect {
        let grid = paper.grid
        let isNarrow = grid.columns <= 4
        let isAcross = paper.nameplate.place == .top || (isNarrow && paper.nameplate.columns == nil)
        let columns = isAcross ? grid.columns : min(grid.columns, paper.nameplate.columns ?? (grid.columns + 1) / 2)
        let wanted = paper.nameplate.rows ?? max(9, min(14, grid.rows / 8))
        let rows = max(min(grid.rows / 2, wanted), min(grid.rows, paper.leastNameplateRows))
        return GridRect(columns: 0..<columns, rows: 0..<rows)
    }

    /// 报眉: on every page but the first.
    var pageHeadRect: GridRect { GridRect(columns: 0..<paper.grid.columns, rows: 0..<2) }

    /// 报尾: at the foot of the last page, as many rows as its text needs.
    func colophonRect(rows: Int) -> GridRect {
        GridRect(columns: 0..<paper.grid.columns, rows: (paper.grid.rows - rows)..<paper.grid.rows)
    }
}

/// What stands on each page before any story.
struct FurniturePlanner {
    let edition: Edition
    let colophonRows: Int

    /// - Parameters:
    ///   - pageCount: which page is the last; 0 where that is not known yet.
    ///   - plan: the page as it stands, where it does: what it has in the ear stays there.
    func frame(of page: Int, pageCount: Int, asIn plan: PagePlan? = nil) -> PageFrame {
        var frame = PageFrame(page: page, anchors: anchors(of: page, pageCount: pageCount).placed)
        let use = edition.paper.nameplate.ear
        guard page == 1, pageCount > 1, use != .stories else { return frame }
        frame.ear = frame.freeEar(columns: edition.paper.grid.columns)
        let stands = plan?.modules.contains { $0.subject == .contents && $0.rect == frame.ear } ?? false
        return use == .contents || stands ? frame.withContents : frame
    }

    /// What says that advertisements cannot stand where they were sold.
    func diagnostics(pageCount: Int) -> [Diagnostic] {
        let unplaced = (1...max(1, pageCount)).flatMap { anchors(of: $0, pageCount: pageCount).unplaced }
        let pageless = edition.advertisements.filter { $0.page > pageCount }
        return (unplaced + pageless).map { advertisement in
            Diagnostic(
                .error, .advertisementPlace,
                Phrase(
                    zh:
                        "广告“\(advertisement.name)”在第\(advertisement.page)版 \(advertisement.corner.rawValue) 放不下 \(advertisement.columns) 栏 × \(advertisement.rows) 行",
                    en:
                        "advertisement “\(advertisement.name)” of \(advertisement.columns) columns × \(advertisement.rows) rows finds no room at \(advertisement.corner.rawValue) of page \(advertisement.page)"
                ),
                at: advertisement.place,
                hint: Phrase(zh: "换一个位置或版面，或改小", en: "give it another corner or page, or make it smaller"))
        }
    }

    private func anchors(of page: Int, pageCount: Int) -> (placed: [Placement], unplaced: [Advertisement]) {
        var placed: [Placement] = []
        if page == 1 {
            placed.append(Placement(.nameplate, in: edition.nameplateRect, isPinned: true))
        } else {
            placed.append(Placement(.pageHead, in: edition.pageHeadRect, isPinned: true))
        }
        if page == pageCount, colophonRows > 0 {
            placed.append(Placement(.colophon, in: edition.colophonRect(rows: colophonRows), isPinned: true))
        }
        var unplaced: [Advertisement] = []
        let placer = AdvertisementPlacer(grid: edition.paper.grid)
        for advertisement in edition.advertisements where advertisement.page == page {
            if let rect = placer.place(advertisement, taken: placed.map(\.rect)) {
                placed.append(Placement(.advertisement(advertisement.name), in: rect, isPinned: true))
            } else {
                unplaced.append(advertisement)
            }
        }
        return (placed, unplaced)
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
