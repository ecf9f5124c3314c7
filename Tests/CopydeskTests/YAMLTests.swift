import Layout
import Testing

@testable import Copydesk

/// What is wrong with a file, where it is said, and what is advised.
struct YAMLCase: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [String]
    /// Part of the first finding's hint.
    var hint: String?
    init(_ text: String, _ expected: String..., hint: String? = nil) {
        (self.text, self.expected, self.hint) = (text, expected, hint)
    }
    var testDescription: String { text }
}

@Suite struct YAMLTests {
    private func check(_ files: [String: String], _ yaml: YAMLCase) throws {
        let read = try issue(files).read()
        #expect(briefs(read) == yaml.expected)
        if let hint = yaml.hint {
            let got = read.diagnostics.first?.hint
            #expect(got?.en.contains(hint) == true || got?.zh.contains(hint) == true, "\(String(describing: got))")
        }
        for finding in read.diagnostics { #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty) }
    }

    @Test(arguments: [
        YAMLCase("name: 报\n"),
        YAMLCase("name: 报\nnmae: 报\n", "key-unknown 2:1", hint: "`name`"),
        YAMLCase("title: 报\n", "key-missing 1:1", "key-unknown 1:1"),
        YAMLCase(
            "name: 报\nname: 报\nformat: 1\nformat: 1\n", "key-repeated 2:1", "key-repeated 4:1", hint: "remove"),
        YAMLCase("name: 报\n'name': 报\n", "key-repeated 2:1"),
        YAMLCase("name:\n", "key-missing 1:1", "value-empty 1:1"),
        YAMLCase("name: [a]\n", "value-type 1:7", hint: "quote"),
        YAMLCase("- a\n", "value-type 1:1"),
        YAMLCase("name: 报\npage: { size: broadshet }\n", "value-unknown 2:15", hint: "`broadsheet`"),
        YAMLCase("name: 报\npage: { size: 对开 }\n", "value-unknown 2:15", hint: "broadsheet"),
        YAMLCase("name: 报\npage: { size: { width: 200mm } }\n", "key-missing 2:15"),
        YAMLCase("name: 报\npage: { size: { width: 20mm, height: 300mm } }\n", "value-range 2:24"),
        YAMLCase("name: 报\npage: { bleed: 3 }\n", "value-type 2:16", hint: "mm"),
        YAMLCase("name: 报\npage: { bleed: 3cm }\n", "value-type 2:16", hint: "3mm"),
        YAMLCase("name: 报\npage: { bleed: 30mm }\n", "value-range 2:16"),
        YAMLCase("name: 报\ngrid: { columns: 9, characters: 13 }\n", "value-range 2:7", hint: "columns: 8"),
        YAMLCase("name: 报\ngrid: { columns: x, rows: 0 }\n", "value-type 2:18", "value-range 2:27"),
        YAMLCase("name: 报\ngrid: { pitch: 8pt }\n", "value-range 2:16"),
        YAMLCase("name: 报\ntext: { kinsoku: gp }\n", "value-unknown 2:18", hint: "none, basic, gb, strict"),
        YAMLCase(
            "name: 报\ntext: { gap: 3mm, indent: 2, hanging: yes }\n", "value-type 2:14", "value-type 2:27",
            "value-type 2:39"),
        YAMLCase("name: 报\nformat: 2\n", "format-unsupported 2:9"),
        YAMLCase("name: 报\nmonths: lunar\n", "value-unknown 2:9", hint: "traditional"),
        YAMLCase("name: 报\nfonts: fonts\n", "file-missing 2:8"),
        YAMLCase("name: 报\nfonts: stories/a.md\n", "file-unreadable 2:8"),
        YAMLCase("name: 报\nstyles: { haedline: { weight: 400 } }\n", "key-unknown 2:11", hint: "`headline`"),
        YAMLCase("name: 报\nstyles: { headline: { weight: 50, size: 9 } }\n", "value-range 2:31", "value-type 2:41"),
        YAMLCase("name: 报\nnameplate: { art: no.svg, place: left }\n", "file-missing 2:19", "value-unknown 2:34"),
        YAMLCase("name：报\n", "value-type 1:1", hint: "ASCII colon"),
        YAMLCase("name:报\nformat: 1\n", "yaml-syntax 2:7", hint: "space after the colon"),
        YAMLCase("name: 报: 刊\n", "yaml-syntax 1:8", hint: "quote"),
        YAMLCase("name: 报\npage:\n\tsize: tabloid\n", "yaml-syntax 3:1", hint: "tabs"),
        YAMLCase("name: \"报\n", "yaml-syntax 1:7"),
        YAMLCase("name: [报\n", "yaml-syntax 1:7"),
        YAMLCase("a: &x [1]\nb: *x\n", "yaml-syntax 2:4"),
        YAMLCase("name: 报\n---\nname: 刊\n", "yaml-syntax 2:1"),
        YAMLCase("name: 报 # 注\n"), YAMLCase("name: '#报'\nformat: '1'\n"), YAMLCase(""),
    ])
    func paper(_ yaml: YAMLCase) throws { try check(["paper.yaml": yaml.text], yaml) }

    @Test(arguments: [
        YAMLCase("date: 2026-02-30\n", "date-invalid 1:7", hint: "28"),
        YAMLCase("date: 2026/11/3\n", "date-invalid 1:7", hint: "2026-11-03"),
        YAMLCase("date: 明天\n", "date-invalid 1:7", hint: "2026-11-23"),
        YAMLCase("issue: 3\n", "key-missing 1:1"), YAMLCase("", "key-missing 0:0"),
        YAMLCase("date:\n", "value-empty 1:1"),
        YAMLCase("date: 2026-11-23\nissue: 0\npages: 0\n", "value-range 2:8", "value-range 3:8"),
        YAMLCase(
            "date: 2026-11-23\npages: [{ section: 要闻, edtor: x }, 综合]\n", "key-unknown 2:24", "value-type 2:36",
            hint: "editor"),
        YAMLCase("date: 2026-11-23\nlayout: a\n", "key-unknown 2:1", hint: "format, date, issue"),
        YAMLCase("date: 2026-11-23\npaper: ../x.yaml\n", "file-outside 2:8"),
        YAMLCase(
            "date: 2026-11-23\nads: [{ file: a.jpg }]\n", "key-missing 2:7", "key-missing 2:7", "key-missing 2:7",
            "file-missing 2:15"),
        YAMLCase(
            "date: 2026-11-23\npages: 2\nads: [{ file: stories/a.md, page: 3, columns: 7, rows: 3, place: botom }]\n",
            "picture-format 3:15", "value-range 3:47", "value-unknown 3:66"),
        YAMLCase(
            "date: 2026-11-23\npages: 2\nads: { file: stories/a.md, page: 3, columns: 6, rows: 3 }\n",
            "picture-format 3:14", "advertisement-place 3:34"),
    ])
    func edition(_ yaml: YAMLCase) throws { try check(["edition.yaml": yaml.text], yaml) }

    @Test(arguments: [
        YAMLCase("headline: 题\n"), YAMLCase("headline: [一, 二]\ndeck: 副\n"),
        YAMLCase("headine: 题\n", "headline-missing 1:0", "key-unknown 2:1", hint: "front matter"),
        YAMLCase("标题: 题\nheadline: 题\n", "key-unknown 2:1", hint: "`headline`"),
        YAMLCase("headline: 题\nauthor: 李\n", "key-unknown 3:1", hint: "`byline`"),
        YAMLCase("headline: 题\npage: 3\njump: 3\n", "story-page-missing 3:7", "story-page-missing 4:7"),
        YAMLCase("headline: 题\npriority: 6\n", "value-range 3:11"),
        YAMLCase("headline: 题\ncolumns: 6-4\n", "value-range 3:10", hint: "4-6"),
        YAMLCase("headline: 题\ncolumns: 4-9\n", "value-range 3:10"), YAMLCase("headline: 题\ncolumns: 4\n"),
        YAMLCase("headline: 题\ncolumns: 4—6\n", "value-type 3:10", hint: "4-6"),
        YAMLCase("headline: 题\nhead: vertcal\n", "value-unknown 3:7", hint: "`vertical`"),
        YAMLCase("headline: 题\nbox: 是\nfiller: 1\n", "value-type 3:6", "value-type 4:9"),
        YAMLCase("headline: 题\nkeep: -1\n", "value-range 3:7"),
        YAMLCase("headline: 题\npin: middle\n", "value-unknown 3:6", hint: "top-left"),
        YAMLCase("headline: 题\npin: { page: 1, columns: 1-4 }\n", "key-missing 3:6"),
        YAMLCase("headline: 题\npin: { page: 1, columns: 1-4, rows: 20-60 }\n"),
        YAMLCase("headline: 题\npictures: [a.jpg]\n", "value-type 3:12"),
        YAMLCase(
            "headline: 题\npictures: [{ file: a.jpg, focus: [2, x] }]\n", "file-missing 3:20", "value-range 3:35",
            "value-type 3:38"),
        YAMLCase("headline: [题\n", "yaml-syntax 2:11"),
        YAMLCase("headline: 题\nkicker: #注\n", "value-empty 3:1", hint: "#"),
        YAMLCase("headline: 题\nbyline: [李, '']\n", "value-empty 3:13"),
        YAMLCase("", "headline-missing 1:0"),
    ])
    func story(_ yaml: YAMLCase) throws {
        try check(
            ["edition.yaml": "date: 2026-11-23\npages: 2\n", "stories/a.md": "---\n\(yaml.text)---\n正文。\n"], yaml)
    }

    @Test func lengthsCoverTheWord() throws {
        let read = try issue(["paper.yaml": "name: 报\npage: { size: broadshet, blead: 3mm }\n"]).read()
        #expect(read.diagnostics.map { $0.place?.length } == [9, 5])
    }

    @Test func valuesArriveExactly() throws {
        let text = """
            name: 东城晚讯
            page: { size: { width: 300mm, height: 400mm }, bleed: 2.5mm }
            grid: { columns: 6, characters: 12, gutter: 1.5em, body: 9.5pt, pitch: 13pt, rows: 80 }
            text: { kinsoku: strict, punctuation: kaiming, gap: 0.125em, indent: 0, hanging: true }
            styles: { headline: { family: [Hei, Song], weight: 900, size: 2em }, byline: { family: Hei } }
            months: traditional
            """
        let folder = try issue(["paper.yaml": text])
        let paper = try #require(folder.read().output.edition?.paper)
        #expect(paper.page.trim.width == .millimetres(thousandths: 300_000))
        #expect(paper.page.bleed == .millimetres(thousandths: 2_500))
        #expect(paper.grid.body == .points(19, 2) && paper.grid.gutter == .points(57, 4) && paper.grid.rows == 80)
        #expect(
            paper.text.gap.of(.points(8)) == .points(1) && paper.text.indent.numerator == 0 && paper.text.hanging)
        #expect(
            paper.house[.headline].font == FontStyle(families: ["Hei", "Song"], weight: 900, size: .points(19)))
        #expect(paper.house[.byline].font.families == ["Hei"] && paper.house[.byline].font.weight == 400)
        #expect(paper.usesTraditionalMonthNames)
    }

    @Test(arguments: [
        ("390mm", "550mm"), ("275mm", "390mm"), ("185mm", "260mm"), ("210mm", "297mm"), ("60mm", "80mm"),
        ("900mm", "1200mm"),
    ])
    func derivedGridsFit(width: String, height: String) throws {
        let read = try issue(["paper.yaml": "name: 报\npage: { size: { width: \(width), height: \(height) } }\n"])
            .read()
        let paper = try #require(read.output.edition?.paper)
        #expect(read.diagnostics.isEmpty)
        let (area, trim) = (paper.grid.typeArea, paper.page.trim)
        #expect(area.width <= trim.width && area.height <= trim.height)
        #expect(area.width * 100 >= trim.width * 78 && area.height * 100 >= trim.height * 80)
    }

    @Test func namedSizesHaveTheirGrids() {
        #expect(deriveGrid(on: .broadsheet) == .broadsheet && deriveGrid(on: .tabloid) == .tabloid)
        let large = deriveGrid(on: .broadsheet, body: .points(10), pitch: .points(14), gutter: .points(10))
        #expect(large.typeArea.width <= PageSize.broadsheet.trim.width)
    }

    @Test func bombsAreRefused() throws {
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        for level in 1...20 {
            bomb += "a\(level): &a\(level) [" + String(repeating: "*a\(level - 1),", count: 9) + "]\n"
        }
        let deep = String(repeating: "[", count: 200_000)
        let dashes = String(repeating: "- ", count: 200_000)
        let doubles = (0..<500).map { "k\($0 / 2): 1\n" }.joined()
        for text in [
            bomb, deep, dashes, doubles, String(repeating: "? ", count: 100_000), "? [a]\n: b\n? [a]\n: b\n",
        ] {
            let read = try issue(["paper.yaml": text]).read()
            #expect(read.diagnostics.contains { $0.severity == .error })
            #expect(read.diagnostics.count <= 102)
        }
    }

    @Test(
        arguments: [
            ("headlin", "headline"), ("HEADLINE", "headline"), ("haedline", "headline"), ("photo", "pictures"),
            ("xyzzy", nil),
            ("a", nil), ("作者", "byline"),
        ] as [(String, String?)])
    func spelling(word: String, meant: String?) {
        #expect(nearest(word, in: ["headline", "kicker", "deck", "byline", "pictures", "page"]) == meant)
    }
}
