import Layout
import Render
import Testing

@Suite struct PictureTests {
    @Test func `a JPEG goes through as it is`() async throws {
        let picture = PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40))
        let result = try await samplePDF([picture, picture], [SamplePictures.quarters])
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
    private func `the crop fills the frame`(_ expected: Crop) async throws {
        let placed = PlacedArtwork(path: "quarters.jpg", frame: box(10, 80, 40, 40), crop: expected.crop)
        let pixels = try await Pixels(pdf: samplePDF([placed], [SamplePictures.quarters]).output)
        #expect(pixels.colour(13, 83) == expected.topLeft)
        #expect(pixels.colour(47, 117) == expected.bottomRight)
        #expect(pixels.colour(7, 90) == "white" && pixels.colour(53, 90) == "white")
    }

    @Test func `a JPEG goes through in a frame that lies between pixels`() async throws {
        let frame = Rect(x: .points(71, 7), y: .points(80), width: .points(99, 7), height: .points(81, 7))
        let placed = PlacedArtwork(path: "quarters.jpg", frame: frame)
        let result = try await samplePDF([placed], [SamplePictures.quarters])
        #expect(try asked("pdfimages", of: result.output, ["-list"]).output.contains("jpeg"))
        let pixels = try Pixels(pdf: result.output, dpi: 288)
        #expect(pixels.colour(48, 328) == "red" && pixels.colour(88, 360) == "yellow")
    }

    @Test func `CMYK that Adobe's programs inverted comes out right`() async throws {
        let placed = PlacedArtwork(path: "adobe.jpg", frame: box(10, 80, 40, 40))
        let pixels = try await Pixels(pdf: samplePDF([placed], [SamplePictures.adobe]).output)
        #expect(pixels.colour(15, 100) == "red" && pixels.colour(45, 100) == "cyan")
    }

    @Test func `what is transparent in a PNG is paper`() async throws {
        let placed = PlacedArtwork(path: "halves.png", frame: box(10, 80, 40, 40))
        let result = try await samplePDF([placed], [SamplePictures.halves])
        let pixels = try Pixels(pdf: result.output)
        #expect(pixels.colour(15, 100) == "blue" && pixels.colour(45, 100) == "white")
        #expect(!(try asked("pdfimages", of: result.output, ["-list"]).output.contains("smask")))
    }

    @Test func `a drawing stays vectors and sees our fonts only`() async throws {
        let placed = PlacedArtwork(path: "drawing.svg", frame: box(10, 80, 80, 40))
        let result = try await samplePDF([placed], [SamplePictures.drawing])
        #expect(result.diagnostics.isEmpty)
        #expect(try Pixels(pdf: result.output).colour(12, 82) == "red")
        #expect(try asked("pdfimages", of: result.output, ["-list"]).output.split(separator: "\n").count == 2)
        #expect(try asked("pdftotext", of: result.output, [], ["-"]).output.contains("图例"))
        #expect(try asked("pdffonts", of: result.output).output.contains("NotoSansCJK"))
    }

    @Test(arguments: [Artwork.Format.jpeg, .png, .svg])
    func `a broken picture leaves a crossed frame and a diagnostic`(_ format: Artwork.Format) async throws {
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
            let result = try await samplePDF([placed], [broken])
            #expect(result.diagnostics.map(\.code) == [.pictureBroken], "\(count) bytes")
            #expect(result.diagnostics.first?.page == PagePlace(page: 1, story: "railway"))
            #expect(try Pixels(pdf: result.output, dpi: 288).colour(122, 402) == "black")
        }
    }

    @Test func `a picture that nobody handed over is reported`() async throws {
        let placed = PlacedArtwork(path: "none.jpg", frame: box(10, 80, 41, 41))
        #expect(try await samplePDF([placed]).diagnostics.map(\.code) == [.pictureBroken])
    }
}
