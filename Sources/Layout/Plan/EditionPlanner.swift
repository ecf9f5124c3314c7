/// Where the plans of an edition come from.
public enum PlanSource: Sendable {
    /// press plans the pages.
    case planner
    /// Plans that a person has written or edited: followed to the letter; what is wrong with them is said.
    case order([PagePlan])
    /// The plans that were kept: stories stay in their rectangles, and are fitted anew where their copy has changed. When
    /// the plans no longer cover the edition, press plans the pages.
    case lastTime([PagePlan])
}

/// Plans an edition: what has its place already, then every story.
struct EditionPlanner {
    let edition: Edition
    let stories: [MeasuredStory]
    let colophonRows: Int

    var grid: PageGrid { edition.paper.grid }
    var costs: HouseCosts { edition.paper.costs }

    /// The planner's grid: every module ends with a row of white, and the last one of a page lies below the type area.
    private var planningGrid: PageGrid {
        var grid = self.grid
        grid.rows += 1
        return grid
    }

    /// Plans all pages.
    func plan() async -> Warned<[PagePlan]> {
        let items = await self.items()
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        var pageCount = edition.pages.count
        if pageCount == 0 {
            // As many as the copy needs.
            let trial = assignPages(
                items, frames: [], further: { furniture.frame(of: $0, pageCount: 0).extended }, on: planningGrid)
            pageCount = max(1, trial.output.count)
        }
        let frames = (1...pageCount).map { furniture.frame(of: $0, pageCount: pageCount) }
        let extended = frames.map(\.extended)
        var shares = assignPages(items, frames: extended, on: planningGrid)
        let parted = await jumping(items, shares.output)
        if !parted.isEmpty { shares = assignPages(parted, frames: extended, on: planningGrid) }
        let grid = planningGrid
        let costs = self.costs.plan
        let planned = await concurrentMap(shares.output) {
            planPage($0.items, in: $0.frame, on: grid, costs: costs)
        }
        return Warned(
            planned.map { $0.output.withoutRowBelow(rows: self.grid.rows) },
            furniture.diagnostics(pageCount: pageCount) + shares.diagnostics + planned.flatMap(\.diagnostics))
    }

    func plans(from source: PlanSource) async -> Warned<[PagePlan]> {
        switch source {
        case .planner: return await plan()
        case .order(let plans):
            return await completed(plans) { placement in placement.setting == nil }
        case .lastTime(let plans):
            let kept = await completed(plans, refitting: needsRefitting)
            guard let reason = kept.diagnostics.first else { return kept }
            let fresh = await plan()
            return Warned(fresh.output, [outdated(because: reason)] + fresh.diagnostics)
        }
    }

    /// Adds the furniture that a plan leaves out, chooses the settings that are to be chosen, and checks the plan.
    private func completed(
        _ plans: [PagePlan], refitting: @escaping @Sendable (Placement) -> Bool
    ) async -> Warned<[PagePlan]> {
        let pageCount = max(edition.pages.count, plans.map(\.page).max() ?? 1)
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        var completed = plans.sorted { $0.page < $1.page }
        for index in completed.indices {
            let frame = furniture.frame(of: completed[index].page, pageCount: pageCount)
            let missing = frame.anchors.filter { anchor in
                !completed[index].modules.contains { $0.subject == anchor.subject }
            }
            completed[index].modules = await concurrentMap(missing + completed[index].modules) { module in
                guard refitting(module) else { return module }
                var module = module
                module.setting = setting(for: module)
                return module
            }
        }
        let items = stories.map { PlanItem($0, fills: []) }
        let frames = completed.map { furniture.frame(of: $0.page, pageCount: pageCount) }
        return Warned(completed, check(completed, against: items, frames: frames, on: grid))
    }

    /// Whether a story no longer fits the setting it had: its copy, head or pictures have changed.
    private func needsRefitting(_ placement: Placement) -> Bool {
        guard case .story(let name) = placement.subject, let whole = stories.first(where: { $0.story.name == name })
        else { return false }
        guard let setting = placement.setting, let story = whole.version(setting.extent),
            let geometry = story.geometry(
                columns: placement.rect.width, rows: placement.rect.height, setting: setting, grid: grid),
            let rows = story.headRows(setting.head, in: geometry, rows: placement.rect.height, grid: grid),
            setting.pictures.count == story.pictures.count
        else { return true }
        let lines = story.flowLines(measure: geometry.measure, longer: setting.longer)
        let heights = story.heights(setting, in: geometry, rows: placement.rect.height, headRows: rows)
        let white = heights.reduce(0, +) - lines.reduce(0) { $0 + $1.rows }
        return white < 0 || white >= max(3, setting.innerColumns) || flow(lines, through: heights).overset > 0
    }

    private func outdated(because reason: Diagnostic) -> Diagnostic {
        Diagnostic(
            .note, .planOutdated,
            Phrase(
                zh: "上次的版面计划已不合用（\(reason.message.zh)），各版重新安排",
                en: "the last plan no longer covers this edition (\(reason.message.en)): the pages are planned anew"
            ),
            hint: Phrase(zh: "用 press plan -o 写一份新的", en: "write a new one with press plan -o"))
    }

    private func setting(for placement: Placement) -> StorySetting? {
        guard case .story(let name) = placement.subject, placement.rect.height > 0,
            (1...grid.columns).contains(placement.rect.width),
            let whole = stories.first(where: { $0.story.name == name })
        else { return nil }
        let story = whole.version(placement.setting?.extent ?? .whole) ?? whole
        let store = StoryLineStore(story)
        return FillSearch(story: story, columns: placement.rect.width, grid: grid, costs: costs.fill, store: store)
            .run(rows: placement.rect.height)?.setting
    }

    func items() async -> [PlanItem] {
        let grid = self.grid
        let costs = self.costs.fill
        return await concurrentMap(stories) { story in
            PlanItem(story, fills: fills(for: story, on: grid, maxRows: grid.rows, costs: costs))
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
    fileprivate var extended: PageFrame {
        PageFrame(
            page: page, anchors: anchors.map { Placement($0.subject, in: $0.rect.withRowBelow, isPinned: true) })
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
