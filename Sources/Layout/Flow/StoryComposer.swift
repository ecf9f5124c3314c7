/// Sets one story into its rectangle.
struct StoryComposer {
    let story: MeasuredStory
    let rect: GridRect
    let setting: StorySetting
    let grid: PageGrid
    /// The top left corner of the page's type area.
    let origin: Point
    let house: HouseStyle
    var known = KnownLines()

    /// - Returns: the module and how the story fits, and what was met: overset above all.
    func compose(page: Int) -> Warned<(module: PageModule, fit: StoryFit?)> {
        guard
            let geometry = story.geometry(columns: rect.width, rows: rect.height, setting: setting, grid: grid)
        else {
            return Warned(
                (PageModule(kind: .story, name: story.story.name, frame: frame, passages: []), nil),
                [unplaceable(page)])
        }
        let lines = story.lines(
            known.lines(of: story, measure: geometry.measure, longer: setting.longer), quoteOver: setting.quote,
            measure: geometry.measure)
        let head =
            geometry.strip.map {
                VerticalHeadComposer(composer: self, geometry: geometry, strip: $0).compose(page: page)
            } ?? HeadComposer(composer: self, geometry: geometry).compose(page: page)
        let flow = story.flow(setting, in: geometry, rows: rect.height, headRows: head.rows, lines: lines)
        let room = setting.room(in: geometry, rows: rect.height, headRows: head.rows)
        let columns = ColumnComposer(
            story: story, lines: lines, geometry: geometry, grid: grid, origin: origin, house: house,
            left: left, topRow: top)
        var passages: [Passage] = []
        passages += head.passages
        for (column, range) in flow.columns.enumerated() {
            passages += columns.passages(of: range, column: column, startRow: room.text[column].lowerBound)
        }
        let pictures = PictureComposer(composer: self, geometry: geometry, room: room)
        passages += pictures.passages()
        var diagnostics = columns.diagnostics(page: page) + head.diagnostics
        diagnostics += pictures.diagnostics(page: page) + partsLeftOut(page)
        let headRoom =
            geometry.strip.map { _ in story.stripHeight(rows: rect.height, grid: grid) }
            ?? geometry.headSpan(setting.head.columns).width
        diagnostics += overfullLines(lines, geometry: geometry, head: headRoom, page: page)
        if story.story.headDirection == .vertical, setting.head.direction == .horizontal {
            diagnostics.append(horizontalHead(page))
        }
        let characters = columns.characters(in: lines.suffix(flow.overset))
        if flow.overset > 0 {
            passages.append(oversetMark(lines: flow.overset, characters: characters))
            diagnostics.append(overset(lines: flow.overset, characters: characters, page: page))
        }
        let fit = StoryFit(
            story: story.story.name, page: page, lines: lines.count, characters: columns.characters(in: lines),
            oversetLines: flow.overset, oversetCharacters: characters,
            white: flow.overset > 0 ? 0 : flow.white.reduce(0, +), setting: setting,
            columns: rect.width, pictures: pictures.fits(),
            picturesLeftOut: story.pictures.count - pictures.fits().count)
        let module = PageModule(kind: .story, name: story.story.name, frame: frame, passages: passages)
        return Warned((module, fit), diagnostics)
    }

    var left: Length { origin.x + grid.x(ofColumn: rect.columns.lowerBound) }
    var top: Int { rect.rows.lowerBound }

    /// The top of a 0-based row of the type area.
    func y(ofRow row: Int) -> Length { origin.y + grid.y(ofRow: row) }

    var frame: Rect {
        Rect(
            x: left, y: y(ofRow: top), width: grid.width(ofColumns: rect.width),
            height: grid.pitch * rect.height)
    }

    /// What was lost stands where the eye looks for it: under the foot of the last column.
    private func oversetMark(lines: Int, characters: Int) -> Passage {
        let foot = frame.maxY
        let width = min(grid.columnWidth, frame.size.width)
        let bar = Rect(x: frame.maxX - width, y: foot + .points(2), width: width, height: grid.pitch - .points(4))
        return Passage(
            .ornament,
            marks: [
                .tint(bar, .process(cyan: 0, magenta: 1000, yellow: 1000, black: 0)),
                .tint(bar.inset(x: .points(1), y: .points(1)), .paper),
                // As many strokes as lines are lost, up to what the bar holds.
            ] + strokes(in: bar, count: lines))
    }

    private func strokes(in bar: Rect, count: Int) -> [Mark] {
        let step = Length.points(3)
        let most = max(1, (bar.size.width - .points(6)) / step)
        return (0..<min(count, most)).map { index in
            .tint(
                Rect(
                    x: bar.minX + .points(3) + step * index, y: bar.minY + .points(2), width: .points(3, 2),
                    height: bar.size.height - .points(4)),
                .process(cyan: 0, magenta: 1000, yellow: 1000, black: 0))
        }
    }

    private func overset(lines: Int, characters: Int, page: Int) -> Diagnostic {
        Diagnostic(
            .error, .storyOverset,
            Phrase(
                zh: "稿件“\(story.story.name)”排不下：多出 \(lines) 行（\(characters) 字）",
                en: "story “\(story.story.name)” does not fit: \(lines) lines (\(characters) characters) over"),
            at: story.story.place,
            page: PagePlace(
                page: page, story: story.story.name, column: rect.columns.upperBound, row: rect.rows.upperBound),
            hint: Phrase(
                zh: "删去约 \(characters) 字，或给它更多的栏、行",
                en: "cut about \(characters) characters, or give it more columns or rows"))
    }

    private func horizontalHead(_ page: Int) -> Diagnostic {
        Diagnostic(
            .warning, .keyIgnored,
            Phrase(
                zh: "head：这里排不下竖题，排成横题", en: "`head`: no vertical head fits here; this one is horizontal"),
            at: story.story.place, page: PagePlace(page: page, story: story.story.name),
            hint: Phrase(
                zh: "竖题要两栏以上的宽度，并与题长相当的高度",
                en: "it needs two columns or more, and about the head's length in height"))
    }

    private func unplaceable(_ page: Int) -> Diagnostic {
        Diagnostic(
            .error, .planInvalid,
            Phrase(
                zh: "版面计划里“\(story.story.name)”分成 \(setting.innerColumns) 栏，每栏不足四字",
                en:
                    "the plan sets “\(story.story.name)” in \(setting.innerColumns) columns of less than four characters"
            ),
            at: story.story.place, page: PagePlace(page: page, story: story.story.name))
    }
}
