import Layout
import Render
import Testing

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
