/// For each width and height that a story may take, the ways to fill it, the cheapest first:
/// `[columns - 1][rows - 1]`, empty where the story cannot stand.
///
/// The costs of white are computed by arithmetic for all ways; the best ones are then really run through their columns, so
/// that what the table promises is what composition sets. Other ways than the cheapest are looked for where the
/// rectangle suits the story at all: one for each size of the head and each kind of top corners.
func fills(for story: MeasuredStory, on grid: PageGrid, maxRows: Int, costs: FillCosts) -> [[[Fill]]] {
    let store = StoryLineStore(story)
    let tables = (1...grid.columns).map { columns in
        story.story.allows(span: columns)
            ? FillTable(
                FillSearch(story: story, columns: columns, grid: grid, costs: costs, store: store), maxRows: maxRows
            )
            : nil
    }
    let least = tables.compactMap { $0?.least }.min() ?? 0
    return tables.map { $0?.fills(least: least) ?? Array(repeating: [], count: maxRows) }
}

/// Looks for the ways to fill rectangles of one width. Each kind of way is worked out when a height first asks for it: a table asks
/// for most of them; on a page that stands, a story is tried in a few rectangles, most of them near the one that it has.
final class FillSearch {
    let story: MeasuredStory
    let columns: Int
    let grid: PageGrid
    let costs: FillCosts
    let store: StoryLineStore
    let runsDown: Bool

    private(set) lazy var plain = plainWays(inner: columns)
    private(set) lazy var broken = mayBreakColumns ? plainWays(inner: columns - 1) : []
    /// Text in legs beside pictures: it is broken for every measure of a leg, so that edits, for which someone waits, do without.
    private(set) lazy var legs = mayBreakColumns ? legWays() : []
    private(set) lazy var others = otherWays()
    private(set) lazy var cut = cutWays()
    private var othersLike: [Arrangement: [Way]] = [:]
    /// The last choice that was made with little work: it is asked for its price first, and then for its filling.
    private var quick: (rows: Int, arrangement: Arrangement, choice: Choice)?
    /// The ways to place the pictures, by what the columns are like.
    private var pictureWays: [StoryGeometry: [PictureWay?]] = [:]

    init(story: MeasuredStory, columns: Int, grid: PageGrid, costs: FillCosts, store: StoryLineStore) {
        self.story = story
        self.columns = columns
        self.grid = grid
        self.costs = costs
        self.store = store
        runsDown = story.runsDown
    }

    var mayBreakColumns: Bool {
        columns >= (story.hasTable ? 2 : 3) && !runsDown && story.limits.brokenColumns
            && story.story.forbidden.allows(.break)
    }

    /// The cheapest filling of one height only.
    func run(rows: Int) -> Fill? {
        var choice = choice(rows: rows)
        choice.add(plain + broken + legs + others)
        choice.add(cut)
        return choice.best()
    }

    /// The cheapest filling of one height. A story that keeps its head out of a top corner goes on doing so where it can.
    /// - Parameter isThorough: whether columns are broken, and other arrangements tried, where nothing else is any good.
    func fill(rows: Int, like arrangement: Arrangement, isThorough: Bool = true) -> Fill? {
        let best = choice(rows: rows, like: arrangement, isThorough: isThorough).best()
        guard isThorough, let best, best.isTorn else { return best }
        // The estimates by which ways are chosen do not know where columns end.
        var parted = choice(rows: rows)
        parted.add(broken)
        return ([best, parted.best()].compactMap { $0 } + everything(rows: rows)).min { $0.cost < $1.cost }
    }

    /// What that costs at least; little work.
    func least(rows: Int, like arrangement: Arrangement) -> Int {
        choice(rows: rows, like: arrangement, isThorough: false).least
    }

    private func choice(rows: Int, like arrangement: Arrangement, isThorough: Bool) -> Choice {
        if isThorough { return made(rows: rows, like: arrangement, isThorough: true) }
        if let quick, quick.rows == rows, quick.arrangement == arrangement { return quick.choice }
        let choice = made(rows: rows, like: arrangement, isThorough: false)
        quick = (rows, arrangement, choice)
        return choice
    }

    private func made(rows: Int, like arrangement: Arrangement, isThorough: Bool) -> Choice {
        var choice = choice(rows: rows)
        let poor = costs.brokenColumns
        if arrangement == .headDown {
            choice.add(downWays(rows: rows))
        } else if arrangement != .plain {
            choice.add(others(like: arrangement))
            if isThorough, choice.least > poor { choice.add(others.filter { $0.arrangement != arrangement }) }
        }
        if choice.least > poor { choice.add(plain) }
        if isThorough, choice.least > poor, arrangement == .plain { choice.add(others) }
        // One column may be too narrow for a table.
        if isThorough && choice.least > poor || story.hasTable { choice.add(broken) }
        if choice.isOver { choice.add(cut) }
        return choice
    }

    /// The other ways of one arrangement.
    private func others(like arrangement: Arrangement) -> [Way] {
        if let known = othersLike[arrangement] { return known }
        let ways = otherWays(only: arrangement)
        othersLike[arrangement] = ways
        return ways
    }

    func pictureWays(in geometry: StoryGeometry) -> [PictureWay?] {
        if let known = pictureWays[geometry] { return known }
        let ways = story.pictureWays(in: geometry)
        pictureWays[geometry] = ways
        return ways
    }

    /// Where the editor wants a vertical head: beside one, else across and dear.
    func wanted(_ fills: [Fill], rows: Int) -> [Fill] {
        guard story.story.headDirection == .vertical, let best = fills.first else { return fills }
        var down = choice(rows: rows)
        down.add(downWays(rows: rows))
        // A head across is better than text that finds no room.
        if let fill = self.best(of: down.list, rows: rows), fill.overset <= best.overset { return [fill] }
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
}
