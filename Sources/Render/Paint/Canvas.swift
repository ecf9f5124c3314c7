internal import CCairo
import Layout

/// One of Cairo's contexts, in points from the page's top left corner, y downwards.
@safe final class Canvas {
    let context: OpaquePointer
    private let surface: Surface

    init(_ surface: Surface) {
        guard let context = unsafe cairo_create(surface.pointer) else {
            preconditionFailure("Cairo never returns a null context")
        }
        self.surface = surface
        unsafe self.context = context
    }

    deinit { unsafe cairo_destroy(context) }

    func check() throws(RenderError) {
        let status = unsafe cairo_status(context)
        if status != CAIRO_STATUS_SUCCESS { throw .cairo(words(for: status)) }
        try surface.check()
    }

    /// Whatever `body` sets is undone after it.
    func saving(_ body: () -> Void) {
        unsafe cairo_save(context)
        body()
        unsafe cairo_restore(context)
    }

    func set(_ ink: Ink) {
        let colour = ink.rgb
        unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }

    func addPath(_ rect: Rect) {
        unsafe cairo_rectangle(
            context, rect.minX.points, rect.minY.points, rect.size.width.points, rect.size.height.points)
    }

    func move(_ x: Double, _ y: Double) { unsafe cairo_move_to(context, x, y) }
    func line(_ x: Double, _ y: Double) { unsafe cairo_line_to(context, x, y) }

    func addDisc(_ x: Double, _ y: Double, radius: Double) {
        unsafe cairo_new_sub_path(context)
        unsafe cairo_arc(context, x, y, radius, 0, 2 * Double.pi)
        unsafe cairo_close_path(context)
    }

    func fill() { unsafe cairo_fill(context) }

    func stroke(_ thickness: Double) {
        unsafe cairo_set_line_width(context, thickness)
        unsafe cairo_stroke(context)
    }
}
