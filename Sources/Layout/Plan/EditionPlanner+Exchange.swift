extension EditionPlanner {
    /// How many pages are looked at on which text finds no room, and how many exchanges for each.
    private static let pagesLookedAt = 3
    private static let exchangesLookedAt = 6

    /// Pages on which text finds no room exchange a story with another page, where both together get better so: that a page is
    /// as full as it should be does not yet say that its stories suit each other, and what stands fixed on it.
    func exchanging(_ shares: [PageAssignment], _ planned: [Warned<PlannedPage>]) async -> (
        shares: [PageAssignment], pages: [Warned<PlannedPage>]
    ) {
        var (shares, pages) = (shares, planned)
        var tried: [Int] = []
        while tried.count < Self.pagesLookedAt,
            let page = pages.indices.filter({ !tried.contains($0) && pages[$0].overset > 0 })
                .max(by: { (pages[$0].overset, $1) < (pages[$1].overset, $0) })
        {
            tried.append(page)
            let exchanges = self.exchanges(from: page, shares, pages[page])
            let (grid, costs) = (planningGrid, self.costs.plan)
            let results = await concurrentMap(exchanges) { exchange in
                exchange.shares.map { plannedPage($0.items, in: $0.frame, on: grid, costs: costs) }
            }
            let costsNow = exchanges.map { $0.pages.reduce(0) { $0 + pages[$1].total } }
            let gains = results.indices.map { costsNow[$0] - results[$0].reduce(0) { $0 + $1.total } }
            guard let best = gains.indices.max(by: { (gains[$0], $1) < (gains[$1], $0) }), gains[best] > 0 else {
                continue
            }
            for (index, target) in exchanges[best].pages.enumerated() {
                shares[target] = exchanges[best].shares[index]
                pages[target] = results[best][index]
            }
        }
        return (shares, pages)
    }

    private struct Exchange: Sendable {
        var pages: [Int]
        var shares: [PageAssignment]
        /// How far it is from what the page needs, in column-rows.
        var misfit: Int
    }

    /// One story to another page, and one that is smaller by about what is over back in its place.
    private func exchanges(from page: Int, _ shares: [PageAssignment], _ planned: Warned<PlannedPage>) -> [Exchange]
    {
        let lead = shares[0].items.max { $0.priority < $1.priority }?.name
        func mayGo(_ item: PlanItem, to target: Int) -> Bool {
            item.page == nil && item.pin == nil && !item.isFiller && item.name != lead
                && (item.sectionPages.isEmpty || item.sectionPages.contains(shares[target].frame.page))
        }
        let over = planned.output.plan.modules.filter { ($0.fit?.overset ?? 0) > 0 }.map(\.subject.name)
        var exchanges: [Exchange] = []
        for one in shares[page].items {
            for target in shares.indices where target != page && mayGo(one, to: target) {
                for other in shares[target].items
                where mayGo(other, to: page) && abs(one.priority - other.priority) <= 1 {
                    let less = one.naturalArea - other.naturalArea
                    guard less > 0 else { continue }
                    // Rather the story that is too long itself.
                    let misfit = abs(less - planned.overset) + (over.contains(one.name) ? 0 : planned.overset)
                    var changed = (shares[page], shares[target])
                    changed.0.items = changed.0.items.map { $0.name == one.name ? other : $0 }
                    changed.1.items = changed.1.items.map { $0.name == other.name ? one : $0 }
                    exchanges.append(
                        Exchange(pages: [page, target], shares: [changed.0, changed.1], misfit: misfit))
                }
            }
        }
        return exchanges.enumerated().sorted { ($0.element.misfit, $0.offset) < ($1.element.misfit, $1.offset) }
            .prefix(Self.exchangesLookedAt).map(\.element)
    }
}

extension Warned<PlannedPage> {
    /// Lines that find no room.
    fileprivate var overset: Int { output.plan.modules.reduce(0) { $0 + ($1.fit?.overset ?? 0) } }

    /// The page's cost; a story that is left out is worse than anything else.
    fileprivate var total: Int {
        output.plan.cost.reduce(0) { $0 + $1.cost } + diagnostics.count { $0.severity == .error } * 100_000
    }
}
