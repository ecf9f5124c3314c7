/// A story's lines in one measure, and the same story a few lines longer or shorter.
struct StoryLines {
    var natural: [FlowLine]
    /// By how many lines the story can be made longer (positive) or shorter; see `MeasuredStory.flowLines(measure:longer:)`.
    var range: ClosedRange<Int>
}

extension MeasuredStory {
    /// How far copy-fitting goes: more than a few lines would show.
    private static let mostLonger = 4
    private static let mostShorter = 2
    /// A joint may be stretched so far for a longer paragraph, in thousandths of an em: one character less in a line of thirteen.
    private static let stretchLimit = 95

    /// The body in so many lines more (or fewer) than by nature: the paragraphs that bear it best are reset.
    /// Asked for more than `looseness(measure:)` says, it gives what it can.
    public func flowLines(measure: Length, longer: Int) -> [FlowLine] {
        guard longer != 0 else { return flowLines(measure: measure) }
        let chosen = resettings(measure: measure, step: longer.signum()).prefix(abs(longer))
        return flowLines(
            measure: measure, reset: Dictionary(uniqueKeysWithValues: chosen.map { ($0.part, $0.lines) }))
    }

    /// The story's lines, and how many more or fewer they can be.
    func storyLines(measure: Length) -> StoryLines {
        StoryLines(
            natural: flowLines(measure: measure),
            range: -min(
                MeasuredStory.mostShorter, resettings(measure: measure, step: -1).count)...min(
                    MeasuredStory.mostLonger, resettings(measure: measure, step: 1).count))
    }

    /// Paragraphs that can be a line longer or shorter, the best first.
    private func resettings(measure: Length, step: Int) -> [(part: Int, lines: [Line])] {
        var found: [(part: Int, lines: [Line], cost: Int)] = []
        for (part, body) in parts.enumerated() {
            guard case .text(let text, _) = body, text.count > measure.scaled / max(1, text.em) * 2 else {
                continue
            }
            let room = paragraphMeasure(of: text, measure: measure)
            let natural = breakLines(text, into: room, hanging: rules.hanging)
            guard natural.count >= 3,
                let reset = breakLines(
                    text, into: room, count: natural.count + step, stretchLimit: MeasuredStory.stretchLimit)
            else { continue }
            found.append((part, reset.lines, reset.cost - natural.reduce(0) { $0 + $1.fit.cost }))
        }
        return found.sorted { ($0.cost, $0.part) < ($1.cost, $1.part) }.map { ($0.part, $0.lines) }
    }
}
