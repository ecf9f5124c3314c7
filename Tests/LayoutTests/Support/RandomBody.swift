@testable import Layout

/// Gives a story a body of everything that copy may hold: readings, notes, bold, Western words, crossheads, lists, quotations,
/// verse, tables, a drop initial, a dateline, text that goes on on another page.
func mix(_ story: inout Story, size: Int, using random: inout SeededGenerator) {
    var body: [Block] = []
    var length = 0
    while length < size {
        let block = randomBlock(isFirst: body.isEmpty, at: story.place, using: &random)
        body.append(block)
        length += block.characterCount
    }
    while case .crosshead? = body.last { body.removeLast() }
    story.body = body
    if Int.random(in: 0..<3, using: &random) == 0 { story.initial = Int.random(in: 2...3, using: &random) }
    if Int.random(in: 0..<4, using: &random) == 0 { story.dateline = "本报讯" }
    if Int.random(in: 0..<3, using: &random) == 0 { story.verseDirection = .vertical }
    if story.priority >= 3, Int.random(in: 0..<4, using: &random) == 0 { story.headDirection = .vertical }
}

private func randomBlock(isFirst: Bool, at place: SourcePlace, using random: inout SeededGenerator) -> Block {
    switch isFirst ? 0 : Int.random(in: 0..<12, using: &random) {
    case 0...4:
        return .paragraph(mixedParagraph(Int.random(in: 30...150, using: &random), at: place, using: &random))
    case 5: return .crosshead(mixedParagraph(5, at: place, using: &random))
    case 6, 7:
        let label = Bool.random(using: &random) ? "•" : "1."
        return .listItem(
            label: label, mixedParagraph(Int.random(in: 10...60, using: &random), at: place, using: &random))
    case 8: return .quote(mixedParagraph(Int.random(in: 20...80, using: &random), at: place, using: &random))
    case 9, 10:
        var spans: [Span] = []
        for line in 0..<Int.random(in: 2...6, using: &random) {
            if line > 0 { spans.append(Span("\n")) }
            spans += mixedParagraph(Int.random(in: 4...9, using: &random), at: place, using: &random).spans
        }
        return .verse(Paragraph(spans, at: place))
    default:
        let columns = Int.random(in: 2...4, using: &random)
        func row(_ random: inout SeededGenerator) -> [Paragraph] {
            (0..<columns).map { column in
                column == 0
                    ? mixedParagraph(Int.random(in: 2...6, using: &random), at: place, using: &random)
                    : Paragraph([Span(String(Int.random(in: 1...99_999_999, using: &random)))], at: place)
            }
        }
        let rows = (0..<Int.random(in: 2...5, using: &random)).map { _ in row(&random) }
        return .table(
            Table(
                alignments: (0..<columns).map { $0 == 0 ? .leading : .trailing }, head: row(&random), rows: rows,
                at: place))
    }
}

/// Spans of all kinds, about so many characters together.
private func mixedParagraph(
    _ length: Int, at place: SourcePlace, using random: inout SeededGenerator
) -> Paragraph {
    let words = ["A ", "press ", "HarfBuzz", "NASA", "Llanfairpwllgwyngyll", "https://example.com/a-b/c_d", "3.5%"]
    var spans: [Span] = []
    var count = 0
    // A letter with a space behind it opens some paragraphs.
    if Int.random(in: 0..<5, using: &random) == 0 { spans.append(Span("A ")) }
    while count < length {
        let text = newsParagraph(min(length - count, 20), using: &random)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: spans.append(Span(text, emphasis: .strong))
        case 1: spans.append(Span("东昌", ruby: "dōng chāng"))
        case 2: spans.append(Span("郫", emphasis: .strong, ruby: "abcdefgh"))
        case 3: spans += [Span(text), Span("12", emphasis: .superior)]
        case 4: spans.append(Span(words.randomElement(using: &random)!))
        default: spans.append(Span(text))
        }
        count += text.count
    }
    return Paragraph(spans, at: place)
}

extension Story {
    /// Every character that must be printed, readings and labels too, spaces left out, in an order of their own.
    var everyCharacter: [Unicode.Scalar] {
        var text = dateline ?? ""
        for block in body {
            switch block {
            case .paragraph(let paragraph), .quote(let paragraph), .verse(let paragraph), .crosshead(let paragraph):
                text += paragraph.everything
            case .listItem(let label, let paragraph): text += (label == "•" ? "●" : label) + paragraph.everything
            case .table(let table): text += ([table.head] + table.rows).joined().map(\.everything).joined()
            }
        }
        if !byline.isEmpty { text += byline.joined() }
        return printable(text)
    }
}

/// Characters in an order of their own: without spaces, hyphens of parted words and the brackets around names and readings
/// where these are none of the copy's.
func printable(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace && !"\u{AD}（）".unicodeScalars.contains($0) }.sorted()
}

extension Paragraph {
    fileprivate var everything: String { spans.map { $0.text + ($0.ruby ?? "") }.joined() }
}
