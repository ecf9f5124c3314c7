/// What the planner weighs: every cost by its name. 10 is one column-line of white.
///
/// `paper.yaml` may set each under `costs:`; the names are those of the properties, in small letters with hyphens.
public struct HouseCosts: Hashable, Sendable {
    /// What stories do to each other and to the page.
    public var plan = PlanCosts()
    /// What a story does in its own rectangle.
    public var fill = FillCosts()

    public init() {}

    /// Every cost that a paper may set: its name, and its value in a set of costs.
    public static var all: [(name: String, value: WritableKeyPath<HouseCosts, Int>)] {
        [
            // Stories beside and under each other.
            ("butting", \.plan.butting), ("butting-with-contrast", \.plan.buttingWithContrast),
            ("near-butting", \.plan.nearButting), ("inversion-above", \.plan.inversionAbove),
            ("inversion-left", \.plan.inversionLeft), ("middle-seam", \.plan.middleSeam), ("jog", \.plan.jog),
            ("crossing", \.plan.crossing), ("filler", \.plan.filler), ("narrow", \.plan.narrow),
            ("frames", \.plan.frames), ("outshone", \.plan.outshone),
            ("equalled", \.plan.equalled), ("blank", \.plan.blank), ("contents", \.plan.contents),
            ("closing", \.plan.closing),
            ("overset-squared", \.plan.oversetSquared),
            // White and overset in one story.
            ("white", \.fill.white), ("white-seen", \.fill.whiteSeen), ("hole", \.fill.hole),
            ("white-gap", \.fill.whiteGap), ("gap-line", \.fill.gapLine), ("looseness", \.fill.looseness),
            ("uneven-feet", \.fill.unevenFeet),
            ("overset", \.fill.overset),
            ("overset-line", \.fill.oversetLine), ("cut", \.fill.cut), ("cut-line", \.fill.cutLine),
            // Heads.
            ("head-fill", \.fill.headFill), ("head-line", \.fill.headLine),
            ("deck-line", \.fill.deckLine), ("top-heavy", \.fill.topHeavy), ("head-step", \.fill.headStep),
            ("head-white", \.fill.headWhite), ("head-wrap", \.fill.headWrap),
            ("head-direction", \.fill.headDirection), ("vertical-head", \.fill.verticalHead),
            // Columns, shapes, frames.
            ("frame", \.fill.frame), ("broken-columns", \.fill.brokenColumns), ("short-leg", \.fill.shortLeg),
            ("long-leg", \.fill.longLeg), ("aspect", \.fill.aspect),
            // Pictures.
            ("crop", \.fill.crop), ("picture-share", \.fill.pictureShare), ("picture-over", \.fill.pictureOver),
            ("picture-beside", \.fill.pictureBeside), ("coarse", \.fill.coarse), ("too-coarse", \.fill.tooCoarse),
            // Optional parts.
            ("omitted-deck", \.fill.omittedDeck), ("omitted-picture", \.fill.omittedPicture),
            ("pull-quote", \.fill.pullQuote),
            // What an editor wishes, and what stood before.
            ("wished-column", \.fill.wishedColumn), ("wished-point", \.fill.wishedPoint), ("moved", \.plan.moved),
            ("off-section", \.plan.offSection),
        ]
    }

    /// No cost is higher: sums of them stay far from what the tables hold.
    public static let most = 2_000
}
