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
        if let last = lefts.last, let hyphen = hyphen(before: units.upperBound) {
            // It stands for U+00AD, so that who copies or searches the text finds the whole word.
            let place = Point(x: x + Length(scaled: last + widths[units.upperBound - 1]), y: baseline)
            runs.append(glyphMark(of: hyphen.glyphs, "\u{AD}", styles[Int(hyphen.style)], at: place))
        }
        for ruby in rubies where units.contains(ruby.units.lowerBound) {
            runs.append(mark(of: ruby, lefts, from: units.lowerBound, x: x, baseline: baseline))
        }
        return runs + dots
    }

    /// A reading: in the middle above its characters, clear of them.
    private func mark(of ruby: ShapedRuby, _ lefts: [Int], from first: Int, x: Length, baseline: Length) -> Mark {
        let last = ruby.units.upperBound - 1
        let left = lefts[ruby.units.lowerBound - first]
        let right = lefts[min(last - first, lefts.count - 1)] + widths[last]
        let size = ruby.style.font.size
        // Descenders reach a quarter of their size below the baseline.
        let y = baseline - Length(scaled: em).emAscent - size / 4
        return glyphMark(
            of: ruby.glyphs, ruby.text, ruby.style,
            at: Point(x: x + Length(scaled: left + (right - left - ruby.width) / 2), y: y))
    }

    /// 着重号: centred under the character, clear of it (CLREQ 3.3.2).
    private func emphasisDot(under unit: Int, x: Length, baseline: Length) -> Mark {
        let style = styles[Int(styleOf[unit])]
        return .disc(
            centre: Point(x: x + Length(scaled: widths[unit] / 2), y: baseline + Length(scaled: em * 24 / 100)),
            radius: Length(scaled: em * 6 / 100), style.ink)
    }
}

extension DropInitial {
    /// The letter beside text of size `em`: its em box reaches from the first line's top to the last line's foot.
    /// - Parameter baseline: the last line's.
    func mark(x: Length, baseline: Length, em: Length) -> Mark {
        let size = style.font.size
        let foot = baseline + em - em.emAscent
        return glyphMark(
            of: glyphs, text, style, at: Point(x: x + Length(scaled: left), y: foot - size + size.emAscent))
    }
}

/// Glyphs in a row, each for the text of its cluster.
private func glyphMark(of glyphs: [ShapedGlyph], _ text: String, _ style: RoleStyle, at place: Point) -> Mark {
    var run = GlyphRun(
        face: glyphs.first?.face ?? FaceID(index: 0), size: style.font.size, ink: style.ink, glyphs: [], text: text,
        clusters: [])
    var pen = place.x
    var index = 0
    while index < glyphs.count {
        let first = index
        while index < glyphs.count, glyphs[index].cluster == glyphs[first].cluster {
            let glyph = glyphs[index]
            run.glyphs.append(
                PlacedGlyph(glyph.glyph, at: Point(x: pen + glyph.offsetX, y: place.y + glyph.offsetY)))
            pen = pen + glyph.advance
            index += 1
        }
        let end = index < glyphs.count ? glyphs[index].cluster : max(text.utf8.count, glyphs[first].cluster)
        run.clusters.append(TextCluster(bytes: end - glyphs[first].cluster, glyphs: index - first))
    }
    // A soft hyphen's two bytes stand for a glyph that was shaped as one.
    if run.clusters.count == 1 { run.clusters[0].bytes = text.utf8.count }
    return .glyphs(run)
}
