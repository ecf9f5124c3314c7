/// Where the parts of a plan are written, so that what is wrong with one can be pointed at.
public struct PlanPlaces: Sendable {
    private struct Key: Hashable {
        var page: Int
        var subject: Placement.Subject?
    }

    private var places: [Key: SourcePlace] = [:]
    /// Of each page's edits, in their order.
    private var edits: [Int: [SourcePlace]] = [:]

    public init() {}

    /// Where a page begins.
    public subscript(page: Int) -> SourcePlace? {
        get { places[Key(page: page, subject: nil)] }
        set { places[Key(page: page, subject: nil)] = newValue }
    }

    /// Where a module of a page stands in the file.
    public subscript(page: Int, subject: Placement.Subject) -> SourcePlace? {
        get { places[Key(page: page, subject: subject)] }
        set { places[Key(page: page, subject: subject)] = newValue }
    }

    public mutating func add(edit place: SourcePlace, on page: Int) { edits[page, default: []].append(place) }

    func edit(_ index: Int, on page: Int) -> SourcePlace? {
        guard let places = edits[page], places.indices.contains(index) else { return self[page] }
        return places[index]
    }

    /// The diagnostic with its place in the plan, where it has none yet: the module's, else its page's.
    func placing(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.place == nil, let page = diagnostic.page else { return diagnostic }
        var placed = diagnostic
        placed.place = page.story.flatMap { self[page.page, Placement.Subject(name: $0)] } ?? self[page.page]
        return placed
    }
}

extension Placement.Subject {
    /// As the plan's text names it.
    public var name: String {
        switch self {
        case .story(let name): name
        case .advertisement(let name): "ad:\(name)"
        case .nameplate: "nameplate"
        case .contents: "contents"
        case .pageHead: "pagehead"
        case .briefs: "briefs"
        case .colophon: "colophon"
        }
    }

    /// The inverse of `name`.
    public init(name: String) {
        switch name {
        case "nameplate": self = .nameplate
        case "contents": self = .contents
        case "pagehead": self = .pageHead
        case "briefs": self = .briefs
        case "colophon": self = .colophon
        case _ where name.hasPrefix("ad:"): self = .advertisement(String(name.dropFirst(3)))
        default: self = .story(name)
        }
    }
}
