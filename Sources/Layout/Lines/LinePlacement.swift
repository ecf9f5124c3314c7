/// Where each unit of a set line stands, from the left edge of the column.
public struct LinePlacement: Sendable {
    /// The left edge of each unit of the line, in scaled points.
    public var lefts: [Int]
    /// The right edge of the line's text.
    public var right: Int
}

extension ShapedText {
    /// Shares out a line's slack. The amounts of a rank are cut up by running sums, so that they add up exactly and the
    /// line ends at its measure to the last scaled point.
    public func place(_ line: Line) -> LinePlacement {
        let units = line.units
        guard !units.isEmpty else { return LinePlacement(lefts: [], right: line.indent) }
        if line.fit.isHanging {
            var inner = line
            inner.units = units.dropLast()
            inner.fit.isHanging = false
            var placement = place(inner)
            placement.lefts.append(placement.right)
            return placement
        }
        let totals = totals(of: units)
        let fit = line.fit
        var given = GapTotals()
        var lefts: [Int] = []
        lefts.reserveCapacity(units.count)
        var pen = line.indent + blanksAtStart[units.lowerBound]
        for unit in units {
            lefts.append(pen)
            pen += widths[unit]
            guard unit + 1 < units.upperBound else { break }
            let before = adjustment(after: given, of: totals, fit)
            given.add(gaps[unit])
            pen += gaps[unit].natural + adjustment(after: given, of: totals, fit) - before
        }
        return LinePlacement(
            lefts: lefts, right: pen - fit.endTrim + (hyphen(before: units.upperBound)?.width ?? 0))
    }

    /// What all gaps up to here have taken (positive) or given.
    private func adjustment(after given: GapTotals, of totals: GapTotals, _ fit: LineFit) -> Int {
        func share(_ amount: Int, _ part: Int, _ whole: Int) -> Int {
            amount == 0 || whole == 0 ? 0 : amount * part / whole
        }
        return share(fit.wordSpaceStretch, given.wordSpaces, totals.wordSpaces)
            + share(fit.hanWesternStretch, given.hanWesterns, totals.hanWesterns)
            + share(fit.letterStretch, given.letters, totals.letters)
            + share(fit.blankStretch, given.blanks, totals.blanks)
            + share(fit.jointStretch, given.joints, totals.joints)
            - share(fit.wordSpaceShrink, given.wordSpaceShrink, totals.wordSpaceShrink)
            - share(fit.bracketShrink, given.bracketShrink, totals.bracketShrink)
            - share(fit.pauseShrink, given.pauseShrink, totals.pauseShrink)
            - share(fit.hanWesternShrink, given.hanWesternShrink, totals.hanWesternShrink)
            - share(fit.stopShrink, given.stopShrink, totals.stopShrink)
    }
}
