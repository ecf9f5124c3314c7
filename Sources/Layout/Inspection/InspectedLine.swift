/// A rank of the ladder of justification, by its number in the table of ranks (typography.md 5).
public enum LadderRank: String, Sendable, CaseIterable {
    /// The mark at the line's end gives what blank is left behind its ink.
    case shrink1
    /// Word spaces give.
    case shrink2
    /// The blanks of brackets and quotes give.
    case shrink4
    /// Those of ， 、 ； ： give.
    case shrink5
    /// Gaps between Han and Western give.
    case shrink6
    /// The blanks of 。 ？ ！ give.
    case shrink7
    /// Joints are drawn closer than solid.
    case shrink8
    /// Word spaces take.
    case stretch1
    /// Gaps between Han and Western take.
    case stretch2
    /// All other joints take, equally.
    case stretch3
    /// The letters of addresses take.
    case stretch4
    /// The blanks of marks take beside their share as joints.
    case stretch5

    public var isShrinking: Bool { rawValue.hasPrefix("shrink") }
}

/// A line as it is set.
public struct InspectedLine: Hashable, Sendable {
    /// UTF-8 offsets of its text, spaces at its edges left out.
    public var bytes: Range<Int>
    /// White in front of it, and the width of its text as set; scaled points.
    public var indent: Int
    public var width: Int
    /// The width of its text before justification.
    public var natural: Int
    /// What the ranks took or gave, in the order of the ladder; positive amounts in scaled points.
    public var adjustments: [Adjustment]
    /// What each joint was stretched by; negative where they were drawn closer.
    public var perGap: Int
    /// What the breaker paid for the line, for ending there, and for its unlikeness to the line before.
    public var cost: Int
    /// What of that is for ending there, and for the unlikeness.
    public var penalty: Int
    public var jump: Int
    /// By how much it sticks out of its measure.
    public var overfull: Int
    /// Whether its last mark hangs outside the measure; `width` is without it.
    public var isHanging: Bool
    public var isLast: Bool

    public struct Adjustment: Hashable, Sendable {
        public var rank: LadderRank
        public var amount: Int
    }
}

extension ShapedText {
    /// What the lines of one paragraph's stretch cost and how they are filled.
    func inspected(_ lines: [Line]) -> [InspectedLine] {
        lines.indices.map { index in
            let line = lines[index]
            let fit = line.fit
            var penalty = 0
            var jump = 0
            if index + 1 < lines.count, case .allowed(let price) = opportunities[lines[index + 1].units.lowerBound]
            {
                penalty = price
            }
            if line.breaksRule { penalty = BreakCosts.insideRun }
            if index > 0, abs(lines[index - 1].fit.tightness - fit.tightness) > 1 {
                jump = LineCosts.standard.tightnessJump
            }
            let taken = fit.adjustments.reduce(0) {
                $0 + ($1.rank.isShrinking ? -1 : 1) * $1.amount
            }
            let joints = totals(of: line.units).joints
            return InspectedLine(
                bytes: starts[line.units.lowerBound]..<starts[line.units.upperBound], indent: line.indent,
                width: fit.natural + taken, natural: fit.natural, adjustments: fit.adjustments,
                perGap: joints == 0 ? 0 : fit.jointStretch / joints, cost: fit.cost + penalty + jump,
                penalty: penalty, jump: jump, overfull: fit.overfull, isHanging: fit.isHanging, isLast: line.isLast)
        }
    }
}

extension LineFit {
    fileprivate var adjustments: [InspectedLine.Adjustment] {
        let amounts: [(LadderRank, Int)] = [
            (.shrink1, endTrim), (.shrink2, wordSpaceShrink), (.shrink4, bracketShrink), (.shrink5, pauseShrink),
            (.shrink6, hanWesternShrink), (.shrink7, stopShrink), (.shrink8, max(0, -jointStretch)),
            (.stretch1, wordSpaceStretch),
            (.stretch2, hanWesternStretch), (.stretch3, max(0, jointStretch)), (.stretch4, letterStretch),
            (.stretch5, blankStretch),
        ]
        return amounts.filter { $0.1 != 0 }.map { InspectedLine.Adjustment(rank: $0.0, amount: $0.1) }
    }
}
