/// The rules between modules: thin between stories side by side, stronger over a story that begins under another.
struct PageRules {
    let plan: PagePlan
    let grid: PageGrid
    let origin: Point
    /// Names of boxed stories: their frame parts them already.
    let boxed: Set<String>
    let fillerNames: Set<String>

    private static let thin = Length.points(1, 4)
    private static let strong = Length.points(1, 2)
    private static let ornament = Length.points(4)

    /// One module for all of them; they are not read.
    func module() -> PageModule {
        let marks = horizontal() + vertical()
        return PageModule(
            kind: .furniture, name: "rules",
            frame: Rect(origin: origin, size: grid.typeArea), passages: [Passage(.ornament, marks: marks)])
    }

    private var openStories: [GridRect] {
        plan.modules.compactMap { placement in
            guard case .story(let name) = placement.subject, !boxed.contains(name) else { return nil }
            return placement.rect
        }
    }

    /// Fillers (补白) are set off by an ornamental rule.
    private var fillers: [GridRect] {
        plan.modules.compactMap { placement in
            guard case .story(let name) = placement.subject, fillerNames.contains(name) else { return nil }
            return placement.rect
        }
    }

    /// Over every open story that has another one above it, in the middle of the blank row between them.
    private func horizontal() -> [Mark] {
        openStories.compactMap { rect in
            let isUnderStory = openStories.contains {
                $0.rows.upperBound < rect.rows.lowerBound && rect.rows.lowerBound - $0.rows.upperBound <= 3
                    && $0.columns.overlaps(rect.columns)
            }
            guard isUnderStory else { return nil }
            let y = origin.y + grid.y(ofRow: rect.rows.lowerBound) - grid.pitch / 2
            let left = origin.x + grid.x(ofColumn: rect.columns.lowerBound)
            let isFiller = fillers.contains(rect)
            return .rule(
                Rule(
                    from: Point(x: left, y: y), to: Point(x: left + grid.width(ofColumns: rect.width), y: y),
                    thickness: isFiller ? PageRules.ornament : PageRules.strong,
                    pattern: isFiller ? .ornamental : .solid))
        }
    }

    /// 栏线: between open stories side by side, hanging in the middle of the gutter; it runs on past the blank row between
    /// two stories where one beside them does.
    private func vertical() -> [Mark] {
        let rects = openStories
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
