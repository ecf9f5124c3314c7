/// A story, or a group of stories planned as one, as the page programme uses it.
struct Leaf {
    enum Source {
        /// The index of a story.
        case item(Int)
        /// All stories of another programme.
        case group(Int)
    }

    var source: Source
    /// Of its stories.
    var priorities: [Int]
    var isOptional: Bool
    /// What leaving it out costs, in excess.
    var omission: Int16
    /// Excess by rectangle, `[(columns - 1) · rows + row - 1]`.
    var corners: [Corners]

    /// The least excess by area, ascending, up to a limit; `omission` is area 0.
    func areas(rows: Int, limit: Int16) -> [(area: Int, excess: Int16)] {
        var best = Array(repeating: unreachable, count: (corners.count / rows) * rows + 1)
        if isOptional { best[0] = omission }
        for (index, corners) in corners.enumerated() {
            let area = (index / rows + 1) * (index % rows + 1)
            best[area] = min(best[area], corners.min())
        }
        return best.enumerated().filter { $0.element <= limit }.map { (area: $0.offset, excess: $0.element) }
    }
}

extension Leaf {
    /// A story's leaf. `scale` divides all excess, for pages that are so wrong that it would not fit.
    init(
        item index: Int, _ item: PlanItem, priced: PricedItem, price: Int, grid: PageGrid, pageColumns: Int,
        costs: PlanCosts,
        scale: Int
    ) {
        func excess(_ cost: Int) -> Int16 { Int16(min(Int(unreachable), (cost - priced.least) / scale)) }
        source = .item(index)
        priorities = [item.priority]
        isOptional = priced.isOptional
        omission = isOptional ? excess(0) : unreachable
        corners = Array(repeating: .unreachable, count: grid.columns * grid.rows)
        for column in 1...grid.columns {
            for row in 1...grid.rows {
                let cell = (column - 1) * grid.rows + row - 1
                for fill in item.allFills(columns: column, rows: row) {
                    let lane = fill.lane
                    let cost = costs.cost(of: fill, in: item, columns: column, pageColumns: pageColumns)
                    let value = excess(cost - price * column * row)
                    corners[cell][lane] = min(corners[cell][lane], value)
                }
            }
        }
    }
}

extension Leaf {
    /// A group's leaf: whatever its programme knows of all its stories together.
    init(group index: Int, _ problem: SubsetProblem, _ table: SubsetTable) {
        source = .group(index)
        priorities = problem.leaves.flatMap(\.priorities)
        isOptional = false
        omission = unreachable
        corners = Array(repeating: .unreachable, count: problem.columns * problem.rows)
        for column in 1...problem.columns {
            for row in 1...problem.rows {
                guard let cell = table.cell((1 << problem.leaves.count) - 1, columns: column, rows: row) else {
                    continue
                }
                corners[(column - 1) * problem.rows + row - 1] = table.any[cell]
            }
        }
    }
}

extension Fill {
    /// The corners' lane: see `Corners`.
    var lane: Int {
        let size = HeadClass(size: setting.head.size)
        return Corners.lane(left: cornerHeads.left ? size : .none, right: cornerHeads.right ? size : .none)
    }
}
