import Layout

/// A picture that can be painted.
enum PictureContent {
    case raster(Raster)
    case drawing(Drawing)

    /// For a document: JPEG goes through undecoded, pixels stay as many as they are.
    init(forDocument artwork: Artwork, type: TypeCase) throws(PictureTrouble) {
        switch artwork.format {
        case .jpeg: self = .raster(try jpegForDocument(artwork.bytes))
        case .png: self = .raster(try decodedPNG(artwork.bytes))
        case .svg: self = .drawing(try Drawing(artwork.bytes, type: type))
        case .pdf: throw .unpaintable
        }
    }
}

/// What paints a page's pictures.
protocol PicturePainter {
    /// Paints a picture in its frame, or says why it cannot; then nothing was painted.
    func paint(_ placed: PlacedArtwork, on canvas: Canvas) -> PictureTrouble?
}

extension PlacedArtwork {
    /// Whether the frame has an area.
    var isVisible: Bool { frame.size.width > .zero && frame.size.height > .zero }

    /// Where the whole artwork would lie for its crop to fill the frame, in points.
    var whole: (x: Double, y: Double, width: Double, height: Double) {
        let width = frame.size.width.points * 1_000_000 / Double(max(crop.x.count, 1))
        let height = frame.size.height.points * 1_000_000 / Double(max(crop.y.count, 1))
        return (
            frame.minX.points - width * Double(crop.x.lowerBound) / 1_000_000,
            frame.minY.points - height * Double(crop.y.lowerBound) / 1_000_000, width, height
        )
    }
}
