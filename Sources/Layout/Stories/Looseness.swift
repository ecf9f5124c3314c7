/// A story's lines in one measure, and the same story a few lines longer or shorter.
struct StoryLines {
    /// By how many lines it can be made longer (positive) or shorter.
    let range: ClosedRange<Int>
    private let variants: [[FlowLine]]

    /// The story so many lines longer than by nature; `longer` lies in `range`.
    subscript(longer: Int) -> [FlowLine] { variants[longer - range.lowerBound] }

    init(of story: MeasuredStory, measure: Length) {
        let natural = story.naturalParagraphs(measure: measure)
        guard story.story.forbidden.allows(.loosen) else {
            range = 0...0
            variants = [story.flowLines(measure: measure, paragraphs: natural)]
            return
        }
        let shorter = story.resettings(of: natural, measure: measure, step: -1)
        let longer = story.resettings(of: natural, measure: measure, step: 1)
        range = -shorter.count...longer.count
        variants = range.map { count in
            let chosen = (count < 0 ? shorter : longer).prefix(abs(count))
            return story.flowLines(
                measure: measure, paragraphs: natural.merging(chosen.map { ($0.part, $0.lines) }) { $1 })
        }
    }
}

extension MeasuredStory {
    /// How far copy-fitting goes: more than a few lines would show.
    private static let mostLonger = 4
    private static let mostShorter = 2
    /// A joint may be stretched so far for a longer paragraph, in thousandths of an em: one character less in a line of thirteen.
    private static let stretchLimit = 95
    /// As many lines of a longer paragraph may be stretched so that it is seen.
    private static let mostLoose = 2

    /// The body in so many lines more (or fewer) than by nature: the paragraphs that bear it best are reset. Asked for more
    /// than it can give, it gives what it can.
    public func flowLines(measure: Length, longer: Int) -> [FlowLine] {
        guard longer != 0 else { return flowLines(measure: measure) }
        let natural = naturalParagraphs(measure: measure)
        let reset = resettings(of: natural, measure: measure, step: longer.signum()).prefix(abs(longer))
        return flowLines(
            measure: measure, paragraphs: natural.merging(reset.map { ($0.part, $0.lines) }) { $1 })
    }

    /// Every paragraph's lines, by its part.
    fileprivate func naturalParagraphs(measure: Length) -> [Int: [Line]] {
        var lines: [Int: [Line]] = [:]
        for (part, body) in parts.enumerated() {
            guard case .text(let text, _) = body else { continue }
            lines[part] = breakLines(
                text, into: paragraphMeasure(of: text, measure: measure), hanging: text.rules.hanging)
        }
        return lines
    }

    /// Paragraphs that can be a line longer or shorter, the best first.
    fileprivate func resettings(
        of natural: [Int: [Line]], measure: Length, step: Int
    ) -> [(part: Int, lines: [Line])] {
        var found: [(part: Int, lines: [Line], cost: Int)] = []
        for (part, body) in parts.enumerated() {
            guard case .text(let text, _) = body, let lines = natural[part], lines.count >= 3,
                text.initial == nil,
                let reset = breakLines(
                    text, into: paragraphMeasure(of: text, measure: measure), count: lines.count + step,
                    stretchLimit: MeasuredStory.stretchLimit),
                reset.lines.count(where: { $0.fit.perJoint > 80 }) <= MeasuredStory.mostLoose
            else { continue }
            found.append((part, reset.lines, reset.cost - lines.reduce(0) { $0 + $1.fit.cost }))
        }
        let most = step > 0 ? MeasuredStory.mostLonger : MeasuredStory.mostShorter
        return found.sorted { ($0.cost, $0.part) < ($1.cost, $1.part) }.prefix(most).map { ($0.part, $0.lines) }
    }
}
