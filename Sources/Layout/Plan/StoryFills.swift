/// A story's fillings, found as they are asked for: what a whole table holds, for the few rectangles that an edit needs.
/// Rows are the planner's: with the row of white below. All tries of a page share what one of them has found.
final class StoryFills {
    let story: MeasuredStory
    let grid: PageGrid
    let costs: FillCosts
    /// How it keeps its head out of the top corners.
    var arrangement = Arrangement.plain
    private let store: StoryLineStore
    private var searches: [FillSearch?]
    private var fills: [Fill] = []
    /// By rectangle, the number of the filling; nil until it is looked for, and -1 where there is none.
    private var known: [Int?]
    /// What a rectangle costs at least; nil until it is looked for, and `max` where the story cannot stand.
    private var leastCosts: [Int?]

    private var prices: [Priced: Int?] = [:]

    /// A setting in a rectangle.
    private struct Priced: Hashable {
        var setting: StorySetting
        var fit: Placement.Fit
        var columns: Int
        var rows: Int
    }

    init(_ story: MeasuredStory, grid: PageGrid, costs: FillCosts) {
        self.story = story
        self.grid = grid
        self.costs = costs
        store = StoryLineStore(story)
        searches = Array(repeating: nil, count: grid.columns + 1)
        leastCosts = Array(repeating: nil, count: (grid.columns + 1) * (grid.rows + 2))
        known = Array(repeating: nil, count: 2 * leastCosts.count)
    }

    /// The place of a rectangle of the grid, with the row below, in the lists.
    private func place(columns: Int, rows: Int) -> Int { columns * (grid.rows + 2) + rows }

    /// How much dearer than the cheapest rectangle one may be that is looked at when a part of the page is planned anew:
    /// text that finds no room costs more.
    private static let window = 250
    /// How much dearer again one may be between those that are looked at first.
    private static let slope = 150

    /// The cheapest filling of those that suit the story's arrangement.
    /// - Parameter isThorough: whether columns are broken, and other arrangements tried, where nothing else is any good.
    func fill(columns: Int, rows: Int, isThorough: Bool = true) -> Fill? {
        guard rows >= 2, rows - 1 <= grid.rows, let search = allowed(columns) else { return nil }
        let place = place(columns: columns, rows: rows) * 2 + (isThorough ? 1 : 0)
        if let number = known[place] { return number < 0 ? nil : fills[number] }
        guard let fill = search.fill(rows: rows - 1, like: arrangement, isThorough: isThorough) else {
            known[place] = -1
            return nil
        }
        known[place] = fills.count
        fills.append(fill)
        return fill
    }

    /// The planner's table for rectangles up to a size: those that suit the story. Most do not, so every few rows are looked at
    /// first, and only what lies beside a good one after that.
    func table(columns: Int, rows: Int) -> [[Fill?]] {
        var table: [[Fill?]] = Array(repeating: Array(repeating: nil, count: rows), count: columns)
        let most = min(rows, grid.rows + 1)
        var samples: [(columns: Int, row: Int, cost: Int)] = []
        var least = Int.max
        func step(_ columns: Int) -> Int { max(3, 18 / columns) }
        for column in 1...columns {
            let found = stride(from: most, through: 2, by: -step(column)).compactMap { row in
                self.least(columns: column, rows: row).map { (columns: column, row: row, cost: $0) }
            }
            guard let best = found.map(\.cost).min() else { continue }
            samples += found
            least = min(least, best)
            // What is far too wide gets no better by being wider.
            if best > least + Self.window + Self.slope { break }
        }
        for sample in samples where sample.cost <= least + Self.window + Self.slope {
            let step = step(sample.columns)
            for row in max(2, sample.row - step)...min(most, sample.row + step) {
                guard table[sample.columns - 1][row - 1] == nil,
                    let cost = self.least(columns: sample.columns, rows: row), cost <= least + Self.window
                else { continue }
                let quick = fill(columns: sample.columns, rows: row, isThorough: false)
                // A column that ends where none may is worth a second look.
                table[sample.columns - 1][row - 1] =
                    quick?.isTorn == true ? fill(columns: sample.columns, rows: row) : quick
            }
        }
        return table
    }

    /// What a rectangle costs at least; nil where the story cannot stand in it. Little work.
    private func least(columns: Int, rows: Int) -> Int? {
        guard columns <= grid.columns else { return nil }
        let place = place(columns: columns, rows: rows)
        let cost = leastCosts[place] ?? allowed(columns)?.least(rows: rows - 1, like: arrangement) ?? .max
        leastCosts[place] = cost
        return cost < .max ? cost : nil
    }

    /// What a setting costs in a rectangle, by the prices by which fillings are chosen, column breaks and uneven feet included.
    func price(_ setting: StorySetting, _ fit: Placement.Fit, columns: Int, rows: Int) -> Int? {
        let key = Priced(setting: setting, fit: fit, columns: columns, rows: rows)
        if let price = prices[key] { return price }
        let price = worked(setting, fit, columns: columns, rows: rows)
        prices[key] = .some(price)
        return price
    }

    private func worked(_ setting: StorySetting, _ fit: Placement.Fit, columns: Int, rows: Int) -> Int? {
        guard let own = search(columns).price(of: setting, fit: fit, rows: rows - 1) else {
            return fill(columns: columns, rows: rows)?.cost
        }
        let isAcross = story.story.headDirection == .vertical && setting.head.direction != .vertical
        return own + flowCost(of: setting, fit, columns: columns, rows: rows) + (isAcross ? costs.headDirection : 0)
    }

    /// What comes on top when a setting is run through its columns, as `FillSearch.realise` has it.
    private func flowCost(of setting: StorySetting, _ fit: Placement.Fit, columns: Int, rows: Int) -> Int {
        guard fit.overset == 0, fit.white < setting.innerColumns * 4,
            let place = try? SettingPlace(setting, story: story, columns: columns, rows: rows - 1, grid: grid)
        else { return 0 }
        let flow = place.flow(lines(of: setting, in: place)[setting.longer])
        return flow.cost / 4 + (flow.isUneven ? costs.unevenFeet : 0)
    }

    private func lines(of setting: StorySetting, in place: SettingPlace) -> StoryLines {
        let measure = place.geometry.measure
        return setting.extent == story.extent ? store[measure] : StoryLines(of: place.story, measure: measure)
    }

    private func allowed(_ columns: Int) -> FillSearch? {
        (1...grid.columns).contains(columns) && story.story.allows(span: columns) ? search(columns) : nil
    }

    private func search(_ columns: Int) -> FillSearch {
        if let known = searches[columns] { return known }
        let search = FillSearch(story: story, columns: columns, grid: grid, costs: costs, store: store)
        searches[columns] = search
        return search
    }

    /// How a setting fills a rectangle: nil when it cannot be set so at all. Nothing is chosen here.
    func fit(
        _ setting: StorySetting, columns: Int, rows: Int, known: inout KnownLines
    ) -> Placement.Fit? {
        guard let place = try? SettingPlace(setting, story: story, columns: columns, rows: rows - 1, grid: grid)
        else { return nil }
        let lines = known.keptLines(of: place.story, measure: place.geometry.measure, longer: setting.longer) {
            self.lines(of: setting, in: place).asNear(setting.longer)
        }
        return place.fit(lines)
    }

    /// Why a setting cannot be had in a rectangle; nil where it can.
    func fault(of setting: StorySetting, columns: Int, rows: Int) -> SettingFault? {
        do throws(SettingFault) {
            _ = try SettingPlace(setting, story: story, columns: columns, rows: rows - 1, grid: grid)
            return nil
        } catch {
            return error
        }
    }

    /// The setting with no more changed than white around the head and paragraphs a line longer or shorter, so that it fits
    /// better; nil where it cannot be set at all.
    func adjusted(_ setting: StorySetting, columns: Int, rows: Int) -> (StorySetting, Placement.Fit)? {
        guard let place = try? SettingPlace(setting, story: story, columns: columns, rows: rows - 1, grid: grid)
        else { return nil }
        let lines = lines(of: setting, in: place)
        var best: (setting: StorySetting, fit: Placement.Fit, key: (Int, Int))?
        for extra in 0...max(story.limits.white, setting.extraRows) {
            for longer in lines.range {
                var changed = setting
                (changed.extraRows, changed.longer) = (extra, longer)
                var changedPlace = place
                changedPlace.setting = changed
                let fit = changedPlace.fit(lines[longer])
                let key = (
                    fit.overset * 100 + (fit.isTorn ? 80 : 0) + fit.white * 10 + abs(longer) * 3 + extra * 6,
                    abs(extra - setting.extraRows) + abs(longer - setting.longer)
                )
                if best.map({ key < $0.key }) ?? true { best = (changed, fit, key) }
            }
        }
        return best.map { ($0.setting, $0.fit) }
    }
}

/// A setting over so many columns, ready to be filled.
private struct SettingPlace {
    var setting: StorySetting
    let story: MeasuredStory
    let geometry: StoryGeometry
    let rows: Int
    let headRows: Int

    /// Rows are the page's.
    init(
        _ setting: StorySetting, story: MeasuredStory, columns: Int, rows: Int, grid: PageGrid
    ) throws(SettingFault) {
        guard let story = story.version(setting.extent) else {
            if case .cut = setting.extent { throw .cut }
            throw .parting
        }
        guard story.allows(setting) else {
            if setting.longer != 0, !story.story.forbidden.allows(.loosen) { throw .loosen }
            if case .cut = setting.extent, !story.story.forbidden.allows(.cut) { throw .cut }
            throw setting.pictures.count == story.pictures.count ? .head : .pictures
        }
        guard setting.innerColumns > 0,
            let geometry = story.geometry(columns: columns, rows: rows, setting: setting, grid: grid)
        else { throw .columns }
        guard let headRows = story.headRows(setting.head, in: geometry, rows: rows, grid: grid) else {
            throw .head
        }
        guard setting.pictures.allSatisfy({ story.pictures.indices.contains($0.picture) }) else { throw .pictures }
        guard setting.pictures.allSatisfy({ $0.columns.upperBound <= setting.innerColumns }) else {
            throw .columns
        }
        guard story.allowsCrops(setting, in: geometry) else { throw .crop }
        self.rows = rows
        self.headRows = headRows
        self.setting = setting
        self.story = story
        self.geometry = geometry
    }

    func flow(_ lines: [FlowLine]) -> ColumnFlow {
        let lines = story.lines(lines, quoteOver: setting.quote, measure: geometry.measure)
        return Layout.flow(lines, through: story.heights(setting, in: geometry, rows: rows, headRows: headRows))
    }

    func fit(_ lines: [FlowLine]) -> Placement.Fit {
        let lines = story.lines(lines, quoteOver: setting.quote, measure: geometry.measure)
        let heights = story.heights(setting, in: geometry, rows: rows, headRows: headRows)
        let white = heights.reduce(0, +) - lines.reduce(0) { $0 + $1.rows }
        let flow = Layout.flow(lines, through: heights)
        return flow.overset > 0
            ? .init(white: 0, overset: max(-white, flow.overset))
            : .init(white: flow.white.reduce(0, +), overset: 0, isTorn: flow.isTorn)
    }
}

extension Placement.Fit {
    /// Whether a reader sees nothing amiss: columns that end within a row of each other are full.
    func isLevel(inner: Int) -> Bool { overset == 0 && !isTorn && white < max(3, inner) }

    /// Whether it is level, or at least no worse than it was.
    func isAcceptable(inner: Int, before: Placement.Fit?) -> Bool {
        if isLevel(inner: inner) { return true }
        guard let before, !isTorn else { return false }
        return overset <= before.overset && white <= max(before.white, max(3, inner) - 1)
    }
}
