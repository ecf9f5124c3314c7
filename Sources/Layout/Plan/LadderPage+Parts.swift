/// The ways to change a part of a page.
extension LadderPage {
    /// Moves the cuts of a part of the tree.
    /// - Parameter target: a module that is to stand elsewhere, though it is fixed.
    mutating func moveCuts(
        of part: [Int], in whole: GridRect? = nil, reach: (rows: Int, columns: Int),
        target: (index: Int, rect: GridRect)? = nil
    ) -> Bool {
        guard let first = part.first else { return false }
        let whole = whole ?? part.dropFirst().reduce(members[first].rect) { $0.union(members[$1].rect) }
        let rects = members.map(\.rect)
        return moveCuts(CutTree(rects, part), rects, in: whole, reach: reach, target: target)
    }

    /// - Parameter rects: about where the modules stand: cuts are looked for near their edges.
    mutating func moveCuts(
        _ tree: CutTree, _ rects: [GridRect], in whole: GridRect, reach: (rows: Int, columns: Int),
        target: (index: Int, rect: GridRect)? = nil
    ) -> Bool {
        let (all, moved) = (members, costs.moved)
        let terms = FreeCuts.Terms(
            isFixed: { all[$0].isFixed && all[$0].subject != .briefs && $0 != target?.index },
            moving: { all[$0].stood == rects[$0] ? moved : 0 })
        var cuts = FreeCuts(rects: rects, reach: reach, terms: terms)
        guard
            let found = cuts.best(
                of: tree, in: whole,
                cost: { $0 == target?.index ? ($1 == target?.rect ? 0 : nil) : cost($0, in: $1) })
        else { return false }
        if let target { members[target.index].rect = target.rect }
        for (index, rect) in found.rects {
            if members[index].subject == .briefs { members[index].rect = rect }
            if members[index].priority != nil { place(index, in: rect) }
        }
        return true
    }

    /// Parts of the page, the smallest first, without those that have nothing more in them than what is fixed: there is nothing
    /// to be done in them that could not be done in the one before.
    func differing(_ parts: [[Int]]) -> [[Int]] {
        func free(_ part: [Int]) -> Int { part.count { !members[$0].isFixed || members[$0].subject == .briefs } }
        return parts.indices.filter { $0 == 0 || free(parts[$0]) > free(parts[$0 - 1]) }.map { parts[$0] }
    }

    /// Puts a story into a rectangle; one that stays keeps its setting.
    mutating func place(_ index: Int, in rect: GridRect) {
        guard !members[index].isFixed, members[index].rect != rect || !members[index].isAcceptable,
            let fill = fill(index, in: rect)
        else { return }
        members[index].rect = rect
        members[index].setting = fill.setting
        members[index].fit = fill.fit
        members[index].isBanned = false
    }

    /// Where a new story may stand beside one: under it, over it, to its right or left, with about the room that it wants.
    func placesBeside(_ host: Int, for new: Int) -> [(tree: CutTree, rects: [GridRect])] {
        let rect = members[host].rect
        guard let story = fills[members[new].name]?.story else { return [] }
        let area = story.flowLines(measure: grid.columnWidth).reduce(8) { $0 + $1.rows }
        let (one, other) = (CutTree.module(host), CutTree.module(new))
        var places: [(tree: CutTree, rects: [GridRect])] = []
        func add(_ tree: (CutTree, CutTree) -> CutTree, cut: Int, isStacked: Bool, isNewFirst: Bool) {
            let parts = rect.parted(at: cut, isStacked: isStacked)
            var rects = members.map(\.rect)
            (rects[host], rects[new]) = isNewFirst ? (parts.1, parts.0) : parts
            places.append((isNewFirst ? tree(other, one) : tree(one, other), rects))
        }
        let rows = min(rect.height - 2, max(4, area / rect.width))
        if rows >= 2 {
            add(CutTree.stacked, cut: rect.rows.upperBound - rows, isStacked: true, isNewFirst: false)
            add(CutTree.stacked, cut: rect.rows.lowerBound + rows, isStacked: true, isNewFirst: true)
        }
        let columns = min(rect.width - 1, max(1, (area + rect.height / 2) / rect.height))
        if columns >= 1 {
            add(CutTree.sideBySide, cut: rect.columns.upperBound - columns, isStacked: false, isNewFirst: false)
            add(CutTree.sideBySide, cut: rect.columns.lowerBound + columns, isStacked: false, isNewFirst: true)
        }
        return places
    }
}

extension CutTree {
    /// The parts of the tree that hold a module, the smallest first; the module itself is not among them.
    func ancestors(of index: Int) -> [[Int]] {
        switch self {
        case .module: return []
        case .knot(let members): return members.contains(index) ? [members] : []
        case .stacked(let a, let b), .sideBySide(let a, let b):
            for part in [a, b] where part.members.contains(index) { return part.ancestors(of: index) + [members] }
            return []
        }
    }

    func replacing(_ index: Int, with tree: CutTree) -> CutTree {
        switch self {
        case .module(let own): return own == index ? tree : self
        case .knot: return self
        case .stacked(let a, let b): return .stacked(a.replacing(index, with: tree), b.replacing(index, with: tree))
        case .sideBySide(let a, let b):
            return .sideBySide(a.replacing(index, with: tree), b.replacing(index, with: tree))
        }
    }
}
