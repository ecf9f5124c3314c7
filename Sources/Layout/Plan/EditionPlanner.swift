/// Plans an edition: what has its place already, then every story.
struct EditionPlanner {
    let edition: Edition
    let stories: [MeasuredStory]
    let colophonRows: Int

    var grid: PageGrid { edition.paper.grid }

    func plan() -> Warned<[PagePlan]> {
        // Every module ends with a row of white; the one below the type area is not printed on.
        var extended = grid
        extended.rows += 1
        let costs = FillCosts()
        var plans: [PagePlan] = []
        for page in 1...max(1, edition.pages.count) {
            let items = stories.filter { ($0.story.page ?? 1) == page }.map { story in
                PlanItem(
                    name: story.story.name, priority: story.story.priority, isFiller: story.story.isFiller,
                    pin: story.story.pin,
                    fills: fills(for: story, on: grid, maxRows: grid.rows, costs: costs).map { [nil] + $0 },
                    page: page, place: story.story.place)
            }
            let anchors = self.anchors(of: page).map { Placement($0.subject, in: $0.rect.withRowBelow, isPinned: true) }
            let planned = planPage(items, in: PageFrame(page: page, anchors: anchors), on: extended)
            var plan = planned.output
            plan.rows = grid.rows
            for index in plan.modules.indices {
                let rows = plan.modules[index].rect.rows
                plan.modules[index].rect.rows = rows.lowerBound..<(rows.upperBound - 1)
            }
            plans.append(plan)
        }
        return Warned(plans)
    }

    func completed(_ plans: [PagePlan]) -> Warned<[PagePlan]> { Warned(plans) }

    func anchors(of page: Int) -> [Placement] {
        var result: [Placement] = []
        if page == 1 {
            result.append(Placement(.nameplate, in: edition.nameplateRect))
        } else {
            result.append(Placement(.pageHead, in: edition.pageHeadRect))
        }
        if page == edition.pages.count, colophonRows > 0 {
            result.append(Placement(.colophon, in: edition.colophonRect(rows: colophonRows)))
        }
        for advertisement in edition.advertisements where advertisement.page == page {
            if let rect = AdvertisementPlacer(grid: grid).place(advertisement, taken: result.map(\.rect)) {
                result.append(Placement(.advertisement(advertisement.name), in: rect))
            }
        }
        return result
    }
}
