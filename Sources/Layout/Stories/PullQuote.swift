/// A story's pull quote (引语) with its type shaped.
struct MeasuredQuote: Sendable {
    var text: ShapedText
    /// Who says it.
    var by: ShapedText?
}

/// A pull quote set in one measure: a block between two thin rules that takes whole rows and is not parted.
public struct QuoteBlock: Sendable {
    public var lines: [Line]
    public var by: Line?
    /// The lines stand in the middle of the column, all from one left edge.
    public var width: Length
    public var height: Length
}

extension QuoteBlock {
    static let leading = Fraction(14, 10)
    /// From the line of names to the quote's last line.
    static let byLeading = Fraction(17, 10)
}

extension BodyShaper {
    /// Only for text that runs across: what runs down is one text.
    func quote(of story: Story) throws(M.Failure) -> MeasuredQuote? {
        guard let quote = story.quote, story.textDirection == .horizontal,
            let text = try line(quote.text, .pullQuote)
        else { return nil }
        return MeasuredQuote(text: text, by: try quote.by.flatMap { by throws(M.Failure) in try line("——" + by, .byline) })
    }
}

extension MeasuredQuote {
    /// In as few lines as hold it, all of like length.
    func block(in measure: Length) -> QuoteBlock {
        let em = text.em
        let most = max(1, measure.scaled / em)
        func lines(_ characters: Int) -> [Line] { breakLines(text, into: Measure(width: Length(scaled: em * characters))) }
        var (best, width) = (lines(most), most)
        let natural = text.totals(of: text.trimmed(0..<text.count)).natural
        for characters in (natural + em * best.count - 1) / (em * best.count)..<max(most, natural) where characters < most {
            let narrower = lines(characters)
            guard narrower.count == best.count else { continue }
            (best, width) = (narrower, characters)
            break
        }
        var height = QuoteBlock.leading.of(Length(scaled: em)) * (best.count - 1) + Length(scaled: em)
        let names = by.map { by -> Line in
            var line = breakLines(by, into: Measure(width: measure))[0]
            line.fit = by.fit(line.units, into: line.measure, isLast: true)
            return line
        }
        if let by { height = height + QuoteBlock.byLeading.of(Length(scaled: by.em)) }
        return QuoteBlock(lines: best, by: names, width: Length(scaled: em * width), height: height)
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

    /// The parts over which the quote stands well: in the middle half of the text, the nearest to its middle first.
    func quotePlaces(in lines: [FlowLine]) -> [Int] {
        let rows = lines.reduce(0) { $0 + $1.rows }
        var row = 0
        var places: [(part: Int, away: Int)] = []
        for (index, line) in lines.enumerated() {
            if index > 0, line.part != lines[index - 1].part, row * 4 >= rows, row * 4 <= rows * 3,
                mayQuoteStand(over: line.part)
            {
                places.append((line.part, abs(row * 2 - rows)))
            }
            row += line.rows
        }
        return places.sorted { ($0.away, $0.part) < ($1.away, $1.part) }.prefix(MeasuredStory.mostQuotePlaces).map(\.part)
    }

    /// The lines with the quote over a part; where it may not stand, without it.
    func lines(_ lines: [FlowLine], quoteOver part: Int?, measure: Length) -> [FlowLine] {
        guard let part, let quote, mayQuoteStand(over: part), let index = lines.firstIndex(where: { $0.part == part })
        else { return lines }
        let block = quote.block(in: measure)
        var lines = lines
        // No column begins or ends with it.
        lines[index].breakCost = max(lines[index].breakCost, FlowCosts.quote)
        lines.insert(
            FlowLine(part: part, content: .pullQuote(block), rows: rows(of: block), breakCost: FlowCosts.quote),
            at: index)
        return lines
    }
}
