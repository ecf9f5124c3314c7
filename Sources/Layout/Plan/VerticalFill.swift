/// Filling a rectangle beside a vertical head (竖题). The head's size and lines hang on the rectangle's height, so these ways
/// are looked for height by height, apart from `FillSearch`'s.
struct VerticalFill {
    let story: MeasuredStory
    let columns: Int
    let grid: PageGrid
    let costs: FillCosts
    let store: StoryLineStore

    /// A head's line fills so much of the height at least, in thousandths: where the editor wants it so, and where press
    /// thinks of it.
    private static let leastFill = 350
    private static let leastOwnFill = 620
    /// Lines of fewer characters are read across, not down.
    private static let leastCharacters = 4
    private static let mostLines = 3

    private struct Candidate {
        var setting: StorySetting
        var geometry: StoryGeometry
        var cost: Int
        var white: Int
    }

    /// The cheapest way, or nil when no vertical head fits.
    func best(rows: Int) -> Fill? { best(rows: rows, heads: heads(rows: rows), limit: .max) }

    /// A head down the side that nobody asked for, so that it does not butt: on stories that are low and narrow, where it
    /// fills its strip. It costs more than the head across, whichever fits better: it is there for the neighbours' sake.
    func alternative(rows: Int, over across: Int, limit: Int) -> Fill? {
        guard (2...3).contains(columns), (10...48).contains(rows) else { return nil }
        let heads = heads(rows: rows).filter { $0.fill >= VerticalFill.leastOwnFill && $0.setting.lines <= 2 }
        guard var fill = best(rows: rows, heads: heads, limit: limit - costs.verticalHead), fill.overset == 0 else {
            return nil
        }
        fill.cost = max(fill.cost, across) + costs.verticalHead
        return fill.cost <= limit ? fill : nil
    }

    private func best(rows: Int, heads: [Head], limit: Int) -> Fill? {
        guard columns >= 2, rows >= 6 else { return nil }
        var best: [Candidate] = []
        for head in heads {
            for inner in story.runsDown ? 1...1 : max(1, columns - 1)...columns {
                add(head.setting, cost: head.cost, inner: inner, rows: rows, to: &best)
            }
        }
        var result: Fill?
        for candidate in best.sorted(by: { $0.cost < $1.cost }).prefix(3) where candidate.cost <= limit {
            if let result, candidate.cost >= result.cost { break }
            let fill = realise(candidate, rows: rows)
            if result.map({ fill.cost < $0.cost }) ?? true { result = fill }
        }
        return result
    }

    private typealias Head = (setting: HeadSetting, cost: Int, fill: Int)

    /// Sizes and numbers of lines that fit the height.
    private func heads(rows: Int) -> [Head] {
        let height = story.stripHeight(rows: rows, grid: grid)
        let largest = story.head.vertical.last?.size ?? .zero
        var result: [Head] = []
        for option in story.head.vertical {
            for index in option.ways.indices.prefix(VerticalFill.mostLines) {
                guard let way = option.way(of: index + 1, in: height) else { continue }
                let tracking = option.tracking(of: way.lines, in: height)
                let longest = way.lines.map { option.width(of: $0, tracking: tracking) }.max() ?? 0
                let fill = longest * 1000 / max(1, height.scaled)
                let least = option.size * VerticalFill.leastCharacters
                guard fill >= VerticalFill.leastFill, index == 0 || longest >= least.scaled else { break }
                let steps = (largest - option.size).scaled / Length.unitsPerPoint
                let cost =
                    max(0, 75 - fill / 10) * costs.headFill * 2 + index * costs.headLine + steps * costs.headStep
                    + way.meaning / 8
                result.append((HeadSetting(size: option.size, lines: index + 1, direction: .vertical), cost, fill))
            }
        }
        return result
    }

    private func add(
        _ head: HeadSetting, cost: Int, inner: Int, rows: Int, to best: inout [Candidate]
    ) {
        var setting = StorySetting(head: head, innerColumns: inner)
        setting.extent = story.extent
        guard let geometry = story.geometry(columns: columns, rows: rows, setting: setting, grid: grid) else {
            return
        }
        let broken = store[geometry.measure]
        let body = rows - geometry.frameRows * 2
        let room = body * inner - broken.rows
        let cost = cost + costs.aspectCost(width: grid.width(ofColumns: columns), height: grid.pitch * rows)
        func append(white: Int, cost: Int) {
            let longer = min(max(white, broken.range.lowerBound), broken.range.upperBound)
            let rest = white - longer
            let seen = rest * story.columnsOfRow(columns)
            let fit = seen >= 0 ? costs.whiteCost(seen) : costs.overset + costs.oversetLine * -seen
            setting.longer = longer
            best.append(
                Candidate(
                    setting: setting, geometry: geometry, cost: cost + fit + abs(longer) * costs.looseness,
                    white: rest))
        }
        for picture in story.pictureWays(in: geometry) {
            guard let picture else {
                append(white: room, cost: cost)
                continue
            }
            let across = picture.columns.count
            let most = min(picture.rows.upperBound, across < inner ? body : body - 2)
            guard most >= picture.rows.lowerBound else { continue }
            let height = min(max(room / across, picture.rows.lowerBound), most)
            guard picture.share(rows: height, moduleArea: rows * inner) <= PictureWay.mostShare else { continue }
            setting.pictures = picture.settings(rows: height)
            append(
                white: room - across * height,
                cost: cost + picture.cost(rows: height, moduleArea: rows * inner, costs: costs))
        }
    }

    private func realise(_ candidate: Candidate, rows: Int) -> Fill {
        var cost = candidate.cost
        var overset = max(0, -candidate.white)
        if candidate.white >= 0 {
            let broken = store[candidate.geometry.measure]
            let flow = story.flow(
                candidate.setting, in: candidate.geometry, rows: rows, headRows: 0,
                lines: broken[candidate.setting.longer])
            cost += flow.cost / 4
            overset = flow.overset
            if overset > 0 { cost += costs.overset + costs.oversetLine * overset }
        }
        return Fill(
            setting: candidate.setting, cost: cost,
            fit: .init(white: overset > 0 ? 0 : max(0, candidate.white), overset: overset),
            isBoxed: story.story.isBoxed, hasKicker: story.story.kicker != nil, pitch: story.pitch)
    }
}

extension VerticalFill {
    init(_ search: FillSearch) {
        self.init(
            story: search.story, columns: search.columns, grid: search.grid, costs: search.costs,
            store: search.store)
    }
}
