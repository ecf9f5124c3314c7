/// How a story stands in its rectangle: what is at the top, and so what its neighbours meet there.
///
/// Each is one more way for `FillSearch` to fill a rectangle; all but the first keep the head out of a top corner, so that
/// two stories can stand side by side without butting heads (碰题).
enum Arrangement {
    /// The head over everything.
    case plain
    /// A picture as wide as the story over its head.
    case pictureOver
    /// A picture in the top corner, the head over the other columns.
    case pictureLeft, pictureRight
    /// The head over the left columns, text to its right from the top on.
    case wrapped
    /// 围框: a frame that the copy does not ask for.
    case framed

    /// At which top corners the head stands.
    var cornerHeads: Fill.CornerHeads {
        switch self {
        case .plain: .init(left: true, right: true)
        case .pictureOver, .framed: .init(left: false, right: false)
        case .pictureLeft: .init(left: false, right: true)
        case .pictureRight, .wrapped: .init(left: true, right: false)
        }
    }

    func cost(_ costs: FillCosts) -> Int {
        switch self {
        case .plain: 0
        case .pictureOver: costs.pictureOver
        case .pictureLeft, .pictureRight: costs.pictureBeside
        case .wrapped: costs.headWrap
        case .framed: costs.frame
        }
    }
}

extension FillSearch {
    /// A way of filling that lacks only the height: numbers, because thousands are looked at.
    struct Way {
        var arrangement: Arrangement
        var inner: Int
        var frameRows: Int
        /// Rows of the head, and how many inner columns it stands over.
        var headRows: Int
        var headSpan: Int
        var lineRows: Int
        /// By how many lines the text can be made longer or shorter.
        var shortest: Int
        var longest: Int
        /// The columns over which pictures stand; 0: there are none.
        var across: Int
        var pictureRows: ClosedRange<Int>
        var naturalRows: Int
        var baseCost: Int
        /// What it is made of.
        var source: Source
    }

    /// The parts of a way.
    final class Source {
        let geometry: StoryGeometry
        let lines: StoryLines
        let head: HeadSetting
        let picture: PictureWay?
        let extent: StoryExtent

        init(
            geometry: StoryGeometry, lines: StoryLines, head: HeadSetting, picture: PictureWay?,
            extent: StoryExtent
        ) {
            self.geometry = geometry
            self.lines = lines
            self.head = head
            self.picture = picture
            self.extent = extent
        }
    }

    /// The head over all columns: set in so many columns, pictures under it at the right.
    func plainWays(inner: Int) -> [Way] { plainWays(inner: inner, of: store, extent: story.extent, cost: 0) }

    /// The same for the story cut from the bottom, wherever the copy allows it.
    func cutWays() -> [Way] {
        guard story.story.forbidden.allows(.cut) else { return [] }
        let full = story.versions.isEmpty ? 0 : store[grid.columnWidth].rows
        return story.versions.flatMap { version -> [Way] in
            guard case .cut = version.extent, let cut = story.version(version.extent) else { return [] }
            let lines = StoryLineStore(cut)
            let lost = max(0, full - lines[grid.columnWidth].rows)
            return plainWays(
                inner: columns, of: lines, extent: version.extent, cost: costs.cut + lost * costs.cutLine)
        }
    }

    private func plainWays(inner: Int, of store: StoryLineStore, extent: StoryExtent, cost: Int) -> [Way] {
        // Text that runs down takes the whole width.
        let isWhole = inner == columns
        let inner = story.runsDown ? 1 : inner
        guard
            let geometry = StoryGeometry(columns: columns, inner: inner, isBoxed: story.story.isBoxed, grid: grid)
        else { return [] }
        let broken = isWhole ? 0 : costs.brokenColumns
        let pictures = story.pictureWays(in: geometry)
        return headChoices(over: nil, in: geometry).flatMap { head in
            pictures.map { picture in
                way(
                    .plain, geometry, head, span: inner, picture: picture, cost: broken + cost,
                    lines: store[geometry.measure], extent: extent)
            }
        }
    }

    /// Everything else that a story may do with its top corners.
    /// - Parameter only: nil: all of it.
    func otherWays(only: Arrangement? = nil) -> [Way] {
        // The frame that the copy asks for parts the story from its neighbours already.
        guard !story.story.isBoxed,
            let geometry = StoryGeometry(columns: columns, inner: columns, isBoxed: false, grid: grid)
        else { return [] }
        if story.pictures.isEmpty {
            return (only == .framed ? [] : wrappedWays(in: geometry)) + (only == .wrapped ? [] : framedWays())
        }
        // A stack of pictures stays under the head.
        guard story.pictures.count == 1 else { return [] }
        let ways = story.pictureWays(in: geometry).compactMap { $0 }.flatMap { picture -> [Way] in
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
        return only.map { only in ways.filter { $0.arrangement == only } } ?? ways
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

    private func way(
        _ arrangement: Arrangement, _ geometry: StoryGeometry, _ head: HeadChoice, span: Int,
        picture: PictureWay? = nil, cost: Int = 0, lines: StoryLines? = nil, extent: StoryExtent? = nil
    ) -> Way {
        let lines = lines ?? store[geometry.measure]
        return Way(
            arrangement: arrangement, inner: geometry.lefts.count, frameRows: geometry.frameRows,
            headRows: head.rows, headSpan: span, lineRows: lines.rows, shortest: lines.range.lowerBound,
            longest: lines.range.upperBound, across: picture?.columns.count ?? 0,
            pictureRows: picture?.rows ?? 0...0, naturalRows: picture?.naturalRows ?? 0,
            baseCost: head.cost + cost + arrangement.cost(costs) + (picture?.finenessCost(costs) ?? 0)
                + wishCost(head: head.setting, picture: picture),
            source: Source(
                geometry: geometry, lines: lines, head: head.setting, picture: picture,
                extent: extent ?? story.extent))
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
