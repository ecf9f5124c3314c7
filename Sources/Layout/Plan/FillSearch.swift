/// For each width and height that a story may take, the ways to fill it, the cheapest first:
/// `[columns - 1][rows - 1]`, empty where the story cannot stand.
///
/// The costs of white are computed by arithmetic for all ways; the best ones are then really run through their columns, so
/// that what the table promises is what composition sets. Other ways than the cheapest are looked for where the
/// rectangle suits the story at all: one for each size of the head and each kind of top corners.
func fills(for story: MeasuredStory, on grid: PageGrid, maxRows: Int, costs: FillCosts) -> [[[Fill]]] {
    let store = StoryLineStore(story)
    let searches = (1...grid.columns).map { columns in
        story.story.allows(span: columns)
            ? FillSearch(story: story, columns: columns, grid: grid, costs: costs, store: store).estimated(maxRows)
            : nil
    }
    let least = searches.compactMap { $0?.least }.min() ?? 0
    return searches.map { $0?.fills(least: least) ?? Array(repeating: [], count: maxRows) }
}

struct FillSearch {
    let story: MeasuredStory
    let columns: Int
    let grid: PageGrid
    let costs: FillCosts
    let store: StoryLineStore

    /// How much dearer than the best rectangle one may be to be filled in other ways too, and how much dearer than the
    /// cheapest filling of its rectangle another filling.
    private static let window = 200
    private static let dearer = 150

    /// A way with its height, and what white it leaves.
    struct Candidate {
        var way: Way
        var extraRows: Int
        var pictureRows: Int
        var longer: Int
        var cost: Int
        var white: Int
    }

    /// The cheapest fillings by the number of rows, before they are run through their columns.
    struct Estimates {
        fileprivate let search: FillSearch
        fileprivate var plain: [Way]
        fileprivate var lists: [Shortlist]
        fileprivate(set) var least: Int?
    }

    func estimated(_ maxRows: Int) -> Estimates {
        let ways = plainWays(inner: columns)
        var lists = (1...maxRows).map { rows in
            var list = Shortlist()
            let aspect = aspectCost(rows)
            for way in ways { addCandidates(of: way, rows: rows, aspect: aspect, to: &list) }
            return list
        }
        // Columns are broken only where nothing else is any good, or for a table that one column may be too narrow for.
        let poor = lists.indices.filter {
            lists[$0].items.first.map { $0.cost > costs.brokenColumns || story.hasTable } ?? true
        }
        if mayBreakColumns, !poor.isEmpty {
            let broken = plainWays(inner: columns - 1)
            for index in poor {
                let aspect = aspectCost(index + 1)
                for way in broken { addCandidates(of: way, rows: index + 1, aspect: aspect, to: &lists[index]) }
            }
        }
        let over = lists.indices.filter { (lists[$0].items.first?.white ?? 0) < 0 }
        if !over.isEmpty {
            let cut = cutWays()
            for index in over where !cut.isEmpty {
                let aspect = aspectCost(index + 1)
                for way in cut { addCandidates(of: way, rows: index + 1, aspect: aspect, to: &lists[index]) }
            }
        }
        return Estimates(
            search: self, plain: ways, lists: lists, least: lists.compactMap { $0.items.first?.cost }.min())
    }

    var mayBreakColumns: Bool {
        columns >= (story.hasTable ? 2 : 3) && !story.runsDown && story.story.forbidden.allows(.break)
    }

    /// The cheapest filling of one height only.
    func run(rows: Int) -> Fill? {
        var choice = choice(rows: rows)
        choice.add(plainWays(inner: columns) + (mayBreakColumns ? plainWays(inner: columns - 1) : []) + otherWays())
        choice.add(cutWays())
        return choice.best()
    }

    /// Where the editor wants a vertical head: beside one, else across and dear.
    func wanted(_ fills: [Fill], rows: Int) -> [Fill] {
        guard story.story.headDirection == .vertical, let best = fills.first else { return fills }
        let search = VerticalFill(story: story, columns: columns, grid: grid, costs: costs, store: store)
        // A head across is better than text that finds no room.
        if let fill = search.best(rows: rows), fill.overset <= best.overset { return [fill] }
        return fills.map { fill in
            var fill = fill
            fill.cost += costs.headDirection
            return fill
        }
    }

    /// Real flow costs only come on top of estimates, so the search may stop when the next estimate is dearer.
    func best(of list: Shortlist, rows: Int) -> Fill? {
        var best: Fill?
        for candidate in list.items {
            if let best, candidate.cost >= best.cost { break }
            let fill = realise(candidate, rows: rows)
            if best.map({ fill.cost < $0.cost }) ?? true { best = fill }
        }
        return best
    }

    /// The cheapest filling for each size of the head and each kind of top corners, however dear.
    func everything(rows: Int) -> [Fill] {
        var table = Variants(limit: .max)
        let aspect = aspectCost(rows)
        for way in plainWays(inner: columns) { addCandidates(of: way, rows: rows, aspect: aspect, to: &table) }
        for way in otherWays() { addCandidates(of: way, rows: rows, aspect: aspect, to: &table) }
        let across = table.items.map { realise($0, rows: rows) }
        guard story.story.headDirection == .horizontal, story.story.suitsVerticalHead,
            let least = across.map(\.cost).min(),
            let down = VerticalFill(self).alternative(rows: rows, over: least, limit: least + 2_000)
        else { return wanted(across, rows: rows) }
        return wanted(across + [down], rows: rows)
    }

    fileprivate func fills(_ estimates: Estimates, least: Int) -> [[Fill]] {
        let others = otherWays()
        let vertical =
            story.story.headDirection == .horizontal && story.story.suitsVerticalHead ? VerticalFill(self) : nil
        return estimates.lists.enumerated().map { index, list in
            let rows = index + 1
            guard let best = best(of: list, rows: rows) else { return [] }
            guard list.items[0].cost <= least + FillSearch.window else { return wanted([best], rows: rows) }
            var table = Variants(limit: best.cost + FillSearch.dearer)
            let aspect = aspectCost(rows)
            for way in estimates.plain { addCandidates(of: way, rows: rows, aspect: aspect, to: &table) }
            for way in others { addCandidates(of: way, rows: rows, aspect: aspect, to: &table) }
            let rest = table.items.compactMap { candidate -> Fill? in
                let fill = realise(candidate, rows: rows)
                let isSame =
                    fill.cornerHeads == best.cornerHeads && fill.setting.head.size == best.setting.head.size
                return isSame || fill.overset > best.overset || fill.cost > table.limit ? nil : fill
            }
            let down = vertical?.alternative(rows: rows, over: best.cost, limit: table.limit).map { [$0] } ?? []
            let sorted = ([best] + rest + down).enumerated().sorted {
                ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
            }
            return wanted(sorted.map(\.element), rows: rows)
        }
    }

    @inline(__always)
    func addCandidates(of way: Way, rows: Int, aspect: Int, to list: inout some CandidateList) {
        let full = rows - way.frameRows * 2
        for extra in 0...2 {
            let head = way.headRows + extra
            let body = full - head
            guard body >= 2 else { break }
            let room = full * way.inner - head * way.headSpan - way.lineRows
            let base = way.baseCost + extra * way.headSpan * costs.headWhite + aspect + legCost(body)
            guard list.mayTake(base) else { break }
            guard way.across > 0 else {
                if way.arrangement == .wrapped, body < head + 3 { break }
                add(way, extra, white: room, pictureRows: 0, cost: base, to: &list)
                // More white around the head helps only where there is white to take away.
                if room < way.headSpan { break }
                continue
            }
            // Of all heights the one that fills the columns best, and the natural one.
            var least = way.pictureRows.lowerBound, most = way.pictureRows.upperBound
            switch way.arrangement {
            case .pictureLeft, .pictureRight:
                // No lower than the head beside it, and never so high that a line or two would stand under it.
                least = max(least, head)
                most = min(most, full - 3)
            default: most = min(most, way.across < way.inner ? body : body - 2)
            }
            guard least <= most else { continue }
            let fitting = min(max(room / way.across, least), most)
            let natural = min(way.naturalRows, most)
            for pictureRows in natural == fitting ? fitting...fitting : fitting...fitting + 1 {
                let rows = pictureRows == fitting ? fitting : natural
                let share = rows * way.across * 100 / max(1, full * way.inner)
                guard share <= PictureWay.mostShare else { continue }
                let cost =
                    base
                    + pictureCost(
                        rows: rows, natural: way.naturalRows, share: share, costs: costs)
                add(way, extra, white: room - way.across * rows, pictureRows: rows, cost: cost, to: &list)
            }
        }
    }

    @inline(__always)
    private func add(
        _ way: Way, _ extra: Int, white: Int, pictureRows: Int, cost: Int, to list: inout some CandidateList
    ) {
        // White, or a surplus, that paragraphs a line longer or shorter take up; not where a hole is left anyway.
        let given = min(max(white, way.shortest), way.longest)
        let longer = white > given ? 0 : given
        let rest = white - longer
        let seen = rest * story.columnsOfRow(columns)
        let fit = seen >= 0 ? costs.whiteCost(seen) : costs.overset + costs.oversetLine * -seen
        let cost = cost + fit + abs(longer) * costs.looseness
        guard list.mayTake(cost) else { return }
        list.add(
            Candidate(
                way: way, extraRows: extra, pictureRows: pictureRows, longer: longer, cost: cost, white: rest))
    }

    func aspectCost(_ rows: Int) -> Int {
        costs.aspectCost(width: grid.width(ofColumns: columns), height: grid.pitch * rows)
    }

    func legCost(_ body: Int) -> Int {
        if body < 8 { return (8 - body) * costs.shortLeg }
        return max(0, body - 64) * costs.longLeg / 10
    }

    private func realise(_ candidate: Candidate, rows: Int) -> Fill {
        let way = candidate.way, source = way.source
        var setting = StorySetting(
            head: source.head, innerColumns: way.inner, extraRows: candidate.extraRows, longer: candidate.longer,
            isBoxed: way.arrangement == .framed)
        setting.extent = source.extent
        if let picture = source.picture {
            let isAtTop = [.pictureOver, .pictureLeft, .pictureRight].contains(way.arrangement)
            setting.pictures = picture.settings(rows: candidate.pictureRows, isAtTop: isAtTop)
        }
        var cost = candidate.cost
        var overset = max(0, -candidate.white)
        var white = max(0, candidate.white)
        // Only where the white is little can a column break spoil the fit.
        if candidate.white >= 0, candidate.white < way.inner * 4 {
            func flow() -> ColumnFlow {
                story.flow(
                    setting, in: source.geometry, rows: rows, headRows: way.headRows,
                    lines: source.lines[setting.longer])
            }
            var found = flow()
            // What was made longer to fill the columns, and finds no room as they break, is longer by less.
            while found.overset > 0, setting.longer > 0 {
                cost += costs.whiteCost(white + 1) - costs.whiteCost(white) - costs.looseness
                white += 1
                setting.longer -= 1
                found = flow()
            }
            cost += found.cost / 4
            if found.isUneven { cost += costs.unevenFeet }
            overset = found.overset
            if overset > 0 {
                cost += costs.overset + costs.oversetLine * overset
                white = 0
            }
        }
        return Fill(
            setting: setting, cost: cost, fit: .init(white: white, overset: overset), isBoxed: story.story.isBoxed,
            hasKicker: story.story.kicker != nil, pitch: story.pitch)
    }
}

extension FillSearch.Estimates {
    func fills(least: Int) -> [[Fill]] { search.fills(self, least: least) }
}
