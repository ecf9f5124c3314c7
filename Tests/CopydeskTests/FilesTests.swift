import Foundation
import Layout
import Testing

@testable import Copydesk

@Suite struct FilesTests {
    /// Every way out of the newspaper's folder that was thought of, and what it gives.
    @Test func nothingOutsideIsReached() throws {
        let outer = try TestFolder([
            "secret.svg": "<svg width=\"9\" height=\"9\"/>", "beside/x.svg": "<svg width='9' height='9'/>",
        ])
        for name in ["paper/paper.yaml", "paper/issue/edition.yaml", "paper/in.svg", "paper/issue/pictures/in.svg"]
        {
            let text =
                name.hasSuffix("svg")
                ? "<svg width='4' height='3'/>" : name.hasSuffix("paper.yaml") ? "name: a\n" : "date: 2026-11-23\n"
            try outer.write(Array(text.utf8), to: name)
        }
        try outer.link("paper/issue/link.svg", to: "../../secret.svg")
        try outer.link("paper/issue/absolute.svg", to: outer.path + "/secret.svg")
        try outer.link("paper/issue/folder", to: "../..")
        try outer.link("paper/issue/beside", to: "../../beside")
        try outer.link("paper/issue/chain1", to: "chain2")
        try outer.link("paper/issue/chain2", to: "../../secret.svg")
        try outer.link("paper/issue/loop", to: "loop")
        try outer.link("paper/issue/null", to: "/dev/null")
        try outer.link("paper/issue/root", to: "/")
        try outer.link("paper/issue/proc", to: "/proc/self/root")
        try outer.link("paper/issue/dangling.svg", to: "nowhere.svg")
        try outer.link("paper/issue/good.svg", to: "pictures/in.svg")
        try outer.link("paper/issue/pics", to: "../issue/pictures")
        #expect(unsafe mkfifo(outer.path + "/paper/issue/pipe.svg", 0o600) == 0)
        let escapes: [(String, DiagnosticCode)] = [
            ("../../secret.svg", .fileOutside), ("pictures/../../../secret.svg", .fileOutside),
            ("./../.././secret.svg", .fileOutside),
            (".././../secret.svg", .fileOutside), ("../../../../../../../../etc/passwd", .fileOutside),
            ("/etc/passwd", .fileOutside),
            ("//etc/passwd", .fileOutside), (outer.path + "/secret.svg", .fileOutside),
            (outer.path + "/paper/in.svg", .fileOutside),
            ("/proc/self/environ", .fileOutside), ("/dev/zero", .fileOutside), ("link.svg", .fileOutside),
            ("absolute.svg", .fileOutside),
            ("folder/secret.svg", .fileOutside), ("beside/x.svg", .fileOutside),
            ("folder/paper/in.svg", .fileOutside),
            ("chain1", .fileOutside), ("loop", .fileUnreadable), ("null", .fileOutside),
            ("root/etc/passwd", .fileOutside),
            ("proc/etc/passwd", .fileOutside), ("pipe.svg", .fileUnreadable), ("dangling.svg", .fileMissing),
            ("pictures", .fileUnreadable), (".", .fileUnreadable), ("..", .fileUnreadable), ("../..", .fileOutside),
            ("Pictures/in.svg", .fileMissing), ("pictures/IN.svg", .fileMissing),
            ("pictures/in.svg/x", .fileMissing),
            ("pictures\\in.svg", .fileMissing), ("C:\\in.svg", .fileMissing), ("~/in.svg", .fileMissing),
            ("$HOME/in.svg", .fileMissing),
            ("file:///etc/passwd", .fileMissing), ("http://a.cn/in.svg", .fileMissing),
            ("pictures/%2e%2e/in.svg", .fileMissing),
            (String(repeating: "a", count: 300), .fileMissing),
            (String(repeating: "a/", count: 3000), .fileMissing),
            ("in.svg\0.png", .fileMissing), ("\0", .fileMissing), ("pictures/in.svg\u{FF0F}..", .fileMissing),
            ("*", .fileMissing),
        ]
        #expect(escapes.count >= 30)
        let desk = Desk(folder: try Folder(path: outer.path + "/paper"), limits: ReadingLimits())
        for (path, code) in escapes {
            let place = SourcePlace(file: "x", line: 1)
            let before = desk.findings.count
            #expect(readArtwork(path, from: "issue", for: .picture, named: place, at: desk) == nil, "\(path)")
            #expect(desk.findings.dropFirst(before).map(\.code) == [code], "\(path)")
        }
        for path in [
            "good.svg", "pictures/in.svg", "../in.svg", "pics/in.svg", "pictures/../../in.svg",
            "./pictures//in.svg",
        ] {
            let artwork = readArtwork(path, from: "issue", for: .picture, named: SourcePlace(file: "x"), at: desk)
            #expect(artwork?.width == 4, "\(path)")
        }
        let hints = desk.findings.compactMap(\.hint?.en)
        #expect(
            hints.contains { $0.contains("`pictures/in.svg`") } && hints.contains { $0.contains("separated by /") })
    }

    @Test func paperIsFound() throws {
        let folder = try TestFolder([
            "a/paper.yaml": "name: 甲\n", "a/b/c/edition.yaml": "date: 2026-11-23\n",
            "a/b/c/stories/s.md": "---\nheadline: 题\n---\n文\n",
            "a/sunday/paper-sunday.yaml": "name: 乙\n",
        ])
        let read = folder.read("/a/b/c")
        #expect(
            read.diagnostics.isEmpty && read.output.edition?.paper.name == "甲" && read.output.issueFolder == "b/c")
        #expect(read.output.sources.files == ["paper.yaml", "b/c/edition.yaml", "b/c/stories/s.md"])
        #expect(folder.read("/a/b/c/edition.yaml").output.edition != nil)
        try folder.write(
            Array("date: 2026-11-23\npaper: ../../sunday/paper-sunday.yaml\n".utf8), to: "a/b/c/edition.yaml")
        #expect(folder.read("/a/b/c").output.edition?.paper.name == "乙")
        try folder.write(
            Array("date: 2026-11-23\npaper: ../../sunday/paper-monday.yaml\n".utf8), to: "a/b/c/edition.yaml")
        #expect(briefs(folder.read("/a/b/c")) == ["file-missing 2:8"])
        try folder.link("a/b/c/paper.yaml", to: folder.path + "/a/paper.yaml")
        #expect(briefs(folder.read("/a/b/c")).first == "file-outside")
        let parent = folder.read("/a/b")
        #expect(parent.output.edition == nil && parent.diagnostics.first?.hint?.en.contains("`c`") == true)
        #expect(briefs(folder.read("/nowhere")) == ["file-missing"])
    }

    @Test func anIssueNeedsNoPaper() throws {
        let folder = try TestFolder([
            "edition.yaml": "date: 2026-11-23\n", "stories/a.md": "---\nheadline: 题\n---\n文\n",
        ])
        let read = folder.read()
        let edition = try #require(read.output.edition)
        #expect(read.diagnostics.isEmpty && edition.paper.grid == .broadsheet && edition.pages.isEmpty)
    }

    @Test func encodings() throws {
        let text = "---\nheadline: 东城晚讯第一版\n---\n沙溪河老石桥修缮竣工，两岸居民上桥观看。\n"
        let gb = gb18030(text)
        #expect(decodeText(gb).encoding == .gb18030 && decodeText(gb).text == text)
        let folder = try issue()
        try folder.write(gb, to: "stories/a.md")
        let read = folder.read()
        #expect(briefs(read) == ["encoding-converted 0:0"])
        #expect(read.diagnostics.first?.severity == .note)
        #expect(read.output.edition?.stories.first?.headline == ["东城晚讯第一版"])

        var broken = Array(text.utf8)
        broken[broken.count - 30] = 0xFF
        try folder.write(broken, to: "stories/a.md")
        let damaged = folder.read()
        #expect(damaged.diagnostics.map(\.code) == [.encodingBroken])
        #expect(damaged.diagnostics.first?.place?.line == 4)
        #expect(damaged.output.edition?.stories.first?.headline == ["东城晚讯第一版"])

        try folder.write(
            [0xEF, 0xBB, 0xBF] + Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8), to: "stories/a.md")
        #expect(folder.read().diagnostics.isEmpty)
        let utf16: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
        try folder.write(utf16, to: "stories/a.md")
        #expect(briefs(folder.read()) == ["encoding-converted 0:0"])
    }

    /// The text in GB 18030, for the characters of this test.
    private func gb18030(_ text: String) -> [UInt8] {
        let codes: [Unicode.Scalar: UInt16] = [
            "东": 0xB6AB, "城": 0xB3C7, "晚": 0xCDED, "讯": 0xD1B6, "第": 0xB5DA, "一": 0xD2BB, "版": 0xB0E6, "沙": 0xC9B3,
            "溪": 0xCFAA, "河": 0xBAD3, "老": 0xC0CF, "石": 0xCAAF, "桥": 0xC7C5, "修": 0xD0DE, "缮": 0xC9C9, "竣": 0xBFA2,
            "工": 0xB9A4, "，": 0xA3AC, "两": 0xC1BD, "岸": 0xB0B6, "居": 0xBED3, "民": 0xC3F1, "上": 0xC9CF, "观": 0xB9DB,
            "看": 0xBFB4, "。": 0xA1A3,
        ]
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            guard let code = codes[scalar] else { return [UInt8(truncatingIfNeeded: scalar.value)] }
            return [UInt8(code >> 8), UInt8(code & 255)]
        }
    }

    @Test func strayCharacters() throws {
        let folder = try issue([
            "stories/a.md": "---\nheadline: 题\n---\n正\u{202E}文\u{0}和\u{202E}\u{1B}[31m末\u{2028}行。\n"
        ])
        let read = folder.read()
        #expect(
            briefs(read) == [
                "character-stray 4:2", "character-stray 4:4", "character-stray 4:7", "character-stray 4:13",
            ])
        #expect(
            read.output.edition?.stories.first.map { $0.body.flatMap(paragraphs).map(\.text) } == ["正文和[31m末 行。"])
    }

    @Test func oddFolders() throws {
        let none = try TestFolder(["edition.yaml": "date: 2026-11-23\n"])
        #expect(briefs(none.read()) == ["edition-empty"])
        let file = try TestFolder(["edition.yaml": "date: 2026-11-23\n", "stories": "x"])
        #expect(briefs(file.read()) == ["file-unreadable", "edition-empty"])
        let other = try issue([
            "stories/b.txt": "x", "stories/.hidden.md": "x", "stories/c.md~": "x", "stories/empty.md": "",
        ])
        #expect(briefs(other.read()) == ["file-ignored 0:0", "headline-missing 1:0", "copy-empty 1:0"])
        let folder = try issue(["stories/d.md/x": "x"])
        #expect(briefs(folder.read()) == ["file-unreadable"])
        var limits = ReadingLimits()
        limits.textBytes = 20
        #expect(briefs(try issue().read(limits: limits)).contains("file-too-large"))
        #expect(readEdition(at: "").output.edition == nil && readEdition(at: "/dev/null").output.edition == nil)
    }

    @Test(arguments: [
        ("正文第一行\n二行", ["正文第一行"]), ("# 大题\n\n文", ["大题"]), ("", ["a"]), ("---\nheadline: [坏\n---\n文", ["[坏"]),
        ("---\nheadline: 题\n\n文", ["题"]), ("---\nheadline: |\n  一行\n  二行\n---\n文", ["一行", "二行"]),
    ])
    func headlinesAreKept(text: String, headline: [String]) throws {
        let read = try issue(["stories/a.md": text]).read()
        #expect(read.output.edition?.stories.first?.headline == headline)
    }
}
