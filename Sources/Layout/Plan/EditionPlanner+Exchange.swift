extension EditionPlanner {
    /// How many pages are looked at on which text finds no room, and how many exchanges for each.
    private static let pagesLookedAt = 3
    private static let exchangesLookedAt = 12
    /// So many hundredths of a page left white are too much while others are full.
    private static let leastOpen = 2

    /// Pages exchange a story with another page, where both together get better so: those on which text finds no room, then
    /// those that have a fault, then those that are left white where others are full. That a page is as full as it should be
    /// does not yet say that its stories suit each other, and what stands fixed on it.
    func exchanging(_ shares: [PageAssignment], _ planned: [Warned<PlannedPage>]) async -> (
        shares: [PageAssignment], pages: [Warned<PlannedPage>]
    ) {
        var (shares, pages) = (shares, planned)
        var tried: [Int] = []
        while tried.count < Self.pagesLookedAt, let page = worst(of: pages, but: tried) {
            tried.append(page)
            let exchanges =
                pages[page].isPoor
                ? self.exchanges(from: page, shares, pages[page]) : self.exchanges(to: page, shares, pages)
            let (grid, costs) = (planningGrid, self.costs.plan)
            let results = await concurrentMap(exchanges) { exchange in
                exchange.shares.map { plannedPage($0.items, in: $0.frame, on: grid, costs: costs) }
            }
            let costsNow = exchanges.map { $0.pages.reduce(0) { $0 + pages[$1].total(costs) } }
            let gains = results.indices.map { costsNow[$0] - results[$0].reduce(0) { $0 + $1.total(costs) } }
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

    /// The page with the most text that finds no room, else with the most stories in a fault; else the one with the most white,
    /// if others have much less.
    private func worst(of pages: [Warned<PlannedPage>], but tried: [Int]) -> Int? {
        let left = pages.indices.filter { !tried.contains($0) }
        if let poor = left.filter({ pages[$0].isPoor })
            .max(by: {
                (pages[$0].overset, pages[$0].output.faulty.count, $1) < (
                    pages[$1].overset, pages[$1].output.faulty.count, $0
                )
            })
        {
            return poor
        }
        let open = pages.map(\.output.plan.whiteArea)
        let least = open.min() ?? 0
        return left.filter {
            open[$0] * 100 > planningGrid.columns * planningGrid.rows * Self.leastOpen && open[$0] > least * 2
        }
        .max { (open[$0], $1) < (open[$1], $0) }
    }

    private struct Exchange: Sendable {
        var pages: [Int]
        var shares: [PageAssignment]
        /// How far it is from what the page needs, in column-rows.
        var misfit: Int
    }

    /// One story to another page, and one that is smaller by about what is over back in its place; or of like size, where
    /// nothing is over.
    private func exchanges(from page: Int, _ shares: [PageAssignment], _ planned: Warned<PlannedPage>) -> [Exchange]
    {
        let (over, faulty) = (planned.overset, planned.output.faulty)
        let long = planned.output.plan.modules.filter { ($0.fit?.overset ?? 0) > 0 }.map(\.subject.name)
        var exchanges: [Exchange] = []
        for one in shares[page].items {
            for target in shares.indices where target != page && mayGo(one, to: target, shares) {
                for other in shares[target].items
                where mayGo(other, to: page, shares) && abs(one.priority - other.priority) <= 1 {
                    let less = one.naturalArea - other.naturalArea
                    guard less > 0 || over == 0 else { continue }
                    // Rather the story that is too long itself, or in a fault.
                    let isMeant = over > 0 ? long.contains(one.name) : faulty.contains(one.name)
                    let misfit = abs(less - over) + (isMeant ? 0 : max(over, grid.columns))
                    var changed = (shares[page], shares[target])
                    changed.0.items = changed.0.items.map { $0.name == one.name ? other : $0 }
                    changed.1.items = changed.1.items.map { $0.name == other.name ? one : $0 }
                    exchanges.append(
                        Exchange(pages: [page, target], shares: [changed.0, changed.1], misfit: misfit))
                }
            }
        }
        return best(of: exchanges)
    }

    /// One story from a page that is fuller, and one that is smaller by about half of what is white in its place, or none.
    private func exchanges(to page: Int, _ shares: [PageAssignment], _ planned: [Warned<PlannedPage>]) -> [Exchange]
    {
        let open = planned[page].output.plan.whiteArea
        var exchanges: [Exchange] = []
        for target in shares.indices where planned[target].output.plan.whiteArea * 2 < open {
            for one in shares[target].items where mayGo(one, to: page, shares) {
                let backs = shares[page].items.filter {
                    mayGo($0, to: target, shares) && abs(one.priority - $0.priority) <= 1
                }
                for back in [nil] + backs.map(Optional.some) {
                    let more = one.naturalArea - (back?.naturalArea ?? 0)
                    guard more > 0, back != nil || one.priority <= 3 else { continue }
                    var changed = (shares[page], shares[target])
                    changed.0.items = changed.0.items.filter { $0.name != back?.name } + [one]
                    changed.1.items = changed.1.items.filter { $0.name != one.name } + [back].compactMap { $0 }
                    exchanges.append(
                        Exchange(
                            pages: [page, target], shares: [changed.0, changed.1], misfit: abs(more - open / 2)))
                }
            }
        }
        return best(of: exchanges)
    }

    private func best(of exchanges: [Exchange]) -> [Exchange] {
        exchanges.enumerated().sorted { ($0.element.misfit, $0.offset) < ($1.element.misfit, $1.offset) }
            .prefix(Self.exchangesLookedAt).map(\.element)
    }

    /// Whether a story may leave its page for another.
    private func mayGo(_ item: PlanItem, to target: Int, _ shares: [PageAssignment]) -> Bool {
        let lead = shares[0].items.max { $0.priority < $1.priority }?.name
        return item.page == nil && item.pin == nil && !item.isFiller && item.name != lead
            && (item.sectionPages.isEmpty || item.sectionPages.contains(shares[target].frame.page))
    }
}
