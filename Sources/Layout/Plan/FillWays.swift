extension FillSearch {
    /// The head over all columns: set in so many columns, pictures under it at the right.
    func plainWays(inner: Int) -> [Way] { plainWays(inner: inner, of: store, extent: story.extent, cost: 0) }

    /// The same for the story cut from the bottom, wherever the copy allows it.
    func cutWays() -> [Way] {
        guard story.story.forbidden.allows(.cut) else { return [] }
        return story.versions.flatMap { version -> [Way] in
            guard case .cut = version.extent, let cut = story.version(version.extent) else { return [] }
            let lines = StoryLineStore(cut)
            return plainWays(inner: columns, of: lines, extent: version.extent, cost: cutCost(lines))
        }
    }

    private func plainWays(inner: Int, of store: StoryLineStore, extent: StoryExtent, cost: Int) -> [Way] {
        // Text that runs down takes the whole width.
        let inner = story.runsDown ? 1 : inner
        guard
            let geometry = StoryGeometry(columns: columns, inner: inner, isBoxed: story.story.isBoxed, grid: grid)
        else { return [] }
        let pictures = story.pictureWays(in: geometry)
        return headChoices(over: nil, in: geometry).flatMap { head in
            pictures.map { picture in
                way(
                    .plain, geometry, head, span: inner, picture: picture, cost: cost,
                    lines: store[geometry.measure], extent: extent)
            }
        }
    }

    /// Everything else that a story may do with its top corners.
    func otherWays() -> [Way] {
        // The frame that the copy asks for parts the story from its neighbours already.
        guard !story.story.isBoxed,
            let geometry = StoryGeometry(columns: columns, inner: columns, isBoxed: false, grid: grid)
        else { return [] }
        if story.pictures.isEmpty { return wrappedWays(in: geometry) + framedWays() }
        // A stack of pictures stays under the head.
        guard story.pictures.count == 1 else { return [] }
        return story.pictureWays(in: geometry).compactMap { $0 }.flatMap { picture -> [Way] in
            let across = picture.columns.count
            if across == columns {
                return headChoices(over: nil, in: geometry).map {
                    way(.pictureOver, geometry, $0, span: columns, picture: picture)
                }
            }
            let rest = columns - across
            return best(headChoices(over: 0..<rest, in: geometry)).map {
                way(.pictureRight, geometry, $0, span: rest, picture: picture)
            }
                + best(headChoices(over: across..<columns, in: geometry)).map {
                    way(.pictureLeft, geometry, $0, span: rest, picture: picture.moved(to: 0..<across))
                }
        }
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
        guard columns <= FillSearch.widestFrame, story.story.priority <= 3,
            let geometry = StoryGeometry(columns: columns, inner: columns, isBoxed: true, grid: grid)
        else { return [] }
        return headChoices(over: nil, in: geometry).map { way(.framed, geometry, $0, span: columns) }
    }

    private static let widestFrame = 4

    private func best(_ heads: [HeadChoice]) -> [HeadChoice] {
        Array(heads.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.prefix(3))
            .map(\.element)
    }

    typealias HeadChoice = (setting: HeadSetting, rows: Int, cost: Int)

    /// The head in every size that suits some of the columns; nil: all of them.
    func headChoices(over span: Range<Int>?, in geometry: StoryGeometry) -> [HeadChoice] {
        let settings = story.head.settings(in: geometry.headSpan(span).width, pitch: story.pitch)
        let largest = story.head.options.last?.size ?? .zero
        return settings.map { item in
            let missing = max(0, 75 - item.fill / 10)
            let steps = (largest - item.setting.size).scaled / Length.unitsPerPoint
            // A head that leaves two fifths of its measure open is the wrong one.
            let cost =
                missing * costs.headFill + max(0, 60 - item.fill / 10) * 3 + item.meaning / 8
                + (item.setting.lines - 1) * costs.headLine + steps * costs.headStep
            var setting = item.setting
            setting.columns = span
            return (setting, item.rows, cost)
        }
    }
}
