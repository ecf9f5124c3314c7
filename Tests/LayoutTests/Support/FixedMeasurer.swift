import Layout

/// A measurer without fonts: Han and full-width marks are one em, Western letters half an em, a glyph's number is its
/// character's code point. What runs down hangs in the middle of its line, as HarfBuzz has it.
struct FixedMeasurer: TextMeasurer {
    typealias Failure = Never

    func shape(_ run: TextRun) -> [ShapedGlyph] {
        var offset = 0
        var glyphs: [ShapedGlyph] = []
        for scalar in run.text.unicodeScalars {
            let isWide = scalar.value >= 0x2E80 || "—…“”‘’·–".unicodeScalars.contains(scalar)
            let advance = isWide ? run.style.size : scalar == " " ? run.style.size / 4 : run.style.size / 2
            let hangs = run.direction == .topToBottom
            glyphs.append(
                ShapedGlyph(
                    glyph: scalar.value, face: FaceID(index: 0), advance: advance,
                    offsetX: hangs ? .zero - run.style.size / 2 : .zero,
                    offsetY: hangs ? run.style.size * 88 / 100 : .zero, cluster: offset))
            offset += UTF8.width(scalar)
        }
        return glyphs
    }

    /// A hyphen behind every third letter.
    func hyphenPoints(in word: String) -> [Int] {
        stride(from: 3, through: word.utf8.count - 3, by: 3).map { $0 }
    }

    func face(for style: FontStyle) -> FaceID { FaceID(index: 0) }

    func inkBox(of glyph: GlyphID, in face: FaceID, at size: Length) -> InkBox? {
        guard let scalar = Unicode.Scalar(glyph), scalar != " " else { return nil }
        func box(_ from: Int, _ to: Int) -> InkBox {
            InkBox(left: size * from / 100, right: size * to / 100, top: -size * 80 / 100, bottom: size * 8 / 100)
        }
        if "“‘（《〈「『【〖〔［｛".unicodeScalars.contains(scalar) { return box(56, 94) }
        if "”’）》〉」』】〗〕］｝，、；：。．？！".unicodeScalars.contains(scalar) { return box(6, 44) }
        if "·・‧／".unicodeScalars.contains(scalar) { return box(42, 58) }
        if scalar == "—" || scalar == "…" { return box(0, 100) }
        if scalar.value < 0x2E80 { return box(3, 47) }
        return box(4, 96)
    }
}

/// A paragraph of one type, 10 pt, shaped without fonts.
func shaped(_ text: String, rules: TextRules = TextRules(), hyphenates: Bool = false) -> ShapedText {
    let style = RoleStyle(FontStyle(families: ["Song"], weight: 400, size: .points(10)))
    return shape(
        [StyledSpan(text, style)], em: .points(10), rules: rules, hyphenates: hyphenates, with: FixedMeasurer())
}

extension ShapedText {
    /// A width in em, for tables that people read.
    func inEm(_ width: Int) -> Double { Double(width) / Double(em) }

    /// The text of each line in a measure of so many em.
    func lines(_ measure: Int, indent: Int = 0) -> [String] {
        breakLines(self, into: Measure(width: .points(measure * 10), firstIndent: .points(indent * 10)))
            .map { text(of: $0.units) }
    }
}

/// A random generator that gives the same numbers everywhere (SplitMix64, public domain by S. Vigna).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
