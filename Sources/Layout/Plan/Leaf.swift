/// A story, or a group of stories planned as one, as the page programme uses it.
struct Leaf {
    enum Source {
        /// The index of a story.
        case item(Int)
        /// All stories of another programme.
        case group(Int)
    }

    let source: Source
    /// Of its stories.
    let priorities: [Int]
    let isOptional: Bool
    /// What leaving it out costs, in excess.
    let omission: Int16
    /// Excess by rectangle, `[(columns - 1) · rows + row - 1]`.
    let corners: [Corners]

    /// The least excess by area.
    private let leastByArea: [Int16]

    init(
        source: Source, priorities: [Int], isOptional: Bool = false, omission: Int16 = unreachable,
        corners: [Corners], rows: Int
    ) {
        self.source = source
        self.priorities = priorities
        self.isOptional = isOptional
        self.omission = omission
        self.corners = corners
        var best = Array(repeating: unreachable, count: corners.count + 1)
        if isOptional { best[0] = omission }
        for (index, corners) in corners.enumerated() {
            let area = (index / rows + 1) * (index % rows + 1)
            best[area] = min(best[area], corners.leastLane)
        }
        leastByArea = best
    }

    /// The least excess by area, ascending, up to a limit; `omission` is area 0.
    func areas(limit: Int16) -> [(area: Int, excess: Int16)] {
        leastByArea.enumerated().filter { $0.element <= limit }.map { (area: $0.offset, excess: $0.element) }
    }
}

/// A story's fillings with what they cost the page, read once for all limits and units of excess.
struct ItemFills {
    /// By rectangle, `(columns - 1) · rows + row - 1`, and the corners' lane.
    private let fills: [(cell: Int, lane: Int, cost: Int)]
    private let grid: PageGrid

    init(_ item: PlanItem, grid: PageGrid, pageColumns: Int, costs: PlanCosts) {
        self.grid = grid
        var fills: [(cell: Int, lane: Int, cost: Int)] = []
        for column in 1...grid.columns {
            for row in 1...grid.rows {
                for fill in item.allFills(columns: column, rows: row) {
                    let cost = costs.cost(of: fill, in: item, columns: column, pageColumns: pageColumns)
                    fills.append((cell: (column - 1) * grid.rows + row - 1, lane: fill.lane, cost: cost))
                }
            }
        }
        self.fills = fills
    }

    /// The least cost by rectangle.
    var cheapest: [Int?] {
        var cheapest: [Int?] = Array(repeating: nil, count: grid.columns * grid.rows)
        for (cell, _, cost) in fills { cheapest[cell] = min(cheapest[cell] ?? cost, cost) }
        return cheapest
    }

    /// The areas that the story can take.
    var areas: AreaSet {
        var areas = AreaSet(upTo: grid.columns * grid.rows)
        for (cell, _, _) in fills { areas.insert((cell / grid.rows + 1) * (cell % grid.rows + 1)) }
        return areas
    }

    /// The leaf of the story numbered `index`. `scale` divides all excess, for pages that are so wrong that it would not fit.
    func leaf(_ index: Int, _ item: PlanItem, priced: PricedItem, price: Int, scale: Int) -> Leaf {
        func excess(_ cost: Int) -> Int16 { Int16(min(Int(unreachable), (cost - priced.least) / scale)) }
        var corners = Array(repeating: Corners.unreachable, count: grid.columns * grid.rows)
        for (cell, lane, cost) in fills {
            let value = excess(cost - price * (cell / grid.rows + 1) * (cell % grid.rows + 1))
            corners[cell][lane] = min(corners[cell][lane], value)
        }
        return Leaf(
            source: .item(index), priorities: [item.priority], isOptional: priced.isOptional,
            omission: priced.isOptional ? excess(0) : unreachable, corners: corners, rows: grid.rows)
    }
}

extension Leaf {
    /// A group's leaf: whatever its programme knows of all its stories together.
    init(group index: Int, _ problem: SubsetProblem, _ table: SubsetTable) {
        var corners = Array(repeating: Corners.unreachable, count: problem.columns * problem.rows)
        for column in 1...problem.columns {
            for row in 1...problem.rows {
                guard let cell = table.cell((1 << problem.leaves.count) - 1, columns: column, rows: row) else {
                    continue
                }
                corners[(column - 1) * problem.rows + row - 1] = table.any(cell)
            }
        }
        self.init(
            source: .group(index), priorities: problem.leaves.flatMap(\.priorities), corners: corners,
            rows: problem.rows)
    }
}

extension Fill {
    /// The corners' lane: see `Corners`.
    var lane: Int {
        let size = HeadClass(size: setting.head.size)
        return Corners.lane(left: cornerHeads.left ? size : .none, right: cornerHeads.right ? size : .none)
    }
}
