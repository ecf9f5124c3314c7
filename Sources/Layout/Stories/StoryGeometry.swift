/// Where a vertical head stands in its story's rectangle.
struct HeadStrip: Hashable, Sendable {
    var left: Length
    var width: Length
}

/// The columns inside a story's rectangle: its own text measure and gutters.
struct StoryGeometry: Hashable, Sendable {
    /// Scaled points from the left edge of the rectangle, and the width of one column.
    var lefts: [Length]
    var measure: Length
    /// The room for the head: from the first column's left edge to the last one's right edge.
    var headLeft: Length
    var headWidth: Length
    /// Rows that a box's frame takes at the top and at the foot.
    var frameRows: Int
    /// The left edge and width of the strip that a vertical head has beside the columns, over their whole height.
    var strip: HeadStrip?
    /// The width of the last column, where it holds pictures alone and takes what the legs of text leave; nil: it is one like
    /// the others.
    private(set) var pictureWidth: Length?

    /// - Parameters:
    ///   - columns: basic columns of the rectangle.
    ///   - inner: columns of text; other than `columns` where they are broken (破栏).
    ///   - strip: the least width of a vertical head's strip, and its side; what the columns leave comes to it.
    ///   - leg: characters of a line, where all inner columns but the last are legs of text of that measure.
    /// - Returns: nil when the text columns would be narrower than four characters (nine beside a vertical head), or the legs
    ///   leave pictures less than a column of the page.
    init?(
        columns: Int, inner: Int, isBoxed: Bool, grid: PageGrid,
        strip: (width: Length, side: TextRules.Side)? = nil,
        leg: Int? = nil
    ) {
        let width = grid.width(ofColumns: columns)
        let padding = isBoxed ? grid.body : .zero
        frameRows = isBoxed ? 1 : 0
        headLeft = padding
        headWidth = width - padding * 2
        if let strip {
            let gutters = grid.gutter * inner
            let characters = (headWidth - strip.width - gutters).scaled / inner / grid.body.scaled
            guard characters >= 9 else { return nil }
            let measure = grid.body * characters
            self.measure = measure
            let text = measure * inner + gutters
            let isLeft = strip.side == .left
            let first = padding + (isLeft ? headWidth - text + grid.gutter : .zero)
            lefts = (0..<inner).map { first + (measure + grid.gutter) * $0 }
            self.strip = HeadStrip(left: padding + (isLeft ? .zero : text), width: headWidth - text)
            return
        }
        if let leg {
            let measure = grid.body * leg
            let rest = headWidth - (measure + grid.gutter) * (inner - 1)
            guard inner > 1, leg >= 4, rest >= grid.columnWidth else { return nil }
            self.measure = measure
            lefts = (0..<inner).map { padding + (measure + grid.gutter) * $0 }
            pictureWidth = rest
            return
        }
        if inner == columns, !isBoxed {
            measure = grid.columnWidth
            lefts = (0..<inner).map { grid.x(ofColumn: $0) }
            return
        }
        // Whole characters to a measure; the remainder widens the gutters.
        let room = headWidth - grid.gutter * (inner - 1)
        let characters = room.scaled / inner / grid.body.scaled
        guard characters >= 4 else { return nil }
        let measure = grid.body * characters
        self.measure = measure
        if inner == 1 {
            lefts = [padding + (headWidth - measure) / 2]
        } else {
            let spare = headWidth - measure * inner
            lefts = (0..<inner).map { padding + measure * $0 + spare * $0 / (inner - 1) }
        }
    }

    /// The left edge and width of a head over some of the columns; nil: over all of them.
    func headSpan(_ columns: Range<Int>?) -> (left: Length, width: Length) {
        guard let columns, !columns.isEmpty, columns.upperBound <= lefts.count, columns.count < lefts.count else {
            return (headLeft, headWidth)
        }
        return span(columns)
    }

    /// The left edge and width over a range of columns.
    func span(_ columns: Range<Int>) -> (left: Length, width: Length) {
        let left = lefts[columns.lowerBound], last = columns.upperBound - 1
        return (left, lefts[last] + (last == lefts.count - 1 ? pictureWidth ?? measure : measure) - left)
    }

    /// The part of the whole width that columns take, as numbers in proportion.
    func share(of columns: Range<Int>) -> (part: Int, whole: Int) {
        pictureWidth == nil ? (columns.count, lefts.count) : (span(columns).width.scaled, headWidth.scaled)
    }
}
