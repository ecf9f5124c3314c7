/// Plans all pages of an edition: shares the stories out to the pages, then plans each page by itself.
///
/// - Parameters:
///   - frames: the pages that there are, in order.
///   - further: makes one more page when the stories need it; nil: the number of pages is fixed.
func planEdition(
    _ items: [PlanItem], frames: [PageFrame], further: ((Int) -> PageFrame)? = nil, on grid: PageGrid,
    costs: PlanCosts = PlanCosts()
) -> Warned<[PagePlan]> {
    let assigned = assignPages(items, frames: frames, further: further, on: grid, costs: costs)
    let plans = assigned.output.map { planPage($0.items, in: $0.frame, on: grid, costs: costs) }
    return Warned(plans.map(\.output), assigned.diagnostics + plans.flatMap(\.diagnostics))
}

/// A page with the stories that are to stand on it: all that `planPage` needs.
struct PageAssignment: Sendable {
    var frame: PageFrame
    var items: [PlanItem]
}

/// Shares the stories out to the pages: where the editor said so first, the lead to page 1, then the large and important
/// before the small, each to its section, so that every page is filled to about 98 in 100; then moves and swaps while they
/// help.
///
/// Callers that plan pages side by side use this and `planPage`.
func assignPages(
    _ items: [PlanItem], frames: [PageFrame], further: ((Int) -> PageFrame)? = nil, on grid: PageGrid,
    costs: PlanCosts = PlanCosts()
) -> Warned<[PageAssignment]> {
    var frames = frames
    var diagnostics: [Diagnostic] = []
    var loads = items.map { PageLoad(item: $0) }
    if let further {
        let wanted = loads.compactMap(\.wanted).max() ?? 1
        var needed = loads.reduce(0) { $0 + ($1.item.isFiller ? 0 : $1.area) }
        needed -= frames.reduce(0) { $0 + $1.freeArea(on: grid) }
        while frames.isEmpty || frames.last!.page < wanted || needed > 0 {
            let next = further((frames.last?.page ?? 0) + 1)
            needed -= max(grid.columns, next.freeArea(on: grid))
            frames.append(next)
        }
    }
    guard !frames.isEmpty else {
        return Warned([], items.map { unplaced($0, zh: "没有版面", en: "there are no pages") })
    }
    for index in loads.indices {
        loads[index].section = frames.indices.filter { items[index].sectionPages.contains(frames[$0].page) }
        guard let wanted = loads[index].wanted else { continue }
        loads[index].fixed = frames.firstIndex { $0.page == wanted }
        if loads[index].fixed == nil {
            diagnostics.append(
                Diagnostic(
                    .warning, .storyPageMissing,
                    Phrase(
                        zh: "“\(items[index].name)”指定第\(wanted)版，但没有这一版",
                        en: "“\(items[index].name)” asks for page \(wanted), which does not exist"),
                    at: items[index].place))
        }
    }
    // What a page cannot hold even with every story cut is left out here, the least first, and said.
    var over = loads.reduce(0) { $0 + ($1.item.isFiller ? 0 : $1.area) }
    let room = frames.reduce(0) { $0 + $1.freeArea(on: grid) }
    let needed = over
    over -= room * 5 / 4
    var left: [Int] = []
    for index in loads.indices.filter({ loads[$0].fixed == nil && !loads[$0].item.isFiller })
        .sorted(by: { (loads[$0].item.priority, -$0) < (loads[$1].item.priority, -$1) })
    {
        guard over > 0 else { break }
        over -= loads[index].area
        left.append(index)
    }
    for index in left.sorted() {
        diagnostics.append(
            unplaced(
                items[index], zh: "各版已满：稿件共需约\(needed)栏行，只有\(room)",
                en: "the pages are full: there are \(room) column-lines for all stories"))
    }
    let placed = loads.indices.filter { !left.contains($0) }
    var shares = PageShares(
        loads: placed.map { loads[$0] }, capacities: frames.map { $0.freeArea(on: grid) * 98 / 100 },
        offSection: costs.offSection)
    shares.fill()
    shares.improve()
    shares.addFillers()
    return Warned(
        frames.indices.map { page in
            PageAssignment(
                frame: frames[page],
                items: placed.indices.filter { shares.page[$0] == page }.map { items[placed[$0]] })
        }, diagnostics)
}

private func unplaced(_ item: PlanItem, zh: String, en: String) -> Diagnostic {
    Diagnostic(
        .error, .storyUnplaced, Phrase(zh: "“\(item.name)”未排：\(zh)", en: "“\(item.name)” is not placed: \(en)"),
        at: item.place)
}
