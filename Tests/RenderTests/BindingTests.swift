import Layout
import Testing

@testable import Render

/// Pictures are painted on sheets of their own and bound into the document.
@Suite struct BindingTests {
    private static let chart = Artwork(
        path: "chart.svg", format: .svg, width: 40, height: 20, channels: 3,
        bytes: Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs><linearGradient id="g">\
            <stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs>\
            <rect width="40" height="20" fill="url(#g)"/><rect width="20" height="20" fill="lime" opacity="0.5"/></svg>
            """.utf8))

    private static let placed = [
        PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40)),
        PlacedArtwork(path: "halves.png", frame: box(60, 80, 40, 40)),
        PlacedArtwork(path: "drawing.svg", frame: box(110, 80, 80, 40)),
        PlacedArtwork(path: "drawing.svg", frame: box(200, 80, 40, 20)),
        PlacedArtwork(path: "chart.svg", frame: box(200, 110, 40, 20)),
    ]
    private static let artworks = [
        SamplePictures.quarters, SamplePictures.halves, SamplePictures.drawing, chart,
    ]

    @Test func `a page of all kinds of pictures is one sound file`() async throws {
        let result = try await samplePDF(Self.placed, Self.artworks)
        #expect(result.diagnostics.isEmpty)
        let check = try asked("qpdf", of: result.output, ["--check"])
        #expect(check.isSuccess && !check.output.contains("WARNING"), "\(check.output)")
        let fonts = try asked("pdffonts", of: result.output).output.split(separator: "\n").dropFirst(2)
        #expect(fonts.allSatisfy { $0.contains(" yes yes yes ") && $0.contains("+") }, "\(fonts)")
    }

    @Test func `no stand-in is left, and no picture is there twice`() async throws {
        let output = try await samplePDF(Self.placed, Self.artworks).output
        #expect(output.place(of: StandIns.mark, in: output.indices) == nil)
        let forms = output.split(separator: UInt8(ascii: "\n")).count { $0.elementsEqual("   /Subtype /Form".utf8) }
        // A JPEG and a PNG, a drawing in two sizes, a chart; and the group that the chart's half opaque part is for Cairo.
        #expect(forms >= 5)
        let images = try asked("pdfimages", of: output, ["-list"]).output.split(separator: "\n").dropFirst(2)
        #expect(Set(images.map { $0.split(separator: " ")[10] }).count == 2, "\(images)")
    }

    @Test func `every picture stands in its frame`() async throws {
        let pixels = try await Pixels(pdf: samplePDF(Self.placed, Self.artworks).output, dpi: 144)
        let expected = [
            (30, 170, "red"), (90, 170, "green"), (30, 230, "blue"), (90, 230, "yellow"),
            (130, 200, "blue"), (190, 200, "white"), (224, 164, "red"), (404, 164, "red"),
        ]
        for (x, y, colour) in expected { #expect(pixels.colour(x, y) == colour, "\(x), \(y)") }
    }

    @Test func `a broken picture does not keep its neighbours from their places`() async throws {
        var broken = SamplePictures.halves
        broken.bytes = Array(broken.bytes.prefix(broken.bytes.count / 2))
        let artworks = [SamplePictures.quarters, broken, SamplePictures.drawing, Self.chart]
        let result = try await samplePDF(Self.placed, artworks)
        #expect(result.diagnostics.map(\.code) == [.pictureBroken])
        let pixels = try Pixels(pdf: result.output, dpi: 144)
        #expect(pixels.colour(30, 170) == "red" && pixels.colour(224, 164) == "red")
        #expect(try asked("qpdf", of: result.output, ["--check"]).isSuccess)
    }

    @Test func `many threads give the same bytes`() async throws {
        let first = try await samplePDF(Self.placed, Self.artworks).output
        for _ in 0..<5 { #expect(try await samplePDF(Self.placed, Self.artworks).output == first) }
    }

    @Test func `a file that is cut short or changed is no file`() async throws {
        let whole = try await samplePDF(Self.placed, Self.artworks).output
        #expect(CairoFile(whole) != nil)
        for count in [0, 1, 6, 64, whole.count / 2, whole.count - 7, whole.count - 1] {
            #expect(CairoFile(Array(whole.prefix(count))) == nil, "\(count) bytes")
        }
        #expect(CairoFile(Array("startxref\n99999999999999999999\n%%EOF\n".utf8)) == nil)
        #expect(CairoFile(Array("xref\n0 9223372036854775807\nstartxref\n0\n%%EOF\n".utf8)) == nil)
    }

    @Test(arguments: [
        ("<< /Length 5 0 R >>", "<< /Length 15 0 R >>"),
        ("[ 1 0 R 2 0 R 3 ]", "[ 11 0 R 12 0 R 3 ]"),
        ("<< /A (5 0 R \\) 6 0 R) /B 7 0 R /C 1.5 0 0 >>", "<< /A (5 0 R \\) 6 0 R) /B 17 0 R /C 1.5 0 0 >>"),
    ])
    func `references are renumbered and strings are not`(_ before: String, _ after: String) {
        let result = withReferences(in: Array(before.utf8)[...]) { $0 + 10 }
        #expect(String(decoding: result, as: UTF8.self) == after)
    }
}
