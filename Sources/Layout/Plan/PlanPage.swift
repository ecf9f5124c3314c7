/// Plans one page: the best guillotine tiling of what the anchors leave free, every story once.
///
/// A pure function of its arguments, so that pages may be planned side by side. When the stories cannot tile the page as
/// asked, pins of corners give way first, then the lead's place, then space stays empty, and last the least story is left
/// out; what an editor must know of this is reported.
func planPage(
    _ items: [PlanItem], in frame: PageFrame, on grid: PageGrid, costs: PlanCosts = PlanCosts()
) -> Warned<PagePlan> {
    plannedPage(items, in: frame, on: grid, costs: costs).map(\.plan)
}

/// The same with an account of what each story costs, and what else was looked at.
/// - Parameters:
///   - stood: where stories stood before: each that moves costs `PlanCosts.moved`.
///   - isHasty: whether to look only where a page is found quickly; it may be that none is.
func plannedPage(
    _ items: [PlanItem], in frame: PageFrame, on grid: PageGrid, costs: PlanCosts = PlanCosts(),
    stood: [String: GridRect] = [:], isHasty: Bool = false
) -> Warned<PlannedPage> {
    let page = tiledPage(items, in: frame, on: grid, costs: costs, stood: stood, isHasty: isHasty)
    guard frame.ear != nil, page.isPoor || page.output.plan.openArea > 0 else { return page }
    // Perhaps no story suits the ear beside the nameplate: the list of contents does.
    let other = tiledPage(items, in: frame.withContents, on: grid, costs: costs, stood: stood, isHasty: isHasty)
    return other.total(costs) < page.total(costs) ? other : page
}

private func tiledPage(
    _ items: [PlanItem], in frame: PageFrame, on grid: PageGrid, costs: PlanCosts, stood: [String: GridRect],
    isHasty: Bool
) -> Warned<PlannedPage> {
    var job = PageJob(frame: frame, grid: grid, costs: costs)
    job.stood = stood
    job.isHasty = isHasty
    job.sort(items)
    var result: PageSearchResult?
    job.leaveOutWhatCannotFit()
    while !job.mandatory.isEmpty || !job.fillers.isEmpty {
        result = job.search()
        if result != nil || job.mandatory.isEmpty || isHasty { break }
        if job.partBriefs() { continue }
        job.leaveOutLast()
    }
    return job.plan(from: result)
}

/// One page on its way from stories to a plan.
struct PageJob {
    let frame: PageFrame
    let grid: PageGrid
    var costs: PlanCosts
    var stood: [String: GridRect] = [:]
    var isHasty = false
    /// What stands fixed: the frame's anchors and stories pinned to a rectangle.
    var fixed: [Placement] = []
    var pinned: [PlacedFill] = []
    /// Stories that must stand on the page, the lead first, those pinned to a corner next.
    var mandatory: [PlanItem] = []
    var corners: [Advertisement.Corner?] = []
    var fillers: [PlanItem] = []
    /// Those that the search saw, in its order.
    var searched: [PlanItem] = []
    /// What stays empty on a page that is short of copy.
    var white: [GridRect] = []
    /// What the page has no room for.
    var leftOut: [PlanItem] = []
    var diagnostics: [Diagnostic] = []
    /// How many plans are settled before the best is chosen.
    static let settled = 40
    /// How often a story was left out because nothing else helped.
    var retreats = 0

    init(frame: PageFrame, grid: PageGrid, costs: PlanCosts) {
        self.frame = frame
        self.grid = grid
        self.costs = costs
    }

    var page: GridRect { GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows) }

    /// Fixes what is fixed and puts the rest in order.
    mutating func sort(_ items: [PlanItem]) {
        for anchor in frame.anchors {
            if page.contains(anchor.rect), !fixed.contains(where: { $0.rect.overlaps(anchor.rect) }) {
                fixed.append(anchor)
            } else {
                report(
                    .error, .planOverlap, anchor.subject.name,
                    zh: "与别的内容重叠或超出版心，未排", en: "overlaps another or leaves the type area; it is not set")
            }
        }
        var free: [PlanItem] = []
        for item in items {
            if item.fills.allSatisfy({ $0.allSatisfy { $0 == nil } }) {
                leaveOut(item, isFull: false)
            } else if case .rectangle(let page, let columns, let rows)? = item.pin,
                (page ?? frame.page) == frame.page
            {
                if !pin(item, columns, rows) { free.append(item) }
            } else {
                free.append(item)
            }
        }
        let keyed = free.map { (item: $0, area: $0.naturalArea) }.enumerated().sorted { a, b in
            (b.element.item.priority, b.element.area, a.offset) < (
                a.element.item.priority, a.element.area, b.offset
            )
        }.map(\.element.item)
        fillers = Array(keyed.filter(\.isFiller).prefix(3))
        let copy = keyed.filter { !$0.isFiller }
        var taken: [Advertisement.Corner] = []
        func corner(_ item: PlanItem) -> Advertisement.Corner? {
            if case .corner(let corner)? = item.pin { corner } else { nil }
        }
        // The lead first, then those with corners, then the others by rank.
        for item in copy.prefix(1) + copy.dropFirst().filter({ corner($0) != nil })
            + copy.dropFirst().filter({ corner($0) == nil })
        {
            var wanted = corner(item)
            if let corner = wanted, taken.contains(corner) {
                wanted = nil
                reportUnmet(item, zh: "该角已有别的稿件", en: "another story is pinned there")
            }
            if let wanted { taken.append(wanted) }
            mandatory.append(item)
            corners.append(wanted)
        }
        if let lead = mandatory.first, !pinned.contains(where: { $0.item.priority > lead.priority }) {
            mandatory[0].isLead = true
        }
        gatherBriefs()
    }

    private mutating func pin(_ item: PlanItem, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> Bool {
        let rect = GridRect(
            columns: columns.lowerBound - 1..<columns.upperBound, rows: rows.lowerBound - 1..<rows.upperBound)
        guard page.contains(rect), !fixed.contains(where: { $0.rect.overlaps(rect) }) else {
            reportUnmet(item, zh: "指定位置已被占用或超出版心", en: "the rectangle is taken or leaves the type area")
            return false
        }
        guard let fill = item.fill(columns: rect.width, rows: rect.height) else {
            reportUnmet(item, zh: "稿件排不进指定的大小", en: "the story cannot be set in that size")
            return false
        }
        fixed.append(Placement(.story(item.name), in: rect, setting: fill.setting, isPinned: true, fit: fill.fit))
        pinned.append(PlacedFill(item: item, fill: fill, rect: rect))
        return true
    }

    /// Leaves out the least stories while not even the smallest rectangles of all find room.
    mutating func leaveOutWhatCannotFit() {
        let free = page.area - fixed.reduce(0) { $0 + $1.rect.area }
        while mandatory.reduce(0, { $0 + $1.leastArea }) > free { leaveOutLast() }
        retreats = 0
    }

    mutating func leaveOutLast() {
        let last = mandatory.removeLast()
        corners.removeLast()
        retreats += 1
        for item in last.parts.isEmpty ? [last] : last.parts {
            leftOut.append(item)
            leaveOut(item, isFull: true)
        }
    }

    /// The plan from the best of the drafts.
    func plan(from result: PageSearchResult?) -> Warned<PlannedPage> {
        let choice = reconsidered(choice(from: result), result)
        let stories = choice.best?.stories ?? pinned
        let modules = fixed + stories.dropFirst(pinned.count).flatMap { placements(of: $0) }
        let order = CutTree(modules.map(\.rect)).members
        let plan = PagePlan(
            page: frame.page, columns: grid.columns, rows: grid.rows, modules: order.map { modules[$0] },
            cost: choice.best?.cost.items ?? [], isProven: result?.isProven ?? false, gap: choice.gap)
        let account = choice.best.map {
            PageAccount(
                page: frame.page, stories: $0.stories, anchors: anchors, rivals: choice.rivals, grid: grid,
                costs: costs)
        }
        let faulty = PageCost.faulty(stories, grid, costs).map { stories[$0].item.name }
        return Warned(
            PlannedPage(plan: plan, account: account, rivals: choice.rivals, faulty: faulty),
            diagnostics + surplus(of: stories))
    }

    /// The anchors that stand.
    var anchors: [GridRect] { frame.anchors.map(\.rect).filter { rect in fixed.contains { $0.rect == rect } } }

    /// A page as it looks when everything is in view.
    func seen(_ stories: [PlacedFill]) -> SeenPage {
        SeenPage(
            stories: stories, cost: PageCost(stories, anchors: anchors, grid: grid, costs: costs),
            moved: moved(stories))
    }

    /// The best of the drafts, each seen as a page.
    func choice(from result: PageSearchResult?) -> PageChoice {
        let drafts = result?.drafts ?? []
        var seen = drafts.map { draft in self.seen(pinned + draft.modules.map { placed($0) }) }
        // The best few with their heads chosen anew.
        let settler = PageSettle(grid: grid, costs: costs)
        let byCost = seen.indices.sorted { (seen[$0].total, $0) < (seen[$1].total, $1) }
        for index in byCost.prefix(PageJob.settled) {
            seen[index] = self.seen(settler.settle(seen[index].stories))
        }
        // Of equals the first: the one that the programme likes best.
        let chosen = byCost.prefix(PageJob.settled).min { (seen[$0].total, $0) < (seen[$1].total, $1) }
        var choice = PageChoice(best: chosen.map { seen[$0] }, rivals: seen)
        if let result, let chosen { choice.gap = result.cost(of: drafts[chosen]) - result.bound }
        if let found = choice.best, mandatory.count + fillers.count > mostLeaves {
            let refine = PageRefine(
                anchors: anchors + white, grid: grid, costs: costs, lead: mandatory.first?.name, isHasty: isHasty)
            choice.take(self.seen(settler.settle(refine.refine(found.stories))), ifUnder: found.total)
        }
        return choice
    }

    func placed(_ module: PlanDraft.Module) -> PlacedFill {
        let item = searched[module.item]
        return PlacedFill(
            item: item,
            fill: item.allFills(columns: module.rect.width, rows: module.rect.height)[module.fill],
            rect: module.rect)
    }

    /// What it costs that stories do not stand where they stood.
    private func moved(_ stories: [PlacedFill]) -> Int {
        stories.reduce(0) { sum, story in
            guard let before = stood[story.item.name] else { return sum }
            return before == story.rect ? sum : sum + costs.moved
        }
    }

    private func placements(of story: PlacedFill) -> [Placement] {
        guard story.item.parts.isEmpty else {
            let column =
                story.briefs.isEmpty
                ? BriefsColumn.arranged(story, beside: [], on: grid, costs: costs) : story
            return [Placement(.briefs, in: BriefsColumn.head(in: story.rect))]
                + column.briefs.flatMap { placements(of: $0) }
        }
        let (fill, rect) = (story.fill, story.rect)
        return [Placement(.story(story.item.name), in: rect, setting: fill.setting, fit: fill.fit)]
    }

    mutating func leaveOut(_ item: PlanItem, isFull: Bool) {
        report(
            .error, .storyUnplaced, item.name, at: item.place,
            zh: isFull ? "未排：本版已满" : "未排：没有它能用的大小",
            en: isFull
                ? "is not placed: the page is full" : "is not placed: there is no rectangle in which it can stand")
    }

    mutating func reportUnmet(_ item: PlanItem, zh: String, en: String) {
        report(
            .warning, .pinUnmet, item.name, at: item.place, zh: "未放在指定位置：" + zh,
            en: "is not where it is pinned: " + en)
    }

    private mutating func report(
        _ severity: Severity, _ code: DiagnosticCode, _ name: String, at place: SourcePlace? = nil, zh: String,
        en: String
    ) {
        diagnostics.append(
            Diagnostic(
                severity, code, Phrase(zh: "“\(name)”\(zh)", en: "“\(name)” \(en)"), at: place,
                page: PagePlace(page: frame.page, story: name)))
    }
}

extension Fill {
    var fit: Placement.Fit { .init(white: white, overset: overset, isTorn: isTorn) }
}
