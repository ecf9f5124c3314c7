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
    let measured = try await MeasuredEdition(edition, with: measurer)
    let stories = measured.stories
    var diagnostics = stories.flatMap { $0.ignoredKeys() + $0.substituteDiagnostics() }
    let plans = await measured.plans(from: source)
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
