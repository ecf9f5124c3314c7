internal import CCairo
import Layout

extension Canvas {
    func paint(_ rule: Rule) {
        let from = (x: rule.from.x.points, y: rule.from.y.points)
        let along = (x: rule.to.x.points - from.x, y: rule.to.y.points - from.y)
        let length = (along.x * along.x + along.y * along.y).squareRoot()
        let thickness = rule.thickness.points
        guard length > 0, thickness > 0 else { return }
        saving {
            set(rule.ink)
            // From here on the rule runs along the x axis.
            var matrix = cairo_matrix_t()
            unsafe cairo_matrix_init(
                &matrix, along.x / length, along.y / length, -along.y / length, along.x / length, from.x, from.y)
            unsafe cairo_transform(context, &matrix)
            switch rule.pattern {
            case .solid:
                move(0, 0)
                line(length, 0)
                stroke(thickness)
            case .dotted: dots(thickness, length: length)
            case .ornamental: ornament(thickness, length: length)
            }
        }
    }

    /// Round dots a thickness apart, as nearly as lets the first and the last touch the ends.
    private func dots(_ thickness: Double, length: Double) {
        let gaps = max(1, ((length - thickness) / (2 * thickness)).rounded())
        let pitch = max(length - thickness, thickness) / gaps
        unsafe cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        unsafe cairo_set_dash(context, [0, pitch], 2, 0)
        move(thickness / 2, 0)
        // A little beyond the last dot, or rounding may lose it.
        line(length - thickness / 2 + pitch / 100, 0)
        stroke(thickness)
    }

    /// 花线: lozenges with small discs between them, inside two hairlines; the thickness is the whole band's.
    /// The pattern is fitted so that both ends carry half a gap.
    private func ornament(_ thickness: Double, length: Double) {
        let hairline = max(thickness / 14, 0.25)
        let edge = (thickness - hairline) / 2
        for y in [-edge, edge] {
            move(0, y)
            line(length, y)
        }
        stroke(hairline)
        let height = thickness * 0.29
        let width = height * 1.5
        let count = max(1, (length / (thickness * 1.6)).rounded())
        let pitch = length / count
        for index in 0..<Int(count) {
            let x = (Double(index) + 0.5) * pitch
            move(x - width, 0)
            line(x, -height)
            line(x + width, 0)
            line(x, height)
            unsafe cairo_close_path(context)
            if index > 0 { addDisc(x - pitch / 2, 0, radius: thickness * 0.09) }
        }
        fill()
    }
}
