internal import CCairo
public import Layout

/// Paints one page as an SVG drawing in points; letters are outlines, so that it looks the same everywhere.
///
/// - Throws: `RenderError` when a face cannot be used or Cairo cannot finish.
public func svg(of page: Page, artworks: [String: Artwork], type: TypeCase) throws(RenderError) -> Warned<[UInt8]> {
    let sink = Sink()
    let trim = page.size.trim
    let surface = unsafe Surface(
        cairo_svg_surface_create_for_stream(Sink.write, sink.closure, trim.width.points, trim.height.points))
    unsafe cairo_svg_surface_restrict_to_version(surface.pointer, CAIRO_SVG_VERSION_1_2)
    let pictures = PictureStore(artworks, type: type, target: .document)
    let painter = PagePainter(
        Canvas(surface), faces: PaintingFaces(type), pictures: pictures, isTagged: false)
    try painter.paint(page)
    try surface.finish()
    return try withExtendedLifetime((pictures, sink)) { () throws(RenderError) in
        guard sink.bytes.suffix(7).elementsEqual("</svg>\n".utf8) else { throw .cairo("the file is cut short") }
        return Warned(withoutCounter(sink.bytes), painter.diagnostics)
    }
}

/// Cairo numbers its surfaces from the start of the process: the drawing's own number says when it was made, not what it is.
private func withoutCounter(_ bytes: [UInt8]) -> [UInt8] {
    let mark = Array("id=\"surface".utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return bytes }
    let digits = start + mark.count
    let end = bytes[digits...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? digits
    return Array(bytes[..<digits]) + Array("1".utf8) + Array(bytes[end...])
}
