import Foundation
import Testing

/// What a layout editor does at the command line, on a newspaper of four stories.
@Suite struct PlanCommandTests {
    /// A small page: everything is quick.
    static func paper(_ extra: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var files = [
            "paper.yaml": """
            name: 试报
            page: { size: { width: 200mm, height: 260mm } }
            grid: { columns: 4, characters: 12, rows: 48 }
            colophon: { unit: 试报社, cn: CN 00-0000 }
            """,
            "edition.yaml": "date: 2026-11-23\nissue: 7\npages: 1\n",
        ]
        let lengths = [("lead", 5, 400), ("second", 4, 230), ("third", 3, 170), ("brief", 2, 90)]
        for (name, priority, count) in lengths { files["stories/\(name).md"] = story(name, priority, count) }
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "stories"), withIntermediateDirectories: true)
        for (name, text) in files.merging(extra, uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
        }
        return folder
    }

    static func story(_ name: String, _ priority: Int, _ count: Int) -> String {
        let text = String((0..<count).map { Array("天地玄黄宇宙洪荒日月盈昃辰宿列张")[$0 % 16] })
        return "---\nheadline: 各地秋粮入库进展顺利\npriority: \(priority)\n---\n\(text)。\n"
    }

    @Test func aPlanIsWrittenKeptAndCompared() throws {
        let folder = try Self.paper()
        let written = try PressRun("plan", ".", "-o", "plan.yaml", in: folder.url)
        #expect(written.status == 0 && written.output.isEmpty)
        let text = try #require(folder.text(of: "plan.yaml"))
        #expect(text.contains("- story: lead  # "), "a remark on each story")
        #expect(text.contains(" characters: "))
        #expect(text.contains("\n  tree: ") && text.contains("\n  gap: "))
        let same = try PressRun("plan", ".", "--since", "plan.yaml", in: folder.url)
        #expect(same.output == "Nothing has changed.\n")
        try Data(Self.story("second", 4, 290).utf8).write(to: URL(filePath: folder.file("stories/second.md")))
        let changed = try PressRun("plan", ".", "--since", "plan.yaml", "-o", "new.yaml", in: folder.url)
        #expect(changed.output.contains("lines too long"), "\(changed.output)")
        #expect(folder.text(of: "new.yaml")?.contains("- story: second") == true)
        let data = try PressRun("plan", ".", "--since", "plan.yaml", "--format", "json", in: folder.url)
        let object = try JSONSerialization.jsonObject(with: Data(data.output.utf8)) as? [String: Any]
        let changes = try #require(object?["changes"] as? [[String: Any]])
        #expect(changes.contains { $0["cause"] as? String == "copy" && $0["rung"] is String })
    }

    /// The plan that lies beside `edition.yaml` is followed, however the edition is named.
    @Test func theEditionMayBeNamedByItsFile() throws {
        let folder = try Self.paper(["plan.yaml": "pages: nonsense\n"])
        for edition in [".", "edition.yaml", "./edition.yaml"] {
            let run = try PressRun("build", edition, "-o", "a.pdf", in: folder.url)
            #expect(run.status != 0 && run.messages.contains("plan.yaml:1"), "\(edition): \(run.messages)")
        }
    }

    @Test func aPlanIsShownDrawnAndExplained() throws {
        let folder = try Self.paper()
        let shown = try PressRun("plan", ".", "--show", in: folder.url)
        #expect(
            shown.output.hasPrefix("Page 1   cost ") && shown.output.contains("\n┌")
                && shown.output.contains("lead"))
        #expect(try PressRun("plan", ".", "--png", "a", "--svg", "a", in: folder.url).status == 0)
        #expect(folder.pngSize("a/plan-1.png") != nil)
        let first = try #require(folder.text(of: "a/plan-1.svg"))
        #expect(first.hasPrefix("<?xml") && first.hasSuffix("</svg>\n"))
        #expect(try PressRun("plan", ".", "--svg", "b", in: folder.url).status == 0)
        #expect(folder.text(of: "b/plan-1.svg") == first, "the same drawing, the same bytes")
        let why = try PressRun("plan", ".", "--explain", "second", in: folder.url)
        #expect(why.output.hasPrefix("second: page 1, columns ") && why.output.contains("priority 4"))
        #expect(why.output.contains("what it costs there") && why.output.contains("what the page costs"))
        #expect(try PressRun("plan", ".", "--explain", "none", in: folder.url).status == 64)
        // The same of a plan that is kept, as it stands and after an edit.
        #expect(try PressRun("plan", ".", "-o", "plan.yaml", in: folder.url).status == 0)
        let since = ["plan", ".", "--since", "plan.yaml", "--explain", "second"]
        let kept = try PressRun(since, in: folder.url)
        #expect(kept.output.contains("it stands where the last plan has it"), "\(kept.output)")
        #expect(kept.output.contains("what it costs there"))
        try Data(Self.story("second", 4, 290).utf8).write(to: URL(filePath: folder.file("stories/second.md")))
        let edited = try PressRun(since, in: folder.url)
        #expect(edited.output.contains("the last plan was changed there: it was "), "\(edited.output)")
    }

    @Test func handEditsThatFailAreSaidWhereTheyStand() throws {
        let folder = try Self.paper()
        #expect(try PressRun("plan", ".", "-o", "plan.yaml", in: folder.url).status == 0)
        let text = try #require(folder.text(of: "plan.yaml"))
        // The lead over everything.
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let at = try #require(lines.firstIndex { $0.contains("- story: lead") })
        lines[at + 2] = "      rows: 8-48"
        lines[at + 1] = "      columns: 1-4"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: folder.file("plan.yaml")))
        for arguments in [["build", "."], ["build", ".", "--plan", "plan.yaml"]] {
            let run = try PressRun(arguments + ["-o", "a.pdf", "--message-format", "short"], in: folder.url)
            #expect(run.status == 1)
            #expect(run.messages.contains("[plan-overlap]"))
            #expect(run.messages.contains("plan.yaml:"), "\(run.messages)")
        }
        let misspelt = text.replacingOccurrences(of: "      rows:", with: "      row:")
        try Data(misspelt.utf8).write(to: URL(filePath: folder.file("plan.yaml")))
        let run = try PressRun("build", ".", "-o", "a.pdf", in: folder.url)
        #expect(run.status == 1 && run.messages.contains("did you mean `rows`?"))
    }

    /// Every knob that is written stands in the schema; pictures say how wide they are.
    @Test func fitNamesPictures() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sample = root.appending(path: "samples/tabloid").path(percentEncoded: false)
        let run = try PressRun("fit", sample, "--format", "json", in: root)
        let data = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(try SchemaCheck(file: root.appending(path: "Schemas/fit.schema.json")).faults(of: data) == [])
        let knobs = (data as? [[String: Any]] ?? []).compactMap { $0["knobs"] as? [String: Int] }
        #expect(knobs.contains { $0["pictureColumns"] ?? 0 > 0 })
        #expect(knobs.allSatisfy { abs($0["crop"] ?? 0) <= 16 }, "an eighth, and what whole rows make of it")
    }

    /// What each step of copy-fitting gives, in order, and at last what is refused: with its text.
    @Test func fitClimbsTheLadderForOneStory() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sample = root.appending(path: "samples/tabloid").path(percentEncoded: false)
        let run = try PressRun("fit", sample, "--story", "potter", "--format", "json", in: root)
        let data = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(try SchemaCheck(file: root.appending(path: "Schemas/ladder.schema.json")).faults(of: data) == [])
        let climbs = data as? [[String: Any]] ?? []
        let steps = (climbs.first?["steps"] as? [[String: Any]] ?? []).compactMap { $0["step"] as? String }
        #expect(steps.first == "plain")
        let unknown = try PressRun("fit", sample, "--story", "poter", in: root)
        #expect(unknown.status == 64 && unknown.messages.contains("potter"))

        let long = String(repeating: "今天的雪下得很大，路上行人不多，公交车照常开行。", count: 200)
        let folder = try Self.paper(["stories/long.md": "---\nheadline: 一场大雪\npage: 1\n---\n\(long)\n"])
        let table = try PressRun("fit", ".", "--story", "long", in: folder.url)
        #expect(table.output.contains("refused: ") && table.output.contains("公交车照常开行。”"))
    }

    /// What stands nowhere is in the table too; and messages with several paragraphs stay on one line.
    @Test func fitNamesWhatIsNotPlaced() throws {
        let folder = try Self.paper([
            "stories/filler.md": "---\nheadline: 井台\nfiller: true\n---\n\(String(repeating: "村口老井。", count: 60))\n",
            "stories/third.md":
                "---\nheadline: 各地秋粮入库进展顺利\nkeep: 60\n---\n\(String(repeating: "秋粮入库了。\n\n", count: 60))",
        ])
        let table = try PressRun("fit", ".", in: folder.url)
        #expect(table.output.contains("a filler that was not needed"))
        #expect(!table.messages.contains("\u{FFFD}"))
        let data = try PressRun("fit", ".", "--format", "json", in: folder.url)
        #expect(data.output.contains("\"unplaced\": \"filler\""))
    }

    @Test func fitAndCheckSpeakOfThePage() throws {
        let folder = try Self.paper()
        let table = try PressRun("fit", ".", in: folder.url)
        #expect(table.output.hasPrefix("story "))
        let data = try PressRun("fit", ".", "--format", "json", in: folder.url)
        let fits = try #require(try JSONSerialization.jsonObject(with: Data(data.output.utf8)) as? [[String: Any]])
        #expect(fits.count == 4)
        for fit in fits {
            let (asked, got) = (fit["asked"] as? Int ?? -1, fit["got"] as? Int ?? -1)
            let over = (fit["over"] as? [String: Int])?["lines"] ?? 0
            let under = (fit["under"] as? [String: Int])?["lines"] ?? 0
            #expect(asked - over + under == got)
        }
        let check = try PressRun("check", ".", "--message-format", "short", in: folder.url)
        for fact in ["address", "printer", "distribution", "price"] {
            #expect(check.output.contains("warning: the \(fact) is not on the pages [form-fact]"))
        }
        #expect(!check.output.contains("the CN number"), "it is in the colophon")
        #expect(!check.output.contains("[form-name]"))
    }
}
