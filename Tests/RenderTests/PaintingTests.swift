import Foundation
import Layout
import Render
import Testing

private let small = PageSize(trim: Size(width: .points(300), height: .points(200)), bleed: .zero)
private let facts = DocumentFacts(
    title: "东城新闻", author: "press", date: CalendarDate(year: 2024, month: 5, day: 1)!)

private func at(_ x: Int, _ y: Int) -> Point { Point(x: .points(x), y: .points(y)) }
private func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Rect {
    Rect(x: .points(x), y: .points(y), width: .points(width), height: .points(height))
}

/// A page of one story with a head, text, a caption, a picture, rules and vertical text.
private func samplePage(_ pictures: [PlacedArtwork] = []) throws -> Page {
    let head = FontStyle(families: ["Song"], weight: 900, size: .points(22))
    let kai = FontStyle(families: ["Kai"], weight: 400, size: .points(8))
    let passages = [
        Passage(.text(.headline, paragraph: 0), marks: try glyphRun("新铁路通车", head, at: at(10, 30))),
        Passage(
            .text(.body, paragraph: 1),
            marks: try glyphRun("本报讯——今天，鸟𬸚𠮷", song, at: at(10, 50))
                + glyphRun("Beijing ", song, at: at(120, 50), script: .western)),
        Passage(.text(.caption, paragraph: 2), marks: try glyphRun("新线起点。", kai, at: at(10, 70))),
        Passage(
            .text(.kicker, paragraph: 3), marks: try glyphRun("竖题（一）", song, at: at(280, 10), isVertical: true)),
        Passage(
            .text(.body, paragraph: 4),
            marks: try glyphRun("Swift", song, at: at(250, 10), script: .western, isTurned: true)),
        Passage(.figure(alternative: "图"), marks: pictures.map(Mark.picture)),
        Passage(
            .ornament,
            marks: [
                .rule(Rule(from: at(10, 190), to: at(290, 190), thickness: .points(4), pattern: .ornamental)),
                .rule(Rule(from: at(10, 180), to: at(290, 180), thickness: .points(1), pattern: .dotted)),
                .rule(Rule(from: at(5, 10), to: at(5, 190), thickness: .points(1, 2))),
                .tint(box(100, 80, 10, 10), .process(cyan: 1000, magenta: 0, yellow: 0, black: 0)),
                .frame(box(120, 80, 10, 10), thickness: .points(1), .black(500)),
                .disc(centre: at(145, 85), radius: .points(4), .solidBlack),
            ]),
    ]
    let module = PageModule(kind: .story, name: "railway", frame: box(0, 0, 300, 200), passages: passages)
    return Page(number: 1, size: small, modules: [module])
}

private func samplePDF(_ pictures: [PlacedArtwork] = [], _ artworks: [Artwork] = []) throws -> Warned<[UInt8]> {
    let byPath = Dictionary(uniqueKeysWithValues: artworks.map { ($0.path, $0) })
    return try pdf(of: [samplePage(pictures)], artworks: byPath, type: type, document: facts)
}

/// What a program of the system says of the file.
private func asked(_ program: String, of bytes: [UInt8], _ before: [String] = [], _ after: [String] = []) throws
    -> (output: String, isSuccess: Bool)
{
    try withTemporaryFolder { folder in
        try Data(bytes).write(to: URL(filePath: folder + "/a.pdf"))
        return try run(program, before + [folder + "/a.pdf"] + after)
    }
}

@Suite struct DocumentTests {
    @Test func `qpdf finds the file sound`() throws {
        #expect(try asked("qpdf", of: samplePDF().output, ["--check"]).isSuccess)
    }

    @Test func `every font is embedded and cut to what is used`() throws {
        let lines = try asked("pdffonts", of: samplePDF().output).output.split(separator: "\n").dropFirst(2)
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.contains(" yes yes yes ") && $0.contains("+") }, "\(lines)")
    }

    @Test func `the text can be extracted`() throws {
        let text = try asked("pdftotext", of: samplePDF().output, ["-raw"], ["-"]).output
        for words in ["新铁路通车", "本报讯——今天，鸟𬸚𠮷", "Beijing", "新线起点。", "Swift"] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        let vertical = text.filter { "竖题（一）".contains($0) }
        #expect(vertical.contains("竖题（一）"), "\(text)")
    }

    @Test func `the file says what it is and how it is built`() throws {
        let bytes = try samplePDF().output
        let facts = try asked("pdfinfo", of: bytes, ["-isodates"]).output
        for fact in ["东城新闻", "press", "2024-05-01", "Tagged:          yes", "300 x 200 pts"] {
            #expect(facts.contains(fact), "\(fact) in \(facts)")
        }
        let structure = try asked("pdfinfo", of: bytes, ["-struct"]).output.split(whereSeparator: \.isWhitespace)
        #expect(structure.first { $0 == "Art" } != nil && structure.contains("H1") && structure.contains("Caption"))
        let outline = try asked("qpdf", of: bytes, ["--json", "--json-key=outlines"]).output
        #expect(outline.contains("第1版") && outline.contains("新铁路通车"))
    }

    @Test func `twice the same pages are the same bytes`() throws {
        let picture = PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40))
        #expect(
            try samplePDF([picture], [SamplePictures.quarters]).output
                == samplePDF([picture], [SamplePictures.quarters]).output)
    }

    @Test func `glyphs stand where Layout put them`() throws {
        let words = try asked("pdftotext", of: samplePDF().output, ["-bbox"], ["-"]).output
        let line = try #require(words.split(separator: "\n").first { $0.contains("新线起点。") })
        // Five characters of 8 pt from 10 pt: no rounding of advances.
        #expect(line.contains(#"xMin="10.000000""#) && line.contains(#"xMax="50.000000""#), "\(line)")
    }

    @Test func `inks become colours`() throws {
        let pixels = try Pixels(pdf: samplePDF().output)
        #expect(pixels.colour(105, 85) == "cyan")
        #expect(pixels.colour(125, 85) == "white")
        #expect(pixels.colour(145, 85) == "black")
    }
}

@Suite struct PictureTests {
    @Test func `a JPEG goes through as it is`() throws {
        let picture = PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40))
        let result = try samplePDF([picture, picture], [SamplePictures.quarters])
        #expect(result.diagnostics.isEmpty)
        let list = try asked("pdfimages", of: result.output, ["-list"]).output.split(separator: "\n").dropFirst(2)
        #expect(list.allSatisfy { $0.contains("32    32  rgb     3   8  jpeg") })
        #expect(Set(list.map { $0.split(separator: " ")[10] }).count == 1, "one image for two places: \(list)")
    }

    /// A crop, and the colour it leaves at the frame's two ends.
    private struct Crop: Sendable {
        var crop: PlacedArtwork.Crop
        var topLeft: String
        var bottomRight: String
    }

    @Test(arguments: [
        Crop(crop: .whole, topLeft: "red", bottomRight: "yellow"),
        Crop(crop: .init(x: 500_000..<1_000_000, y: 0..<500_000), topLeft: "green", bottomRight: "green"),
        Crop(crop: .init(x: 0..<500_000, y: 250_000..<1_000_000), topLeft: "red", bottomRight: "blue"),
    ])
    private func `the crop fills the frame`(_ expected: Crop) throws {
        let placed = PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40), crop: expected.crop)
        let pixels = try Pixels(pdf: samplePDF([placed], [SamplePictures.quarters]).output)
        #expect(pixels.colour(13, 83) == expected.topLeft)
        #expect(pixels.colour(47, 117) == expected.bottomRight)
        #expect(pixels.colour(7, 90) == "white" && pixels.colour(53, 90) == "white")
    }

    @Test func `CMYK that Adobe's programs inverted comes out right`() throws {
        let placed = PlacedArtwork(path: "adobe.jpg", frame: box(10, 80, 40, 40))
        let pixels = try Pixels(pdf: samplePDF([placed], [SamplePictures.adobe]).output)
        #expect(pixels.colour(15, 100) == "red" && pixels.colour(45, 100) == "cyan")
    }

    @Test func `what is transparent in a PNG is paper`() throws {
        let placed = PlacedArtwork(path: "halves.png", frame: box(10, 80, 40, 40))
        let result = try samplePDF([placed], [SamplePictures.halves])
        let pixels = try Pixels(pdf: result.output)
        #expect(pixels.colour(15, 100) == "blue" && pixels.colour(45, 100) == "white")
        #expect(!(try asked("pdfimages", of: result.output, ["-list"]).output.contains("smask")))
    }

    @Test func `a drawing stays vectors and sees our fonts only`() throws {
        let placed = PlacedArtwork(path: "drawing.svg", frame: box(10, 80, 80, 40))
        let result = try samplePDF([placed], [SamplePictures.drawing])
        #expect(result.diagnostics.isEmpty)
        #expect(try Pixels(pdf: result.output).colour(12, 82) == "red")
        #expect(try asked("pdfimages", of: result.output, ["-list"]).output.split(separator: "\n").count == 2)
        #expect(try asked("pdftotext", of: result.output, [], ["-"]).output.contains("图例"))
        #expect(try asked("pdffonts", of: result.output).output.contains("NotoSansCJK"))
        #expect(svgSize(of: SamplePictures.drawing.bytes).map { [$0.width, $0.height] } == [40, 20])
        #expect(svgSize(of: Array("<html/>".utf8)) == nil)
    }

    @Test(arguments: [Artwork.Format.jpeg, .png, .svg])
    func `a broken picture leaves a crossed frame and a diagnostic`(_ format: Artwork.Format) throws {
        let whole =
            switch format {
            case .jpeg: SamplePictures.quarters
            case .png: SamplePictures.halves
            default: SamplePictures.drawing
            }
        for count in [0, 1, 10, whole.bytes.count / 2, whole.bytes.count - 13] {
            var broken = whole
            broken.bytes = Array(whole.bytes.prefix(count))
            let placed = PlacedArtwork(path: whole.path, frame: box(10, 80, 41, 41))
            let result = try samplePDF([placed], [broken])
            #expect(result.diagnostics.map(\.code) == [.pictureBroken], "\(count) bytes")
            #expect(result.diagnostics.first?.page == PagePlace(page: 1, story: "railway"))
            #expect(try Pixels(pdf: result.output, dpi: 288).colour(122, 402) == "black")
        }
    }

    @Test func `a picture that nobody handed over is reported`() throws {
        let placed = PlacedArtwork(path: "none.jpg", frame: box(10, 80, 41, 41))
        #expect(try samplePDF([placed]).diagnostics.map(\.code) == [.pictureBroken])
    }
}

@Suite struct ImageTests {
    @Test(arguments: [72, 100, 150])
    func `a page image has the page's size`(_ dpi: Int) throws {
        let artworks = ["quarters.jpg": SamplePictures.quarters, "drawing.svg": SamplePictures.drawing]
        let pictures = [
            PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40)),
            PlacedArtwork(path: "drawing.svg", frame: box(60, 120, 40, 20)),
        ]
        let image = try png(of: samplePage(pictures), artworks: artworks, type: type, dpi: dpi)
        #expect(image.diagnostics.isEmpty)
        func number(_ offset: Int) -> Int { image.output[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(16) == (300 * dpi + 36) / 72)
        #expect(number(20) == (200 * dpi + 36) / 72)
        #expect(try image.output == png(of: samplePage(pictures), artworks: artworks, type: type, dpi: dpi).output)
    }

    @Test func `an image too large for Cairo is refused`() throws {
        #expect(throws: RenderError.pageTooLarge(width: 41_667, height: 27_778)) {
            try png(of: samplePage(), artworks: [:], type: type, dpi: 10_000)
        }
    }

    @Test func `the listing names every run once`() throws {
        let lines = try runListing(of: [samplePage()], type: type).split(separator: "\n")
        #expect(lines.first == "page\t300.0\t200.0")
        #expect(lines.dropFirst().allSatisfy { $0.split(separator: "\t").count == 6 })
        #expect(lines.count == 7)
    }
}
