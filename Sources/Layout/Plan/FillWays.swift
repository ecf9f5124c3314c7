/// The ways to fill rectangles of one width, each kind worked out when a height first asks for it: on a page that stands,
/// a story is tried in a few rectangles, most of them near the one that it has.
final class FillWays {
    let search: FillSearch
    private(set) lazy var plain = search.plainWays(inner: search.columns)
    private(set) lazy var broken = search.mayBreakColumns ? search.plainWays(inner: search.columns - 1) : []
    private(set) lazy var others = search.otherWays()
    private(set) lazy var cut = search.cutWays()

    private var kept: [Arrangement: [FillSearch.Way]] = [:]

    init(_ search: FillSearch) { self.search = search }

    /// Those of one arrangement, without what the others take to work out.
    private func ways(like arrangement: Arrangement) -> [FillSearch.Way] {
        if let ways = kept[arrangement] { return ways }
        let ways = search.otherWays(only: arrangement)
        kept[arrangement] = ways
        return ways
    }

    /// The cheapest filling of one height.
    /// - Parameter isThorough: whether columns are broken, and other arrangements tried, where nothing else is any good.
    func fill(rows: Int, like arrangement: Arrangement, isThorough: Bool = true) -> Fill? {
        choice(rows: rows, like: arrangement, isThorough: isThorough).best()
    }

    /// What that costs at least; little work.
    func least(rows: Int, like arrangement: Arrangement) -> Int {
        choice(rows: rows, like: arrangement, isThorough: false).least
    }

    /// A story that keeps its head out of a top corner goes on doing so where it can.
    private func choice(rows: Int, like arrangement: Arrangement, isThorough: Bool) -> FillSearch.Choice {
        var choice = search.choice(rows: rows)
        let poor = search.costs.brokenColumns
        if arrangement != .plain {
            choice.add(ways(like: arrangement))
            if isThorough, choice.least > poor { choice.add(others.filter { $0.arrangement != arrangement }) }
        }
        if choice.least > poor { choice.add(plain) }
        if isThorough, choice.least > poor, arrangement == .plain { choice.add(others) }
        // One column may be too narrow for a table.
        if isThorough && choice.least > poor || search.story.hasTable { choice.add(broken) }
        if choice.isOver { choice.add(cut) }
        return choice
    }
}

extension FillSearch {
    /// What a setting costs in so many rows, by the prices by which fillings are chosen; how well its columns break is left
    /// out. nil for heads that are not among those that press chooses.
    func price(of setting: StorySetting, fit: Placement.Fit, rows: Int) -> Int? {
        let arrangement = setting.arrangement
        guard setting.head.direction == .horizontal,
            let geometry = story.geometry(columns: columns, rows: rows, setting: setting, grid: grid),
            let head = headChoices(over: setting.head.columns, in: geometry).first(where: {
                $0.setting == setting.head
            })
        else { return nil }
        let picture = story.pictureWays(in: geometry).first {
            $0?.columns.count == setting.pictures.first?.columns.count
        }
        let span = setting.head.columns?.count ?? setting.innerColumns
        let body = rows - geometry.frameRows * 2 - head.rows - setting.extraRows
        var cost = head.cost + arrangement.cost(costs) + aspectCost(rows) + legCost(body)
        cost += wishCost(head: setting.head, picture: picture ?? nil)
        if setting.innerColumns != columns { cost += costs.brokenColumns }
        cost += setting.extraRows * span * costs.headWhite + abs(setting.longer) * costs.looseness
        cost += fit.overset > 0 ? costs.overset + costs.oversetLine * fit.overset : costs.whiteCost(fit.white)
        if let picture = picture ?? nil {
            let depth = setting.pictures.map(\.rows.upperBound).max() ?? 0
            cost += picture.cost(rows: depth, moduleArea: rows * setting.innerColumns, costs: costs)
        }
        if case .cut = setting.extent { cost += costs.cut }
        return cost
    }
}

extension StorySetting {
    var arrangement: Arrangement {
        if isBoxed { return .framed }
        let hasPictureAtTop = pictures.contains(where: \.isAtTop)
        guard let over = head.columns, over.count < innerColumns else {
            return hasPictureAtTop ? .pictureOver : .plain
        }
        guard hasPictureAtTop else { return .wrapped }
        return over.lowerBound > 0 ? .pictureLeft : .pictureRight
    }
}
