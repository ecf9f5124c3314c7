/// An edition whose stories are shaped: all that planning takes. `typeset` goes through it; benches time its parts.
package struct MeasuredEdition: Sendable {
    package private(set) var edition: Edition
    package private(set) var stories: [MeasuredStory]
    private let colophonRows: Int

    /// Shapes the stories, some at a time: a measurer finds its fonts once for all of them.
    package init<M: TextMeasurer>(
        _ edition: Edition, with measurer: @escaping @Sendable () -> M
    ) async throws(M.Failure) {
        let count = edition.stories.count
        let shares = stride(from: 0, to: count, by: 6).map { $0..<min($0 + 6, count) }
        let stories = try await concurrentMap(shares) { share throws(M.Failure) in
            let measurer = measurer()
            var stories: [MeasuredStory] = []
            for position in share {
                stories.append(try edition.measured(edition.stories[position], with: measurer))
            }
            return stories
        }
        self.edition = edition
        self.stories = stories.flatMap { $0 }
        colophonRows = try FurnitureComposer(edition: edition, pageCount: 0, measurer: measurer()).colophonRows()
    }

    package func plans(from source: PlanSource) async -> Warned<PlannedEdition> {
        await planner.plans(from: source)
    }

    private var planner: EditionPlanner {
        EditionPlanner(edition: edition, stories: stories, colophonRows: colophonRows)
    }

    /// The same with one story's copy changed.
    package func replacing<M: TextMeasurer>(
        _ position: Int, with story: Story, measurer: M
    ) throws(M.Failure) -> MeasuredEdition {
        var changed = self
        changed.edition.stories[position] = story
        changed.stories[position] = try edition.measured(story, with: measurer)
        return changed
    }

    /// How much the stories want of the pages that there are, in thousandths.
    package func load() async -> Int {
        let wanted = await planner.items().reduce(0) { $0 + ($1.isFiller ? 0 : $1.naturalArea) }
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        let count = max(1, edition.pages.count)
        let free = (1...count).reduce(0) { sum, page in
            sum + furniture.frame(of: page, pageCount: count).extended.freeArea(on: planner.planningGrid)
        }
        return wanted * 1000 / max(1, free)
    }
}

extension Edition {
    fileprivate func measured<M: TextMeasurer>(
        _ story: Story, with measurer: M
    ) throws(M.Failure) -> MeasuredStory {
        try measure(story, in: paper, with: measurer)
    }
}
