/// What `press check` says of pages that are set: the soft rules of the page (`docs/planning.md`) and the Chinese rules of form.
/// Everything is measured on the finished pages, nothing is taken from the plan but who stands where.
public struct PageCheck: Sendable {
    let edition: Edition
    let pages: [Page]
    let plans: [PagePlan]

    public init(_ typeset: TypesetEdition, of edition: Edition) {
        self.edition = edition
        pages = typeset.pages
        plans = typeset.plans
    }

    /// Everything that is found, page by page.
    public func findings() -> [Diagnostic] {
        pages.flatMap { page in butting(page) + hierarchy(page) + seams(page) } + form()
    }

    // MARK: Soft rules

    /// A story's head as it was set.
    private struct Head {
        var name: String
        var priority: Int
        var place: SourcePlace
        /// Whether a frame parts it from its neighbours.
        var isBoxed: Bool
        /// Whether it runs down the page beside its columns: then it is beside nothing that runs across.
        var isVertical: Bool
        var size: Length
        /// What its letters cover.
        var rect: Rect
        /// The module's rectangle.
        var frame: Rect
    }

    private func heads(_ page: Page) -> [Head] {
        // A story may stand on two pages, or twice on one: each part has a head of its own.
        let grid = edition.paper.grid, origin = grid.typeAreaOrigin(on: edition.paper.page)
        let placements = plans.first { $0.page == page.number }?.modules ?? []
        return page.modules.filter { $0.kind == .story }.compactMap { module in
            guard let story = edition.stories.first(where: { $0.name == module.name }) else { return nil }
            let runs = module.passages.filter { $0.isHeadline }.flatMap(\.runs)
            guard let size = runs.map(\.size).max(), let rect = box(of: runs) else { return nil }
            let setting = placements.first {
                $0.subject == .story(story.name)
                    && module.frame.minX == origin.x + grid.x(ofColumn: $0.rect.columns.lowerBound)
                    && module.frame.minY == origin.y + grid.y(ofRow: $0.rect.rows.lowerBound)
            }?.setting
            return Head(
                name: story.name, priority: story.priority, place: story.place,
                isBoxed: story.isBoxed || setting?.isBoxed == true,
                isVertical: setting?.head.direction == .vertical, size: size, rect: rect, frame: module.frame)
        }
    }

    /// 碰题: heads of neighbours that stand at one height, by more than half a row, of like size, with nothing between. A
    /// vertical head is none of them: it is a way out.
    private func butting(_ page: Page) -> [Diagnostic] {
        let slack = edition.paper.grid.pitch / 2
        let heads = heads(page).filter { !$0.isBoxed && !$0.isVertical }
        return heads.flatMap { left in
            heads.compactMap { right -> Diagnostic? in
                let gutter = right.frame.minX - left.frame.maxX
                guard gutter >= .zero, gutter <= edition.paper.grid.gutter * 2,
                    left.rect.minY + slack < right.rect.maxY, right.rect.minY + slack < left.rect.maxY
                else { return nil }
                let sizes = [left.size.scaled, right.size.scaled].sorted()
                guard sizes[1] * 2 < sizes[0] * 3, !isParted(left, right, on: page) else { return nil }
                return Diagnostic(
                    .warning, .headsButting,
                    Phrase(
                        zh:
                            "碰题：“\(left.name)”与“\(right.name)”的标题并排，一 \(pointText(left.size)) 磅，一 \(pointText(right.size)) 磅",
                        en: "the heads of “\(left.name)” (\(pointText(left.size)) pt) and “\(right.name)” "
                            + "(\(pointText(right.size)) pt) stand side by side"),
                    at: right.place, page: pagePlace(page, right.name, right.frame))
            }
        }
    }

    /// Whether a picture or a column of text stands between two heads, at their height.
    private func isParted(_ left: Head, _ right: Head, on page: Page) -> Bool {
        let between = Rect(
            x: left.rect.maxX, y: max(left.rect.minY, right.rect.minY), width: right.rect.minX - left.rect.maxX,
            height: min(left.rect.maxY, right.rect.maxY) - max(left.rect.minY, right.rect.minY))
        return page.modules.filter { [left.name, right.name].contains($0.name) }.flatMap(\.passages)
            .contains { passage in
                passage.marks.contains { mark in
                    switch mark {
                    case .picture(let picture): between.overlaps(picture.frame)
                    case .glyphs(let run): passage.isBody && (box(of: [run]).map(between.overlaps) ?? false)
                    default: false
                    }
                }
            }
    }

    /// A lesser story with a larger head.
    private func hierarchy(_ page: Page) -> [Diagnostic] {
        let heads = heads(page)
        return heads.compactMap { head in
            guard
                let greater = heads.filter({ $0.priority > head.priority && $0.size < head.size })
                    .max(by: { ($0.priority, $1.size) < ($1.priority, $0.size) })
            else { return nil }
            return Diagnostic(
                .warning, .headHierarchy,
                Phrase(
                    zh:
                        "“\(head.name)”（优先级 \(head.priority)）的标题 \(pointText(head.size)) 磅，比更重要的“\(greater.name)”（\(greater.priority)）的 \(pointText(greater.size)) 磅大",
                    en:
                        "the head of “\(head.name)” (priority \(head.priority)) is \(pointText(head.size)) pt, larger than the "
                        + "\(pointText(greater.size)) pt of “\(greater.name)” (\(greater.priority))"),
                at: head.place, page: pagePlace(page, head.name, head.frame))
        }
    }

    /// 断版: a height in the middle of the page at which no module stands, over its whole width.
    private func seams(_ page: Page) -> [Diagnostic] {
        let grid = edition.paper.grid
        let origin = grid.typeAreaOrigin(on: edition.paper.page)
        let frames = page.modules.filter { $0.name != "rules" }.map(\.frame)
        var found: [Int] = []
        var wasOpen = false
        for row in grid.rows * 2 / 5...grid.rows * 3 / 5 {
            let y = origin.y + grid.y(ofRow: row) + grid.pitch / 2
            let isOpen = !frames.contains { $0.minY < y && y < $0.maxY }
            let hasBoth = frames.contains { $0.maxY <= y } && frames.contains { $0.minY >= y }
            if isOpen, hasBoth, !wasOpen { found.append(row) }
            wasOpen = isOpen
        }
        return found.map { row in
            Diagnostic(
                .warning, .pageSeam,
                Phrase(
                    zh: "断版：第 \(page.number) 版第 \(row + 1) 行处一条直线横贯全版",
                    en: "a straight line crosses page \(page.number) at row \(row + 1)"),
                page: PagePlace(page: page.number, row: row + 1))
        }
    }

    private func pagePlace(_ page: Page, _ story: String, _ frame: Rect) -> PagePlace {
        let rect = plans.first { $0.page == page.number }?.modules.first { $0.subject == .story(story) }?.rect
        return PagePlace(
            page: page.number, story: story, column: rect.map { $0.columns.lowerBound + 1 },
            row: rect.map { $0.rows.lowerBound + 1 })
    }
}

/// Whole points, or with a half.
func pointText(_ length: Length) -> String {
    let halves = (length.scaled * 2 + Length.unitsPerPoint / 2) / Length.unitsPerPoint
    return halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5"
}

/// What the letters of some runs cover, by their em boxes.
func box(of runs: [GlyphRun]) -> Rect? {
    var box: (left: Length, top: Length, right: Length, bottom: Length)?
    for run in runs {
        for glyph in run.glyphs {
            let (x, y) = (glyph.origin.x, glyph.origin.y)
            let own = (left: x, top: y - run.size * 88 / 100, right: x + run.size, bottom: y + run.size * 12 / 100)
            guard let known = box else {
                box = own
                continue
            }
            box = (
                min(known.left, own.left), min(known.top, own.top), max(known.right, own.right),
                max(known.bottom, own.bottom)
            )
        }
    }
    return box.map { Rect(x: $0.left, y: $0.top, width: $0.right - $0.left, height: $0.bottom - $0.top) }
}

extension Passage {
    /// The glyph runs among its marks.
    var runs: [GlyphRun] { marks.compactMap { if case .glyphs(let run) = $0 { run } else { nil } } }

    var text: String { runs.map(\.text).joined() }

    /// Whether it is text that runs down a column.
    var isBody: Bool {
        guard case .text(let role, _) = kind else { return false }
        return [.body, .quote, .verse, .table, .crosshead, .byline].contains(role)
    }

    /// Whether it is a story's main line, in whatever rank.
    var isHeadline: Bool {
        guard case .text(let role, _) = kind else { return false }
        return [.leadHeadline, .secondHeadline, .headline, .briefHeadline].contains(role)
    }
}
