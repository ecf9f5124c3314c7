import Layout

/// Where a newspaper's files are.
struct PaperLocation {
    /// The newspaper's folder: the one door to its files.
    var root: String
    /// The issue's folder relative to it.
    var issue: String
    /// The paper file relative to the root; nil when there is none.
    var paper: String?
    /// Why what `paper:` in `edition.yaml` says was not followed.
    var fault: FileProblem?
}

/// Finds the newspaper's folder for an issue: where `paper:` in `edition.yaml` points; else the nearest folder
/// that holds a `paper.yaml`, from the issue's own upwards; else the issue's own.
///
/// `paper:` may climb (`../../paper.yaml`), because the newspaper's folder is what it tells; then only a file
/// named `paper*.yaml` will do, so that it cannot be turned on anything else.
func locatePaper(forIssueAt issue: String) throws(FileProblem) -> PaperLocation {
    let parts = issue.split(separator: "/").map(String.init)
    func location(climbing count: Int, paper: String?) -> PaperLocation {
        PaperLocation(
            root: "/" + parts.dropLast(count).joined(separator: "/"),
            issue: parts.suffix(count).joined(separator: "/"), paper: paper)
    }
    func nearest(because fault: FileProblem? = nil) -> PaperLocation {
        for count in 0...parts.count {
            var here = location(climbing: count, paper: "paper.yaml")
            here.fault = fault
            // A parent that cannot be looked into is not the newspaper's folder; a paper file that cannot be
            // read is, and is reported when it is read in earnest.
            guard let folder = try? Folder(path: here.root) else { continue }
            do throws(FileProblem) { _ = try folder.find("paper.yaml") } catch {
                if case .missing = error { continue }
            }
            return here
        }
        var here = location(climbing: 0, paper: nil)
        here.fault = fault
        return here
    }
    guard let wish = try wishedPaper(in: Folder(path: issue)) else { return nearest() }
    let steps = wish.split(separator: "/").map(String.init).filter { $0 != "." }
    let climbs = steps.prefix { $0 == ".." }.count
    let down = steps.dropFirst(climbs)
    let name = down.last ?? ""
    guard !wish.hasPrefix("/"), climbs <= parts.count, !down.contains(".."), name.hasPrefix("paper"),
        name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    else {
        return nearest(because: .outside)
    }
    let wished = location(climbing: climbs, paper: down.joined(separator: "/"))
    do throws(FileProblem) {
        guard try !Folder(path: wished.root).find(down.joined(separator: "/")).isFolder else { throw .isFolder }
        return wished
    } catch {
        return nearest(because: error)
    }
}

/// What `paper:` in the issue's `edition.yaml` says; its faults are reported when the file is read in earnest.
private func wishedPaper(in folder: Folder) -> String? {
    let desk = Desk(folder: folder, limits: ReadingLimits())
    guard let (file, text) = try? readText("edition.yaml", at: desk),
        let yaml = composeYAML(text, in: file, at: desk), case .mapping(let entries) = yaml.value,
        let entry = entries.first(where: { $0.key == "paper" }), !entry.value.isEmpty,
        case .scalar(let path, _) = entry.value.value
    else { return nil }
    return path
}
