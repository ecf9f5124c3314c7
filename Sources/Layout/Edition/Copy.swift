/// A run of text with one emphasis.
public struct Span: Hashable, Sendable {
    /// Without line breaks, but for `\n`, which is a break that the writer asked for.
    public var text: String
    public var emphasis: Emphasis
    /// The address that the text links to, if any.
    public var link: String?
    /// What stands above the text in small type: its pinyin; words parted by spaces stand above one character each.
    public var ruby: String?

    public init(_ text: String, emphasis: Emphasis = [], link: String? = nil, ruby: String? = nil) {
        self.text = text
        self.ruby = ruby
        self.emphasis = emphasis
        self.link = link
    }

    public struct Emphasis: OptionSet, Hashable, Sendable {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// `**bold**`: set in Hei.
        public static let strong = Emphasis(rawValue: 1)
        /// `*emphasis*`: dots below (着重号).
        public static let dotted = Emphasis(rawValue: 2)
        /// A note mark, set as a superior figure.
        public static let superior = Emphasis(rawValue: 4)
    }
}

/// One paragraph of copy.
public struct Paragraph: Hashable, Sendable {
    public var spans: [Span]
    public var place: SourcePlace

    public init(_ spans: [Span], at place: SourcePlace) {
        self.spans = spans
        self.place = place
    }

    /// The text alone.
    public var text: String { spans.map(\.text).joined() }
}

/// A table of short cells; the first row may be its head.
public struct Table: Hashable, Sendable {
    public enum Alignment: Sendable { case leading, centre, trailing }

    public var alignments: [Alignment]
    public var head: [Paragraph]
    /// Every row has as many cells as `head`.
    public var rows: [[Paragraph]]
    public var place: SourcePlace

    public init(alignments: [Alignment], head: [Paragraph], rows: [[Paragraph]], at place: SourcePlace) {
        self.alignments = alignments
        self.head = head
        self.rows = rows
        self.place = place
    }
}

/// A part of a story's body, in reading order.
public enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    /// A crosshead (小标题).
    case crosshead(Paragraph)
    /// An item of a list, with its label (`1.`, `•`).
    case listItem(label: String, Paragraph)
    case quote(Paragraph)
    /// Verse: the lines are kept; `\n` parts them; a stanza a block.
    case verse(Paragraph)
    case table(Table)
}

/// A story as the editor delivered it: no geometry yet.
public struct Story: Sendable {
    /// The file's name without ending: its identity in plans and messages.
    public var name: String
    /// The lines that were given, or one line that press may break.
    public var headline: [String]
    public var kicker: String?
    public var deck: [String]
    /// Whether the deck may be left out where there is no room for it.
    public var mayOmitDeck: Bool
    /// 引语: a sentence of the story, set once more in larger type where it fills white well.
    public var quote: PullQuote?
    public var dateline: String?
    public var byline: [String]
    public var body: [Block]
    public var pictures: [Picture]
    /// 1-based; nil: the planner decides.
    public var page: Int?
    /// 版: the section of the paper that it belongs to; it stands on one of that section's pages unless these hold far too much.
    public var section: String?
    /// 5 lead … 3 ordinary … 1 brief.
    public var priority: Int
    /// The spans in basic columns that are allowed.
    public var columns: ClosedRange<Int>?
    public var headDirection: Direction
    /// Whether press may set a head down the page that nobody asked for: not where the copy says `head: horizontal`.
    public var mayHeadRunDown: Bool
    /// How its verse runs.
    public var verseDirection: Direction
    /// How its body runs: only a boxed story's may run down.
    public var textDirection: Direction
    public var isBoxed: Bool
    public var pin: Pin?
    /// Whether it stays as the kept plan has it, whatever happens to its copy.
    public var isLocked: Bool
    public var preference: Preference
    public var forbidden: Forbidden
    /// The page on which the story may go on.
    public var jump: Int?
    /// How many characters must stay when it is cut from the bottom; nil: it is never cut.
    public var keep: Int?
    public var isFiller: Bool
    /// How many lines high its first letter stands; nil: as the paper says.
    public var initial: Int?
    public var place: SourcePlace

    public enum Direction: String, Sendable, CaseIterable { case horizontal, vertical }

    /// A pull quote.
    public struct PullQuote: Hashable, Sendable {
        public var text: String
        /// Who says it.
        public var by: String?
        public var place: SourcePlace

        public init(_ text: String, by: String? = nil, at place: SourcePlace) {
            self.text = text
            self.by = by
            self.place = place
        }
    }

    /// Where the editor wants a story to stand.
    public enum Pin: Hashable, Sendable {
        case corner(Advertisement.Corner)
        /// 1-based, inclusive, in basic columns and baseline rows.
        case rectangle(page: Int?, columns: ClosedRange<Int>, rows: ClosedRange<Int>)
    }

    /// What an editor would like best; press gives it where the page does not suffer much.
    public struct Preference: Hashable, Sendable {
        /// Basic columns of the story.
        public var span: Int?
        /// The head's size.
        public var head: Length?
        /// Columns of the picture.
        public var picture: Int?

        public init(span: Int? = nil, head: Length? = nil, picture: Int? = nil) {
            self.span = span
            self.head = head
            self.picture = picture
        }
    }

    /// What press may not do to a story to make it fit.
    public struct Forbidden: Hashable, Sendable {
        public enum Knob: String, Sendable, CaseIterable {
            /// Cutting it from the bottom.
            case cut
            /// Cropping its pictures.
            case crop
            /// Setting paragraphs a line longer or shorter.
            case loosen
            /// 破栏: columns other than the page's.
            case `break`
            /// Going on on another page.
            case jump
        }

        public var knobs: Set<Knob>
        /// Spans in basic columns.
        public var spans: [ClosedRange<Int>]

        public init(_ knobs: Set<Knob> = [], spans: [ClosedRange<Int>] = []) {
            self.knobs = knobs
            self.spans = spans
        }

        public func allows(_ knob: Knob) -> Bool { !knobs.contains(knob) }
    }

    public init(name: String, headline: [String], body: [Block], place: SourcePlace) {
        self.name = name
        self.headline = headline
        self.body = body
        self.place = place
        kicker = nil
        deck = []
        mayOmitDeck = false
        quote = nil
        dateline = nil
        byline = []
        pictures = []
        page = nil
        priority = 3
        columns = nil
        headDirection = .horizontal
        mayHeadRunDown = true
        verseDirection = .horizontal
        textDirection = .horizontal
        isBoxed = false
        pin = nil
        isLocked = false
        preference = Preference()
        forbidden = Forbidden()
        jump = nil
        keep = nil
        isFiller = false
        initial = nil
    }
}
