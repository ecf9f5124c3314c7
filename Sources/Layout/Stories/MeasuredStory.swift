/// A story with all its type shaped: it answers often and cheaply how deep it runs in a measure, with the very line
/// breaker that later sets it.
public struct MeasuredStory: Sendable {
    public var story: Story
    var head: MeasuredHead
    public var parts: [BodyPart]
    var pictures: [MeasuredPicture]
    /// nil: the story has none, or what stands here is only a part of it.
    var quote: MeasuredQuote?
    /// How far it may be fitted.
    var limits = FitLimits()
    var rules: TextRules
    /// The grid's row.
    var pitch: Length
    /// Body size.
    var em: Length
    /// The story cut, or parted between two pages, wherever it may be; the least change first.
    var versions: [StoryVersion] = []
    /// How much of the copy this is.
    var extent = StoryExtent.whole
}

/// A part of a story, shaped.
struct StoryVersion: Sendable {
    var extent: StoryExtent
    var parts: [BodyPart]
    /// nil: the story's own head.
    var head: MeasuredHead?
    /// What does not stand here: characters, spaces not counted, and text.
    var missing: Int
    var missingText: String
    /// 上接第N版, by page; empty where the part is the first.
    var fromLines: [ShapedText] = []
}

/// A picture with its caption shaped.
struct MeasuredPicture: Sendable {
    var picture: Picture
    var caption: ShapedText?
    /// Who made the picture: stands behind the caption where there is room, else flush right below it.
    var credit: ShapedText?
}

/// Shapes a story in the paper's types.
public func measure<M: TextMeasurer>(
    _ story: Story, in paper: Paper, with measurer: M
) throws(M.Failure) -> MeasuredStory {
    let house = paper.house
    let shaper = BodyShaper(house: house, rules: paper.text, pitch: paper.grid.pitch, measurer: measurer)
    let (style, ladder) = headType(of: story, house: house)
    let head = try measureHead(
        of: story, style: style, ladder: ladder, house: house, rules: house.rules(for: .headline, over: paper.text),
        with: measurer)
    var pictures: [MeasuredPicture] = []
    for picture in story.pictures {
        pictures.append(
            MeasuredPicture(
                picture: picture, caption: try shaper.line(picture.caption, .caption),
                credit: try shaper.line(picture.credit, .credit)))
    }
    var measured = MeasuredStory(
        story: story, head: head, parts: try shaper.parts(of: story), pictures: pictures, rules: paper.text,
        pitch: paper.grid.pitch, em: paper.grid.body)
    measured.limits = paper.limits
    if var quote = try shaper.quote(of: story) {
        quote.sources = measured.quoteSources(quote.text)
        measured.quote = quote
    }
    for split in story.cuts {
        var cut = story
        cut.body = split.first
        measured.versions.append(
            StoryVersion(
                extent: .cut(after: split.after), parts: try shaper.parts(of: cut), missing: split.left,
                missingText: split.restText))
    }
    let jumps = story.jumps
    guard let target = story.jump, !jumps.isEmpty else { return measured }
    // The second part has a modest head.
    let small = try measureHead(
        of: continuation(of: story), style: house[.briefHeadline].font, ladder: house.ladders[2]!, house: house,
        rules: paper.text, with: measurer)
    var fromLines: [ShapedText] = []
    // It may begin on any page, however many press or a plan makes.
    for page in 1...mostPages {
        if let line = try shaper.line("（上接第\(page)版）", .jumpLine) { fromLines.append(line) }
    }
    for split in jumps {
        var first = story, rest = story
        (first.body, first.byline) = (split.first, [])
        (rest.body, rest.dateline) = (split.rest, nil)
        // It has no frame there.
        rest.textDirection = .horizontal
        var parts = try shaper.parts(of: first)
        if let line = try shaper.line("（下转第\(target)版）", .jumpLine) { parts.append(.jumpLine(line)) }
        measured.versions.append(
            StoryVersion(
                extent: .jump(after: split.after), parts: parts, missing: split.left, missingText: split.restText))
        measured.versions.append(
            StoryVersion(
                extent: .continued(after: split.after),
                parts: try shaper.parts(
                    of: rest, continued: split.endsParagraph ? .withParagraph : .insideParagraph),
                head: small,
                missing: split.kept, missingText: "", fromLines: fromLines))
    }
    return measured
}

/// The pages of the thickest edition.
private let mostPages = 96

/// What stands over a story's second part: the headline alone.
private func continuation(of story: Story) -> Story {
    var second = story
    (second.kicker, second.deck) = (nil, [])
    return second
}

extension MeasuredStory {
    var hasTable: Bool {
        parts.contains { if case .table = $0 { true } else { false } }
    }

    /// The story as it stands in one place.
    ///
    /// - Parameter page: where its first part stands, for the line that says so; nil: not known yet, about as long.
    /// - Returns: nil where the copy cannot be parted so.
    func version(_ extent: StoryExtent, from page: Int? = nil) -> MeasuredStory? {
        guard extent != .whole, extent != self.extent else { return self }
        guard let version = versions.first(where: { $0.extent == extent }) else { return nil }
        var story = self
        story.parts = version.parts
        story.versions = []
        story.extent = extent
        story.quote = nil
        if let head = version.head {
            story.head = head
            story.pictures = []
            story.story.isBoxed = false
            story.story.priority = min(2, story.story.priority)
            story.story.columns = nil
            story.story.pin = nil
        }
        if let line = version.fromLines.first {
            let index = (page ?? 1) - 1
            let known = version.fromLines.indices.contains(index) ? version.fromLines[index] : line
            story.parts.insert(.jumpLine(known), at: 0)
        }
        return story
    }
}

/// The type of a story's head. Ordinary stories are in Song or Hei, about half of them in each, so that neighbours often
/// differ in face as well as in size. It hangs on the story's name alone: no other story that comes or goes changes it.
func headType(of story: Story, house: HouseStyle) -> (FontStyle, HeadLadder) {
    let priority = min(5, max(1, story.priority))
    let role: Role =
        switch priority {
        case 5: .leadHeadline
        case 4: .secondHeadline
        case 3: .headline
        default: .briefHeadline
        }
    var style = house[role].font
    if priority == 3, story.name.unicodeScalars.reduce(0, { $0 ^ Int($1.value & 1) }) == 1 {
        let other = house[.briefHeadline].font
        style = FontStyle(families: other.families, weight: max(500, other.weight), size: style.size)
    }
    return (style, house.ladders[priority]!)
}
