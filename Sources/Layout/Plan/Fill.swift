/// The cheapest way in which one story fills one rectangle.
public struct Fill: Hashable, Sendable {
    public var setting: StorySetting
    /// In tenths of a column-line of white: see `PlanCosts`.
    public var cost: Int
    /// Lines that find no room; 0 when everything is set.
    public var overset: Int
    /// Column-lines of white left at the end of the text.
    public var white: Int
    /// The head that stands at each top corner of the rectangle, or nil when something else stands there
    /// (a picture, a box's frame, a vertical head): two heads that meet at one height butt (碰题).
    public var cornerHeads: CornerHeads
    /// The rows of a head that stands across the rectangle under a picture, from the rectangle's top.
    public var lowHead: Range<Int>?
    /// Whether its reader sees white at its foot: a hole, or columns that end more than a row apart, where they cost anything.
    var isRagged = false
    /// With legs of another measure: what it costs to fill the rectangle without; nil: it cannot be filled so.
    var costWithoutLegs: Int?
    /// Whether a column ends where none may: see `ColumnFlow.isTorn`.
    var isTorn = false
    /// The height of the kicker over the main line of a head that its neighbours see.
    var kicker = Length.zero

    public init(
        setting: StorySetting, cost: Int, overset: Int = 0, white: Int = 0, cornerHeads: CornerHeads
    ) {
        self.setting = setting
        self.cost = cost
        self.overset = overset
        self.white = white
        self.cornerHeads = cornerHeads
    }

    public struct CornerHeads: Hashable, Sendable {
        public var left: Bool
        public var right: Bool
        public init(left: Bool, right: Bool) {
            self.left = left
            self.right = right
        }
    }
}

/// One story as the planner sees it: how it fills every rectangle that it may take.
public struct PlanItem: Sendable {
    public var name: String
    /// 5 lead … 1 brief.
    public var priority: Int
    public var isFiller: Bool
    public var pin: Story.Pin?
    /// `fills[columns - 1][rows - 1]`; nil where the story cannot stand: too narrow, too low, a span not allowed.
    /// A rectangle that is too small or too large is not nil: its cost says so.
    public var fills: [[Fill?]]
    /// Other ways to fill the same rectangles, each dearer than `fills` but with fewer heads in the top corners (a picture
    /// over the head, a vertical head, a box), so that two stories can stand side by side without butting heads.
    /// As `fills`, or empty.
    public var alternatives: [[[Fill]]]
    /// 1-based; nil: the planner decides.
    public var page: Int?
    /// The pages of its section, 1-based; empty: it belongs to none.
    var sectionPages: [Int] = []
    /// Where messages about the story point.
    public var place: SourcePlace?
    /// The briefs of a column of them.
    var parts: [PlanItem] = []
    /// Whether it leads its page.
    var isLead = false
    /// By columns and rows: every way to fill a rectangle, however dear; nil where the table is all that is known.
    var further: (@Sendable (_ columns: Int, _ rows: Int) -> [Fill])?

    public init(
        name: String, priority: Int, isFiller: Bool = false, pin: Story.Pin? = nil, fills: [[Fill?]],
        alternatives: [[[Fill]]] = [], page: Int? = nil, place: SourcePlace? = nil
    ) {
        self.name = name
        self.priority = priority
        self.isFiller = isFiller
        self.pin = pin
        self.fills = fills
        self.alternatives = alternatives
        self.page = page
        self.place = place
    }

    public func fill(columns: Int, rows: Int) -> Fill? {
        guard columns >= 1, columns <= fills.count, rows >= 1, rows <= fills[columns - 1].count else { return nil }
        return fills[columns - 1][rows - 1]
    }

    /// Every known way to fill a rectangle, the cheapest first.
    public func allFills(columns: Int, rows: Int) -> [Fill] {
        guard let first = fill(columns: columns, rows: rows) else { return [] }
        guard columns <= alternatives.count, rows <= alternatives[columns - 1].count else { return [first] }
        return [first] + alternatives[columns - 1][rows - 1]
    }

    /// Every way to fill a rectangle, those too that are dearer than the table holds: for a page that has a fault.
    func everyFill(columns: Int, rows: Int) -> [Fill] {
        allFills(columns: columns, rows: rows) + (further?(columns, rows) ?? [])
    }

    /// The column-rows that the story wants: the smallest of the rectangles that suit it as well as any.
    public var naturalArea: Int {
        var best = Int.max
        var area = 0
        for (column, byRows) in fills.enumerated() {
            for (row, fill) in byRows.enumerated() {
                guard let fill else { continue }
                let size = (column + 1) * (row + 1)
                if fill.cost < best || (fill.cost == best && size < area) { (best, area) = (fill.cost, size) }
            }
        }
        return area
    }

    /// The smallest rectangle that the story can take at all.
    var leastArea: Int {
        var least = Int.max
        for (column, byRows) in fills.enumerated() {
            if let row = byRows.firstIndex(where: { $0 != nil }) { least = min(least, (column + 1) * (row + 1)) }
        }
        return least
    }
}
