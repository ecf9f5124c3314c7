import Layout
import Testing

@testable import Copydesk

/// `tree:` of a plan's page.
@Suite struct PlanTreeTests {
    /// A page of a, b, c and “d e”, with or without their rectangles; the tree's value stands in line 8 from column 9 on.
    private func plan(_ tree: String, hasPlaces: Bool = false) -> String {
        func place(_ columns: String, _ rows: String) -> String {
            hasPlaces ? ", columns: \(columns), rows: \(rows)" : ""
        }
        return """
            - page: 1
              grid: { columns: 8, rows: 60 }
              modules:
                - { story: a\(place("1-8", "1-19")) }
                - { story: b\(place("1-5", "21-60")) }
                - { story: c\(place("6-8", "21-40")) }
                - { story: d e\(place("6-8", "42-60")) }
              tree: \(tree)
            """
    }

    private func finding(_ text: String) -> String {
        let read = readPlan(text, file: "plan.yaml")
        return read.diagnostics.map {
            let place = $0.place.map { "\($0.line):\($0.column)+\($0.length)" } ?? ""
            return "\($0.severity.rawValue) \($0.code.rawValue) \(place) \($0.message.en)"
        }.joined(separator: "\n")
    }

    @Test(arguments: [
        ("a / (b | (c / 'd e'))", "a / (b | (c / 'd e'))"),
        ("\"a / (b | (c / 'd e'))\"", "a / (b | (c / 'd e'))"),
        ("(a)/(b|c|'d e')", "a / (b | c | 'd e')"),
        ("a / b / c / 'd e'", "a / b / c / 'd e'"),
        (">\n    a /\n    (b | (c / 'd e'))", "a / (b | (c / 'd e'))"),
    ])
    func treesAreRead(tree: String, same: String) {
        #expect(finding(plan(tree)) == "")
        let plans = readPlan(plan(tree), file: "plan.yaml").output.plans
        #expect(plans?[0].tree?.text(["a", "b", "c", "d e"]) == same)
        #expect(plans?[0].modules.allSatisfy { !$0.hasPlace } == true)
        // Writing and reading gives the same plan.
        let written = plans.map { planText($0) } ?? ""
        #expect(readPlan(written, file: "plan.yaml").output.plans == plans, "\(written)")
    }

    /// What is wrong with a tree is said where it stands.
    @Test(arguments: [
        ("a / (b | (c / x))", "8:23+1 “x” is no module of this page"),
        ("\"a / (b | (c / x))\"", "8:24+1 “x” is no module of this page"),
        ("a / (b | (c / a))", "8:23+1 “a” stands in `tree` twice"),
        ("a / (b | c)", "8:9+11 `tree` lacks: d e"),
        ("a / (b | (c / 'd e')", "8:13+1 this bracket is not closed"),
        ("a / (b | (c / 'd e')))", "8:30+1 `tree` goes on with “)” after its end"),
        ("a / b | c", "8:15+1 / and | stand side by side: which cut comes first?"),
        ("a / (b | )", "8:18+1 a module's name is expected, not “)”"),
        ("a /", "8:11+1 `tree` ends where a module is expected"),
        ("a b", "8:11+1 `tree` goes on with “b” after its end"),
        ("'| a'", "8:10+1 a module's name is expected, not “|”"),
        (">\n    a /\n    (b | x)", "10:10+1 “x” is no module of this page"),
    ])
    func faultsAreSaid(tree: String, said: String) {
        #expect(finding(plan(tree)) == "error plan-tree \(said)")
        #expect(readPlan(plan(tree), file: "plan.yaml").output.plans == nil)
        // Where all have rectangles, these count.
        #expect(finding(plan(tree, hasPlaces: true)) == "warning plan-tree \(said)")
        #expect(readPlan(plan(tree, hasPlaces: true), file: "plan.yaml").output.plans != nil)
    }

    @Test(arguments: [
        ("a / (b | (c / 'd e'))", ""),
        ("a / ((b | c) / 'd e')", "8:24+5 `tree` has “b” above “d e”; by their `columns` and `rows` it is not"),
        (
            "a / (b | c | 'd e')",
            "8:22+5 `tree` has “c” to the left of “d e”; by their `columns` and `rows` it is not"
        ),
        ("a / (b | ('d e' / c))", "8:27+1 `tree` has “d e” above “c”; by their `columns` and `rows` it is not"),
    ])
    func treesAreComparedWithRectangles(tree: String, said: String) {
        #expect(finding(plan(tree, hasPlaces: true)) == (said.isEmpty ? "" : "warning plan-tree \(said)"))
        #expect(readPlan(plan(tree, hasPlaces: true), file: "plan.yaml").output.plans?[0].tree == nil)
    }

    /// What stays where it is has a rectangle; without a tree all have.
    @Test(arguments: [
        ("- { story: a }\n  tree: a", ""),
        ("- { story: a }", "key-missing 4:16"),
        ("- { story: nameplate, pin: true }\n  tree: nameplate", ""),
        ("- { story: a, columns: 1-3 }\n  tree: a", "key-missing 4:7"),
        ("- { story: a, pin: true }\n  tree: a", "key-missing 4:7 key-missing 4:7"),
        ("- { story: a, lock: true }\n  tree: a", "key-missing 4:7 key-missing 4:7"),
        ("- { story: a }\n  tree: [a]", "key-missing 4:16 value-type 5:9"),
        ("- { story: a }\n  tree: ~", "key-missing 4:16 value-empty 5:3"),
    ])
    func rectanglesAreAskedFor(modules: String, said: String) {
        let text = "- page: 1\n  grid: { columns: 8, rows: 60 }\n  modules:\n    \(modules)"
        #expect(readPlan(text, file: "plan.yaml").diagnostics.map(brief).joined(separator: " ") == said)
    }

    /// No tree brings press down.
    @Test func hostileTreesAreRefused() {
        for tree in [
            String(repeating: "(", count: 100_000), Array(repeating: "a", count: 50_000).joined(separator: " / "),
            "[" + String(repeating: "a,", count: 10_000), "'" + String(repeating: "'", count: 9_999),
        ] {
            let read = readPlan(plan("\"\(tree)\""), file: "plan.yaml")
            #expect(read.diagnostics.contains { $0.code == .planTree && $0.severity == .error })
        }
    }
}
