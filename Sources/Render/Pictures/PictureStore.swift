internal import CCairo
import Layout

/// The pictures of one painting, decoded when first wanted, kept until the painting is finished.
final class PictureStore: PicturePainter {
    enum Target {
        /// JPEG goes through undecoded; everything keeps its own resolution.
        case document
        /// Pictures are decoded no finer than the pixels need.
        case pixels(perPoint: Double)
    }

    private let artworks: [String: Artwork]
    private let type: TypeCase
    private let target: Target
    private var contents: [String: Result<PictureContent, PictureTrouble>] = [:]

    init(_ artworks: [String: Artwork], type: TypeCase, target: Target) {
        self.artworks = artworks
        self.type = type
        self.target = target
    }

    func paint(_ placed: PlacedArtwork, on canvas: Canvas) -> PictureTrouble? {
        guard placed.isVisible else { return nil }
        switch content(of: placed) {
        case .failure(let trouble): return trouble
        case .success(.raster(let raster)): canvas.paint(raster, as: placed)
        case .success(.drawing(let drawing)): canvas.paint(drawing, as: placed)
        }
        return nil
    }

    private func content(of placed: PlacedArtwork) -> Result<PictureContent, PictureTrouble> {
        if let known = contents[placed.path] { return known }
        guard let artwork = artworks[placed.path] else { return .failure(.missing) }
        let result = Result { () throws(PictureTrouble) in try decode(artwork, for: placed) }
        // Pixels decoded for one frame may be too few for another.
        if case .pixels = target, artwork.format == .jpeg { return result }
        contents[placed.path] = result
        return result
    }

    private func decode(_ artwork: Artwork, for placed: PlacedArtwork) throws(PictureTrouble) -> PictureContent {
        if case .pixels(let perPoint) = target, artwork.format == .jpeg {
            let whole = placed.whole
            return .raster(
                try decodedJPEG(artwork.bytes, atLeast: (whole.width * perPoint, whole.height * perPoint)))
        }
        let content = try PictureContent(forDocument: artwork, type: type)
        if case .drawing(let drawing) = content { try drawing.prove() }
        return content
    }
}
