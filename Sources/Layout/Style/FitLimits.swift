/// How far press goes to make a story fit (`fit:` in `paper.yaml`). What an editor writes into a plan by hand is not held to it.
public struct FitLimits: Hashable, Sendable {
    /// How much of its height a picture may lose, or gain at the cost of its sides, in hundredths.
    public var crop = 12
    /// Rows of white that may be added around a head.
    public var white = 2
    /// How many paragraphs of a story may be set a line longer, and a line shorter.
    public var longer = 4
    public var shorter = 2
    /// Rows that may be added before crossheads and the byline.
    public var rows = 2
    /// 破栏: whether a story may be set in other columns than the page's.
    public var brokenColumns = true
    /// Whether press may put frames around stories, and set heads down the page, that do not ask for it.
    public var frames = true
    public var verticalHeads = true
    /// Whether pull quotes are set.
    public var pullQuotes = true

    public init() {}
}
