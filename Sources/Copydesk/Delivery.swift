public import Layout

/// What reading an edition's folder gives: the edition, and the texts it was read from.
public struct Delivery: Sendable {
    /// nil when there is nothing that could be made: no `edition.yaml`, or no date in it.
    public var edition: Edition?
    /// The newspaper's folder, without symbolic links: every path of a `SourcePlace` starts here.
    public var root: String
    /// The issue's folder relative to `root`; empty when they are the same.
    public var issueFolder: String
    /// Every text file that was read, so that a message can show the line it speaks of.
    public var sources: SourceTable

    public init(edition: Edition?, root: String, issueFolder: String, sources: SourceTable) {
        self.edition = edition
        self.root = root
        self.issueFolder = issueFolder
        self.sources = sources
    }
}

/// The lines of the text files that were read, as they were understood: in UTF-8, without marks that
/// could disturb a terminal.
public struct SourceTable: Sendable {
    /// Paths relative to the newspaper's folder, in the order of reading.
    public private(set) var files: [String] = []
    private var lines: [String: [String]] = [:]

    public init() {}

    /// The lines of one file, without their ends; nil when it was not read.
    public subscript(file: String) -> [String]? { lines[file] }

    /// The text of the line that a place means; nil for a whole file or one that was not read.
    public func line(at place: SourcePlace) -> String? {
        guard let lines = lines[place.file], lines.indices.contains(place.line - 1) else { return nil }
        return lines[place.line - 1]
    }

    mutating func add(_ text: String, as file: String) {
        if lines[file] == nil { files.append(file) }
        lines[file] = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

/// How much press takes in before it says no: what keeps a damaged or hostile folder from eating the machine.
public struct ReadingLimits: Sendable {
    /// Bytes of a text file.
    public var textBytes = 4 << 20
    /// Bytes of a picture or an advertisement.
    public var fileBytes = 200_000_000
    /// Bytes of everything together.
    public var totalBytes = 1_000_000_000
    /// Pixels of a picture.
    public var picturePixels = 80_000_000
    /// Stories of an edition.
    public var stories = 2_000
    /// Findings of one file; the rest are counted.
    public var findingsPerFile = 100

    public init() {}
}
