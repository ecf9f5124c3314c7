import Layout

/// A source line with a mark below the scalars that are meant, cut to the width of a terminal.
struct Excerpt: Equatable {
    var line: String
    var marks: String

    /// - Parameters:
    ///   - column: 1-based, in scalars; 0 where the whole line is meant.
    ///   - cells: the width to keep to; the copy of a paragraph is one long line.
    init(of source: String, column: Int, length: Int, cells: Int = 76) {
        let scalars = source.unicodeScalars.map(\.shown)
        guard column > 0 else {
            line = Excerpt.cut(scalars[...], to: cells)
            marks = ""
            return
        }
        let start = min(column - 1, scalars.count)
        let end = min(start + max(1, length), scalars.count)
        let first = Excerpt.first(showing: start, of: scalars, cells: cells)
        let lead = first > 0 ? "…" : ""
        line = lead + Excerpt.cut(scalars[first...], to: cells - lead.cells)
        let before = lead.cells + Excerpt.cells(scalars[first..<start])
        let width = max(1, Excerpt.cells(scalars[start..<max(start, end)]))
        marks =
            String(repeating: " ", count: before)
            + String(repeating: "^", count: min(width, max(1, cells - before)))
    }

    /// The scalar to begin with, so that `start` is seen with what stands before it.
    private static func first(showing start: Int, of scalars: [Unicode.Scalar], cells limit: Int) -> Int {
        guard cells(scalars[..<start]) > limit * 2 / 3 else { return 0 }
        var first = start
        var before = 0
        while first > 0, before + scalars[first - 1].cells <= limit / 3 {
            first -= 1
            before += scalars[first].cells
        }
        return first
    }

    private static func cut(_ scalars: ArraySlice<Unicode.Scalar>, to limit: Int) -> String {
        guard cells(scalars) > limit else { return String(scalars) }
        var taken = scalars.startIndex
        var width = 0
        while width + scalars[taken].cells <= limit - 1 {
            width += scalars[taken].cells
            taken += 1
        }
        return String(scalars[..<taken]) + "…"
    }

    private static func cells(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + $1.cells }
    }
}

extension String {
    fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self = String(view)
    }
}
