/// A story's head with all its type shaped: every size that it may take, each with its best breaks.
struct MeasuredHead: Sendable {
    /// By size, ascending.
    var options: [HeadOption]
    /// The same for a vertical head: a line's measure is then a height, and the head's height a width. Empty where none is
    /// wanted.
    var vertical: [HeadOption] = []

    /// One way to set the head into a measure.
    struct Choice {
        var setting: HeadSetting
        var rows: Int
        var deckLines: Int
        /// The widest line's share of the measure, in thousandths.
        var fill: Int
        /// What the breaks do to the meaning: see `HeadlineGrammar`.
        var meaning: Int
    }

    private static let mostSpared = 3

    /// The ways that fit into `measure`: for each size that does the fewest lines that leave the meaning whole, else the
    /// fewest of those that do it the least harm. A headline too long for all of them is set in the smallest size, in as many lines as it takes.
    ///
    /// - Parameter mostLines: a head of four lines suits one column or two: over more it is a block of type.
    func settings(
        in measure: Length, pitch: Length, hasDeck: Bool = true, mostLines: Int = mostHeadlineLines
    ) -> [Choice] {
        var result: [Choice] = []
        let options = hasDeck ? options : options.map(\.withoutDeck)
        for option in options {
            let fitting = option.breaks.ways.indices.prefix(
                option.breaks.isSet ? option.breaks.ways.count : mostLines
            ).compactMap { index in
                option.way(of: index + 1, in: measure).map { (count: index + 1, way: $0) }
            }
            guard var best = fitting.min(by: { ($0.way.harm, $0.count) < ($1.way.harm, $1.count) }) else {
                continue
            }
            // A line more where that spares a break that is doubtful.
            if best.way.isDoubtful, let next = fitting.first(where: { $0.count == best.count + 1 }),
                !next.way.isDoubtful, next.count <= MeasuredHead.mostSpared
            {
                best = next
            }
            let tracking = option.tracking(of: best.way.lines, in: measure)
            let widest = best.way.lines.map { option.width(of: $0, tracking: tracking) }.max() ?? 0
            result.append(
                Choice(
                    setting: HeadSetting(size: option.size, lines: best.count, hasDeck: hasDeck),
                    rows: option.rows(lines: best.count, measure: measure, pitch: pitch),
                    deckLines: option.deckLines(in: measure),
                    fill: widest * 1000 / max(1, measure.scaled), meaning: best.way.meaning))
        }
        if result.isEmpty, let option = options.first {
            let lines = option.lines(in: measure)
            result.append(
                Choice(
                    setting: HeadSetting(size: option.size, lines: lines.count, hasDeck: hasDeck),
                    rows: option.rows(lines: lines.count, measure: measure, pitch: pitch),
                    deckLines: option.deckLines(in: measure), fill: 1000,
                    meaning: HeadlineGrammar.refused))
        }
        return result
    }

    func option(of size: Length) -> HeadOption? { options.first { $0.size == size } }
    func option(for setting: HeadSetting) -> HeadOption? {
        let option = (setting.direction == .vertical ? vertical : options).first { $0.size == setting.size }
        return setting.hasDeck ? option : option?.withoutDeck
    }
}

/// Shapes a head once, in the largest size of its ladder; the other sizes are in proportion.
func measureHead<M: TextMeasurer>(
    of story: Story, style: FontStyle, ladder: HeadLadder, house: HouseStyle, rules: TextRules, with measurer: M
) throws(M.Failure) -> MeasuredHead {
    var rules = rules
    // Marks at the edges of a head's lines are half width whatever the text's rule (GB/T 15834 5.1.10).
    if rules.punctuation == .plain || rules.punctuation == .lineEndHalf { rules.punctuation = .quanjiao }
    func options(_ direction: TextRun.Direction) throws(M.Failure) -> [HeadOption] {
        func line(_ text: String, _ style: RoleStyle, _ size: Length) throws(M.Failure) -> HeadSide {
            var style = style
            style.font.size = size
            let shaped = try shape(
                [StyledSpan(text, style)], em: size, rules: rules, direction: direction, with: measurer)
            return HeadSide(text: shaped, breaks: HeadlineBreaks(shaped, words: measurer.words(in: text)))
        }
        let largest = Length.points(ladder.sizes.last ?? 12)
        let headline = try line(story.headlineText, RoleStyle(style), largest)
        let sideSize = MeasuredHead.sideSize(under: largest)
        var kicker: HeadSide?
        if let text = story.kicker { kicker = try line(text, house[.kicker], sideSize) }
        var deck: [HeadSide] = []
        for text in story.deck { deck.append(try line(text, house[.deck], sideSize)) }
        return ladder.sizes.map { points in
            let size = Length.points(points)
            let side = MeasuredHead.sideSize(under: size)
            return HeadOption(
                size: size, text: headline.text.resized(to: size), breaks: headline.breaks,
                kicker: kicker?.resized(to: side), deck: deck.map { $0.resized(to: side) },
                mostTracking: story.hasCentredHead || direction == .topToBottom ? Fraction(1, 8) : Fraction(2, 25))
        }
    }
    return MeasuredHead(
        options: try options(.leftToRight),
        vertical: story.headDirection == .vertical || story.suitsVerticalHead ? try options(.topToBottom) : [])
}

extension MeasuredHead {
    /// Kicker and deck about two steps under the main line.
    static func sideSize(under size: Length) -> Length {
        let points = size.scaled / Length.unitsPerPoint
        return .points(max(10, min(20, points * 5 / 9)))
    }
}

extension Story {
    /// The headline's lines without the full stop that a headline does not have.
    var headlineText: String { headline.map(withoutStop).joined(separator: "\n") }

    /// Whether a headline's line ends with a full stop.
    var headlineHasStop: Bool { headline.contains { withoutStop($0) != $0 } }

    /// Whether press may set its head down the page by itself: a head of one line of Han, of a story that is not the lead.
    var suitsVerticalHead: Bool {
        guard mayHeadRunDown, priority <= 4, !isBoxed, !isPoem, kicker == nil, headline.count == 1 else {
            return false
        }
        let text = headlineText.unicodeScalars
        guard (4...16).contains(text.count) else { return false }
        // Two figures make one cell; more, and letters, would lie on their side.
        var figures = 0
        for scalar in text {
            if scalar.isWesternLetter { return false }
            figures = ("0"..."9").contains(scalar) ? figures + 1 : 0
            if figures > 2 { return false }
        }
        return true
    }

    /// Heads are centred over their story, over a poem always; briefs stand flush left.
    var hasCentredHead: Bool { priority > 2 || isBoxed || isPoem }

    private var isPoem: Bool {
        !body.isEmpty
            && body.allSatisfy {
                if case .verse = $0 { true } else { false }
            }
    }

    private func withoutStop(_ line: String) -> String {
        guard line.hasSuffix("。"), line.count > 1 else { return line }
        return String(line.dropLast())
    }
}
