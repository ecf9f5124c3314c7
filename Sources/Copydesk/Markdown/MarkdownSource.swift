import Layout

/// A story's body as it is given to the parser, and the way back to the places in its file.
struct MarkdownSource {
    var file: String
    var firstLine: Int
    private(set) var lines: [[Unicode.Scalar]]

    init(_ text: String, in file: String, firstLine: Int) {
        (self.file, self.firstLine) = (file, firstLine)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            mendEmphasis(withoutDefinition(Array(line.unicodeScalars)))
        }
    }

    var text: String { String(String.UnicodeScalarView(lines.joined(separator: ["\n"]))) }

    /// The writer's text of a 1-based line.
    func line(_ number: Int) -> String {
        lines.indices.contains(number - 1) ? restored(String(String.UnicodeScalarView(lines[number - 1]))) : ""
    }

    /// Where a node stands in the story's file: the parser counts in bytes, a place in characters, without
    /// sentinels.
    func place(of node: MarkdownNode, withColumn: Bool = true) -> SourcePlace {
        let place = SourcePlace(file: file, line: max(1, node.line) + firstLine - 1)
        guard withColumn, node.column > 0, lines.indices.contains(node.line - 1) else { return place }
        var bytes = node.column - 1
        var column = 1
        for scalar in lines[node.line - 1] {
            guard bytes > 0 else { break }
            bytes -= UTF8.width(scalar)
            if scalar != Sentinel.letter { column += 1 }
        }
        return SourcePlace(file: file, line: place.line, column: column)
    }

    /// Whether the parser could be kept busy for long: cmark's time grows with the square of brackets, asterisks
    /// and the like that stand in one block, and its depth with the markers that start a line.
    var isTooDense: Bool {
        var (marks, bars) = (0, 0)
        for line in lines {
            if line.allSatisfy({ $0 == " " || $0 == "\t" }) { (marks, bars) = (0, 0) }
            marks += line.count { "[]()*_`<>!~&\\".unicodeScalars.contains($0) }
            // Of the bars of a table there may be many, but not in one line.
            let barsHere = line.count { $0 == "|" }
            bars += barsHere
            let lead = line.prefix { " \t>-+*0123456789.)".unicodeScalars.contains($0) }
            if marks > 2000 || bars > 10_000 || barsHere > 200 || lead.count > 200 { return true }
        }
        return false
    }
}

/// A line such as `[问]: 为什么` is a link's definition to CommonMark and would vanish from the text. Unless it
/// is followed by an address, a sentinel makes it text.
private func withoutDefinition(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let indent = line.prefix { $0 == " " || $0 == ">" }.count
    guard indent < line.count, line[indent] == "[" else { return line }
    guard let close = line[indent...].firstIndex(of: "]"), close + 1 < line.count, line[close + 1] == ":" else {
        return line
    }
    let rest = trimmed(String(String.UnicodeScalarView(line[(close + 2)...])))
    let isAddress = ["http://", "https://", "mailto:", "/", "#", "<"].contains { rest.hasPrefix($0) }
    guard !isAddress || line[indent + 1] == "^" else { return line }
    return line[...close] + [Sentinel.letter] + line[(close + 1)...]
}
