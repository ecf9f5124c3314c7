import Testing

@testable import Layout

/// A mark is halved by where its ink lies, not by what the font calls its width (CLREQ 3.1.6).
@Suite struct InkBoxTests {
    /// A face whose marks have their ink where the test says, in hundredths of an em.
    private struct InkMeasurer: TextMeasurer {
        var ink: ClosedRange<Int>
        var plain = FixedMeasurer()

        func shape(_ run: TextRun) -> [ShapedGlyph] { plain.shape(run) }
        func face(for style: FontStyle) -> FaceID { plain.face(for: style) }
        func inkBox(of glyph: GlyphID, in face: FaceID, at size: Length) -> InkBox? {
            InkBox(
                left: size * ink.lowerBound / 100, right: size * ink.upperBound / 100, top: -size / 2, bottom: .zero
            )
        }
    }

    @Test(arguments: [
        // mark, where its ink lies, its width, how far its glyph moves
        ("，", 6...40, 0.5, 0.0),  // in the left half already
        ("，", 30...70, 0.5, -0.25),  // centred, as in Taiwan: to the middle of its half
        ("（", 60...94, 0.5, -0.5),  // in the right half: its blank is in front
        ("（", 30...70, 0.5, -0.25), ("·", 40...60, 0.5, -0.25), ("·", 10...30, 0.5, 0.05),
        ("，", 10...90, 1.0, 0.0),  // too wide to be halved
        ("——", 0...100, 2.0, 0.5),
    ])
    func halvesByInk(mark: String, ink: ClosedRange<Int>, width: Double, shift: Double) {
        let style = RoleStyle(FontStyle(families: ["Song"], weight: 400, size: .points(10)))
        let text = shape(
            [StyledSpan("汉\(mark)汉", style)], em: .points(10), rules: TextRules(), with: InkMeasurer(ink: ink))
        #expect(text.inEm(text.widths[1]) == width)
        if mark != "——" {
            let moved = text.inEm(text.glyphs[text.glyphStarts[1]].offsetX.scaled)
            #expect(abs(moved - shift) < 0.001, "\(moved)")
        }
    }
}
