/// Parts of a page, and the whole of it, planned anew.
extension LadderPage {
    /// How hard a part is looked at. Beside anchors there are many places to cut: a few of them will do, and are moved after.
    private static let effort = PageSearch.Effort(work: 1_000_000)
    private static let coarseEffort = PageSearch.Effort(work: 1_000_000, step: 4)
    /// How many of its plans are seen on the page.
    private static let compared = 40

    /// The most stories, a column of briefs counted as one, that a part may have which is planned anew.
    static let mostInPart = 8

    /// Plans a part of the page anew around what is fixed in it, exactly.
    /// - Parameter anchor: what is to stand elsewhere in it, or is new on the page.
    mutating func replan(_ part: [Int], with anchor: (index: Int, rect: GridRect)? = nil) -> Bool {
        guard let leaves = leaves(of: part), ((anchor == nil ? 2 : 1)...Self.mostInPart).contains(leaves.count)
        else { return false }
        let whole = part.dropFirst().reduce(members[part[0]].rect) { $0.union(members[$1].rect) }
        let (columns, rows) = (whole.columns.lowerBound, whole.rows.lowerBound)
        var grid = self.grid
        (grid.columns, grid.rows) = (whole.width, whole.height)
        var costs = self.costs
        costs.middleSeam = 0
        let ordered = leaves.sorted { (-priority($0), $0.members[0]) < (-priority($1), $1.members[0]) }
        let items = ordered.map { leaf -> PlanItem in
            let items = leaf.members.map { item($0, columns: whole.width, rows: whole.height) }
            return leaf.head == nil ? items[0] : BriefsColumn.item(of: items, on: grid)
        }
        guard items.allSatisfy({ $0.fills.contains { $0.contains { $0 != nil } } }) else { return false }
        let lead = members[ordered[0].members[0]]
        var anchors = part.filter { members[$0].isFixed && members[$0].subject != .briefs && $0 != anchor?.index }
            .map { members[$0].rect }
        if let anchor { anchors.append(anchor.rect) }
        let search = PageSearch(
            items: items, corners: items.map { _ in nil },
            keepsLead: (lead.rect.columns.lowerBound, lead.rect.rows.lowerBound) == (columns, rows),
            anchors: anchors.map { $0.within(whole) },
            grid: grid, pageColumns: self.grid.columns, costs: costs)
        let effort = search.anchors.isEmpty ? Self.effort : Self.coarseEffort
        guard let drafts = search.plans([effort], count: Self.compared)?.drafts else { return false }
        // The programme does not know where anything stood: of its best plans the one that moves the least for its price.
        var best: (page: LadderPage, score: Int)?
        for draft in drafts {
            var page = self
            if let anchor { page.members[anchor.index].rect = anchor.rect }
            for module in draft.modules {
                let rect = module.rect.moved(to: whole)
                page.place(ordered[module.item], items[module.item], fill: module.fill, in: rect)
            }
            let score = page.score()
            if score < best?.score ?? .max, page.keepsLead(after: self),
                page.keepsPins(after: self)
            {
                best = (page, score)
            }
        }
        guard let best else { return false }
        self = best.page
        return true
    }

    /// A story of a part, or a column of briefs with its head.
    private struct PartLeaf {
        var head: Int?
        var members: [Int]
    }

    private func priority(_ leaf: PartLeaf) -> Int { leaf.members.map { members[$0].priority ?? 1 }.max() ?? 1 }

    /// The free stories of a part; nil where the part is no rectangle, or holds a column of briefs by halves.
    private func leaves(of part: [Int]) -> [PartLeaf]? {
        guard let first = part.first, !part.contains(where: { members[$0].isOrdered }) else { return nil }
        let whole = part.dropFirst().reduce(members[first].rect) { $0.union(members[$1].rect) }
        guard part.reduce(0, { $0 + members[$1].rect.area }) == whole.area else { return nil }
        var leaves: [PartLeaf] = []
        var taken: [Int] = []
        for head in part where members[head].subject == .briefs {
            let column = briefs(under: head)
            guard !column.isEmpty, column.allSatisfy({ part.contains($0) && !members[$0].isFixed }) else {
                return nil
            }
            leaves.append(PartLeaf(head: head, members: column))
            taken += column
        }
        return leaves
            + part.filter { !taken.contains($0) && !members[$0].isFixed && members[$0].priority != nil }
            .map { PartLeaf(head: nil, members: [$0]) }
    }

    /// The briefs of a column, from the top.
    private func briefs(under head: Int) -> [Int] {
        let columns = members[head].rect.columns
        var column: [Int] = []
        var row = members[head].rect.rows.upperBound
        while let next = members.indices.first(where: {
            members[$0].rect.columns == columns && members[$0].rect.rows.lowerBound == row
                && members[$0].priority.map { $0 <= 2 } ?? false
        }) {
            column.append(next)
            row = members[next].rect.rows.upperBound
        }
        return column
    }

    private mutating func place(_ leaf: PartLeaf, _ item: PlanItem, fill: Int, in rect: GridRect) {
        guard let head = leaf.head else { return place(leaf.members[0], in: rect) }
        members[head].rect = BriefsColumn.head(in: rect)
        let column = PlacedFill(
            item: item, fill: item.allFills(columns: rect.width, rows: rect.height)[fill], rect: rect)
        for brief in BriefsColumn.arranged(column, beside: [], on: grid, costs: costs).briefs {
            if let index = index(of: brief.item.name) { place(index, in: brief.rect) }
        }
    }

    /// Plans the page anew around what is fixed, with a cost for each module that moves.
    /// - Parameter isHasty: whether to look only where a page is found quickly.
    mutating func replanWhole(isHasty: Bool = false) -> Bool {
        // The head over briefs is made anew with them.
        let briefs = members.filter { $0.subject == .briefs }
        members.removeAll { $0.subject == .briefs }
        let free = members.indices.filter { !members[$0].isFixed }
        let planned = plannedWhole(isHasty: isHasty)
        let modules = planned.output.plan.modules
        // A story that finds no room any more would be lost: the page stays as it is.
        guard free.allSatisfy({ index in modules.contains { $0.subject == members[index].subject } }) else {
            members += briefs
            return false
        }
        members += modules.filter { $0.subject == .briefs }.map { head in
            LadderPage.Member(subject: .briefs, rect: head.rect, isFixed: true)
        }
        for index in free {
            guard let module = modules.first(where: { $0.subject == members[index].subject }) else { continue }
            if members[index].rect == module.rect, members[index].isAcceptable { continue }
            members[index].rect = module.rect
            members[index].setting = module.setting
            members[index].fit = module.fit
            members[index].isBanned = false
        }
        return true
    }

    /// The whole page planned anew around what is fixed, briefs' head and all.
    private mutating func plannedWhole(isHasty: Bool) -> Warned<PlannedPage> {
        let fixed = members.filter { $0.isFixed && $0.subject != .briefs }
        let free = members.indices.filter { !members[$0].isFixed }
        let frame = PageFrame(
            page: page,
            anchors: fixed.map {
                Placement($0.subject, in: $0.rect, setting: $0.setting, isPinned: true, fit: $0.fit)
            })
        let items = free.map { item($0, columns: grid.columns, rows: grid.rows) }
        var stood: [String: GridRect] = [:]
        for index in free { if let rect = members[index].stood { stood[members[index].name] = rect } }
        return plannedPage(items, in: frame, on: grid, costs: costs, stood: stood, isHasty: isHasty)
    }

    /// Why each story stands where it stands, beside the pages that would be made of them now.
    func account() -> PageAccount {
        var page = self
        let rivals = page.plannedWhole(isHasty: false).output.rivals
        return PageAccount(
            page: self.page, stories: page.placedStories(),
            anchors: members.filter { $0.priority == nil }.map(\.rect),
            rivals: rivals,
            grid: grid, costs: costs)
    }

    private mutating func item(_ index: Int, columns: Int, rows: Int) -> PlanItem {
        let member = members[index]
        var pin = fills[member.name]?.story.story.pin
        if case .rectangle(let page, let columns, let rows)? = pin {
            pin = .rectangle(page: page, columns: columns, rows: rows.lowerBound...(rows.upperBound + 1))
        }
        return PlanItem(
            name: member.name, priority: member.priority ?? 1, isFiller: false, pin: pin,
            fills: fills[member.name]?.table(columns: columns, rows: rows) ?? [])
    }
}
