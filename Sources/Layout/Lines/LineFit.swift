/// How the slack of one line is shared out: what each rank gives or takes, in scaled points.
///
/// The ladder of typography.md 5: first the line is pushed in, rank by rank, then spread. All whites of one rank move
/// together.
public struct LineFit: Hashable, Sendable {
    /// The width before justification, edges trimmed.
    public var natural = 0
    /// What the mark at the line's end gave of the blank behind its ink.
    public var endTrim = 0
    public var wordSpaceShrink = 0
    public var bracketShrink = 0
    public var pauseShrink = 0
    public var hanWesternShrink = 0
    public var stopShrink = 0
    public var wordSpaceStretch = 0
    public var hanWesternStretch = 0
    /// What the blanks of marks take beside their share as joints.
    public var blankStretch = 0
    /// Shared equally by all joints; negative where they are drawn closer than solid.
    public var jointStretch = 0
    /// Shared equally by the letters of addresses.
    public var letterStretch = 0
    /// The stretch of one joint in thousandths of an em; negative where they are drawn closer.
    public var perJoint = 0
    /// What sticks out of the measure when nothing more can shrink.
    public var overfull = 0
    /// What is missing to the measure: on last lines, and where nothing can stretch.
    public var short = 0
    /// Whether the last mark hangs outside the measure.
    public var isHanging = false
    public var cost = 0

    /// What the line gave by shrinking, all ranks together.
    var shrinkTotal: Int {
        endTrim + wordSpaceShrink + bracketShrink + pauseShrink + hanWesternShrink + stopShrink
            - min(0, jointStretch)
    }

    /// The four degrees of tightness between which neighbours should not jump.
    var tightness: Int {
        if overfull > 0 || stopShrink > 0 || perJoint < -20 { return 0 }
        if perJoint > 60 { return 3 }
        if perJoint > 30 { return 2 }
        return 1
    }
}

extension ShapedText {
    /// Where the line's visible text ends: without spaces and breaks behind it.
    func trimmed(_ units: Range<Int>) -> Range<Int> {
        var end = units.upperBound
        while end > units.lowerBound, classes[end - 1] == .space || classes[end - 1] == .lineBreak { end -= 1 }
        var start = units.lowerBound
        while start < end, classes[start] == .space { start += 1 }
        return start..<end
    }

    /// What a trimmed line holds; its natural width includes the blanks that its edges keep.
    func totals(of units: Range<Int>) -> GapTotals {
        guard !units.isEmpty else { return GapTotals() }
        var result = totals[units.upperBound - 1] - totals[units.lowerBound]
        result.natural += widths[units.upperBound - 1]
        if let hyphen = hyphen(before: units.upperBound) { result.natural += hyphen.width }
        result.natural += blanksAtStart[units.lowerBound] + blanksAtEnd[units.upperBound - 1]
        return result
    }

    /// Fits a trimmed line into `measure`.
    /// - Parameters:
    ///   - isLast: a last line is set solid when it is short.
    ///   - hangs: whether a mark may hang outside the measure.
    func fit(
        _ units: Range<Int>, into measure: Int, isLast: Bool, hangs: Bool = false, costs: LineCosts = .standard
    ) -> LineFit {
        fit(units, totals(of: units), into: measure, isLast: isLast, hangs: hangs, costs: costs)
    }

    /// The same, the line's totals being known.
    func fit(
        _ units: Range<Int>, _ totals: GapTotals, into measure: Int, isLast: Bool, hangs: Bool, costs: LineCosts
    ) -> LineFit {
        var fit = LineFit()
        fit.natural = totals.natural
        let slack = measure - totals.natural
        if slack < 0, hangs, hangsAlone(at: units) {
            // The line is set without its last mark, which stands behind the measure: its joint takes nothing.
            let line = units.dropLast()
            var fit = self.fit(
                line, self.totals(of: line), into: measure, isLast: isLast, hangs: false, costs: costs)
            if isLast { fit.cost += lastLineCost(of: units, costs) - lastLineCost(of: line, costs) }
            fit.isHanging = true
            return fit
        }
        if slack < 0 {
            shrink(
                &fit, by: -slack, totals, trim: units.last.map { endTrims[$0] } ?? 0, costs)
        } else if slack > 0 {
            if isLast { fit.short = slack } else { stretch(&fit, by: slack, totals, costs) }
        }
        if isLast { fit.cost += lastLineCost(of: units, costs) }
        fit.cost += costs.line
        return fit
    }

    private func shrink(_ fit: inout LineFit, by excess: Int, _ totals: GapTotals, trim: Int, _ costs: LineCosts) {
        var rest = excess
        func take(_ capacity: Int, _ price: LineCosts.Rank) -> Int {
            guard rest > 0, capacity > 0 else { return 0 }
            let taken = min(rest, capacity)
            rest -= taken
            fit.cost += price.touched + price.full * taken / capacity
            return taken
        }
        fit.endTrim = take(trim, costs.endBlank)
        fit.wordSpaceShrink = take(totals.wordSpaceShrink, costs.wordSpace)
        fit.bracketShrink = take(totals.bracketShrink, costs.bracketBlank)
        fit.pauseShrink = take(totals.pauseShrink, costs.pauseBlank)
        fit.hanWesternShrink = take(totals.hanWesternShrink, costs.hanWestern)
        if rest > 0, rest <= totals.joints * em * costs.tightest / 1000 {
            tighten(&fit, by: rest, totals, costs)
            return
        }
        fit.stopShrink = take(totals.stopShrink, costs.stopBlank)
        if rest > 0, rest <= totals.joints * em * costs.tightestOfAll / 1000 {
            tighten(&fit, by: rest, totals, costs)
            return
        }
        fit.overfull = rest
        if rest > 0 { fit.cost += costs.overfull * (1 + rest * 1000 / em) }
    }

    /// Whether the line's last mark may hang outside the measure: one of 、 ， 。 that stands in no run of marks.
    private func hangsAlone(at units: Range<Int>) -> Bool {
        guard units.count > 1, let last = units.last, mayHang[last], !classes[last - 1].isHalfMark else {
            return false
        }
        return last + 1 == count || !classes[last + 1].isHalfMark
    }

    private func tighten(_ fit: inout LineFit, by rest: Int, _ totals: GapTotals, _ costs: LineCosts) {
        fit.jointStretch = -rest
        let each = (rest * 1000 + totals.joints * em - 1) / (totals.joints * em)
        fit.perJoint = -each
        fit.cost += costs.tighten(perJoint: each)
    }

    private func stretch(_ fit: inout LineFit, by slack: Int, _ totals: GapTotals, _ costs: LineCosts) {
        var rest = slack
        fit.wordSpaceStretch = min(rest, max(0, totals.wordSpaces * em / 2 - totals.wordSpaceNatural))
        rest -= fit.wordSpaceStretch
        fit.hanWesternStretch = min(rest, max(0, totals.hanWesterns * em / 3 - totals.hanWesternNatural))
        rest -= fit.hanWesternStretch
        let patience = totals.joints * em * costs.lettersFrom / 1000
        if rest > patience, totals.letters > 0 {
            fit.letterStretch = min(rest - patience, totals.letters * em * costs.mostPerLetter / 1000)
            rest -= fit.letterStretch
        }
        guard rest > 0 else { return }
        if totals.joints > 0 {
            rest -= widenWhites(&fit, for: rest, totals, costs)
            fit.jointStretch = rest
            fit.perJoint = rest * 1000 / (totals.joints * em)
        } else if totals.wordSpaces > 0 {
            fit.wordSpaceStretch += rest
            fit.perJoint = rest * 1000 / (totals.wordSpaces * em)
        } else if totals.hanWesterns > 0 {
            fit.hanWesternStretch += rest
            fit.perJoint = rest * 1000 / (totals.hanWesterns * em)
        } else {
            fit.short = rest
            fit.perJoint = rest * 1000 / em
        }
        fit.cost += costs.stretch(perJoint: fit.perJoint)
    }

    /// Where joints would gape, white that stands there already takes more than its rank: first word spaces and the gaps beside
    /// Western text, then the blanks of marks, up to another quarter em each; what is left then, all but the blanks alike.
    /// - Returns: what they take.
    private func widenWhites(_ fit: inout LineFit, for slack: Int, _ totals: GapTotals, _ costs: LineCosts) -> Int {
        var rest = slack
        func beyond(_ mark: Int) -> Int { max(0, rest - totals.joints * em * mark / 1000) }
        let gaps = totals.hanWesterns + totals.wordSpaces
        var widened = min(beyond(costs.visible.from), gaps * em / 4)
        rest -= widened
        fit.blankStretch = min(beyond(costs.blanksFrom), totals.blanks * em * costs.mostPerBlank / 1000)
        rest -= fit.blankStretch
        if fit.blankStretch > 0 {
            fit.cost += costs.visible.price * fit.blankStretch * 1000 / (em * totals.blanks) / 4
        }
        guard widened > 0 else { return slack - rest }
        let more = beyond(costs.visible.from) * gaps / (gaps + totals.joints)
        widened += more
        rest -= more
        let western = widened * totals.hanWesterns / gaps
        fit.hanWesternStretch += western
        fit.wordSpaceStretch += widened - western
        fit.cost += costs.visible.price * widened * 1000 / (em * gaps) / 4
        return slack - rest
    }

    private func lastLineCost(of units: Range<Int>, _ costs: LineCosts) -> Int {
        guard units.lowerBound > 0 else { return 0 }
        var letters = 0
        for unit in units.reversed() where isLetter[unit] {
            letters += 1
            if letters > 2 { return 0 }
        }
        return letters < 2 ? costs.loneLetter : costs.shortLastLine
    }
}
