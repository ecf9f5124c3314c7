import Layout

/// Many edits together.
struct EditFigures {
    var name: String
    /// What the stories want of the pages, in thousandths.
    var load: Int?
    private var outcomes: [EditOutcome] = []

    init(name: String) { self.name = name }

    mutating func add(_ outcome: EditOutcome) { outcomes.append(outcome) }
    mutating func add(_ other: EditFigures) { outcomes += other.outcomes }

    static let head = Self.line(
        "edition",
        ["load %", "moved %", "of page", "median", "p95", "p99", "most ms"]
            + ["nothing", "same-r.", "same-t.", "subtree", "page"] + ["over", "lines", "white", "holes", "butting"])

    var row: String {
        let times = outcomes.map(\.microseconds).sorted()
        func part(_ share: Int) -> String {
            times.isEmpty ? "" : decimal(times[min(times.count - 1, times.count * share / 100)], 1000)
        }
        func share(_ part: Int, _ whole: Int) -> String { decimal(part * 1000 / max(1, whole), 10) }
        let moved = outcomes.reduce(0) { $0 + $1.moved }
        let rungs: [LadderStep.Rung?] = [nil] + LadderStep.Rung.allCases
        var cells = [load.map { decimal($0, 10) } ?? ""]
        cells += [
            share(moved, outcomes.reduce(0) { $0 + $1.modules }),
            share(moved, outcomes.reduce(0) { $0 + $1.onPage }),
        ]
        cells += [part(50), part(95), part(99), part(100)]
        cells += rungs.map { rung in "\(outcomes.count { $0.rung == rung })" }
        // Edits after which lines find no room that did, those lines, and the most white that one edit left.
        cells += ["\(outcomes.count { $0.over > 0 })", "\(outcomes.reduce(0) { $0 + $1.over })"]
        cells += ["\(outcomes.map(\.white).max() ?? 0)"]
        // Edits after which a column ends more than two rows short that did not, and after which heads butt that did not.
        cells += ["\(outcomes.count { $0.holes > 0 })", "\(outcomes.count { $0.butting > 0 })"]
        return Self.line(name, cells)
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        name + String(repeating: " ", count: max(0, 26 - name.count))
            + cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
    }

    private func decimal(_ value: Int, _ unit: Int) -> String {
        "\(value / unit).\(value % unit * 10 / unit)"
    }
}
