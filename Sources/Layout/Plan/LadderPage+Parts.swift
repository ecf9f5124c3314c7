/// The ways to change a part of a page.
extension LadderPage {
    /// Moves the cuts of a part of the tree.
    mutating func moveCuts(of part: [Int], in whole: GridRect? = nil, reach: (rows: Int, columns: Int)) -> Bool {
        guard let first = part.first else { return false }
        let whole = whole ?? part.dropFirst().reduce(members[first].rect) { $0.union(members[$1].rect) }
        let rects = members.map(\.rect)
        return moveCuts(CutTree(rects, part), rects, in: whole, reach: reach)
    }

    /// - Parameter rects: about where the modules stand: cuts are looked for near their edges.
    mutating func moveCuts(
        _ tree: CutTree, _ rects: [GridRect], in whole: GridRect, reach: (rows: Int, columns: Int)
    ) -> Bool {
        let (all, moved) = (members, costs.moved)
        let terms = FreeCuts.Terms(
            isFixed: { all[$0].isFixed && all[$0].subject != .briefs },
            moving: { all[$0].stood == rects[$0] ? moved : 0 })
        var cuts = FreeCuts(rects: rects, reach: reach, terms: terms)
        guard let found = cuts.best(of: tree, in: whole, cost: { cost($0, in: $1) }) else { return false }
        for (index, rect) in found.rects {
            if members[index].subject == .briefs { members[index].rect = rect }
            if members[index].priority != nil { place(index, in: rect) }
        }
        return true
    }

    /// Puts a story into a rectangle; one that stays keeps its setting.
    private mutating func place(_ index: Int, in rect: GridRect) {
        guard !members[index].isFixed, members[index].rect != rect || !members[index].isAcceptable,
            let fill = fill(index, in: rect)
        else { return }
        members[index].rect = rect
        members[index].setting = fill.setting
        members[index].fit = fill.fit
    }

    /// Plans a part of the page anew, exactly.
    mutating func replan(_ part: [Int]) -> Bool {
        guard part.allSatisfy({ !members[$0].isFixed && !members[$0].isOrdered && members[$0].priority != nil }),
            let first = part.first
        else {
            return false
        }
        let whole = part.dropFirst().reduce(members[first].rect) { $0.union(members[$1].rect) }
        guard part.reduce(0, { $0 + members[$1].rect.area }) == whole.area else { return false }
        var grid = self.grid
        (grid.columns, grid.rows) = (whole.width, whole.height)
        var costs = self.costs
        costs.middleSeam = 0
        let ordered = part.sorted { (-(members[$0].priority ?? 0), $0) < (-(members[$1].priority ?? 0), $1) }
        let items = ordered.map { item($0, columns: whole.width, rows: whole.height) }
        let search = PageSearch(
            items: items, corners: items.map { _ in nil }, keepsLead: false, anchors: [], grid: grid,
            pageColumns: self.grid.columns, costs: costs)
        guard let drafts = search.plans([PageSearch.Effort(work: 1_000_000)])?.drafts else { return false }
        // The programme does not know where anything stood: of its best plans the one that moves the least for its price.
        var best: (page: LadderPage, score: Int)?
        for draft in drafts.prefix(40) {
            var page = self
            for module in draft.modules {
                page.place(ordered[module.item], in: module.rect.moved(to: whole))
            }
            let score = page.score()
            if score < best?.score ?? .max { best = (page, score) }
        }
        guard let best else { return false }
        self = best.page
        return true
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
        return PlanItem(
            name: member.name, priority: member.priority ?? 1, isFiller: false,
            fills: fills[member.name]?.table(columns: columns, rows: rows) ?? [])
    }

    /// Where a new story may stand beside one: under it, over it, to its right or left, with about the room that it wants.
    func placesBeside(_ host: Int, for new: Int) -> [(tree: CutTree, rects: [GridRect])] {
        let rect = members[host].rect
        guard let story = fills[members[new].name]?.story else { return [] }
        let area = story.flowLines(measure: grid.columnWidth).reduce(8) { $0 + $1.rows }
        let (one, other) = (CutTree.module(host), CutTree.module(new))
        var places: [(tree: CutTree, rects: [GridRect])] = []
        func add(_ tree: (CutTree, CutTree) -> CutTree, cut: Int, isStacked: Bool, isNewFirst: Bool) {
            let parts = rect.parted(at: cut, isStacked: isStacked)
            var rects = members.map(\.rect)
            (rects[host], rects[new]) = isNewFirst ? (parts.1, parts.0) : parts
            places.append((isNewFirst ? tree(other, one) : tree(one, other), rects))
        }
        let rows = min(rect.height - 2, max(4, area / rect.width))
        if rows >= 2 {
            add(CutTree.stacked, cut: rect.rows.upperBound - rows, isStacked: true, isNewFirst: false)
            add(CutTree.stacked, cut: rect.rows.lowerBound + rows, isStacked: true, isNewFirst: true)
        }
        let columns = min(rect.width - 1, max(1, (area + rect.height / 2) / rect.height))
        if columns >= 1 {
            add(CutTree.sideBySide, cut: rect.columns.upperBound - columns, isStacked: false, isNewFirst: false)
            add(CutTree.sideBySide, cut: rect.columns.lowerBound + columns, isStacked: false, isNewFirst: true)
        }
        return places
    }
}

extension GridRect {
    /// The smallest rectangle that holds both.
    func union(_ other: GridRect) -> GridRect {
        GridRect(
            columns: min(
                columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound),
            rows: min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound))
    }

    /// A rectangle of the page as seen within another one; what lies outside is cut off.
    func within(_ whole: GridRect) -> GridRect {
        let (x, y) = (whole.columns.lowerBound, whole.rows.lowerBound)
        let (columns, rows) = (self.columns.clamped(to: whole.columns), self.rows.clamped(to: whole.rows))
        return GridRect(
            columns: columns.lowerBound - x..<columns.upperBound - x,
            rows: rows.lowerBound - y..<rows.upperBound - y)
    }

    /// A rectangle within another one, as the page sees it.
    func moved(to whole: GridRect) -> GridRect {
        let (x, y) = (whole.columns.lowerBound, whole.rows.lowerBound)
        return GridRect(
            columns: columns.lowerBound + x..<columns.upperBound + x,
            rows: rows.lowerBound + y..<rows.upperBound + y)
    }
}

extension CutTree {
    /// The parts of the tree that hold a module, the smallest first; the module itself is not among them.
    func ancestors(of index: Int) -> [[Int]] {
        switch self {
        case .module: return []
        case .knot(let members): return members.contains(index) ? [members] : []
        case .stacked(let a, let b), .sideBySide(let a, let b):
            for part in [a, b] where part.members.contains(index) { return part.ancestors(of: index) + [members] }
            return []
        }
    }

    func replacing(_ index: Int, with tree: CutTree) -> CutTree {
        switch self {
        case .module(let own): return own == index ? tree : self
        case .knot: return self
        case .stacked(let a, let b): return .stacked(a.replacing(index, with: tree), b.replacing(index, with: tree))
        case .sideBySide(let a, let b):
            return .sideBySide(a.replacing(index, with: tree), b.replacing(index, with: tree))
        }
    }
}
