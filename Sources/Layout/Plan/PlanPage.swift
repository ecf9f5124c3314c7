/// Plans one page: the best guillotine tiling of what the anchors leave free, every story once.
public func planPage(
    _ items: [PlanItem], in frame: PageFrame, on grid: PageGrid, costs: PlanCosts = PlanCosts()
) -> Warned<PagePlan> {
    let anchors = frame.anchors.map(\.rect)
    let order = items.indices.sorted {
        (items[$1].isFiller ? 1 : 0, items[$1].priority, items[$1].naturalArea, $0) >
        (items[$0].isFiller ? 1 : 0, items[$0].priority, items[$0].naturalArea, $1)
    }
    let sorted = order.reversed().map { items[$0] }
    let problem = PageSearchProblem(
        items: sorted, corners: sorted.map { _ in nil }, anchors: anchors, grid: grid, costs: costs)
    guard let result = problem.search() else {
        return Warned(PagePlan(page: frame.page, columns: grid.columns, rows: grid.rows, modules: frame.anchors))
    }
    let scored = result.drafts.map { draft in
        let stories = draft.modules.map {
            PlacedFill(
                item: sorted[$0.item],
                fill: sorted[$0.item].allFills(columns: $0.rect.width, rows: $0.rect.height)[$0.fill], rect: $0.rect)
        }
        return (stories: stories, cost: PageCost(stories, anchors: anchors, grid: grid, costs: costs))
    }
    let best = scored.indices.min { (scored[$0].cost.total, $0) < (scored[$1].cost.total, $1) }!
    let modules = frame.anchors + scored[best].stories.map {
        Placement(.story($0.item.name), in: $0.rect, setting: $0.fill.setting)
    }
    return Warned(PagePlan(
        page: frame.page, columns: grid.columns, rows: grid.rows, modules: modules,
        cost: scored[best].cost.items + [CostItem(name: "work", cost: result.work), CostItem(name: "excess0", cost: result.drafts[0].excess),CostItem(name: "best", cost: best),CostItem(name: "drafts", cost: result.drafts.count)]))
}
