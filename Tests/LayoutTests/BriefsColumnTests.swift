import Testing

@testable import Layout

/// 简讯: a column of briefs beside its neighbours.
@Suite struct BriefsColumnTests {
    static let grid = PageGrid(
        columns: 6, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 60)

    /// A brief of one column with a head of 15 pt, two rows, that may have any height of a range: the first for nothing.
    static func brief(_ name: String, _ rows: ClosedRange<Int>) -> PlanItem {
        var fills: [[Fill?]] = Array(repeating: Array(repeating: nil, count: 60), count: 6)
        for height in rows {
            fills[0][height - 1] = Fill(
                setting: StorySetting(head: HeadSetting(size: .points(15), lines: 1), innerColumns: 1),
                cost: (height - rows.lowerBound) * 10, cornerHeads: .init(left: true, right: true))
        }
        return PlanItem(name: name, priority: 1, fills: fills)
    }

    private func tops(_ briefs: [PlanItem], rows: Int, beside heads: [Range<Int>]) -> (tops: [Int], cost: Int) {
        let item = BriefsColumn.item(of: briefs, on: Self.grid)
        let rect = GridRect(columns: 2..<3, rows: 0..<rows)
        let column = PlacedFill(item: item, fill: item.fill(columns: 1, rows: rows)!, rect: rect)
        let neighbours = heads.map { StandingHead(rows: $0, size: Length.points(16).scaled) }
        let arranged = BriefsColumn.arranged(column, beside: neighbours, on: Self.grid, costs: PlanCosts())
        return (arranged.briefs.map(\.rect.rows.lowerBound), arranged.fill.cost)
    }

    @Test func headsGoOutOfTheWayOfNeighbours() {
        let briefs = [Self.brief("a", 8...10), Self.brief("b", 8...10)]
        // Three rows of head, eight and ten of briefs.
        #expect(
            tops(briefs, rows: 21, beside: []).tops == [3, 11]
                || tops(briefs, rows: 21, beside: []).tops == [3, 13])
        #expect(tops(briefs, rows: 21, beside: [11..<13]).tops == [3, 13])
        #expect(tops(briefs, rows: 21, beside: [13..<15]).tops == [3, 11])
    }

    /// Where heights leave no choice, the order does.
    @Test func briefsOfOneRankChangeTheirOrder() {
        let briefs = [Self.brief("a", 8...8), Self.brief("b", 11...11)]
        #expect(tops(briefs, rows: 22, beside: []).tops == [3, 11])
        #expect(tops(briefs, rows: 22, beside: [11..<13]).tops == [3, 14])
        var ranked = briefs
        ranked[0].priority = 2
        #expect(tops(ranked, rows: 22, beside: [11..<13]).tops == [3, 11])
    }

    /// A column is one thing: its heads are of one size where that costs little, else each of the one that suits it.
    @Test(arguments: [(10, [14, 14]), (60, [14, 16])]) func headsOfOneSize(dearer: Int, sizes: [Int]) {
        func brief(_ name: String, _ costs: [Int: Int]) -> PlanItem {
            var brief = Self.brief(name, 8...8)
            let fills = costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { size, cost in
                Fill(
                    setting: StorySetting(head: HeadSetting(size: .points(size), lines: 1), innerColumns: 1),
                    cost: cost, cornerHeads: .init(left: true, right: true))
            }
            brief.fills[0][7] = fills[0]
            brief.alternatives = brief.fills.map { $0.map { _ in [] } }
            brief.alternatives[0][7] = Array(fills.dropFirst())
            return brief
        }
        let item = BriefsColumn.item(
            of: [brief("a", [14: 0]), brief("b", [14: dearer, 16: 0])], on: Self.grid)
        let rect = GridRect(columns: 2..<3, rows: 0..<19)
        let column = BriefsColumn.arranged(
            PlacedFill(item: item, fill: item.fill(columns: 1, rows: 19)!, rect: rect), beside: [], on: Self.grid,
            costs: PlanCosts())
        #expect(column.briefs.map(\.fill.setting.head.size) == sizes.map { .points($0) })
    }

    @Test func theColumnCostsWhatItsBriefsCost() {
        #expect(tops([Self.brief("a", 8...10), Self.brief("b", 8...10)], rows: 21, beside: [11..<13]).cost == 20)
    }

    /// A page sees the heads in the column.
    @Test func aColumnsHeadsButtWithItsNeighbours() {
        let item = BriefsColumn.item(of: [Self.brief("a", 10...10), Self.brief("b", 10...10)], on: Self.grid)
        let rect = GridRect(columns: 2..<3, rows: 0..<23)
        let column = BriefsColumn.arranged(
            PlacedFill(item: item, fill: item.fill(columns: 1, rows: 23)!, rect: rect), beside: [], on: Self.grid,
            costs: PlanCosts())
        let other = PlanCheckTests.placed("beside", GridRect(columns: 3..<5, rows: 13..<30), size: 16)
        let costs = PlanCosts()
        #expect(PageCost.butting(column, other, Self.grid, costs) == costs.butting)
        let lower = PlanCheckTests.placed("beside", GridRect(columns: 3..<5, rows: 16..<30), size: 16)
        #expect(PageCost.butting(column, lower, Self.grid, costs) == 0)
    }
}
