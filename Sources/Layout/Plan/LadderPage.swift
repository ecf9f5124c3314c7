/// A page that stands, on its way to the page that the edition now wants. Rectangles are the planner's: with the row of
/// white below.
struct LadderPage {
    struct Member: Sendable {
        var subject: Placement.Subject
        /// 5 lead … 1 brief; nil for furniture and advertisements.
        var priority: Int?
        var isFiller = false
        var isBoxed = false
        var rect: GridRect
        /// Where it stood; nil when it is new on the page.
        var stood: GridRect?
        var setting: StorySetting?
        var fit: Placement.Fit?
        /// How it filled its place when it was planned: no reason to move anything while it is no worse.
        var before: Placement.Fit?
        /// Furniture, advertisements, and what a person has placed: it does not move.
        var isFixed = false
        var isPinned = false
        var isLocked = false
        /// Whether a person gave it its rectangle and left the setting to press.
        var isHandPlaced = false
        /// Whether a person asked for it to stand here among the others: cuts may move, but nothing is planned anew.
        var isOrdered = false
        /// Whether its story now forbids a rectangle of this width.
        var isBanned = false

        var name: String { subject.name }
        var inner: Int { setting?.innerColumns ?? rect.width }
        /// Whether its text finds room and leaves no more than two rows at the feet of its columns.
        var isFair: Bool {
            !isBanned && (fit.map { $0.overset == 0 && !$0.isTorn && $0.white <= 2 * inner } ?? true)
                || isAcceptable
        }
        /// How it fills its place as it is priced: as it was planned, while it stands as it stood and is off by no more than a row, by
        /// which the planner's estimate of paragraphs set longer may differ.
        var pricedFit: Placement.Fit? {
            guard let fit, let before, stood == rect, fit.overset == before.overset,
                abs(fit.white - before.white) <= 1
            else { return fit }
            return before
        }
        var isAcceptable: Bool { !isBanned && fit?.isAcceptable(inner: inner, before: before) ?? true }
    }

    let page: Int
    let grid: PageGrid
    let costs: PlanCosts
    var members: [Member]
    var fills: [String: StoryFills]
    var steps: [LadderStep] = []
    var known = KnownLines()
    /// Stories that had to leave the page.
    var expelled: [String] = []

    /// Text that is lost is worse than anything that moves.
    static let lostText = 1_000

    var whole: GridRect { GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows) }
    var tree: CutTree { CutTree(members.map(\.rect)) }

    func index(of name: String) -> Int? { index(of: .story(name)) }
    func index(of subject: Placement.Subject) -> Int? { members.firstIndex { $0.subject == subject } }

    mutating func fill(_ index: Int, in rect: GridRect) -> Fill? {
        fills[members[index].name]?.fill(columns: rect.width, rows: rect.height)
    }

    /// What a module costs in a rectangle, with what it costs that it moves; nil where it cannot stand there. One that
    /// stays and fits costs nothing.
    mutating func cost(_ index: Int, in rect: GridRect) -> Int? {
        let member = members[index]
        let moved = member.stood.map { $0 == rect ? 0 : costs.moved } ?? 0
        if member.subject == .briefs {
            // The head of a column of briefs goes with its column.
            let isSame = (rect.width, rect.height) == (member.rect.width, member.rect.height)
            return isSame ? moved : nil
        }
        guard !member.isFixed else { return rect == member.rect ? 0 : nil }
        if rect == member.rect, member.isAcceptable { return moved }
        guard let priority = member.priority, let fill = fill(index, in: rect) else { return nil }
        let lost = fill.overset > member.before?.overset ?? 0 ? Self.lostText : 0
        return fill.cost + costs.oversetCost(fill.overset) + lost + moved
            + costs.narrowness(priority: priority, columns: rect.width, pageColumns: grid.columns)
    }

    /// What the modules of a page cost each other: heads, cuts, priority.
    func relations() -> Int {
        let stories = members.filter { $0.priority != nil }.map(placed)
        let anchors = members.filter { $0.priority == nil }.map(\.rect)
        let cost = PageCost(stories, anchors: anchors, grid: grid, costs: costs)
        return cost.items.filter { !["stories", "overset", "narrow", "filler"].contains($0.name) }
            .reduce(0) { $0 + $1.cost }
    }

    /// The page's cost by name, with each story's own cost in its rectangle.
    mutating func cost() -> [CostItem] {
        let anchors = members.filter { $0.priority == nil }.map(\.rect)
        return PageCost(placedStories(), anchors: anchors, grid: grid, costs: costs).items
    }

    /// The stories as the page's cost sees them, priced.
    mutating func placedStories() -> [PlacedFill] {
        var stories: [PlacedFill] = []
        for member in members where member.priority != nil {
            var placed = placed(member)
            if let setting = member.setting, let fit = member.pricedFit {
                placed.fill.cost =
                    fills[member.name]?.price(
                        setting, fit, columns: member.rect.width, rows: member.rect.height) ?? 0
            }
            stories.append(placed)
        }
        return stories
    }
}

extension LadderPage {
    /// A story as the page's cost sees it.
    fileprivate func placed(_ member: Member) -> PlacedFill {
        let setting = member.setting ?? StorySetting(head: HeadSetting(size: .points(1), lines: 1), innerColumns: 1)
        let fill = Fill(
            setting: setting, cost: 0, fit: member.fit ?? .init(white: 0, overset: 0), isBoxed: member.isBoxed,
            kickerLines: fills[member.name]?.story.kickerLines(setting, columns: member.rect.width, on: grid) ?? 0,
            pitch: grid.pitch)
        return PlacedFill(
            item: PlanItem(name: member.name, priority: member.priority ?? 1, isFiller: member.isFiller, fills: []),
            fill: fill, rect: member.rect)
    }
}

extension PlanCosts {
    /// What it costs that a story of so high a rank is so narrow.
    func narrowness(priority: Int, columns: Int, pageColumns: Int) -> Int {
        narrowness(
            of: PlanItem(name: "", priority: priority, fills: []), columns: columns, pageColumns: pageColumns)
    }
}
