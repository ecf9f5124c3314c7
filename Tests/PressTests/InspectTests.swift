import Foundation
import Testing

/// `press inspect`, driven as outside test suites drive it.
@Suite struct InspectTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let schema = root.appending(path: "Schemas/inspect.schema.json")

    struct Answer: Decodable {
        struct Cluster: Decodable {
            var text: String
            var start: Int
            var `class`: String
            var advance: Double
            var before: String
            var penalty: Int
        }
        struct Line: Decodable {
            struct Adjustment: Decodable {
                var rank: String
                var em: Double
            }
            var text: String
            var start: Int
            var end: Int
            var width: Double
            var natural: Double
            var adjust: [Adjustment]
            var perGap: Double
            var cost: Int
        }
        var clusters: [Cluster]
        var lines: [Line]?
        var cost: Int
        var passes: Int
        var text: String
    }

    private func answer(_ arguments: String...) throws -> Answer {
        let run = try PressRun(["inspect"] + arguments + ["--format", "json"], in: InspectTests.root)
        #expect(run.status == 0, "\(run.messages)")
        let data = Data(run.output.utf8)
        let faults = try SchemaCheck(file: InspectTests.schema).faults(of: JSONSerialization.jsonObject(with: data))
        #expect(faults.isEmpty, "\(faults)")
        return try JSONDecoder().decode(Answer.self, from: data)
    }

    @Test func clustersAndLinesOfAString() throws {
        let found = try answer("--text", "今天清晨，石桥（老桥）重新通行。", "--measure", "7em", "--why")
        #expect(found.clusters.map(\.text).joined() == found.text)
        #expect(
            found.clusters[4].text == "，" && found.clusters[4].class == "K"
                && found.clusters[4].before == "forbidden")
        let lines = try #require(found.lines)
        #expect(lines.map(\.text).joined() == found.text)
        #expect(lines.map(\.cost).reduce(0, +) == found.cost)
        #expect(lines.dropLast().allSatisfy { $0.width == 7 })
        let utf8 = Array(found.text.utf8)
        for line in lines { #expect(String(decoding: utf8[line.start..<line.end], as: UTF8.self) == line.text) }
    }

    @Test func withoutAMeasureThereAreNoLines() throws {
        let found = try answer("--text", "汉字")
        #expect(found.lines == nil && found.cost == 0 && found.passes == 0)
    }

    @Test func aStoryAndItsParagraphs() throws {
        let edition = "samples/dongcheng/2026-11-23"
        let whole = try answer(edition, "--story", "p1-heating", "--why")
        let first = try answer(edition, "--story", "p1-heating", "--paragraph", "1")
        #expect(whole.text.hasPrefix(first.text + "\n"))
        #expect(whole.clusters.map(\.text).joined() == whole.text)
        #expect(first.lines?.isEmpty == false)
        #expect(first.cost <= whole.cost)
        let head = try answer(edition, "--story", "p1-heating", "--role", "headline", "--measure", "8em")
        #expect(head.lines?.count == 2)
    }

    @Test func standardInput() throws {
        let run = try PressRun(
            "inspect", "--text", "-", "--measure", "4em", "--ragged", in: InspectTests.root,
            prelude: "exec < LICENSE")
        #expect(run.status == 0 && run.output.contains("Apache"))
    }

    @Test(arguments: [
        // arguments, what the message says
        (["--text", "x", "--kinsoku", "gbk"], "did you mean “gb”? There are: none, basic, gb, strict"),
        (["--text", "x", "--punctuation", "quanjao"], "did you mean “quanjiao”?"),
        (["--text", "x", "--locale", "zh"], "There are: zh-Hans, root"),
        (["--text", "x", "--role", "head"], "There are: body, headline"),
        (["--text", "x", "--family", "Sogn"], "did you mean “Song”?"),
        (["--text", "x", "--measure", "0em"], "more than 0"),
        (["--text", "x", "--gap", "wide"], "is no length in em"),
        (["--text", "x", "--format", "xml"], "There are: human, json"), ([], "Give --text"),
        (["samples/hello/2026-11-23"], "--story go together"),
        (["--text", "x", "--paragraph", "1"], "goes with --story"),
        (["samples/dongcheng/2026-11-23", "--story", "p1-heatin"], "did you mean “p1-heating”?"),
        (["samples/dongcheng/2026-11-23", "--story", "p1-heating", "--paragraph", "99"], "has paragraphs 1 to"),
    ])
    func usageErrorsNameWhatThereIs(arguments: [String], message: String) throws {
        let run = try PressRun(["inspect"] + arguments, in: InspectTests.root)
        #expect(run.status == 64 && run.output == "")
        #expect(run.messages.contains(message), "\(run.messages)")
    }

    @Test func anEditionThatIsNotThereIsAFinding() throws {
        #expect(try PressRun("inspect", "nowhere", "--story", "x").status == 1)
    }

    @Test func peopleSeeLinesThenClusters() throws {
        let run = try PressRun("inspect", "--text", "一，二三四五。六七八九十", "--measure", "6em", "--lang", "zh")
        #expect(run.output.contains("│一，二三四五。"))
        #expect(run.output.contains("，、；： −0."))
        #expect(run.output.contains("× 不断"))
        let why = try PressRun("inspect", "--text", "一，二三四五。六七八九十", "--measure", "6em", "--why")
        #expect(why.output.contains("Next best way: cost "))
    }

    @Test func theSchemaIsOffered() throws {
        #expect(try PressRun("schema").output.contains("inspect\n"))
        #expect(
            try PressRun("schema", "inspect").output == String(contentsOf: InspectTests.schema, encoding: .utf8))
    }
}
