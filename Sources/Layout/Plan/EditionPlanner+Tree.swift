/// Gives their rectangles to modules that a plan leaves to its tree.
extension EditionPlanner {
    /// The plans with all rectangles, and what is wrong with them. A page for which there are no cuts keeps its tree.
    func followTrees(of plans: [PagePlan], _ places: PlanPlaces) async -> Warned<[PagePlan]> {
        var plans = plans
        var diagnostics: [Diagnostic] = []
        let pageCount = max(edition.pages.count, plans.map(\.page).max() ?? 1)
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        for index in plans.indices where plans[index].tree != nil {
            let followed = await followTree(
                of: plans[index], frame: furniture.frame(of: plans[index].page, pageCount: pageCount))
            plans[index] = followed.output
            diagnostics += followed.diagnostics.map(places.placing)
        }
        return Warned(plans, diagnostics)
    }

    private func followTree(of plan: PagePlan, frame: PageFrame) async -> Warned<PagePlan> {
        guard let tree = plan.tree, (plan.columns, plan.rows) == (grid.columns, grid.rows) else {
            return Warned(plan, [])
        }
        let items = await openItems(of: plan)
        let leaves = plan.modules.indices.map { index in leaf(plan.modules[index], items[index], frame) }
        guard let whole = room(in: frame, beside: plan.modules) else { return Warned(plan, [untreed(plan)]) }
        let drafts = self.drafts(of: tree, leaves, items, in: whole)
        guard let best = best(of: drafts, plan, items) else { return Warned(plan, [untreed(plan)]) }
        var result = plan
        result.tree = nil
        (result.isProven, result.gap, result.cost) = (false, nil, best.cost.items)
        var diagnostics: [Diagnostic] = []
        for module in best.modules {
            result.modules[module.leaf].rect = module.rect.withoutRowBelow
            guard let fill = module.fill else { continue }
            result.modules[module.leaf].setting = fill.setting
            result.modules[module.leaf].fit = fill.fit
            if !fill.fit.isAcceptable(inner: fill.setting.innerColumns, before: nil) {
                diagnostics.append(Layout.misfit(plan.modules[module.leaf].subject.name, on: plan.page, fill.fit))
            }
        }
        return Warned(result, diagnostics)
    }

    /// The best ways to cut a page so; and those whose other heads are smaller than the lead's in one of its likely sizes, which
    /// the search does not see by itself.
    private func drafts(
        of tree: CutTree, _ leaves: [TreeSearch.Leaf], _ items: [PlanItem?], in whole: GridRect
    ) -> [TreeSearch.Draft] {
        var search = TreeSearch(leaves, on: planningGrid, costs: costs.plan)
        let drafts = search.drafts(of: tree, in: whole)
        func rank(_ item: PlanItem?) -> (Int, Int) { item.map { ($0.priority, $0.naturalArea) } ?? (-1, 0) }
        guard let lead = items.indices.max(by: { rank(items[$0]) < rank(items[$1]) }), items[lead] != nil else {
            return drafts
        }
        var sizes: [Length] = []
        for draft in drafts {
            guard let size = draft.modules.first(where: { $0.leaf == lead })?.fill?.setting.head.size,
                !sizes.contains(size)
            else { continue }
            sizes.append(size)
            if sizes.count == Self.leadSizes { break }
        }
        return drafts
            + sizes.flatMap { size in
                let limited = leaves.indices.map { index in
                    guard let item = items[index] else { return leaves[index] }
                    return TreeSearch.Leaf.story(item.withHeads { index == lead ? $0 >= size : $0 < size })
                }
                var search = TreeSearch(limited, on: planningGrid, costs: costs.plan)
                return search.drafts(of: tree, in: whole)
            }
    }

    /// In how many sizes the lead's head is looked at.
    private static let leadSizes = 3

    /// By module, how the stories without rectangles fill those that they might have.
    private func openItems(of plan: PagePlan) async -> [PlanItem?] {
        let (grid, costs) = (self.grid, self.costs.fill)
        let open = plan.modules.map { module -> MeasuredStory? in
            guard !module.hasPlace, let whole = stories.first(where: { .story($0.story.name) == module.subject })
            else {
                return nil
            }
            return whole.version(module.setting?.extent ?? .whole) ?? whole
        }
        return await concurrentMap(open) { story in
            story.map { PlanItem($0, fills: fills(for: $0, on: grid, maxRows: grid.rows, costs: costs)) }
        }
    }

    private func leaf(_ module: Placement, _ item: PlanItem?, _ frame: PageFrame) -> TreeSearch.Leaf {
        if let item { return .story(item) }
        if let anchor = frame.anchors.first(where: { $0.subject == module.subject }) {
            return .fixed(anchor.rect.withRowBelow)
        }
        if !module.hasPlace, module.subject == .briefs { return .briefs }
        return .fixed(module.rect.withRowBelow)
    }

    /// What the tree parts: the page without the strips of furniture that the plan leaves out; nil where something else is left
    /// out that stands in its way.
    private func room(in frame: PageFrame, beside modules: [Placement]) -> GridRect? {
        var whole = GridRect(columns: 0..<planningGrid.columns, rows: 0..<planningGrid.rows)
        var others = frame.anchors.filter { anchor in !modules.contains { $0.subject == anchor.subject } }
            .map(\.rect.withRowBelow)
        while !others.isEmpty {
            guard
                let strip = others.firstIndex(where: {
                    $0.columns == whole.columns
                        && ($0.rows.lowerBound == whole.rows.lowerBound
                            || $0.rows.upperBound == whole.rows.upperBound)
                })
            else { return nil }
            let rows = others.remove(at: strip).rows
            whole.rows =
                rows.lowerBound == whole.rows.lowerBound
                ? rows.upperBound..<whole.rows.upperBound : whole.rows.lowerBound..<rows.lowerBound
        }
        return whole
    }

    /// The draft that makes the best page, with all neighbours in view.
    private func best(
        of drafts: [TreeSearch.Draft], _ plan: PagePlan, _ items: [PlanItem?]
    ) -> (modules: [(leaf: Int, rect: GridRect, fill: Fill?)], cost: PageCost)? {
        var best: (modules: [(leaf: Int, rect: GridRect, fill: Fill?)], cost: PageCost)?
        let settler = PageSettle(grid: planningGrid, costs: costs.plan)
        for draft in drafts {
            var modules = draft.modules
            let open = modules.indices.filter { modules[$0].fill != nil }
            let standing = modules.filter { $0.fill == nil }.compactMap {
                placed(plan.modules[$0.leaf], in: $0.rect)
            }
            let anchors = modules.filter { $0.fill == nil && placed(plan.modules[$0.leaf], in: $0.rect) == nil }
                .map(\.rect)
            let free = open.compactMap { index in
                items[modules[index].leaf].flatMap { item in
                    modules[index].fill.map { PlacedFill(item: item, fill: $0, rect: modules[index].rect) }
                }
            }
            let settled = settler.settle(free + standing)
            for (index, story) in zip(open, settled) { modules[index].fill = story.fill }
            let cost = PageCost(settled, anchors: anchors, grid: planningGrid, costs: costs.plan)
            if cost.total < best?.cost.total ?? .max { best = (modules, cost) }
        }
        return best
    }

    /// A story that keeps its rectangle and its setting, as its neighbours see it; nil for all others.
    private func placed(_ module: Placement, in rect: GridRect) -> PlacedFill? {
        guard let setting = module.setting,
            let story = stories.first(where: { .story($0.story.name) == module.subject })
        else { return nil }
        let fill = Fill(
            setting: setting, cost: 0, fit: module.fit ?? .init(white: 0, overset: 0), isBoxed: story.story.isBoxed,
            kickerLines: story.kickerLines(setting, columns: rect.width, on: grid), pitch: grid.pitch)
        return PlacedFill(
            item: PlanItem(name: story.story.name, priority: story.story.priority, fills: []), fill: fill,
            rect: rect)
    }

    private func untreed(_ plan: PagePlan) -> Diagnostic {
        let kept = plan.modules.filter { $0.hasPlace && $0.isStory }.map(\.subject.name)
        return Diagnostic(
            .error, .planTree,
            Phrase(
                zh: "第 \(plan.page) 版照 tree 切不出来：总有一块没有位置",
                en: "page \(plan.page): there are no cuts for `tree` with a place for every module"),
            page: PagePlace(page: plan.page),
            hint: kept.isEmpty
                ? Phrase(
                    zh: "看广告、报头是否在 tree 里的位置上",
                    en: "look whether advertisements and furniture stand where `tree` has them")
                : Phrase(
                    zh: "这些块写死了位置：\(kept.joined(separator: "、"))；再删去一些的 columns 和 rows",
                    en:
                        "these keep their rectangles: \(kept.joined(separator: ", ")); delete `columns` and `rows` of more of them"
                ))
    }
}
