/// The units of vertical text (CLREQ 4): two or three digits by themselves, and a single letter, stand
/// upright in one cell; all other Western text is turned. ： ； ？ ！ keep their whole em.
func verticalUnits(_ units: [Unit], _ scalars: [Unicode.Scalar]) -> [Unit] {
    var result: [Unit] = []
    var index = 0
    while index < units.count {
        var unit = units[index]
        switch scalars[unit.scalars.lowerBound] {
        case "：", "；", "？", "！": unit.characterClass = .connector
        default: break
        }
        guard unit.characterClass == .western else {
            result.append(unit)
            index += 1
            continue
        }
        let end = units[index...].firstIndex { $0.characterClass != .western } ?? units.count
        let run = units[index].scalars.lowerBound..<units[end - 1].scalars.upperBound
        let isNumber = (1...3).contains(run.count) && scalars[run].allSatisfy(\.isASCIIDigit)
        if isNumber || run.count == 1 && scalars[run.lowerBound].isWesternLetter {
            result.append(Unit(characterClass: .han, scalars: run))
        } else {
            result += units[index..<end]
        }
        index = end
    }
    return result
}

extension ShapedText {
    /// Whether a unit's glyphs lie on their side.
    func isTurned(_ unit: Int) -> Bool { classes[unit] == .western || classes[unit] == .space }

    private func isUpright(_ unit: Int) -> Bool {
        guard classes[unit] == .han else { return false }
        let first = text.utf8First(at: starts[unit])
        return first.isASCIIDigit || first.isWesternLetter
    }

    mutating func fillVerticalGlyphs<M: TextMeasurer>(with measurer: M) throws(M.Failure) {
        widths = Array(repeating: 0, count: count)
        widthScales = Array(repeating: 1000, count: count)
        endTrims = widths
        hyphenAt = Array(repeating: 0, count: count)
        var index = 0
        while index < count {
            if classes[index] == .lineBreak {
                glyphStarts.append(glyphs.count)
                index += 1
            } else if isUpright(index) {
                try fillUpright(index, with: measurer)
                index += 1
            } else {
                var end = index + 1
                while end < count, classes[end] != .lineBreak, styleOf[end] == styleOf[index], !isUpright(end),
                    isTurned(end) == isTurned(index)
                {
                    end += 1
                }
                try fillRun(index..<end, with: measurer)
                index = end
            }
        }
        glyphStarts.append(glyphs.count)
    }

    /// Letters and digits side by side in a cell of one em, centred; narrower where they must be (直排内横排).
    private mutating func fillUpright<M: TextMeasurer>(_ unit: Int, with measurer: M) throws(M.Failure) {
        let style = styles[Int(styleOf[unit])].font
        let shaped = try measurer.shape(TextRun(text(of: unit..<(unit + 1)), style: style, script: .western))
        glyphStarts.append(glyphs.count)
        let natural = shaped.reduce(0) { $0 + $1.advance.scaled }
        let scale = min(1000, em * 1000 / max(1, natural))
        widthScales[unit] = UInt16(scale)
        widths[unit] = em
        var pen = -natural * scale / 1000 / 2
        for var glyph in shaped {
            glyph.offsetX = Length(scaled: pen + glyph.offsetX.scaled * scale / 1000)
            glyph.offsetY = glyph.offsetY + Length(scaled: em).emAscent
            pen += glyph.advance.scaled * scale / 1000
            glyphs.append(glyph)
        }
    }

    private mutating func fillRun<M: TextMeasurer>(_ run: Range<Int>, with measurer: M) throws(M.Failure) {
        let turned = isTurned(run.lowerBound)
        let style = styles[Int(styleOf[run.lowerBound])].font
        let words = text(of: run)
        let shaped = try measurer.shape(
            turned
                ? TextRun(words, style: style, script: .western)
                : TextRun(withVerticalQuotes(words), style: style, direction: .topToBottom))
        let face = try measurer.face(for: style)
        let base = starts[run.lowerBound]
        // A turned word's baseline lies left of the middle, so that its letters stand in the middle of the em box.
        let turnedBaseline = Length(scaled: em).emAscent.scaled - em / 2
        var next = 0
        for unit in run {
            glyphStarts.append(glyphs.count)
            let first = glyphs.count
            var pen = 0
            while next < shaped.count, shaped[next].cluster < starts[unit + 1] - base {
                var glyph = shaped[next]
                if turned {
                    let (along, across) = (glyph.offsetX.scaled, glyph.offsetY.scaled)
                    glyph.offsetX = Length(scaled: -turnedBaseline - across)
                    glyph.offsetY = Length(scaled: pen + along)
                } else {
                    glyph.offsetY.scaled += pen
                }
                pen += glyph.advance.scaled
                if glyph.glyph == 0 || glyph.face != face {
                    let character = text.utf8First(at: base + glyph.cluster)
                    substitutes.append(Substitute(character: character, isMissing: glyph.glyph == 0))
                }
                glyphs.append(glyph)
                next += 1
            }
            widths[unit] = classes[unit] == .space ? 0 : pen
            if !turned { try fitHeight(of: unit, first: first, advance: pen, size: style.size, with: measurer) }
        }
    }

    /// As across the page: a unit gets the length that its class asks for, and its ink is moved to lie in it. This halves the
    /// very marks that the font's `vhal` halves.
    private mutating func fitHeight<M: TextMeasurer>(
        of unit: Int, first: Int, advance: Int, size: Length, with measurer: M
    ) throws(M.Failure) {
        let target: Int
        switch classes[unit] {
        case .opening, .closing, .pause, .stop, .interpunct, .solidus: target = em / 2
        case .connector: target = em
        case .long: target = starts[unit + 1] - starts[unit] > 3 || isTwoEmDash(unit) ? em * 2 : em
        default: return
        }
        var ink: ClosedRange<Int>?
        for glyph in glyphs[first...] {
            guard let box = try measurer.inkBox(of: glyph.glyph, in: glyph.face, at: size) else { continue }
            let top = glyph.offsetY.scaled + box.top.scaled
            let bottom = max(top, glyph.offsetY.scaled + box.bottom.scaled)
            ink = min(top, ink?.lowerBound ?? top)...max(bottom, ink?.upperBound ?? bottom)
        }
        widths[unit] = target
        guard let ink else { return }
        if ink.upperBound - ink.lowerBound > target {
            widths[unit] = max(advance, target)
            return
        }
        let shift = self.shift(of: classes[unit], ink: ink, advance: advance, target: target)
        for glyph in first..<glyphs.count { glyphs[glyph].offsetY.scaled += shift }
    }
}

/// “ ” ‘ ’ become 『 』 「 」, whose vertical forms are ﹃ ﹄ ﹁ ﹂; the text that is read stays as it was written. All of
/// them take three bytes, so clusters stay where they are.
private func withVerticalQuotes(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "“": result.unicodeScalars.append("『")
        case "”": result.unicodeScalars.append("』")
        case "‘": result.unicodeScalars.append("「")
        case "’": result.unicodeScalars.append("」")
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
