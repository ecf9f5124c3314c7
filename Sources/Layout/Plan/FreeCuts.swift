/// The same cuts in the same order at other places: for a part of a page, the rectangles that its modules like best when the
/// tree of cuts stays and every cut may move a little.
///
/// Exact by branch and bound: a part is not looked into where the modules that would have to move in it cost more than what
/// is known already.
struct FreeCuts {
    /// What the search asks of the modules.
    struct Terms {
        /// Whether it cannot move at all.
        var isFixed: (Int) -> Bool
        /// What it costs at least that an edge of a module moves.
        var moving: (Int) -> Int
    }

    /// A node of the tree, flat.
    private struct Node {
        enum Kind {
            case module(Int)
            case cut(isStacked: Bool, first: Int, second: Int)
            case knot
        }
        var kind: Kind
        /// Where the cut is by nature: the end of the first part.
        var place = 0
        /// Where it stands by nature.
        var rect: GridRect
        /// Its modules, each with the edges of the node that it touches.
        var edges: [(edges: Edges, moving: Int, isFixed: Bool)]
    }

    private struct Edges: OptionSet {
        let rawValue: UInt8
        static let top = Edges(rawValue: 1), bottom = Edges(rawValue: 2), left = Edges(rawValue: 4)
        static let right = Edges(rawValue: 8)
    }

    private struct Key: Hashable {
        var value: UInt64
        init(_ node: Int, _ rect: GridRect) {
            value =
                UInt64(node) << 48 | UInt64(rect.columns.lowerBound) << 40 | UInt64(rect.columns.upperBound) << 32
                | UInt64(rect.rows.lowerBound) << 16 | UInt64(rect.rows.upperBound)
        }
    }

    /// The least cost, or nil where there is none under `limit`.
    private struct Found {
        var cost: Int?
        var cut: Int
        var limit: Int
    }

    private var nodes: [Node] = []
    private var known: [Key: Found] = [:]
    private var leaves: [Key: Int?] = [:]
    private let rects: [GridRect]
    /// How far rows and columns may move.
    let reach: (rows: Int, columns: Int)
    let terms: Terms

    init(rects: [GridRect], reach: (rows: Int, columns: Int), terms: Terms) {
        self.rects = rects
        self.reach = reach
        self.terms = terms
    }

    /// The modules' best rectangles within `whole`, or nil where none are better than those that they have.
    /// - Parameter cost: what a module costs in a rectangle; nil where it cannot stand there.
    mutating func best(
        of tree: CutTree, in whole: GridRect, cost: (Int, GridRect) -> Int?
    ) -> (cost: Int, rects: [(module: Int, rect: GridRect)])? {
        let root = add(tree)
        var limit = Int.max / 2
        if nodes[root].rect == whole {
            let now = tree.members.map { cost($0, rects[$0]) }
            if !now.contains(nil) { limit = now.reduce(0) { $0 + ($1 ?? 0) } }
        }
        guard let found = best(root, whole, under: limit, cost) else { return nil }
        var result: [(module: Int, rect: GridRect)] = []
        collect(root, whole, into: &result)
        return (found, result)
    }

    private mutating func add(_ tree: CutTree) -> Int {
        let members = tree.members
        let rect = members.dropFirst().reduce(rects[members[0]]) { $0.union(rects[$1]) }
        let edges = members.map { member in
            let own = rects[member]
            var edges: Edges = []
            if own.rows.lowerBound == rect.rows.lowerBound { edges.insert(.top) }
            if own.rows.upperBound == rect.rows.upperBound { edges.insert(.bottom) }
            if own.columns.lowerBound == rect.columns.lowerBound { edges.insert(.left) }
            if own.columns.upperBound == rect.columns.upperBound { edges.insert(.right) }
            return (edges, terms.moving(member), terms.isFixed(member))
        }
        var node = Node(kind: .knot, rect: rect, edges: edges)
        switch tree {
        case .module(let index): node.kind = .module(index)
        case .knot: break
        case .stacked(let a, let b):
            node.kind = .cut(isStacked: true, first: add(a), second: add(b))
            node.place = a.members.map { rects[$0].rows.upperBound }.max() ?? 0
        case .sideBySide(let a, let b):
            node.kind = .cut(isStacked: false, first: add(a), second: add(b))
            node.place = a.members.map { rects[$0].columns.upperBound }.max() ?? 0
        }
        nodes.append(node)
        return nodes.count - 1
    }

    /// What a node costs in a rectangle at least: its modules at the edges that move; nil where one of them cannot.
    private func least(_ index: Int, _ rect: GridRect) -> Int? {
        let own = nodes[index].rect
        if rect == own { return 0 }
        var moved: Edges = []
        if rect.rows.lowerBound != own.rows.lowerBound { moved.insert(.top) }
        if rect.rows.upperBound != own.rows.upperBound { moved.insert(.bottom) }
        if rect.columns.lowerBound != own.columns.lowerBound { moved.insert(.left) }
        if rect.columns.upperBound != own.columns.upperBound { moved.insert(.right) }
        var sum = 0
        for module in nodes[index].edges where !module.edges.isDisjoint(with: moved) {
            if module.isFixed { return nil }
            sum += module.moving
        }
        return sum
    }

    private mutating func best(
        _ index: Int, _ rect: GridRect, under limit: Int, _ cost: (Int, GridRect) -> Int?
    ) -> Int? {
        guard let least = least(index, rect), least < limit else { return nil }
        let key = Key(index, rect)
        switch nodes[index].kind {
        case .module(let module):
            let price: Int?
            if let known = leaves[key] {
                price = known
            } else {
                price = cost(module, rect)
                leaves[key] = .some(price)
            }
            return price.flatMap { $0 < limit ? $0 : nil }
        case .knot: return nil
        case .cut(let isStacked, let first, let second):
            if let found = known[key] {
                if let cost = found.cost { return cost < limit ? cost : nil }
                if limit <= found.limit { return nil }
            }
            var best = Found(cost: nil, cut: 0, limit: limit)
            var bound = limit
            // From where the cut is outwards, so that of equals it moves the least.
            for cut in places(
                nodes[index].place, in: isStacked ? rect.rows : rect.columns, isStacked ? reach.rows : reach.columns
            ) {
                let parts = rect.parted(at: cut, isStacked: isStacked)
                guard let rest = self.least(second, parts.1), rest < bound,
                    let one = self.best(first, parts.0, under: bound - rest, cost),
                    let other = self.best(second, parts.1, under: bound - one, cost)
                else { continue }
                bound = one + other
                (best.cost, best.cut) = (bound, cut)
                if bound == 0 { break }
            }
            known[key] = best
            return best.cost
        }
    }

    private func places(_ place: Int, in range: Range<Int>, _ reach: Int) -> [Int] {
        let near = (0...reach).flatMap { $0 == 0 ? [place] : [place - $0, place + $0] }
        return near.filter { $0 > range.lowerBound && $0 < range.upperBound }
    }

    private func collect(_ index: Int, _ rect: GridRect, into result: inout [(module: Int, rect: GridRect)]) {
        switch nodes[index].kind {
        case .module(let module): result.append((module, rect))
        case .knot: break
        case .cut(let isStacked, let first, let second):
            guard let found = known[Key(index, rect)], found.cost != nil else { return }
            let parts = rect.parted(at: found.cut, isStacked: isStacked)
            collect(first, parts.0, into: &result)
            collect(second, parts.1, into: &result)
        }
    }
}

extension GridRect {
    /// The parts above and below a row, or left and right of a column.
    func parted(at cut: Int, isStacked: Bool) -> (GridRect, GridRect) {
        isStacked
            ? (
                GridRect(columns: columns, rows: rows.lowerBound..<cut),
                GridRect(columns: columns, rows: cut..<rows.upperBound)
            )
            : (
                GridRect(columns: columns.lowerBound..<cut, rows: rows),
                GridRect(columns: cut..<columns.upperBound, rows: rows)
            )
    }
}
