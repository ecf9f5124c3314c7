/// A rectangle of the page at its place, with whatever stands fixed in it.
struct PageRegion {
    var rect: GridRect
    /// Column-rows that stories may take.
    var free: Int
    var isAnchored: Bool
    /// The cuts that cross no anchor; filled when they are first asked for.
    var cuts: Cuts?

    struct Cut {
        /// The first row or column after the cut, from the region's corner.
        var at: Int
        var first: Int
        var second: Int
        /// The first part's free area.
        var free: Int
    }

    struct Cuts {
        /// A cut that leaves nothing but anchors on one side: nothing is lost by making it at once, since a guillotine
        /// tiling stays one when a strip is taken off.
        var forced: (cut: Cut, isStack: Bool)?
        /// Ascending.
        var stacked: [Cut] = []
        var sideBySide: [Cut] = []
    }
}

/// The rectangles that guillotine cuts make of a page with anchors.
struct PageRegions {
    let anchors: [GridRect]
    /// Whether a cut may run through an anchor: anchors that no cut parts (a pinwheel) can stand so. Looked at only where
    /// nothing else helps, for there are many more regions.
    let crossesAnchors: Bool
    private(set) var regions: [PageRegion] = []
    private var index: [GridRect: Int] = [:]

    init(anchors: [GridRect], crossesAnchors: Bool) {
        self.anchors = anchors
        self.crossesAnchors = crossesAnchors
    }

    subscript(id: Int) -> PageRegion { regions[id] }

    mutating func id(of rect: GridRect) -> Int {
        if let id = index[rect] { return id }
        var taken = 0
        for anchor in anchors where rect.overlaps(anchor) {
            taken += anchor.columns.clamped(to: rect.columns).count * anchor.rows.clamped(to: rect.rows).count
        }
        regions.append(PageRegion(rect: rect, free: rect.area - taken, isAnchored: taken > 0))
        index[rect] = regions.count - 1
        return regions.count - 1
    }

    mutating func cuts(of id: Int) -> PageRegion.Cuts {
        if let cuts = regions[id].cuts { return cuts }
        let rect = regions[id].rect
        let inside = crossesAnchors ? [] : anchors.filter { rect.overlaps($0) }
        var cuts = PageRegion.Cuts()
        for row in rect.rows.dropFirst()
        where !inside.contains(where: { $0.rows.lowerBound < row && row < $0.rows.upperBound }) {
            let upper = self.id(of: GridRect(columns: rect.columns, rows: rect.rows.lowerBound..<row))
            let lower = self.id(of: GridRect(columns: rect.columns, rows: row..<rect.rows.upperBound))
            let cut = PageRegion.Cut(
                at: row - rect.rows.lowerBound, first: upper, second: lower, free: regions[upper].free)
            add(cut, isStack: true, of: regions[id].free, to: &cuts)
        }
        for column in rect.columns.dropFirst()
        where !inside.contains(where: { $0.columns.lowerBound < column && column < $0.columns.upperBound }) {
            let left = self.id(of: GridRect(columns: rect.columns.lowerBound..<column, rows: rect.rows))
            let right = self.id(of: GridRect(columns: column..<rect.columns.upperBound, rows: rect.rows))
            let cut = PageRegion.Cut(
                at: column - rect.columns.lowerBound, first: left, second: right, free: regions[left].free)
            add(cut, isStack: false, of: regions[id].free, to: &cuts)
        }
        regions[id].cuts = cuts
        return cuts
    }

    private func add(_ cut: PageRegion.Cut, isStack: Bool, of free: Int, to cuts: inout PageRegion.Cuts) {
        if cut.free == 0 || cut.free == free {
            cuts.forced = cuts.forced ?? (cut, isStack)
        } else if isStack {
            cuts.stacked.append(cut)
        } else {
            cuts.sideBySide.append(cut)
        }
    }
}
