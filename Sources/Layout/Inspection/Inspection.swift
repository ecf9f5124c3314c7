/// How one text breaks and why: what `press inspect` shows. Everything in it is asked of the code that sets pages.
public struct Inspection: Sendable {
    public var lines: [InspectedLine] = []
    /// What all lines cost together.
    public var cost = 0
    /// How many passes the breaker took: 1 within its strict limit of stretch, 2 within the loose one, 3 with lines that stick out.
    public var passes = 0
    /// For each paragraph that could be broken otherwise, how.
    public var runnersUp: [RunnerUp] = []
}

/// How the lines of an inspected text are made.
public enum InspectedSetting: Sendable {
    /// As paragraphs are: the best breaks of the whole, lines justified.
    case justified
    /// Each line takes what it holds and keeps its natural width.
    case ragged
    /// As a headline is: between words, in as few lines as its measure allows.
    case headline(wordStarts: Set<Int>)
}

/// Sets a text into a measure and says what each line cost.
///
/// Line breaks in the text part paragraphs, each with the first line's indent, but for U+2028 and U+000B, which only part lines.
/// - Parameter findsRunnersUp: whether to look for the next best way of each paragraph; takes as many searches as there are lines.
public func inspect(
    _ text: ShapedText, into measure: Measure, as setting: InspectedSetting = .justified, hanging: Bool = false,
    findsRunnersUp: Bool = false
) -> Inspection {
    var result = Inspection()
    if case .headline(let wordStarts) = setting {
        let lines = headLines(text, wordStarts: wordStarts, in: measure)
        result.lines = text.inspected(lines)
        result.passes = lines.isEmpty ? 0 : 1
    } else {
        for segment in text.segments {
            var room = measure
            if !text.beginsParagraph(segment) { room.firstIndent = room.hangingIndent }
            if case .ragged = setting {
                result.lines += text.inspected(raggedLines(text, units: segment, into: room, hanging: hanging))
                result.passes = max(result.passes, 1)
                continue
            }
            let lines = breakLines(text, units: segment, into: room, hanging: hanging)
            result.lines += text.inspected(lines)
            result.passes = max(result.passes, passes(of: lines))
            guard findsRunnersUp else { continue }
            if let next = runnerUp(to: lines, of: text, units: segment, into: room, hanging: hanging) {
                result.runnersUp.append(next)
            }
        }
    }
    result.cost = result.lines.reduce(0) { $0 + $1.cost }
    return result
}

/// The pass that gave these lines.
private func passes(of lines: [Line]) -> Int {
    if lines.contains(where: { $0.fit.overfull > 0 }) { return 3 }
    return lines.contains { $0.fit.perJoint > strictStretchLimit } ? 2 : 1
}

extension ShapedText {
    /// Whether what stands in front of a stretch ends a paragraph and not only a line.
    fileprivate func beginsParagraph(_ segment: Range<Int>) -> Bool {
        var unit = segment.lowerBound
        while unit > 0, classes[unit - 1] == .lineBreak {
            unit -= 1
            let mark = text(of: unit..<(unit + 1))
            if mark != "\u{2028}", mark != "\u{B}" { return true }
        }
        return unit == 0
    }
}

/// A headline in as few lines as its measure allows.
private func headLines(_ text: ShapedText, wordStarts: Set<Int>, in measure: Measure) -> [Line] {
    let breaks = headlineBreaks(text, wordStarts: wordStarts)
    let option = HeadOption(size: Length(scaled: text.em), text: text, breaks: breaks, kicker: nil, deck: [])
    let width = Length(scaled: measure.width)
    let count = breaks.indices.first { option.fits(lines: $0 + 1, in: width) }.map { $0 + 1 } ?? breaks.count
    let lines = option.lines(count, in: width)
    return lines.map { units in
        Line(
            units: units, indent: 0, measure: measure.width,
            fit: text.fit(units, into: measure.width, isLast: true), isLast: units == lines.last)
    }
}
