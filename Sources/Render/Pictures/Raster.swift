internal import CCairo
import Layout

/// A picture made of pixels: a surface of Cairo's and its size.
struct Raster {
    var surface: Surface
    var width: Int
    var height: Int
}

extension Canvas {
    func paint(_ raster: Raster, as placed: PlacedArtwork) {
        let whole = placed.whole
        saving {
            addPath(placed.frame)
            unsafe cairo_clip(context)
            unsafe cairo_translate(context, whole.x, whole.y)
            unsafe cairo_scale(context, whole.width / Double(raster.width), whole.height / Double(raster.height))
            paint(raster)
        }
    }

    /// Paints a picture with its first pixel at the origin, each as large as a unit.
    func paint(_ raster: Raster) {
        unsafe cairo_set_source_surface(context, raster.surface.pointer, 0, 0)
        let pattern = unsafe cairo_get_source(context)
        unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
        // Past its edge a picture goes on as its edge, or scaling would fade it into the paper. In a PDF that would
        // make Cairo copy the pixels and drop the file's own bytes; there the viewer does the scaling.
        let isDocument = unsafe cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_PDF
        unsafe cairo_pattern_set_extend(pattern, isDocument ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD)
        unsafe cairo_paint(context)
    }
}
