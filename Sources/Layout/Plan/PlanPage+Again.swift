/// The page that was chosen, and the others that were compared.
struct PageChoice {
    var best: SeenPage?
    var rivals: [SeenPage]
    /// How much cheaper a page may be at most.
    var gap: Int?

    /// Takes another page instead, where it costs less than so much.
    mutating func take(_ page: SeenPage, ifUnder limit: Int) {
        guard let known = best, page.total < limit else { return }
        gap = gap.map { max(0, $0 + page.total - known.total) }
        best = page
    }
}

extension PageJob {
    /// By how much a page without a seam through its middle may be dearer than the best one, in hundredths.
    private static let seamless = 5
    /// How much dearer two stories may be in each other's places to mend a fault.
    private static let repairReach = 300
    /// How many other stories are tried as the lead.
    private static let otherLeads = 3

    /// The choice once more where the page has a fault that another page is without.
    ///
    /// Butting heads, heads larger than the lead's, holes, uneven feet and much white are not weighed against anything else: they
    /// stand only where nothing else is possible. A straight seam through the middle stands only where every page without it costs
    /// over a twentieth more.
    func reconsidered(_ choice: PageChoice, _ result: PageSearchResult?) -> PageChoice {
        // When a page is planned after the one that stood, what stood is the rule.
        guard !isHasty, stood.isEmpty, let result, let first = choice.best else { return choice }
        var choice = choice
        var job = self
        // Perhaps a way that the tables do not hold, because it is dear, finds room for all the text, or leaves the lead alone with
        // the largest head.
        if lost(first) > 0 || !PageCost.equalling(first.stories).isEmpty {
            choice.take(seen(mended(first.stories)), ifUnder: first.total)
        }
        if let page = choice.best, isFaulty(page) { choice.take(job.removeFaults(from: page), ifUnder: .max) }
        if let page = choice.best, page.cost.cost(of: "equalled") > 0, let other = job.withLeadAlone(page) {
            choice.take(other, ifUnder: page.total)
        }
        if let page = choice.best, page.cost.cost(of: "seam") > 0,
            let other = job.withoutSeam(page, choice.rivals, result)
        {
            choice.take(other, ifUnder: .max)
        }
        return choice
    }

    private func isFaulty(_ page: SeenPage) -> Bool { !PageCost.faulty(page.stories, grid, costs).isEmpty }

    private func lost(_ page: SeenPage) -> Int { page.stories.reduce(0) { $0 + $1.fill.overset } }

    /// The page, or one like it, with as few faults as can be; perhaps with another of the most important stories as its lead.
    private mutating func removeFaults(from page: SeenPage) -> SeenPage {
        var strict = self
        strict.costs = costs.strict
        var best = strict.seen(strict.mended(page.stories))
        func isPoor() -> Bool { isFaulty(best) || best.total > page.total + costs.butting }
        if isPoor() {
            // Another lead helps heads, not white.
            let hasFaultyHeads = !PageCost.faultyHeads(page.stories, grid, costs).isEmpty
            for other in [strict] + (hasFaultyHeads ? strict.withOtherLeads : []) {
                for size in other.headLimits(page) {
                    guard let stories = other.plannedAgain(heads: size) else { continue }
                    let seen = strict.seen(stories)
                    if seen.total < best.total { (best, mandatory) = (seen, other.mandatory) }
                }
            }
        }
        if isPoor() {
            let refine = PageRefine(
                anchors: anchors + white, grid: grid, costs: strict.costs, lead: mandatory.first?.name,
                reach: Self.repairReach, isRepair: true)
            let other = strict.seen(strict.mended(refine.refine(best.stories)))
            if other.total < best.total { best = other }
        }
        return seen(best.stories)
    }

    /// The page with each of the stories as its lead that are as important as the one that has most to say.
    private var withOtherLeads: [PageJob] {
        guard let lead = mandatory.first, lead.isLead, corners.first == .some(nil) else { return [] }
        return mandatory.indices.dropFirst().filter {
            mandatory[$0].priority == lead.priority && corners[$0] == nil && mandatory[$0].parts.isEmpty
        }.prefix(Self.otherLeads).map { index in
            var job = self
            job.mandatory[0].isLead = false
            job.mandatory[index].isLead = true
            job.mandatory.swapAt(0, index)
            return job
        }
    }

    /// Every story in its rectangle, filled in whatever way is best for the page.
    private func mended(_ stories: [PlacedFill]) -> [PlacedFill] {
        PageSettle(grid: grid, costs: costs, isThorough: true).settle(stories)
    }

    /// The best page whose lead alone has the largest head, without more faults than this one.
    private func withLeadAlone(_ page: SeenPage) -> SeenPage? {
        let faults = PageCost.faulty(page.stories, grid, costs).count
        return headLimits(page).compactMap { $0.flatMap { plannedAgain(heads: $0) } }.map { seen($0) }
            .filter { PageCost.faulty($0.stories, grid, costs).count <= faults }.min { $0.total < $1.total }
    }

    /// What heads are like when a page is planned once more: the lead's no smaller, the others' smaller than that. nil: as they are.
    private func headLimits(_ page: SeenPage) -> [Length?] {
        let outshining = PageCost.outshining(page.stories) + PageCost.equalling(page.stories)
        guard !outshining.isEmpty, let lead = mandatory.first, lead.isLead,
            let now = page.stories.first(where: { $0.item.name == lead.name })?.fill.setting.head.size
        else { return [nil] }
        let most = outshining.map { page.stories[$0].fill.setting.head.size }.max() ?? now
        let sizes = lead.headSizes
        let above = sizes.first { $0 > most } ?? sizes.last ?? now
        return above <= now ? [now] : [now, above]
    }

    /// The best page with other prices, or with heads of other sizes, that the programme finds.
    private func plannedAgain(heads size: Length?) -> [PlacedFill]? {
        var job = self
        if let size {
            job.mandatory = mandatory.map { item in
                guard item.parts.isEmpty else { return item }
                return item.withHeads { item.isLead ? $0 >= size : $0 < size }
            }
            job.fillers = fillers.map { $0.withHeads { $0 < size } }
        }
        job.searched = job.mandatory + job.fillers
        guard let result = job.pageSearch().plans([PageSearch.Effort.thorough[0], .thin]) else { return nil }
        return job.choice(from: result).best.map { job.mended($0.stories) }
    }

    /// A page without a seam that costs little more, and has no more faults.
    private func withoutSeam(_ page: SeenPage, _ rivals: [SeenPage], _ result: PageSearchResult) -> SeenPage? {
        let limit = page.total + page.total * Self.seamless / 100
        let faults = PageCost.faulty(page.stories, grid, costs).count
        func isBetter(_ other: SeenPage) -> Bool {
            other.total <= limit && other.cost.cost(of: "seam") == 0
                && PageCost.faulty(other.stories, grid, costs).count <= faults
        }
        if let rival = rivals.filter(isBetter).min(by: { $0.total < $1.total }) { return rival }
        var job = self
        job.costs.middleSeam = 4_000
        job.searched = mandatory + fillers
        let excess = result.leastExcess + limit - page.total + costs.middleSeam
        var pages: [[PlacedFill]] = []
        if let again = job.pageSearch().plans([.again(upTo: excess)]), let best = job.choice(from: again).best {
            pages.append(best.stories)
        } else if mandatory.count + fillers.count > mostLeaves {
            let refine = PageRefine(
                anchors: anchors + white, grid: grid, costs: job.costs, lead: mandatory.first?.name)
            pages.append(refine.refine(page.stories))
        }
        return pages.map { seen($0) }.filter(isBetter).min { $0.total < $1.total }
    }
}

extension PlanItem {
    /// The sizes in which its head is set, ascending.
    fileprivate var headSizes: [Length] {
        var sizes: Set<Length> = []
        for columns in fills.indices {
            for rows in fills[columns].indices {
                for fill in allFills(columns: columns + 1, rows: rows + 1) { sizes.insert(fill.setting.head.size) }
            }
        }
        return sizes.sorted()
    }

    /// Only with heads of such sizes; a story that has none keeps those that it has.
    func withHeads(_ isWanted: (Length) -> Bool) -> PlanItem {
        var item = self
        item.alternatives = fills.map { $0.map { _ in [] } }
        for columns in fills.indices {
            for rows in fills[columns].indices {
                let found = allFills(columns: columns + 1, rows: rows + 1).filter {
                    isWanted($0.setting.head.size)
                }
                item.fills[columns][rows] = found.first
                item.alternatives[columns][rows] = Array(found.dropFirst())
            }
        }
        return item.fills.contains { $0.contains { $0 != nil } } ? item : self
    }
}
