/// A cut of a region into two.
struct RegionCut {
    /// The first row or column after the cut, from the region's corner.
    var at: Int
    var first: Int
    var second: Int
    /// The first part's free area.
    var free: Int
}

/// All cuts of a region.
struct RegionCuts {
    /// A cut that leaves nothing but anchors on one side: nothing is lost by making it at once, since a guillotine
    /// tiling stays one when a strip is taken off.
    var forced: (cut: RegionCut, isStack: Bool)?
    /// Ascending by place, and so by the first part's free area.
    var stacked: [RegionCut] = []
    var sideBySide: [RegionCut] = []
    /// The stacked cuts of a region with anchors, ready to be gone through by area or by row.
    fileprivate(set) var index: StackIndex?
}

/// The stacked cuts of a region by the first part's free area, and by their rows.
struct StackIndex {
    /// By the first part's free area in eights: the first cut with so much.
    private var firstByArea: [Int16] = []
    /// By row from the region's top: the first cut in that row or under it.
    private var firstByRow: [Int16] = []
    /// The page's rows in which cuts lie, a bit for each.
    private(set) var rows: [UInt64]

    fileprivate init(_ cuts: [RegionCut], in rect: GridRect, free: Int, words: Int) {
        rows = Array(repeating: 0, count: words)
        for cut in cuts {
            let row = rect.rows.lowerBound + cut.at
            rows[row / 64] |= 1 << UInt64(row % 64)
        }
        var place = 0
        for area in stride(from: 0, through: free + 8, by: 8) {
            while place < cuts.count, cuts[place].free < area { place += 1 }
            firstByArea.append(Int16(place))
        }
        place = 0
        for row in 0...rect.height {
            while place < cuts.count, cuts[place].at < row { place += 1 }
            firstByRow.append(Int16(place))
        }
    }

    /// The first of the cuts whose first part has at least so much free area.
    @inline(__always)
    func first(of cuts: [RegionCut], area: Int) -> Int {
        var place = Int(firstByArea[area >> 3])
        while place < cuts.count, cuts[place].free < area { place += 1 }
        return place
    }

    /// The cut in a row, counted from the region's top.
    @inline(__always)
    func place(row: Int) -> Int { Int(firstByRow[row]) }
}

/// The rectangles that guillotine cuts make of a page with anchors.
struct PageRegions {
    let anchors: [GridRect]
    /// Whether a cut may run through an anchor: anchors that no cut parts (a pinwheel) can stand so. Looked at only where
    /// nothing else helps, for there are many more regions.
    let crossesAnchors: Bool
    /// Cuts between rows lie at anchors' edges and at multiples of this.
    let step: Int
    /// How many words the page's rows take, a bit for each.
    private let words: Int
    /// By region: its rectangle, the column-rows that stories may take, and whether anchors stand in it.
    private(set) var rects: [GridRect] = []
    private(set) var free: [Int] = []
    private(set) var isAnchored: [Bool] = []
    private var cuts: [RegionCuts?] = []
    private var index = StateIndex()

    /// - Parameter rows: the page's.
    init(anchors: [GridRect], crossesAnchors: Bool, step: Int, rows: Int) {
        words = rows / 64 + 1
        self.anchors = anchors
        self.crossesAnchors = crossesAnchors
        self.step = step
    }

    mutating func id(of rect: GridRect) -> Int {
        let key = rect.packed
        if let id = index[key] { return Int(id) }
        var taken = 0
        for anchor in anchors where rect.overlaps(anchor) {
            taken += anchor.columns.clamped(to: rect.columns).count * anchor.rows.clamped(to: rect.rows).count
        }
        rects.append(rect)
        free.append(rect.area - taken)
        isAnchored.append(taken > 0)
        cuts.append(nil)
        index.insert(Int32(rects.count - 1), at: key)
        return rects.count - 1
    }

    /// The cuts that cross no anchor; found when they are first asked for.
    mutating func cuts(of id: Int) -> RegionCuts {
        if let known = cuts[id] { return known }
        let rect = rects[id]
        let inside = crossesAnchors ? [] : anchors.filter { rect.overlaps($0) }
        var found = RegionCuts()
        for row in rect.rows.dropFirst()
        where
            (row % step == 0 || !isAnchored[id]
            || anchors.contains { $0.rows.lowerBound == row || $0.rows.upperBound == row })
            && !inside.contains(where: { $0.rows.lowerBound < row && row < $0.rows.upperBound })
        {
            let upper = self.id(of: GridRect(columns: rect.columns, rows: rect.rows.lowerBound..<row))
            let lower = self.id(of: GridRect(columns: rect.columns, rows: row..<rect.rows.upperBound))
            let cut = RegionCut(
                at: row - rect.rows.lowerBound, first: upper, second: lower, free: free[upper])
            add(cut, isStack: true, of: free[id], to: &found)
        }
        for column in rect.columns.dropFirst()
        where !inside.contains(where: { $0.columns.lowerBound < column && column < $0.columns.upperBound }) {
            let left = self.id(of: GridRect(columns: rect.columns.lowerBound..<column, rows: rect.rows))
            let right = self.id(of: GridRect(columns: column..<rect.columns.upperBound, rows: rect.rows))
            let cut = RegionCut(
                at: column - rect.columns.lowerBound, first: left, second: right, free: free[left])
            add(cut, isStack: false, of: free[id], to: &found)
        }
        if isAnchored[id], found.forced == nil {
            found.index = StackIndex(found.stacked, in: rect, free: free[id], words: words)
        }
        cuts[id] = found
        return found
    }

    private func add(_ cut: RegionCut, isStack: Bool, of free: Int, to cuts: inout RegionCuts) {
        if cut.free == 0 || cut.free == free {
            cuts.forced = cuts.forced ?? (cut, isStack)
        } else if isStack {
            cuts.stacked.append(cut)
        } else {
            cuts.sideBySide.append(cut)
        }
    }
}

extension GridRect {
    /// As one number; a grid has fewer than 512 rows and 32 columns.
    fileprivate var packed: Int {
        ((columns.lowerBound << 5 | columns.upperBound) << 9 | rows.lowerBound) << 9 | rows.upperBound
    }
}
