import Testing

@testable import Layout

/// What makes a page right, on pages of invented stories.
@Suite struct PlanPageTests {
    /// Half a broadsheet: large enough to be like a page, small enough to plan hundreds of.
    static let grid = PageGrid(
        columns: 6, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 60)

    static func rect(_ column: Int, _ row: Int, _ columns: Int, _ rows: Int) -> GridRect {
        GridRect(columns: column..<column + columns, rows: row..<row + rows)
    }

    /// Furniture and advertisements as they are sold.
    static func anchors(_ kind: Int, on grid: PageGrid = grid) -> [Placement] {
        let (columns, rows, half) = (grid.columns, grid.rows, grid.columns / 2)
        let head = Placement(.pageHead, in: rect(0, 0, columns, 3))
        let nameplate = Placement(.nameplate, in: rect(0, 0, half, 9))
        func sold(_ name: String, _ column: Int, _ row: Int, _ columns: Int, _ rows: Int) -> Placement {
            Placement(.advertisement(name), in: rect(column, row, columns, rows))
        }
        let corner = sold("corner", half, rows - 15, columns - half, 15)
        return switch kind % 7 {
        case 0: []
        case 1: [head]
        case 2: [nameplate, sold("ear", half, 0, columns - half, 9)]
        case 3: [head, corner]
        case 4: [nameplate, sold("foot", 0, rows - 12, columns, 12)]
        case 5: [head, sold("small", 0, rows - 16, 2, 16)]
        default: [head, corner, Placement(.colophon, in: rect(0, rows - 2, half, 2))]
        }
    }

    /// Fillings come in the order of their own costs; what text without room costs the page may turn that order.
    @Test func aDearerFillingMayCostThePageLess() {
        var grid = Self.grid
        (grid.columns, grid.rows) = (3, 20)
        let items = (0..<3).map { number -> PlanItem in
            let corners = Fill.CornerHeads(left: true, right: true)
            func fill(_ cost: Int, overset: Int) -> Fill {
                let head = HeadSetting(size: .points(24), lines: 1)
                return Fill(
                    setting: StorySetting(head: head, innerColumns: 1), cost: cost, overset: overset,
                    cornerHeads: corners)
            }
            func table<Cell>(_ cell: Cell) -> [[Cell]] {
                Array(repeating: Array(repeating: cell, count: 20), count: 3)
            }
            return PlanItem(
                name: "s\(number)", priority: 3, fills: table(fill(100, overset: 40)),
                alternatives: table([fill(160, overset: 0)]))
        }
        let plan = planPage(items, in: PageFrame(page: 2, anchors: []), on: grid).output
        #expect(plan.modules.count == 3 && plan.modules.allSatisfy { $0.fit?.overset == 0 }, "\(dummy(of: plan))")
    }

    @Test(arguments: 0..<20) func pagesAreTiledExactly(tens: Int) {
        var grid = Self.grid
        (grid.columns, grid.rows) = (5, 44)
        for seed in tens * 10..<tens * 10 + 10 {
            let frame = PageFrame(page: 2, anchors: Self.anchors(seed, on: grid))
            let count = 2 + (seed % 20 == 0 ? 4 : seed % 4)
            let percent = [100, 97, 85, 108][seed / 7 % 4]
            let items = PlanSamples.random(
                count, area: frame.freeArea(on: grid), percent: percent, seed: seed, grid: grid
            ).map { $0.item(on: grid) }
            let plan = planPage(items, in: frame, on: grid)
            let drawn: Comment = "seed \(seed)\n\(dummy(of: plan.output))"
            #expect(check(plan.output, against: items, frame: frame, on: grid) == [], drawn)
            // An ear that suits none of the stories may stay empty; and a page that is short is closed: one rectangle is white.
            let open = PageClosingTests.open(plan.output)
            let ear = open.filter { $0.row < 9 }
            #expect(ear.isEmpty || seed % 7 == 4 && ear.count == 3 * 9, drawn)
            let white = open.filter { $0.row >= 9 }
            let columns = Set(white.map(\.column)).count, rows = Set(white.map(\.row)).count
            #expect(white.count == columns * rows && (white.isEmpty || percent == 85 && rows >= 5), drawn)
            // Pages that are far from right are planned in coarser units.
            #expect(plan.output.isProven || plan.output.cost.reduce(0) { $0 + $1.cost } > 2_000, drawn)
            #expect(plan.diagnostics.allSatisfy { $0.code == .pageOverfull }, drawn)
        }
    }

    @Test func theLeadStandsTopLeft() {
        for seed in 0..<5 {
            let frame = PageFrame(page: 2, anchors: Self.anchors(1))
            let items = PlanSamples.random(
                6, area: frame.freeArea(on: Self.grid), seed: seed, grid: Self.grid
            ).map { $0.item(on: Self.grid) }
            let plan = planPage(items.reversed(), in: frame, on: Self.grid).output
            let lead = plan.modules.first { $0.subject == .story(items[0].name) }!
            #expect((lead.rect.columns.lowerBound, lead.rect.rows.lowerBound) == (0, 3), "\(dummy(of: plan))")
        }
    }

    @Test func theSameCopyGivesTheSamePlan() {
        let frame = PageFrame(page: 1, anchors: Self.anchors(6))
        let items = PlanSamples.random(
            6, area: frame.freeArea(on: Self.grid), seed: 3, grid: Self.grid
        ).map { $0.item(on: Self.grid) }
        let plans = (0..<3).map { _ in planPage(items, in: frame, on: Self.grid).output }
        #expect(plans[0] == plans[1] && plans[1] == plans[2])
    }

    /// A story that fits one size of rectangle, for 0, with a head; and, dearer, without a head in its corners.
    static func block(_ name: String, _ priority: Int, _ columns: Int, _ rows: Int, withoutHead: Int? = nil)
        -> PlanItem
    {
        var fills: [[Fill?]] = Array(repeating: Array(repeating: nil, count: 60), count: 6)
        var others: [[[Fill]]] = Array(repeating: Array(repeating: [], count: 60), count: 6)
        func fill(_ cost: Int, _ heads: Bool) -> Fill {
            Fill(
                setting: StorySetting(head: HeadSetting(size: .points(20), lines: 1), innerColumns: columns),
                cost: cost,
                cornerHeads: .init(left: heads, right: heads))
        }
        fills[columns - 1][rows - 1] = fill(0, true)
        if let withoutHead { others[columns - 1][rows - 1] = [fill(withoutHead, false)] }
        return PlanItem(name: name, priority: priority, fills: fills, alternatives: others)
    }

    @Test func headsDoNotButtWhereAPictureCanPartThem() {
        let two = [Self.block("a", 4, 3, 60), Self.block("b", 3, 3, 60, withoutHead: 7)]
        let plan = planPage(two, in: PageFrame(page: 1), on: Self.grid).output
        #expect(!plan.cost.contains { $0.name == "butting" })
        // Where nothing else will do, they butt, and that is said.
        let plain = [Self.block("a", 4, 3, 60), Self.block("b", 3, 3, 60)]
        #expect(
            planPage(plain, in: PageFrame(page: 1), on: Self.grid).output.cost.contains(
                CostItem(name: "butting", cost: PlanCosts().butting)))
    }

    @Test func pinsHold() {
        let frame = PageFrame(page: 2, anchors: Self.anchors(1))
        for corner in Advertisement.Corner.allCases {
            var items = PlanSamples.random(
                5, area: frame.freeArea(on: Self.grid), seed: 8, grid: Self.grid
            ).map { $0.item(on: Self.grid) }
            items[3].pin = .corner(corner)
            let plan = planPage(items, in: frame, on: Self.grid)
            let rect = plan.output.modules.first { $0.subject == .story(items[3].name) }!.rect
            let free = Self.rect(0, 3, 6, 57)
            let wanted = free.corner(corner, columns: rect.width, rows: rect.height)
            let drawn: Comment = "\(corner)\n\(dummy(of: plan.output))"
            switch corner {
            case .top, .bottom: #expect(rect.rows == wanted.rows, drawn)
            default: #expect(rect == wanted, drawn)
            }
            #expect(plan.diagnostics.allSatisfy { $0.code == .pageOverfull }, drawn)
        }
        var items = PlanSamples.random(
            5, area: frame.freeArea(on: Self.grid), seed: 9, grid: Self.grid
        ).map { $0.item(on: Self.grid) }
        items[2].pin = .rectangle(page: 2, columns: 5...6, rows: 31...60)
        let plan = planPage(items, in: frame, on: Self.grid)
        #expect(check(plan.output, against: items, frame: frame, on: Self.grid) == [], "\(dummy(of: plan.output))")
        let pinned = plan.output.modules.first { $0.subject == .story(items[2].name) }!
        #expect(pinned.rect == Self.rect(4, 30, 2, 30))
        #expect(pinned.isPinned)
    }

    @Test func pinsThatCannotHoldAreReported() {
        var items = [Self.block("a", 5, 6, 30), Self.block("b", 3, 6, 30)]
        items[1].pin = .rectangle(page: nil, columns: 1...6, rows: 40...70)
        let outside = planPage(items, in: PageFrame(page: 1), on: Self.grid)
        #expect(outside.diagnostics.map(\.code) == [.pinUnmet])
        #expect(outside.output.modules.map(\.rect) == [Self.rect(0, 0, 6, 30), Self.rect(0, 30, 6, 30)])
        items[1].pin = .corner(.topLeft)
        items[0].pin = .corner(.top)
        let both = planPage(items, in: PageFrame(page: 1), on: Self.grid)
        #expect(both.output.modules.count == 2)
        #expect(both.diagnostics.map(\.code) == [.pinUnmet, .pinUnmet])
    }

    @Test func aPageWithoutEnoughCopyIsStillPlanned() {
        // Too little for any tiling: one story of a third of the page.
        let short = planPage([Self.block("a", 4, 6, 20)], in: PageFrame(page: 3), on: Self.grid)
        #expect(short.output.modules.map(\.rect) == [Self.rect(0, 0, 6, 20)])
        #expect(short.diagnostics.isEmpty)
        // None at all.
        let empty = planPage([], in: PageFrame(page: 4), on: Self.grid)
        #expect(empty.output.modules.isEmpty)
        #expect(empty.diagnostics.isEmpty)
        // Too much for the page: the least story is left out, and that is said.
        let full = planPage(
            [Self.block("a", 4, 6, 40), Self.block("b", 3, 6, 20), Self.block("c", 1, 6, 20)],
            in: PageFrame(page: 5), on: Self.grid)
        #expect(full.output.modules.map(\.subject) == [.story("a"), .story("b")])
        #expect(full.diagnostics.map(\.code) == [.storyUnplaced, .pageOverfull])
        #expect(full.diagnostics[1].message.en == "page 5 has 120 lines of copy too many (about 1560 characters)")
        #expect(full.diagnostics[1].hint?.en == "cut about 1560 from “c”")
        let none = planPage([PlanItem(name: "x", priority: 3, fills: [])], in: PageFrame(page: 6), on: Self.grid)
        #expect(none.diagnostics.map(\.code) == [.storyUnplaced])
    }

    @Test func anchorsThatNoCutPartsMayStand() {
        let frame = PageFrame(
            page: 1,
            anchors: [
                Placement(.advertisement("a"), in: Self.rect(0, 0, 4, 20)),
                Placement(.advertisement("b"), in: Self.rect(4, 0, 2, 40)),
                Placement(.advertisement("c"), in: Self.rect(2, 40, 4, 20)),
                Placement(.advertisement("d"), in: Self.rect(0, 20, 2, 40)),
            ])
        let items = [Self.block("x", 3, 2, 20)]
        let plan = planPage(items, in: frame, on: Self.grid)
        #expect(check(plan.output, against: items, frame: frame, on: Self.grid) == [], "\(dummy(of: plan.output))")
        #expect(plan.diagnostics.isEmpty)
    }

    @Test func storiesStandRoundAnAnchorInTheMiddle() {
        let frame = PageFrame(page: 1, anchors: [Placement(.advertisement("middle"), in: Self.rect(2, 20, 2, 20))])
        let items = [
            Self.block("a", 5, 6, 20), Self.block("b", 4, 2, 20), Self.block("c", 3, 2, 20),
            Self.block("d", 2, 6, 20),
        ]
        let plan = planPage(items, in: frame, on: Self.grid)
        #expect(plan.output.modules.map(\.subject.name) == ["a", "b", "ad:middle", "c", "d"])
        // Stories that could only make a pinwheel, which is no guillotine tiling: what fits is placed, the rest reported.
        let wheel = [
            Self.block("a", 5, 4, 20), Self.block("b", 4, 2, 40), Self.block("c", 3, 4, 20),
            Self.block("d", 2, 2, 40),
        ]
        let most = planPage(wheel, in: frame, on: Self.grid)
        #expect(most.output.modules.count == 4, "\(dummy(of: most.output))")
        #expect(most.diagnostics.map(\.code) == [.storyUnplaced, .pageOverfull])
    }

    @Test func fillersFillHolesOnly() {
        var filler = Self.block("filler", 1, 6, 10)
        filler.isFiller = true
        let hole = planPage([Self.block("a", 4, 6, 50), filler], in: PageFrame(page: 1), on: Self.grid)
        #expect(hole.output.modules.map(\.subject) == [.story("a"), .story("filler")])
        let none = planPage([Self.block("a", 4, 6, 60), filler], in: PageFrame(page: 1), on: Self.grid)
        #expect(none.output.modules.map(\.subject) == [.story("a")])
        #expect(none.diagnostics.isEmpty)
    }

    @Test func manyStoriesAreGrouped() {
        #expect(pageGroups(count: 11, free: 1, places: 11) == [])
        #expect(pageGroups(count: 12, free: 1, places: 11) == [10..<12])
        for count in 12...80 {
            let groups = pageGroups(count: count, free: 3, places: 10)
            let single = count - groups.reduce(0) { $0 + $1.count }
            #expect(single >= 3 && single + groups.count <= 10)
            #expect(groups.allSatisfy { (2...11).contains($0.count) } && groups.last?.upperBound == count)
        }
        let stories = PlanSamples.random(14, area: 360, seed: 1, grid: Self.grid).map { $0.item(on: Self.grid) }
        let plan = planPage(stories, in: PageFrame(page: 1), on: Self.grid)
        #expect(check(plan.output, against: stories, frame: PageFrame(page: 1), on: Self.grid) == [])
        #expect(plan.output.modules.reduce(0) { $0 + $1.rect.area } == 360, "\(dummy(of: plan.output))")
    }
}
