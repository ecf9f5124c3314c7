/// Improves a page whose stories were planned in groups: stories change places, and parts of the page are planned anew.
struct PageRefine {
    let anchors: [GridRect]
    let grid: PageGrid
    let costs: PlanCosts
    /// The story that must stay where it is; nil: none.
    let lead: String?
    /// How much dearer two stories may be in each other's places: what else can be won is little, where no fault is mended.
    var reach = 60
    /// Whether stories change places only to mend a fault, and then with all their ways to fill them.
    var isRepair = false
    /// Whether someone is waiting for the page: then no part of it is planned anew.
    var isHasty = false

    /// The most stories that a part which is planned anew may have.
    static let mostStories = 8
    /// How many plans of a part are seen on the page.
    static let compared = 24
    /// How much looking at whole pages may take, in pairs of stories: a page of 25 is looked at ten thousand times, one of a
    /// hundred briefs six hundred times.
    static let work = 6_250_000

    /// The stories in better places; those that are pinned do not move.
    func refine(_ stories: [PlacedFill]) -> [PlacedFill] {
        var best = stories
        var work = Self.work
        var cost = total(&best, &work)
        var tried: Set<Part> = []
        for _ in 0..<12 where work > 0 {
            let before = cost
            exchange(&best, &cost, &work)
            if isRepair { restack(&best, &cost, &work) }
            if !isHasty { replan(&best, &cost, &tried, &work) }
            if cost == before { break }
        }
        return best
    }

    private func total(_ stories: inout [PlacedFill], _ work: inout Int) -> Int {
        work -= stories.count * stories.count
        PageSettle(grid: grid, costs: costs).arrangeColumns(of: &stories)
        return PageCost(stories, anchors: anchors, grid: grid, costs: costs).total
    }

    private func mayMove(_ story: PlacedFill) -> Bool { story.item.name != lead && story.item.pin == nil }

    /// Two stories change places where the page gets better so, until no two do.
    private func exchange(_ stories: inout [PlacedFill], _ cost: inout Int, _ work: inout Int) {
        for _ in 0..<40 where work > 0 {
            var best: (stories: [PlacedFill], cost: Int)?
            let faulty = isRepair ? PageCost.faulty(stories, grid, costs) : []
            for one in stories.indices where mayMove(stories[one]) {
                for other in stories.indices.dropFirst(one + 1) where work > 0 && mayMove(stories[other]) {
                    guard !isRepair || faulty.contains(one) || faulty.contains(other),
                        let first = cheapest(stories[one].item, stories[other].rect),
                        let second = cheapest(stories[other].item, stories[one].rect),
                        first.cost + second.cost <= stories[one].fill.cost + stories[other].fill.cost + reach
                    else { continue }
                    var changed = stories
                    changed[one] = PlacedFill(item: stories[other].item, fill: second, rect: stories[one].rect)
                    changed[other] = PlacedFill(item: stories[one].item, fill: first, rect: stories[other].rect)
                    if isRepair {
                        changed = PageSettle(grid: grid, costs: costs).settle(changed, only: [one, other])
                        work -= stories.count * stories.count * 4
                    }
                    let total = total(&changed, &work)
                    if total < best?.cost ?? cost { best = (changed, total) }
                }
            }
            guard let best else { return }
            (stories, cost) = best
        }
    }

    private func cheapest(_ item: PlanItem, _ rect: GridRect) -> Fill? {
        item.fill(columns: rect.width, rows: rect.height)
    }

    /// Two stories that stand over each other, of which one has a fault: the cut between them moves, or they change places.
    private func restack(_ stories: inout [PlacedFill], _ cost: inout Int, _ work: inout Int) {
        let faulty = PageCost.faulty(stories, grid, costs)
        for upper in stories.indices {
            for lower in stories.indices
            where stories[upper].rect.columns == stories[lower].rect.columns
                && stories[upper].rect.rows.upperBound == stories[lower].rect.rows.lowerBound
                && (faulty.contains(upper) || faulty.contains(lower))
                && stories[upper].item.pin == nil && stories[lower].item.pin == nil
            {
                restack(upper, lower, &stories, &cost, &work)
            }
        }
    }

    private func restack(
        _ upper: Int, _ lower: Int, _ stories: inout [PlacedFill], _ cost: inout Int, _ work: inout Int
    ) {
        let whole = stories[upper].rect.union(stories[lower].rect)
        let most = stories[upper].fill.cost + stories[lower].fill.cost + reach
        let items = (stories[upper].item, stories[lower].item)
        let mayTurn = mayMove(stories[upper]) && mayMove(stories[lower])
        var best: [PlacedFill]?
        for (first, second) in mayTurn ? [items, (items.1, items.0)] : [items] {
            for cut in whole.rows.dropFirst() where work > 0 {
                let (above, below) = whole.parted(at: cut, isStacked: true)
                let isNear = abs(cut - stories[lower].rect.rows.lowerBound) <= Self.near
                let others = fills(of: second, in: below, isNear)
                for one in fills(of: first, in: above, isNear) {
                    for other in others where one.cost + other.cost <= most {
                        var changed = stories
                        changed[upper] = PlacedFill(item: first, fill: one, rect: above)
                        changed[lower] = PlacedFill(item: second, fill: other, rect: below)
                        let total = total(&changed, &work)
                        if total < cost { (best, cost) = (changed, total) }
                    }
                }
            }
        }
        if let best { stories = best }
    }

    /// Those that the table holds; near the cut that stands, those too that are dearer.
    private func fills(of item: PlanItem, in rect: GridRect, _ isNear: Bool) -> [Fill] {
        isNear
            ? item.everyFill(columns: rect.width, rows: rect.height)
            : item.allFills(columns: rect.width, rows: rect.height)
    }

    /// For how many rows around a cut every way to fill what it parts is tried.
    private static let near = 6

    /// Every rectangle of the page that a few stories tile is tiled anew, exactly.
    private func replan(
        _ stories: inout [PlacedFill], _ cost: inout Int, _ tried: inout Set<Part>, _ work: inout Int
    ) {
        let rects = stories.map(\.rect) + anchors
        for all in CutTree(rects).parts {
            let members = all.filter { $0 < stories.count }
            guard (2...Self.mostStories).contains(members.count), work > 0,
                members.allSatisfy({ stories[$0].item.pin == nil })
            else { continue }
            let whole = all.dropFirst().reduce(rects[all[0]]) { $0.union(rects[$1]) }
            let part = Part(rect: whole, stories: members.map { stories[$0].item.name }.sorted())
            guard tried.insert(part).inserted else { continue }
            let rest = stories.indices.filter { !members.contains($0) }.map { stories[$0] }
            // The part's best plans, seen on the page: its edges have neighbours too.
            var plans = replanned(members.map { stories[$0] }, in: whole).map { changed in
                var all = rest + changed
                return (stories: all, cost: total(&all, &work))
            }
            plans = Array(
                plans.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.prefix(4)
                    .map(\.element))
            let settler = PageSettle(grid: grid, costs: costs)
            for index in plans.indices where plans[index].cost < cost + costs.butting * 2 {
                plans[index].stories = settler.settle(plans[index].stories)
                plans[index].cost = total(&plans[index].stories, &work)
            }
            if let best = plans.min(by: { $0.cost < $1.cost }), best.cost < cost {
                // The tree is another one now: its other parts are looked at in the next round.
                (stories, cost) = best
                return
            }
        }
    }

    /// A part that was planned anew.
    private struct Part: Hashable {
        var rect: GridRect
        var stories: [String]
    }

    private func replanned(_ stories: [PlacedFill], in whole: GridRect) -> [[PlacedFill]] {
        var part = grid
        (part.columns, part.rows) = (whole.width, whole.height)
        var costs = costs
        costs.middleSeam = 0
        let items = stories.map(\.item).enumerated().sorted {
            ($0.element.name == lead ? 0 : 1, -$0.element.priority, $0.offset) < (
                $1.element.name == lead ? 0 : 1, -$1.element.priority, $1.offset
            )
        }.map(\.element)
        let search = PageSearch(
            items: items, corners: items.map { _ in nil }, keepsLead: items[0].name == lead,
            anchors: anchors.filter { $0.overlaps(whole) }.map { $0.within(whole) }, grid: part,
            pageColumns: grid.columns, costs: costs)
        guard let result = search.plans([PageSearch.Effort(work: 6_000_000)], count: Self.compared) else {
            return []
        }
        return result.drafts.map { draft in
            draft.modules.map { module in self.placed(module, of: items, in: whole) }
        }
    }

    private func placed(_ module: PlanDraft.Module, of items: [PlanItem], in whole: GridRect) -> PlacedFill {
        let rect = module.rect.moved(to: whole)
        let fill = items[module.item].allFills(columns: rect.width, rows: rect.height)[module.fill]
        return PlacedFill(item: items[module.item], fill: fill, rect: rect)
    }
}

extension CutTree {
    /// The members of every part of the tree, itself included.
    var parts: [[Int]] {
        switch self {
        case .module, .knot: [members]
        case .stacked(let a, let b), .sideBySide(let a, let b): [members] + a.parts + b.parts
        }
    }
}
