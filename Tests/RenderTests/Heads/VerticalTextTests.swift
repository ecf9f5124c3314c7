import Foundation
import Render
import Testing

@testable import Layout

/// Vertical text (typography.md 8) in real faces.
@Suite struct VerticalTextTests {
    private static let size = Length.points(20)

    private func shaped(_ text: String, _ family: String = "Song") throws -> ShapedText {
        let style = FontStyle(families: [family], weight: 700, size: VerticalTextTests.size)
        return try shape(
            [StyledSpan(text, RoleStyle(style))], em: style.size, rules: TextRules(), direction: .topToBottom,
            with: HarfBuzzMeasurer(type))
    }

    @Test(arguments: ["Song", "Hei", "Kai"])
    func `marks take half an em, long marks two, others one`(_ family: String) throws {
        for (text, ems) in [
            ("，", 500), ("。", 500), ("、", 500), ("“", 500), ("”", 500), ("《", 500), ("》", 500), ("（", 500),
            ("·", 500),
            ("——", 2000), ("……", 2000), ("：", 1000), ("；", 1000), ("？", 1000), ("！", 1000), ("字", 1000),
            ("12", 1000),
            ("A", 1000), ("315", 1000),
        ] {
            let text = try shaped(text, family)
            #expect(text.count == 1 && text.widths[0] * 1000 / text.em == ems, "\(text.text) \(text.widths)")
        }
    }

    @Test(arguments: [
        ("第12届", "第|12|届"), ("12345热线", "1|2|3|4|5|热|线"), ("AI诊断", "A|I|诊|断"), ("A股", "A|股"),
        ("涨3.5%", "涨|3|.|5|%"),
        ("“好”——走", "“|好|”|——|走"),
    ])
    func `two or three digits share a cell, longer numbers and words are turned`(_ text: String, _ units: String)
        throws
    {
        let text = try shaped(text)
        #expect((0..<text.count).map { text.text(of: $0..<($0 + 1)) }.joined(separator: "|") == units)
    }

    @Test func `what lies on its side`() throws {
        let text = try shaped("第12届2026年A股AI")
        let turned = (0..<text.count).filter(text.isTurned).map { text.text(of: $0..<($0 + 1)) }
        #expect(turned == ["2", "0", "2", "6", "A", "I"])
    }

    /// The ink of a unit's glyphs: across from the middle of the line, down from the unit's top, in hundredths of an em.
    private func ink(_ text: ShapedText, _ unit: Int = 0) throws -> (x: ClosedRange<Int>, y: ClosedRange<Int>) {
        let measurer = HarfBuzzMeasurer(type)
        var x: [Int] = []
        var y: [Int] = []
        for glyph in text.glyphs[text.glyphStarts[unit]..<text.glyphStarts[unit + 1]] {
            let size = VerticalTextTests.size
            guard let box = try measurer.inkBox(of: glyph.glyph, in: glyph.face, at: size) else { continue }
            x += [glyph.offsetX + box.left, glyph.offsetX + box.right].map { $0.scaled * 100 / text.em }
            y += [glyph.offsetY + box.top, glyph.offsetY + box.bottom].map { $0.scaled * 100 / text.em }
        }
        return (x.min()!...x.max()!, y.min()!...y.max()!)
    }

    @Test(arguments: ["，", "。", "、"], ["Song", "Hei", "Kai"])
    func `stops stand in the upper right of their cell`(_ mark: String, _ family: String) throws {
        let ink = try ink(try shaped(mark, family))
        #expect(ink.x.lowerBound >= 0 && ink.y.lowerBound >= 0 && ink.y.upperBound <= 50, "\(ink)")
    }

    /// GB/T 15834 5.2: below the character, towards the right.
    @Test(arguments: ["？", "！", "：", "；"])
    func `other stops stand right of the middle or on it`(_ mark: String) throws {
        let ink = try ink(try shaped(mark))
        #expect(
            ink.x.lowerBound + ink.x.upperBound >= -6 && ink.y.lowerBound >= 0 && ink.y.upperBound <= 100, "\(ink)")
    }

    @Test(arguments: ["“", "”", "‘", "《", "》", "（", "）", "【"], ["Song", "Hei"])
    func `brackets lie across their line, inside their half em`(_ mark: String, _ family: String) throws {
        let ink = try ink(try shaped(mark, family))
        #expect(ink.y.lowerBound >= -2 && ink.y.upperBound <= 52, "\(ink)")
        #expect(ink.x.count > 25, "\(ink)")
    }

    @Test func `dashes and ellipses run down`() throws {
        for mark in ["——", "……"] {
            let ink = try ink(try shaped(mark))
            #expect(
                ink.y.count > 140 && ink.x.count < 30 && abs(ink.x.lowerBound + ink.x.upperBound) < 12, "\(ink)")
        }
    }

    @Test(arguments: ["12", "88", "315", "A", "字"])
    func `what stands upright is in the middle of its cell`(_ text: String) throws {
        let text = try shaped(text)
        let ink = try ink(text)
        let scale = Int(text.widthScales[0])
        #expect(ink.y.lowerBound >= 0 && ink.y.upperBound <= 100, "\(ink)")
        if scale == 1000 { #expect(abs(ink.x.lowerBound + ink.x.upperBound) < 16, "\(ink)") }
        #expect(scale == 1000 || text.text.count > 1)
    }

    @Test func `the text stays as it was written, in one cluster a run`() throws {
        let text = try shaped("从“没人管”到2026——好")
        let line = text.trackedLine(of: 0..<text.count, tracking: 0)
        var read = ""
        for case .glyphs(let run) in text.verticalMarks(of: line, centre: .points(100), top: .points(50)) {
            read += run.text
            #expect(run.clusters == [TextCluster(bytes: run.text.utf8.count, glyphs: run.glyphs.count)])
            #expect(run.isTurned == (run.text == "2026"))
        }
        #expect(read == text.text)
    }

    @Test func `heads side by side are read one after the other`() async throws {
        let page = PageSize(trim: Size(width: .points(300), height: .points(400)))
        let marks = try ["老城区供暖管网改造", "提前两个月完工"].enumerated().flatMap { index, text in
            let text = try shaped(text)
            return text.verticalMarks(
                of: text.trackedLine(of: 0..<text.count, tracking: 0), centre: .points(100 + 30 * index),
                top: .points(50))
        }
        let module = PageModule(
            kind: .story, name: "a", frame: Rect(x: .zero, y: .zero, width: .points(300), height: .points(400)),
            passages: [Passage(.text(.headline, paragraph: 0), marks: marks)])
        let facts = DocumentFacts(title: "", author: "", date: CalendarDate(year: 2026, month: 11, day: 23)!)
        let bytes = try await pdf(
            of: [Page(number: 1, size: page, modules: [module])], artworks: [:], type: type, document: facts)
        try withTemporaryFolder { folder in
            let path = folder + "/a.pdf"
            try Data(bytes.output).write(to: URL(filePath: path))
            let text = try run("pdftotext", [path, "-"]).output
            #expect(text.contains("老城区供暖管网改造") && text.contains("提前两个月完工"), "\(text)")
        }
    }
}
