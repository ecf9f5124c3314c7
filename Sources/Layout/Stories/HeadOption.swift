/// A head in one size.
struct HeadOption: Sendable {
    var size: Length
    var text: ShapedText
    var breaks: HeadlineBreaks
    var kicker: HeadSide?
    var deck: [HeadSide]
    /// How far the letters may be spaced to fill the measure: heads that stand flush left stay nearly solid.
    var mostTracking: Fraction

    /// Letters may be drawn together by so much to make a line fit.
    static let leastTracking = Fraction(1, 20)
    /// Leading of the head's own lines, as a share of their size.
    static let leading = Fraction(118, 100)
    /// Height of a kicker's or deck's line, as a share of its size.
    static let sideLeading = Fraction(135, 100)
    /// The share of its measure that a spaced head fills at the most.
    static let mostFill = Fraction(94, 100)

    /// The same without a deck.
    var withoutDeck: HeadOption {
        var option = self
        option.deck = []
        return option
    }

    /// The headline in so many lines, or in as many as it takes where these do not fit.
    func lines(_ count: Int, in measure: Length) -> [Range<Int>] {
        way(of: count, in: measure)?.lines ?? lines(in: measure)
    }

    /// The best way into so many lines that fits.
    func way(of count: Int, in measure: Length) -> HeadlineWay? {
        breaks.way(of: count) { leastWidth(of: $0) <= measure.scaled }
    }

    func fits(_ way: HeadlineWay, in measure: Length) -> Bool {
        way.lines.allSatisfy { leastWidth(of: $0) <= measure.scaled }
    }

    /// In any number of lines.
    func lines(in measure: Length) -> [Range<Int>] {
        breaks.way(of: text) { leastWidth(of: $0) <= measure.scaled }?.lines
            ?? breakLines(text, into: Measure(width: measure)).map(\.units)
    }

    /// Whether the headline can be set in so many lines of this size.
    func fits(lines count: Int, in measure: Length) -> Bool { way(of: count, in: measure) != nil }

    private func leastWidth(of line: Range<Int>) -> Int {
        let totals = text.totals(of: line)
        return totals.natural - HeadOption.leastTracking.of(Length(scaled: text.em)).scaled * totals.joints
    }

    /// The white put between (or taken from) neighbouring letters, in scaled points: the same in all lines, so that the
    /// widest fills its measure as well as may be (between −0.05 em and `mostTracking`).
    func tracking(of lines: [Range<Int>], in measure: Length) -> Int {
        let most = mostTracking.of(size).scaled
        let least = -HeadOption.leastTracking.of(size).scaled
        var tracking = most
        for line in lines {
            let totals = text.totals(of: text.trimmed(line))
            guard totals.joints > 0 else { continue }
            let spare = measure.scaled - totals.natural
            let wanted = HeadOption.mostFill.of(measure).scaled - totals.natural
            let share = spare < 0 ? (spare - totals.joints + 1) / totals.joints : max(0, wanted) / totals.joints
            tracking = min(tracking, share)
        }
        return max(least, tracking)
    }

    /// The width of a line with its tracking.
    func width(of line: Range<Int>, tracking: Int) -> Int {
        text.trackedLine(of: line, tracking: tracking).measure
    }

    /// The type's height without white around it.
    func height(lines: Int, measure: Length) -> Length {
        var height = HeadOption.leading.of(size) * (lines - 1) + size
        for side in [kicker].compactMap({ $0 }) + deck {
            height = height + HeadOption.sideLeading.of(side.em) * side.lines(in: measure).count
        }
        return height
    }

    func deckLines(in measure: Length) -> Int { deck.reduce(0) { $0 + $1.lines(in: measure).count } }

    /// Whole rows with the least white that a head needs: about a row in all, more for the largest.
    func rows(lines: Int, measure: Length, pitch: Length) -> Int {
        let white = max(pitch * 3 / 4, min(pitch * 3 / 2, size * 2 / 5))
        return (height(lines: lines, measure: measure) + white).rows(of: pitch)
    }
}

/// A kicker, a line of a deck or a quote: it breaks by the same rules as a headline.
struct HeadSide: Sendable {
    var text: ShapedText
    var breaks: HeadlineBreaks

    var em: Length { Length(scaled: text.em) }

    /// As few lines as hold it and leave its meaning whole, else as few as harm it least.
    func lines(in measure: Length) -> [Range<Int>] {
        breaks.way(of: text) { text.totals(of: $0).natural <= measure.scaled }?.lines
            ?? breakLines(text, into: Measure(width: measure)).map(\.units)
    }

    func resized(to size: Length) -> HeadSide { HeadSide(text: text.resized(to: size), breaks: breaks) }
}
