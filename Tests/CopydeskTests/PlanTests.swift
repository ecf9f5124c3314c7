import Foundation
import Layout
import Testing

@testable import Copydesk

/// A plan with every key.
let everyPlanKey = """
    - page: 1
      grid: { columns: 8, rows: 115 }
      lock: false
      modules:
        - story: a  # a remark
          columns: 1-5
          rows: 16-60
          pin: true
          lock: false
          head: { size: 22.5, lines: 2, direction: horizontal, deck: false }
          quote: 4
          pictures: [{ picture: 1, columns: 1-2, rows: 1-12 }]
          inner: 4
          extra: 0
          longer: 0
          knobs: { extra: 1, longer: -1 }
          fit: { white: 1, over: 0 }
      tree: a
      cost: { total: 12, stories: 12 }
      proven: true
      gap: 0
      unplaced: [{ story: b, reason: page-full }]
      edits:
        - swap: [a, c]
        - nudge: { below: a, rows: 2, right-of: ~, columns: ~ }
    """

@Suite struct PlanTests {
    @Test func everyKeyIsUnderstood() {
        let read = readPlan(everyPlanKey, file: "plan.yaml")
        #expect(read.diagnostics.map(\.code) == [.valueEmpty, .valueEmpty], "only the two empty keys of the nudge")
        let plan = read.output.plans?.first
        #expect(plan?.gap == 0 && plan?.isProven == true && plan?.cost.map(\.cost) == [12])
        #expect(plan?.unplaced == [Unplaced(story: "b", reason: .pageFull)])
        #expect(plan?.edits == [.swap("a", "c"), .nudgeBelow("a", rows: 2)])
        let module = plan?.modules.first
        #expect(module?.rect == GridRect(columns: 0..<5, rows: 15..<60) && module?.isPinned == true)
        #expect(module?.setting?.head.size == .points(45, 2) && module?.setting?.innerColumns == 4)
        #expect(module?.setting?.head.hasDeck == false && module?.setting?.quote == 3)
        #expect(module?.setting?.extraRows == 1 && module?.setting?.longer == -1)
        #expect(read.output.places[1, .story("a")] == SourcePlace(file: "plan.yaml", line: 5, column: 14))
    }

    /// What is wrong with a plan is said where it stands, with what was meant.
    @Test(arguments: [
        ("- [", "yaml-syntax 1:1", ""),
        ("", "plan-invalid 0:0", ""),
        ("pages: 3", "plan-invalid 1:1", ""),
        ("- { page: 0, grid: { columns: 8, rows: 9 }, modules: [] }", "value-range 1:11", "between 1 and 96"),
        ("- { page: 1, modules: [] }", "key-missing 1:3", "grid"),
        ("- { page: 1, grid: { columns: 8, rows: 9 }, moduls: [] }", "key-missing 1:3", "modules"),
        ("- { page: 1, grid: { columns: 8, rows: 9 }, modules: [], tre: a }", "key-unknown 1:58", "`tree`"),
        (
            "- { page: 1, grid: { columns: 8, rows: 9 },\n modules: [{ story: a, columns: 3-2, rows: 1 }] }",
            "value-range 2:33", "2-3"
        ),
        (
            "- { page: 1, grid: { columns: 8, rows: 9 },\n modules: [{ columns: 1, rows: 1 }] }",
            "key-missing 2:12",
            "story"
        ),
        (
            "- { page: 1, grid: { columns: 8, rows: 9 },\n modules: [{ story: a, columns: 1, rows: 1, pinn: true }] }",
            "key-unknown 2:45", "`pin`"
        ),
        (
            "- { page: 1, grid: { columns: 8, rows: 9 },\n modules: [{ story: a, columns: 1, rows: 1, head: { size: big } }] }",
            "value-type 2:59", "22.5"
        ),
        (
            "- { page: 1, grid: { columns: 8, rows: 9 }, modules: [],\n edits: [{ swap: [a] }] }",
            "value-type 2:18",
            "two stories"
        ),
        (
            "- { page: 1, grid: { columns: 8, rows: 9 }, modules: [],\n edits: [{ nudge: { below: a, columns: 2 } }] }",
            "key-missing 2:19", "`right-of`"
        ),
        (
            "- { page: 1, grid: { columns: 8, rows: 9 }, modules: [] }\n- { page: 1, grid: { columns: 8, rows: 9 }, modules: [] }",
            "plan-invalid 2:3", "twice"
        ),
    ])
    func faultsHaveAPlace(yaml: String, finding: String, word: String) {
        let read = readPlan(yaml, file: "plan.yaml")
        #expect(read.output.plans == nil)
        #expect(read.diagnostics.first.map(brief) == finding)
        let texts = read.diagnostics.map { $0.message.en + " " + ($0.hint?.en ?? "") }.joined()
        #expect(word.isEmpty || texts.contains(word), "\(texts)")
    }

    @Test func theSchemaMatchesTheReader() throws {
        var accepted = readPlanFile(everyPlanKey, file: "plan.yaml").accepted
        // The names of costs are the paper's.
        accepted["plan.cost"] = nil
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Schemas/plan.schema.json")
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        var described: [String: Set<String>] = [:]
        func collect(_ value: Any) {
            if let list = value as? [Any] { list.forEach(collect) }
            guard let object = value as? [String: Any] else { return }
            if let properties = object["properties"] as? [String: Any] {
                described[object["title"] as? String ?? "?", default: []].formUnion(properties.keys)
                #expect(object["additionalProperties"] as? Bool == false)
            }
            object.values.forEach(collect)
        }
        collect(schema)
        #expect(described == accepted)
    }

    /// A hundred warnings do not hide an error.
    @Test func errorsBeyondTheListCount() throws {
        let folder = try TestFolder()
        let desk = Desk(folder: try Folder(path: folder.path), limits: ReadingLimits())
        for line in 1...150 {
            for file in ["plan.yaml", ""] {
                let place = file.isEmpty ? nil : SourcePlace(file: file, line: line)
                desk.report(line == 150 ? .error : .warning, .valueRange, at: place, zh: "某", en: "some")
            }
        }
        #expect(desk.hasErrors(in: "plan.yaml") && !desk.hasErrors(in: "other.yaml"))
        #expect(desk.diagnostics().count { $0.code == .findingsCut } == 2)
    }

    /// Damaged plans: no crash, an end, the same findings each time.
    @Test func mutants() {
        var random = SplitMix(state: 2026)
        let marks = Array(":-[]{}*&\"'#|>\n\t ?!%@`,<=/0123456789".unicodeScalars)
        for _ in 0..<400 {
            var scalars = Array(everyPlanKey.unicodeScalars)
            for _ in 0...(random.next() % 4) {
                let at = Int(random.next() % UInt64(scalars.count))
                switch random.next() % 3 {
                case 0: scalars[at] = marks[Int(random.next() % UInt64(marks.count))]
                case 1: scalars.remove(at: at)
                default: scalars.insert(marks[Int(random.next() % UInt64(marks.count))], at: at)
                }
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(readPlan(text, file: "p").diagnostics == readPlan(text, file: "p").diagnostics)
        }
    }
}

@Suite struct VerbTests {
    private func read(_ keys: String) throws -> Warned<Delivery> {
        try issue(["stories/a.md": "---\nheadline: 标题\n\(keys)\n---\n正文。\n"]).read()
    }

    @Test func verbsAreRead() throws {
        let read = try read(
            "lock: true\nprefer: { span: 4, head: 36pt, picture: 2 }\nforbid: [cut, crop, loosen, break, jump, span 1, span 5-6]"
        )
        #expect(read.diagnostics == [])
        let story = try #require(read.output.edition?.stories.first)
        #expect(story.isLocked)
        #expect(story.preference == Story.Preference(span: 4, head: .points(36), picture: 2))
        #expect(
            story.forbidden == Story.Forbidden([.cut, .crop, .loosen, .break, .jump], spans: [1...1, 5...6]))
    }

    @Test(arguments: [
        ("prefer: { spam: 4 }", "key-unknown 3:11", "`span`"),
        ("prefer: { span: 9 }", "value-range 3:17", "between 1 and 6"),
        ("prefer: { head: large }", "value-type 3:17", "such as 36"),
        ("prefer: 4", "value-type 3:9", "a group of keys"),
        ("forbid: [crob]", "value-unknown 3:10", "`crop`"),
        ("forbid: [span 0]", "value-range 3:10", "1 to 6"),
        ("forbid: [span 1-6]", "value-range 3:9", "no span"),
        ("forbid: { cut: true }", "value-type 3:9", "a list of words"),
        ("lock: yes", "value-type 3:7", "true or false"),
        ("locked: true", "key-unknown 3:1", "`lock`"),
    ])
    func faultsAreSaid(line: String, finding: String, word: String) throws {
        let read = try read(line)
        #expect(read.diagnostics.map(brief) == [finding])
        let text = read.diagnostics.map { $0.message.en + " " + ($0.hint?.en ?? "") }.joined()
        #expect(text.contains(word), "\(text)")
    }
}
