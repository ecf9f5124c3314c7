/// How much a finding weighs.
public enum Severity: String, Comparable, Sendable, CaseIterable {
    case note, warning, error

    public static func < (a: Severity, b: Severity) -> Bool {
        allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
}

/// One sentence in the two languages that press speaks.
public struct Phrase: Hashable, Sendable {
    public var zh: String
    public var en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}

/// A stretch of a source file.
public struct SourcePlace: Hashable, Sendable {
    /// The file's path relative to the newspaper's folder, with `/` between its parts.
    public var file: String
    /// 1-based; 0 where the whole file is meant.
    public var line: Int
    /// 1-based, counted in Unicode scalars; 0 where the whole line is meant.
    public var column: Int
    /// How many scalars of the line are meant; at least 1.
    public var length: Int

    public init(file: String, line: Int = 0, column: Int = 0, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
    }
}

/// A place on a finished page, as an editor would point at it.
public struct PagePlace: Hashable, Sendable {
    /// 1-based.
    public var page: Int
    /// The story's name: its file's name without ending.
    public var story: String?
    /// The 1-based basic column and baseline row, where they are known.
    public var column: Int?
    public var row: Int?

    public init(page: Int, story: String? = nil, column: Int? = nil, row: Int? = nil) {
        self.page = page
        self.story = story
        self.column = column
        self.row = row
    }
}

/// Something that an editor should know: what is wrong, where, and what to do.
public struct Diagnostic: Hashable, Sendable {
    public var severity: Severity
    public var code: DiagnosticCode
    public var message: Phrase
    public var place: SourcePlace?
    public var page: PagePlace?
    public var hint: Phrase?

    public init(
        _ severity: Severity, _ code: DiagnosticCode, _ message: Phrase,
        at place: SourcePlace? = nil, page: PagePlace? = nil, hint: Phrase? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.place = place
        self.page = page
        self.hint = hint
    }
}

/// A result together with what was met on the way to it.
public struct Warned<Output> {
    public var output: Output
    public var diagnostics: [Diagnostic]

    public init(_ output: Output, _ diagnostics: [Diagnostic] = []) {
        self.output = output
        self.diagnostics = diagnostics
    }

    public func map<T>(_ transform: (Output) -> T) -> Warned<T> { Warned<T>(transform(output), diagnostics) }
}

extension Warned: Sendable where Output: Sendable {}
