/// A story's pull quote (引语) with its type shaped.
struct MeasuredQuote: Sendable {
    /// It breaks where its meaning does, as a head's lines do.
    var side: HeadSide
    var text: ShapedText { side.text }
    /// Who says it.
    var by: ShapedText?
    /// The parts of the body where the sentence stands itself: beside them it would only be read twice.
    var sources: [Int] = []
}

/// A pull quote set in one measure: a block between two thin rules that takes whole rows and is not parted.
struct QuoteBlock: Sendable {
    var lines: [Line]
    /// Who says it, flush right under it.
    var by: [Line]
    /// The lines stand in the middle of the column, all from one left edge.
    var width: Length
    var height: Length
}

extension QuoteBlock {
    static let leading = Fraction(14, 10)
    /// A line of names, and the white over the first.
    static let byLeading = Fraction(13, 10)
    static let byWhite = Fraction(4, 10)
}

extension BodyShaper {
    /// Only for text that runs across: what runs down is one text.
    func quote(of story: Story) throws(M.Failure) -> MeasuredQuote? {
        guard let quote = story.quote, story.textDirection == .horizontal,
            let text = try line(quote.text, .pullQuote)
        else { return nil }
        return MeasuredQuote(
            side: HeadSide(text: text, breaks: HeadlineBreaks(text, words: measurer.words(in: quote.text))),
            by: try quote.by.flatMap { by throws(M.Failure) in try line("——" + by, .byline) })
    }
}

extension MeasuredQuote {
    func block(in measure: Length) -> QuoteBlock {
        let em = text.em
        let best = side.lines(in: measure).map { text.trackedLine(of: $0, tracking: 0) }
        var height = QuoteBlock.leading.of(Length(scaled: em)) * (best.count - 1) + Length(scaled: em)
        var names: [Line] = []
        if let by {
            names = breakLines(by, into: Measure(width: measure)).map { line in
                var line = line
                line.fit = by.fit(line.units, into: line.measure, isLast: true)
                return line
            }
            let em = Length(scaled: by.em)
            height = height + QuoteBlock.byWhite.of(em) + QuoteBlock.byLeading.of(em) * names.count
        }
        return QuoteBlock(
            lines: best, by: names, width: Length(scaled: best.map(\.measure).max() ?? 0), height: height)
    }
}

extension MeasuredStory {
    /// How many places for its quote are looked at.
    private static let mostQuotePlaces = 3

    /// The rows of the quote's block: with the white between type and rules, and between rules and text.
    func rows(of block: QuoteBlock) -> Int { (block.height + pitch * 2).rows(of: pitch) }

    /// Whether the quote may stand over a part of the body: a paragraph that follows another.
    func mayQuoteStand(over part: Int) -> Bool {
        guard quote != nil, parts.indices.contains(part), part > 0, case .text(_, .body) = parts[part],
            case .text(_, .body) = parts[part - 1]
        else { return false }
        return true
    }

    /// The parts over which the quote stands well: in the middle half of the text, not beside the sentence itself, the nearest
    /// to the middle first.
    func quotePlaces(in lines: [FlowLine]) -> [Int] {
        guard let quote else { return [] }
        let rows = lines.reduce(0) { $0 + $1.rows }
        var row = 0
        var places: [(part: Int, away: Int)] = []
        for (index, line) in lines.enumerated() {
            if index > 0, line.part != lines[index - 1].part, row * 4 >= rows, row * 4 <= rows * 3,
                mayQuoteStand(over: line.part)
            {
                let isBeside = quote.sources.contains(line.part) || quote.sources.contains(line.part - 1)
                places.append((line.part, abs(row * 2 - rows) + (isBeside ? rows : 0)))
            }
            row += line.rows
        }
        return places.sorted { ($0.away, $0.part) < ($1.away, $1.part) }.prefix(MeasuredStory.mostQuotePlaces).map(
            \.part)
    }

    /// The lines with the quote over a part; where it may not stand, without it.
    func lines(_ lines: [FlowLine], quoteOver part: Int?, measure: Length) -> [FlowLine] {
        guard let part, let quote, mayQuoteStand(over: part),
            let index = lines.firstIndex(where: { $0.part == part })
        else { return lines }
        return self.lines(lines, quote: quote.block(in: measure), at: index)
    }

    /// The lines with a set quote over the line that begins a part.
    func lines(_ lines: [FlowLine], quote block: QuoteBlock, at index: Int) -> [FlowLine] {
        var lines = lines
        // No column begins or ends with it, or with a line or two beside it.
        for near in max(1, index - 2)...min(index + 2, lines.count - 1) {
            lines[near].breakCost = max(lines[near].breakCost, FlowCosts.quote)
        }
        lines.insert(
            FlowLine(
                part: lines[index].part, content: .pullQuote(block), rows: rows(of: block),
                breakCost: FlowCosts.quote),
            at: index)
        return lines
    }
}

extension MeasuredStory {
    /// Where the quote's sentence stands in the body.
    func quoteSources(_ text: ShapedText) -> [Int] {
        let wanted = text.letters
        return parts.indices.filter { index in
            if case .text(let part, _) = parts[index] { part.letters.contains(wanted) } else { false }
        }
    }
}

extension ShapedText {
    /// Without marks and spaces.
    fileprivate var letters: String {
        let scalars = text(of: 0..<count).unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
