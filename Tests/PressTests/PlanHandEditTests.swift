import Foundation
import Testing

/// What a layout editor writes into a plan, and into stories, by hand: followed, or answered with the place and what to do.
@Suite struct PlanHandEditTests {
    /// A module as a plan's text has it.
    private struct Module: Equatable {
        var columns: ClosedRange<Int>
        var rows: ClosedRange<Int>
        var size: Int?
    }

    private static func modules(_ text: String?) -> [String: Module] {
        func span(_ text: Substring) -> ClosedRange<Int>? {
            let ends = text.split(separator: "-").compactMap { Int($0) }
            return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
        }
        var found: [String: Module] = [:]
        let lines = (text ?? "").split(separator: "\n").map { $0.drop { $0 == " " } }
        for (index, line) in lines.enumerated() where line.hasPrefix("- story: ") {
            let name = line.dropFirst(9).prefix { $0 != " " }
            guard let columns = span(lines[index + 1].dropFirst(9)), let rows = span(lines[index + 2].dropFirst(6))
            else {
                continue
            }
            let size =
                lines[index + 3].hasPrefix("head: { size: ")
                ? Int(lines[index + 3].dropFirst(14).prefix { $0 != "," }) : nil
            found[String(name)] = Module(columns: columns, rows: rows, size: size)
        }
        return found
    }

    /// A newspaper with its plan beside it.
    private static func planned() throws -> (folder: TemporaryFolder, plan: String) {
        let folder = try PlanCommandTests.paper()
        #expect(try PressRun("plan", ".", "-o", "plan.yaml", in: folder.url).status == 0)
        return (folder, try #require(folder.text(of: "plan.yaml")))
    }

    private static func write(_ text: String, to name: String, in folder: TemporaryFolder) throws {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    }

    /// The plan with a module's line changed, and which line that is.
    private static func changed(_ plan: String, _ story: String, line: Int, _ text: String) throws -> (String, Int)
    {
        var lines = plan.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let at = try #require(lines.firstIndex { $0.contains("- story: \(story) ") })
        lines[at + line] = text
        return (lines.joined(separator: "\n"), at + line + 1)
    }

    /// story, line of its module, what is written there; the code, what is said, what to do, how many lines above the line
    /// it is said.
    private static let mistakes: [(String, Int, String, String, String, String, Int)] = [
        (
            "brief", 2, "      rows: 40-60", "plan-invalid", "leaves the type area: it takes columns",
            "the type area is columns 1-4, rows 1-48", 2
        ),
        (
            "brief", 1, "      columns: 4-5", "plan-invalid", "leaves the type area: it takes columns 4-5",
            "the type area is columns 1-4", 1
        ),
        ("brief", 0, "    - story: breif", "plan-invalid", "“breif” is no story of the edition", "without .md", 0),
        ("brief", 0, "    - story: third", "plan-invalid", "stands on the page twice", "take one of them away", 0),
        ("brief", 2, "      rows: 40-30", "value-range", "`rows` runs backwards", "write 30-40", 0),
        ("brief", 1, "      columns: left", "value-type", "`columns` must be a number or a span", "such as 4-6", 0),
        ("brief", 2, "      rows: 9-48", "plan-overlap", "overlaps “", "change the columns or rows", 2),
    ]

    @Test(arguments: mistakes.indices) func aMistakeIsSaidWhereItStands(index: Int) throws {
        let (story, line, text, code, words, hint, above) = Self.mistakes[index]
        let (folder, plan) = try Self.planned()
        let (edited, number) = try Self.changed(plan, story, line: line, text)
        try Self.write(edited, to: "plan.yaml", in: folder)
        let run = try PressRun("build", ".", "--plan", "plan.yaml", "-o", "a.pdf", in: folder.url)
        #expect(run.status == 1)
        #expect(run.messages.contains("error \(code): "), "\(run.messages)")
        #expect(run.messages.contains(words), "\(run.messages)")
        #expect(run.messages.contains(hint), "\(run.messages)")
        // Of two that overlap, or are one story, the later is named.
        if code != "plan-overlap", !words.contains("twice") {
            #expect(run.messages.contains("plan.yaml:\(number - above):"), "\(run.messages)")
        }
    }

    /// A plan that is kept is not followed to the letter: what was moved is said, and no story is set twice.
    @Test func aKeptPlanSaysWhatItMoved() throws {
        let (folder, plan) = try Self.planned()
        let smaller = Self.modules(plan)["second"]!.rows
        let (edited, number) = try Self.changed(
            plan, "second", line: 2, "      rows: \(smaller.lowerBound)-\(smaller.upperBound - 4)")
        try Self.write(edited, to: "plan.yaml", in: folder)
        let build = try PressRun("build", ".", "-o", "a.pdf", in: folder.url)
        #expect(build.status == 0)
        #expect(build.messages.contains("note plan-moved: “second” was "), "\(build.messages)")
        #expect(build.messages.contains("plan.yaml:\(number - 2):"), "\(build.messages)")
        for (wrong, said) in [
            ("breif", "“breif” is no story of the edition; “brief” takes its place"),
            ("third", "stands on the page twice"),
        ] {
            try Self.write(
                plan.replacingOccurrences(of: "- story: brief ", with: "- story: \(wrong) "), to: "plan.yaml",
                in: folder)
            let run = try PressRun("build", ".", "-o", "a.pdf", in: folder.url)
            #expect(
                run.messages.contains(said) || run.messages.contains("stands on page 1 already"), "\(run.messages)")
            let since = try PressRun("plan", ".", "--since", "plan.yaml", "-o", "new.yaml", in: folder.url)
            #expect(!since.messages.contains("plan-moved"), "it is in the list of changes")
            let text = try #require(folder.text(of: "new.yaml"))
            for story in ["lead", "second", "third", "brief"] {
                #expect(text.components(separatedBy: "- story: \(story) ").count == 2, "\(story) once")
            }
        }
    }

    @Test func verbsOfThePlan() throws {
        let (folder, plan) = try Self.planned()
        let before = Self.modules(plan)
        func since(_ text: String) throws -> [String: Module] {
            try Self.write(text, to: "plan.yaml", in: folder)
            let run = try PressRun("plan", ".", "--since", "plan.yaml", "-o", "new.yaml", in: folder.url)
            // What is locked may be over.
            #expect(run.status <= 1, "\(run.messages)")
            return Self.modules(folder.text(of: "new.yaml"))
        }
        func isFirst(_ one: String, _ other: String, in page: [String: Module]) -> Bool {
            let (one, other) = (page[one]!, page[other]!)
            return (one.columns.lowerBound, one.rows.lowerBound) < (
                other.columns.lowerBound, other.rows.lowerBound
            )
        }
        let swapped = try since(plan + "  edits:\n    - swap: [second, third]\n")
        for (one, other) in [("second", "third"), ("third", "second")] {
            #expect(swapped[one]!.columns.overlaps(before[other]!.columns))
            #expect(swapped[one]!.rows.overlaps(before[other]!.rows))
        }
        #expect(isFirst("second", "third", in: before) != isFirst("second", "third", in: swapped))
        // A cut with a module right above and right below it.
        let names = ["lead", "second", "third", "brief"]
        let pair = names.lazy.flatMap { upper in names.map { (upper, $0) } }.first { upper, lower in
            before[upper]!.columns == before[lower]!.columns
                && before[upper]!.rows.upperBound + 2 == before[lower]!.rows.lowerBound
        }
        if let (upper, lower) = pair {
            let nudged = try since(plan + "  edits:\n    - nudge: { below: \(upper), rows: 1 }\n")
            #expect(nudged[upper]!.rows.upperBound == before[upper]!.rows.upperBound + 1)
            #expect(nudged[lower]!.rows.lowerBound == before[lower]!.rows.lowerBound + 1)
        }
        for wrong in ["swap: [second, nobody]", "nudge: { below: nobody, rows: 1 }"] {
            try Self.write(plan + "  edits:\n    - \(wrong)\n", to: "plan.yaml", in: folder)
            let run = try PressRun("plan", ".", "--since", "plan.yaml", in: folder.url)
            #expect(run.status == 1 && run.messages.contains("“nobody” is not in the plan"), "\(run.messages)")
        }
        // What is pinned stays, and what is locked is not even set otherwise, though the copy has grown.
        try Self.write(PlanCommandTests.story("second", 4, 300), to: "stories/second.md", in: folder)
        for verb in ["pin", "lock"] {
            let (text, _) = try Self.changed(plan, "second", line: 0, "    - story: second\n      \(verb): true")
            let kept = try since(text)
            // The verb stands between name and columns: the module is found by its rows.
            #expect(folder.text(of: "new.yaml")!.contains("      \(verb): true\n"))
            #expect(kept["lead"]?.columns == before["lead"]!.columns)
            let after = folder.text(of: "new.yaml")!
            let rows = before["second"]!.rows
            #expect(after.contains("      rows: \(rows.lowerBound)-\(rows.upperBound)\n"))
        }
    }

    @Test func verbsOfAStory() throws {
        let folder = try PlanCommandTests.paper()
        func plan(_ verb: String, priority: Int = 3) throws -> [String: Module] {
            let text = PlanCommandTests.story("third", priority, 170)
            try Self.write(
                text.replacingOccurrences(of: "priority: ", with: "\(verb)\npriority: "), to: "stories/third.md",
                in: folder)
            let run = try PressRun("plan", ".", "-o", "plan.yaml", in: folder.url)
            #expect(run.status == 0, "\(run.messages)")
            return Self.modules(folder.text(of: "plan.yaml"))
        }
        let right = try plan("pin: bottom-right")["third"]!
        #expect(right.columns.upperBound == 4 && right.rows.upperBound >= 44)
        let left = try plan("pin: bottom-left")["third"]!
        #expect(left.columns.lowerBound == 1 && left.rows.upperBound >= 44)
        #expect(try plan("pin: { page: 1, columns: 3-4, rows: 34-44 }")["third"]!.rows == 34...44)
        #expect(try plan("forbid: [span 1-2]")["third"]!.columns.count >= 3)
        #expect(try plan("columns: 2-2")["third"]!.columns.count == 2)
        let (small, large) = (
            try plan("prefer: { head: 18 }")["third"]!, try plan("prefer: { head: 26 }")["third"]!
        )
        #expect(small.size ?? 0 <= large.size ?? 0 && small != large)
        #expect(try plan("prefer: { span: 3 }")["third"]!.columns.count >= 2)
    }
}
