import Layout

/// What kind of edition is made.
struct SeededShape {
    var format: Format
    var pages: Int
    var stories: Int
    /// What the stories want of the pages, in thousandths.
    var load: Int
    var hasAdvertisements = false

    enum Format: String { case broadsheet, tabloid }

    var name: String { "\(format.rawValue) \(pages)p \(stories) stories" }

    static let all = [
        SeededShape(format: .broadsheet, pages: 1, stories: 8, load: 1000),
        SeededShape(format: .tabloid, pages: 1, stories: 7, load: 980),
        SeededShape(format: .broadsheet, pages: 2, stories: 18, load: 1020, hasAdvertisements: true),
        SeededShape(format: .tabloid, pages: 2, stories: 14, load: 1010, hasAdvertisements: true),
        SeededShape(format: .broadsheet, pages: 1, stories: 14, load: 990),
        SeededShape(format: .tabloid, pages: 1, stories: 10, load: 1025),
        SeededShape(format: .broadsheet, pages: 1, stories: 25, load: 1000),
        SeededShape(format: .broadsheet, pages: 2, stories: 25, load: 975),
    ]
}

/// Sentences of a real edition.
struct SeededProse {
    let sentences: [String]

    init(_ edition: Edition) {
        var sentences: [String] = []
        for story in edition.stories {
            for case .paragraph(let paragraph) in story.body {
                var open = ""
                for character in paragraph.text {
                    open.append(character)
                    guard "。！？".contains(character) else { continue }
                    if (9...60).contains(open.count), !open.contains(where: { "“”（）".contains($0) }) {
                        sentences.append(open)
                    }
                    open = ""
                }
            }
        }
        self.sentences = sentences
    }

    func paragraphs(_ characters: Int, using random: inout Seeded) -> [String] {
        var paragraphs: [String] = []
        var length = 0
        while length < characters {
            let wanted = min(characters - length, Int.random(in: 60...200, using: &random))
            var text = ""
            while text.count < wanted { text += sentences.randomElement(using: &random)! }
            paragraphs.append(text)
            length += text.count
        }
        return paragraphs
    }

    func headline(using random: inout Seeded) -> String {
        let text = sentences.randomElement(using: &random)!.filter { !"，。！？、：；".contains($0) }
        return String(text.prefix(Int.random(in: 8...16, using: &random)))
    }
}

/// Stories of the sizes that news has, as many lines as make the pages' load.
func seededEdition<M: TextMeasurer>(
    _ shape: SeededShape, seed: Int, prose: SeededProse, measurer: @autoclosure @escaping @Sendable () -> M
) async throws -> Edition {
    var (low, high) = (100, 2_000)
    var best: (edition: Edition, away: Int)?
    while low <= high {
        let scale = (low + high) / 2
        let edition = seededEdition(shape, seed: seed, scale: scale, prose: prose)
        let load = try await MeasuredEdition(edition, with: measurer).load()
        let away = abs(load - shape.load)
        if best.map({ away < $0.away }) ?? true { best = (edition, away) }
        if away <= 5 { break }
        if load < shape.load { low = scale + 1 } else { high = scale - 1 }
    }
    return best?.edition ?? seededEdition(shape, seed: seed, scale: 1_000, prose: prose)
}

/// - Parameter scale: of the stories' lengths, in thousandths.
private func seededEdition(_ shape: SeededShape, seed: Int, scale: Int, prose: SeededProse) -> Edition {
    var random = Seeded(seed * 7 + 100)
    let paper = Paper(
        name: "试验日报", page: shape.format == .tabloid ? .tabloid : .broadsheet,
        grid: shape.format == .tabloid ? .tabloid : .broadsheet)
    var stories: [Story] = []
    for number in 0..<shape.stories {
        let perPage = max(1, shape.stories / shape.pages)
        let rank = number / shape.pages
        let priority =
            number == 0
            ? 5
            : rank <= perPage / 4 ? 4 : rank < perPage * 3 / 4 ? 3 : Int.random(in: 1...2, using: &random)
        let size =
            switch priority {
            case 5: Int.random(in: 1200...2000, using: &random)
            case 4: Int.random(in: 800...1300, using: &random)
            case 3: Int.random(in: 300...900, using: &random)
            default: Int.random(in: 80...200, using: &random)
            }
        let source = SourcePlace(file: "stories/s\(number).md", line: 1)
        let headline = prose.headline(using: &random)
        let hasPicture = priority >= 3 && Int.random(in: 0..<3, using: &random) == 0
        // A generator of its own for each story: its text changes with the scale, the next story's sizes do not.
        var own = Seeded(seed * 1000 + number)
        var story = Story(
            name: "s\(number)", headline: [headline],
            body: prose.paragraphs(max(40, size * scale / 1000), using: &own).map {
                .paragraph(Paragraph([Span($0)], at: source))
            }, place: source)
        story.priority = priority
        story.byline = ["记者 李明"]
        if hasPicture {
            let art = Artwork(
                path: "p\(number).jpg", format: .jpeg, width: 2400, height: 1600, channels: 3, bytes: [])
            story.pictures = [Picture(artwork: art, caption: "图为现场", credit: "李明 摄", place: source)]
        }
        stories.append(story)
    }
    var advertisements: [Advertisement] = []
    if shape.hasAdvertisements {
        advertisements.append(
            Advertisement(
                name: "ad", artwork: nil, page: shape.pages, columns: 3, rows: 20, corner: .bottomRight,
                place: SourcePlace(file: "edition.yaml")))
    }
    return Edition(
        paper: paper, date: CalendarDate(year: 2026, month: 11, day: 23)!, issue: 1,
        pages: Array(repeating: PageCopy(section: "要闻"), count: shape.pages), stories: stories,
        advertisements: advertisements)
}
