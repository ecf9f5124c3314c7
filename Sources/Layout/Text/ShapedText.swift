/// A piece of text in one type, before it is shaped.
public struct StyledSpan: Hashable, Sendable {
    public var text: String
    public var style: RoleStyle
    /// Whether emphasis dots stand below.
    public var isDotted: Bool
    /// A note mark: raised, and never parted from what it marks.
    public var isSuperior: Bool
    /// What stands above in small type, and in which type.
    public var ruby: Ruby?

    public struct Ruby: Hashable, Sendable {
        public var text: String
        public var style: RoleStyle

        public init(_ text: String, _ style: RoleStyle) {
            self.text = text
            self.style = style
        }
    }

    public init(
        _ text: String, _ style: RoleStyle, isDotted: Bool = false, isSuperior: Bool = false, ruby: Ruby? = nil
    ) {
        self.text = text
        self.style = style
        self.isDotted = isDotted
        self.isSuperior = isSuperior
        self.ruby = ruby
    }
}

/// One paragraph's units and glyphs as parallel columns of numbers, ready to be broken into lines.
///
/// A unit is what stays whole: a Han character, a mark, a long mark, a letter of a Western word. Its `width` is its
/// ink's box; the white between units stands in `gaps`, natural after compression of adjacent marks.
public struct ShapedText: Sendable {
    /// One em of the paragraph's type in scaled points.
    public internal(set) var em: Int
    /// The whole text.
    public let text: String
    /// UTF-8 offsets where units begin, and the text's end.
    public internal(set) var starts: [Int] = []
    public internal(set) var classes: [CharacterClass] = []
    /// Scaled points.
    public internal(set) var widths: [Int] = []
    /// Behind each unit; the last one's is `.fixed`.
    var gaps: [Gap] = []
    /// In front of each unit; the first one's is `.forbidden`.
    public internal(set) var opportunities: [BreakOpportunity] = []
    /// The blank that a unit keeps when it begins or ends a line.
    var blanksAtStart: [Int] = []
    var blanksAtEnd: [Int] = []
    /// What a closing mark's blank may give when it ends a line: its ink then stands at the measure's edge.
    var endTrims: [Int] = []
    /// Which units have two ideographs' worth of weight on a last line: Han characters and words, not marks.
    var isLetter: [Bool] = []
    /// Whether the unit may hang outside the measure.
    var mayHang: [Bool] = []

    public internal(set) var styles: [RoleStyle] = []
    var styleOf: [UInt8] = []
    var isDotted: [Bool] = []

    /// Offsets are from the left edge of the unit's width.
    public internal(set) var glyphs: [ShapedGlyph] = []
    /// Where units' glyphs begin, and their end.
    public internal(set) var glyphStarts: [Int] = []

    /// How it is composed.
    public internal(set) var rules = TextRules()
    /// Raised note marks.
    var isSuperior: [Bool] = []
    /// In the order of the text.
    var rubies: [ShapedRuby] = []
    /// The letter that stands in front of the text, several lines high.
    var initial: DropInitial?

    /// The hyphen of each style that has parted words.
    var hyphens: [Hyphen] = []
    /// For each unit, which hyphen a line shows that ends in front of it: an index into `hyphens`, plus one; 0: none.
    var hyphenAt: [UInt8] = []

    /// Vertical text only: how wide each unit's glyphs are drawn, in thousandths of the font's width (two or three digits side
    /// by side in one cell are drawn narrower). Glyph offsets are then from the middle of the line and the unit's top.
    var widthScales: [UInt16] = []

    /// Characters that the paragraph's own faces lack.
    public internal(set) var substitutes: [Substitute] = []

    /// Sums over the units before each position; `count + 1` of them.
    private(set) var totals: [GapTotals] = []

    public var count: Int { classes.count }

    var isVertical: Bool { !widthScales.isEmpty }

    init(em: Int, text: String) {
        self.em = em
        self.text = text
    }

    /// Closes the columns: to be called when all of them are filled.
    mutating func sumUp() {
        totals.removeAll(keepingCapacity: true)
        totals.reserveCapacity(count + 1)
        var sum = GapTotals()
        totals.append(sum)
        for index in 0..<count {
            sum.natural += widths[index] + gaps[index].natural
            sum.add(gaps[index])
            totals.append(sum)
        }
    }

    /// Forbids all breaks but those after a space.
    mutating func breakOnlyAtSpaces() {
        for unit in opportunities.indices.dropFirst() where classes[unit - 1] != .space {
            if case .allowed = opportunities[unit] { opportunities[unit] = .forbidden }
        }
    }

    /// The text of a range of units.
    public func text(of units: Range<Int>) -> String {
        let utf8 = text.utf8
        let from = utf8.index(utf8.startIndex, offsetBy: starts[units.lowerBound])
        let to = utf8.index(utf8.startIndex, offsetBy: starts[units.upperBound])
        return String(text[from..<to])
    }
}

/// What stands at the end of a line that parts a word; it is not in the text.
struct Hyphen: Hashable, Sendable {
    /// An index into the text's styles.
    var style: UInt8
    var glyphs: [ShapedGlyph]
    var width: Int
}

extension ShapedText {
    /// The hyphen of a line that ends in front of this unit.
    func hyphen(before unit: Int) -> Hyphen? {
        guard unit < hyphenAt.count, hyphenAt[unit] > 0 else { return nil }
        return hyphens[Int(hyphenAt[unit]) - 1]
    }
}

/// A character that a style's own face lacks.
public struct Substitute: Hashable, Sendable {
    public var character: Unicode.Scalar
    /// Whether no face has it: a box is printed in its place.
    public var isMissing: Bool
}

/// What a stretch of text holds: its natural width, what each rank can give, and how many gaps can take.
struct GapTotals: Hashable, Sendable {
    var natural = 0
    /// What the gaps of each kind can give, in scaled points.
    var wordSpaceShrink = 0
    var bracketShrink = 0
    var pauseShrink = 0
    var hanWesternShrink = 0
    var stopShrink = 0
    /// How many gaps there are that can take.
    var wordSpaces = 0
    var wordSpaceNatural = 0
    var hanWesterns = 0
    var hanWesternNatural = 0
    /// Between the letters of addresses.
    var letters = 0
    /// All others that can take, the blanks of marks among them.
    var joints = 0
    var blanks = 0

    mutating func add(_ gap: Gap) {
        let give = gap.natural - gap.least
        switch gap.kind {
        case .fixed: break
        case .joint: joints += 1
        case .letter: letters += 1
        case .wordSpace:
            wordSpaces += 1
            wordSpaceNatural += gap.natural
            wordSpaceShrink += give
        case .bracketBlank:
            joints += 1
            blanks += 1
            bracketShrink += give
        case .pauseBlank:
            joints += 1
            blanks += 1
            pauseShrink += give
        case .hanWestern:
            hanWesterns += 1
            hanWesternNatural += gap.natural
            hanWesternShrink += give
        case .stopBlank:
            joints += 1
            blanks += 1
            stopShrink += give
        }
    }

    static func - (a: GapTotals, b: GapTotals) -> GapTotals {
        var r = GapTotals()
        r.natural = a.natural - b.natural
        r.wordSpaceShrink = a.wordSpaceShrink - b.wordSpaceShrink
        r.bracketShrink = a.bracketShrink - b.bracketShrink
        r.pauseShrink = a.pauseShrink - b.pauseShrink
        r.hanWesternShrink = a.hanWesternShrink - b.hanWesternShrink
        r.stopShrink = a.stopShrink - b.stopShrink
        r.wordSpaces = a.wordSpaces - b.wordSpaces
        r.wordSpaceNatural = a.wordSpaceNatural - b.wordSpaceNatural
        r.hanWesterns = a.hanWesterns - b.hanWesterns
        r.hanWesternNatural = a.hanWesternNatural - b.hanWesternNatural
        r.letters = a.letters - b.letters
        r.joints = a.joints - b.joints
        r.blanks = a.blanks - b.blanks
        return r
    }
}
