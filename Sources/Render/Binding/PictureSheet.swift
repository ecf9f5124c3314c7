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

    /// - Throws: `RenderError.cairo` when Cairo cannot finish the sheet.
    init(_ picture: PictureContent, size: PictureSize?) throws(RenderError) {
        switch picture {
        case .raster(let raster):
            let size = PictureSize(width: Double(raster.width), height: Double(raster.height))
            try self.init(size) { $0.paint(raster) }
        case .drawing(let drawing):
            guard let size else { preconditionFailure("a drawing is ordered in a size") }
            // The drawing was proved before.
            try self.init(size) { try? drawing.render(on: $0, in: (0, 0, size.width, size.height)) }
        }
    }

    private init(_ size: PictureSize, _ paint: (Canvas) -> Void) throws(RenderError) {
        let sink = Sink()
        let surface = unsafe Surface(
            cairo_pdf_surface_create_for_stream(Sink.write, sink.closure, size.width, size.height))
        let canvas = Canvas(surface)
        paint(canvas)
        unsafe cairo_show_page(canvas.context)
        try canvas.check()
        try surface.finish()
        let bytes = withExtendedLifetime(sink) { sink.bytes }
        guard let file = CairoFile(bytes), let root = file.root, let pages = file.reference("/Pages", in: root),
            let page = file.reference("/Kids", in: pages), let content = file.reference("/Contents", in: page),
            let resources = file.reference("/Resources", in: page)
        else { throw .unbindable }
        self.file = file
        self.size = size
        self.content = content
        self.resources = resources
    }
}

/// Paints the sheets that were ordered, side by side.
func paintSheets(
    _ orders: [PictureOrder], of pictures: PreparedPictures
) async -> Result<[PictureSheet], RenderError> {
    // A picture in two sizes is one task: no two threads may use a drawing at once.
    var numbers: [String: [Int]] = [:]
    for (number, order) in orders.enumerated() { numbers[order.path, default: []].append(number) }
    let tasks = orders.indices.compactMap { number in
        numbers[orders[number].path].flatMap { $0.first == number ? $0 : nil }
    }
    do throws(RenderError) {
        let painted = try await concurrentMap(tasks) { numbers throws(RenderError) in
            var sheets: [(number: Int, sheet: PictureSheet)] = []
            for number in numbers {
                guard case .success(let picture) = pictures[orders[number].path] else { continue }
                sheets.append((number, try PictureSheet(picture, size: orders[number].size)))
            }
            return sheets
        }
        return .success(painted.flatMap { $0 }.sorted { $0.number < $1.number }.map(\.sheet))
    } catch {
        return .failure(error)
    }
}
