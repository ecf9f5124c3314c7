/// What a story's own setting costs, in tenths of a column-line of white (newspaper.md 3).
public struct FillCosts: Hashable, Sendable {
    /// A column-line of white; squared beyond `whiteSeen` lines.
    public var white = 10
    public var whiteSeen = 2
    /// White beyond so many lines is a gap, and costs `gapLine` a line: more than space that no story takes.
    public var whiteGap = 10
    public var gapLine = 40
    /// A line gained or lost by setting paragraphs longer or shorter.
    public var looseness = 3
    /// A line that is not set, and the fact that any is not.
    public var oversetLine = 15
    public var overset = 300
    /// A head that fills less than three quarters of its measure, for each hundredth.
    public var headFill = 1
    /// A head's second and third line.
    public var headLine = 4
    /// For each size under the largest that the story's rank allows.
    public var headStep = 1
    /// Extra rows of white around the head, each, a column.
    public var headWhite = 6
    /// Columns broken otherwise than the page's.
    public var brokenColumns = 100
    /// A leg under 8 rows, a row; over 64, ten rows.
    public var shortLeg = 20
    public var longLeg = 5
    /// 3·ln²(aspect/1.3), in tenths.
    public var aspect = 30
    /// A picture's crop, for each hundredth of its height.
    public var crop = 1
    /// A picture's share of the story's area away from a third: for ten squared hundredths beyond ten.
    public var pictureShare = 3
    /// A picture printed under 150, and under 100 pixels to the inch.
    public var coarse = 60
    public var tooCoarse = 400
    /// For each column, and each point of the head, away from what an editor prefers.
    public var wishedColumn = 60
    public var wishedPoint = 8

    public init() {}
}

extension FillCosts {
    /// Squared while the eye can compare it with a full column; a gap that large is one gap, whatever its size, and the
    /// planner must still be able to tell pages apart by everything else.
    func whiteCost(_ lines: Int) -> Int {
        guard lines > whiteSeen else { return white * lines }
        let squared = min(lines - whiteSeen, whiteGap)
        return white * (whiteSeen + squared * squared) + gapLine * (lines - whiteSeen - squared)
    }

    /// The cost of a rectangle's shape, `width` to `height`.
    func aspectCost(width: Length, height: Length) -> Int {
        // ln(x) = ln 2 · log2(x); log2 in thousandths, of aspect / 1.3.
        let ratio = log2Thousandths(width.scaled * 10, height.scaled * 13)
        let ln = ratio * 693 / 1000
        return aspect * ln / 1000 * ln / 1000
    }
}

/// log2(a / b) in thousandths, by repeated squaring of a fixed-point mantissa; exact enough for costs, and the same on
/// every machine.
func log2Thousandths(_ a: Int, _ b: Int) -> Int {
    guard a > 0, b > 0 else { return 0 }
    if a < b { return -log2Thousandths(b, a) }
    var whole = 0
    var b = b
    while a / b >= 2 {
        b *= 2
        whole += 1
    }
    var mantissa = a / max(1, b / 65_536)
    var fraction = 0
    for _ in 0..<10 {
        mantissa = mantissa * mantissa / 65_536
        fraction *= 2
        if mantissa >= 131_072 {
            mantissa /= 2
            fraction += 1
        }
    }
    return whole * 1000 + fraction * 1000 / 1024
}
