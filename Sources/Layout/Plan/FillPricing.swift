extension FillCosts {
    /// Squared while the eye can compare it with a full column; a gap that large is one gap, whatever its size, and the
    /// planner must still be able to tell pages apart by everything else.
    func whiteCost(_ lines: Int) -> Int {
        guard lines > whiteSeen else { return white * lines }
        let squared = min(lines - whiteSeen, whiteGap)
        return hole + white * (whiteSeen + squared * squared) + gapLine * (lines - whiteSeen - squared)
    }

    /// The cost of a rectangle's shape, `width` to `height`.
    func aspectCost(width: Length, height: Length) -> Int {
        // ln(x) = ln 2 · log2(x); log2 in thousandths, of aspect / 1.3.
        let ratio = log2Thousandths(width.scaled * 10, height.scaled * 13)
        let ln = ratio * 693 / 1000
        return aspect * ln / 1000 * ln / 1000
    }
}

/// log2(a / b) in thousandths, by repeated squaring of a fixed-point mantissa; exact enough for costs, and the same on
/// every machine.
func log2Thousandths(_ a: Int, _ b: Int) -> Int {
    guard a > 0, b > 0 else { return 0 }
    if a < b { return -log2Thousandths(b, a) }
    var whole = 0
    var b = b
    while a / b >= 2 {
        b *= 2
        whole += 1
    }
    var mantissa = a / max(1, b / 65_536)
    var fraction = 0
    for _ in 0..<10 {
        mantissa = mantissa * mantissa / 65_536
        fraction *= 2
        if mantissa >= 131_072 {
            mantissa /= 2
            fraction += 1
        }
    }
    return whole * 1000 + fraction * 1000 / 1024
}
