/// A story with all its type shaped: it answers often and cheaply how deep it runs in a measure, with the very line
/// breaker that later sets it.
public struct MeasuredStory: Sendable {
    public var story: Story
    public var head: MeasuredHead
    public var parts: [BodyPart]
    public var pictures: [MeasuredPicture]
    public var rules: TextRules
    /// The grid's row.
    public var pitch: Length
    /// Body size.
    public var em: Length
}

/// A picture with its caption shaped.
public struct MeasuredPicture: Sendable {
    public var picture: Picture
    public var caption: ShapedText?
    /// Who made the picture: stands behind the caption where there is room, else flush right below it.
    public var credit: ShapedText?
}

/// Shapes a story in the paper's types.
public func measure<M: TextMeasurer>(
    _ story: Story, at position: Int, in paper: Paper, with measurer: M
) throws(M.Failure) -> MeasuredStory {
    let house = paper.house
    let shaper = BodyShaper(house: house, rules: paper.text, pitch: paper.grid.pitch, measurer: measurer)
    let (style, ladder) = headType(of: story, at: position, house: house)
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
    return MeasuredStory(
        story: story, head: head, parts: try shaper.parts(of: story), pictures: pictures, rules: paper.text,
        pitch: paper.grid.pitch, em: paper.grid.body)
}

/// The type of a story's head. Song and Hei take turns, so that neighbours differ in face as well as in size.
private func headType(of story: Story, at position: Int, house: HouseStyle) -> (FontStyle, HeadLadder) {
    let priority = min(5, max(1, story.priority))
    let role: Role =
        switch priority {
        case 5: .leadHeadline
        case 4: .secondHeadline
        case 3: .headline
        default: .briefHeadline
        }
    var style = house[role].font
    if priority == 3, position % 2 == 1 {
        let other = house[.briefHeadline].font
        style = FontStyle(families: other.families, weight: max(500, other.weight), size: style.size)
    }
    return (style, house.ladders[priority]!)
}
