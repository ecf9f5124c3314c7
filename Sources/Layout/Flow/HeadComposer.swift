/// Sets a story's kicker, headline and deck into whole rows above its columns.
struct HeadComposer {
    let composer: StoryComposer
    let geometry: StoryGeometry

    /// Where the head stands across.
    private var span: (left: Length, width: Length) { geometry.headSpan(composer.setting.head.columns) }

    /// - Returns: the passages and the rows that the head takes, extra rows of white not counted.
    func compose(page: Int) -> (passages: [Passage], rows: Int, diagnostics: [Diagnostic]) {
        guard
            let option = composer.story.head.option(of: composer.setting.head.size)
                ?? composer.story.head.options.first
        else { return ([], 0, []) }
        let lines = option.lines(composer.setting.head.lines, in: span.width)
        let rows = option.rows(lines: lines.count, measure: span.width, pitch: composer.grid.pitch)
        let room = composer.grid.pitch * (rows + composer.setting.extraRows)
        let white = room - option.height(lines: lines.count, measure: span.width)
        // A blank row already stands above; the text below wants to be clear of the head.
        let top = composer.setting.room(in: geometry, rows: composer.rect.height, headRows: rows).headRow
        var y = composer.y(ofRow: composer.top + top) + white * 2 / 5
        var passages: [Passage] = []
        if let kicker = option.kicker {
            let em = Length(scaled: kicker.em)
            passages.append(line(kicker, 0..<kicker.count, top: y, role: .kicker))
            y = y + HeadOption.sideLeading.of(em)
        }
        var marks: [Mark] = []
        for range in lines {
            marks += line(option.text, range, top: y, role: .headline).marks
            y = y + HeadOption.leading.of(option.size)
        }
        y = y + option.size - HeadOption.leading.of(option.size)
        passages.append(Passage(.text(headRole, paragraph: 0), marks: marks))
        for deck in option.deck {
            let em = Length(scaled: deck.em)
            y = y + HeadOption.sideLeading.of(em) - em
            for range in breakLines(deck, into: Measure(width: span.width)).map(\.units) {
                passages.append(line(deck, range, top: y, role: .deck))
                y = y + HeadOption.sideLeading.of(em)
            }
            y = y - HeadOption.sideLeading.of(em) + em
        }
        let widest = lines.map { option.text.totals(of: option.text.trimmed($0)).natural }.max() ?? 0
        let isTooWide =
            widest > span.width.scaled || !option.fits(lines: lines.count, in: span.width)
        return (passages, rows, isTooWide ? [overfull(page)] : [])
    }

    private func overfull(_ page: Int) -> Diagnostic {
        Diagnostic(
            .warning, .headlineOverfull,
            Phrase(
                zh: "主题太长，最小的字号也要排成许多行", en: "the headline is too long for its place even in its smallest size"),
            at: composer.story.story.place, page: PagePlace(page: page, story: composer.story.story.name),
            hint: Phrase(zh: "改短主题，或给稿件更多的栏", en: "shorten it, or give the story more columns"))
    }

    private var headRole: Role {
        switch composer.story.story.priority {
        case 5...: .leadHeadline
        case 4: .secondHeadline
        case 3: .headline
        default: .briefHeadline
        }
    }

    /// One line, centred over the story; briefs stand flush left.
    private func line(_ text: ShapedText, _ units: Range<Int>, top: Length, role: Role) -> Passage {
        let natural = Length(scaled: text.totals(of: text.trimmed(units)).natural)
        let spare = span.width - natural
        let isCentred = composer.story.story.priority > 2 || composer.story.story.isBoxed
        let x = composer.left + span.left + (isCentred ? spare / 2 : .zero)
        let baseline = top + Length(scaled: text.em).emAscent
        return Passage(.text(role, paragraph: 0), marks: text.solidMarks(of: units, x: x, baseline: baseline))
    }
}
