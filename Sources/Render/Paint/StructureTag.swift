internal import CCairo
import Layout

extension PageModule {
    /// What the module is in the PDF's structure tree.
    var tag: String {
        switch kind {
        case .story: "Art"
        case .advertisement, .furniture: "Sect"
        }
    }

    /// The words of the module's headline, for the outline; empty when it has none.
    var headline: String {
        var words = ""
        for passage in passages {
            guard case .text(let role, _) = passage.kind, role.isHeadline else { continue }
            for case .glyphs(let run) in passage.marks { words += run.text }
        }
        return words
    }
}

extension Passage {
    /// What the passage is in the structure tree; nil for what is not read.
    var tag: String? {
        guard !marks.isEmpty else { return nil }
        switch kind {
        case .ornament: return nil
        case .figure: return "Figure"
        case .text(let role, _): return role.tag
        }
    }
}

extension Role {
    var isHeadline: Bool {
        switch self {
        case .leadHeadline, .secondHeadline, .headline, .briefHeadline: true
        default: false
        }
    }

    fileprivate var tag: String {
        switch self {
        case .leadHeadline, .secondHeadline, .headline, .briefHeadline: "H1"
        case .crosshead: "H2"
        case .caption, .credit: "Caption"
        default: "P"
        }
    }
}

extension Canvas {
    /// Marks what `body` paints as one element of the structure tree.
    func tagged(_ tag: String?, _ body: () throws(RenderError) -> Void) throws(RenderError) {
        guard let tag else { return try body() }
        unsafe cairo_tag_begin(context, tag, nil)
        try body()
        unsafe cairo_tag_end(context, tag)
    }
}
