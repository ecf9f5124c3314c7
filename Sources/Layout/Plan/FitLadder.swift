/// The steps by which a subeditor makes copy fit, in their order.
public enum FitRung: String, Sendable, CaseIterable {
    /// As it would be set by itself: the head that its rank likes best, pictures whole, columns of the page.
    case plain
    /// Pictures are cropped.
    case crop
    /// A picture stands a column wider or narrower.
    case picture
    /// Deck, pictures and pull quote, where the copy lets them go.
    case optional
    /// The head in another size, in other lines, in another place, with white around it.
    case head
    /// 破栏.
    case inner
    /// Paragraphs are a line longer or shorter.
    case looseness
    /// Rows come before crossheads and byline.
    case rows
    /// The story is cut from the bottom, as `keep:` allows.
    case cut
    /// It goes on on another page, as `jump:` allows.
    case jump
}

/// What a story's rectangle comes to with all steps up to one.
public struct FitStep: Hashable, Sendable {
    public var rung: FitRung
    /// nil: it cannot be set so at all; its head is higher than its place.
    public var fit: Placement.Fit?
    public var setting: StorySetting?
    /// Whether its columns are full and all text has room.
    public var isGood: Bool
    /// The characters and the text that find no room.
    public var lostCharacters = 0
    public var lostText = ""
}

/// Climbs the ladder for one story in one rectangle, by the search that plans pages: each step may do what all before it may,
/// and one thing more, within the paper's limits. It ends with the step that makes the story fit, or with the last.
///
/// - Parameters:
///   - rect: its place on the page.
///   - setting: how the story is set there now: the ladder begins with its kind of arrangement (a picture over the head, a frame).
/// - Returns: the steps that change something for this story; the first is `plain`.
public func fitLadder(
    of story: MeasuredStory, in rect: GridRect, setting: StorySetting, on grid: PageGrid, costs: FillCosts
) -> [FitStep] {
    // A part of a story on two pages is a story by itself.
    let story = setting.extent.isPart ? story.version(setting.extent) ?? story : story
    let ladder = FitLadder(story: story, columns: rect.width, rows: rect.height, grid: grid, costs: costs)
    guard let start = ladder.start(setting.arrangement) ?? ladder.start(.plain) else { return [] }
    let kind = start.arrangement
    var steps: [FitStep] = []
    for rung in FitRung.allCases {
        let step = ladder.step(rung, from: start, kind)
        // What does not apply to the story, or helps nothing, is no step.
        if let last = steps.last, last.setting == step.setting, last.fit == step.fit { continue }
        steps.append(step)
        if step.isGood { break }
    }
    return steps
}

private struct FitLadder {
    let story: MeasuredStory
    let columns: Int
    let rows: Int
    let grid: PageGrid
    let costs: FillCosts

    private func search(_ rung: FitRung) -> FillSearch {
        var story = story
        story.limits = story.limits.upTo(rung)
        return FillSearch(story: story, columns: columns, grid: grid, costs: costs, store: StoryLineStore(story))
    }

    private func ways(_ rung: FitRung, _ kind: Arrangement?) -> [FillSearch.Way] {
        let search = search(rung)
        var ways = search.plain + search.others
        if story.limits.verticalHeads || story.story.headDirection == .vertical {
            ways += search.downWays(rows: rows)
        }
        if rung >= .inner { ways += search.broken + search.legs }
        if rung >= .cut { ways += search.cut }
        if rung >= .jump { ways += search.jumpWays() }
        return ways.filter { kind == nil || $0.arrangement == kind }
    }

    /// The way that would be taken if nothing had to fit: its head as its rank likes it best, its picture of about a third of
    /// the place.
    func start(_ kind: Arrangement) -> FillSearch.Way? {
        func price(_ way: FillSearch.Way) -> Int {
            guard way.across > 0 else { return way.baseCost }
            let share = way.naturalRows * way.share.part * 100 / max(1, rows * way.share.whole)
            return way.baseCost
                + pictureCost(rows: way.naturalRows, natural: way.naturalRows, share: share, costs: costs)
        }
        return ways(kind == .legs ? .inner : .plain, kind).filter { $0.isWhole(story) }.min {
            price($0) < price($1)
        }
    }

    func step(_ rung: FitRung, from start: FillSearch.Way, _ kind: Arrangement) -> FitStep {
        let admitted = ways(rung, rung >= .head ? nil : kind).filter { way in
            let picture = way.source.picture?.columns
            let isSamePicture = picture == start.source.picture?.columns || way.source.picture == nil
            var head = way.source.head
            head.hasDeck = start.source.head.hasDeck
            return (rung >= .picture || isSamePicture) && (rung >= .optional || way.isWhole(story))
                && (rung >= .head || head == start.source.head)
        }
        let search = search(rung)
        var choice = search.choice(rows: rows)
        choice.add(admitted)
        guard let fill = choice.found() else {
            return FitStep(rung: rung, fit: nil, setting: nil, isGood: false)
        }
        let lost = fill.overset > 0 ? lines(lostIn: fill, of: search.story) : []
        let fit = Placement.Fit(white: fill.white, overset: lost.count, isTorn: fill.isTorn)
        let text = lost.joined()
        return FitStep(
            rung: rung, fit: fit, setting: fill.setting, isGood: fit.isLevel(inner: fill.setting.innerColumns),
            lostCharacters: text.unicodeScalars.count { $0 != " " && $0 != "\n" && $0 != "\u{3000}" },
            lostText: text)
    }

    /// The text of each line that finds no room when the columns are really run through.
    private func lines(lostIn fill: Fill, of story: MeasuredStory) -> [String] {
        let setting = fill.setting
        guard let story = story.version(setting.extent),
            let geometry = story.geometry(columns: columns, rows: rows, setting: setting, grid: grid),
            let headRows = story.headRows(setting.head, in: geometry, rows: rows, grid: grid)
        else { return [] }
        let lines = story.lines(
            story.flowLines(measure: geometry.measure, longer: setting.longer), quoteOver: setting.quote,
            measure: geometry.measure)
        let flow = story.flow(setting, in: geometry, rows: rows, headRows: headRows, lines: lines)
        return lines.suffix(flow.overset).map { story.text(of: $0) }
    }
}

extension FitRung: Comparable {
    public static func < (one: FitRung, other: FitRung) -> Bool {
        allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
    }
}

extension FitLimits {
    /// What may be done up to a step.
    fileprivate func upTo(_ rung: FitRung) -> FitLimits {
        var limits = self
        if rung < .crop { limits.crop = 0 }
        if rung < .optional { limits.pullQuotes = false }
        if rung < .head { limits.white = 0 }
        if rung < .inner { limits.brokenColumns = false }
        if rung < .looseness { (limits.longer, limits.shorter) = (0, 0) }
        if rung < .rows { limits.rows = 0 }
        return limits
    }
}

extension FillSearch.Way {
    /// Whether nothing is left out that the copy has, and no quote is added.
    fileprivate func isWhole(_ story: MeasuredStory) -> Bool {
        source.head.hasDeck && source.quote == nil && (source.picture?.indices.count ?? 0) == story.pictures.count
            && source.extent == story.extent
    }
}

extension FillSearch {
    /// The story's first part, wherever it may go on on another page.
    func jumpWays() -> [Way] {
        guard story.story.forbidden.allows(.jump) else { return [] }
        return story.versions.flatMap { version -> [Way] in
            guard case .jump = version.extent, let part = story.version(version.extent) else { return [] }
            return plainWays(inner: columns, of: StoryLineStore(part), extent: version.extent, cost: costs.cut)
        }
    }
}

extension MeasuredStory {
    /// The text of a row, without marks that the composition adds.
    func text(of line: FlowLine) -> String {
        func text(_ text: ShapedText, _ lines: [Line]) -> String { lines.map { text.text(of: $0.units) }.joined() }
        switch (line.content, parts[line.part]) {
        case (.line(let set), .text(let shaped, _)), (.line(let set), .verse(let shaped)),
            (.line(let set), .byline(let shaped)), (.lineWithByline(let set, _, _), .text(let shaped, _)):
            return text(shaped, [set])
        case (.crosshead(let set), .crosshead(let shaped)), (.verticalLines(let set), .verse(let shaped)):
            return text(shaped, set)
        case (.verticalBand(let band), .vertical(let body)): return text(body.text, band.lines.map(\.line))
        case (.tableRow(let row, _), .table(let table)):
            return table.rows[row].map { $0.text(of: 0..<$0.count) }.joined(separator: " ")
        default: return ""
        }
    }
}
