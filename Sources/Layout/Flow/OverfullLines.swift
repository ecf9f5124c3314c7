/// Says that a line sticks out of its column.
/// - Parameters:
///   - excess: how far, in scaled points.
func lineOverfull(
    _ words: String, by excess: Int, em: Int, at place: SourcePlace, page: PagePlace
) -> Diagnostic {
    let share = excess * 100 / max(1, em)
    return Diagnostic(
        .warning, .lineOverfull,
        Phrase(
            zh: "“\(words)”比栏宽多出 \(share)% 字", en: "“\(words)” is \(share)% of an em wider than its column"),
        at: place, page: page,
        hint: Phrase(zh: "给长词、网址一个可断的地方", en: "give the long word or address a place to break"))
}

extension StoryComposer {
    /// Lines of all kinds that stick out, those of running text left aside: crossheads, verse, cells, names, captions, decks.
    ///
    /// - Parameter head: the room of the head's lines.
    func overfullLines(_ lines: [FlowLine], geometry: StoryGeometry, head: Length, page: Int) -> [Diagnostic] {
        let place = PagePlace(page: page, story: story.story.name)
        func check(_ lines: [Line], of text: ShapedText, at source: SourcePlace) -> [Diagnostic] {
            lines.filter { $0.fit.overfull > 0 }.map {
                lineOverfull(text.text(of: $0.units), by: $0.fit.overfull, em: text.em, at: source, page: place)
            }
        }
        var found: [Diagnostic] = []
        for side in headSides {
            for units in side.lines(in: head) where side.text.totals(of: units).natural > head.scaled {
                let excess = side.text.totals(of: units).natural - head.scaled
                found.append(
                    lineOverfull(
                        side.text.text(of: units), by: excess, em: side.text.em, at: story.story.place, page: place)
                )
            }
        }
        for line in lines {
            switch (line.content, story.parts[line.part]) {
            case (.line(let set), .verse(let text)), (.line(let set), .byline(let text)),
                (.line(let set), .jumpLine(let text)):
                found += check([set], of: text, at: story.story.place)
            case (.crosshead(let set), .crosshead(let text)), (.verticalLines(let set), .verse(let text)):
                found += check(set, of: text, at: story.story.place)
            case (.tableRow(let row, let columns), .table(let shaped)):
                found += cells(of: row, in: shaped.set(in: columns), columns, place)
            default: break
            }
        }
        for setting in setting.pictures {
            guard story.pictures.indices.contains(setting.picture), !setting.columns.isEmpty,
                setting.columns.upperBound <= geometry.lefts.count
            else { continue }
            let picture = story.pictures[setting.picture]
            let layout = picture.captionLayout(in: geometry.span(setting.columns).width)
            if let text = picture.caption { found += check(layout.caption, of: text, at: picture.picture.place) }
            if let text = picture.credit { found += check(layout.credit, of: text, at: picture.picture.place) }
        }
        return found
    }

    private var headSides: [HeadSide] {
        guard let option = story.head.option(for: setting.head) ?? story.head.options.first else { return [] }
        return [option.kicker].compactMap { $0 } + option.deck
    }

    /// Cells that stick out, and those whose words were parted where words are not.
    private func cells(
        of row: Int, in table: ShapedTable, _ geometry: TableGeometry, _ place: PagePlace
    ) -> [Diagnostic] {
        table.rows[row].indices.compactMap { column in
            let cell = table.rows[row][column]
            let (lines, isForced) = table.cellLines(of: row, column, in: geometry)
            if let wide = lines.first(where: { $0.fit.overfull > 0 }) {
                return lineOverfull(
                    cell.text(of: wide.units), by: wide.fit.overfull, em: cell.em, at: story.story.place,
                    page: place)
            }
            guard isForced else { return nil }
            return Diagnostic(
                .warning, .lineOverfull,
                Phrase(
                    zh: "表格太宽：“\(cell.text)”只好从当中断开",
                    en: "the table is too wide: “\(cell.text)” had to be parted inside a word or figure"),
                at: story.story.place, page: place,
                hint: Phrase(zh: "给稿件更宽的栏，或少列几项", en: "give the story wider columns, or the table fewer"))
        }
    }
}
