/// Plans an edition: what has its place already, then every story.
struct EditionPlanner {
    let edition: Edition
    let stories: [MeasuredStory]
    let colophonRows: Int

    var grid: PageGrid { edition.paper.grid }

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
        let shares = assignPages(items, frames: frames.map(\.extended), on: planningGrid)
        let grid = planningGrid
        let planned = await concurrentMap(shares.output) { planPage($0.items, in: $0.frame, on: grid) }
        return Warned(
            planned.map { $0.output.withoutRowBelow(rows: self.grid.rows) },
            furniture.diagnostics(pageCount: pageCount) + shares.diagnostics + planned.flatMap(\.diagnostics))
    }

    /// Checks plans that a person has edited, and chooses the settings that they leave open.
    func completed(_ plans: [PagePlan]) async -> Warned<[PagePlan]> {
        let pageCount = max(edition.pages.count, plans.map(\.page).max() ?? 1)
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        var completed = plans.sorted { $0.page < $1.page }
        for index in completed.indices {
            let frame = furniture.frame(of: completed[index].page, pageCount: pageCount)
            let missing = frame.anchors.filter { anchor in
                !completed[index].modules.contains { $0.subject == anchor.subject }
            }
            completed[index].modules = missing + completed[index].modules
            for module in completed[index].modules.indices where completed[index].modules[module].setting == nil {
                completed[index].modules[module].setting = setting(for: completed[index].modules[module])
            }
        }
        let items = stories.map { PlanItem($0, fills: []) }
        let frames = completed.map { furniture.frame(of: $0.page, pageCount: pageCount) }
        return Warned(completed, check(completed, against: items, frames: frames, on: grid))
    }

    private func setting(for placement: Placement) -> StorySetting? {
        guard case .story(let name) = placement.subject, placement.rect.height > 0,
            (1...grid.columns).contains(placement.rect.width),
            let story = stories.first(where: { $0.story.name == name })
        else { return nil }
        return FillSearch(story: story, columns: placement.rect.width, grid: grid, costs: FillCosts())
            .run(rows: placement.rect.height)?.setting
    }

    private func items() async -> [PlanItem] {
        let grid = self.grid
        return await concurrentMap(stories) { story in
            PlanItem(
                story, fills: fills(for: story, on: grid, maxRows: grid.rows, costs: FillCosts()).map { [nil] + $0 }
            )
        }
    }
}

extension PlanItem {
    fileprivate init(_ story: MeasuredStory, fills: [[Fill?]]) {
        var pin = story.story.pin
        if case .rectangle(let page, let columns, let rows) = pin {
            pin = .rectangle(page: page, columns: columns, rows: rows.lowerBound...(rows.upperBound + 1))
        }
        self.init(
            name: story.story.name, priority: story.story.priority, isFiller: story.story.isFiller, pin: pin,
            fills: fills, page: story.story.page, place: story.story.place)
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
