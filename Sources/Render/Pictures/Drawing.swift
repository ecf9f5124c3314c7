internal import CCairo
internal import CPango
internal import CRSVG
import Layout

/// Owns an SVG document. It has no base address, so that it can load nothing from outside.
@safe final class Drawing {
    private let handle: UnsafeMutablePointer<RsvgHandle>
    /// For its text, if it has any.
    private let fonts: FontMap?

    init(_ bytes: [UInt8], type: TypeCase) throws(PictureTrouble) {
        var error: UnsafeMutablePointer<GError>?
        guard let handle = unsafe rsvg_handle_new_from_data(bytes, gsize(bytes.count), &error) else {
            throw .broken(unsafe takeWords(of: error))
        }
        unsafe rsvg_handle_set_dpi(handle, 96)
        unsafe self.handle = handle
        // When in doubt, there is text.
        let isCompressed = bytes.starts(with: [0x1F, 0x8B])
        do throws(FontError) {
            fonts = isCompressed || bytes.holds("text") ? try Drawing.fonts(of: type) : nil
        } catch {
            unsafe g_object_unref(handle)
            throw .font(error)
        }
    }

    private static func fonts(of type: TypeCase) throws(FontError) -> FontMap {
        try type.checkAll()
        return FontMap(try type.configuration())
    }

    deinit { unsafe g_object_unref(handle) }

    /// Paints the drawing where nobody sees it: a drawing that fails half-way must not spoil the page.
    func prove() throws(PictureTrouble) {
        let surface = unsafe Surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nil))
        let canvas = Canvas(surface)
        try render(on: canvas, in: (0, 0, 100, 100))
        do { try canvas.check() } catch { throw .broken("SVG") }
    }

    func render(
        on canvas: Canvas, in place: (x: Double, y: Double, width: Double, height: Double)
    ) throws(PictureTrouble) {
        // librsvg asks Pango for the thread's default font map.
        unsafe pango_cairo_font_map_set_default(fonts.map { unsafe OpaquePointer($0.pointer) })
        defer { pango_cairo_font_map_set_default(nil) }
        var viewport = RsvgRectangle(x: place.x, y: place.y, width: place.width, height: place.height)
        var error: UnsafeMutablePointer<GError>?
        guard unsafe rsvg_handle_render_document(handle, canvas.context, &viewport, &error) != 0 else {
            throw .broken(unsafe takeWords(of: error))
        }
    }
}

extension Canvas {
    /// Vectors stay vectors. The drawing was proved before.
    func paint(_ drawing: Drawing, as placed: PlacedArtwork) {
        saving {
            addPath(placed.frame)
            unsafe cairo_clip(context)
            try? drawing.render(on: self, in: placed.whole)
        }
    }
}

@unsafe private func takeWords(of error: UnsafeMutablePointer<GError>?) -> String {
    guard let error = unsafe error else { return "SVG" }
    defer { unsafe g_error_free(error) }
    return unsafe String(cString: error.pointee.message)
}
