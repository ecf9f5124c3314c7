internal import CCairo
import Layout

/// Paints pages on one canvas and collects what the editor should know of them.
final class PagePainter {
    private let canvas: Canvas
    private let faces: PaintingFaces
    private let pictures: any PicturePainter
    /// Whether the file has a structure tree.
    private let isTagged: Bool
    private(set) var diagnostics: [Diagnostic] = []

    init(_ canvas: Canvas, faces: PaintingFaces, pictures: any PicturePainter, isTagged: Bool) {
        self.canvas = canvas
        self.faces = faces
        self.pictures = pictures
        self.isTagged = isTagged
    }

    func paint(_ page: Page) throws(RenderError) {
        for module in page.modules {
            let place = PagePlace(page: page.number, story: module.kind == .furniture ? nil : module.name)
            let isEmpty = module.passages.allSatisfy { $0.tag == nil }
            try canvas.tagged(isTagged && !isEmpty ? module.tag : nil) { () throws(RenderError) in
                for passage in module.passages {
                    try canvas.tagged(isTagged ? passage.tag : nil) { () throws(RenderError) in
                        for mark in passage.marks { try paint(mark, at: place) }
                    }
                }
            }
        }
    }

    private func paint(_ mark: Mark, at place: PagePlace) throws(RenderError) {
        switch mark {
        case .glyphs(let run):
            canvas.paint(run, with: try faces.font(for: run))
        case .rule(let rule):
            canvas.paint(rule)
        case .tint(let rect, let ink):
            canvas.set(ink)
            canvas.addPath(rect)
            canvas.fill()
        case .frame(let rect, let thickness, let ink):
            canvas.set(ink)
            canvas.addPath(rect)
            canvas.stroke(thickness.points)
        case .disc(let centre, let radius, let ink):
            canvas.set(ink)
            canvas.addDisc(centre.x.points, centre.y.points, radius: radius.points)
            canvas.fill()
        case .picture(let placed):
            if let trouble = pictures.paint(placed, on: canvas) {
                canvas.paintCrossedFrame(placed.frame)
                diagnostics.append(trouble.diagnostic(of: placed.path, at: place))
            }
        }
    }
}

extension Canvas {
    /// What stands where a picture should stand.
    func paintCrossedFrame(_ rect: Rect) {
        set(.solidBlack)
        addPath(rect)
        move(rect.minX.points, rect.minY.points)
        line(rect.maxX.points, rect.maxY.points)
        move(rect.maxX.points, rect.minY.points)
        line(rect.minX.points, rect.maxY.points)
        stroke(0.5)
    }
}
