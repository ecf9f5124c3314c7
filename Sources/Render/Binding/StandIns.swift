internal import CCairo
import Layout

/// A picture that the pages show, and how large, where that makes a difference.
struct PictureOrder: Hashable, Sendable {
    var path: String
    /// Drawings are painted as large as they stand; pixels stay as many as they are.
    var size: PictureSize?
}

/// How large a picture as a whole is on the page, in points.
struct PictureSize: Hashable, Sendable {
    var width: Double
    var height: Double
}

/// Keeps the pictures' places on the pages while the pictures themselves are painted on sheets of their own.
///
/// A stand-in is an image that Cairo hands on without looking at its pixels: a JPEG that has none, and whose comment
/// gives the picture's number. `bind` puts the picture's sheet in its place.
final class StandIns: PicturePainter {
    /// The pictures to paint, each once, in the order of the pages; their numbers are their places here.
    let orders: [PictureOrder]
    private let artworks: [String: Artwork]
    private let troubles: [String: PictureTrouble]
    private var surfaces: [PictureOrder: Surface] = [:]

    /// - Parameter troubles: of the pictures that are known to be broken.
    init(
        for pages: [Page], _ artworks: [String: Artwork], troubles: [String: PictureTrouble] = [:]
    ) throws(RenderError) {
        self.artworks = artworks
        self.troubles = troubles
        var orders: [PictureOrder] = []
        for case .picture(let placed) in pages.flatMap({ $0.modules }).flatMap({ $0.passages }).flatMap({ $0.marks }
        ) {
            guard placed.isVisible, troubles[placed.path] == nil, let artwork = artworks[placed.path] else {
                continue
            }
            let order = PictureOrder(placed, artwork.format)
            guard surfaces[order] == nil else { continue }
            surfaces[order] = try StandIns.surface(number: orders.count)
            orders.append(order)
        }
        self.orders = orders
    }

    func paint(_ placed: PlacedArtwork, on canvas: Canvas) -> PictureTrouble? {
        guard placed.isVisible else { return nil }
        guard let artwork = artworks[placed.path] else { return .missing }
        if let trouble = troubles[placed.path] { return trouble }
        guard let surface = surfaces[PictureOrder(placed, artwork.format)] else {
            preconditionFailure("every picture of the pages has its stand-in")
        }
        canvas.paint(Raster(surface: surface, width: 1, height: 1), as: placed)
        return nil
    }

    /// What a stand-in's bytes begin with, up to its number: start of image, comment (ITU-T T.81, annex B).
    static let mark: [UInt8] = [0xFF, 0xD8, 0xFF, 0xFE, 0, UInt8(2 + title.utf8.count + digits)] + title.utf8
    private static let title = "press picture "
    private static let digits = 6

    private static func surface(number: Int) throws(RenderError) -> Surface {
        let text = String(number)
        precondition(text.utf8.count <= digits, "fewer than a million pictures")
        let name = String(repeating: "0", count: digits - text.utf8.count) + text
        // A frame of one gray pixel, and the end.
        let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xD9]
        do { return try jpegSurface(mark + name.utf8 + frame) } catch { throw .cairo("JPEG") }
    }
}

extension PictureOrder {
    fileprivate init(_ placed: PlacedArtwork, _ format: Artwork.Format) {
        path = placed.path
        if format == .svg { size = PictureSize(width: placed.whole.width, height: placed.whole.height) }
    }
}
