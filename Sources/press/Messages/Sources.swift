import Layout

/// Where the copy stands on disk, and its lines, for messages that show them.
struct Sources: Sendable {
    /// The newspaper's folder as the reader of messages would name it; empty for the current folder.
    var folder: String
    /// By the path that source places use.
    var lines: [String: [String]]
    /// Files that are named from the current folder, not from the newspaper's: a plan.
    private var outsiders: Set<String> = []

    init(folder: String = "", lines: [String: [String]] = [:]) {
        self.folder = folder
        self.lines = lines
    }

    /// Knows a file that lies where the user said, not in the newspaper's folder.
    mutating func add(_ file: String, lines: [String]) {
        self.lines[file] = lines
        outsiders.insert(file)
    }

    /// The way from one absolute folder to another, without the first where the second lies within it.
    static func way(from current: String, to folder: String) -> String {
        let (from, to) = (current.split(separator: "/"), folder.split(separator: "/"))
        let common = zip(from, to).prefix { $0 == $1 }.count
        // Where nothing is shared but the root of the file system, the path itself is clearer.
        guard common > 0 else { return folder }
        return (Array(repeating: "..", count: from.count - common) + to.dropFirst(common)).joined(separator: "/")
    }

    func path(of place: SourcePlace) -> String {
        let isWhole = folder.isEmpty || place.file.hasPrefix("/") || outsiders.contains(place.file)
        return isWhole ? place.file : "\(folder)/\(place.file)"
    }

    /// `file:line:column`, as far as they are known.
    func text(of place: SourcePlace) -> String {
        // The line `Int.max` stands for the end of a file.
        let numbers = [place.line, place.column].prefix { $0 > 0 && $0 < Int.max }
        return ([path(of: place)] + numbers.map { String($0) }).joined(separator: ":")
    }

    func line(of place: SourcePlace) -> String? {
        guard let lines = lines[place.file], lines.indices.contains(place.line - 1) else { return nil }
        return lines[place.line - 1]
    }
}
