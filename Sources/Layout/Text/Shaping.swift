/// Shapes one paragraph: units, their widths and whites, break opportunities and glyphs.
///
/// - Parameters:
///   - spans: the paragraph's text in its types; all of one size, `em`.
///   - rules: the paper's rules of composition.
///   - hyphenates: whether Western words may be parted.
///   - direction: vertical text has units, widths and whites of its own: see `verticalUnits`.
/// - Throws: what the measurer throws.
public func shape<M: TextMeasurer>(
    _ spans: [StyledSpan], em: Length, rules: TextRules, hyphenates: Bool = false,
    direction: TextRun.Direction = .leftToRight, with measurer: M
) throws(M.Failure) -> ShapedText {
    var shaped = ShapedText(em: em.scaled, text: spans.map(\.text).joined())
    let scalars = Array(shaped.text.unicodeScalars)
    var styleOfScalar: [UInt8] = []
    var dottedScalars: [Bool] = []
    styleOfScalar.reserveCapacity(scalars.count)
    for span in spans {
        let count = span.text.unicodeScalars.count
        let style = shaped.index(of: span.style)
        styleOfScalar.append(contentsOf: repeatElement(style, count: count))
        dottedScalars.append(contentsOf: repeatElement(span.isDotted, count: count))
    }
    shaped.rules = rules
    let superior = spans.flatMap { Array(repeating: $0.isSuperior, count: $0.text.unicodeScalars.count) }
    let isVertical = direction == .topToBottom
    let units = isVertical ? verticalUnits(classify(scalars), scalars) : classify(scalars)
    shaped.fillClasses(units, scalars: scalars, styles: styleOfScalar, dotted: dottedScalars)
    let mayHyphenate = hyphenates && rules.locale != .root
    let western =
        isVertical ? WesternBreaks() : WesternBreaks(units, scalars, hyphenates: mayHyphenate, with: measurer)
    if isVertical {
        try shaped.fillVerticalGlyphs(with: measurer)
        shaped.isSuperior = Array(repeating: false, count: shaped.count)
    } else {
        try shaped.fillGlyphs(units, scalars: scalars, apart: western.apart, with: measurer)
        shaped.raiseNoteMarks(units, superior)
        try shaped.addRubies(spans, units, with: measurer)
    }
    shaped.fillGaps(units, scalars: scalars, rules: rules)
    if rules.locale == .root {
        let breaks = unicodeLineBreaks(scalars)
        shaped.opportunities = units.map { breaks[$0.scalars.lowerBound] }
    } else {
        try shaped.allow(western, with: measurer)
        shaped.bindNoteMarksAndRubies()
    }
    shaped.sumUp()
    return shaped
}

extension ShapedText {
    fileprivate mutating func index(of style: RoleStyle) -> UInt8 {
        if let found = styles.firstIndex(of: style) { return UInt8(found) }
        styles.append(style)
        return UInt8(styles.count - 1)
    }

    fileprivate mutating func fillClasses(
        _ units: [Unit], scalars: [Unicode.Scalar], styles: [UInt8], dotted: [Bool]
    ) {
        classes = units.map(\.characterClass)
        endTrims = Array(repeating: 0, count: count)
        hyphenAt = Array(repeating: 0, count: count)
        starts.reserveCapacity(units.count + 1)
        var offset = 0
        for unit in units {
            starts.append(offset)
            for scalar in scalars[unit.scalars] { offset += UTF8.width(scalar) }
        }
        starts.append(offset)
        styleOf = units.map { styles[$0.scalars.lowerBound] }
        isDotted = units.map { dotted[$0.scalars.lowerBound] && scalars[$0.scalars.lowerBound].takesDot }
        isLetter = units.map {
            $0.characterClass == .han
                || ($0.characterClass == .western && scalars[$0.scalars.lowerBound].takesHanGap)
        }
        mayHang = units.map {
            switch scalars[$0.scalars.lowerBound] {
            case "，", "、", "。": true
            default: false
            }
        }
    }

    // MARK: Glyphs

    fileprivate mutating func fillGlyphs<M: TextMeasurer>(
        _ units: [Unit], scalars: [Unicode.Scalar], apart: Set<Int>, with measurer: M
    ) throws(M.Failure) {
        widths = Array(repeating: 0, count: count)
        glyphs.reserveCapacity(count)
        glyphStarts.reserveCapacity(count + 1)
        var index = 0
        while index < count {
            guard classes[index] != .lineBreak else {
                glyphStarts.append(glyphs.count)
                index += 1
                continue
            }
            let script = self.script(of: index)
            var end = index + 1
            // Faces draw three dashes and more as one glyph: —— is shaped apart from what follows.
            while end < count, classes[end] != .lineBreak, styleOf[end] == styleOf[index],
                self.script(of: end) == script, classes[end - 1] != .long || !classes[end].isDash,
                apart.isEmpty || !apart.contains(end),
                !mayEndLine(after: scalars[units[end - 1].scalars.upperBound - 1], script)
            {
                end += 1
            }
            try fillGlyphs(of: index..<end, script: script, scalars: scalars, units: units, with: measurer)
            index = end
        }
        glyphStarts.append(glyphs.count)
    }

    /// A word is shaped apart where it may be parted: no kerning reaches over a line's end.
    private func mayEndLine(after scalar: Unicode.Scalar, _ script: TextRun.Script) -> Bool {
        script == .western && (scalar == "-" || scalar == "/" || scalar == "‐")
    }

    private func script(of unit: Int) -> TextRun.Script {
        classes[unit] == .western || classes[unit] == .space ? .western : .chinese
    }

    private mutating func fillGlyphs<M: TextMeasurer>(
        of run: Range<Int>, script: TextRun.Script, scalars: [Unicode.Scalar], units: [Unit], with measurer: M
    ) throws(M.Failure) {
        let style = styles[Int(styleOf[run.lowerBound])].font
        let shaped = try measurer.shape(TextRun(text(of: run), style: style, script: script))
        let face = try measurer.face(for: style)
        var next = 0
        let base = starts[run.lowerBound]
        for unit in run {
            glyphStarts.append(glyphs.count)
            let end = starts[unit + 1] - base
            var pen = 0
            while next < shaped.count, shaped[next].cluster < end {
                var glyph = shaped[next]
                glyph.offsetX.scaled += pen
                pen += shaped[next].advance.scaled
                if glyph.glyph == 0 || glyph.face != face {
                    let character = text.utf8First(at: base + glyph.cluster)
                    substitutes.append(Substitute(character: character, isMissing: glyph.glyph == 0))
                }
                glyphs.append(glyph)
                next += 1
            }
            try fitWidth(of: unit, advance: pen, size: style.size, with: measurer)
        }
    }

    /// Gives a unit the width that its class asks for, and moves its glyphs so that the ink lies in it.
    private mutating func fitWidth<M: TextMeasurer>(
        of unit: Int, advance: Int, size: Length, with measurer: M
    ) throws(M.Failure) {
        let target: Int
        switch classes[unit] {
        case .opening, .closing, .pause, .stop: target = em / 2
        case .interpunct, .solidus: target = em / 2
        case .connector: target = "–-".unicodeScalars.contains(text.utf8First(at: starts[unit])) ? em / 2 : em
        case .long: target = starts[unit + 1] - starts[unit] > 3 || isTwoEmDash(unit) ? em * 2 : em
        case .space: target = 0
        case .western where advance > em * 3 / 4 && text.utf8First(at: starts[unit]).isQuote:
            // A face without proportional forms: the ink with a sixteenth of an em on both sides.
            guard let ink = try inkExtent(of: glyphStarts[unit]..<glyphs.count, size: size, with: measurer) else {
                fallthrough
            }
            widths[unit] = ink.upperBound - ink.lowerBound + em / 8
            for glyph in glyphStarts[unit]..<glyphs.count {
                glyphs[glyph].offsetX.scaled += em / 16 - ink.lowerBound
            }
            return
        default:
            widths[unit] = advance
            return
        }
        let first = glyphStarts[unit]
        guard first < glyphs.count else {
            widths[unit] = target
            return
        }
        if classes[unit] == .space {
            widths[unit] = 0
            return
        }
        guard let ink = try inkExtent(of: first..<glyphs.count, size: size, with: measurer) else {
            widths[unit] = target
            return
        }
        if ink.upperBound - ink.lowerBound > target {
            if classes[unit] == .solidus, text.utf8First(at: starts[unit]) == "／",
                try fillNarrowSolidus(unit, target: target, with: measurer)
            {
                return
            }
            // Wider than its box: it keeps the font's own advance.
            widths[unit] = max(advance, target)
            return
        }
        widths[unit] = target
        let shift = self.shift(of: classes[unit], ink: ink, advance: advance, target: target)
        for glyph in first..<glyphs.count { glyphs[glyph].offsetX.scaled += shift }
        if classes[unit].hasTrailingBlank {
            endTrims[unit] = max(0, target - ink.upperBound - shift - em / 32)
        }
    }

    /// ／ of a face that draws it over a whole em: the face's own `/` in its place, in the middle of half an em.
    private mutating func fillNarrowSolidus<M: TextMeasurer>(
        _ unit: Int, target: Int, with measurer: M
    ) throws(M.Failure) -> Bool {
        let style = styles[Int(styleOf[unit])].font
        let narrow = try measurer.shape(TextRun("/", style: style, script: .western))
        let advance = narrow.reduce(0) { $0 + $1.advance.scaled }
        guard advance <= target, narrow.count == 1, var glyph = narrow.first, glyph.glyph != 0 else { return false }
        let first = glyphStarts[unit]
        glyph.cluster = glyphs[first].cluster
        glyph.offsetX.scaled += (target - advance) / 2
        glyphs.replaceSubrange(first..., with: [glyph])
        widths[unit] = target
        return true
    }

    /// How far the ink moves to lie in a box of `target`: not at all when it already does, by the blank in front of an
    /// opening mark, else to the middle.
    func shift(of mark: CharacterClass, ink: ClosedRange<Int>, advance: Int, target: Int) -> Int {
        let slack = em / 50
        if mark == .opening, ink.lowerBound >= advance - target - slack { return target - advance }
        if mark.hasTrailingBlank, ink.upperBound <= target + slack { return 0 }
        return (target - ink.lowerBound - ink.upperBound) / 2
    }

    private func inkExtent<M: TextMeasurer>(
        of range: Range<Int>, size: Length, with measurer: M
    ) throws(M.Failure) -> ClosedRange<Int>? {
        var result: ClosedRange<Int>?
        for glyph in glyphs[range] {
            guard let ink = try measurer.inkBox(of: glyph.glyph, in: glyph.face, at: size) else { continue }
            let left = glyph.offsetX.scaled + ink.left.scaled
            let right = max(left, glyph.offsetX.scaled + ink.right.scaled)
            result = min(left, result?.lowerBound ?? left)...max(right, result?.upperBound ?? right)
        }
        return result
    }

    func isTwoEmDash(_ unit: Int) -> Bool { text.utf8First(at: starts[unit]) == "⸺" }
}

extension Unicode.Scalar {
    /// Emphasis dots stand under characters, not under marks and spaces (CLREQ 3.3.2).
    fileprivate var takesDot: Bool {
        switch CharacterClass(of: self) {
        case .han: true
        case .western: takesHanGap
        default: false
        }
    }
}

extension String {
    /// The scalar that begins at a UTF-8 offset.
    func utf8First(at offset: Int) -> Unicode.Scalar {
        let index = utf8.index(utf8.startIndex, offsetBy: offset)
        return unicodeScalars[index]
    }
}
