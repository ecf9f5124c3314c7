/// One shaped part of a story's body, in reading order.
public enum BodyPart: Sendable {
    /// Running text: a paragraph, a quotation, an item of a list.
    case text(ShapedText, role: Role)
    case crosshead(ShapedText)
    /// A stanza: its lines are kept.
    case verse(ShapedText)
    case table(ShapedTable)
    /// A whole body that runs down, byline and all.
    case vertical(VerticalBody)
    /// Who wrote it: ends the story.
    case byline(ShapedText)
    /// 下转第N版, flush right at the end; 上接第N版, flush left at the beginning.
    case jumpLine(ShapedText)
}

extension Role {
    /// Whether a line may take two rows, so that a reading stands above it.
    var hasRoomAbove: Bool { self == .body || self == .quote || self == .verse }

    /// Whether Western words are hyphenated: in what is read line by line, not in heads, verse and names.
    var mayPartWords: Bool {
        switch self {
        case .body, .quote, .caption, .editorNote, .table: true
        default: false
        }
    }
}

extension Paragraph {
    /// Its first letter and the rest, if it begins with one.
    var initial: (letter: String, rest: Paragraph)? {
        guard let span = spans.first, span.ruby == nil, !span.emphasis.contains(.superior),
            let letter = span.text.first,
            let scalar = letter.unicodeScalars.first, scalar.isIdeograph || scalar.isWesternLetter
        else { return nil }
        var rest = self
        rest.spans[0].text.removeFirst()
        // The letter's own white takes the place of a space behind it.
        while let first = rest.spans.first {
            rest.spans[0].text = String(first.text.drop { $0.isWhitespace })
            guard rest.spans[0].text.isEmpty else { break }
            rest.spans.removeFirst()
        }
        return rest.text.isEmpty ? nil : (String(letter), rest)
    }
}

/// A table whose cells are shaped.
public struct ShapedTable: Sendable {
    var alignments: [Table.Alignment]
    /// The head row first, if the table has one.
    var rows: [[ShapedText]]
    var hasHead: Bool
}

/// How a story goes on on another page.
enum Continuation { case insideParagraph, withParagraph }

/// Shapes copy in the house style's types.
struct BodyShaper<M: TextMeasurer> {
    let house: HouseStyle
    let rules: TextRules
    /// The grid's row.
    let pitch: Length
    let measurer: M

    /// The whole body of a story, dateline and byline included.
    ///
    /// - Parameter continued: the story goes on from another page, here inside a paragraph or with a new one; nil: it begins.
    func parts(of story: Story, continued: Continuation? = nil) throws(M.Failure) -> [BodyPart] {
        if story.textDirection == .vertical { return [.vertical(try verticalBody(of: story))] }
        var parts: [BodyPart] = []
        func mayBeginWithInitial(_ height: Int) -> Bool { parts.isEmpty && continued == nil && height >= 2 }
        var dateline = story.dateline
        for block in story.body {
            switch block {
            case .paragraph(let paragraph):
                let height = story.initial ?? rules.initial
                if mayBeginWithInitial(height), dateline == nil, let (letter, rest) = paragraph.initial {
                    parts.append(.text(try text(rest, after: letter, lines: height), role: .body))
                } else {
                    parts.append(.text(try text(paragraph, .body, opening: dateline), role: .body))
                }
                dateline = nil
            case .crosshead(let paragraph):
                parts.append(.crosshead(try text(paragraph, .crosshead)))
            case .listItem(let label, let paragraph):
                parts.append(.text(try text(paragraph, .body, label: label), role: .body))
            case .quote(let paragraph):
                parts.append(.text(try text(paragraph, .quote), role: .quote))
            case .verse(let paragraph):
                let runsDown = story.verseDirection == .vertical
                parts.append(.verse(try text(paragraph, .verse, direction: runsDown ? .topToBottom : .leftToRight)))
            case .table(let table):
                parts.append(.table(try shapedTable(table)))
            }
        }
        if continued == .insideParagraph, case .text(var text, let role)? = parts.first {
            text.rules.indent = Fraction(0)
            parts[0] = .text(text, role: role)
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
        _ paragraph: Paragraph, _ role: Role, opening dateline: String? = nil, label: String? = nil,
        direction: TextRun.Direction = .leftToRight
    ) throws(M.Failure) -> ShapedText {
        var spans: [StyledSpan] = []
        // An em of white behind the dateline, in every line the same.
        if let dateline { spans.append(StyledSpan(dateline + "\u{3000}", house[.dateline])) }
        if let label, !label.isEmpty {
            spans.append(StyledSpan(label == "•" || label == "·" ? "●" : label, house[.body]))
        }
        spans += paragraph.spans.map { styled($0, role, runsDown: direction == .topToBottom) }
        return try shape(spans, role, direction: direction)
    }

    /// - Parameter runsDown: vertical text has no room beside its lines.
    func styled(_ span: Span, _ role: Role, runsDown: Bool = false) -> StyledSpan {
        var style = house[role]
        // Heads of all kinds are in heavy type already.
        if span.emphasis.contains(.strong), role != .crosshead {
            style.font = house[.strong].font.sized(style.font.size)
        }
        let isSuperior = span.emphasis.contains(.superior)
        if isSuperior { style.font.size = Fraction(6, 10).of(style.font.size) }
        guard let ruby = span.ruby else {
            return StyledSpan(
                span.text, style, isDotted: span.emphasis.contains(.dotted), isSuperior: isSuperior)
        }
        // Where there is no room above the line, a reading stands behind its text.
        guard role.hasRoomAbove, !runsDown else { return StyledSpan("\(span.text)（\(ruby)）", style) }
        var small = style
        small.font.size = ShapedText.rubySize.of(style.font.size)
        return StyledSpan(
            span.text, style, isDotted: span.emphasis.contains(.dotted), ruby: StyledSpan.Ruby(ruby, small))
    }

    /// A paragraph behind its drop initial.
    private func text(_ rest: Paragraph, after letter: String, lines: Int) throws(M.Failure) -> ShapedText {
        var shaped = try text(rest, .body)
        var style = house[.headline]
        style.font.size = pitch * (lines - 1) + house[.body].font.size
        style.ink = house[.body].ink
        try shaped.setInitial(letter, style, lines: lines, with: measurer)
        return shaped
    }

    /// A short text in a role's type; nil when it is empty.
    func line(_ text: String, _ role: Role) throws(M.Failure) -> ShapedText? {
        text.isEmpty ? nil : try shape([StyledSpan(text, house[role])], role)
    }

    func shape(
        _ spans: [StyledSpan], _ role: Role, direction: TextRun.Direction = .leftToRight
    ) throws(M.Failure) -> ShapedText {
        try Layout.shape(
            spans, em: house[role].font.size, rules: house.rules(for: role, over: rules),
            hyphenates: role.mayPartWords, direction: direction, with: measurer)
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
