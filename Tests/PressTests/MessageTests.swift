import Foundation
import Layout
import Testing

@testable import press

@Suite struct MessageTests {
    static let report = Report(
        findings: [
            Diagnostic(
                .error, .headlineMissing, Phrase(zh: "稿件没有主题", en: "the story has no headline"),
                at: SourcePlace(file: "stories/桥.md", line: 2, column: 1, length: 8),
                hint: Phrase(zh: "加上 headline: 主题", en: "add headline: …")),
            Diagnostic(
                .warning, .storyOverset, Phrase(zh: "超 3 行", en: "3 lines over"),
                at: SourcePlace(file: "stories/桥.md", line: 4, column: 4, length: 2),
                page: PagePlace(page: 1, story: "桥", column: 3, row: 20)),
            Diagnostic(.note, .pageHole, Phrase(zh: "100% 空", en: "100% empty"), page: PagePlace(page: 2)),
        ],
        sources: Sources(
            folder: "samples/纸", lines: ["stories/桥.md": ["---", "priority: 5", "---", "东城，老桥。"]]),
        made: Phrase(zh: "4 页", en: "4 pages"), target: "out/a.pdf")

    @Test func forPeople() {
        #expect(
            MessageFormat.human.text(of: MessageTests.report, language: .zh) == """
                错误 headline-missing：稿件没有主题
                  samples/纸/stories/桥.md:2:1
                  2 | priority: 5
                    | ^^^^^^^^
                  提示：加上 headline: 主题

                警告 story-overset：超 3 行
                  samples/纸/stories/桥.md:4:4
                  4 | 东城，老桥。
                    |       ^^^^
                  版面：第 1 版，桥，第 3 栏，第 20 行

                说明 page-hole：100% 空
                  版面：第 2 版

                4 页，1 错误，1 警告 → out/a.pdf

                """)
    }

    @Test func inColour() {
        let text = MessageFormat.human.text(of: MessageTests.report, language: .en, inColour: true)
        #expect(text.hasPrefix("\u{1B}[1;31merror\u{1B}[0m headline-missing: the story has no headline\n"))
    }

    @Test func short() {
        #expect(
            MessageFormat.short.text(of: MessageTests.report, language: .en) == """
                samples/纸/stories/桥.md:2:1: error: the story has no headline [headline-missing]
                samples/纸/stories/桥.md:4:4: warning: 3 lines over [story-overset]
                note: 100% empty (page 2) [page-hole]
                4 pages, 1 error, 1 warning → out/a.pdf

                """)
    }

    @Test func jsonLines() {
        #expect(
            MessageFormat.json.text(of: MessageTests.report, language: .zh) == """
                {"severity":"error","code":"headline-missing","message":"稿件没有主题",\
                "place":{"file":"samples/纸/stories/桥.md","line":2,"column":1,"length":8},\
                "hint":"加上 headline: 主题"}
                {"severity":"warning","code":"story-overset","message":"超 3 行",\
                "place":{"file":"samples/纸/stories/桥.md","line":4,"column":4,"length":2},\
                "page":{"page":1,"story":"桥","column":3,"row":20}}
                {"severity":"note","code":"page-hole","message":"100% 空","page":{"page":2}}

                """)
    }

    @Test func gitHub() {
        #expect(
            MessageFormat.github.text(of: MessageTests.report, language: .en) == """
                ::error file=samples/纸/stories/桥.md,line=2,col=1,title=headline-missing::\
                the story has no headline%0Aadd headline: …
                ::warning file=samples/纸/stories/桥.md,line=4,col=4,title=story-overset::\
                3 lines over%0Apage 1, 桥, column 3, row 20
                ::notice title=page-hole::100%25 empty%0Apage 2

                """)
    }

    @Test func sarif() throws {
        let text = MessageFormat.sarif.text(of: MessageTests.report, language: .en)
        let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["error", "warning", "note"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1, 2])
        let location = try #require((results[1]["locations"] as? [[String: Any]])?.first)
        let place = try #require(location["physicalLocation"] as? [String: Any])
        let artifact = place["artifactLocation"] as? [String: String]
        #expect(artifact == ["uri": "samples/%E7%BA%B8/stories/%E6%A1%A5.md"])
        #expect(place["region"] as? [String: Int] == ["startLine": 4, "startColumn": 4, "endColumn": 6])
    }

    @Test func aRunThatFailedSaysSoInEveryFormat() {
        let report = Report(failure: Stop(.environment, Phrase(zh: "磁盘已满", en: "disk full")))
        let texts = MessageFormat.allCases.map { $0.text(of: report, language: .zh) }
        #expect(texts[0] == "错误：磁盘已满\n")
        #expect(texts[1] == "press: 磁盘已满\n")
        #expect(texts[2] == "{\"severity\":\"failure\",\"message\":\"磁盘已满\"}\n")
        #expect(texts[3].contains("\"executionSuccessful\": false"))
        #expect(texts[4] == "::error title=press::磁盘已满\n")
    }

    @Test func warningsFailOnlyWhenTheyAreDenied() {
        var report = Report(findings: [Diagnostic(.warning, .pageHole, Phrase(zh: "", en: ""))])
        #expect(report.status == .success)
        report.isDenyingWarnings = true
        #expect(report.status == .findings)
    }

    @Test(arguments: [
        // source, column, length, line, marks
        ("东城晚讯", 3, 1, "东城晚讯", "    ^^"),
        ("a东b", 3, 1, "a东b", "   ^"),
        ("e\u{301}x", 3, 1, "e\u{301}x", " ^"),
        ("\tx", 2, 1, " x", " ^"),
        ("ab", 3, 1, "ab", "  ^"),
        ("ab", 0, 1, "ab", ""),
        ("ab", 9, 9, "ab", "  ^"),
        ("红\u{1B}[31m", 2, 1, "红\u{FFFD}[31m", "  ^"),
        ("甲乙丙丁戊己庚辛壬癸", 9, 1, "…庚辛壬癸", "     ^^"),
        ("甲乙丙丁戊己庚辛壬癸", 1, 9, "甲乙丙丁戊…", "^^^^^^^^^^^^"),
    ])
    func caretsStandBelowWhatIsMeant(source: String, column: Int, length: Int, line: String, marks: String) {
        let excerpt = Excerpt(of: source, column: column, length: length, cells: 12)
        #expect(excerpt.line == line)
        #expect(excerpt.marks == marks)
        #expect(excerpt.line.cells <= 12 && excerpt.marks.cells <= 13)
    }

    @Test(arguments: [
        ("/a/b", "/a/b/c/d", "c/d"), ("/a/b", "/a/b", ""), ("/a/b/c", "/a/d", "../../d"), ("/a", "/x/y", "/x/y"),
    ])
    func foldersAreNamedFromHere(current: String, folder: String, way: String) {
        #expect(Sources.way(from: current, to: folder) == way)
    }
}
