/// Where the plans of an edition come from.
public enum PlanSource: Sendable {
    /// press plans the pages.
    case planner
    /// Plans that a person has written or edited: followed to the letter; what is wrong with them is said.
    case order([PagePlan], places: PlanPlaces = PlanPlaces())
    /// The plans that were kept: what has changed since is fitted in with as little moved as can be. When the plans are of
    /// another grid, or there must be more pages, press plans the pages.
    case lastTime([PagePlan], places: PlanPlaces = PlanPlaces())
}

/// The plans of an edition with an account of them.
public struct PlannedEdition: Sendable {
    public var plans: [PagePlan]
    /// Why stories stand where they stand, page by page; empty where plans were kept or given: see `explanation`.
    public var accounts: [PageAccount] = []
    /// What was done to a kept plan, page by page.
    public var steps: [LadderStep] = []
    /// The plans that were kept, with their edits carried out; empty where there were none.
    public var before: [PagePlan] = []
    var known = KnownLines()
    /// Who planned it, for those who ask what a story costs by itself.
    var planner: EditionPlanner?
    /// The pages that were kept, for those who ask why.
    var kept: [KeptPage] = []

    /// Why a story stands where it stands. For a page that was kept, the page is planned anew to say what another place would
    /// have cost; that takes as long as planning it.
    public func explanation(of story: String) -> (plan: PagePlan, entry: PageAccount.Entry)? {
        for account in accounts {
            guard let plan = plans.first(where: { $0.page == account.number }),
                let entry = account.entries.first(where: { $0.story == story })
            else { continue }
            return (plan, itemised(entry, on: plan))
        }
        for (plan, page) in zip(plans, kept) where page.members.contains(where: { $0.subject == .story(story) }) {
            return page.account().entries.first { $0.story == story }.map { (plan, itemised($0, on: plan)) }
        }
        return nil
    }

    /// The entry with what the story costs in its own rectangle, by name.
    private func itemised(_ entry: PageAccount.Entry, on plan: PagePlan) -> PageAccount.Entry {
        guard let planner, let module = plan.modules.first(where: { $0.subject == .story(entry.story) }),
            let setting = module.setting, let fit = module.fit,
            let story = planner.stories.first(where: { $0.story.name == entry.story })?.version(setting.extent)
        else { return entry }
        let search = FillSearch(
            story: story, columns: module.rect.width, grid: planner.grid, costs: planner.costs.fill,
            store: StoryLineStore(story))
        var entry = entry
        entry.own = search.items(of: setting, fit: fit, rows: module.rect.height) ?? []
        return entry
    }

    /// The stories that stand on a page.
    public var placed: [String] { plans.flatMap { $0.modules.filter(\.isStory).map(\.subject.name) } }
}

/// Plans an edition: what has its place already, then every story.
struct EditionPlanner {
    let edition: Edition
    let stories: [MeasuredStory]
    let colophonRows: Int

    var grid: PageGrid { edition.paper.grid }
    var costs: HouseCosts { edition.paper.costs }

    /// The planner's grid: every module ends with a row of white, and the last one of a page lies below the type area.
    var planningGrid: PageGrid {
        var grid = self.grid
        grid.rows += 1
        return grid
    }

    /// Plans all pages.
    func plan() async -> Warned<PlannedEdition> {
        let items = await self.items()
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        var pageCount = edition.pages.count
        if pageCount == 0 {
            // As many as the copy needs.
            let trial = assignPages(
                items, frames: [], further: { furniture.frame(of: $0, pageCount: 0).extended }, on: planningGrid,
                costs: costs.plan)
            pageCount = max(1, trial.output.count)
        }
        let frames = (1...pageCount).map { furniture.frame(of: $0, pageCount: pageCount) }
        let extended = frames.map(\.extended)
        var shares = assignPages(items, frames: extended, on: planningGrid, costs: costs.plan)
        let parted = await jumping(items, shares.output)
        if !parted.isEmpty { shares = assignPages(parted, frames: extended, on: planningGrid, costs: costs.plan) }
        // There is nothing to list where hardly anything stands on the other pages.
        if shares.output.dropFirst().reduce(0, { $0 + $1.items.count }) < 2 { shares.output[0].frame.ear = nil }
        let grid = planningGrid
        let costs = self.costs.plan
        let first = await concurrentMap(shares.output) {
            plannedPage($0.items, in: $0.frame, on: grid, costs: costs)
        }
        let (assigned, planned) = await exchanging(shares.output, first)
        var plans = planned.map { $0.output.plan.withoutRowBelow(rows: self.grid.rows) }
        for (index, share) in assigned.enumerated() {
            plans[index].unplaced = unplaced(share.items, in: plans)
        }
        let shared = assigned.flatMap { $0.items.map(\.name) }
        plans[plans.count - 1].unplaced += unplaced(
            items.filter { !shared.contains($0.name) }, in: plans, .pagesFull)
        return Warned(
            PlannedEdition(plans: plans, accounts: planned.compactMap(\.output.account)),
            shares.diagnostics + planned.flatMap(\.diagnostics))
    }

    func plans(from source: PlanSource) async -> Warned<PlannedEdition> {
        let planned =
            switch source {
            case .planner: await plan()
            case .order(let plans, let places): await follow(plans, places)
            case .lastTime(let plans, let places): await keep(plans, places)
            }
        var output = planned.output
        output.planner = self
        return Warned(output, planned.diagnostics + missing(in: planned))
    }

    private func unplaced(
        _ items: [PlanItem], in plans: [PagePlan], _ reason: Unplaced.Reason = .pageFull
    ) -> [Unplaced] {
        items.filter { item in !plans.contains { $0.modules.contains { $0.subject == .story(item.name) } } }
            .map { item in
                let hasRectangle = item.fills.contains { $0.contains { $0 != nil } }
                return Unplaced(
                    story: item.name, reason: item.isFiller ? .filler : hasRectangle ? reason : .noRectangle)
            }
    }

    /// The unplaced of a plan that was kept or given: what stands nowhere, with the last page.
    func finished(_ edition: PlannedEdition) -> PlannedEdition {
        guard !edition.plans.isEmpty else { return edition }
        var edition = edition
        let placed = edition.plans.flatMap { $0.modules.map(\.subject.name) }
        for index in edition.plans.indices {
            edition.plans[index].unplaced = edition.plans[index].unplaced.filter { story in
                !placed.contains(story.story) && stories.contains { $0.story.name == story.story }
            }
        }
        let known = placed + edition.plans.flatMap { $0.unplaced.map(\.story) }
        for story in stories where !known.contains(story.story.name) {
            edition.plans[edition.plans.count - 1].unplaced.append(
                Unplaced(story: story.story.name, reason: story.story.isFiller ? .filler : .pageFull))
        }
        return edition
    }

    /// A story with its fillings, and the pages of its section.
    func planItem(_ story: MeasuredStory, fills: [[[Fill]]]) -> PlanItem {
        var item = PlanItem(story, fills: fills)
        item.sectionPages = edition.pages(of: story.story.section)
        let (grid, costs) = (self.grid, self.costs.fill)
        item.further = { columns, rows in
            guard rows >= 2, story.story.allows(span: columns) else { return [] }
            return FillSearch(
                story: story, columns: columns, grid: grid, costs: costs, store: StoryLineStore(story)
            ).everything(rows: rows - 1)
        }
        return item
    }

    func items() async -> [PlanItem] {
        let grid = self.grid
        let costs = self.costs.fill
        return await concurrentMap(stories) { story in
            planItem(story, fills: fills(for: story, on: grid, maxRows: grid.rows, costs: costs))
        }
    }
}

extension PlanItem {
    /// - Parameter fills: by columns and rows, without the row of white below.
    init(_ story: MeasuredStory, fills: [[[Fill]]]) {
        var pin = story.story.pin
        if case .rectangle(let page, let columns, let rows) = pin {
            pin = .rectangle(page: page, columns: columns, rows: rows.lowerBound...(rows.upperBound + 1))
        }
        self.init(
            name: story.story.name, priority: story.story.priority, isFiller: story.story.isFiller, pin: pin,
            fills: fills.map { [nil] + $0.map(\.first) },
            alternatives: fills.map { [[]] + $0.map { Array($0.dropFirst()) } }, page: story.story.page,
            place: story.story.place)
    }
}

extension PageFrame {
    /// With the row of white below each anchor, as the planner counts.
    var extended: PageFrame {
        PageFrame(
            page: page, anchors: anchors.map { Placement($0.subject, in: $0.rect.withRowBelow, isPinned: true) },
            ear: ear?.withRowBelow)
    }
}

extension PagePlan {
    /// Without the row of white below each module, as plans are written.
    fileprivate func withoutRowBelow(rows: Int) -> PagePlan {
        var plan = self
        plan.rows = rows
        for index in plan.modules.indices {
            let range = plan.modules[index].rect.rows
            plan.modules[index].rect.rows = range.lowerBound..<max(range.lowerBound, range.upperBound - 1)
        }
        return plan
    }
}
