internal import CCairo
import Layout

/// The pictures of one painting, decoded when first wanted, kept until the painting is finished.
final class PictureStore {
    enum Target {
        /// JPEG goes through undecoded; everything keeps its own resolution.
        case document
        /// Pictures are decoded no finer than the pixels need.
        case pixels(perPoint: Double)
    }

    private enum Content {
        case raster(Raster)
        case drawing(Drawing)
    }

    private let artworks: [String: Artwork]
    private let type: TypeCase
    private let target: Target
    /// For drawings with text.
    private var fontMap: FontMap?
    private var contents: [String: Result<Content, PictureTrouble>] = [:]

    init(_ artworks: [String: Artwork], type: TypeCase, target: Target) {
        self.artworks = artworks
        self.type = type
        self.target = target
    }

    /// How many bytes all files together have.
    var byteCount: Int { artworks.values.reduce(0) { $0 + $1.bytes.count } }

    /// Decodes everything now that does not depend on where it stands.
    func decodeAll() {
        guard case .document = target else { return }
        for path in artworks.keys.sorted() {
            _ = content(of: PlacedArtwork(path: path, frame: PictureStore.anywhere))
        }
    }

    private static let anywhere = Rect(x: .zero, y: .zero, width: .points(1), height: .points(1))

    /// Paints a picture in its frame, or says why it cannot; then nothing was painted.
    func paint(_ placed: PlacedArtwork, on canvas: Canvas) -> PictureTrouble? {
        guard placed.frame.size.width > .zero, placed.frame.size.height > .zero else { return nil }
        switch content(of: placed) {
        case .failure(let trouble): return trouble
        case .success(.raster(let raster)): canvas.paint(raster, as: placed)
        case .success(.drawing(let drawing)): canvas.paint(drawing, as: placed, seeing: fontMap)
        }
        return nil
    }

    private func content(of placed: PlacedArtwork) -> Result<Content, PictureTrouble> {
        if let known = contents[placed.path] { return known }
        guard let artwork = artworks[placed.path] else { return .failure(.missing) }
        let result = Result { () throws(PictureTrouble) in try decode(artwork, for: placed) }
        // Pixels decoded for one frame may be too few for another.
        if case .pixels = target, artwork.format == .jpeg { return result }
        contents[placed.path] = result
        return result
    }

    private func decode(_ artwork: Artwork, for placed: PlacedArtwork) throws(PictureTrouble) -> Content {
        switch artwork.format {
        case .jpeg:
            return switch target {
            case .document: .raster(try jpegForDocument(artwork.bytes))
            case .pixels(let perPoint):
                .raster(try decodedJPEG(artwork.bytes, atLeast: placed.wholeSize(perPoint: perPoint)))
            }
        case .png: return .raster(try decodedPNG(artwork.bytes))
        case .svg:
            let drawing = try Drawing(artwork.bytes)
            if drawing.mayHaveText {
                do throws(FontError) {
                    try type.checkAll()
                    if fontMap == nil { fontMap = FontMap(try type.configuration()) }
                } catch {
                    throw .font(error)
                }
            }
            try drawing.prove(seeing: fontMap)
            return .drawing(drawing)
        case .pdf: throw .unpaintable
        }
    }
}

extension PlacedArtwork {
    /// Where the whole artwork would lie for its crop to fill the frame, in points.
    var whole: (x: Double, y: Double, width: Double, height: Double) {
        let width = frame.size.width.points * 1_000_000 / Double(max(crop.x.count, 1))
        let height = frame.size.height.points * 1_000_000 / Double(max(crop.y.count, 1))
        return (
            frame.minX.points - width * Double(crop.x.lowerBound) / 1_000_000,
            frame.minY.points - height * Double(crop.y.lowerBound) / 1_000_000, width, height
        )
    }

    fileprivate func wholeSize(perPoint: Double) -> (width: Double, height: Double) {
        (whole.width * perPoint, whole.height * perPoint)
    }
}
