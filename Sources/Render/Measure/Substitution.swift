public import Layout

/// A character that its style's own face does not have.
public struct Substitution: Hashable, Sendable {
    public var character: Unicode.Scalar
    /// UTF-8 offset in the run's text.
    public var offset: Int
    /// The face that stands in, or nil when no face has the character.
    public var face: FaceID?
}

extension HarfBuzzMeasurer {
    /// Which characters of a shaped run came from another face, or from none. Empty for nearly every run.
    public func substitutions(in run: TextRun, shapedAs glyphs: [ShapedGlyph]) throws(FontError) -> [Substitution] {
        let own = try font(for: run.style).id
        guard glyphs.contains(where: { $0.glyph == 0 || $0.face != own }) else { return [] }
        var strange: [Int: FaceID?] = [:]
        for glyph in glyphs where glyph.glyph == 0 || glyph.face != own {
            strange[glyph.cluster] = .some(glyph.glyph == 0 ? nil : glyph.face)
        }
        var found: [Substitution] = []
        var offset = 0
        for character in run.text.unicodeScalars {
            if let face = strange[offset] {
                found.append(Substitution(character: character, offset: offset, face: face))
            }
            offset += UTF8.width(character)
        }
        return found
    }
}
