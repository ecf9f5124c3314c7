public import Layout

/// Answers Layout's question with HarfBuzz and the faces of a type case.
///
/// A measurer belongs to one thread; it costs next to nothing to make, so every thread makes its own from
/// the type case that they share.
public final class HarfBuzzMeasurer: TextMeasurer {
    public typealias Failure = FontError

    private struct FontKey: Hashable {
        var face: FaceID
        var size: Length
    }

    private let type: TypeCase
    private let wordList: WordList?
    private let buffer = ShapingBuffer()
    private var fonts: [FontKey: SizedFont] = [:]
    private var styles: [FontStyle: SizedFont] = [:]
    private var last: (style: FontStyle, font: SizedFont)?

    /// - Parameter words: by which headlines are broken; without it they break anywhere.
    public init(_ type: TypeCase, words: WordList? = nil) {
        self.type = type
        wordList = words
    }

    public func words(in text: String) -> [Word] { wordList?.words(in: text) ?? [] }

    /// - Throws: `FontError` when a face is used for the first time and is missing, changed or broken.
    /// - Complexity: linear in the text; about 0.2 µs a Han character, more where characters are lacking.
    public func shape(_ run: TextRun) throws(FontError) -> [ShapedGlyph] {
        let font = try font(for: run.style)
        var glyphs: [ShapedGlyph] = []
        var text = run.text
        let isMissing = text.withUTF8 { bytes in
            unsafe buffer.shape(0..<bytes.count, of: bytes, as: run, with: font, into: &glyphs)
        }
        guard isMissing else { return glyphs }
        let stretches = try stretches(of: run, preferring: font)
        guard stretches.contains(where: { $0.font !== font }) else { return glyphs }
        glyphs.removeAll(keepingCapacity: true)
        text.withUTF8 { bytes in
            for stretch in stretches {
                unsafe buffer.shape(stretch.bytes, of: bytes, as: run, with: stretch.font, into: &glyphs)
            }
        }
        return glyphs
    }

    public func face(for style: FontStyle) throws(FontError) -> FaceID { try font(for: style).id }

    public func inkBox(of glyph: GlyphID, in face: FaceID, at size: Length) throws(FontError) -> InkBox? {
        try font(face, at: size).inkBox(of: glyph)
    }

    /// The font that a style is set in.
    func font(for style: FontStyle) throws(FontError) -> SizedFont {
        if let last, last.style == style { return last.font }
        let font: SizedFont
        if let known = styles[style] {
            font = known
        } else {
            font = try self.font(type.face(for: style), at: style.size)
            styles[style] = font
        }
        last = (style, font)
        return font
    }

    private func font(_ face: FaceID, at size: Length) throws(FontError) -> SizedFont {
        let key = FontKey(face: face, size: size)
        if let known = fonts[key] { return known }
        let font = SizedFont(try type.face(face), id: face, size: size)
        fonts[key] = font
        return font
    }
}

@available(*, unavailable)
extension HarfBuzzMeasurer: Sendable {}

// MARK: - Fallback

extension HarfBuzzMeasurer {
    /// Bytes of a run's text that one font sets.
    private struct Stretch {
        var bytes: Range<Int>
        var font: SizedFont
    }

    /// Parts a run by the faces that have its characters. Marks stay with what they mark;
    /// a character that no face has stays with the first.
    private func stretches(of run: TextRun, preferring first: SizedFont) throws(FontError) -> [Stretch] {
        var stretches: [Stretch] = []
        var offset = 0
        for character in run.text.unicodeScalars {
            let end = offset + UTF8.width(character)
            var font = first
            if let last = stretches.last, character.staysWithItsBase {
                font = last.font
            } else if !first.has(character), let face = try type.face(for: character, in: run.style) {
                font = try self.font(face, at: run.style.size)
            }
            if let last = stretches.last, last.font === font {
                stretches[stretches.count - 1].bytes = last.bytes.lowerBound..<end
            } else {
                stretches.append(Stretch(bytes: offset..<end, font: font))
            }
            offset = end
        }
        return stretches
    }
}

extension Unicode.Scalar {
    /// Combining marks, variation selectors and joiners.
    var staysWithItsBase: Bool {
        properties.isVariationSelector || properties.isJoinControl
            || properties.canonicalCombiningClass != .notReordered
            || properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark
    }
}
