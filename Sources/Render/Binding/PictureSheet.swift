internal import CCairo
import Layout

/// A picture on a sheet of its own: a PDF of one page, painted apart from the pages and bound into them afterwards.
struct PictureSheet: Sendable {
    let file: CairoFile
    /// In points.
    let size: PictureSize
    /// What the sheet's page holds, and what that refers to: numbers of objects.
    let content: Int
    let resources: Int

    init(_ raster: Raster) throws(PictureTrouble) {
        let size = PictureSize(width: Double(raster.width), height: Double(raster.height))
        try self.init(size) { canvas throws(PictureTrouble) in canvas.paint(raster) }
    }

    init(_ drawing: Drawing, size: PictureSize) throws(PictureTrouble) {
        try self.init(size) { canvas throws(PictureTrouble) in
            try drawing.render(on: canvas, in: (0, 0, size.width, size.height))
        }
    }

    private init(_ size: PictureSize, _ paint: (Canvas) throws(PictureTrouble) -> Void) throws(PictureTrouble) {
        let sink = Sink()
        let surface = unsafe Surface(
            cairo_pdf_surface_create_for_stream(Sink.write, sink.closure, size.width, size.height), writingTo: sink)
        let canvas = Canvas(surface)
        try paint(canvas)
        unsafe cairo_show_page(canvas.context)
        do throws(RenderError) {
            try canvas.check()
            try surface.finish()
        } catch {
            throw .broken(error.phrase.en)
        }
        guard let file = CairoFile(sink.bytes), let root = file.root,
            let pages = file.reference("/Pages", in: root),
            let page = file.reference("/Kids", in: pages), let content = file.reference("/Contents", in: page),
            let resources = file.reference("/Resources", in: page)
        else { throw .broken("PDF") }
        self.file = file
        self.size = size
        self.content = content
        self.resources = resources
    }
}

/// Paints the sheets that were ordered, side by side; those that cannot be painted say why.
func paintSheets(
    _ orders: [PictureOrder], of artworks: [String: Artwork], type: TypeCase
) async -> [Result<PictureSheet, PictureTrouble>] {
    // A picture is decoded once, however many sizes it is shown in.
    var numbers: [String: [Int]] = [:]
    for (number, order) in orders.enumerated() { numbers[order.path, default: []].append(number) }
    let jobs = orders.indices.compactMap { number in
        numbers[orders[number].path].flatMap { $0.first == number ? $0 : nil }
    }
    let painted = await concurrentMap(jobs) { numbers in
        zip(numbers, sheets(of: artworks[orders[numbers[0]].path], in: numbers.map { orders[$0].size }, type: type))
            .map { (number: $0, sheet: $1) }
    }
    return painted.flatMap { $0 }.sorted { $0.number < $1.number }.map(\.sheet)
}

/// One picture's sheets: one for each size.
private func sheets(
    of artwork: Artwork?, in sizes: [PictureSize?], type: TypeCase
) -> [Result<PictureSheet, PictureTrouble>] {
    do throws(PictureTrouble) {
        guard let artwork else { throw .missing }
        let picture = try PictureContent(forDocument: artwork, type: type)
        return sizes.map { size in
            Result { () throws(PictureTrouble) in
                switch picture {
                case .raster(let raster): return try PictureSheet(raster)
                case .drawing(let drawing):
                    guard let size else { preconditionFailure("a drawing is ordered in a size") }
                    return try PictureSheet(drawing, size: size)
                }
            }
        }
    } catch {
        return sizes.map { _ in .failure(error) }
    }
}
