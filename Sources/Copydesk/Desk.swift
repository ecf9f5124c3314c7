import Layout

/// The desk that one edition is read at: its folder, what was read, and what was found.
final class Desk {
    let folder: Folder
    let limits: ReadingLimits
    var sources = SourceTable()
    var bytesRead = 0
    /// The keys that the reader asked for, by section: what the format accepts. The schemas are tested against it.
    var accepted: [String: Set<String>] = [:]
    private(set) var findings: [Diagnostic] = []
    private var findingsOf: [String: Int] = [:]
    /// Counted before the limit is.
    private var errorsOf: [String: Int] = [:]

    init(folder: Folder, limits: ReadingLimits) {
        self.folder = folder
        self.limits = limits
    }

    func report(
        _ severity: Severity, _ code: DiagnosticCode, at place: SourcePlace?, zh: String, en: String,
        hint: Phrase? = nil
    ) {
        let file = place?.file ?? ""
        let count = (findingsOf[file] ?? 0) + 1
        findingsOf[file] = count
        if severity == .error { errorsOf[file, default: 0] += 1 }
        guard count <= limits.findingsPerFile else { return }
        findings.append(Diagnostic(severity, code, Phrase(zh: zh, en: en), at: place, hint: hint))
    }

    /// Whether another finding of a file would still be listed.
    func hasRoom(for file: String) -> Bool { (findingsOf[file] ?? 0) < limits.findingsPerFile }

    func hasErrors(in file: String) -> Bool { errorsOf[file] != nil }

    /// Everything that was found, file by file in the order of reading, from top to bottom.
    func diagnostics() -> [Diagnostic] {
        // Files that could not be read and what has no file (the empty name) among them.
        for file in findingsOf.keys.sorted() {
            guard let count = findingsOf[file], count > limits.findingsPerFile else { continue }
            let more = count - limits.findingsPerFile
            findings.append(
                Diagnostic(
                    .error, .findingsCut,
                    Phrase(zh: "另有 \(more) 处问题未列出", en: "\(more) more findings are not listed"),
                    at: file.isEmpty ? nil : SourcePlace(file: file, line: Int.max)))
        }
        let order = Dictionary(uniqueKeysWithValues: sources.files.enumerated().map { ($1, $0 + 1) })
        func key(_ finding: Diagnostic) -> (Int, Int, Int) {
            guard let place = finding.place else { return (0, 0, 0) }
            return (order[place.file] ?? 0, place.line, place.column)
        }
        return findings.enumerated()
            .sorted { a, b in
                let (left, right) = (key(a.element), key(b.element))
                return left != right ? left < right : a.offset < b.offset
            }
            .map { _, finding in
                guard finding.place?.line == Int.max else { return finding }
                var whole = finding
                whole.place?.line = 0
                return whole
            }
    }
}
