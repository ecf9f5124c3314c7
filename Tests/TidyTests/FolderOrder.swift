/// The order of the folders inside Layout. A file may name the types of its own level and of those before it.
/// What stands on one line is one level; a file that is listed by itself stands there and not with its folder.
let layoutLevels: [[String]] = [
    ["Measure", "Diagnostics"],
    // A paper names its grid and house style, a house style its sizes: one level.
    ["Edition", "Style", "Grid"],
    // A break opportunity carries its cost.
    ["Text"],
    ["Lines"],
    // What plans are made of, without the planner: a measured head offers its settings.
    ["Plan/PagePlan.swift", "Plan/CutTree.swift"],
    ["Stories"],
    ["Inspection"],
    ["Plan"],
    // What pages are made of, without what makes them: the marks that flow writes.
    ["Pages/Page.swift"],
    ["Flow"],
    ["Pages"],
]

/// A type of a later level that a file names.
struct OrderBreach: Hashable, CustomStringConvertible {
    var path: String
    var type: String
    var declaredIn: String

    var description: String { "\(path) names \(type), which \(declaredIn) declares later" }
}

/// Every breach of the order among files under one root (`Sources/Layout/`).
func breaches(of levels: [[String]], in files: [SourceFile], under root: String) -> [OrderBreach] {
    /// The listed file, else its folder.
    func place(_ file: SourceFile) -> String {
        let path = String(file.path.dropFirst(root.count))
        return levels.joined().contains(path) ? path : String(path.prefix { $0 != "/" })
    }
    func level(_ place: String) -> Int? { levels.firstIndex { $0.contains(place) } }

    var homes: [String: String] = [:]
    for file in files {
        for type in declaredTypes(in: file.code) where homes[type] == nil { homes[type] = place(file) }
    }
    return files.flatMap { file -> [OrderBreach] in
        guard let here = level(place(file)) else { return [] }
        return Set(namedTypes(in: file.code)).sorted().compactMap { type in
            guard let home = homes[type], let there = level(home), there > here else { return nil }
            return OrderBreach(path: file.path, type: type, declaredIn: home)
        }
    }
}

/// The types that are declared outside all braces.
private func declaredTypes(in code: String) -> [String] {
    var depth = 0
    var types: [String] = []
    for line in code.split(separator: "\n") {
        if depth == 0,
            let match = line.firstMatch(of: /\b(?:struct|enum|class|actor|protocol|typealias)\s+([A-Z]\w*)/)
        {
            types.append(String(match.1))
        }
        depth += line.count { $0 == "{" } - line.count { $0 == "}" }
    }
    return types
}

/// The capitalized names in the code that do not follow a point.
private func namedTypes(in code: String) -> [String] {
    code.matches(of: /(^|[^.\w])([A-Z]\w*)/).map { String($0.2) }
}
