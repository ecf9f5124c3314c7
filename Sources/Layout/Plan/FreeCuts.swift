/// The same cuts in the same order at other places: for a part of a page, the rectangles that its modules like best when the
/// tree of cuts stays and every cut may move a little.
struct FreeCuts {
    /// A node of the tree, flat.
    private struct Node {
        enum Kind {
            case module(Int)
            case cut(isStacked: Bool, first: Int, second: Int)
            case knot
        }
        var kind: Kind
        /// Where the cut is by nature: the end of the first part.
        var place: Int
    }

    private struct Key: Hashable {
        var node: Int
        var rect: GridRect
    }

    private var nodes: [Node] = []
    private var known: [Key: (cost: Int, cut: Int)?] = [:]
    private let rects: [GridRect]
    /// How far rows and columns may move.
    let reach: (rows: Int, columns: Int)

    init(rects: [GridRect], reach: (rows: Int, columns: Int)) {
        self.rects = rects
        self.reach = reach
    }

    /// The modules' best rectangles within `whole`, or nil where there are none.
    /// - Parameter cost: what a module costs in a rectangle; nil where it cannot stand there.
    mutating func best(
        of tree: CutTree, in whole: GridRect, cost: (Int, GridRect) -> Int?
    ) -> (cost: Int, rects: [(module: Int, rect: GridRect)])? {
        nodes = []
        known = [:]
        let root = add(tree)
        guard let found = best(root, whole, cost) else { return nil }
        var result: [(module: Int, rect: GridRect)] = []
        collect(root, whole, into: &result)
        return (found, result)
    }

    private mutating func add(_ tree: CutTree) -> Int {
        let node: Node
        switch tree {
        case .module(let index): node = Node(kind: .module(index), place: 0)
        case .knot: node = Node(kind: .knot, place: 0)
        case .stacked(let a, let b):
            node = Node(
                kind: .cut(isStacked: true, first: add(a), second: add(b)),
                place: a.members.map { rects[$0].rows.upperBound }.max() ?? 0)
        case .sideBySide(let a, let b):
            node = Node(
                kind: .cut(isStacked: false, first: add(a), second: add(b)),
                place: a.members.map { rects[$0].columns.upperBound }.max() ?? 0)
        }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func best(_ index: Int, _ rect: GridRect, _ cost: (Int, GridRect) -> Int?) -> Int? {
        let node = nodes[index]
        switch node.kind {
        case .module(let module): return cost(module, rect)
        case .knot: return nil
        case .cut(let isStacked, let first, let second):
            let key = Key(node: index, rect: rect)
            if let found = known[key] { return found?.cost }
            var best: (cost: Int, cut: Int)?
            // From where the cut is outwards, so that of equals it moves the least.
            for cut in places(
                node.place, in: isStacked ? rect.rows : rect.columns, isStacked ? reach.rows : reach.columns)
            {
                let parts = rect.parted(at: cut, isStacked: isStacked)
                guard let one = self.best(first, parts.0, cost), one < best?.cost ?? .max,
                    let other = self.best(second, parts.1, cost)
                else { continue }
                if one + other < best?.cost ?? .max { best = (one + other, cut) }
            }
            known[key] = .some(best)
            return best?.cost
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
            guard let found = known[Key(node: index, rect: rect)], let cut = found?.cut else { return }
            let parts = rect.parted(at: cut, isStacked: isStacked)
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
