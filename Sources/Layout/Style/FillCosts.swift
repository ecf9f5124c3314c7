/// What a story's own setting costs, in tenths of a column-line of white (`docs/costs.md`).
public struct FillCosts: Hashable, Sendable {
    /// A column-line of white; squared beyond `whiteSeen` lines.
    public var white = 10
    public var whiteSeen = 2
    /// White that is seen: a hole.
    public var hole = 200
    /// White beyond so many lines is a gap, and costs `gapLine` a line: more than space that no story takes.
    public var whiteGap = 10
    public var gapLine = 40
    /// Columns that end more than a row apart.
    public var unevenFeet = 200
    /// A line gained or lost by setting paragraphs longer or shorter.
    public var looseness = 3
    /// A line that is not set, and the fact that any is not.
    public var oversetLine = 15
    public var overset = 1_000
    /// That a story is cut from the bottom, and each line that goes.
    public var cut = 60
    public var cutLine = 8
    /// A head that fills less than three quarters of its measure, for each hundredth.
    public var headFill = 1
    /// A head's second line, four times that for a third, nine times for a fourth; and each line of a deck beyond two.
    public var headLine = 4
    public var deckLine = 20
    /// A row of the head, with its deck, beyond as many as stand under it.
    public var topHeavy = 10
    /// For each point under the largest size that the story's rank allows; twice that for a story of priority 5.
    public var headStep = 1
    /// Extra rows of white over the head, a column: the second costs twice as much as the first.
    public var headWhite = 6
    /// A picture over the head, or beside it in a top corner.
    public var pictureOver = 6
    public var pictureBeside = 6
    /// A head over some of the columns only, with text to its right.
    public var headWrap = 16
    /// A head set down the page that the copy does not ask for.
    public var verticalHead = 26
    /// A frame that the copy does not ask for.
    public var frame = 40
    /// Columns broken otherwise than the page's, or legs of another measure beside pictures.
    public var brokenColumns = 100
    /// A leg under 8 rows, a row, and two fifths of that for the square of what one under a picture lacks of 6; over 64, ten rows.
    public var shortLeg = 20
    public var longLeg = 5
    /// 3·ln²(aspect/1.3), in tenths.
    public var aspect = 30
    /// A deck, and a picture, that is left out where the copy allows it.
    public var omittedDeck = 40
    public var omittedPicture = 60
    /// A pull quote that is set: it is there to fill.
    public var pullQuote = 4
    /// A picture's crop, for each hundredth of its height.
    public var crop = 1
    /// A picture's share of the story's area away from a third: for ten squared hundredths beyond ten.
    public var pictureShare = 3
    /// A picture printed under 150, and under 100 pixels to the inch.
    public var coarse = 60
    public var tooCoarse = 400
    /// A head set across that the editor wants down.
    public var headDirection = 300
    /// For each column, and each point of the head, away from what an editor prefers.
    public var wishedColumn = 60
    public var wishedPoint = 8

    public init() {}
}
