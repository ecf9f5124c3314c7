extension FillSearch {
    /// The head over all columns: set in so many columns, pictures under it at the right.
    func plainWays(inner: Int) -> [Way] {
        withQuote(plainWays(inner: inner, of: store, extent: story.extent, cost: 0))
    }

    /// The same for the story cut from the bottom, wherever the copy allows it.
    func cutWays() -> [Way] {
        guard story.story.forbidden.allows(.cut) else { return [] }
        return story.versions.flatMap { version -> [Way] in
            guard case .cut = version.extent, let cut = story.version(version.extent) else { return [] }
            let lines = StoryLineStore(cut)
            return plainWays(inner: columns, of: lines, extent: version.extent, cost: cutCost(lines))
        }
    }

    func plainWays(inner: Int, of store: StoryLineStore, extent: StoryExtent, cost: Int) -> [Way] {
        // Text that runs down takes the whole width.
        let inner = runsDown ? 1 : inner
        guard
            let geometry = StoryGeometry(columns: columns, inner: inner, isBoxed: story.story.isBoxed, grid: grid)
        else { return [] }
        let pictures = pictureWays(in: geometry)
        return headChoices(over: nil, in: geometry).flatMap { head in
            pictures.map { picture in
                way(
                    .plain, geometry, head, span: inner, picture: picture, cost: cost,
                    lines: store[geometry.measure], extent: extent)
            }
        }
    }

    /// Everything else that a story may do with its top corners, or of it what has one arrangement.
    func otherWays(only arrangement: Arrangement? = nil) -> [Way] {
        if arrangement == .legs { return mayBreakColumns ? legWays() : [] }
        func isAsked(_ other: Arrangement) -> Bool { arrangement.map { $0 == other } ?? true }
        // The frame that the copy asks for parts the story from its neighbours already.
        guard !story.story.isBoxed,
            let geometry = StoryGeometry(columns: columns, inner: columns, isBoxed: false, grid: grid)
        else { return [] }
        let ways = pictureWays(in: geometry).flatMap { picture -> [Way] in
            guard let picture else {
                return (isAsked(.wrapped) ? wrappedWays(in: geometry) : []) + (isAsked(.framed) ? framedWays() : [])
            }
            let across = picture.columns.count
            // A stack of pictures stays under the head.
            guard picture.indices.count == 1 || !picture.beside.isEmpty && across == columns else { return [] }
            if across == columns {
                guard isAsked(.pictureOver) else { return [] }
                return headChoices(over: nil, in: geometry).map {
                    way(.pictureOver, geometry, $0, span: columns, picture: picture)
                }
            }
            let rest = columns - across
            var ways: [Way] = []
            if isAsked(.pictureRight) {
                ways += best(headChoices(over: 0..<rest, in: geometry)).map {
                    way(.pictureRight, geometry, $0, span: rest, picture: picture)
                }
            }
            if isAsked(.pictureLeft) {
                ways += best(headChoices(over: across..<columns, in: geometry)).map {
                    way(.pictureLeft, geometry, $0, span: rest, picture: picture.moved(to: 0..<across))
                }
            }
            return ways
        }
        return withQuote(ways)
    }

    /// Only what is not important enough for its head to stand over all of it.
    private func wrappedWays(in geometry: StoryGeometry) -> [Way] {
        guard columns >= 3, story.story.priority <= 3 else { return [] }
        return ((columns + 1) / 2..<columns).flatMap { span in
            best(headChoices(over: 0..<span, in: geometry)).map { way(.wrapped, geometry, $0, span: span) }
        }
    }

    /// A frame suits what is short and light.
    private func framedWays() -> [Way] {
        guard story.limits.frames, columns <= FillSearch.widestFrame, story.story.priority <= 3,
            let geometry = StoryGeometry(columns: columns, inner: columns, isBoxed: true, grid: grid)
        else { return [] }
        return headChoices(over: nil, in: geometry).map { way(.framed, geometry, $0, span: columns) }
    }

    private static let widestFrame = 4

    /// The heads that are worth a look over part of the columns; a lead, whose head fills a fifth of its place, has more of them.
    private func best(_ heads: [HeadChoice]) -> [HeadChoice] {
        let sorted = heads.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
        return sorted.prefix(story.story.priority >= 5 ? 8 : 3).map(\.element)
    }

    typealias HeadChoice = (setting: HeadSetting, rows: Int, cost: Int)

    /// The head in every size that suits some of the columns; nil: all of them.
    func headChoices(over span: Range<Int>?, in geometry: StoryGeometry) -> [HeadChoice] {
        let width = geometry.headSpan(span).width
        let settings = story.deckChoices.flatMap {
            story.head.settings(
                in: width, pitch: story.pitch, hasDeck: $0,
                mostLines: (span?.count ?? columns) <= 2 ? mostHeadlineLines : FillSearch.mostLines)
        }
        let largest = story.head.options.last?.size ?? .zero
        // A small head weakens a lead more than others: it is what the page begins with.
        let headStep = costs.headStep * (story.story.priority == 5 ? 2 : 1)
        return settings.map { item in
            let missing = max(0, 75 - item.fill / 10)
            let steps = (largest - item.setting.size).scaled / Length.unitsPerPoint
            // A head that leaves two fifths of its measure open is the wrong one.
            let cost =
                missing * costs.headFill + max(0, 60 - item.fill / 10) * 3 + item.meaning / 8
                + (item.setting.lines - 1) * (item.setting.lines - 1) * costs.headLine
                + max(0, item.deckLines - 2) * costs.deckLine + steps * headStep
            var setting = item.setting
            setting.columns = span
            return (setting, item.rows, cost)
        }
    }

    /// The ways, and each once more with the pull quote, where the text is long enough for one.
    func withQuote(_ ways: [Way]) -> [Way] {
        guard story.limits.pullQuotes, let quote = story.quote else { return ways }
        var known: [Length: SetQuote?] = [:]
        func set(in way: Way) -> SetQuote? {
            let measure = way.source.geometry.measure
            if let set = known[measure] { return set }
            let block = quote.block(in: measure)
            let set = SetQuote(
                block: block, rows: story.rows(of: block), places: story.quotePlaces(in: way.source.lines.plain))
            let suits = way.source.lines.rows >= set.rows * 4 && !set.places.isEmpty
            known[measure] = .some(suits ? set : nil)
            return suits ? set : nil
        }
        return ways + ways.compactMap { way in set(in: way).map { way.with($0, cost: costs.pullQuote) } }
    }
}

extension MeasuredStory {
    /// With its deck, and without where the copy allows it.
    var deckChoices: [Bool] {
        let hasDeck = head.options.first.map { !$0.deck.isEmpty } ?? false
        return hasDeck && story.mayOmitDeck ? [true, false] : [true]
    }
}
