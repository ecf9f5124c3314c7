import Foundation
import Layout
import Testing

@testable import Copydesk

/// Every key of the format, each with a good value.
let everyKey: [String: String] = [
    "paper.yaml": """
    format: 1
    name: 东城晚讯
    page: { size: { width: 275mm, height: 390mm }, bleed: 3mm }
    grid: { columns: 6, characters: 11, gutter: 1em, body: 9pt, pitch: 12pt, rows: 80 }
    text: { kinsoku: gb, punctuation: quanjiao, gap: 1/4em, indent: 2em, hanging: false, initial: 3 }
    nameplate: { art: n.svg, place: top-left, columns: 3, rows: 10, website: a.cn, email: b@a.cn, ear: contents }
    colophon: { unit: 某社, cn: CN 00-0000, address: 街, phone: 0000, printer: 厂, distribution: 邮局, price: 1.50 }
    styles: { headline: { family: Song, weight: 700, size: 20pt, kinsoku: strict, punctuation: kaiming, gap: 1/8em,
        indent: 1em, hanging: true } }
    costs: {
      butting: 80, butting-with-contrast: 10, near-butting: 60, inversion-above: 2,
      inversion-left: 1, middle-seam: 40, jog: 4, crossing: 15, filler: 3, narrow: 5, frames: 8,
      outshone: 40, equalled: 20, deck-line: 10, top-heavy: 5, blank: 30, contents: 100, closing: 8, overset-squared: 25, white: 10, white-seen: 2, hole: 25,
      white-gap: 10, gap-line: 40, looseness: 3, overset: 300, overset-line: 15, cut: 60,
      cut-line: 8, head-fill: 1, head-line: 4, head-step: 1, head-white: 6, head-wrap: 16,
      frame: 24, broken-columns: 100, short-leg: 20, long-leg: 5, aspect: 30, crop: 1,
      picture-share: 3, picture-over: 6, picture-beside: 6, coarse: 60, too-coarse: 400,
      head-direction: 300, wished-column: 60, wished-point: 8, moved: 60, off-section: 1200,
      omitted-deck: 40, omitted-picture: 60, pull-quote: 4 }
    fit: { crop: 8%, white: 1, longer: 3, shorter: 1, rows: 0, broken-columns: false, frames: false, vertical-heads: false, pull-quotes: false }
    months: plain
    fonts: fonts
    """,
    "edition.yaml": """
    format: 1
    date: 2026-11-23
    issue: 1491
    paper: paper.yaml
    pages: [{ section: 要闻, editor: 周岚 }, { section: 综合 }]
    ads: [{ file: n.svg, page: 1, columns: 2, rows: 10, place: bottom-right }]
    """,
    "stories/a.md": """
    ---
    format: 1
    headline: [一行, 二行]
    kicker: 肩题
    deck: 副题
    dateline: 东城晚讯
    byline: [融媒体 李明, 通讯员 王芳]
    page: 1
    section: 综合
    priority: 5
    columns: 4-6
    head: vertical
    box: true
    text: horizontal
    pictures: [{ file: n.svg, caption: 图说, credit: 某 摄, alt: 说明, focus: [0.4, 0.3], optional: true }]
    optional: [deck, pictures]
    quote: { text: 正文, by: 某人 }
    pin: { page: 1, columns: 1-4, rows: 20-60 }
    lock: false
    prefer: { span: 4, head: 36, picture: 2 }
    forbid: [crop]
    jump: 2
    keep: 600
    initial: 2
    filler: false
    ---
    正文**“粗”**字。

    | 甲 | 乙 |
    |---|---|
    | 一 | 二 |
    """,
    "n.svg": "<svg width='40' height='10'/>", "fonts/readme": "",
]

@Suite struct EditionTests {
    @Test func everyKeyIsUnderstood() throws {
        let read = try TestFolder(everyKey).read()
        #expect(read.diagnostics.isEmpty)
        let story = try #require(read.output.edition?.stories.first)
        #expect(story.headline == ["一行", "二行"] && story.deck == ["副题"] && story.byline == ["融媒体 李明", "通讯员 王芳"])
        #expect(story.columns == 4...6 && story.headDirection == .vertical && story.isBoxed && !story.isFiller)
        #expect(
            story.pin == .rectangle(page: 1, columns: 1...4, rows: 20...60) && story.jump == 2 && story.keep == 600)
        #expect(story.initial == 2 && read.output.edition?.paper.text.initial == 3)
        #expect(
            read.output.edition?.paper.house.textRules[.headline]
                == RoleRules(
                    kinsoku: .strict, punctuation: .kaiming, gap: Fraction(1, 8), indent: Fraction(1), hanging: true
                ))
        #expect(story.pictures.first?.focus ?? (0, 0) == (400, 300))
        #expect(
            read.output.edition?.paper.colophon.price == "1.50" && read.output.edition?.paper.fontFolder == "fonts")
    }

    /// The schemas that editors complete from say exactly what the reader accepts.
    @Test func schemasMatchTheReader() throws {
        let folder = try TestFolder(everyKey)
        let accepted = withExtendedLifetime(folder) { readIssue(at: folder.path, limits: ReadingLimits()).accepted }
        var described: [String: Set<String>] = [:]
        for name in ["paper", "edition", "story"] {
            let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("Schemas/\(name).schema.json")
            let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:]
            #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
            collect(schema, as: name, into: &described)
        }
        #expect(described == accepted)
    }

    /// A section is one of those that the pages have.
    @Test(arguments: [
        ("综合", "综合", []), ("综和", nil, ["value-unknown 3:10 did you mean “综合”?"]),
        ("体育", nil, ["value-unknown 3:10 there are: 要闻, 综合"]),
    ])
    func sectionsAreThoseOfThePages(written: String, understood: String?, said: [String]) throws {
        let folder = try TestFolder([
            "edition.yaml": "date: 2026-11-23\npages: [{ section: 要闻 }, { section: 综合 }]",
            "stories/a.md": "---\nheadline: 标题\nsection: \(written)\n---\n正文。",
        ])
        let read = folder.read()
        #expect(read.output.edition?.stories.first?.section == understood)
        #expect(
            read.diagnostics.map { diagnostic in
                let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? ""
                return "\(diagnostic.code.rawValue) \(place) \(diagnostic.hint?.en ?? "")"
            } == said)
    }

    /// Only a boxed story without tables runs down; else the key is said to be of no use, and nothing is lost.
    @Test(arguments: [
        ("box: true\ntext: vertical", "正文。", Story.Direction.vertical, []),
        ("text: vertical", "正文。", .horizontal, ["key-ignored 3:7"]),
        ("box: true\ntext: vertical", "正文。\n\n| 甲 |\n|---|\n| 一 |", .horizontal, ["key-ignored 8:1"]),
        ("box: true\ntext: down", "正文。", .horizontal, ["value-unknown 4:7"]),
    ])
    func textRunsDownInABox(keys: String, body: String, direction: Story.Direction, messages: [String]) throws {
        let read = try issue(["stories/a.md": "---\nheadline: 题\n\(keys)\n---\n\(body)\n"]).read()
        #expect(read.output.edition?.stories.first?.textDirection == direction)
        #expect(briefs(read) == messages)
    }

    @Test func costsAreSetByName() throws {
        let paper =
            "name: 试报\npage: { size: tabloid }\ncosts: { butting: 120, head-wrap: 0, buting: 3, white: 9999 }\n"
        let read = try issue(["paper.yaml": paper]).read()
        let costs = try #require(read.output.edition).paper.costs
        #expect((costs.plan.butting, costs.fill.headWrap, costs.fill.white) == (120, 0, 10))
        #expect(briefs(read) == ["key-unknown 3:38", "value-range 3:56"])
        #expect(read.diagnostics[0].hint?.en.hasPrefix("did you mean `butting`?") ?? false)
    }

    /// The table in the documentation has every cost with its default, its unit and a sentence of its own.
    @Test func costsAreDescribed() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/costs.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        var sentences: Set<Substring> = []
        for (name, value) in HouseCosts.all {
            let start = "| `\(name)` | \(HouseCosts()[keyPath: value]) |"
            let cells = text.split(separator: "\n").first { $0.hasPrefix(start) }?.split(separator: "|") ?? []
            #expect(cells.count == 4, "\(name): its unit and what it is for")
            if let sentence = cells.last {
                #expect(sentences.insert(sentence).inserted, "\(name): a sentence of its own")
            }
        }
    }

    /// Every object of a schema has a `title` that names the reader's section.
    private func collect(_ schema: Any, as name: String, into described: inout [String: Set<String>]) {
        if let list = schema as? [Any] { for item in list { collect(item, as: name, into: &described) } }
        guard let schema = schema as? [String: Any] else { return }
        if let properties = schema["properties"] as? [String: Any] {
            described[schema["title"] as? String ?? "?", default: []].formUnion(properties.keys)
            #expect(schema["additionalProperties"] as? Bool == false)
            for (key, property) in properties {
                let described =
                    (property as? [String: Any])?["description"] != nil
                    || (property as? [String: Any])?["$ref"] != nil
                #expect(described, "\(name).\(key) has a description")
            }
        }
        for value in schema.values { collect(value, as: name, into: &described) }
    }

    /// The samples that the project ships with are clean. A sample whose pictures are made by a script may lack them.
    @Test(arguments: ["hello", "tabloid", "dongcheng/2026-11-23"])
    func samplesReadCleanly(name: String) throws {
        let root =
            ProcessInfo.processInfo.environment["PRESS_SAMPLES"]
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples").path
        guard FileManager.default.fileExists(atPath: root + "/" + name) else { return }
        let read = readEdition(at: root + "/" + name)
        #expect(
            read.diagnostics.filter { $0.code != .fileMissing }.map {
                "\($0.place?.file ?? "") \(brief($0)) \($0.message.zh)"
            } == [])
        for story in try #require(read.output.edition).stories {
            let text = try #require(read.output.sources[story.place.file]).joined(separator: "\n")
            let body = StoryFile(text, name: story.name, file: story.place.file, issue: "").body
            #expect(han(body) == han(story.body.flatMap(paragraphs).map(\.text).joined()))
        }
    }

    @Test func readingIsRepeatable() throws {
        var files = everyKey
        files["paper.yaml"]? += "\nx: 1\ny: 2\n"
        let folder = try TestFolder(files)
        let first = folder.read()
        for _ in 0..<5 { #expect(folder.read().diagnostics == first.diagnostics) }
    }
}

/// The Chinese characters of a text, in order.
func han(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isIdeographic }))
}

@Suite struct MutationTests {
    /// Damaged editions: no crash, an end, and the same findings each time.
    @Test(arguments: 0..<8)
    func mutants(shard: Int) throws {
        let folder = try TestFolder(everyKey)
        let names = ["paper.yaml", "edition.yaml", "stories/a.md", "n.svg"]
        var random = SplitMix(state: 2026_1123 + UInt64(shard))
        for round in 0..<250 {
            let name = names[Int(random.next() % 4)]
            var bytes = Array((everyKey[name] ?? "").utf8)
            for _ in 0...(random.next() % 4) { mutate(&bytes, &random) }
            try folder.write(bytes, to: name)
            let read = folder.read()
            if round % 10 == 0 {
                let again = folder.read()
                #expect(read.diagnostics == again.diagnostics)
            }
            for finding in read.diagnostics { #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty) }
            try folder.write(Array((everyKey[name] ?? "").utf8), to: name)
        }
    }

    /// Whatever marks are strewn into a text, its Chinese characters come out in order.
    @Test(arguments: 0..<4)
    func noTextIsLost(shard: Int) throws {
        var random = SplitMix(state: 77 + UInt64(shard))
        let marks = [
            "*", "**", "***", "“", "”", "。", "，", "：", "[", "]", "(", ")", "\n", "\n\n", "\n> ", "\n- ", "\n1. ",
            "\n## ", "`", "|", "\n|-|-|\n",
            "\\\n", "  \n", "_", "<b>", "</b>", "<", ">", "&", "~~", "\n    ", "　", "\n---\n", "![", "](a)", "[^1]",
            "\n[^1]: ", "\n[x]: ", "\n```\n",
            "\\", "\n```", "\n~~~", "#", "!", " ", "a", "1", "\t",
        ]
        let text = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏".unicodeScalars)
        for _ in 0..<1500 {
            var source = ""
            for index in 0..<Int(random.next() % 40 + 3) {
                source.unicodeScalars.append(text[index % text.count])
                if random.next() % 2 == 0 { source += marks[Int(random.next() % UInt64(marks.count))] }
            }
            let result = try blocksOnly(source).flatMap(paragraphs).map(\.text).joined()
            #expect(han(result) == han(source), "\(source.debugDescription)")
            #expect(!result.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
        }
    }

    private func blocksOnly(_ source: String) throws -> [Block] {
        let desk = Desk(folder: try Folder(path: "/"), limits: ReadingLimits())
        return readMarkdown(source, in: "a.md", firstLine: 1, at: desk)
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else { return bytes = [UInt8(truncatingIfNeeded: random.next())] }
        let at = Int(random.next() % UInt64(bytes.count))
        let marks = Array(":-[]{}*&\"'#|>\n\t ?!%@`,<=/\0\u{0B}".utf8)
        switch random.next() % 7 {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes[at] ^= 1 << UInt8(random.next() % 8)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 12) + 1))
        case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + Int(random.next() % 60))], at: at)
        case 4: bytes.insert(marks[Int(random.next() % UInt64(marks.count))], at: at)
        case 5: bytes.removeLast(bytes.count - at)
        default: bytes[at] = marks[Int(random.next() % UInt64(marks.count))]
        }
    }
}

/// SplitMix64: the same numbers on every machine.
struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
