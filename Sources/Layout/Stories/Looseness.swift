/// A story's lines in one measure, and the same story a few lines longer or shorter: worked out when they are first asked
/// for, and once only.
///
/// Longer first by paragraphs that take a line more, then by a row more over a crosshead or the byline.
final class StoryLines {
    private let story: MeasuredStory
    private let measure: Length
    private let natural: [Int: [Line]]
    /// The story by nature, and its rows.
    let plain: [FlowLine]
    let rows: Int
    private var variants: [Int: [FlowLine]] = [:]

    /// A joint may be stretched so far for a longer paragraph, in thousandths of an em: one character less in a line of thirteen.
    private static let stretchLimit = 95
    /// As many lines of a longer paragraph may be stretched so that it is seen.
    private static let mostLoose = 2

    init(of story: MeasuredStory, measure: Length) {
        self.story = story
        self.measure = measure
        natural = story.naturalParagraphs(measure: measure)
        plain = story.flowLines(measure: measure, paragraphs: natural)
        rows = plain.reduce(0) { $0 + $1.rows }
    }

    private var mayLoosen: Bool { story.story.forbidden.allows(.loosen) }
    fileprivate lazy var shorter = resettings(step: -1)
    fileprivate lazy var longer = resettings(step: 1)
    /// What is known of the paragraphs a line shorter and a line longer, and up to which part.
    private var resets: [Int: (next: Int, found: [(part: Int, lines: [Line], cost: Int)])] = [:]
    /// The paragraphs that have been asked for more or fewer lines, by part.
    private var counted: [Int: CountedParagraph?] = [:]
    fileprivate lazy var airy = mayLoosen ? min(story.limits.rows, plain.placesForAir) : 0
    /// By how many lines it can be made longer (positive) or shorter.
    private(set) lazy var range = story.runsDown ? 0...bandRange : -count(step: -1)...count(step: 1) + airy
    /// Text that runs down takes up rows by longer lines.
    private lazy var bandRange = mayLoosen && story.limits.longer > 0 ? story.mostLongerBands(measure: measure) : 0

    /// The story so many lines longer than by nature; `count` lies in `range`.
    subscript(count: Int) -> [FlowLine] {
        if count == 0 { return plain }
        if let known = variants[count] { return known }
        if story.runsDown {
            let lines = story.bands(measure: measure, longer: count)
            variants[count] = lines
            return lines
        }
        let chosen = (count < 0 ? shorter : longer).prefix(abs(count))
        let lines = story.flowLines(
            measure: measure, paragraphs: natural.merging(chosen.map { ($0.part, $0.lines) }) { $1 }
        ).aired(by: max(0, count - chosen.count))
        variants[count] = lines
        return lines
    }

    /// How many paragraphs the paper lets be a line longer or shorter.
    private func most(step: Int) -> Int { mayLoosen ? step > 0 ? story.limits.longer : story.limits.shorter : 0 }

    /// How many can be: no more is looked at than it takes to know.
    private func count(step: Int) -> Int { min(most(step: step), found(step: step, most: most(step: step)).count) }

    /// Paragraphs that can be a line longer or shorter, the best first.
    private func resettings(step: Int) -> [(part: Int, lines: [Line])] {
        found(step: step, most: most(step: step) > 0 ? .max : 0)
            .sorted { ($0.cost, $0.part) < ($1.cost, $1.part) }.prefix(most(step: step)).map { ($0.part, $0.lines) }
    }

    /// The paragraphs that can be a line longer or shorter, in their order: all, or at least so many.
    private func found(step: Int, most: Int) -> [(part: Int, lines: [Line], cost: Int)] {
        var (next, found) = resets[step] ?? (0, [])
        while next < story.parts.count, found.count < most {
            defer { next += 1 }
            guard let lines = natural[next], lines.count >= 3, let reset = reset(next, count: lines.count + step),
                reset.lines.count(where: { $0.fit.perJoint > 80 }) <= Self.mostLoose
            else { continue }
            found.append((next, reset.lines, reset.cost - lines.reduce(0) { $0 + $1.fit.cost }))
        }
        resets[step] = (next, found)
        return found
    }

    /// A paragraph in so many lines; nil where it cannot be had.
    private func reset(_ part: Int, count: Int) -> (lines: [Line], cost: Int)? {
        guard case .text(let text, _) = story.parts[part], text.initial == nil else { return nil }
        if counted[part] == nil {
            counted[part] = .some(
                CountedParagraph(
                    text, into: story.paragraphMeasure(of: text, measure: measure), stretchLimit: Self.stretchLimit,
                    hanging: text.rules.hanging))
        }
        return counted[part]??.lines(count: count)
    }
}

extension StoryLines {
    /// So many lines longer or shorter, or as many as it can give; no more is worked out than that takes.
    func asNear(_ count: Int) -> [FlowLine] {
        if story.runsDown { return self[min(max(count, 0), range.upperBound)] }
        return count < 0 ? self[max(count, -shorter.count)] : self[min(count, longer.count + airy)]
    }
}

/// A story's lines by measure.
final class StoryLineStore {
    private let story: MeasuredStory
    private var known: [Length: StoryLines] = [:]

    init(_ story: MeasuredStory) { self.story = story }

    subscript(measure: Length) -> StoryLines {
        if let lines = known[measure] { return lines }
        let lines = StoryLines(of: story, measure: measure)
        known[measure] = lines
        return lines
    }
}

extension MeasuredStory {
    /// The body in so many lines more (or fewer) than by nature: the paragraphs that bear it best are reset. Asked for more
    /// than it can give, it gives what it can.
    func flowLines(measure: Length, longer: Int) -> [FlowLine] {
        guard longer != 0 else { return flowLines(measure: measure) }
        return StoryLines(of: self, measure: measure).asNear(longer)
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
}

extension [FlowLine] {
    /// Where a row of white may come: over every crosshead but the first thing in the story, and before the byline.
    fileprivate var placesForAir: Int {
        var places = 0
        for (index, line) in enumerated() {
            switch line.content {
            case .crosshead: places += index > 0 ? 1 : 0
            case .lineWithByline: places += 1
            default: break
            }
        }
        return places
    }

    /// With rows of white over crossheads; then the byline on a line of its own.
    fileprivate func aired(by rows: Int) -> [FlowLine] {
        var lines = self
        var left = rows
        for index in indices.dropFirst() where left > 0 {
            guard case .crosshead = lines[index].content else { continue }
            lines[index].rows += 1
            left -= 1
        }
        if left > 0, let last = lines.last, case .lineWithByline(let line, let byline, let names) = last.content {
            lines[lines.count - 1].content = .line(line)
            lines.append(FlowLine(part: byline, content: .line(names), rows: 1, breakCost: FlowCosts.kept))
        }
        return lines
    }
}
