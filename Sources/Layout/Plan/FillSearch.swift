/// For each width and height that a story may take, the cheapest way to fill it (the table E of newspaper.md 3).
///
/// The costs of white are computed by arithmetic for all ways; the best ones are then really run through their columns, so
/// that what the table promises is what composition sets.
func fills(for story: MeasuredStory, on grid: PageGrid, maxRows: Int, costs: FillCosts) -> [[Fill?]] {
    (1...grid.columns).map { columns in
        let allowed = story.story.columns ?? 1...grid.columns
        guard allowed.contains(columns) else { return Array(repeating: nil, count: maxRows) }
        return FillSearch(story: story, columns: columns, grid: grid, costs: costs).run(maxRows: maxRows)
    }
}

struct FillSearch {
    let story: MeasuredStory
    let columns: Int
    let grid: PageGrid
    let costs: FillCosts

    /// A way of filling that lacks only the height.
    struct Way {
        var inner: Int
        var geometry: StoryGeometry
        var lines: [FlowLine]
        var lineRows: Int
        var head: HeadSetting
        var headRows: Int
        var headCost: Int
        var picture: PictureWay?
        var baseCost: Int
    }

    /// A way with its height, and what white it leaves.
    private struct Candidate {
        var way: Int
        var extraRows: Int
        var pictureRows: Int
        var cost: Int
        var white: Int
    }

    func run(maxRows: Int) -> [Fill?] {
        let ways = allWays()
        return (1...maxRows).map { rows in best(of: ways, rows: rows) }
    }

    private func allWays() -> [Way] {
        var ways: [Way] = []
        for inner in innerChoices {
            guard
                let geometry = StoryGeometry(columns: columns, inner: inner, isBoxed: story.story.isBoxed, grid: grid)
            else { continue }
            let lines = story.flowLines(measure: geometry.measure)
            let lineRows = lines.reduce(0) { $0 + $1.rows }
            let heads = headChoices(in: geometry)
            for head in heads {
                for picture in pictureWays(in: geometry) {
                    ways.append(
                        Way(
                            inner: inner, geometry: geometry, lines: lines, lineRows: lineRows, head: head.setting,
                            headRows: head.rows, headCost: head.cost, picture: picture,
                            baseCost: head.cost + (inner == columns ? 0 : costs.brokenColumns)))
                }
            }
        }
        return ways
    }

    /// The page's own columns, and one fewer where the story is wide.
    private var innerChoices: [Int] { columns >= 3 ? [columns, columns - 1] : [columns] }

    private func headChoices(in geometry: StoryGeometry) -> [(setting: HeadSetting, rows: Int, cost: Int)] {
        let settings = story.head.settings(in: geometry.headWidth, pitch: story.pitch)
        let largest = story.head.options.last?.size ?? .zero
        return settings.map { item in
            let missing = max(0, 75 - item.fill / 10)
            let steps = (largest - item.setting.size).scaled / Length.unitsPerPoint
            // A head that leaves two fifths of its measure open is the wrong one.
            let cost = missing * costs.headFill + max(0, 60 - item.fill / 10) * 3
                + (item.setting.lines - 1) * costs.headLine + steps * costs.headStep
            return (item.setting, item.rows, cost)
        }
    }

    private func best(of ways: [Way], rows: Int) -> Fill? {
        var candidates: [Candidate] = []
        for index in ways.indices { candidates += self.candidates(of: ways[index], at: index, rows: rows) }
        candidates.sort { ($0.cost, $0.way, $0.extraRows, $0.pictureRows) < ($1.cost, $1.way, $1.extraRows, $1.pictureRows) }
        var best: (fill: Fill, cost: Int)?
        // Real flow costs only come on top, so the search may stop when the next estimate is dearer.
        for candidate in candidates.prefix(12) {
            if let best, candidate.cost >= best.cost { break }
            let fill = realise(candidate, ways[candidate.way], rows: rows)
            if best.map({ fill.cost < $0.cost }) ?? true { best = (fill, fill.cost) }
        }
        return best?.fill
    }

    private func candidates(of way: Way, at index: Int, rows: Int) -> [Candidate] {
        var result: [Candidate] = []
        for extra in 0...2 {
            let body = rows - way.headRows - way.geometry.frameRows * 2 - extra
            guard body >= 2 else { break }
            for pictureRows in way.picture?.rows ?? 0...0 {
                if let picture = way.picture, picture.columns.count < way.inner ? pictureRows > body : pictureRows > body - 2 {
                    break
                }
                let taken = (way.picture?.columns.count ?? 0) * pictureRows
                let white = body * way.inner - taken - way.lineRows
                var cost = way.baseCost + extra * costs.headWhite
                cost += white >= 0 ? costs.whiteCost(white) : costs.overset + costs.oversetLine * -white
                cost += legCost(body)
                cost += costs.aspectCost(width: grid.width(ofColumns: columns), height: grid.pitch * rows)
                if let picture = way.picture {
                    cost += picture.cost(rows: pictureRows, moduleArea: rows * way.inner, costs: costs)
                }
                result.append(
                    Candidate(way: index, extraRows: extra, pictureRows: pictureRows, cost: cost, white: white))
            }
        }
        return result
    }

    private func legCost(_ body: Int) -> Int {
        if body < 8 { return (8 - body) * costs.shortLeg }
        return max(0, body - 64) * costs.longLeg / 10
    }

    private func realise(_ candidate: Candidate, _ way: Way, rows: Int) -> Fill {
        var setting = StorySetting(head: way.head, innerColumns: way.inner, extraRows: candidate.extraRows)
        if let picture = way.picture { setting.pictures = picture.settings(rows: candidate.pictureRows) }
        var cost = candidate.cost
        var overset = max(0, -candidate.white)
        var white = max(0, candidate.white)
        // Only where the white is little can a column break spoil the fit.
        if candidate.white >= 0, candidate.white < way.inner * 4 {
            let flow = story.flow(setting, in: way.geometry, rows: rows, headRows: way.headRows, lines: way.lines)
            cost += flow.cost / 4
            overset = flow.overset
            if overset > 0 {
                cost += costs.overset + costs.oversetLine * overset
                white = 0
            }
        }
        let isFramed = story.story.isBoxed
        return Fill(
            setting: setting, cost: cost, overset: overset, white: white,
            cornerHeads: Fill.CornerHeads(left: !isFramed, right: !isFramed))
    }
}

extension MeasuredStory {
    /// Runs the story through the columns that a setting leaves it.
    func flow(
        _ setting: StorySetting, in geometry: StoryGeometry, rows: Int, headRows: Int, lines: [FlowLine]
    ) -> ColumnFlow {
        let body = rows - headRows - geometry.frameRows * 2 - setting.extraRows
        var heights = Array(repeating: max(0, body), count: setting.innerColumns)
        for picture in setting.pictures {
            for column in picture.columns { heights[column] = min(heights[column], max(0, body - picture.rows.upperBound)) }
        }
        return Layout.flow(lines, through: heights)
    }
}
