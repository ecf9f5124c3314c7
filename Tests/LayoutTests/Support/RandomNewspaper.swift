@testable import Layout

/// An edition as newsrooms fill them: stories as long as they really are (`NewsSizes`), together about what the pages hold, with all
/// that front matter may ask for: decks and pictures that may be left out, quotes, boxes, cuts, jumps, sections, wishes and
/// prohibitions, and advertisements.
///
/// - Parameter isMixed: everything that copy may hold, not paragraphs of Han alone: see `RandomBody`.
func randomNewspaper(seed: UInt64, format: NewsFormat = .small, isMixed: Bool = false) -> Edition {
    var random = SeededGenerator(seed: seed &+ 1_000)
    let grid = format.grid
    let pages = [1, 1, 2, 2, 3].randomElement(using: &random)!
    let advertisements = randomAdvertisements(pages: pages, on: grid, using: &random)
    let sold = advertisements.reduce(0) { $0 + $1.columns * ($1.rows + 1) }
    let furniture = grid.columns * 3 * pages + grid.columns * 7
    let capacity = (pages * grid.columns * grid.rows - furniture - sold) * (grid.characters - 1)
    // Verse, tables, lists and readings take more room than their letters say.
    let wanted = capacity * Int.random(in: 88...104, using: &random) / (isMixed ? 140 : 100)
    let sizes = randomSizes(wanted: wanted, pages: pages, share: format.share, using: &random)
    let sections = pages > 1 && Bool.random(using: &random) ? ["要闻", "本市", "要闻"] : ["要闻", "要闻", "要闻"]
    var stories: [Story] = []
    for (number, size) in sizes.enumerated() {
        var story = newsStory(
            number, priority: priority(of: number, size: size * 100 / format.share, pages: pages, using: &random),
            size: size, using: &random)
        if isMixed { mix(&story, size: size, using: &random) }
        addWishes(to: &story, number: number, pages: pages, size: size, using: &random)
        if Int.random(in: 0..<3, using: &random) == 0 {
            story.section = sections[..<pages].randomElement(using: &random)
        }
        stories.append(story)
    }
    return Edition(
        paper: Paper(name: "试验日报", page: format.size, grid: grid, colophon: Colophon(unit: "试验报社")),
        date: CalendarDate(year: 2026, month: 11, day: 23)!, issue: 1,
        pages: sections[..<pages].map { PageCopy(section: $0) }, stories: stories, advertisements: advertisements)
}

/// The sizes of stories that fill so many characters with their heads and pictures, the longest first.
private func randomSizes(wanted: Int, pages: Int, share: Int, using random: inout SeededGenerator) -> [Int] {
    var sizes: [Int] = []
    var sum = 0
    while sum < wanted {
        let size = NewsSizes.draw(NewsSizes.article, using: &random) * share / 100
        sizes.append(size)
        // With its head and deck, and a picture with one in four.
        sum += size * 5 / 4 + min(330, 80 + size / 3)
    }
    return sizes.sorted(by: >)
}

/// The longest leads; what is long is mostly more than a brief, but not always.
private func priority(of number: Int, size: Int, pages: Int, using random: inout SeededGenerator) -> Int {
    if number < pages { return number == 0 ? 5 : 4 }
    let chance = Int.random(in: 0..<6, using: &random)
    if size < 200 { return chance == 0 ? 3 : chance < 4 ? 1 : 2 }
    return chance == 0 ? 4 : chance == 1 ? 2 : 3
}

private func randomAdvertisements(
    pages: Int, on grid: PageGrid, using random: inout SeededGenerator
) -> [Advertisement] {
    (1...pages).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }.map { page in
        Advertisement(
            name: "ad\(page)", artwork: nil, page: page, columns: Int.random(in: 2...grid.columns, using: &random),
            rows: Int.random(in: 6...grid.rows / 5, using: &random),
            corner: [.bottom, .bottomLeft, .bottomRight].randomElement(using: &random)!,
            place: SourcePlace(file: "edition.yaml"))
    }
}

private func newsStory(
    _ number: Int, priority: Int, size: Int, using random: inout SeededGenerator
) -> Story {
    let place = SourcePlace(file: "stories/s\(number).md", line: 1)
    var body: [Block] = []
    var length = 0
    while length < size {
        let wanted = NewsSizes.draw(NewsSizes.paragraph, using: &random)
        // A rest that makes no paragraph goes to this one.
        let text = newsParagraph(size - length < wanted + 13 ? size - length : wanted, using: &random)
        body.append(.paragraph(Paragraph([Span(text)], at: place)))
        length += text.count
    }
    let head = randomHan(NewsSizes.draw(NewsSizes.headline, using: &random), using: &random)
    var story = Story(name: "s\(number)", headline: [head], body: body, place: place)
    story.priority = priority
    if Bool.random(using: &random) { story.byline = ["记者 李明"] }
    if priority >= 3, Int.random(in: 0..<6, using: &random) == 0 { story.kicker = randomHan(8, using: &random) }
    if priority >= 3, Int.random(in: 0..<(priority >= 4 ? 2 : 4), using: &random) == 0 {
        story.deck = (0..<Int.random(in: 1...2, using: &random)).map { _ in
            randomHan(Int.random(in: 6...20, using: &random), using: &random)
        }
        story.mayOmitDeck = Int.random(in: 0..<3, using: &random) == 0
    }
    if priority >= 3, Int.random(in: 0..<4, using: &random) == 0 {
        story.pictures = randomPictures(of: number, at: place, using: &random)
    }
    return story
}

/// One picture, or now and then two or three of which the further ones may go.
private func randomPictures(
    of number: Int, at place: SourcePlace, using random: inout SeededGenerator
) -> [Picture] {
    let count = [1, 1, 1, 2, 3].randomElement(using: &random)!
    let mayGo = Int.random(in: 0..<3, using: &random) == 0
    return (0..<count).map { index in
        let height = [1100, 1300, 1500, 2600].randomElement(using: &random)!
        let art = Artwork(
            path: "p\(number)-\(index).jpg", format: .jpeg, width: 2000, height: height, channels: 3, bytes: [])
        var picture = Picture(artwork: art, caption: "图为现场", credit: "李明 摄", place: place)
        picture.isOptional = mayGo && (index > 0 || count == 1)
        return picture
    }
}

/// What editors write into front matter beside head and text.
private func addWishes(
    to story: inout Story, number: Int, pages: Int, size: Int, using random: inout SeededGenerator
) {
    func one(in chances: Int, _ random: inout SeededGenerator) -> Bool {
        Int.random(in: 0..<chances, using: &random) == 0
    }
    if one(in: 5, &random), size > 100 { story.keep = size * Int.random(in: 50...90, using: &random) / 100 }
    if number < pages - 1, one(in: 2, &random) {
        (story.page, story.jump) = (number + 1, Int.random(in: (number + 2)...pages, using: &random))
    }
    if story.body.count >= 5, one(in: 4, &random), case .paragraph(let first)? = story.body.first {
        let sentence = first.text.prefix { $0 != "。" } + "。"
        if sentence.count < 40 { story.quote = .init(String(sentence), by: "记者", at: story.place) }
    }
    if (2...3).contains(story.priority), one(in: 8, &random) { story.isBoxed = true }
    if story.priority == 1, one(in: 10, &random) { story.isFiller = true }
    if one(in: 12, &random) { story.preference.span = Int.random(in: 1...4, using: &random) }
    if one(in: 20, &random) {
        story.forbidden.knobs = Set(Story.Forbidden.Knob.allCases.filter { _ in Bool.random(using: &random) })
    }
    if number > 2, one(in: 25, &random) { story.columns = Int.random(in: 1...2, using: &random)...4 }
    if number > 2, one(in: 40, &random) { story.pin = .corner(.topRight) }
}

private func randomHan(_ length: Int, using random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<length {
        text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA0, using: &random))!)
    }
    return text
}

/// Sentences of Han with marks and figures, about so many characters together.
func newsParagraph(_ length: Int, using random: inout SeededGenerator) -> String {
    var text = ""
    var count = 0
    while count < length {
        for clause in 0..<Int.random(in: 1...4, using: &random) {
            if clause > 0 { text += ["，", "、", "，", "；"].randomElement(using: &random)! }
            text += randomHan(Int.random(in: 4...13, using: &random), using: &random)
            if Int.random(in: 0..<9, using: &random) == 0 { text += "“汉字”" }
            if Int.random(in: 0..<9, using: &random) == 0 { text += "2026年" }
        }
        text += "。"
        count = text.unicodeScalars.count
    }
    return text
}

/// What happens to copy after the pages are planned: stories that grow and shrink, one that is killed, one that comes late, an
/// advertisement that is withdrawn.
func lateChanges(to edition: Edition, seed: UInt64) -> Edition {
    var random = SeededGenerator(seed: seed &+ 9_000)
    var edition = edition
    for index in edition.stories.indices where Int.random(in: 0..<6, using: &random) == 0 {
        if Bool.random(using: &random) {
            let text = newsParagraph(Int.random(in: 13...80, using: &random), using: &random)
            edition.stories[index].body.append(
                .paragraph(Paragraph([Span(text)], at: edition.stories[index].place)))
        } else if edition.stories[index].body.count > 2 {
            edition.stories[index].body.removeLast()
            while case .crosshead? = edition.stories[index].body.last { edition.stories[index].body.removeLast() }
        }
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: if edition.stories.count > 3 { edition.stories.remove(at: edition.stories.count / 2) }
    case 1:
        let size = Int.random(in: 60...300, using: &random)
        edition.stories.append(newsStory(edition.stories.count + 50, priority: 2, size: size, using: &random))
    case 2: if !edition.advertisements.isEmpty { edition.advertisements.removeLast() }
    default: break
    }
    return edition
}
