@testable import Layout

/// An edition of invented copy: sizes, spans and pictures as newspapers have them, from a seed.
func randomEdition(seed: UInt64) -> Edition {
    var random = SeededGenerator(seed: seed)
    let isTabloid = Bool.random(using: &random)
    let paper = Paper(
        name: "试验日报", page: isTabloid ? .tabloid : .broadsheet, grid: isTabloid ? .tabloid : .broadsheet,
        colophon: Colophon(unit: "试验报社", cn: "CN 00-0000"))
    let pageCount = Int.random(in: 1...3, using: &random)
    let stories = (0..<Int.random(in: 2...(5 * pageCount + 2), using: &random)).map { number in
        randomStory(number, of: pageCount, using: &random)
    }
    var advertisements: [Advertisement] = []
    if Bool.random(using: &random) {
        advertisements.append(
            Advertisement(
                name: "ad", artwork: nil, page: Int.random(in: 1...pageCount, using: &random),
                columns: Int.random(in: 2...6, using: &random), rows: Int.random(in: 8...20, using: &random),
                corner: [.bottom, .bottomLeft, .bottomRight].randomElement(using: &random)!,
                place: SourcePlace(file: "edition.yaml")))
    }
    return Edition(
        paper: paper, date: CalendarDate(year: 2026, month: 11, day: 23)!, issue: 1,
        pages: Array(repeating: PageCopy(section: "要闻"), count: pageCount), stories: stories,
        advertisements: advertisements)
}

private func randomStory(_ number: Int, of pageCount: Int, using random: inout SeededGenerator) -> Story {
    let place = SourcePlace(file: "stories/s\(number).md", line: 1)
    let paragraphs = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Block.paragraph(Paragraph([Span(randomProse(using: &random))], at: place))
    }
    var story = Story(
        name: "s\(number)", headline: [String("今日要闻二三事各地纷纷来".prefix(Int.random(in: 3...12, using: &random)))],
        body: paragraphs, place: place)
    story.priority = number == 0 ? 5 : Int.random(in: 1...4, using: &random)
    if Bool.random(using: &random) { story.byline = ["记者 李明"] }
    if Int.random(in: 0..<4, using: &random) == 0 { story.deck = ["副题一行"] }
    if Int.random(in: 0..<6, using: &random) == 0 { story.isBoxed = true }
    if Int.random(in: 0..<3, using: &random) == 0 {
        let art = Artwork(path: "p\(number).jpg", format: .jpeg, width: 2000, height: 1300, channels: 3, bytes: [])
        story.pictures = [Picture(artwork: art, caption: "图为现场", credit: "李明 摄", place: place)]
    }
    return story
}
