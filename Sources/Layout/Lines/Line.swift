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
    /// Whether it ends where the rule forbids it, because nothing else could be found.
    public var breaksRule = false
}

/// The room of a paragraph's lines.
public struct Measure: Hashable, Sendable {
    /// Scaled points, for all lines that `first` does not speak of.
    public var width: Int
    /// White in front of the first line, and of the others.
    public var firstIndent: Int
    public var hangingIndent: Int
    /// The rooms of the first lines where something stands beside them (a drop initial, an inset picture); the indents above
    /// are not added to these.
    public var first: [Room]

    /// The room of one line, in scaled points from the column's left edge.
    public struct Room: Hashable, Sendable {
        public var indent: Int
        public var width: Int

        public init(indent: Length, width: Length) {
            self.indent = indent.scaled
            self.width = width.scaled
        }

        init(indent: Int, width: Int) {
            self.indent = indent
            self.width = width
        }
    }

    public init(
        width: Length, firstIndent: Length = .zero, hangingIndent: Length = .zero, first: [Room] = []
    ) {
        self.width = width.scaled
        self.firstIndent = firstIndent.scaled
        self.hangingIndent = hangingIndent.scaled
        self.first = first
    }

    /// The rooms of the first lines, then of all others: every line from the last of these on has the same.
    var rooms: [Room] {
        let rest = Room(indent: hangingIndent, width: width - hangingIndent)
        let head = first.isEmpty ? [Room(indent: firstIndent, width: width - firstIndent)] : first
        return head.allSatisfy { $0 == rest } ? [rest] : head + [rest]
    }

    /// The room of what follows so many lines and a break that the writer asked for.
    func after(lines: Int) -> Measure {
        var next = self
        next.first = first.count > lines ? Array(first.dropFirst(lines)) : []
        next.firstIndent = hangingIndent
        return next
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
