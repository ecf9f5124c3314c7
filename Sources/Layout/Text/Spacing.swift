/// What kind of white stands between two units, and so in which order it gives and takes.
public enum GapKind: UInt8, Sendable, CaseIterable {
    /// Never changes: inside Western words and long marks, beside connectors and solidi.
    case fixed
    /// Nothing by nature; stretches with all others.
    case joint
    /// Between the letters of an address: stretches when the line's joints alone would gape.
    case letter
    /// A Western word space.
    case wordSpace
    /// The blank of an opening or closing mark.
    case bracketBlank
    /// The blank of ， 、 ； ：
    case pauseBlank
    /// The gap between Han and Western.
    case hanWestern
    /// The blank of 。 ？ ！
    case stopBlank
}

/// The white between two units: natural width, and the least it may shrink to.
struct Gap: Hashable, Sendable {
    var kind: GapKind
    var natural: Int
    var least: Int

    static let joint = Gap(kind: .joint, natural: 0, least: 0)
    static let letter = Gap(kind: .letter, natural: 0, least: 0)
    static let fixed = Gap(kind: .fixed, natural: 0, least: 0)
}

/// The table of white between neighbours, for one type size (CLREQ 3.1.6 and, for Western text, 3.2; GB/T 15834 5.1.10).
struct SpacingTable: Sendable {
    let rules: TextRules
    /// One em in scaled points.
    let em: Int

    private var half: Int { em / 2 }

    /// The white between two units that are not parted by a space.
    /// - Parameter takesGap: whether the Western side (if one side is Western) keeps its distance from Han.
    func gap(after left: CharacterClass, before right: CharacterClass, takesGap: Bool) -> Gap {
        switch (left, right) {
        case (.lineBreak, _), (_, .lineBreak), (.space, _), (_, .space): return .fixed
        case (.connector, _), (_, .connector), (.solidus, _), (_, .solidus):
            return trailingBlank(of: left) ?? leadingBlank(of: right) ?? .fixed
        case (.western, .western): return .fixed
        case (.han, .western), (.western, .han):
            guard takesGap else { return .joint }
            return Gap(
                kind: .hanWestern, natural: rules.gap.of(Length(scaled: em)).scaled,
                least: min(em / 8, rules.gap.of(Length(scaled: em)).scaled))
        default: break
        }
        let isMarkPair = left.isHalfMark && right.isHalfMark
        if isMarkPair, rules.punctuation == .quanjiao || rules.punctuation == .kaiming {
            // Between two marks only the blank of the second's opening side, if the first has none of its own:
            // closing + opening share one half em, everything else stands close.
            if left.hasTrailingBlank, right == .opening {
                return trailingBlank(of: left) ?? leadingBlank(of: right) ?? .joint
            }
            return .joint
        }
        let before = trailingBlank(of: left)
        let after = leadingBlank(of: right)
        if let before, let after {
            return Gap(
                kind: before.kind, natural: before.natural + after.natural, least: before.least + after.least)
        }
        if right == .interpunct, left.hasTrailingBlank, rules.punctuation == .quanjiao { return .joint }
        return before ?? after ?? .joint
    }

    /// The blank that the mark brings at the end of a line, where it is kept.
    func blankAtLineEnd(of mark: CharacterClass) -> Int {
        mark.hasTrailingBlank && rules.punctuation == .plain ? half : 0
    }

    /// The blank that the mark brings at the start of a line, where it is kept.
    func blankAtLineStart(of mark: CharacterClass) -> Int {
        mark == .opening && (rules.punctuation == .plain || rules.punctuation == .lineEndHalf) ? half : 0
    }

    private func trailingBlank(of mark: CharacterClass) -> Gap? {
        guard mark.hasTrailingBlank else { return nil }
        switch rules.punctuation {
        case .banjiao: return nil
        case .kaiming where mark != .stop: return nil
        case .plain: return Gap(kind: .joint, natural: half, least: half)
        default: break
        }
        let kind: GapKind =
            switch mark {
            case .stop: .stopBlank
            case .pause: .pauseBlank
            default: .bracketBlank
            }
        return Gap(kind: kind, natural: half, least: 0)
    }

    private func leadingBlank(of mark: CharacterClass) -> Gap? {
        guard mark == .opening else { return nil }
        switch rules.punctuation {
        case .banjiao, .kaiming: return nil
        case .plain: return Gap(kind: .joint, natural: half, least: half)
        default: return Gap(kind: .bracketBlank, natural: half, least: 0)
        }
    }
}
