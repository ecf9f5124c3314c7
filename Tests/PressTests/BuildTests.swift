import Foundation
import Testing

/// The whole way from an edition folder to files, on a newspaper of one story.
@Suite struct BuildTests {
    static let hello = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "samples/hello").path(percentEncoded: false)

    @Test func anEditionBecomesAPDF() throws {
        let folder = try TemporaryFolder()
        let run = try PressRun("build", BuildTests.hello, in: folder.url)
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(run.messages.contains("1 page, 0 errors, "))
        #expect(run.messages.hasSuffix(" → hello.pdf\n"))
        #expect(folder.names == ["hello.pdf"])
        let bytes = try Data(contentsOf: URL(filePath: folder.file("hello.pdf")))
        #expect(bytes.starts(with: Data("%PDF-".utf8)))
        // The same bytes on standard output, from another folder, in another place and language.
        let again = try PressRun(
            "build", BuildTests.hello, "-o", "/dev/stdout",
            environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8", "HOME": "/nowhere"],
            prelude: "exec > '\(folder.file("other.pdf"))'")
        #expect(again.status == 0)
        #expect(try Data(contentsOf: URL(filePath: folder.file("other.pdf"))) == bytes)
    }

    @Test func aPDFThatExistsIsPaintedByPoppler() throws {
        let folder = try TemporaryFolder()
        #expect(try PressRun("build", BuildTests.hello, "-o", "a.pdf", in: folder.url).status == 0)
        let run = try PressRun("render", "a.pdf", "--png", "pages/small", "--dpi", "30", in: folder.url)
        #expect(run.status == 0)
        #expect(run.messages == "1 page, 0 errors, 0 warnings → pages/small\n")
        #expect(folder.pngSize("pages/small/page-1.png") != nil)
        let alone = try PressRun(
            "render", "a.pdf", "--png", "pages", in: folder.url, environment: ["PATH": folder.file("none")])
        #expect(alone.status == 4)
        #expect(alone.messages.contains("install poppler-utils"))
        try Data("%PDF-1.7 but no more".utf8).write(to: URL(filePath: folder.file("broken.pdf")))
        #expect(try PressRun("render", "broken.pdf", "--png", "pages", in: folder.url).status == 1)
    }

    @Test func anEditionIsPaintedWithoutAPDF() throws {
        let folder = try TemporaryFolder()
        let run = try PressRun("render", BuildTests.hello, "--png", "pages", "--dpi", "30", in: folder.url)
        #expect(run.status == 0)
        #expect(folder.names == ["pages"])
        #expect(folder.pngSize("pages/page-1.png") != nil)
    }

    @Test func aPlanIsFollowed() throws {
        let folder = try TemporaryFolder()
        #expect(try PressRun("plan", BuildTests.hello, "-o", "plan.yaml", in: folder.url).status == 0)
        #expect(try PressRun("build", BuildTests.hello, "-o", "a.pdf", in: folder.url).status == 0)
        let run = try PressRun("build", BuildTests.hello, "--plan", "plan.yaml", "-o", "b.pdf", in: folder.url)
        #expect(run.status == 0)
        #expect(
            try Data(contentsOf: URL(filePath: folder.file("a.pdf")))
                == Data(contentsOf: URL(filePath: folder.file("b.pdf"))))
        #expect(try PressRun("build", BuildTests.hello, "--plan", "none.yaml", in: folder.url).status == 1)
    }

    @Test func theWorldFailingIs4() throws {
        let folder = try TemporaryFolder()
        for output in ["/dev/full", folder.file("no/such/folder.pdf"), "/proc/paper.pdf"] {
            let run = try PressRun("build", BuildTests.hello, "-o", output)
            #expect(run.status == 4)
            #expect(run.messages.contains(output))
        }
        let full = try PressRun("build", BuildTests.hello, "-o", "-", prelude: "exec > /dev/full")
        #expect(full.status == 4)
        let limited = try PressRun(
            "build", BuildTests.hello, "-o", folder.file("a.pdf"), prelude: "exec 2>/dev/null; ulimit -f 8")
        #expect(limited.status == 4)
        #expect(folder.names == [])
        let noFonts = try PressRun("build", BuildTests.hello, "--fonts", folder.file(""))
        #expect(noFonts.status == 4)
    }

    @Test func pagesThatAreNotThereAreAUsageError() throws {
        #expect(try PressRun("build", BuildTests.hello, "-o", "/dev/null", "--pages", "1").status == 0)
        #expect(try PressRun("build", BuildTests.hello, "-o", "/dev/null", "--pages", "2").status == 64)
    }

    /// A draft with errors is written to be looked at; for print it is refused.
    @Test func printRefusesWhatDraftShows() throws {
        let folder = try TemporaryFolder()
        let text = "---\nheadline: 题\nheadine: 题\n---\n正文。\n"
        try FileManager.default.createDirectory(
            atPath: folder.file("e/stories"), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: folder.file("e/stories/a.md")))
        try Data("date: 2026-11-23\npages: 1\n".utf8).write(to: URL(filePath: folder.file("e/edition.yaml")))
        let draft = try PressRun("build", "e", "-o", "draft.pdf", in: folder.url)
        #expect(draft.status == 1)
        #expect(draft.messages.contains("e/stories/a.md:3:1\n  3 | headine: 题\n    | ^^^^^^^\n"))
        let refused = try PressRun("build", "e", "-o", "print.pdf", "--profile", "print", in: folder.url)
        #expect(refused.status == 1)
        #expect(folder.names == ["draft.pdf", "e"])
    }

    /// Killed at any moment, a run leaves the old file or the new one, and nothing beside it.
    @Test func aKilledRunLeavesNoTrace() throws {
        let folder = try TemporaryFolder()
        try Data("old".utf8).write(to: URL(filePath: folder.file("a.pdf")))
        for step in 0..<20 {
            let seconds = "0.\(step < 10 ? "0\(step)" : "\(step)")5"
            _ = try PressRun(
                "build", BuildTests.hello, "-o", "a.pdf", in: folder.url,
                prelude: "exec 2>/dev/null; timeout -s KILL \(seconds) \"$0\" \"$@\"; exit")
            let bytes = try Data(contentsOf: URL(filePath: folder.file("a.pdf")))
            #expect(bytes == Data("old".utf8) || bytes.suffix(6) == Data("%%EOF\n".utf8))
            #expect(folder.names == ["a.pdf"])
        }
    }

    @Test func fontsAreListedAndChecked() throws {
        let run = try PressRun("fonts")
        #expect(run.status == 0)
        #expect(run.output.contains("Song "))
        #expect(run.output.hasSuffix("each file as in the manifest\n"))
    }

    @Test func schemasAreJSON() throws {
        let names = try PressRun("schema").output.split(separator: "\n").map(String.init)
        #expect(names.contains("edition") && names.contains("paper") && names.contains("story"))
        for name in names {
            let run = try PressRun("schema", name)
            #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
        }
        #expect(try PressRun("schema", "nonsense").status == 64)
    }

    /// What `press new` makes has no errors.
    @Test func aNewPaperBuilds() throws {
        let folder = try TemporaryFolder()
        #expect(try PressRun("new", "小报", "--date", "2026-11-23", in: folder.url).status == 0)
        let run = try PressRun("build", "小报/2026-11-23", in: folder.url)
        #expect(run.status == 0)
        #expect(run.messages.contains("1 page, 0 errors, "))
    }
}

extension TemporaryFolder {
    /// The width and height that a PNG's header says; nil when it is no PNG.
    func pngSize(_ name: String) -> (Int, Int)? {
        guard let data = FileManager.default.contents(atPath: file(name)), data.count > 24,
            data.starts(with: [0x89, 0x50, 0x4E, 0x47])
        else { return nil }
        func number(_ offset: Int) -> Int { data[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }
}
