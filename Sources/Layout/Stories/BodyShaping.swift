/// One shaped part of a story's body, in reading order.
public enum BodyPart: Sendable {
    /// Running text: a paragraph, a quotation, an item of a list.
    case text(ShapedText, role: Role)
    case crosshead(ShapedText)
    /// A stanza: its lines are kept.
    case verse(ShapedText)
    case table(ShapedTable)
    /// Who wrote it: ends the story.
    case byline(ShapedText)
    /// 下转第N版, flush right at the end; 上接第N版, flush left at the beginning.
    case jumpLine(ShapedText)
}

/// A table whose cells are shaped.
public struct ShapedTable: Sendable {
    public var alignments: [Table.Alignment]
    /// The head row first, if the table has one.
    public var rows: [[ShapedText]]
    public var hasHead: Bool
}

/// Shapes copy in the house style's types.
struct BodyShaper<M: TextMeasurer> {
    let house: HouseStyle
    let rules: TextRules
    let measurer: M

    /// The whole body of a story, dateline and byline included.
    func parts(of story: Story) throws(M.Failure) -> [BodyPart] {
        var parts: [BodyPart] = []
        var dateline = story.dateline
        for block in story.body {
            switch block {
            case .paragraph(let paragraph):
                parts.append(.text(try text(paragraph, .body, opening: dateline), role: .body))
                dateline = nil
            case .crosshead(let paragraph):
                parts.append(.crosshead(try text(paragraph, .crosshead)))
            case .listItem(let label, let paragraph):
                parts.append(.text(try text(paragraph, .body, label: label), role: .body))
            case .quote(let paragraph):
                parts.append(.text(try text(paragraph, .quote), role: .quote))
            case .verse(let paragraph):
                parts.append(.verse(try text(paragraph, .verse)))
            case .table(let table):
                parts.append(.table(try shapedTable(table)))
            }
        }
        if let dateline {
            let spans = [StyledSpan(dateline, house[.dateline])]
            parts.insert(.text(try shape(spans, .body), role: .body), at: 0)
        }
        if !story.byline.isEmpty {
            // A name is never parted: lines break between the people named.
            let names = story.byline.map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) }
            let text = "（" + names.joined(separator: " ") + "）"
            var shaped = try shape([StyledSpan(text, house[.byline])], .byline)
            shaped.breakOnlyAtSpaces()
            parts.append(.byline(shaped))
        }
        return parts
    }

    /// One paragraph in a role's type.
    func text(
        _ paragraph: Paragraph, _ role: Role, opening dateline: String? = nil, label: String? = nil
    ) throws(M.Failure) -> ShapedText {
        var spans: [StyledSpan] = []
        if let dateline { spans.append(StyledSpan(dateline + " ", house[.dateline])) }
        if let label { spans.append(StyledSpan(label == "•" || label == "·" ? "●" : label, house[.body])) }
        spans += paragraph.spans.map { span in
            var style = house[role]
            if span.emphasis.contains(.strong), role == .body {
                style.font = house[.strong].font.sized(style.font.size)
            }
            return StyledSpan(span.text, style, isDotted: span.emphasis.contains(.dotted))
        }
        return try shape(spans, role)
    }

    /// A short text in a role's type; nil when it is empty.
    func line(_ text: String, _ role: Role) throws(M.Failure) -> ShapedText? {
        text.isEmpty ? nil : try shape([StyledSpan(text, house[role])], role)
    }

    func shape(_ spans: [StyledSpan], _ role: Role) throws(M.Failure) -> ShapedText {
        try Layout.shape(spans, em: house[role].font.size, rules: rules, with: measurer)
    }

    private func shapedTable(_ table: Table) throws(M.Failure) -> ShapedTable {
        var rows: [[ShapedText]] = []
        let hasHead = table.head.contains { !$0.text.isEmpty }
        for row in (hasHead ? [table.head] : []) + table.rows {
            var cells: [ShapedText] = []
            for cell in row { cells.append(try text(cell, .table)) }
            rows.append(cells)
        }
        return ShapedTable(alignments: table.alignments, rows: rows, hasHead: hasHead)
    }
}
