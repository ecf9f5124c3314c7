/// Lines of stories that were broken while a plan was looked over: they are set as they are, not broken again.
struct KnownLines: Sendable {
    private struct Key: Hashable {
        var story: String
        var extent: StoryExtent
        var measure: Length
        var longer: Int
    }

    private var lines: [Key: [FlowLine]] = [:]

    /// `MeasuredStory.flowLines`, from memory where they are known.
    func lines(of story: MeasuredStory, measure: Length, longer: Int) -> [FlowLine] {
        lines[key(story, measure, longer)] ?? story.flowLines(measure: measure, longer: longer)
    }

    /// The same, and kept. A part of a story that stands on two pages is not: its jump line hangs on the page.
    /// - Parameter broken: the lines, where they are not known.
    mutating func keptLines(
        of story: MeasuredStory, measure: Length, longer: Int, broken: () -> [FlowLine]
    ) -> [FlowLine] {
        let key = key(story, measure, longer)
        if let known = lines[key] { return known }
        let lines = broken()
        if !story.extent.isPart { self.lines[key] = lines }
        return lines
    }

    mutating func add(_ others: KnownLines) { lines.merge(others.lines) { $1 } }

    private func key(_ story: MeasuredStory, _ measure: Length, _ longer: Int) -> Key {
        Key(story: story.story.name, extent: story.extent, measure: measure, longer: longer)
    }
}
