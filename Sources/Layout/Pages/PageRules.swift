/// The lines between modules: thin rules between stories side by side, stronger ones over a story that begins under another,
/// and the boxes. All that lie at one height do so exactly.
struct PageRules {
    let plan: PagePlan
    let grid: PageGrid
    let origin: Point
    /// Names of boxed stories: their box parts them already.
    let boxed: Set<String>
    let fillerNames: Set<String>

    private static let thin = Length.points(1, 4)
    private static let strong = Length.points(1, 2)
    private static let ornament = Length.points(4)

    /// One module for all of them; they are not read.
    func module() -> PageModule {
        let marks = boxes() + horizontal() + vertical()
        return PageModule(
            kind: .furniture, name: "rules",
            frame: Rect(origin: origin, size: grid.typeArea), passages: [Passage(.ornament, marks: marks)])
    }

    private var stories: [(name: String, rect: GridRect)] {
        plan.modules.compactMap { placement in
            guard case .story(let name) = placement.subject else { return nil }
            return (name, placement.rect)
        }
    }

    private var openStories: [(name: String, rect: GridRect)] { stories.filter { !boxed.contains($0.name) } }

    /// The stories that stand right above a rectangle.
    private func stories(above rect: GridRect) -> [(name: String, rect: GridRect)] {
        stories.filter {
            $0.rect.rows.upperBound < rect.rows.lowerBound && rect.rows.lowerBound - $0.rect.rows.upperBound <= 3
                && $0.rect.columns.overlaps(rect.columns)
        }
    }

    /// The height of the rules over stories that begin in a row: the middle of the blank row above it.
    private func ruleHeight(over rect: GridRect) -> Length {
        origin.y + grid.y(ofRow: rect.rows.lowerBound) - grid.pitch / 2
    }

    /// 围框: a thin frame, a thicker one outside it. Under an open story the box begins where the rules beside it run.
    private func boxes() -> [Mark] {
        let thick = Length.points(1), thin = Length.points(1, 4), between = Length.points(5, 2)
        return stories.filter { boxed.contains($0.name) }.flatMap { story -> [Mark] in
            let rect = story.rect
            let isUnderOpenStory = stories(above: rect).contains { !boxed.contains($0.name) }
            let top =
                isUnderOpenStory
                ? ruleHeight(over: rect) - PageRules.strong / 2 : origin.y + grid.y(ofRow: rect.rows.lowerBound)
            let box = Rect(
                x: origin.x + grid.x(ofColumn: rect.columns.lowerBound), y: top,
                width: grid.width(ofColumns: rect.width),
                height: origin.y + grid.y(ofRow: rect.rows.upperBound) - top)
            return [
                .frame(box.inset(x: thick / 2, y: thick / 2), thickness: thick, .solidBlack),
                .frame(box.inset(x: between, y: between), thickness: thin, .solidBlack),
            ]
        }
    }

    /// Over every open story that has another one above it; under a box none is needed. Fillers (补白) are set off by an
    /// ornamental rule.
    private func horizontal() -> [Mark] {
        openStories.flatMap { story -> [Mark] in
            let above = stories(above: story.rect)
            let isFiller = fillerNames.contains(story.name)
            let y = ruleHeight(over: story.rect)
            let underOpenStories =
                above.contains { !boxed.contains($0.name) }
                ? story.rect.columns.filter { column in
                    !above.contains { boxed.contains($0.name) && $0.rect.columns.contains(column) }
                } : []
            return runs(of: underOpenStories).map { columns in
                let left = origin.x + grid.x(ofColumn: columns.lowerBound)
                return .rule(
                    Rule(
                        from: Point(x: left, y: y), to: Point(x: left + grid.width(ofColumns: columns.count), y: y),
                        thickness: isFiller ? PageRules.ornament : PageRules.strong,
                        pattern: isFiller ? .ornamental : .solid))
            }
        }
    }

    /// Ascending columns as ranges without gaps.
    private func runs(of columns: [Int]) -> [Range<Int>] {
        columns.reduce(into: []) { runs, column in
            if let last = runs.last, last.upperBound == column {
                runs[runs.count - 1] = last.lowerBound..<(column + 1)
            } else {
                runs.append(column..<(column + 1))
            }
        }
    }

    /// 栏线: between open stories side by side, hanging in the middle of the gutter; it runs on past the blank row between
    /// two stories where one beside them does.
    private func vertical() -> [Mark] {
        let rects = openStories.map(\.rect)
        return (1..<max(1, grid.columns)).flatMap { column -> [Mark] in
            var runs: [Range<Int>] = []
            for left in rects where left.columns.upperBound == column {
                for right in rects where right.columns.lowerBound == column && right.rows.overlaps(left.rows) {
                    runs.append(left.rows.clamped(to: right.rows))
                }
            }
            return joined(runs).map { rule(column: column, rows: $0) }
        }
    }

    /// Runs that only a blank row parts become one.
    private func joined(_ runs: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for run in runs.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, run.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
            } else {
                result.append(run)
            }
        }
        return result
    }

    private func rule(column: Int, rows: Range<Int>) -> Mark {
        let x = origin.x + grid.x(ofColumn: column) - grid.gutter / 2
        return .rule(
            Rule(
                from: Point(x: x, y: origin.y + grid.y(ofRow: rows.lowerBound) + .points(2)),
                to: Point(x: x, y: origin.y + grid.y(ofRow: rows.upperBound) - .points(2)),
                thickness: PageRules.thin))
    }
}
