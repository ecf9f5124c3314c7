public import Layout

/// Reads an issue's folder: `paper.yaml`, `edition.yaml`, stories, pictures and advertisements.
///
/// Bad copy is never an exception: everything that is wrong or doubtful is a diagnostic, all in one run, file by
/// file from top to bottom. What can be used is used: a story without a headline is kept, an advertisement that
/// cannot be read keeps its space. Nothing outside the newspaper's folder is read; nothing is fetched from a network.
///
/// - Parameters:
///   - folder: The issue's folder, or the `edition.yaml` in it.
///   - limits: How much is taken in at most.
public func readEdition(at folder: String, limits: ReadingLimits = ReadingLimits()) -> Warned<Delivery> {
    readIssue(at: folder, limits: limits).result
}

/// `readEdition`, with the keys that were asked for: the schemas are tested against them.
func readIssue(
    at folder: String, limits: ReadingLimits
) -> (result: Warned<Delivery>, accepted: [String: Set<String>]) {
    func failed(_ problem: FileProblem) -> (Warned<Delivery>, [String: Set<String>]) {
        let nothing = Delivery(edition: nil, root: folder, issueFolder: "", sources: SourceTable())
        let phrase = describe(problem, folder)
        return (Warned(nothing, [Diagnostic(.error, problem.code, phrase, hint: hint(for: problem, folder))]), [:])
    }
    do throws(FileProblem) {
        var issue = try realPath(folder)
        if !isFolder(issue), issue.hasSuffix("/edition.yaml") { issue.removeLast("/edition.yaml".count) }
        let location = try locatePaper(forIssueAt: issue)
        let desk = Desk(folder: try Folder(path: location.root), limits: limits)
        let edition = assembleEdition(location, at: desk)
        let delivery = Delivery(
            edition: edition, root: location.root, issueFolder: location.issue, sources: desk.sources)
        return (Warned(delivery, desk.diagnostics()), desk.accepted)
    } catch {
        return failed(error)
    }
}

private func assembleEdition(_ location: PaperLocation, at desk: Desk) -> Edition? {
    let paper = readPaper(location, at: desk)
    let issue = readIssueFile(location, on: paper.grid, at: desk)
    let stories = readStories(in: location.issue, on: paper.grid, pages: issue?.pages ?? [], at: desk)
    guard let issue, let date = issue.date else { return nil }
    return Edition(
        paper: paper, date: date, issue: issue.number, pages: issue.pages, stories: stories,
        advertisements: issue.advertisements)
}
