@testable import Layout

/// An edition as newsrooms fill them: many briefs of 80 to 200 characters, ordinary stories of 300 to 900, a lead of 1200 to
/// 2500 (a third of it on the small pages of these tests), all together about what the pages hold.
///
/// - Parameter isMixed: everything that copy may hold, not paragraphs of Han alone: see `RandomBody`.
func randomNewspaper(seed: UInt64, isSmall: Bool = true, isMixed: Bool = false) -> Edition {
    var random = SeededGenerator(seed: seed &+ 1_000)
    // A page of five columns of thirteen characters and sixty rows holds a third of a broadsheet.
    let small = PageGrid(
        columns: 5, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 60)
    let grid = isSmall ? small : .broadsheet
    let share = isSmall ? 3 : 1
    let pages = Int.random(in: 1...2, using: &random)
    let capacity = pages * grid.columns * (grid.rows - 6) * 12
    let wanted = capacity * Int.random(in: 88...104, using: &random) / 100
    var stories: [Story] = []
    var sum = 0
    while sum < wanted {
        let chance = Int.random(in: 0..<100, using: &random)
        let (priority, size): (Int, Int) =
            if stories.count < pages {
                (stories.isEmpty ? 5 : 4, Int.random(in: 1_200...2_500, using: &random) / share)
            } else if chance < 45 {
                (Int.random(in: 1...2, using: &random), Int.random(in: 80...200, using: &random))
            } else {
                (3, Int.random(in: 300...900, using: &random) / (isSmall ? 2 : 1))
            }
        var story = newsStory(stories.count, priority: priority, size: size, pages: pages, using: &random)
        if isMixed { mix(&story, size: size, using: &random) }
        stories.append(story)
        // With its head, and a picture as large as a third of it.
        sum += (size + [0, 90, 100, 180, 330, 650][priority]) * (story.pictures.isEmpty ? 1 : 2)
    }
    return Edition(
        paper: Paper(name: "试验日报", grid: grid, colophon: Colophon(unit: "试验报社")),
        date: CalendarDate(year: 2026, month: 11, day: 23)!, issue: 1,
        pages: Array(repeating: PageCopy(section: "要闻"), count: pages), stories: stories)
}

private func newsStory(
    _ number: Int, priority: Int, size: Int, pages: Int, using random: inout SeededGenerator
) -> Story {
    let place = SourcePlace(file: "stories/s\(number).md", line: 1)
    var body: [Block] = []
    var length = 0
    while length < size {
        let text = newsParagraph(min(size - length, Int.random(in: 60...200, using: &random)), using: &random)
        body.append(.paragraph(Paragraph([Span(text)], at: place)))
        length += text.count
    }
    let head = "今日要闻二三事各地纷纷来报道新鲜事".prefix(Int.random(in: 6...16, using: &random))
    var story = Story(name: "s\(number)", headline: [String(head)], body: body, place: place)
    story.priority = priority
    if Bool.random(using: &random) { story.byline = ["记者 李明"] }
    if priority >= 4, Bool.random(using: &random) { story.deck = ["副题一行"] }
    if priority >= 3, Int.random(in: 0..<3, using: &random) == 0 {
        let art = Artwork(path: "p\(number).jpg", format: .jpeg, width: 2000, height: 1300, channels: 3, bytes: [])
        story.pictures = [Picture(artwork: art, caption: "图为现场", credit: "李明 摄", place: place)]
    }
    if number < 3, Int.random(in: 0..<4, using: &random) == 0 { story.keep = size / 2 }
    if pages == 2, number == 0, Bool.random(using: &random) { (story.page, story.jump) = (1, 2) }
    return story
}

/// Sentences of Han with marks and figures, about so many characters together.
func newsParagraph(_ length: Int, using random: inout SeededGenerator) -> String {
    var text = ""
    while text.count < length {
        for clause in 0..<Int.random(in: 1...4, using: &random) {
            if clause > 0 { text += ["，", "、", "，", "；"].randomElement(using: &random)! }
            for _ in 0..<Int.random(in: 4...13, using: &random) {
                text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA0, using: &random))!)
            }
            if Int.random(in: 0..<9, using: &random) == 0 { text += "“汉字”" }
            if Int.random(in: 0..<9, using: &random) == 0 { text += "2026年" }
        }
        text += "。"
    }
    return text
}
