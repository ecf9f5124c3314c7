import Layout
import Render
import Testing

@Suite struct MeasurerTests {
    private let measurer = HarfBuzzMeasurer(type)

    private func widths(_ text: String, _ style: FontStyle = song, _ script: TextRun.Script = .chinese) throws
        -> [Int]
    {
        try measurer.shape(TextRun(text, style: style, script: script)).map {
            $0.advance.thousandths(of: style.size)
        }
    }

    private func width(_ text: String, _ style: FontStyle = song) throws -> Int {
        try widths(text, style).reduce(0, +)
    }

    @Test(arguments: ["Song", "Hei", "Kai"])
    func `Han, marks and quotation marks are one em wide`(_ family: String) throws {
        let style = FontStyle(families: [family], weight: 400, size: .points(9))
        #expect(try widths("“新闻”，《人民》。", style).allSatisfy { $0 == 1000 })
    }

    @Test(arguments: ["——", "……"], ["Song", "Hei", "Kai"])
    func `long marks are two em, whatever stands beside them`(_ mark: String, _ family: String) throws {
        let style = FontStyle(families: [family], weight: 400, size: .points(9))
        for neighbour in ["", "字", "A", "8"] {
            let both = try width(neighbour + mark + neighbour, style)
            let alone = try width(neighbour, style)
            #expect(both - 2 * alone == 2000, "\(neighbour)\(mark)\(neighbour)")
        }
    }

    @Test func `widths are exact at every size`() throws {
        for size in [Length.points(17, 2), .points(9), .points(19, 2), .points(90)] {
            let glyphs = try measurer.shape(TextRun("报", style: song.sized(size)))
            #expect(glyphs.map(\.advance) == [size])
        }
    }

    @Test func `clusters are offsets in UTF-8`() throws {
        let glyphs = try measurer.shape(TextRun("中A𬸚。", style: song))
        #expect(glyphs.map(\.cluster) == [0, 3, 4, 8])
    }

    @Test func `rare characters come from the fallback face`() throws {
        let run = TextRun("鸟𬸚㛃𠮷", style: FontStyle(families: ["Hei"], weight: 700, size: .points(20)))
        let glyphs = try measurer.shape(run)
        let own = type.face(for: run.style)
        #expect(glyphs.map { $0.glyph == 0 } == Array(repeating: false, count: 4))
        #expect(glyphs.prefix(3).allSatisfy { $0.face == own })
        #expect(type.faces[glyphs[3].face.index].role == .fallback)
    }

    @Test func `a character that no face has is glyph 0 of the first`() throws {
        let run = TextRun("甲\u{10FFFD}乙", style: song)
        let glyphs = try measurer.shape(run)
        #expect(glyphs.map(\.face) == Array(repeating: type.face(for: song), count: 3))
        #expect(glyphs.map { $0.glyph == 0 } == [false, true, false])
    }

    @Test(arguments: ["，", "。", "（", "—", "…", "《", "："])
    func `vertical text has forms of its own`(_ mark: String) throws {
        let across = try measurer.shape(TextRun(mark, style: song))
        let down = try measurer.shape(TextRun(mark, style: song, direction: .topToBottom))
        #expect(across.map(\.glyph) != down.map(\.glyph))
        #expect(down.allSatisfy { $0.advance.thousandths(of: song.size) == 1000 })
    }

    @Test func `vertical glyphs hang centred below the pen`() throws {
        let glyph = try #require(try measurer.shape(TextRun("字", style: song, direction: .topToBottom)).first)
        #expect(glyph.offsetX.thousandths(of: song.size) == -500)
        #expect(glyph.offsetY.thousandths(of: song.size) == 880)
    }

    @Test func `Western words keep their kerning`() throws {
        let kerned = try widths("AVAVA", song, .western).reduce(0, +)
        #expect(kerned < (try widths("AVAVA", song, .chinese).reduce(0, +)))
    }

    @Test func `a comma's ink lies in the left half of its em, a space has none`() throws {
        let glyphs = try measurer.shape(TextRun("， ", style: song))
        let comma = try #require(try measurer.inkBox(of: glyphs[0].glyph, in: glyphs[0].face, at: song.size))
        #expect(comma.left > .zero && comma.right < song.size / 2)
        #expect(comma.top < comma.bottom && comma.top > -(song.size / 2))
        #expect(try measurer.inkBox(of: glyphs[1].glyph, in: glyphs[1].face, at: song.size) == nil)
    }
}

@Suite struct ConcurrencyTests {
    @Test func `threads share a type case and give the same answers`() async throws {
        let shared = try TypeCase(folder: fontsFolder)
        let runs = ["Song", "Hei", "Kai"].flatMap { family in
            [400, 700].map { weight in
                TextRun("新闻𠮷，A", style: FontStyle(families: [family], weight: weight, size: .points(9)))
            }
        }
        let expected = try runs.map { try HarfBuzzMeasurer(shared).shape($0) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let measurer = HarfBuzzMeasurer(shared)
                    return try runs.map { try measurer.shape($0) } == expected
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
