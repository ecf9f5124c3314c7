internal import CCairo
import Layout

extension Canvas {
    /// Paints a run of glyphs, with the text that searching and reading aloud find.
    func paint(_ run: GlyphRun, with font: ScaledFont) {
        guard !run.glyphs.isEmpty else { return }
        let glyphs = run.glyphs.map { placed in
            cairo_glyph_t(index: UInt(placed.glyph), x: placed.origin.x.points, y: placed.origin.y.points)
        }
        let clusters = run.clusters.lazy.filter { $0.bytes > 0 || $0.glyphs > 0 }.map { cluster in
            cairo_text_cluster_t(num_bytes: Int32(cluster.bytes), num_glyphs: Int32(cluster.glyphs))
        }
        precondition(
            run.clusters.reduce(0) { $0 + $1.bytes } == run.text.utf8.count
                && run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count,
            "a run's clusters cover its text and its glyphs")
        set(run.ink)
        unsafe cairo_set_scaled_font(context, font.pointer)
        unsafe cairo_show_text_glyphs(
            context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), Array(clusters),
            Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    }
}
