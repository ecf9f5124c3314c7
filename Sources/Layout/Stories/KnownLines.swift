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
    mutating func keptLines(of story: MeasuredStory, measure: Length, longer: Int) -> [FlowLine] {
        let lines = lines(of: story, measure: measure, longer: longer)
        if !story.extent.isPart { self.lines[key(story, measure, longer)] = lines }
        return lines
    }

    mutating func add(_ others: KnownLines) { lines.merge(others.lines) { $1 } }

    private func key(_ story: MeasuredStory, _ measure: Length, _ longer: Int) -> Key {
        Key(story: story.story.name, extent: story.extent, measure: measure, longer: longer)
    }
}
