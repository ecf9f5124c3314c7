extension ShapedText {
    /// A solid line of a head, spaced: `tracking` is added to (or, below zero, taken from) the white between neighbours. The
    /// blanks of marks are white enough and give up what tracking adds, so that quotes and commas do not float.
    func trackedLine(of units: Range<Int>, tracking: Int) -> Line {
        let units = trimmed(units)
        let totals = totals(of: units)
        var fit = LineFit()
        fit.natural = totals.natural
        fit.jointStretch = tracking * totals.joints
        if tracking > 0 {
            fit.bracketShrink = blanksTaken(totals.bracketShrink, tracking)
            fit.pauseShrink = blanksTaken(totals.pauseShrink, tracking)
            fit.stopShrink = blanksTaken(totals.stopShrink, tracking)
        }
        let width = fit.natural + fit.jointStretch - fit.bracketShrink - fit.pauseShrink - fit.stopShrink
        return Line(units: units, indent: 0, measure: width, fit: fit, isLast: true)
    }

    /// Every half em of blank gives up one joint's tracking.
    private func blanksTaken(_ blanks: Int, _ tracking: Int) -> Int {
        min(blanks, tracking * (blanks / max(1, em / 2)))
    }
}
