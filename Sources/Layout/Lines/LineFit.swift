/// How the slack of one line is shared out: what each rank gives or takes, in scaled points.
///
/// The ladder of typography.md 5: first the line is pushed in, rank by rank, then spread. All whites of one rank move
/// together.
public struct LineFit: Hashable, Sendable {
    /// The width before justification, edges trimmed.
    public var natural = 0
    public var wordSpaceShrink = 0
    public var bracketShrink = 0
    public var pauseShrink = 0
    public var hanWesternShrink = 0
    public var stopShrink = 0
    public var wordSpaceStretch = 0
    public var hanWesternStretch = 0
    /// Shared equally by all joints.
    public var jointStretch = 0
    /// The stretch of one joint in thousandths of an em.
    public var perJoint = 0
    /// What sticks out of the measure when nothing more can shrink.
    public var overfull = 0
    /// What is missing to the measure: on last lines, and where nothing can stretch.
    public var short = 0
    /// Whether the last mark hangs outside the measure.
    public var isHanging = false
    public var cost = 0

    /// What the line gave by shrinking, all ranks together.
    var shrinkTotal: Int { wordSpaceShrink + bracketShrink + pauseShrink + hanWesternShrink + stopShrink }

    /// The four degrees of tightness between which neighbours should not jump.
    var tightness: Int {
        if overfull > 0 || stopShrink > 0 { return 0 }
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
        result.natural += blanksAtStart[units.lowerBound] + blanksAtEnd[units.upperBound - 1]
        return result
    }

    /// Fits a trimmed line into `measure`.
    /// - Parameters:
    ///   - isLast: a last line is set solid when it is short.
    ///   - hangs: whether a mark may hang outside the measure.
    func fit(_ units: Range<Int>, into measure: Int, isLast: Bool, hangs: Bool = false) -> LineFit {
        let totals = totals(of: units)
        var fit = LineFit()
        fit.natural = totals.natural
        var slack = measure - totals.natural
        if slack < 0, hangs, let last = units.last, mayHang[last], last > 0, !classes[last - 1].isHalfMark {
            fit.isHanging = true
            fit.natural -= widths[last]
            slack += widths[last]
        }
        if slack < 0 {
            shrink(&fit, by: -slack, totals)
        } else if slack > 0 {
            if isLast { fit.short = slack } else { stretch(&fit, by: slack, totals) }
        }
        if isLast { fit.cost += lastLineCost(of: units) }
        fit.cost += LineCosts.line
        return fit
    }

    private func shrink(_ fit: inout LineFit, by excess: Int, _ totals: GapTotals) {
        var rest = excess
        func take(_ capacity: Int, _ price: (touched: Int, full: Int)) -> Int {
            guard rest > 0, capacity > 0 else { return 0 }
            let taken = min(rest, capacity)
            rest -= taken
            fit.cost += price.touched + price.full * taken / capacity
            return taken
        }
        fit.wordSpaceShrink = take(totals.wordSpaceShrink, LineCosts.wordSpace)
        fit.bracketShrink = take(totals.bracketShrink, LineCosts.bracketBlank)
        fit.pauseShrink = take(totals.pauseShrink, LineCosts.pauseBlank)
        fit.hanWesternShrink = take(totals.hanWesternShrink, LineCosts.hanWestern)
        fit.stopShrink = take(totals.stopShrink, LineCosts.stopBlank)
        fit.overfull = rest
        if rest > 0 { fit.cost += LineCosts.overfull * (1 + rest * 1000 / em) }
    }

    private func stretch(_ fit: inout LineFit, by slack: Int, _ totals: GapTotals) {
        var rest = slack
        fit.wordSpaceStretch = min(rest, max(0, totals.wordSpaces * em / 2 - totals.wordSpaceNatural))
        rest -= fit.wordSpaceStretch
        fit.hanWesternStretch = min(rest, max(0, totals.hanWesterns * em / 3 - totals.hanWesternNatural))
        rest -= fit.hanWesternStretch
        guard rest > 0 else { return }
        if totals.joints > 0 {
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
        fit.cost += LineCosts.stretch(perJoint: fit.perJoint)
    }

    private func lastLineCost(of units: Range<Int>) -> Int {
        guard units.lowerBound > 0 else { return 0 }
        var letters = 0
        for unit in units.reversed() where isLetter[unit] {
            letters += 1
            if letters > 2 { return 0 }
        }
        return letters < 2 ? LineCosts.loneLetter : LineCosts.shortLastLine
    }
}
