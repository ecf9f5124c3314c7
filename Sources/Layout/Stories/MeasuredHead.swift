/// A story's head with all its type shaped: every size that it may take, each with its best breaks.
public struct MeasuredHead: Sendable {
    /// By size, ascending.
    public var options: [HeadOption]

    /// The ways that fit into `measure`, one for each size that does. A headline too long for all of them is set in the
    /// smallest size, in as many lines as it takes.
    func settings(in measure: Length, pitch: Length) -> [(setting: HeadSetting, rows: Int, fill: Int)] {
        var result: [(setting: HeadSetting, rows: Int, fill: Int)] = []
        for option in options {
            for count in option.breaks.indices {
                guard let lines = option.breaks[count] else { continue }
                let widest = lines.map { option.text.totals(of: $0).natural }.max() ?? 0
                guard widest <= measure.scaled else { continue }
                let fill = widest * 1000 / measure.scaled
                let setting = HeadSetting(size: option.size, lines: count + 1)
                result.append((setting, option.rows(lines: count + 1, measure: measure, pitch: pitch), fill))
                break
            }
        }
        if result.isEmpty, let option = options.first {
            let lines = option.lines(3, in: measure)
            let setting = HeadSetting(size: option.size, lines: lines.count)
            result.append((setting, option.rows(lines: lines.count, measure: measure, pitch: pitch), 1000))
        }
        return result
    }

    func option(of size: Length) -> HeadOption? { options.first { $0.size == size } }
}

/// A head in one size.
public struct HeadOption: Sendable {
    public var size: Length
    public var text: ShapedText
    /// `breaks[n - 1]`: the best lines when there are n of them; nil where it cannot be parted so.
    public var breaks: [[Range<Int>]?]
    public var kicker: ShapedText?
    public var deck: [ShapedText]

    /// Leading of the head's own lines, as a share of their size.
    static let leading = Fraction(118, 100)
    /// Height of a kicker's or deck's line, as a share of its size.
    static let sideLeading = Fraction(135, 100)

    /// The headline in so many lines, or in as many as it takes where these do not fit.
    func lines(_ count: Int, in measure: Length) -> [Range<Int>] {
        if fits(lines: count, in: measure), let lines = breaks[count - 1] { return lines }
        return breakLines(text, into: Measure(width: measure)).map(\.units)
    }

    /// Whether the headline can be set in so many lines of this size.
    func fits(lines count: Int, in measure: Length) -> Bool {
        guard breaks.indices.contains(count - 1), let lines = breaks[count - 1] else { return false }
        return lines.allSatisfy { text.totals(of: $0).natural <= measure.scaled }
    }

    /// The type's height without white around it.
    func height(lines: Int, measure: Length) -> Length {
        var height = HeadOption.leading.of(size) * (lines - 1) + size
        if let kicker { height = height + HeadOption.sideLeading.of(Length(scaled: kicker.em)) }
        for line in deck {
            let count = breakLines(line, into: Measure(width: measure)).count
            height = height + HeadOption.sideLeading.of(Length(scaled: line.em)) * count
        }
        return height
    }

    /// Whole rows with the least white that a head needs: about a row in all, more for the largest.
    func rows(lines: Int, measure: Length, pitch: Length) -> Int {
        let white = max(pitch * 3 / 4, min(pitch * 3 / 2, size * 2 / 5))
        return (height(lines: lines, measure: measure) + white).rows(of: pitch)
    }
}

/// Shapes a head in every size of its ladder.
func measureHead<M: TextMeasurer>(
    of story: Story, style: FontStyle, ladder: HeadLadder, house: HouseStyle, rules: TextRules, with measurer: M
) throws(M.Failure) -> MeasuredHead {
    var options: [HeadOption] = []
    let headline = story.headline.joined(separator: "\n")
    let wordStarts = Set(measurer.wordStarts(in: headline))
    for points in ladder.sizes {
        let size = Length.points(points)
        let text = try shape(
            [StyledSpan(headline, RoleStyle(style.sized(size)))], em: size, rules: rules, with: measurer)
        // Kicker and deck about two steps under the main line.
        let sideSize = Length.points(max(10, min(20, points * 5 / 9)))
        func side(_ line: String, _ role: Role) throws(M.Failure) -> ShapedText {
            var style = house[role]
            style.font.size = sideSize
            return try shape([StyledSpan(line, style)], em: sideSize, rules: rules, with: measurer)
        }
        var deck: [ShapedText] = []
        for line in story.deck { deck.append(try side(line, .deck)) }
        var kicker: ShapedText?
        if let line = story.kicker { kicker = try side(line, .kicker) }
        options.append(
            HeadOption(
                size: size, text: text, breaks: headlineBreaks(text, wordStarts: wordStarts), kicker: kicker,
                deck: deck))
    }
    return MeasuredHead(options: options)
}
