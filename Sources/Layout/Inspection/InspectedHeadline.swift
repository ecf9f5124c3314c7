/// A headline set as a head of one size sets it: the head itself chooses its lines and spaces them.
func inspectHeadline(_ text: ShapedText, _ words: [Word], in measure: Length, findsRunnerUp: Bool) -> Inspection {
    var result = Inspection()
    let breaks = HeadlineBreaks(text, words: words)
    let option = HeadOption(
        size: Length(scaled: text.em), text: text, breaks: breaks, kicker: nil, deck: [],
        mostTracking: Fraction(1, 4))
    let settings = MeasuredHead(options: [option]).settings(in: measure, pitch: option.size)
    guard let count = settings.first?.setting.lines else { return result }
    let lines = option.lines(count, in: measure)
    guard !lines.isEmpty else { return result }
    let way = option.way(of: count, in: measure)
    result.lines = option.inspected(lines, in: measure)
    result.cost = way?.cost ?? 0
    result.passes = 1
    guard findsRunnerUp, let way else { return result }
    // In as many lines, else in one line more.
    let others = (breaks.ways[count - 1] + (breaks.ways.indices.contains(count) ? breaks.ways[count] : [])).filter {
        $0 != way && option.fits($0, in: measure)
    }
    guard let next = others.first else { return result }
    let isWorse = next.worst > way.worst
    result.runnersUp = [
        RunnerUp(
            bytes: 0..<text.text.utf8.count, chosen: way.cost, lines: option.inspected(next.lines, in: measure),
            cost: next.cost, worstLine: 0,
            reason: isWorse ? .meaning : next.lines.count > way.lines.count ? .lines : .uneven)
    ]
    return result
}

extension HeadOption {
    /// What breaks cost stands in the way's own cost: the lines have none.
    fileprivate func inspected(_ lines: [Range<Int>], in measure: Length) -> [InspectedLine] {
        let tracking = tracking(of: lines, in: measure)
        let set = text.inspected(lines.map { text.trackedLine(of: $0, tracking: tracking) })
        return set.map { line in
            var line = line
            (line.cost, line.penalty, line.jump) = (0, 0, 0)
            return line
        }
    }
}
