import Testing

@testable import Layout

@Suite struct PlanCheckTests {
    static let grid = PageGrid(
        columns: 4, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 24)
    static let frame = PageFrame(
        page: 1, anchors: [Placement(.nameplate, in: GridRect(columns: 0..<4, rows: 0..<4))])
    static let plan = PagePlan(
        page: 1, columns: 4, rows: 24,
        modules: [
            Placement(.nameplate, in: GridRect(columns: 0..<4, rows: 0..<4)),
            Placement(
                .story("01-lead"), in: GridRect(columns: 0..<3, rows: 4..<24),
                setting: StorySetting(
                    head: HeadSetting(size: .points(45, 2), lines: 2),
                    pictures: [PictureSetting(picture: 0, columns: 1..<3, rows: 0..<9)], innerColumns: 2,
                    extraRows: 1),
                fit: .init(white: 1, overset: 0)),
            Placement(
                .story("天气"), in: GridRect(columns: 3..<4, rows: 4..<24),
                setting: StorySetting(
                    head: HeadSetting(size: .points(16), lines: 1, direction: .vertical), innerColumns: 1),
                isPinned: true),
        ],
        cost: [CostItem(name: "stories", cost: 12), CostItem(name: "priority", cost: 4)], isProven: true, gap: 0)

    @Test func theDummyIsDrawn() {
        #expect(
            dummy(of: Self.plan, columnWidth: 5) == """
                ┌───────────────────┐
                ├──────────────┬────┤
                │ 01-lead      │ 天 │
                │ 3×20 22pt×2  │ 气 │
                │ -1           │ 1× │
                │              │    │
                └──────────────┴────┘

                """)
    }

    @Test func plansAreChecked() {
        func item(_ name: String) -> PlanItem { PlanItem(name: name, priority: 3, fills: []) }
        let items = [item("01-lead"), item("天气")]
        func codes(_ plan: PagePlan, _ items: [PlanItem]) -> [DiagnosticCode] {
            check(plan, against: items, frame: Self.frame, on: Self.grid).map(\.code)
        }
        #expect(codes(Self.plan, items) == [])
        var plan = Self.plan
        plan.modules[2].rect = GridRect(columns: 2..<4, rows: 4..<24)
        #expect(codes(plan, items) == [.planOverlap])
        plan.modules[2].rect = GridRect(columns: 3..<5, rows: 4..<24)
        #expect(codes(plan, items) == [.planInvalid])
        plan.modules[2] = plan.modules[1]
        #expect(codes(plan, items) == [.planInvalid, .storyUnplaced])
        plan.modules.removeLast()
        #expect(codes(plan, items) == [.storyUnplaced])
        #expect(codes(Self.plan, [items[0]]) == [.planInvalid], "a story of no edition")
        plan = Self.plan
        plan.modules[0].rect = GridRect(columns: 0..<4, rows: 0..<3)
        #expect(codes(plan, items) == [.planInvalid], "furniture that was moved")
        plan.modules.removeFirst()
        #expect(codes(plan, items) == [.planInvalid])
        plan.rows = 30
        #expect(codes(plan, items) == [.planInvalid, .planInvalid])
        #expect(
            check([Self.plan], against: items + [item("lost")], frames: [Self.frame], on: Self.grid).map(\.code)
                == [.storyUnplaced])
    }

    @Test func cutsAreFoundAgain() {
        func tree(_ rects: [(Int, Int, Int, Int)]) -> String {
            let names = rects.indices.map { String(UnicodeScalar(UInt8(97 + $0))) }
            return CutTree(rects.map { PlanPageTests.rect($0.0, $0.1, $0.2, $0.3) }).text(names)
        }
        #expect(tree([(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]) == "a / (b | (c / d))")
        #expect(tree([(0, 0, 2, 1), (2, 0, 1, 2), (1, 2, 2, 1), (0, 1, 1, 2)]) == "[a, b, c, d]")
        #expect(tree([]) == "[]")
    }

    @Test func crossingsAndJogsAreSeen() {
        let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map { PlanPageTests.rect($0.0, $0.1, 1, 1) }
        #expect(PageCost.crossings(four) == 1)
        #expect(PageCost.crossings(Array(four.dropLast())) == 0)
        let steps = [(0, 10), (1, 11), (2, 14), (3, 14)].map { PlanPageTests.rect($0.0, $0.1, 1, 9) }
        #expect(PageCost.jogs(steps) == 1)
    }

    /// A story with a head of two lines of 20 pt, four rows.
    static func placed(_ name: String, _ rect: GridRect, size: Int = 20) -> PlacedFill {
        let fill = Fill(
            setting: StorySetting(head: HeadSetting(size: .points(size), lines: 2), innerColumns: rect.width),
            cost: 0, cornerHeads: .init(left: true, right: true))
        return PlacedFill(item: PlanItem(name: name, priority: 1, fills: [[fill]]), fill: fill, rect: rect)
    }

    /// What butts is the main line: a head that begins higher stands under its kicker level with its neighbour's, and one under
    /// which the kicker of a lower neighbour begins is clear of it.
    @Test func aKickerPutsItsHeadLower() {
        let costs = PlanCosts()
        func butting(_ tops: (Int, Int), kicker: Int) -> Int {
            var left = Self.placed("left", GridRect(columns: 0..<2, rows: tops.0..<tops.0 + 9))
            left.fill.kicker = Self.grid.pitch * kicker
            let right = Self.placed("right", GridRect(columns: 2..<4, rows: tops.1..<tops.1 + 9))
            return PageCost.butting([left, right], Self.grid, costs)
        }
        let near = costs.butting * costs.nearButting / 100
        #expect(butting((0, 4), kicker: 0) == 0)
        #expect(butting((0, 4), kicker: 3) == near)
        #expect(butting((0, 3), kicker: 3) == costs.butting)
        #expect(butting((0, 7), kicker: 3) == 0)
        #expect(butting((2, 0), kicker: 0) == near)
        #expect(butting((2, 0), kicker: 3) == 0)
        #expect(butting((0, 0), kicker: 5) == costs.butting, "they begin at one height")
    }

    @Test func neighboursThatMeetByChanceAreSeen() {
        func costs(_ tops: [Int], sizes: [Int] = [20, 20]) -> [String: Int] {
            var stories: [PlacedFill] = []
            for (column, top) in tops.enumerated() {
                let columns = column * 2..<column * 2 + 2
                stories.append(
                    Self.placed("upper \(column)", GridRect(columns: columns, rows: 0..<top), size: 9 + 20 * column)
                )
                stories.append(
                    Self.placed("lower \(column)", GridRect(columns: columns, rows: top..<24), size: sizes[column]))
            }
            var weights = PlanCosts()
            (weights.butting, weights.outshone) = (25, 0)
            let cost = PageCost(stories, anchors: [], grid: Self.grid, costs: weights)
            return Dictionary(uniqueKeysWithValues: cost.items.map { ($0.name, $0.cost) })
        }
        // The upper heads differ enough in size to stand side by side.
        #expect(costs([12, 12]) == ["butting": 10 + 25, "seam": 60, "crossing": 15])
        #expect(costs([12, 12], sizes: [20, 36]) == ["butting": 10 + 10, "seam": 60, "crossing": 15])
        // A row apart is no better than none: the heads still butt, and the seam is still seen.
        #expect(costs([12, 13]) == ["butting": 10 + 15, "seam": 60, "jog": 4])
        // Below the other's head.
        #expect(costs([12, 17]) == ["butting": 10])
    }
}
