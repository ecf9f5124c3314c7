import Layout

/// Reads a story: front matter and body. It is kept whatever is wrong with it, so that nothing is lost.
func readStory(_ file: StoryFile, on grid: PageGrid, pages: [PageCopy], at desk: Desk) -> Story {
    let body = readMarkdown(file.body, in: file.file, firstLine: file.bodyLine, at: desk)
    let place = SourcePlace(file: file.file, line: max(1, file.frontMatter == nil ? 1 : file.frontLine - 1))
    var story = Story(name: file.name, headline: [], body: body, place: place)
    if !file.isClosed {
        desk.report(
            .error, .yamlSyntax, at: place, zh: "稿件头没有合上：缺少结尾的 ---",
            en: "the front matter is not closed: --- is missing")
    }
    let yaml = file.frontMatter.flatMap { composeYAML($0, in: file.file, firstLine: file.frontLine, at: desk) }
    if let yaml {
        _ = readGroup(yaml, as: "story", at: desk) { fields in
            readStory(&fields, into: &story, file: file, on: grid, pages: pages)
        }
    }
    if story.headline.isEmpty { reportNoHeadline(&story, file, yaml == nil, desk) }
    if story.body.isEmpty {
        desk.report(.warning, .copyEmpty, at: place, zh: "稿件没有正文", en: "the story has no body")
    }
    return story
}

private func readStory(
    _ fields: inout Fields, into story: inout Story, file: StoryFile, on grid: PageGrid, pages: [PageCopy]
) {
    readFormat(&fields)
    story.headline = fields.texts("headline")
    story.kicker = fields.text("kicker")
    story.deck = fields.texts("deck")
    story.dateline = fields.text("dateline")
    story.byline = fields.texts("byline")
    story.page = readPageNumber(&fields, "page", of: pages.count)
    story.section = readSection(&fields, of: pages)
    story.priority = fields.integer("priority", 1...5) ?? 3
    story.columns = fields.span("columns", 1...grid.columns)
    let direction: Story.Direction? = fields.choice("head")
    story.headDirection = direction ?? .horizontal
    story.mayHeadRunDown = direction == nil
    story.verseDirection = fields.choice("verse") ?? .horizontal
    story.isBoxed = fields.flag("box") ?? false
    story.textDirection = readTextDirection(&fields, of: story)
    story.pictures = fields.groups("pictures", as: "story.pictures") { readPicture(&$0, in: file.issue) }
    readOptionalParts(&fields, into: &story)
    readVerbs(&fields, into: &story, on: grid, pages: pages.count)
    story.jump = readPageNumber(&fields, "jump", of: pages.count)
    story.keep = fields.integer("keep", 1...1_000_000)
    story.initial = fields.integer("initial", 0...4)
    story.isFiller = fields.flag("filler") ?? false
}

/// Text runs down only inside a frame, which parts it from text that runs across, and without tables.
private func readTextDirection(_ fields: inout Fields, of story: Story) -> Story.Direction {
    let direction: Story.Direction = fields.choice("text") ?? .horizontal
    guard direction == .vertical else { return .horizontal }
    if !story.isBoxed {
        fields.desk.report(
            .warning, .keyIgnored, at: fields.place(of: "text"), zh: "text：没有围框的稿件不竖排正文，照横排",
            en: "`text`: only a boxed story runs down; this one runs across",
            hint: Phrase(zh: "加上 box: true", en: "add `box: true`"))
        return .horizontal
    }
    let table = story.body.first { if case .table = $0 { true } else { false } }
    if let table {
        fields.desk.report(
            .warning, .keyIgnored, at: table.place, zh: "text：有表格的稿件不能竖排正文，照横排",
            en: "`text`: a story with a table cannot run down; this one runs across",
            hint: Phrase(
                zh: "把表格改成文字，或去掉 text: vertical", en: "say the table in words, or take `text: vertical` away"))
        return .horizontal
    }
    return .vertical
}

/// A section that some page of the edition has.
private func readSection(_ fields: inout Fields, of pages: [PageCopy]) -> String? {
    guard let section = fields.text("section") else { return nil }
    let known = pages.compactMap(\.section)
    if known.contains(section) { return section }
    let choices = known.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let likely = nearest(section, in: choices)
    fields.desk.report(
        .warning, .valueUnknown, at: fields.place(of: "section"), zh: "本期没有“\(shortened(section))”版，这篇由程序选版",
        en: "no page has the section “\(shortened(section))”: press chooses the page",
        hint: likely.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean “\($0)”?") }
            ?? (choices.isEmpty
                ? Phrase(
                    zh: "在 edition.yaml 的 pages 里写各版的 section",
                    en: "name the pages' sections under `pages` in edition.yaml")
                : Phrase(
                    zh: "有：\(choices.joined(separator: "、"))", en: "there are: \(choices.joined(separator: ", "))"))
    )
    return nil
}

func readPageNumber(_ fields: inout Fields, _ key: String, of pages: Int) -> Int? {
    guard let page = fields.integer(key, 1...96) else { return nil }
    guard pages == 0 || page <= pages else {
        fields.desk.report(
            .error, .storyPageMissing, at: fields.place(of: key), zh: "没有第 \(page) 版：本期共 \(pages) 版",
            en: "there is no page \(page): the edition has \(pages)")
        return nil
    }
    return page
}

private func readPicture(_ fields: inout Fields, in folder: String) -> Picture? {
    fields.require("file", zh: "图片的文件", en: "the picture's file")
    let place = fields.place(of: "file")
    let artwork = fields.text("file").flatMap {
        readArtwork($0, from: folder, for: .picture, named: place, at: fields.desk)
    }
    let caption = fields.text("caption") ?? ""
    let credit = fields.text("credit") ?? ""
    let alternative = fields.text("alt") ?? ""
    let focus = fields.point("focus")
    let isOptional = fields.flag("optional") ?? false
    guard let artwork else { return nil }
    var picture = Picture(
        artwork: artwork, caption: caption, credit: credit, alternative: alternative, focus: focus ?? (500, 500),
        place: place)
    picture.isOptional = isOptional
    return picture
}

/// A story must have a headline. Until it has, it goes by what comes nearest to one: what stands after
/// `headline:` in front matter that could not be read, else the body's first line, else the file's name.
private func reportNoHeadline(_ story: inout Story, _ file: StoryFile, _ isUnreadable: Bool, _ desk: Desk) {
    let written = file.frontMatter?.split(separator: "\n").first { $0.hasPrefix("headline:") }?.dropFirst(9)
    let first = file.body.split(separator: "\n").map { trimmed($0.drop { $0 == "#" }) }.first { !$0.isEmpty }
    let stand =
        [written.map { trimmed($0) }, first, file.name].compactMap { $0 }.first { !$0.isEmpty } ?? file.name
    story.headline = [shortened(stand)]
    // What could not be read has been reported already.
    if isUnreadable, file.frontMatter.map({ !trimmed($0).isEmpty }) ?? false, written != nil { return }
    desk.report(
        .error, .headlineMissing, at: story.place, zh: "稿件没有标题", en: "the story has no headline",
        hint: Phrase(
            zh: "在文件开头写：--- 换行 headline: 标题 换行 ---", en: "start the file with front matter: ---, headline: …, ---"))
}
