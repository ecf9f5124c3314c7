import Foundation
import Layout
import Yams

/// Reads a plan that `press plan` wrote and a person may have edited; YAML, and so JSON too.
///
/// - Returns: nil when the plan cannot be followed; the diagnostics say where it fails. And the file's lines.
func readPlan(at path: String) -> (plans: Warned<[PagePlan]?>, lines: [String]) {
    guard let data = FileManager.default.contents(atPath: path) else {
        let missing = Diagnostic(
            .error, .fileMissing,
            Phrase(zh: "读不到版面计划", en: "the plan cannot be read"), at: SourcePlace(file: path))
        return (Warned(nil, [missing]), [])
    }
    let text = String(decoding: data, as: UTF8.self)
    return (planFromYAML(text, file: path), text.components(separatedBy: "\n"))
}

func planFromYAML(_ text: String, file: String) -> Warned<[PagePlan]?> {
    var reader = PlanReader(file: file)
    do {
        let root = try Yams.compose(yaml: text)
        let plans = reader.plans(root)
        return Warned(reader.diagnostics.isEmpty ? plans : nil, reader.diagnostics)
    } catch {
        reader.fault(
            .yamlSyntax, nil, Phrase(zh: "YAML 有误：\(error)", en: "this is not YAML: \(error)"))
        return Warned(nil, reader.diagnostics)
    }
}

/// Turns nodes into plans and keeps what is wrong with them.
private struct PlanReader {
    let file: String
    var diagnostics: [Diagnostic] = []

    mutating func plans(_ root: Node?) -> [PagePlan] {
        guard let pages = root?.sequence else {
            invalid(root, Phrase(zh: "计划要是各版的列表", en: "a plan is a list of pages"))
            return []
        }
        return pages.map { page($0) }
    }

    private mutating func page(_ node: Node) -> PagePlan {
        let grid = node["grid"]
        var modules: [Placement] = []
        for module in node["modules"]?.sequence ?? [] { modules.append(placement(module)) }
        return PagePlan(
            page: number("page", in: node), columns: number("columns", in: grid ?? node),
            rows: number("rows", in: grid ?? node), modules: modules)
    }

    private mutating func placement(_ node: Node) -> Placement {
        let name = node["story"]?.string ?? ""
        if name.isEmpty { invalid(node, Phrase(zh: "缺少 story", en: "story is missing")) }
        let rect = GridRect(columns: range("columns", in: node), rows: range("rows", in: node))
        var setting: StorySetting?
        if let head = node["head"] { setting = self.setting(node, head: head, width: rect.width) }
        return Placement(
            Placement.Subject(name: name), in: rect, setting: setting, isPinned: node["pin"]?.bool ?? false)
    }

    private mutating func setting(_ node: Node, head: Node, width: Int) -> StorySetting {
        var pictures: [PictureSetting] = []
        for picture in node["pictures"]?.sequence ?? [] {
            pictures.append(
                PictureSetting(
                    picture: max(0, number("picture", in: picture) - 1), columns: range("columns", in: picture),
                    rows: range("rows", in: picture), isAtTop: picture["top"]?.bool ?? false))
        }
        var setting = StorySetting(
            head: HeadSetting(
                size: size(head), lines: number("lines", in: head),
                direction: direction(head["direction"]),
                columns: head["columns"] == nil ? nil : range("columns", in: head)),
            showsDeck: node["deck"]?.bool ?? true, pictures: pictures,
            innerColumns: node["inner"] == nil ? width : number("inner", in: node),
            extraRows: node["extra"]?.int ?? 0, longer: node["longer"]?.int ?? 0,
            isBoxed: node["box"]?.bool ?? false)
        if node["cut"] != nil { setting.extent = .cut(after: number("cut", in: node)) }
        if node["jump"] != nil { setting.extent = .jump(after: number("jump", in: node)) }
        if node["from"] != nil { setting.extent = .continued(after: number("from", in: node)) }
        return setting
    }

    private mutating func direction(_ node: Node?) -> Story.Direction {
        guard let node else { return .horizontal }
        if let direction = node.string.flatMap(Story.Direction.init) { return direction }
        invalid(node, Phrase(zh: "direction 是 horizontal 或 vertical", en: "direction is horizontal or vertical"))
        return .horizontal
    }

    /// Points, with decimals where need be.
    private mutating func size(_ head: Node) -> Length {
        guard let points = head["size"]?.float, (1...1000).contains(points) else {
            invalid(head["size"] ?? head, Phrase(zh: "size 要是磅数", en: "size is a number of points"))
            return .points(1)
        }
        return Length(scaled: Int((points * Double(Length.unitsPerPoint)).rounded()))
    }

    private mutating func number(_ key: String, in node: Node) -> Int {
        if let number = node[key]?.int, (1...10_000).contains(number) { return number }
        invalid(node[key] ?? node, Phrase(zh: "\(key) 要是从 1 起的整数", en: "\(key) is a whole number from 1"))
        return 1
    }

    /// `3-5`, or `3` for one; 1-based and inclusive.
    private mutating func range(_ key: String, in node: Node) -> Range<Int> {
        let ends = node[key]?.scalar?.string.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if let ends, (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
            first >= 1, first <= last, last <= 10_000
        {
            return first - 1..<last
        }
        invalid(node[key] ?? node, Phrase(zh: "\(key) 写成 1-5 这样", en: "\(key) is written like 1-5"))
        return 0..<1
    }

    private mutating func invalid(_ node: Node?, _ message: Phrase) { fault(.planInvalid, node, message) }

    mutating func fault(_ code: DiagnosticCode, _ node: Node?, _ message: Phrase) {
        let mark = node?.mark
        diagnostics.append(
            Diagnostic(
                .error, code, message,
                at: SourcePlace(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)))
    }
}

extension Placement.Subject {
    /// The inverse of `name`.
    init(name: String) {
        switch name {
        case "nameplate": self = .nameplate
        case "pagehead": self = .pageHead
        case "briefs": self = .briefs
        case "colophon": self = .colophon
        case _ where name.hasPrefix("ad:"): self = .advertisement(String(name.dropFirst(3)))
        default: self = .story(name)
        }
    }
}
