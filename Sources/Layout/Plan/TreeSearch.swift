/// The cheapest places for the cuts of a tree that a person has written.
///
/// Exact by what stories cost in their rectangles and what heads side by side cost that begin at one cut: a table of the few
/// best ways for each part of the tree in each rectangle that it may take. A part without fixed modules costs the same
/// wherever it stands, so its table is by size.
struct TreeSearch {
    enum Leaf {
        /// Stays where it is.
        case fixed(GridRect)
        case story(PlanItem)
        /// The head over a column of briefs.
        case briefs
    }

    /// Rectangles and fillings of all leaves; fixed ones have no filling.
    struct Draft {
        var cost: Int
        var modules: [(leaf: Int, rect: GridRect, fill: Fill?)]
    }

    /// One way to make a part: the ways of its own parts at a cut, or a filling.
    private struct Way {
        var cost: Int
        /// From the rectangle's first row or column.
        var cut = 0
        var first = 0
        var second = 0
        var fill: Fill?
        /// The sizes of the heads in the top corners; 0: none.
        var left = 0
        var right = 0
    }

    private struct Node {
        enum Kind {
            case leaf(Int)
            case cut(isStacked: Bool, first: Int, second: Int)
            case knot([Int])
        }
        var kind: Kind
        /// What holds its fixed modules; nil: there are none.
        var fixed: GridRect?
    }

    private struct Key: Hashable {
        var node: Int
        var rect: GridRect
    }

    private let leaves: [Leaf]
    private let grid: PageGrid
    private let costs: PlanCosts
    private var nodes: [Node] = []
    private var known: [Key: [Way]] = [:]
    /// How much dearer than its cheapest rectangle a story may be set.
    private var window = 0
    private let least: [Int]

    /// How many ways are kept for a part, and for the page.
    private static let kept = 12, keptForPage = 80

    /// - Parameter grid: the planner's.
    init(_ leaves: [Leaf], on grid: PageGrid, costs: PlanCosts) {
        self.leaves = leaves
        self.grid = grid
        self.costs = costs
        least = leaves.map { leaf in
            guard case .story(let item) = leaf else { return 0 }
            return item.fills.indices.flatMap { column in
                item.fills[column].compactMap {
                    $0.map { costs.cost(of: $0, in: item, columns: column + 1, pageColumns: grid.columns) }
                }
            }.min() ?? 0
        }
    }

    /// The best ways to cut a rectangle so, the cheapest first; empty where there is none.
    mutating func drafts(of tree: CutTree, in whole: GridRect) -> [Draft] {
        nodes = []
        let root = add(tree)
        // Rectangles that are far from suiting a story are looked at only where nothing else helps.
        for window in [400, 2_000, Int.max / 4] {
            self.window = window
            known = [:]
            let ways = self.ways(root, whole, keep: Self.keptForPage)
            guard !ways.isEmpty else { continue }
            return ways.map { way in
                var draft = Draft(cost: way.cost, modules: [])
                collect(root, whole, way, into: &draft.modules)
                return draft
            }
        }
        return []
    }

    private mutating func add(_ tree: CutTree) -> Int {
        func hull(_ rects: [GridRect]) -> GridRect? {
            rects.first.map { rects.dropFirst().reduce($0) { $0.union($1) } }
        }
        switch tree {
        case .module(let leaf): nodes.append(Node(kind: .leaf(leaf), fixed: fixedRect(leaf)))
        case .knot(let members):
            nodes.append(Node(kind: .knot(members), fixed: hull(members.compactMap(fixedRect))))
        case .stacked(let a, let b), .sideBySide(let a, let b):
            let (first, second) = (add(a), add(b))
            let isStacked = if case .stacked = tree { true } else { false }
            nodes.append(
                Node(
                    kind: .cut(isStacked: isStacked, first: first, second: second),
                    fixed: hull([nodes[first].fixed, nodes[second].fixed].compactMap { $0 })))
        }
        return nodes.count - 1
    }

    private func fixedRect(_ leaf: Int) -> GridRect? {
        if case .fixed(let rect) = leaves[leaf] { rect } else { nil }
    }

    private mutating func ways(_ index: Int, _ rect: GridRect, keep: Int = Self.kept) -> [Way] {
        let node = nodes[index]
        if let fixed = node.fixed, !rect.contains(fixed) { return [] }
        let (columns, rows) = (rect.columns.lowerBound, rect.rows.lowerBound)
        let key = Key(node: index, rect: node.fixed == nil ? rect.shifted(columns: -columns, rows: -rows) : rect)
        if let ways = known[key] { return ways }
        var ways: [Way] = []
        switch node.kind {
        case .leaf(let leaf): ways = self.ways(toSet: leaf, in: rect)
        case .knot(let members):
            // What no cut parts keeps the rectangles that it has.
            if members.allSatisfy({ fixedRect($0) != nil }), node.fixed == rect { ways = [Way(cost: 0)] }
        case .cut(let isStacked, let first, let second):
            let range = isStacked ? rect.rows : rect.columns
            for cut in range.dropFirst() {
                let parts = rect.parted(at: cut, isStacked: isStacked)
                let ones = self.ways(first, parts.0)
                guard let best = ones.first, ways.count < keep || best.cost < ways[ways.count - 1].cost else {
                    continue
                }
                let others = self.ways(second, parts.1)
                for (i, one) in ones.enumerated() {
                    for (j, other) in others.enumerated() {
                        var way = Way(
                            cost: one.cost + other.cost, cut: cut - range.lowerBound, first: i, second: j,
                            left: one.left,
                            right: isStacked ? one.right : other.right)
                        guard ways.count < keep || way.cost < ways[ways.count - 1].cost else { break }
                        if !isStacked, one.right > 0, other.left > 0 {
                            way.cost += PageCost.butting(
                                StandingHead(rows: 0..<1, size: one.right),
                                StandingHead(rows: 0..<1, size: other.left),
                                costs)
                        }
                        insert(way, into: &ways, keep: keep)
                    }
                }
            }
        }
        known[key] = ways
        return ways
    }

    /// The fillings of a leaf, the cheapest for each pair of heads in its corners.
    private func ways(toSet leaf: Int, in rect: GridRect) -> [Way] {
        switch leaves[leaf] {
        case .fixed(let own): return own == rect ? [Way(cost: 0)] : []
        case .briefs: return rect.height == BriefsColumn.headRows ? [Way(cost: 0)] : []
        case .story(let item):
            var ways: [Way] = []
            for fill in item.allFills(columns: rect.width, rows: rect.height) {
                let cost = costs.cost(of: fill, in: item, columns: rect.width, pageColumns: grid.columns)
                guard cost <= least[leaf] + window else { continue }
                let size = fill.setting.head.size.scaled
                let way = Way(
                    cost: cost, fill: fill, left: fill.cornerHeads.left ? size : 0,
                    right: fill.cornerHeads.right ? size : 0)
                if ways.contains(where: { $0.left == way.left && $0.right == way.right && $0.cost <= way.cost }) {
                    continue
                }
                insert(way, into: &ways, keep: Self.kept)
            }
            return ways
        }
    }

    /// Of equals the first.
    private func insert(_ way: Way, into ways: inout [Way], keep: Int) {
        if ways.count == keep {
            guard way.cost < ways[keep - 1].cost else { return }
            ways.removeLast()
        }
        var (low, high) = (0, ways.count)
        while low < high {
            let middle = (low + high) / 2
            if ways[middle].cost <= way.cost { low = middle + 1 } else { high = middle }
        }
        ways.insert(way, at: low)
    }

    private mutating func collect(
        _ index: Int, _ rect: GridRect, _ way: Way, into modules: inout [(leaf: Int, rect: GridRect, fill: Fill?)]
    ) {
        switch nodes[index].kind {
        case .leaf(let leaf): modules.append((leaf, rect, way.fill))
        case .knot(let members): for leaf in members { modules.append((leaf, fixedRect(leaf) ?? rect, nil)) }
        case .cut(let isStacked, let first, let second):
            let start = (isStacked ? rect.rows : rect.columns).lowerBound
            let parts = rect.parted(at: start + way.cut, isStacked: isStacked)
            collect(first, parts.0, ways(first, parts.0)[way.first], into: &modules)
            collect(second, parts.1, ways(second, parts.1)[way.second], into: &modules)
        }
    }
}
