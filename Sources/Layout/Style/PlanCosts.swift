/// What makes a page worse, by name: 10 is one column-line of white. The paper may set the prices (`costs:`), not what they are
/// measured against: `contrast`, `middle`, `wantedColumns`.
///
/// What one story does in its own rectangle (white, head fill, crop, aspect, leg depth) is in its `Fill.cost`;
/// here is what stories do to each other and to the page.
public struct PlanCosts: Hashable, Sendable {
    /// 碰题: two heads side by side at one height.
    public var butting = 250
    /// The same, where one head is so much larger that, with a rule between, they read as two.
    public var buttingWithContrast = 10
    /// Heads side by side that do not begin at one height but overlap, in hundredths of butting.
    public var nearButting = 60
    /// How much larger, as a ratio of point sizes.
    public var contrast = Fraction(3, 2)
    /// For each step of priority that a story has above one that stands over it.
    public var inversionAbove = 2
    /// For each step of priority that a story has above one that stands to its left.
    public var inversionLeft = 1
    /// 断版: a straight horizontal seam over the whole width in the middle of the page.
    public var middleSeam = 60
    /// The middle of the page, in hundredths of its height.
    public var middle = 40...60
    /// Neighbours that begin a row or two apart: they look as if they were meant to begin at one height.
    public var jog = 4
    /// Four modules that meet in one point.
    public var crossing = 15
    /// A head larger than the lead's.
    public var outshone = 160
    /// A head as large as the lead's.
    public var equalled = 150
    /// Frames (围框) that the planner adds beyond one on a page, or one for each six stories: for each square of those.
    public var frames = 20
    /// A filler that is used.
    public var filler = 3
    /// Overset costs more the more one story is cut: this for each square of ten lines over, beside `Fill.cost`.
    /// Without it a line cut here is as good as a line cut there, and one story would bear it all.
    public var oversetSquared = 25
    /// A story narrower than its rank asks for: for each square of columns, so that a lead in a corner of two columns is
    /// not bought with a few lines of white.
    public var narrow = 5
    /// The columns that a story of priority 1…5 asks for, on a page of eight.
    public var wantedColumns = [1, 1, 2, 3, 5]
    /// Space that no story can take, a column-line: more than white inside a story, which can be spread.
    public var blank = 30
    /// The list of contents in the ear beside the nameplate: it stands only where the page is better for it by so much.
    public var contents = 100
    /// White that is gathered at the foot of a page which is short of copy, a column-line: stories grow while that costs less.
    public var closing = 8
    /// A module that does not stand where it stood in the plan before, when a page is planned anew.
    public var moved = 60
    /// That any text of a story finds no room, beside what it costs by itself: when a page is planned once more.
    var lostText = 0
    /// That a story leaves a hole or ends unevenly, beside what it costs by itself: when a page is planned once more.
    var ragged = 0
    /// A line of white in a story, beside what it costs by itself: when a page is planned once more.
    var paleLine = 0
    /// A story on a page of another section than its own: it goes there only from a page that is over by some sixty
    /// column-lines.
    public var offSection = 1_200

    public init() {}

    /// Whether a cut lies in the middle of a page: the row of white over it, or one of that row's edges.
    /// - Parameters:
    ///   - row: the first row under the cut.
    ///   - rows: of the planner's grid, which has one more than the type area.
    func isInMiddle(_ row: Int, of rows: Int) -> Bool {
        let area = rows - 1
        return row * 100 >= middle.lowerBound * area && (row - 1) * 100 <= middle.upperBound * area
    }

    /// The same with faults that no page should have at a price at which a page has them only where nothing else is
    /// possible: heads that butt, heads larger than the lead's, white that is seen or that comes to much. Text that finds no room comes
    /// before them.
    var strict: PlanCosts {
        var costs = self
        costs.butting = min(butting * 8, 4_000)
        costs.nearButting = nearButting > 0 ? 100 : 0
        costs.outshone = min(outshone * 12, 4_000)
        costs.lostText = 1_000
        costs.ragged = 1_000
        costs.paleLine = 40
        return costs
    }
}
