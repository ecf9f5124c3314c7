/// A page as it was planned, with an account of it.
struct PlannedPage: Sendable {
    var plan: PagePlan
    /// nil where nothing was searched.
    var account: PageAccount?
    /// The pages that were compared.
    var rivals: [SeenPage] = []
    /// The stories that have a part in something that no page should have: see `PageCost.faulty`.
    var faulty: [String] = []
}

extension Warned<PlannedPage> {
    /// What it counts for that a story has a part in a fault, against what pages cost.
    private static var fault: Int { 500 }

    /// Lines that find no room.
    var overset: Int { output.plan.modules.reduce(0) { $0 + ($1.fit?.overset ?? 0) } }

    /// Whether text finds no room, or the page has what none should have.
    var isPoor: Bool { overset > 0 || !output.faulty.isEmpty }

    /// The page's cost with what is left white and its faults; a story that is left out is worse than anything else.
    func total(_ costs: PlanCosts) -> Int {
        output.faulty.count * Self.fault + output.plan.cost.reduce(0) { $0 + $1.cost }
            + output.plan.openArea * costs.blank
            + (output.plan.modules.contains { $0.subject == .contents } ? costs.contents : 0)
            + diagnostics.count { $0.severity == .error } * 100_000
    }
}

extension PagePlan {
    /// The column-rows that no module takes.
    var openArea: Int { rows * columns - modules.reduce(0) { $0 + $1.rect.area } }

    /// The same with the lines that stories leave white.
    var whiteArea: Int { openArea + modules.reduce(0) { $0 + ($1.fit?.white ?? 0) } }
}
