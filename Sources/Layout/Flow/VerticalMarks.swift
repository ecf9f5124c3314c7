/// Turns lines of vertical text into marks.
extension ShapedText {
    /// The marks of one line that runs down from `top`, its middle at `centre`.
    func verticalMarks(of line: Line, centre: Length, top: Length) -> [Mark] {
        let placement = place(line)
        var runs: [GlyphRun] = []
        var dots: [Mark] = []
        for (unit, along) in zip(line.units, placement.lefts) {
            let y = top + Length(scaled: along)
            let bytes = starts[unit + 1] - starts[unit]
            let range = glyphStarts[unit]..<glyphStarts[unit + 1]
            if range.isEmpty {
                // Its glyph stands with the unit before it (a ligature).
                if let last = runs.indices.last, !runs[last].clusters.isEmpty {
                    runs[last].clusters[runs[last].clusters.count - 1].bytes += bytes
                    runs[last].text += text(of: unit..<(unit + 1))
                }
                continue
            }
            let style = styles[Int(styleOf[unit])]
            let face = glyphs[range.lowerBound].face
            let scale = Int(widthScales[unit])
            if runs.last.map({
                $0.face != face || $0.size != style.font.size || $0.ink != style.ink
                    || $0.isTurned != isTurned(unit)
                    || $0.widthScale != scale
            }) ?? true {
                runs.append(
                    GlyphRun(
                        face: face, size: style.font.size, ink: style.ink, glyphs: [], text: "", clusters: [],
                        isTurned: isTurned(unit), widthScale: scale))
            }
            let last = runs.count - 1
            runs[last].glyphs += glyphs[range].map {
                PlacedGlyph($0.glyph, at: Point(x: centre + $0.offsetX, y: y + $0.offsetY))
            }
            runs[last].text += text(of: unit..<(unit + 1))
            // One cluster a run: Cairo then writes the run's text beside it (ActualText), without which those who extract text
            // would read the heads of a page across, a character from each line.
            let known = runs[last].clusters.first ?? TextCluster(bytes: 0, glyphs: 0)
            runs[last].clusters = [TextCluster(bytes: known.bytes + bytes, glyphs: known.glyphs + range.count)]
            if isDotted[unit] { dots.append(verticalDot(beside: unit, centre: centre, y: y)) }
        }
        return runs.map { .glyphs($0) } + dots
    }

    /// 着重号 of vertical text: right of the character, clear of it (CLREQ 3.3.2).
    private func verticalDot(beside unit: Int, centre: Length, y: Length) -> Mark {
        .disc(
            centre: Point(x: centre + Length(scaled: em * 62 / 100), y: y + Length(scaled: widths[unit] / 2)),
            radius: Length(scaled: em * 6 / 100), styles[Int(styleOf[unit])].ink)
    }
}
