/// The rules between modules: thin between stories side by side, stronger over a story that begins under another.
struct PageRules {
    let plan: PagePlan
    let grid: PageGrid
    let origin: Point
    /// Names of boxed stories: their frame parts them already.
    let boxed: Set<String>

    private static let thin = Length.points(1, 4)
    private static let strong = Length.points(1, 2)

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
            return .rule(
                Rule(
                    from: Point(x: left, y: y), to: Point(x: left + grid.width(ofColumns: rect.width), y: y),
                    thickness: PageRules.strong))
        }
    }

    /// 栏线: between two open stories side by side, hanging in the middle of the gutter.
    private func vertical() -> [Mark] {
        var marks: [Mark] = []
        let rects = openStories
        for left in rects {
            for right in rects where right.columns.lowerBound == left.columns.upperBound {
                guard left.rows.overlaps(right.rows) else { continue }
                let rows = left.rows.clamped(to: right.rows)
                let x = origin.x + grid.x(ofColumn: right.columns.lowerBound) - grid.gutter / 2
                marks.append(
                    .rule(
                        Rule(
                            from: Point(x: x, y: origin.y + grid.y(ofRow: rows.lowerBound) + .points(2)),
                            to: Point(x: x, y: origin.y + grid.y(ofRow: rows.upperBound) - .points(2)),
                            thickness: PageRules.thin)))
            }
        }
        return marks
    }
}
