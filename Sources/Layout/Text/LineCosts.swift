/// What the breaker pays for a line: all in one unit, of which a line stretched by 0.04 em a joint costs about 800.
///
/// The figures are settled on running prose in columns of 13 em; `docs/line-breaking.md` shows what each trades for
/// what, and `line-bench curve` prints it anew.
public struct LineCosts: Hashable, Sendable {
    /// The price of shrinking one rank: a fixed part for touching it at all, and a part that grows with the share of it
    /// that is used.
    public struct Rank: Hashable, Sendable {
        public var touched: Int
        public var full: Int
    }

    /// A mark from which on every thousandth of an em more costs so much besides.
    public struct Knee: Hashable, Sendable {
        public var from: Int
        public var price: Int
    }

    /// The blank that is left to a mark at the line's end, until its ink stands at the edge.
    public var endBlank = Rank(touched: 2, full: 10)
    public var wordSpace = Rank(touched: 5, full: 10)
    public var bracketBlank = Rank(touched: 10, full: 20)
    public var pauseBlank = Rank(touched: 12, full: 28)
    public var hanWestern = Rank(touched: 10, full: 30)
    public var stopBlank = Rank(touched: 120, full: 60)

    /// Joints drawn closer than solid, the last of all ranks: at most so many thousandths of an em each, at the price of the
    /// square of that, divided, and a fixed part. A seventh of a millimetre is not seen; the hole is that it saves.
    public var tightest = 45
    public var tightenTouched = 30
    public var tightenDivisor = 4
    /// Closer still, at a price: only where all whites are given away, stops' too, and a line would gape otherwise.
    public var tightestOfAll = 80
    public var tooTight = Knee(from: 45, price: 150)

    /// The square of a joint's stretch in thousandths of an em, divided by this.
    public var stretchDivisor = 2
    /// From here on the eye sees it (0.08 em is visible, 0.15 em is bad): each thousandth more costs so much, and beyond
    /// the second mark so much besides.
    public var visible = Knee(from: 72, price: 24)
    public var loose = Knee(from: 82, price: 90)

    /// Beyond this stretch of a joint the letters of an address share what is left, up to so much each.
    public var lettersFrom = 60
    public var mostPerLetter = 60

    /// Beyond this stretch of a joint the blanks of marks take what is left, up to so much each: a wider blank behind a comma is
    /// a pause, a wider joint is a hole in a word.
    public var blanksFrom = 60
    public var mostPerBlank = 250

    /// Adjacent lines of very different tightness.
    public var tightnessJump = 200
    /// A last line of one letter (孤字不成行).
    public var loneLetter = 40_000
    /// A last line of two letters: allowed, not sought.
    public var shortLastLine = 100
    /// Every line: of two equal ways the shorter one.
    public var line = 4
    /// A line that sticks out, per thousandth of an em.
    public var overfull = 1000

    public init() {}

    public static let standard = LineCosts()

    func tighten(perJoint: Int) -> Int {
        tightenTouched + perJoint * perJoint / tightenDivisor + max(0, perJoint - tooTight.from) * tooTight.price
    }

    func stretch(perJoint: Int) -> Int {
        perJoint * perJoint / stretchDivisor + max(0, perJoint - visible.from) * visible.price
            + max(0, perJoint - loose.from) * loose.price
    }
}

/// Breaks that are allowed, not liked: see `LineCosts` for the unit.
enum BreakCosts {
    static let numberFromUnit = 300
    static let numberFromWesternUnit = 40_000
    static let insideDate = 200
    static let afterInterpunct = 300
    /// A dash at a line's end leaves the reader waiting.
    static let afterLongMark = 150
    /// Allowed by the rule, disliked by every reader: only where nothing else is left.
    static let longMarkAtStart = 40_000
    static let addressBreak = 100
    static let address = 100
    /// Only where a line would gape otherwise: about as dear as a joint stretched by 0.12 em.
    static let insideAddress = 5_000
    /// The same in a name that fits a line.
    static let insideShortName = 12_000
    static let behindAreaCode = 4_000
    static let hyphen = 400
    /// Against the rule, inside a run of three marks.
    static let insideRun = 100_000
    /// Copy-fitting leaves breaks alone that cost so much.
    static let notForFitting = 500
}
