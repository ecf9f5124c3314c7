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
///   - measurer: answers how wide text is.
///   - source: where the plans come from; by default press plans the pages.
/// - Throws: what the measurer throws. Bad copy throws nothing.
public func typeset<M: TextMeasurer>(
    _ edition: Edition, with measurer: M, following source: PlanSource = .planner
) async throws(M.Failure) -> Warned<TypesetEdition> {
    var stories: [MeasuredStory] = []
    for (position, story) in edition.stories.enumerated() {
        stories.append(try measure(story, at: position, in: edition.paper, with: measurer))
    }
    var diagnostics = stories.flatMap { $0.ignoredKeys() + $0.substituteDiagnostics() }
    let planner = try EditionPlanner(edition: edition, stories: stories, with: measurer)
    let plans = await planner.plans(from: source)
    diagnostics += plans.diagnostics
    let composer = PageComposer(
        edition: edition, stories: stories, pageCount: plans.output.plans.count, measurer: measurer)
    var pages: [Page] = []
    var fits: [StoryFit] = []
    for plan in plans.output.plans {
        let page = try composer.compose(plan)
        diagnostics += page.diagnostics
        pages.append(page.output.page)
        fits += page.output.fits
    }
    return Warned(TypesetEdition(planned: plans.output, pages: pages, fits: fits), diagnostics)
}

extension EditionPlanner {
    fileprivate init<M: TextMeasurer>(
        edition: Edition, stories: [MeasuredStory], with measurer: M
    ) throws(M.Failure) {
        let furniture = FurnitureComposer(edition: edition, pageCount: 0, measurer: measurer)
        self.init(edition: edition, stories: stories, colophonRows: try furniture.colophonRows())
    }
}
