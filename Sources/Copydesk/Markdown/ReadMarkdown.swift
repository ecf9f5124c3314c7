import Layout

/// Reads a story's body. Nothing of its text is lost: what a newspaper cannot show as it was marked up is shown
/// as plain text, with a remark.
func readMarkdown(_ text: String, in file: String, firstLine: Int, at desk: Desk) -> [Block] {
    let source = MarkdownSource(text, in: file, firstLine: firstLine)
    guard !source.isTooDense else {
        desk.report(.tooDense, at: SourcePlace(file: file, line: firstLine))
        return plainBlocks(text, in: file, firstLine: firstLine)
    }
    var reader = MarkdownReader(source: source, desk: desk)
    for node in parseMarkdown(source.text).children { reader.read(node) }
    return reader.blocks
}

extension Desk {
    func report(_ remark: MarkdownRemark, at place: SourcePlace) {
        let message = remark.message
        report(
            remark.severity, .markupUnsupported, at: place, zh: message.zh, en: message.en, hint: remark.hint)
    }
}

/// Paragraphs parted by blank lines, and nothing else.
private func plainBlocks(_ text: String, in file: String, firstLine: Int) -> [Block] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var blocks: [Block] = []
    for run in lines.indices.split(whereSeparator: { trimmed(lines[$0]).isEmpty }) {
        let inline = InlineText(plain: run.map { String(lines[$0]) }.joined(separator: "\n"))
        let place = SourcePlace(file: file, line: firstLine + (run.first ?? 0))
        blocks += inline.paragraphs.map { .paragraph(Paragraph(tidied($0), at: place)) }
    }
    return blocks
}

/// Turns the parser's blocks into a story's.
private struct MarkdownReader {
    let source: MarkdownSource
    let desk: Desk
    var blocks: [Block] = []

    /// Where a block stands: what its paragraphs become.
    enum Setting { case body, quote, item(label: String) }

    mutating func read(_ node: MarkdownNode, _ setting: Setting = .body) {
        switch node.kind {
        case "paragraph": readParagraph(node, setting)
        case "heading": readHeading(node)
        case "block_quote": for child in node.children { read(child, .quote) }
        case "list": readList(node, prefix: "", depth: 0)
        case "table": blocks.append(.table(readTable(node)))
        case "thematic_break": remark(.thematicBreak, node)
        case "code_block": readCode(node, setting)
        case "html_block": readHTML(node, setting)
        default: for child in node.children { read(child, setting) }
        }
    }

    private func remark(_ remark: MarkdownRemark, _ node: MarkdownNode) {
        desk.report(remark, at: source.place(of: node))
    }

    private func inline(_ node: MarkdownNode) -> InlineText {
        let text = InlineText(node.children)
        for (remark, inner) in text.remarks {
            // Columns of inline nodes are not reliable in cmark; their lines are.
            desk.report(remark, at: source.place(of: inner.line > 0 ? inner : node, withColumn: false))
        }
        return text
    }

    private mutating func readParagraph(_ node: MarkdownNode, _ setting: Setting) {
        let text = inline(node)
        let place = source.place(of: node)
        for (index, spans) in text.paragraphs.enumerated() {
            var spans = tidied(spans)
            // A backslash at the end of the last line of verse breaks nothing and is not meant as text.
            if text.hardBreaks > 0, spans.last?.text.hasSuffix("\\") == true {
                spans[spans.count - 1].text.removeLast()
                spans = tidied(spans)
            }
            guard !spans.isEmpty else { continue }
            let paragraph = Paragraph(spans, at: place)
            switch setting {
            case .quote: blocks.append(.quote(paragraph))
            case .item(let label) where index == 0: blocks.append(.listItem(label: label, paragraph))
            case .body where text.hardBreaks > 0 && text.softBreaks == 0: blocks.append(.verse(paragraph))
            default: blocks.append(.paragraph(paragraph))
            }
        }
    }

    private mutating func readHeading(_ node: MarkdownNode) {
        if node.level != 2 { remark(.headingLevel, node) }
        let isUnderlined = !trimmed(source.line(node.line).drop { $0 == ">" || $0 == " " }).hasPrefix("#")
        let text = inline(node)
        for spans in text.paragraphs.map(tidied) where !spans.isEmpty {
            let crosshead = Paragraph(spans, at: source.place(of: node))
            if isUnderlined, crosshead.text.unicodeScalars.count > 30 { remark(.longCrosshead, node) }
            blocks.append(.crosshead(crosshead))
        }
    }

    /// A list in a list becomes more items: their labels tell the depth, `1.2.` or `–`.
    private mutating func readList(_ list: MarkdownNode, prefix: String, depth: Int) {
        if depth == 1 { remark(.nestedList, list) }
        for (index, item) in list.children.enumerated() {
            let number = list.firstNumber.map { prefix + "\($0 + index)" }
            let label = number.map { $0 + (list.isBracketed ? ")" : ".") } ?? (depth == 0 ? "•" : "–")
            var isLabelled = false
            for child in item.children {
                if child.kind == "list" {
                    readList(child, prefix: number.map { $0 + "." } ?? "", depth: depth + 1)
                } else {
                    read(child, isLabelled ? .body : .item(label: label))
                    isLabelled = true
                }
            }
        }
    }

    private func readTable(_ table: MarkdownNode) -> Table {
        let count = table.alignments.count
        var rows: [[Paragraph]] = []
        for row in table.children {
            var cells = row.children.map { cell in
                Paragraph(tidied(inline(cell).paragraphs.flatMap { $0 }), at: source.place(of: row))
            }
            // cmark drops the cells that are too many.
            let extra = cellTexts(source.line(row.line)).dropFirst(count).map { trimmed($0) }.filter { !$0.isEmpty }
            if !extra.isEmpty, !cells.isEmpty {
                remark(.extraCells, row)
                cells[cells.count - 1].spans.append(Span(" " + extra.joined(separator: " ")))
            }
            while cells.count < count { cells.append(Paragraph([], at: source.place(of: row))) }
            rows.append(Array(cells.prefix(count)))
        }
        let alignments: [Table.Alignment] = table.alignments.map {
            $0 == UInt8(ascii: "r") ? .trailing : $0 == UInt8(ascii: "c") ? .centre : .leading
        }
        return Table(
            alignments: alignments, head: rows.first ?? [], rows: Array(rows.dropFirst()),
            at: source.place(of: table))
    }

    /// Indented by four spaces, a paragraph is code to Markdown, but an indented paragraph to everyone else.
    private mutating func readCode(_ node: MarkdownNode, _ setting: Setting) {
        if node.isFenced { remark(.code, node) }
        // What stands behind a fence is its first line, so that it is not lost.
        let text = node.isFenced ? node.info + "\n" + node.literal : node.literal
        readAgain(text, firstLine: node.line, asMarkdown: !node.isFenced, setting)
    }

    private mutating func readHTML(_ node: MarkdownNode, _ setting: Setting) {
        let (text, hasComment) = withoutTags(node.literal)
        remark(hasComment && trimmed(text).isEmpty ? .comment : .html, node)
        readAgain(text, firstLine: node.line, asMarkdown: false, setting)
    }

    /// Every line a paragraph.
    private mutating func readAgain(_ text: String, firstLine: Int, asMarkdown: Bool, _ setting: Setting) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = trimmed(restored(String(line)))
            guard !line.isEmpty else { continue }
            let at = firstLine + index + source.firstLine - 1
            if asMarkdown {
                blocks += readMarkdown(line, in: source.file, firstLine: at, at: desk)
            } else {
                let place = SourcePlace(file: source.file, line: at)
                let paragraph = Paragraph(tidied([Span(line)]), at: place)
                if case .quote = setting {
                    blocks.append(.quote(paragraph))
                } else {
                    blocks.append(.paragraph(paragraph))
                }
            }
        }
    }
}
