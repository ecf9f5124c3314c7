/// Turns set lines into marks.
extension ShapedText {
    /// The marks of one line, its column's left edge at `x`, on `baseline`.
    func marks(of line: Line, x: Length, baseline: Length) -> [Mark] {
        let placement = place(line)
        return marks(of: line.units, lefts: placement.lefts, x: x, baseline: baseline)
    }

    /// The marks of units in one line that begins at `x`, set solid but for `tracking`, which is added to (or taken from)
    /// every joint.
    func solidMarks(of units: Range<Int>, x: Length, baseline: Length, tracking: Int = 0) -> [Mark] {
        marks(of: trackedLine(of: units, tracking: tracking), x: x, baseline: baseline)
    }

    private func marks(of units: Range<Int>, lefts: [Int], x: Length, baseline: Length) -> [Mark] {
        var runs: [Mark] = []
        var dots: [Mark] = []
        var open: GlyphRun?
        var openStyle: UInt8 = 0
        for (unit, left) in zip(units, lefts) {
            let bytes = starts[unit + 1] - starts[unit]
            let range = glyphStarts[unit]..<glyphStarts[unit + 1]
            if range.isEmpty {
                // Its glyph stands with the unit before it (a ligature).
                if let last = open?.clusters.indices.last {
                    open?.clusters[last].bytes += bytes
                    open?.text += text(of: unit..<(unit + 1))
                }
                continue
            }
            let face = glyphs[range.lowerBound].face
            if open?.face != face || openStyle != styleOf[unit] {
                if let open { runs.append(.glyphs(open)) }
                let style = styles[Int(styleOf[unit])]
                open = GlyphRun(
                    face: face, size: style.font.size, ink: style.ink, glyphs: [], text: "", clusters: [])
                openStyle = styleOf[unit]
            }
            for glyph in glyphs[range] {
                open?.glyphs.append(
                    PlacedGlyph(
                        glyph.glyph,
                        at: Point(x: x + Length(scaled: left) + glyph.offsetX, y: baseline + glyph.offsetY)))
            }
            open?.text += text(of: unit..<(unit + 1))
            open?.clusters.append(TextCluster(bytes: bytes, glyphs: range.count))
            if isDotted[unit] {
                dots.append(emphasisDot(under: unit, x: x + Length(scaled: left), baseline: baseline))
            }
        }
        if let open { runs.append(.glyphs(open)) }
        return runs + dots
    }

    /// 着重号: centred under the character, clear of it (CLREQ 3.3.2).
    private func emphasisDot(under unit: Int, x: Length, baseline: Length) -> Mark {
        let style = styles[Int(styleOf[unit])]
        return .disc(
            centre: Point(x: x + Length(scaled: widths[unit] / 2), y: baseline + Length(scaled: em * 24 / 100)),
            radius: Length(scaled: em * 6 / 100), style.ink)
    }
}
