/// An edition that is set: its plans and its pages.
public struct TypesetEdition: Sendable {
    public var planned: PlannedEdition
    public var pages: [Page]
    /// How each placed story fits, in the order of the pages.
    public var fits: [StoryFit]

    public var plans: [PagePlan] { planned.plans }
}

/// Sets an edition: measures its stories, plans its pages (or takes the plans given), and composes them.
///
/// - Parameters:
///   - measurer: answers how wide text is; made anew for every thread.
///   - source: where the plans come from; by default press plans the pages.
/// - Throws: what the measurer throws. Bad copy throws nothing.
public func typeset<M: TextMeasurer>(
    _ edition: Edition, with measurer: @autoclosure @escaping @Sendable () -> M,
    following source: PlanSource = .planner
) async throws(M.Failure) -> Warned<TypesetEdition> {
    let stories = try await measuredStories(of: edition, with: measurer)
    var diagnostics = stories.flatMap { $0.ignoredKeys() + $0.substituteDiagnostics() }
    let planner = try EditionPlanner(edition: edition, stories: stories, with: measurer())
    let plans = await planner.plans(from: source)
    diagnostics += plans.diagnostics
    let planned = plans.output
    let pages = try await concurrentMap(planned.plans) { plan throws(M.Failure) in
        let page = try PageComposer(
            edition: edition, stories: stories, plans: planned.plans, known: planned.known, measurer: measurer()
        ).compose(plan)
        return Warned(page.output, page.diagnostics + holes(in: plan, fits: page.output.fits, edition: edition))
    }
    diagnostics += pages.flatMap(\.diagnostics)
    return Warned(
        TypesetEdition(planned: planned, pages: pages.map(\.output.page), fits: pages.flatMap(\.output.fits)),
        diagnostics)
}

/// Shapes the stories, some at a time: a measurer finds its fonts once for all of them.
private func measuredStories<M: TextMeasurer>(
    of edition: Edition, with measurer: @escaping @Sendable () -> M
) async throws(M.Failure) -> [MeasuredStory] {
    let count = edition.stories.count
    let shares = stride(from: 0, to: count, by: 6).map { $0..<min($0 + 6, count) }
    return try await concurrentMap(shares) { share throws(M.Failure) in
        let measurer = measurer()
        var stories: [MeasuredStory] = []
        for position in share {
            stories.append(
                try measure(
                    edition.stories[position], at: position, in: edition.paper, with: measurer))
        }
        return stories
    }.flatMap { $0 }
}

extension EditionPlanner {
    fileprivate init<M: TextMeasurer>(
        edition: Edition, stories: [MeasuredStory], with measurer: M
    ) throws(M.Failure) {
        let furniture = FurnitureComposer(edition: edition, pageCount: 0, measurer: measurer)
        self.init(edition: edition, stories: stories, colophonRows: try furniture.colophonRows())
    }
}
