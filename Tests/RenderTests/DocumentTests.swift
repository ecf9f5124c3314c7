import Layout
import Render
import Testing

@Suite struct DocumentTests {
    @Test func `qpdf finds the file sound`() async throws {
        #expect(try await asked("qpdf", of: samplePDF().output, ["--check"]).isSuccess)
    }

    @Test func `every font is embedded and cut to what is used`() async throws {
        let lines = try await asked("pdffonts", of: samplePDF().output).output.split(separator: "\n").dropFirst(2)
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.contains(" yes yes yes ") && $0.contains("+") }, "\(lines)")
    }

    @Test func `the text can be extracted`() async throws {
        let text = try await asked("pdftotext", of: samplePDF().output, ["-raw"], ["-"]).output
        for words in ["新铁路通车", "本报讯——今天，鸟𬸚𠮷", "Beijing", "新线起点。", "Swift"] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        let vertical = text.filter { "竖题（一）".contains($0) }
        #expect(vertical.contains("竖题（一）"), "\(text)")
    }

    @Test func `the file says what it is and how it is built`() async throws {
        let bytes = try await samplePDF().output
        let facts = try asked("pdfinfo", of: bytes, ["-isodates"]).output
        for fact in ["东城新闻", "press", "2024-05-01", "Tagged:          yes", "300 x 200 pts"] {
            #expect(facts.contains(fact), "\(fact) in \(facts)")
        }
        let structure = try asked("pdfinfo", of: bytes, ["-struct"]).output.split(whereSeparator: \.isWhitespace)
        #expect(structure.first { $0 == "Art" } != nil && structure.contains("H1") && structure.contains("Caption"))
        let outline = try asked("qpdf", of: bytes, ["--json", "--json-key=outlines"]).output
        #expect(outline.contains("第1版") && outline.contains("新铁路通车"))
    }

    @Test func `twice the same pages are the same bytes`() async throws {
        let picture = PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40))
        #expect(
            try await samplePDF([picture], [SamplePictures.quarters]).output
                == samplePDF([picture], [SamplePictures.quarters]).output)
    }

    @Test func `glyphs stand where Layout put them`() async throws {
        let words = try await asked("pdftotext", of: samplePDF().output, ["-bbox"], ["-"]).output
        let line = try #require(words.split(separator: "\n").first { $0.contains("新线起点。") })
        // Five characters of 8 pt from 10 pt: no rounding of advances.
        #expect(line.contains(#"xMin="10.000000""#) && line.contains(#"xMax="50.000000""#), "\(line)")
    }

    @Test func `inks become colours`() async throws {
        let pixels = try await Pixels(pdf: samplePDF().output)
        #expect(pixels.colour(105, 85) == "cyan")
        #expect(pixels.colour(125, 85) == "white")
        #expect(pixels.colour(145, 85) == "black")
    }
}
