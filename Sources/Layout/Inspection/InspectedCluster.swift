/// One unit of composition as typesetters argue about it: what it is, how wide it is, whether a line may end before it.
public struct InspectedCluster: Hashable, Sendable {
    /// UTF-8 offsets in the text.
    public var bytes: Range<Int>
    /// The letter of its class, or its UAX #14 class where no language's rules are asked for.
    public var letter: String
    /// Its width with the blanks that are its own, in scaled points, after compression of adjacent marks and before
    /// justification.
    public var advance: Int
    /// The gap between Han and Western behind it. All advances and gaps of a paragraph add up to its width on one line.
    public var gap: Int
    /// Whether a line may end in front of it.
    public var before: BreakOpportunity
}

extension ShapedText {
    /// The paragraph's clusters, as the breaker and the page see them.
    public func inspectedClusters(locale: TextRules.Locale) -> [InspectedCluster] {
        let advances = inspectedAdvances()
        let scalars = locale == .root ? Array(text.unicodeScalars) : []
        var scalar = 0
        return classes.indices.map { unit in
            var letter = classes[unit].letter
            if classes[unit] == .connector { letter = ownClass(of: unit).letter }
            if locale == .root {
                letter = LineBreakProperties(of: scalars[scalar]).lineBreak.name
                scalar += text(of: unit..<(unit + 1)).unicodeScalars.count
            }
            return InspectedCluster(
                bytes: starts[unit]..<starts[unit + 1], letter: letter, advance: advances[unit].advance,
                gap: advances[unit].gap, before: opportunities[unit])
        }
    }

    /// In vertical text ： ； ？ ！ are as wide as connectors; what they are they stay.
    private func ownClass(of unit: Int) -> CharacterClass {
        let own = CharacterClass(of: text.utf8First(at: starts[unit]))
        return own == .pause || own == .stop ? own : .connector
    }

    /// Gives each white between units to the unit that it belongs to: a mark's blank to the mark (closing and opening share one
    /// half em, which is the first's), all others to what stands before them.
    fileprivate func inspectedAdvances() -> [(advance: Int, gap: Int)] {
        var result = Array(repeating: (advance: 0, gap: 0), count: count)
        for segment in segments {
            let visible = trimmed(segment)
            for unit in visible { result[unit].advance += widths[unit] }
            if let first = visible.first { result[first].advance += blanksAtStart[first] }
            if let last = visible.last { result[last].advance += blanksAtEnd[last] }
            for unit in visible.dropLast() {
                let white = gaps[unit]
                let right = unit + 1
                guard white.kind != .hanWestern else {
                    result[unit].gap = white.natural
                    continue
                }
                // White in the place of spaces stands behind the first of them.
                let left = classes[unit] == .space ? unit - 1 : unit
                let next =
                    classes[unit] == .space ? visible[right...].first { classes[$0] != .space } ?? right : right
                if classes[left].hasTrailingBlank {
                    let own = classes[next] == .opening ? min(white.natural, em / 2) : white.natural
                    result[left].advance += own
                    result[next].advance += white.natural - own
                } else {
                    result[classes[next] == .opening ? next : unit].advance += white.natural
                }
            }
        }
        return result
    }
}
