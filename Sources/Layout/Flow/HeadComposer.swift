/// Sets a story's kicker, headline and deck into whole rows above its columns.
struct HeadComposer {
    let composer: StoryComposer
    let geometry: StoryGeometry

    /// Where the head stands across.
    private var span: (left: Length, width: Length) { geometry.headSpan(composer.setting.head.columns) }

    /// - Returns: the passages and the rows that the head takes, extra rows of white not counted.
    func compose(page: Int) -> (passages: [Passage], rows: Int, diagnostics: [Diagnostic]) {
        guard
            let option = composer.story.head.option(for: composer.setting.head)
                ?? composer.story.head.options.first
        else { return ([], 0, []) }
        let lines = option.lines(composer.setting.head.lines, in: span.width)
        let rows = option.rows(lines: lines.count, measure: span.width, pitch: composer.grid.pitch)
        let white = composer.grid.pitch * rows - option.height(lines: lines.count, measure: span.width)
        // A blank row already stands above; the text below wants to be clear of the head. What white is added stands above
        // it too, so that the head belongs to its text; in a frame around it.
        let top = composer.setting.room(in: geometry, rows: composer.rect.height, headRows: rows).headRow
        let added = composer.grid.pitch * composer.setting.extraRows
        var y =
            composer.y(ofRow: composer.top + top) + white * 2 / 5 + (geometry.frameRows > 0 ? added * 2 / 5 : added)
        var passages: [Passage] = []
        func add(_ side: HeadSide, _ role: Role, spaceAbove: Length) {
            let marks = side.lines(in: span.width).flatMap { range in
                let marks = line(side.text, range, top: y + spaceAbove)
                y = y + HeadOption.sideLeading.of(side.em)
                return marks
            }
            passages.append(Passage(.text(role, paragraph: 0), marks: marks))
        }
        if let kicker = option.kicker { add(kicker, .kicker, spaceAbove: .zero) }
        let tracking = option.tracking(of: lines, in: span.width)
        var marks: [Mark] = []
        for range in lines {
            marks += line(option.text, range, top: y, tracking: tracking)
            y = y + HeadOption.leading.of(option.size)
        }
        y = y + option.size - HeadOption.leading.of(option.size)
        passages.append(Passage(.text(composer.story.story.headRole, paragraph: 0), marks: marks))
        for deck in option.deck { add(deck, .deck, spaceAbove: HeadOption.sideLeading.of(deck.em) - deck.em) }
        let isTooWide = !option.fits(lines: lines.count, in: span.width)
        return (passages, rows, isTooWide ? [composer.headOverfull(page)] : [])
    }

    /// One line, centred over the story; briefs stand flush left, over up to two columns.
    private func line(_ text: ShapedText, _ units: Range<Int>, top: Length, tracking: Int = 0) -> [Mark] {
        let line = text.trackedLine(of: units, tracking: tracking)
        let spare = span.width - Length(scaled: line.measure)
        let half = max(.zero, spare / 2)
        let optical = max(.zero - half, min(half, text.opticalShift(of: line.units)))
        let isCentred = composer.story.story.hasCentredHead || span.width > composer.grid.width(ofColumns: 2)
        let shift = isCentred ? half + optical : .zero
        return text.marks(
            of: line, x: composer.left + span.left + shift, baseline: top + Length(scaled: text.em).emAscent
        )
    }
}

extension ShapedText {
    /// A mark at a line's edge weighs little: a centred line stands where its letters are centred, a bracket counted half, a
    /// stop not at all. Flush left nothing moves: a half-width mark's ink begins where a letter's does.
    func opticalShift(of units: Range<Int>) -> Length {
        guard let first = units.first, let last = units.last, units.count > 2 else { return .zero }
        let left = classes[first] == .opening ? widths[first] : 0
        let right = classes[last].hasTrailingBlank ? widths[last] * (classes[last] == .pause ? 2 : 1) : 0
        return Length(scaled: (right - left) / 4)
    }
}

extension StoryComposer {
    func headOverfull(_ page: Int) -> Diagnostic {
        Diagnostic(
            .warning, .headlineOverfull,
            Phrase(
                zh: "主题太长，最小的字号也要排成许多行", en: "the headline is too long for its place even in its smallest size"),
            at: story.story.place, page: PagePlace(page: page, story: story.story.name),
            hint: Phrase(zh: "改短主题，或给稿件更多的栏", en: "shorten it, or give the story more columns"))
    }
}

extension Story {
    /// The role of its headline.
    var headRole: Role {
        switch priority {
        case 5...: .leadHeadline
        case 4: .secondHeadline
        case 3: .headline
        default: .briefHeadline
        }
    }
}
