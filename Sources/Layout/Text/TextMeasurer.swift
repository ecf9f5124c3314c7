/// The one question that Layout asks of fonts: which glyphs stand for this text, and how wide are they?
///
/// Render answers it through HarfBuzz; tests answer it with fixed widths, for which `Failure` is `Never`.
public protocol TextMeasurer: SendableMetatype {
    associatedtype Failure: Error

    /// Shapes one run; glyphs come in visual order of their direction.
    /// A character that no face has comes back as glyph 0 of the run's first face.
    func shape(_ run: TextRun) throws(Failure) -> [ShapedGlyph]

    /// The face that the style asks for: glyphs of another one stand in for what it lacks.
    func face(for style: FontStyle) throws(Failure) -> FaceID

    /// The words of a text, in order and without gaps; a headline breaks between them, where the meaning does. A measurer
    /// without a dictionary knows none.
    func words(in text: String) -> [Word]

    /// Where a Western word may be parted by a hyphen, as UTF-8 offsets, never with fewer than two letters before it or three
    /// behind. A measurer without patterns knows none.
    func hyphenPoints(in word: String) -> [Int]

    /// Where the glyph's ink begins and ends across its advance, from its origin; nil when it has no ink.
    func inkBox(of glyph: GlyphID, in face: FaceID, at size: Length) throws(Failure) -> InkBox?
}

extension TextMeasurer {
    public func hyphenPoints(in word: String) -> [Int] { [] }
    public func words(in text: String) -> [Word] { [] }
}

/// The index of a face in the manifest of fonts.
public struct FaceID: Hashable, Comparable, Sendable {
    public var index: Int
    public init(index: Int) { self.index = index }
    public static func < (a: FaceID, b: FaceID) -> Bool { a.index < b.index }
}

/// A glyph's number in its face; 0 is the missing glyph.
public typealias GlyphID = UInt32

/// Text to shape as one: one style, one script, one direction.
public struct TextRun: Hashable, Sendable {
    public enum Script: Hashable, Sendable {
        /// Han, kana and Chinese punctuation: script Hani, language zh-Hans.
        case chinese
        /// Western letters, digits and their marks: script Latn, language en.
        case western
    }
    public enum Direction: Hashable, Sendable { case leftToRight, topToBottom }

    public var text: String
    public var style: FontStyle
    public var script: Script
    public var direction: Direction

    public init(
        _ text: String, style: FontStyle, script: Script = .chinese, direction: Direction = .leftToRight
    ) {
        self.text = text
        self.style = style
        self.script = script
        self.direction = direction
    }
}

/// One glyph as the font places it. The y axis points down, as on the page.
public struct ShapedGlyph: Hashable, Sendable {
    public var glyph: GlyphID
    public var face: FaceID
    /// Along the line: to the right, or down when the direction is top to bottom.
    public var advance: Length
    /// From the pen to the glyph's origin.
    public var offsetX: Length
    public var offsetY: Length
    /// UTF-8 offset in the run's text of the first character that the glyph stands for.
    public var cluster: Int

    public init(
        glyph: GlyphID, face: FaceID, advance: Length, offsetX: Length = .zero, offsetY: Length = .zero,
        cluster: Int
    ) {
        self.glyph = glyph
        self.face = face
        self.advance = advance
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.cluster = cluster
    }
}

/// Horizontal and vertical extent of a glyph's ink; y downwards from the baseline.
public struct InkBox: Hashable, Sendable {
    public var left: Length
    public var right: Length
    public var top: Length
    public var bottom: Length

    public init(left: Length, right: Length, top: Length, bottom: Length) {
        self.left = left
        self.right = right
        self.top = top
        self.bottom = bottom
    }
}

extension Length {
    /// From the top of an em box of this size down to its baseline: 0.88 em in every face of the manifest, as in nearly all
    /// Chinese faces (their ideographic em box; measured from OS/2 and BASE).
    var emAscent: Length { Fraction(88, 100).of(self) }
}
