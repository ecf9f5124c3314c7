/// A finished page: marks at fixed places, in painting order.
public struct Page: Sendable {
    /// 1-based.
    public var number: Int
    /// The trimmed page; places are measured from its top left corner.
    public var size: PageSize
    /// In reading order, which is also the painting order.
    public var modules: [PageModule]

    public init(number: Int, size: PageSize, modules: [PageModule]) {
        self.number = number
        self.size = size
        self.modules = modules
    }
}

/// Everything that belongs to one story, advertisement or piece of furniture.
public struct PageModule: Sendable {
    public enum Kind: Hashable, Sendable { case story, advertisement, furniture }

    public var kind: Kind
    /// The story's or advertisement's name, or what furniture it is.
    public var name: String
    public var frame: Rect
    public var passages: [Passage]

    public init(kind: Kind, name: String, frame: Rect, passages: [Passage]) {
        self.kind = kind
        self.name = name
        self.frame = frame
        self.passages = passages
    }
}

/// Marks that read as one: a headline, a paragraph (or the part of it in one column), a picture, a rule.
public struct Passage: Sendable {
    public enum Kind: Hashable, Sendable {
        /// Text of a role; `paragraph` counts within the story, so that the parts of one paragraph are known.
        case text(Role, paragraph: Int)
        /// A picture with what a reader who cannot see it is told.
        case figure(alternative: String)
        /// Rules and tints: not read.
        case ornament
    }

    public var kind: Kind
    public var marks: [Mark]

    public init(_ kind: Kind, marks: [Mark]) {
        self.kind = kind
        self.marks = marks
    }
}

/// One thing to paint.
public enum Mark: Hashable, Sendable {
    case glyphs(GlyphRun)
    case rule(Rule)
    /// A filled rectangle.
    case tint(Rect, Ink)
    /// A rectangle's outline; the stroke lies centred on its edge.
    case frame(Rect, thickness: Length, Ink)
    /// A filled circle: emphasis dots, bullets of ornamental rules.
    case disc(centre: Point, radius: Length, Ink)
    case picture(PlacedArtwork)
}

/// Glyphs of one face, size and ink, with the text that they stand for.
public struct GlyphRun: Hashable, Sendable {
    public var face: FaceID
    public var size: Length
    public var ink: Ink
    public var glyphs: [PlacedGlyph]
    /// What extraction and search find.
    public var text: String
    /// How the text maps to the glyphs, in order; sums equal `text.utf8.count` and `glyphs.count`.
    public var clusters: [TextCluster]
    /// Whether the glyphs lie on their side, turned clockwise about their origins (Western words in vertical text).
    public var isTurned: Bool
    /// How wide the glyphs are drawn, in thousandths: less than 1000 where digits share a cell of vertical text.
    public var widthScale: Int

    public init(
        face: FaceID, size: Length, ink: Ink, glyphs: [PlacedGlyph], text: String, clusters: [TextCluster],
        isTurned: Bool = false, widthScale: Int = 1000
    ) {
        self.face = face
        self.size = size
        self.ink = ink
        self.glyphs = glyphs
        self.text = text
        self.clusters = clusters
        self.isTurned = isTurned
        self.widthScale = widthScale
    }
}

/// A glyph with its origin on the page.
public struct PlacedGlyph: Hashable, Sendable {
    public var glyph: GlyphID
    public var origin: Point

    public init(_ glyph: GlyphID, at origin: Point) {
        self.glyph = glyph
        self.origin = origin
    }
}

/// So many bytes of text for so many glyphs.
public struct TextCluster: Hashable, Sendable {
    public var bytes: Int
    public var glyphs: Int

    public init(bytes: Int, glyphs: Int) {
        self.bytes = bytes
        self.glyphs = glyphs
    }
}

/// A straight rule between two points, which lie on its middle line.
public struct Rule: Hashable, Sendable {
    public enum Pattern: Hashable, Sendable {
        case solid
        /// Round dots, a thickness apart.
        case dotted
        /// 花线: a row of small lozenges between thin lines.
        case ornamental
    }

    public var from: Point
    public var to: Point
    public var thickness: Length
    public var pattern: Pattern
    public var ink: Ink

    public init(
        from: Point, to: Point, thickness: Length, pattern: Pattern = .solid, ink: Ink = .solidBlack
    ) {
        self.from = from
        self.to = to
        self.thickness = thickness
        self.pattern = pattern
        self.ink = ink
    }
}

/// A picture in its frame: the crop fills the frame exactly.
public struct PlacedArtwork: Hashable, Sendable {
    /// The artwork's path.
    public var path: String
    public var frame: Rect
    /// The part of the artwork that is shown, in millionths of its width and height.
    public var crop: Crop

    public struct Crop: Hashable, Sendable {
        public var x: Range<Int>
        public var y: Range<Int>
        public init(x: Range<Int>, y: Range<Int>) {
            self.x = x
            self.y = y
        }
        public static let whole = Crop(x: 0..<1_000_000, y: 0..<1_000_000)
    }

    public init(path: String, frame: Rect, crop: Crop = .whole) {
        self.path = path
        self.frame = frame
        self.crop = crop
    }
}
