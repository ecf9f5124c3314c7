/// How one text breaks and why: what `press inspect` shows. Everything in it is asked of the code that sets pages.
public struct Inspection: Sendable {
    public var lines: [InspectedLine] = []
    /// What all lines cost together.
    public var cost = 0
    /// How many passes the breaker took: see `LineSearch.Pass`.
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
    /// As a headline is: where its meaning breaks, in as few lines as its measure allows.
    case headline(words: [Word])
}

/// Sets a text into a measure and says what each line cost.
///
/// Line breaks in the text part paragraphs, each with the first line's indent, but for U+2028 and U+000B, which only part lines.
/// - Parameter findsRunnersUp: whether to look for the next best way of each paragraph; takes as many searches as there are lines.
public func inspect(
    _ text: ShapedText, into measure: Measure, as setting: InspectedSetting = .justified, hanging: Bool = false,
    findsRunnersUp: Bool = false
) -> Inspection {
    if case .headline(let words) = setting {
        return inspectHeadline(text, words, in: Length(scaled: measure.width), findsRunnerUp: findsRunnersUp)
    }
    var result = Inspection()
    for segment in text.segments {
        var room = measure
        if !text.beginsParagraph(segment) { room.firstIndent = room.hangingIndent }
        if case .ragged = setting {
            result.lines += text.inspected(raggedLines(text, units: segment, into: room, hanging: hanging))
            result.passes = 1
            continue
        }
        let (lines, passes) = breakLinesInPasses(text, units: segment, into: room, hanging: hanging)
        result.lines += text.inspected(lines)
        result.passes = max(result.passes, passes)
        guard findsRunnersUp else { continue }
        if let next = runnerUp(to: lines, of: text, units: segment, into: room, hanging: hanging) {
            result.runnersUp.append(next)
        }
    }
    result.cost = result.lines.reduce(0) { $0 + $1.cost }
    return result
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
