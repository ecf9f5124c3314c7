/// The white behind each unit, and whether a line may end in front of it.
extension ShapedText {
    mutating func fillGaps(_ units: [Unit], scalars: [Unicode.Scalar], rules: TextRules) {
        let table = SpacingTable(rules: rules, em: em)
        let breaks = BreakRules(level: rules.kinsoku)
        gaps = Array(repeating: .fixed, count: count)
        opportunities = Array(repeating: .forbidden, count: count)
        blanksAtStart = classes.map(table.blankAtLineStart(of:))
        blanksAtEnd = classes.map(table.blankAtLineEnd(of:))
        if rules.punctuation == .plain { endTrims = Array(repeating: 0, count: count) }
        guard count > 1 else { return }
        let unicode = unicodeBreaks(in: scalars, rules: rules)
        for left in 0..<(count - 1) {
            let right = left + 1
            let before = scalars[units[left].scalars.lowerBound]
            let after = scalars[units[right].scalars.lowerBound]
            let isForeign = unicode != nil && (CharacterClass.isForeign(before) || CharacterClass.isForeign(after))
            opportunities[right] = breaks.opportunity(
                classes[left], classes[right], before: before, after: after,
                unicode: isForeign ? unicode?[units[right].scalars.lowerBound] : nil)
            if before == "-" || before == "‐", after.isWesternLetter, beginsWord(at: left) {
                // A hyphen at a word's head stays with it: -x (UAX #14 LB20a).
                opportunities[right] = .forbidden
            }
            if classes[left] == .space, left > 0, case .allowed(let penalty) = opportunities[right],
                scalars[units[left - 1].scalars.lowerBound].isASCIIDigit, after.isWesternLetter
            {
                // A number and its unit: 600 dpi.
                opportunities[right] = .allowed(penalty: penalty + BreakCosts.numberFromWesternUnit)
            }
            if classes[left] == .space {
                gaps[left] = whiteOfSpace(at: left, scalars: scalars, units: units, table: table)
            } else if classes[right] != .space {
                let takesGap =
                    classes[left] == .western
                    ? before.takesHanGap && !after.belongsToNumberBefore && after != "\u{3000}"
                    : classes[right] == .western && after.takesHanGap && !before.belongsToNumberAfter
                        && before != "\u{3000}"
                gaps[left] = table.gap(after: classes[left], before: classes[right], takesGap: takesGap)
                if isHalvedPair(endingAt: left, scalars: scalars, units: units), !classes[right].hasTrailingBlank,
                    rules.punctuation == .quanjiao
                {
                    gaps[left] = .joint
                }
            }
        }
    }

    private func beginsWord(at unit: Int) -> Bool {
        unit == 0 || classes[unit - 1] == .space || classes[unit - 1] == .lineBreak
    }

    /// What UAX #14 says of the whole text, where it is asked: of characters that Chinese rules do not name. Ambiguous ones
    /// (① ★ →) are ideographic in Chinese.
    private func unicodeBreaks(in scalars: [Unicode.Scalar], rules: TextRules) -> [BreakOpportunity]? {
        guard rules.locale != .root, scalars.contains(where: CharacterClass.isForeign) else { return nil }
        return unicodeLineBreaks(scalars, ambiguous: .id, isLoose: rules.kinsoku == .none)
    }

    /// ？！ ？？ ！！ take one em together when there are exactly two of them (GB/T 15834 5.1.3).
    private func isHalvedPair(endingAt unit: Int, scalars: [Unicode.Scalar], units: [Unit]) -> Bool {
        func isLoud(_ unit: Int) -> Bool {
            guard unit >= 0 else { return false }
            let scalar = scalars[units[unit].scalars.lowerBound]
            return scalar == "？" || scalar == "！"
        }
        return isLoud(unit) && isLoud(unit - 1) && !isLoud(unit - 2)
    }

    /// A space in the copy: replaced by the Han–Western gap, swallowed beside full-width marks, else a word space;
    /// between two Han characters it was meant, and is half an em.
    private func whiteOfSpace(
        at space: Int, scalars: [Unicode.Scalar], units: [Unit], table: SpacingTable
    ) -> Gap {
        guard space > 0, classes[space - 1] != .space else { return .fixed }
        let left = classes[space - 1]
        var next = space + 1
        while next < count, classes[next] == .space { next += 1 }
        guard next < count else { return .fixed }
        let right = classes[next]
        if left.isHalfMark || right.isHalfMark || left == .long || right == .long {
            return table.gap(after: left, before: right, takesGap: false)
        }
        if (left == .han) != (right == .han) {
            let after = scalars[units[next].scalars.lowerBound]
            return table.gap(after: left, before: right, takesGap: !after.belongsToNumberBefore)
        }
        if left == .han { return Gap(kind: .wordSpace, natural: em / 2, least: em / 4) }
        let natural = glyphs[glyphStarts[space]..<glyphStarts[space + 1]].reduce(0) { $0 + $1.advance.scaled }
        return Gap(kind: .wordSpace, natural: natural, least: min(natural, em / 4))
    }
}
