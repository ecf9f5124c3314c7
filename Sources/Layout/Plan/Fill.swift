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

    public init(name: String, priority: Int, isFiller: Bool = false, pin: Story.Pin? = nil, fills: [[Fill?]]) {
        self.name = name
        self.priority = priority
        self.isFiller = isFiller
        self.pin = pin
        self.fills = fills
    }

    public func fill(columns: Int, rows: Int) -> Fill? {
        guard columns >= 1, columns <= fills.count, rows >= 1, rows <= fills[columns - 1].count else { return nil }
        return fills[columns - 1][rows - 1]
    }
}
