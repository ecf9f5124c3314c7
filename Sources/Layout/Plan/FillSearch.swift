/// For each width and height that a story may take, the cheapest way to fill it (the table E of newspaper.md 3).
///
/// The costs of white are computed by arithmetic for all ways; the best ones are then really run through their columns, so
/// that what the table promises is what composition sets.
func fills(for story: MeasuredStory, on grid: PageGrid, maxRows: Int, costs: FillCosts) -> [[Fill?]] {
    var linesByMeasure: [Length: StoryLines] = [:]
    return (1...grid.columns).map { columns in
        let allowed = story.story.columns ?? 1...grid.columns
        guard allowed.contains(columns) else { return Array(repeating: nil, count: maxRows) }
        return FillSearch(story: story, columns: columns, grid: grid, costs: costs)
            .run(maxRows: maxRows, lines: &linesByMeasure)
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
        var lines: StoryLines
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
        var longer: Int
        var cost: Int
        var white: Int
    }

    /// - Parameter lines: the story's lines in the measures that have been asked for, to be broken once only.
    func run(maxRows: Int, lines: inout [Length: StoryLines]) -> [Fill?] {
        let ways = allWays(&lines)
        return (1...maxRows).map { rows in wanted(best(of: ways, rows: rows), rows: rows, &lines) }
    }

    /// One height only.
    func run(rows: Int) -> Fill? {
        var lines: [Length: StoryLines] = [:]
        return wanted(best(of: allWays(&lines), rows: rows), rows: rows, &lines)
    }

    /// Where the editor wants a vertical head: beside one, else across and dear.
    private func wanted(_ best: Fill?, rows: Int, _ lines: inout [Length: StoryLines]) -> Fill? {
        guard story.story.headDirection == .vertical, var best else { return best }
        let search = VerticalFill(story: story, columns: columns, grid: grid, costs: costs)
        // A head across is better than text that finds no room.
        if let fill = search.best(rows: rows, lines: &lines), fill.overset <= best.overset { return fill }
        best.cost += FillSearch.unwanted
        return best
    }

    /// What it costs to set a head across that the editor wants down.
    private static let unwanted = 300

    private func allWays(_ linesByMeasure: inout [Length: StoryLines]) -> [Way] {
        var ways: [Way] = []
        for inner in innerChoices {
            guard
                let geometry = StoryGeometry(
                    columns: columns, inner: inner, isBoxed: story.story.isBoxed, grid: grid)
            else { continue }
            let lines = linesByMeasure[geometry.measure] ?? StoryLines(of: story, measure: geometry.measure)
            linesByMeasure[geometry.measure] = lines
            let lineRows = lines[0].reduce(0) { $0 + $1.rows }
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
            let cost =
                missing * costs.headFill + max(0, 60 - item.fill / 10) * 3 + item.meaning / 8
                + (item.setting.lines - 1) * costs.headLine + steps * costs.headStep
            return (item.setting, item.rows, cost)
        }
    }

    private func best(of ways: [Way], rows: Int) -> Fill? {
        var candidates = Shortlist()
        let aspect = costs.aspectCost(width: grid.width(ofColumns: columns), height: grid.pitch * rows)
        for index in ways.indices {
            addCandidates(of: ways[index], at: index, rows: rows, aspect: aspect, to: &candidates)
        }
        var best: Fill?
        // Real flow costs only come on top, so the search may stop when the next estimate is dearer.
        for candidate in candidates.items {
            if let best, candidate.cost >= best.cost { break }
            let fill = realise(candidate, ways[candidate.way], rows: rows)
            if best.map({ fill.cost < $0.cost }) ?? true { best = fill }
        }
        return best
    }

    /// The few cheapest candidates, in order; of equals the first.
    private struct Shortlist {
        var items: [Candidate] = []
        private static let length = 3

        mutating func add(_ candidate: Candidate) {
            if items.count == Shortlist.length {
                guard candidate.cost < items[items.count - 1].cost else { return }
                items.removeLast()
            }
            let place = items.firstIndex { candidate.cost < $0.cost } ?? items.count
            items.insert(candidate, at: place)
        }
    }

    private func addCandidates(of way: Way, at index: Int, rows: Int, aspect: Int, to list: inout Shortlist) {
        for extra in 0...2 {
            let body = rows - way.headRows - way.geometry.frameRows * 2 - extra
            guard body >= 2 else { break }
            let room = body * way.inner - way.lineRows
            let base = way.baseCost + extra * way.inner * costs.headWhite + aspect + legCost(body)
            func add(white: Int, pictureRows: Int, cost: Int) {
                // White, or a surplus, that paragraphs a line longer or shorter take up; not where a hole is left anyway.
                let given = min(max(white, way.lines.range.lowerBound), way.lines.range.upperBound)
                let longer = white > given ? 0 : given
                let rest = white - longer
                let fit = rest >= 0 ? costs.whiteCost(rest) : costs.overset + costs.oversetLine * -rest
                list.add(
                    Candidate(
                        way: index, extraRows: extra, pictureRows: pictureRows, longer: longer,
                        cost: cost + fit + abs(longer) * costs.looseness, white: rest))
            }
            guard let picture = way.picture else {
                add(white: room, pictureRows: 0, cost: base)
                // More white around the head helps only where there is white to take away.
                if room < way.inner { break }
                continue
            }
            // Of all heights the one that fills the columns best, and the natural one.
            let across = picture.columns.count
            let most = min(picture.rows.upperBound, across < way.inner ? body : body - 2)
            guard most >= picture.rows.lowerBound else { continue }
            let fitting = min(max(room / across, picture.rows.lowerBound), most)
            let natural = min(picture.naturalRows, most)
            for pictureRows in natural == fitting ? [fitting] : [fitting, natural] {
                let area = rows * way.inner
                guard picture.share(rows: pictureRows, moduleArea: area) <= PictureWay.mostShare else { continue }
                let cost = base + picture.cost(rows: pictureRows, moduleArea: area, costs: costs)
                add(white: room - across * pictureRows, pictureRows: pictureRows, cost: cost)
            }
        }
    }

    private func legCost(_ body: Int) -> Int {
        if body < 8 { return (8 - body) * costs.shortLeg }
        return max(0, body - 64) * costs.longLeg / 10
    }

    private func realise(_ candidate: Candidate, _ way: Way, rows: Int) -> Fill {
        var setting = StorySetting(
            head: way.head, innerColumns: way.inner, extraRows: candidate.extraRows, longer: candidate.longer)
        if let picture = way.picture { setting.pictures = picture.settings(rows: candidate.pictureRows) }
        var cost = candidate.cost
        var overset = max(0, -candidate.white)
        var white = max(0, candidate.white)
        // Only where the white is little can a column break spoil the fit.
        if candidate.white >= 0, candidate.white < way.inner * 4 {
            let flow = story.flow(
                setting, in: way.geometry, rows: rows, headRows: way.headRows, lines: way.lines[candidate.longer])
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
        Layout.flow(lines, through: heights(setting, in: geometry, rows: rows, headRows: headRows))
    }

    /// The rows that each column has for text.
    func heights(_ setting: StorySetting, in geometry: StoryGeometry, rows: Int, headRows: Int) -> [Int] {
        let body = rows - headRows - geometry.frameRows * 2 - setting.extraRows
        var heights = Array(repeating: max(0, body), count: setting.innerColumns)
        for picture in setting.pictures {
            for column in picture.columns {
                heights[column] = min(heights[column], max(0, body - picture.rows.upperBound))
            }
        }
        return heights
    }
}
