/// Sets a story's vertical head (竖题) into the strip beside its columns: kicker, headline and deck as one block of lines
/// that run down, from left to right when the head stands left of its text, else from right to left.
struct VerticalHeadComposer {
    let composer: StoryComposer
    let geometry: StoryGeometry
    let strip: HeadStrip

    func compose(page: Int) -> (passages: [Passage], rows: Int, diagnostics: [Diagnostic]) {
        guard let option = composer.story.head.option(for: composer.setting.head) else { return ([], 0, []) }
        let height = composer.story.stripHeight(rows: composer.rect.height, grid: composer.grid)
        let count = composer.setting.head.lines
        let lines = option.lines(count, in: height)
        let tracking = option.tracking(of: lines, in: height)
        // All lines of the headline begin at one height, in the middle of the strip as a block.
        let longest = lines.map { option.width(of: $0, tracking: tracking) }.max() ?? 0
        let headTop = top + max(.zero, height - Length(scaled: longest)) / 2
        let white = strip.width - option.height(lines: lines.count, measure: height)
        // Nearer to the column's outer edge than to the text.
        var x = composer.left + strip.left + (runsRight ? white * 2 / 5 : strip.width - white * 2 / 5)
        func take(_ width: Length) -> Length {
            defer { x = runsRight ? x + width : x - width }
            return runsRight ? x + width / 2 : x - width / 2
        }
        func side(_ side: HeadSide, _ role: Role) -> Passage {
            let marks = side.lines(in: height).flatMap { range in
                let line = side.text.trackedLine(of: range, tracking: 0)
                let spare = max(.zero, height - Length(scaled: line.measure))
                // A kicker begins where the headline does, a deck ends in the middle of what is left.
                let shift = role == .kicker ? min(spare, headTop - top) : spare / 2
                return side.text.verticalMarks(
                    of: line, centre: take(HeadOption.sideLeading.of(side.em)), top: top + shift)
            }
            return Passage(.text(role, paragraph: 0), marks: marks)
        }
        var passages: [Passage] = []
        if let kicker = option.kicker { passages.append(side(kicker, .kicker)) }
        let marks = lines.enumerated().flatMap { index, range in
            let line = option.text.trackedLine(of: range, tracking: tracking)
            let centre = take(option.size)
            if index < lines.count - 1 { _ = take(HeadOption.leading.of(option.size) - option.size) }
            return option.text.verticalMarks(of: line, centre: centre, top: headTop)
        }
        passages.append(Passage(.text(composer.story.story.headRole, paragraph: 0), marks: marks))
        passages += option.deck.map { side($0, .deck) }
        return (passages, 0, option.fits(lines: lines.count, in: height) ? [] : [composer.headOverfull(page)])
    }

    private var runsRight: Bool { composer.story.headSide == .left }

    /// The top of the first row's letters.
    private var top: Length {
        composer.y(ofRow: composer.top + geometry.frameRows) + (composer.grid.pitch - composer.grid.body) / 2
    }
}
