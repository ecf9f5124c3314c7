internal import CCairo
public import Layout

/// Paints pages into a PDF: RGB, tagged, with an outline; its pages are the trimmed pages.
///
/// The same pages give the same bytes, whatever the surroundings. Pictures that cannot be painted are
/// crossed frames and diagnostics.
///
/// Cairo writes a document on one thread. While it writes the pages, other threads paint the pictures on sheets of their own,
/// and at last the pages and the sheets are bound into one file.
/// - Parameter artworks: what `PlacedArtwork.path` refers to.
/// - Throws: `RenderError` when a face cannot be used or Cairo cannot finish.
public func pdf(
    of pages: [Page], artworks: [String: Artwork], type: TypeCase, document: DocumentFacts
) async throws(RenderError) -> Warned<[UInt8]> {
    let standIns = try StandIns(for: pages, artworks)
    let orders = standIns.orders
    async let painted = paintSheets(orders, of: artworks, type: type)
    var text = try textDocument(of: pages, pictures: standIns, type: type, document: document)
    let sheets = await painted
    var troubles: [String: PictureTrouble] = [:]
    for case (let order, .failure(let trouble)) in zip(orders, sheets) { troubles[order.path] = trouble }
    if !troubles.isEmpty {
        // Pictures turned out to be broken that had their places by then: the pages are painted again, with crossed frames.
        let standIns = try StandIns(for: pages, artworks, troubles: troubles)
        text = try textDocument(of: pages, pictures: standIns, type: type, document: document)
    }
    let sound = zip(orders, sheets).filter { order, _ in troubles[order.path] == nil }
    return Warned(try bind(text.output, sound.compactMap { try? $1.get() }), text.diagnostics)
}

/// The document with stand-ins for its pictures.
private func textDocument(
    of pages: [Page], pictures: StandIns, type: TypeCase, document: DocumentFacts
) throws(RenderError) -> Warned<CairoFile> {
    let sink = Sink()
    let surface = unsafe Surface(
        cairo_pdf_surface_create_for_stream(Sink.write, sink.closure, 1, 1), writingTo: sink)
    surface.describe(document)
    let diagnostics = try paint(pages, on: surface, pictures: pictures, type: type)
    surface.addOutline(of: pages)
    try surface.finish()
    guard let file = CairoFile(sink.bytes) else { throw .unbindable }
    return Warned(file, diagnostics)
}

private func paint(
    _ pages: [Page], on surface: Surface, pictures: any PicturePainter, type: TypeCase
) throws(RenderError) -> [Diagnostic] {
    let faces = PaintingFaces(type)
    let canvas = Canvas(surface)
    let painter = PagePainter(canvas, faces: faces, pictures: pictures, isTagged: true)
    for page in pages {
        let trim = page.size.trim
        unsafe cairo_pdf_surface_set_size(surface.pointer, trim.width.points, trim.height.points)
        try painter.paint(page)
        unsafe cairo_show_page(canvas.context)
        try canvas.check()
    }
    return painter.diagnostics
}

extension Surface {
    /// Cairo writes the dates without their `D:`; prepress, which rewrites the file, puts it there.
    fileprivate func describe(_ document: DocumentFacts) {
        let facts: [(cairo_pdf_metadata_t, String)] = [
            (CAIRO_PDF_METADATA_TITLE, document.title), (CAIRO_PDF_METADATA_AUTHOR, document.author),
            (CAIRO_PDF_METADATA_CREATOR, "press"), (CAIRO_PDF_METADATA_CREATE_DATE, document.timestamp),
            (CAIRO_PDF_METADATA_MOD_DATE, document.timestamp),
        ]
        for (key, value) in facts { unsafe cairo_pdf_surface_set_metadata(pointer, key, value) }
    }

    /// An entry for each page, with the page's stories below it.
    fileprivate func addOutline(of pages: [Page]) {
        for (index, page) in pages.enumerated() {
            let entry = unsafe cairo_pdf_surface_add_outline(
                pointer, CAIRO_PDF_OUTLINE_ROOT, "第\(page.number)版", "page=\(index + 1) pos=[0 0]",
                CAIRO_PDF_OUTLINE_FLAG_OPEN)
            for module in page.modules where module.kind == .story {
                let headline = module.headline
                guard !headline.isEmpty else { continue }
                let place = "pos=[\(module.frame.minX.points) \(module.frame.minY.points)]"
                unsafe _ = cairo_pdf_surface_add_outline(
                    pointer, entry, headline, "page=\(index + 1) \(place)", cairo_pdf_outline_flags_t(rawValue: 0))
            }
        }
    }
}
