import Testing

@testable import Layout

/// The programme against trying everything.
@Suite struct PlanProgrammeTests {
    static let grid = PageGrid(
        columns: 3, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 9)

    /// Stories whose rectangles cost whatever chance says, so that nothing is smooth.
    static func items(_ count: Int, _ random: inout Seeded) -> [PlanItem] {
        (0..<count).map { index in
            let area = 27 / count
            var fills: [[Fill?]] = [], others: [[[Fill]]] = []
            for columns in 1...3 {
                fills.append([])
                others.append([])
                for rows in 1...9 {
                    func fill(_ cost: Int, _ heads: Bool) -> Fill {
                        Fill(
                            setting: StorySetting(
                                head: HeadSetting(size: .points([14, 22, 36][index % 3]), lines: 1),
                                innerColumns: columns),
                            cost: cost, cornerHeads: .init(left: heads, right: heads && rows % 2 == 0))
                    }
                    let off = abs(columns * rows - area)
                    guard Int.random(in: 0..<8, using: &random) > 0 else {
                        fills[columns - 1].append(nil)
                        others[columns - 1].append([])
                        continue
                    }
                    let cost = off * off * 5 + Int.random(in: 0..<20, using: &random)
                    fills[columns - 1].append(fill(cost, true))
                    others[columns - 1].append([fill(cost + Int.random(in: 1..<12, using: &random), false)])
                }
            }
            return PlanItem(
                name: "\(index)", priority: index == 0 ? 5 : Int.random(in: 1...5, using: &random), fills: fills,
                alternatives: others)
        }
    }

    /// The least cost of a rectangle for each lane of its top corners, by trying every cut and every share of stories.
    static func everyWay(
        _ rect: GridRect, _ members: [Int], _ items: [PlanItem], _ anchors: [GridRect], _ costs: PlanCosts,
        _ known: inout [Part: [Int: Int]]
    ) -> [Int: Int] {
        let part = Part(rect: rect, members: members)
        if let known = known[part] { return known }
        let best = tryEveryWay(rect, members, items, anchors, costs, &known)
        known[part] = best
        return best
    }

    struct Part: Hashable {
        var rect: GridRect
        var members: [Int]
    }

    private static func tryEveryWay(
        _ rect: GridRect, _ members: [Int], _ items: [PlanItem], _ anchors: [GridRect], _ costs: PlanCosts,
        _ known: inout [Part: [Int: Int]]
    ) -> [Int: Int] {
        let inside = anchors.filter { $0.overlaps(rect) }
        if members.isEmpty { return inside == [rect] ? [0: 0] : [:] }
        var best: [Int: Int] = [:]
        func offer(_ lane: Int, _ cost: Int) { best[lane] = min(best[lane] ?? .max, cost) }
        if members.count == 1, inside.isEmpty {
            for fill in items[members[0]].allFills(columns: rect.width, rows: rect.height) {
                offer(fill.lane, costs.cost(of: fill, in: items[members[0]], columns: rect.width, pageColumns: 3))
            }
        }
        let butting = ButtingTable(costs, scale: 1).costs
        for share in 0..<(1 << members.count) {
            let one = members.indices.filter { share & (1 << $0) != 0 }.map { members[$0] }
            let other = members.indices.filter { share & (1 << $0) == 0 }.map { members[$0] }
            if other.contains(0), !one.isEmpty { continue }
            func inversions(_ weight: Int) -> Int {
                one.reduce(0) { sum, a in
                    sum + other.reduce(0) { $0 + max(0, items[$1].priority - items[a].priority) * weight }
                }
            }
            for row in rect.rows.dropFirst()
            where !inside.contains(where: { $0.rows.contains(row) && $0.rows.lowerBound < row }) {
                let upper = everyWay(
                    GridRect(columns: rect.columns, rows: rect.rows.lowerBound..<row), one, items, anchors, costs,
                    &known)
                guard !upper.isEmpty else { continue }
                let lower = everyWay(
                    GridRect(columns: rect.columns, rows: row..<rect.rows.upperBound), other, items, anchors, costs,
                    &known)
                guard let under = lower.values.min() else { continue }
                let isMiddle =
                    rect.width == grid.columns && !one.isEmpty && !other.isEmpty
                    && costs.middle.lowerBound * grid.rows <= row * 100
                    && row * 100 <= costs.middle.upperBound * grid.rows
                for (lane, cost) in upper {
                    offer(lane, cost + under + inversions(costs.inversionAbove) + (isMiddle ? costs.middleSeam : 0))
                }
            }
            for column in rect.columns.dropFirst()
            where !inside.contains(where: { $0.columns.contains(column) && $0.columns.lowerBound < column }) {
                let left = everyWay(
                    GridRect(columns: rect.columns.lowerBound..<column, rows: rect.rows), one, items, anchors,
                    costs, &known)
                guard !left.isEmpty else { continue }
                let right = everyWay(
                    GridRect(columns: column..<rect.columns.upperBound, rows: rect.rows), other, items, anchors,
                    costs, &known)
                for (a, leftCost) in left {
                    for (b, rightCost) in right {
                        offer(
                            a / 4 * 4 + b % 4,
                            leftCost + rightCost + Int(butting[a % 4 * 4 + b / 4]) + inversions(costs.inversionLeft)
                        )
                    }
                }
            }
        }
        return best
    }

    @Test(arguments: 0..<24) func equalsTryingEverything(seed: Int) {
        var random = Seeded(seed)
        let items = Self.items(2 + seed % 3, &random)
        let anchors: [GridRect] =
            switch seed % 4 {
            case 1: [GridRect(columns: 0..<3, rows: 0..<2)]
            case 2: [GridRect(columns: 2..<3, rows: 6..<9)]
            case 3: [GridRect(columns: 0..<2, rows: 0..<2), GridRect(columns: 1..<3, rows: 7..<9)]
            default: []
            }
        let costs = PlanCosts()
        let search = PageSearch(
            items: items, corners: items.map { _ in nil }, anchors: anchors, grid: Self.grid,
            pageColumns: 3, costs: costs)
        let page = GridRect(columns: 0..<3, rows: 0..<9)
        var known: [Part: [Int: Int]] = [:]
        let expected = Self.everyWay(page, Array(items.indices), items, anchors, costs, &known).values.min()
        let found = search.plans(PageSearch.Effort.thorough)
        #expect((found == nil) == (expected == nil))
        guard let found, let expected else { return }
        let draft = found.drafts[0]
        let priced = PricedItems(
            costs: items.map { item in
                (1...3).flatMap { columns in
                    (1...9).map { rows in
                        item.fill(columns: columns, rows: rows).map {
                            costs.cost(of: $0, in: item, columns: columns, pageColumns: 3)
                        }
                    }
                }
            }, isOptional: items.map { _ in false }, rows: 9, area: search.freeArea)
        #expect(draft.excess + priced.bound == expected)
        #expect(found.isProven)
        #expect(zip(found.drafts, found.drafts.dropFirst()).allSatisfy { $0.excess <= $1.excess }, "the best first")
    }

    @Test func cornersOfARow() {
        var costs = PlanCosts()
        (costs.butting, costs.buttingWithContrast) = (30, 6)
        let table = ButtingTable(costs, scale: 1)
        var left = Corners.unreachable, right = Corners.unreachable
        left[Corners.lane(left: .large, right: .large)] = 5
        left[Corners.lane(left: .large, right: .none)] = 25
        right[Corners.lane(left: .large, right: .small)] = 7
        right[Corners.lane(left: .small, right: .middle)] = 9
        let row = beside(table.meeting(left), right)
        #expect(row[Corners.lane(left: .large, right: .small)] == 32, "no head at the cut is cheaper than butting")
        #expect(row[Corners.lane(left: .large, right: .middle)] == 20, "heads of unlike size may meet")
        #expect(row.limited(to: 1_000).min() == 20)
    }
}
