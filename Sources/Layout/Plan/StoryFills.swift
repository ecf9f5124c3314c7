/// A story's fillings, found as they are asked for: what a whole table holds, for the few rectangles that an edit needs.
/// Rows are the planner's: with the row of white below.
struct StoryFills {
    let story: MeasuredStory
    let grid: PageGrid
    let costs: FillCosts
    /// How it keeps its head out of the top corners.
    var arrangement = Arrangement.plain
    private let store: StoryLineStore
    private var ways: [FillWays?]
    private var known: [Int: Fill?] = [:]

    init(_ story: MeasuredStory, grid: PageGrid, costs: FillCosts) {
        self.story = story
        self.grid = grid
        self.costs = costs
        store = StoryLineStore(story)
        ways = Array(repeating: nil, count: grid.columns + 1)
    }

    /// How much dearer than the cheapest rectangle one may be that is looked at when a part of the page is planned anew:
    /// text that finds no room costs more.
    private static let window = 250

    /// The cheapest filling of those that suit the story's arrangement.
    mutating func fill(columns: Int, rows: Int) -> Fill? {
        guard rows >= 2, rows - 1 <= grid.rows, let ways = ways(columns) else { return nil }
        let key = columns << 16 | rows
        if let fill = known[key] { return fill }
        let fill = ways.fill(rows: rows - 1, like: arrangement)
        known[key] = .some(fill)
        return fill
    }

    /// The planner's table for rectangles up to a size: those that suit the story.
    mutating func table(columns: Int, rows: Int) -> [[Fill?]] {
        let most = min(rows, grid.rows + 1)
        let costs = (1...columns).map { column in
            ways(column).map { leastCosts(of: $0, columns: column, rows: most) } ?? []
        }
        let least = costs.flatMap { $0.compactMap { $0 } }.min() ?? 0
        return (1...columns).map { column in
            (1...rows).map { row in
                guard row <= costs[column - 1].count, let cost = costs[column - 1][row - 1], cost <= least + Self.window
                else { return nil }
                return ways[column]?.fill(rows: row - 1, like: arrangement, isThorough: false)
            }
        }
    }

    /// By rows, what a rectangle costs at least; nil where it is far from suiting. Such rectangles are most of a table, so every
    /// few rows are looked at first, and only what lies beside a good one after that.
    private func leastCosts(of ways: FillWays, columns: Int, rows: Int) -> [Int?] {
        var costs: [Int?] = Array(repeating: nil, count: max(0, rows))
        func look(_ row: Int) {
            guard costs[row - 1] == nil else { return }
            let cost = ways.least(rows: row - 1, like: arrangement)
            if cost < .max { costs[row - 1] = cost }
        }
        let step = max(2, 12 / columns)
        let samples = Array(stride(from: rows, through: 2, by: -step))
        for row in samples { look(row) }
        let least = samples.compactMap { costs[$0 - 1] }.min() ?? 0
        for row in samples where costs[row - 1].map({ $0 <= least + 2 * Self.window }) ?? false {
            for near in max(2, row - step)...min(rows, row + step) { look(near) }
        }
        return costs
    }

    private mutating func ways(_ columns: Int) -> FillWays? {
        guard (1...grid.columns).contains(columns), story.story.allows(span: columns) else { return nil }
        let ways = self.ways[columns] ?? FillWays(search(columns))
        self.ways[columns] = ways
        return ways
    }

    /// What a setting costs in a rectangle, by the prices by which fillings are chosen.
    mutating func price(_ setting: StorySetting, _ fit: Placement.Fit, columns: Int, rows: Int) -> Int? {
        search(columns).price(of: setting, fit: fit, rows: rows - 1) ?? fill(columns: columns, rows: rows)?.cost
    }

    private func search(_ columns: Int) -> FillSearch {
        FillSearch(story: story, columns: columns, grid: grid, costs: costs, store: store)
    }

    /// How a setting fills a rectangle: nil when it cannot be set so at all. Nothing is chosen here.
    func fit(
        _ setting: StorySetting, columns: Int, rows: Int, known: inout KnownLines
    ) -> Placement.Fit? {
        guard let place = SettingPlace(setting, story: story, columns: columns, rows: rows - 1, grid: grid) else {
            return nil
        }
        return place.fit(
            known.keptLines(of: place.story, measure: place.geometry.measure, longer: setting.longer))
    }

    /// The setting with no more changed than white around the head and paragraphs a line longer or shorter, so that it fits
    /// better; nil where it cannot be set at all.
    mutating func adjusted(_ setting: StorySetting, columns: Int, rows: Int) -> (StorySetting, Placement.Fit)? {
        guard let place = SettingPlace(setting, story: story, columns: columns, rows: rows - 1, grid: grid) else {
            return nil
        }
        let measure = place.geometry.measure
        let lines = setting.extent == story.extent ? store[measure] : StoryLines(of: place.story, measure: measure)
        var best: (setting: StorySetting, fit: Placement.Fit, key: (Int, Int))?
        for extra in 0...2 {
            for longer in lines.range {
                var changed = setting
                (changed.extraRows, changed.longer) = (extra, longer)
                var changedPlace = place
                changedPlace.setting = changed
                let fit = changedPlace.fit(lines[longer])
                let key = (
                    fit.overset * 100 + fit.white * 10 + abs(longer) * 3 + extra * 6,
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

    /// nil when the head, the columns or the pictures cannot be so. Rows are the page's.
    init?(_ setting: StorySetting, story: MeasuredStory, columns: Int, rows: Int, grid: PageGrid) {
        guard let story = story.version(setting.extent), setting.innerColumns > 0,
            story.allows(setting),
            let geometry = story.geometry(columns: columns, rows: rows, setting: setting, grid: grid),
            let headRows = story.headRows(setting.head, in: geometry, rows: rows, grid: grid),
            setting.pictures.count == story.pictures.count,
            setting.pictures.allSatisfy({ $0.columns.upperBound <= setting.innerColumns }),
            story.allowsCrops(setting, in: geometry)
        else { return nil }
        self.rows = rows
        self.headRows = headRows
        self.setting = setting
        self.story = story
        self.geometry = geometry
    }

    func fit(_ lines: [FlowLine]) -> Placement.Fit {
        let heights = story.heights(setting, in: geometry, rows: rows, headRows: headRows)
        let white = heights.reduce(0, +) - lines.reduce(0) { $0 + $1.rows }
        if white < 0 { return .init(white: 0, overset: max(-white, flow(lines, through: heights).overset)) }
        // Only where the white is little can a column break spoil the fit.
        let overset = white < setting.innerColumns * 4 ? flow(lines, through: heights).overset : 0
        return .init(white: overset > 0 ? 0 : white, overset: overset)
    }
}

extension Placement.Fit {
    /// Whether a reader sees nothing amiss: columns that end within a row of each other are full.
    func isLevel(inner: Int) -> Bool { overset == 0 && white < max(3, inner) }

    /// Whether it is level, or at least no worse than it was.
    func isAcceptable(inner: Int, before: Placement.Fit?) -> Bool {
        if isLevel(inner: inner) { return true }
        guard let before else { return false }
        return overset <= before.overset && white <= max(before.white, max(3, inner) - 1)
    }
}
