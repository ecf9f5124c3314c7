import Layout

/// Gathers the text of one block: spans, and where the block falls into several paragraphs.
struct InlineText {
    /// A line that the writer indented with U+3000 starts a paragraph, blank line or not.
    private(set) var paragraphs: [[Span]] = [[]]
    /// How the source lines of the current paragraph end.
    private(set) var hardBreaks = 0
    private(set) var softBreaks = 0
    private var pendingSoftBreak = false
    /// What is not text, for the caller to report.
    private(set) var remarks: [(MarkdownRemark, MarkdownNode)] = []

    init(_ nodes: [MarkdownNode]) {
        for node in nodes { add(node, [], link: nil) }
    }

    /// Text that is not to be read as Markdown.
    init(plain text: String) {
        for (index, line) in text.split(separator: "\n").enumerated() {
            if index > 0 { pendingSoftBreak = true }
            append(trimmed(line), [], link: nil)
        }
    }

    private mutating func add(_ node: MarkdownNode, _ emphasis: Span.Emphasis, link: String?) {
        switch node.kind {
        case "text": appendReadings(restored(node.literal), emphasis, link: link)
        case "code": append(restored(node.literal), emphasis, link: link)
        case "softbreak":
            softBreaks += 1
            pendingSoftBreak = true
        case "linebreak":
            hardBreaks += 1
            append("\n", emphasis, link: link)
        case "html_inline":
            if node.literal.hasPrefix("<!--") {
                remarks.append((.comment, node))
            } else if node.literal.lowercased().hasPrefix("<br") {
                append("\n", emphasis, link: link)
            } else {
                remarks.append((.html, node))
            }
        case "link":
            for child in node.children { add(child, emphasis, link: restored(node.address)) }
        case "image":
            remarks.append((.picture, node))
            for child in node.children { add(child, emphasis, link: link) }
        case "strong", "emph":
            let more: Span.Emphasis = node.kind == "strong" ? .strong : .dotted
            for child in node.children { add(child, emphasis.union(more), link: link) }
        default:
            append(restored(node.literal), emphasis, link: link)
            for child in node.children { add(child, emphasis, link: link) }
        }
    }

    /// Text in which `{东昌|dōng chāng}` is a word with its reading above it.
    private mutating func appendReadings(_ text: String, _ emphasis: Span.Emphasis, link: String?) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            let inside = rest[rest.index(after: open)...]
            // Only around a few characters, and with a reading of their length: all else is as the writer typed it.
            let word = inside.prefix(13).prefix { $0 != "|" && $0 != "{" && $0 != "}" }
            let behind = inside[word.endIndex...].dropFirst().prefix(160)
            guard !word.isEmpty, word.endIndex < inside.endIndex, inside[word.endIndex] == "|",
                let close = behind.firstIndex(of: "}"), case let reading = trimmed(behind[..<close]),
                !reading.isEmpty
            else {
                appendNotes(String(rest[...open]), emphasis, link: link)
                rest = inside
                continue
            }
            appendNotes(String(rest[..<open]), emphasis, link: link)
            append(String(word), emphasis, link: link, ruby: reading)
            rest = inside[inside.index(after: close)...]
        }
        appendNotes(String(rest), emphasis, link: link)
    }

    /// Text in which `[^1]` is a note mark.
    private mutating func appendNotes(_ text: String, _ emphasis: Span.Emphasis, link: String?) {
        var rest = text[...]
        while let mark = rest.firstRange(of: "[^"), let close = rest[mark.upperBound...].firstIndex(of: "]") {
            let label = rest[mark.upperBound..<close]
            guard (1...3).contains(label.count), label.allSatisfy({ $0.isLetter || $0.isNumber }) else {
                append(String(rest[..<mark.upperBound]), emphasis, link: link)
                rest = rest[mark.upperBound...]
                continue
            }
            append(String(rest[..<mark.lowerBound]), emphasis, link: link)
            append(String(label), emphasis.union(.superior), link: link)
            rest = rest[rest.index(after: close)...]
        }
        append(String(rest), emphasis, link: link)
    }

    private mutating func append(_ text: String, _ emphasis: Span.Emphasis, link: String?, ruby: String? = nil) {
        guard !text.isEmpty else { return }
        var text = text
        if pendingSoftBreak {
            pendingSoftBreak = false
            if text.unicodeScalars.first == "\u{3000}" {
                paragraphs.append([])
            } else if needsSpace(between: tail, and: Array(text.unicodeScalars.prefix(2))) {
                text = " " + text
            }
        }
        let current = paragraphs.count - 1
        if let last = paragraphs[current].last, last.emphasis == emphasis, last.link == link, last.ruby == nil,
            ruby == nil
        {
            paragraphs[current][paragraphs[current].count - 1].text += text
        } else {
            paragraphs[current].append(Span(text, emphasis: emphasis, link: link, ruby: ruby))
        }
    }

    /// The last two characters so far.
    private var tail: [Unicode.Scalar] {
        var tail: [Unicode.Scalar] = []
        for span in paragraphs[paragraphs.count - 1].reversed() where tail.count < 2 {
            tail = Array(span.text.unicodeScalars.suffix(2 - tail.count)) + tail
        }
        return tail
    }
}

/// The text as the writer typed it.
func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == Sentinel.letter || $0 == Sentinel.asterisk }) else {
        return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != Sentinel.letter {
        result.append(scalar == Sentinel.asterisk ? "*" : scalar)
    }
    return String(result)
}

/// Without white space at either end; runs of spaces and tabs are one space. Empty spans are left out.
func tidied(_ spans: [Span]) -> [Span] {
    var result: [Span] = []
    // Space at the start goes, as does space after space or after a line break.
    var last: Unicode.Scalar = "\n"
    for span in spans {
        var text = String.UnicodeScalarView()
        for scalar in span.text.unicodeScalars {
            let isSpace = scalar == " " || scalar == "\t" || (scalar == "\u{3000}" && last == "\n")
            if isSpace, last == " " || last == "\n" { continue }
            text.append(isSpace ? " " : scalar)
            last = isSpace ? " " : scalar
        }
        if !text.isEmpty {
            result.append(Span(String(text), emphasis: span.emphasis, link: span.link, ruby: span.ruby))
        }
    }
    while let end = result.last, let scalar = end.text.unicodeScalars.last, scalar.properties.isWhitespace {
        result[result.count - 1].text.unicodeScalars.removeLast()
        if result[result.count - 1].text.isEmpty { result.removeLast() }
    }
    return result
}
