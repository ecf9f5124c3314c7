public import Layout

/// The pages' text as a list for a bare renderer to repeat (`Bench/floor.c`), in tab-separated lines:
///
///     page <width> <height>
///     run <face file> <size> <x> <y> <text>
///
/// Lengths are in points from the page's top left corner; a run's place is its first glyph's origin.
/// Turned runs are left out.
public func runListing(of pages: [Page], type: TypeCase) -> String {
    var lines = ""
    for page in pages {
        lines += "page\t\(page.size.trim.width.points)\t\(page.size.trim.height.points)\n"
        for passage in page.modules.lazy.flatMap(\.passages) {
            for case .glyphs(let run) in passage.marks where !run.isTurned {
                guard let first = run.glyphs.first else { continue }
                let face = type.faces[run.face.index].path
                let text = String(run.text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
                let place = "\(first.origin.x.points)\t\(first.origin.y.points)"
                lines += "run\t\(face)\t\(run.size.points)\t\(place)\t\(text)\n"
            }
        }
    }
    return lines
}
