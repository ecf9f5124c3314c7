/// One line of a paragraph: its units, its room, and how it fills it.
public struct Line: Hashable, Sendable {
    /// Trimmed: spaces at its edges left out.
    public var units: Range<Int>
    /// White in front of it, in scaled points.
    public var indent: Int
    /// The room for its text: the column's measure less the indent.
    public var measure: Int
    public var fit: LineFit
    /// Whether it is a paragraph's (or a verse line's) last.
    public var isLast: Bool
}

/// The room of a paragraph's lines.
public struct Measure: Hashable, Sendable {
    /// Scaled points.
    public var width: Int
    /// White in front of the first line, and of the others.
    public var firstIndent: Int
    public var hangingIndent: Int

    public init(width: Length, firstIndent: Length = .zero, hangingIndent: Length = .zero) {
        self.width = width.scaled
        self.firstIndent = firstIndent.scaled
        self.hangingIndent = hangingIndent.scaled
    }
}

extension ShapedText {
    /// The stretches between breaks that the writer asked for.
    var segments: [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for unit in 0..<count where classes[unit] == .lineBreak {
            result.append(start..<unit)
            start = unit + 1
        }
        result.append(start..<count)
        return result.filter { !trimmed($0).isEmpty }
    }
}
