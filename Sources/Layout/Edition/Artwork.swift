/// A picture, drawing or finished advertisement as it came: checked by its header, not yet decoded.
public struct Artwork: Sendable {
    public enum Format: String, Sendable {
        case jpeg, png, svg, pdf
    }

    /// Its path relative to the newspaper's folder; also its identity.
    public var path: String
    public var format: Format
    /// Pixels for JPEG and PNG; CSS pixels (or the viewBox's units) for SVG, at least 1 × 1.
    public var width: Int
    public var height: Int
    /// 1 gray, 3 RGB, 4 CMYK; 3 for drawings.
    public var channels: Int
    /// The file's bytes, read once: what was checked is what is painted.
    public var bytes: [UInt8]

    public init(path: String, format: Format, width: Int, height: Int, channels: Int, bytes: [UInt8]) {
        self.path = path
        self.format = format
        self.width = width
        self.height = height
        self.channels = channels
        self.bytes = bytes
    }
}

/// A picture that belongs to a story.
public struct Picture: Sendable {
    public var artwork: Artwork
    public var caption: String
    public var credit: String
    /// What a reader who cannot see the picture is told.
    public var alternative: String
    /// The point that a crop must keep, in thousandths of width and height from the top left corner.
    public var focus: (x: Int, y: Int)
    /// Whether it may be left out where there is no room for it.
    public var isOptional = false
    public var place: SourcePlace

    public init(
        artwork: Artwork, caption: String = "", credit: String = "", alternative: String = "",
        focus: (x: Int, y: Int) = (500, 500), place: SourcePlace
    ) {
        self.artwork = artwork
        self.caption = caption
        self.credit = credit
        self.alternative = alternative
        self.focus = focus
        self.place = place
    }
}

/// Space that was sold: it stands exactly where it was sold.
public struct Advertisement: Sendable {
    public enum Corner: String, Sendable, CaseIterable {
        case top, bottom, topLeft = "top-left", topRight = "top-right"
        case bottomLeft = "bottom-left", bottomRight = "bottom-right"
    }

    /// The file's name without folder and ending; unique in an edition (a number is added if need be).
    public var name: String
    /// nil when the file could not be used: the space is kept and marked.
    public var artwork: Artwork?
    /// 1-based.
    public var page: Int
    public var columns: Int
    public var rows: Int
    public var corner: Corner
    public var place: SourcePlace

    public init(
        name: String, artwork: Artwork?, page: Int, columns: Int, rows: Int, corner: Corner, place: SourcePlace
    ) {
        self.name = name
        self.artwork = artwork
        self.page = page
        self.columns = columns
        self.rows = rows
        self.corner = corner
        self.place = place
    }
}

extension [UInt8] {
    /// Whether an ASCII text stands somewhere in these bytes; searching text by characters is many times slower.
    public func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.dropLast(Swift.max(0, wanted.count - 1)).contains { self[$0...].starts(with: wanted) }
    }
}
