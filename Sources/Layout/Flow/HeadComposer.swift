/// Sets a story's kicker, headline and deck into whole rows above its columns.
struct HeadComposer {
    let composer: StoryComposer
    let geometry: StoryGeometry

    /// - Returns: the passages and the rows that the head takes, extra rows of white not counted.
    func compose() -> (passages: [Passage], rows: Int) {
        guard
            let option = composer.story.head.option(of: composer.setting.head.size)
                ?? composer.story.head.options.first
        else { return ([], 0) }
        let count = composer.setting.head.lines
        let lines = breaks(of: option, count: count)
        let rows = option.rows(lines: lines.count, measure: geometry.headWidth, pitch: composer.grid.pitch)
        let room = composer.grid.pitch * (rows + composer.setting.extraRows)
        let white = room - option.height(lines: lines.count, measure: geometry.headWidth)
        // A blank row already stands above; the text below wants to be clear of the head.
        var y = composer.y(ofRow: composer.top + geometry.frameRows) + white * 2 / 5
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
            for range in breakLines(deck, into: Measure(width: geometry.headWidth)).map(\.units) {
                passages.append(line(deck, range, top: y, role: .deck))
                y = y + HeadOption.sideLeading.of(em)
            }
            y = y - HeadOption.sideLeading.of(em) + em
        }
        return (passages, rows)
    }

    /// The best lines of that number; when a hand-written plan asks for what the headline cannot give, the nearest number.
    private func breaks(of option: HeadOption, count: Int) -> [Range<Int>] {
        let known = option.breaks.indices.filter { option.breaks[$0] != nil }
        let nearest = known.min { abs($0 + 1 - count) < abs($1 + 1 - count) }
        return nearest.flatMap { option.breaks[$0] } ?? []
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
        let spare = geometry.headWidth - natural
        let isCentred = composer.story.story.priority > 2 || composer.story.story.isBoxed
        let x = composer.left + geometry.headLeft + (isCentred ? spare / 2 : .zero)
        let baseline = top + Fraction(88, 100).of(Length(scaled: text.em))
        return Passage(.text(role, paragraph: 0), marks: text.solidMarks(of: units, x: x, baseline: baseline))
    }
}
