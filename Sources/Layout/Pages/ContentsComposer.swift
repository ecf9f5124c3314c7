/// A story that the list of contents names, and its page.
struct ContentsEntry: Hashable, Sendable {
    var headline: String
    /// 1-based.
    var page: Int
}

extension FurnitureComposer {
    /// A strip of the ear for each entry: its headline's lines, its page at the end of the last.
    private struct Item {
        var entry: ContentsEntry
        var side: HeadSide
        var lines: [Range<Int>]
        var rows: Int
    }

    private static var titleRows: Int { 2 }
    /// The measure of one column of entries is no wider than so many of their characters, the page's number counted.
    private static var mostCharacters: Int { 32 }
    /// How much larger than the house style the entries are set where they are few.
    private static var scales: [Fraction] { [Fraction(4, 3), Fraction(8, 7), Fraction(1, 1)] }

    /// 导读: in the ear beside the nameplate, what the pages after the first hold: its head as over a column of briefs, then as
    /// many headlines as find room, each with its page.
    /// - Parameter entries: the most important first.
    func contents(_ entries: [ContentsEntry], in rect: GridRect) throws(M.Failure) -> PageModule {
        let frame = frame(of: rect)
        let head = Rect(x: frame.minX, y: frame.minY, width: frame.size.width, height: grid.pitch * Self.titleRows)
        var passages = try sectionHead("导读", in: head)
        let rows = rect.height - Self.titleRows
        for scale in Self.scales {
            let size = scale.of(house[.contents].font.size)
            let count = max(
                1,
                (frame.size.width.scaled + (size * Self.mostCharacters).scaled - 1)
                    / (size * Self.mostCharacters).scaled)
            let width = (frame.size.width - grid.gutter * (count - 1)) / count
            let columns = try self.columns(of: entries, size: size, width: width, rows: rows, count: count)
            guard columns.joined().count == entries.count || scale == Self.scales.last else { continue }
            for (number, items) in columns.enumerated() {
                let column = Rect(
                    x: frame.minX + (width + grid.gutter) * number, y: head.maxY, width: width,
                    height: grid.pitch * rows)
                passages += try self.passages(of: items, in: column)
            }
            break
        }
        return PageModule(kind: .furniture, name: "contents", frame: frame, passages: passages)
    }

    /// The most important entries that find room, in the order of their pages, down one column and then the next.
    private func columns(
        of entries: [ContentsEntry], size: Length, width: Length, rows: Int, count: Int
    ) throws(M.Failure) -> [[Item]] {
        let measure = width - size * 3
        guard measure > size * 4 else { return [] }
        var chosen: [(number: Int, item: Item)] = []
        var columns: [[Item]] = []
        for (number, entry) in entries.enumerated() {
            let text = try shaped(entry.headline, .contents, size: size)
            let side = HeadSide(text: text, breaks: HeadlineBreaks(text, words: measurer.words(in: entry.headline)))
            let lines = side.lines(in: measure)
            let item = Item(
                entry: entry, side: side, lines: lines,
                rows: (HeadOption.sideLeading.of(size) * lines.count).rows(of: grid.pitch))
            let wanted = (chosen + [(number, item)]).sorted {
                ($0.item.entry.page, $0.number) < ($1.item.entry.page, $1.number)
            }
            guard let packed = packed(wanted.map(\.item), rows: rows, count: count) else { continue }
            (chosen, columns) = (wanted, packed)
        }
        return columns
    }

    /// The items in columns of so many rows; nil where they find no room.
    private func packed(_ items: [Item], rows: Int, count: Int) -> [[Item]]? {
        var columns: [[Item]] = [[]]
        var open = rows
        for item in items {
            if item.rows > open {
                columns.append([])
                open = rows
            }
            guard item.rows <= open, columns.count <= count else { return nil }
            columns[columns.count - 1].append(item)
            open -= item.rows
        }
        return columns
    }

    /// One column of entries: what it has to spare is shared out among them, a thin rule between one and the next.
    private func passages(of items: [Item], in column: Rect) throws(M.Failure) -> [Passage] {
        let spare = column.size.height - grid.pitch * items.reduce(0) { $0 + $1.rows }
        var passages: [Passage] = []
        var y = column.minY
        for (number, item) in items.enumerated() {
            let next =
                y + grid.pitch * item.rows + spare * (number + 1) / items.count - spare * number / items.count
            let leading = HeadOption.sideLeading.of(item.side.em)
            var top = y + (next - y - leading * item.lines.count) / 2 + (leading - item.side.em) / 2
            var marks: [Mark] = []
            for range in item.lines {
                let line = item.side.text.trackedLine(of: range, tracking: 0)
                marks += item.side.text.marks(of: line, x: column.minX, baseline: top + item.side.em.emAscent)
                top = top + leading
            }
            passages.append(Passage(.text(.contents, paragraph: number), marks: marks))
            let strip = Rect(x: column.minX, y: top - leading, width: column.size.width, height: item.side.em)
            passages.append(
                Passage(
                    .text(.folio, paragraph: number),
                    marks: try line("\(item.entry.page)版", .folio, in: strip, .trailing)))
            if number + 1 < items.count {
                let rule = Rule(
                    from: Point(x: column.minX, y: next), to: Point(x: column.maxX, y: next),
                    thickness: .points(1, 4))
                passages.append(Passage(.ornament, marks: [.rule(rule)]))
            }
            y = next
        }
        return passages
    }
}

extension PageComposer {
    /// What the list of contents may name: the best of every other page, then the others by their rank; no fillers, and no
    /// second parts of stories.
    func contents(after page: Int) -> [ContentsEntry] {
        let named = plans.filter { $0.page > page }.flatMap { plan in
            let found = plan.modules.compactMap { module -> Story? in
                guard module.setting?.extent.isContinued == false else { return nil }
                return stories.first { .story($0.story.name) == module.subject && !$0.story.isFiller }?.story
            }
            let order = found.indices.sorted { (-found[$0].priority, $0) < (-found[$1].priority, $1) }
            return order.enumerated().map { rank, index in (page: plan.page, rank: rank, story: found[index]) }
        }
        return named.enumerated().sorted { one, other in
            let (a, b) = (one.element, other.element)
            return (min(1, a.rank), -a.story.priority, one.offset) < (
                min(1, b.rank), -b.story.priority, other.offset
            )
        }.map { entry in
            ContentsEntry(
                headline: entry.element.story.headline.joined(separator: "\u{3000}"), page: entry.element.page)
        }
    }
}
