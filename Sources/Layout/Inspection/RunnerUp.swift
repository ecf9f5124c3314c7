/// The next best way to break a paragraph, and why it was not taken.
public struct RunnerUp: Sendable {
    /// UTF-8 offsets of the paragraph.
    public var bytes: Range<Int>
    /// What the chosen way cost.
    public var chosen: Int
    public var lines: [InspectedLine]
    public var cost: Int
    /// The line that it pays most for and the chosen way does not have.
    public var worstLine: Int
    public var reason: Reason

    /// What is dear about that line.
    public enum Reason: String, Sendable, CaseIterable {
        /// It sticks out.
        case overfull
        /// A last line of one letter, or of two.
        case shortLastLine = "short-last-line"
        /// It ends where a line should not.
        case penalty
        /// It squeezes the blank of a sentence's stop.
        case sentenceStop = "sentence-stop"
        /// It is much tighter or looser than the line before.
        case unlike
        case stretch, shrink
        /// It is no worse than the others: there is only one line more.
        case lines
        /// A headline that parts what belongs together, or whose lines are less alike.
        case meaning, uneven
    }
}

/// The cheapest way that leaves out at least one of the breaks that were chosen: the breaker itself is asked again, with
/// each of them forbidden in turn.
func runnerUp(
    to lines: [Line], of text: ShapedText, units: Range<Int>, into measure: Measure, hanging: Bool
) -> RunnerUp? {
    var best: (lines: [InspectedLine], cost: Int)?
    for line in lines.dropFirst() {
        var other = text
        other.opportunities[line.units.lowerBound] = .forbidden
        let set = text.inspected(breakLines(other, units: units, into: measure, hanging: hanging))
        let cost = set.reduce(0) { $0 + $1.cost }
        if best.map({ cost < $0.cost }) ?? true { best = (set, cost) }
    }
    guard let best else { return nil }
    let chosen = text.inspected(lines)
    let known = Set(chosen.map(\.bytes))
    let worst =
        best.lines.indices.filter { !known.contains(best.lines[$0].bytes) }
        .max { (best.lines[$0].cost, -$0) < (best.lines[$1].cost, -$1) } ?? 0
    return RunnerUp(
        bytes: text.starts[units.lowerBound]..<text.starts[units.upperBound],
        chosen: chosen.reduce(0) { $0 + $1.cost }, lines: best.lines, cost: best.cost, worstLine: worst,
        reason: best.lines[worst].reason)
}

extension InspectedLine {
    /// What is dear about it.
    fileprivate var reason: RunnerUp.Reason {
        if overfull > 0 { return .overfull }
        let fit = cost - penalty - jump
        if penalty > max(fit, jump) { return .penalty }
        if jump > fit { return .unlike }
        if adjustments.contains(where: { $0.rank == .shrink7 }) { return .sentenceStop }
        if adjustments.isEmpty { return isLast && fit > LineCosts.standard.line ? .shortLastLine : .lines }
        return perGap > 0 || adjustments.contains { !$0.rank.isShrinking } ? .stretch : .shrink
    }
}
