/// What the breaker pays for: all in one unit, of which a line stretched by 0.06 em a joint costs about 100.
public enum LineCosts {
    // Shrinking: a fixed part for touching a rank at all, and a part that grows with the share of it that is used.
    static let wordSpace = (touched: 5, full: 10)
    static let bracketBlank = (touched: 10, full: 20)
    static let pauseBlank = (touched: 12, full: 28)
    static let hanWestern = (touched: 10, full: 30)
    static let stopBlank = (touched: 220, full: 120)

    /// Stretch of `perJoint` thousandths of an em: the square of it, and a steep rise where the eye sees it
    /// (0.08 em is visible, 0.15 em is bad).
    static func stretch(perJoint: Int) -> Int {
        perJoint * perJoint / 36 + max(0, perJoint - 72) * 24 + max(0, perJoint - 82) * 90
    }

    /// A last line of one letter (孤字不成行).
    static let loneLetter = 12_000
    /// A last line of two letters: allowed, not sought.
    static let shortLastLine = 25
    /// Adjacent lines of very different tightness.
    static let tightnessJump = 60
    /// Every line: of two equal ways the shorter one.
    static let line = 4
    /// A line that sticks out, per thousandth of an em.
    static let overfull = 1000

    // Breaks that are allowed, not liked.
    static let numberFromUnit = 60
    static let numberFromWesternUnit = 20_000
    static let insideDate = 40
    static let afterInterpunct = 60
    /// Allowed by the rule, disliked by every reader: only where nothing else is left.
    static let longMarkAtStart = 20_000
    static let addressBreak = 20
    /// Copy-fitting leaves breaks alone that cost so much.
    static let notForFitting = 500
}
