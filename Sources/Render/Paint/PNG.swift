internal import CCairo
public import Layout

/// Paints one page into a PNG on white paper.
///
/// - Parameter dpi: pixels to the inch; the page's edges are rounded to whole pixels.
/// - Throws: `RenderError` when a face cannot be used, the image is too large, or Cairo cannot finish.
public func png(
    of page: Page, artworks: [String: Artwork], type: TypeCase, dpi: Int
) throws(RenderError) -> Warned<[UInt8]> {
    let scale = Double(dpi) / 72
    let width = Int((page.size.trim.width.points * scale).rounded())
    let height = Int((page.size.trim.height.points * scale).rounded())
    guard (1...32_767).contains(width), (1...32_767).contains(height) else {
        throw .pageTooLarge(width: width, height: height)
    }
    let surface = unsafe Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    let canvas = Canvas(surface)
    unsafe cairo_set_source_rgb(canvas.context, 1, 1, 1)
    unsafe cairo_paint(canvas.context)
    unsafe cairo_scale(canvas.context, scale, scale)
    let pictures = PictureStore(artworks, type: type, target: .pixels(perPoint: scale))
    let painter = PagePainter(canvas, faces: PaintingFaces(type), pictures: pictures, isTagged: false)
    try painter.paint(page)
    try canvas.check()
    let sink = Sink()
    let status = unsafe cairo_surface_write_to_png_stream(surface.pointer, Sink.write, sink.closure)
    guard status == CAIRO_STATUS_SUCCESS, !sink.bytes.isEmpty else { throw .cairo(words(for: status)) }
    return Warned(sink.bytes, painter.diagnostics)
}
