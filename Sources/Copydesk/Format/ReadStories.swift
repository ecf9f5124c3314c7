import Layout

/// Reads every `.md` file in the issue's `stories` folder, in the order of their names.
func readStories(in issue: String, on grid: PageGrid, pages: [PageCopy], at desk: Desk) -> [Story] {
    let folder = issue.isEmpty ? "stories" : issue + "/stories"
    var files: [String] = []
    do throws(FileProblem) {
        let found = try desk.folder.find(folder)
        guard found.isFolder else { throw .isFile }
        for name in names(in: found.descriptor) where !name.hasPrefix(".") {
            if name.hasSuffix(".md") {
                files.append(name)
            } else if !name.hasSuffix("~") {
                desk.report(
                    .warning, .fileIgnored, at: SourcePlace(file: folder + "/" + name),
                    zh: "不是稿件（.md），没有读", en: "not a story (.md); it was not read")
            }
        }
    } catch {
        if case .missing = error {} else { desk.report(error, folder, at: nil) }
    }
    if files.count > desk.limits.stories {
        desk.report(
            .error, .fileTooLarge, at: nil, zh: "稿件太多：\(files.count) 篇，上限 \(desk.limits.stories) 篇",
            en: "too many stories: \(files.count); the limit is \(desk.limits.stories)")
        files.removeLast(files.count - desk.limits.stories)
    }
    let stories = files.compactMap { name -> Story? in
        do throws(FileProblem) {
            let (file, text) = try readText(name, from: folder, at: desk)
            let story = StoryFile(text, name: withoutEnding(name), file: file, issue: issue)
            return readStory(story, on: grid, pages: pages, at: desk)
        } catch {
            desk.report(error, folder + "/" + name, at: nil)
            return nil
        }
    }
    if stories.isEmpty {
        desk.report(
            .error, .editionEmpty, at: nil, zh: "这一期没有稿件", en: "the edition has no stories",
            hint: Phrase(
                zh: "把稿件放进 \(folder)/，文件名以 .md 结尾", en: "put stories into \(folder)/, with names that end in .md"))
    }
    return stories
}

/// A story's file, parted into front matter and body.
struct StoryFile {
    var name: String
    var file: String
    /// The issue's folder: pictures are looked for from there.
    var issue: String
    /// nil when the file has none.
    var frontMatter: String?
    /// The line that the front matter's first line is.
    var frontLine = 2
    /// Whether the closing `---` was found.
    var isClosed = true
    var body: String
    var bodyLine = 1

    init(_ text: String, name: String, file: String, issue: String) {
        (self.name, self.file, self.issue) = (name, file, issue)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func isFence(_ line: Substring) -> Bool {
            line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " }
        }
        let blanks = lines.prefix { trimmed($0).isEmpty }.count
        guard blanks < lines.count, isFence(lines[blanks]) else {
            body = text
            return
        }
        let start = blanks + 1
        frontLine = start + 1
        var end = lines[start...].firstIndex { isFence($0) || $0 == "..." }
        isClosed = end != nil
        end = end ?? lines[start...].firstIndex { trimmed($0).isEmpty } ?? lines.count
        let stop = end ?? lines.count
        frontMatter = lines[start..<stop].joined(separator: "\n")
        let rest = min(stop + 1, lines.count)
        body = lines[rest...].joined(separator: "\n")
        bodyLine = rest + 1
    }
}
