/// The rules LB4 to LB31 of UAX #14 over bases with their marks, in their order: the first that fits decides.
struct LineBreakRules {
    let items: [LineBreakItem]

    /// - Parameter index: of the item behind the place, never the first.
    func opportunity(before index: Int) -> BreakOpportunity {
        let left = items[index - 1]
        let right = items[index]
        if left.isLineEnd { return left.lineBreak == .cr && right.lineBreak == .lf ? .forbidden : .mandatory }
        let allows =
            byLinesAndSpaces(index) ?? byGlue(left, right) ?? byPunctuation(index) ?? byQuotes(index)
            ?? byHyphens(index) ?? byNumbers(index) ?? bySyllables(index) ?? byOthers(index)
        return allows ? .allowed(penalty: 0) : .forbidden
    }

    private func item(_ index: Int) -> LineBreakItem? { items.indices.contains(index) ? items[index] : nil }

    /// The last item before `index` that is no space.
    private func beforeSpaces(_ index: Int) -> Int? {
        items[..<index].lastIndex { $0.lineBreak != .sp }
    }

    // MARK: LB6–LB12a

    private func byLinesAndSpaces(_ index: Int) -> Bool? {
        let right = items[index]
        if right.isLineEnd || right.lineBreak == .sp || right.lineBreak == .zw { return false }
        if let base = beforeSpaces(index), items[base].lineBreak == .zw { return true }
        return items[index - 1].endsWithJoiner ? false : nil
    }

    private func byGlue(_ left: LineBreakItem, _ right: LineBreakItem) -> Bool? {
        if right.lineBreak == .wj || left.lineBreak == .wj || left.lineBreak == .gl { return false }
        if right.lineBreak == .gl, !left.isHyphen, left.lineBreak != .sp, left.lineBreak != .ba { return false }
        return nil
    }

    // MARK: LB13–LB18

    private func byPunctuation(_ index: Int) -> Bool? {
        let left = items[index - 1]
        let right = items[index]
        if [.ex, .cl, .cp, .sy].contains(right.lineBreak) { return false }
        let base = beforeSpaces(index)
        if let base {
            if items[base].lineBreak == .op { return false }
            if isQuoteThatOpens(base) { return false }
        }
        if right.isFinalQuote, isFollowedByEnd(index) { return false }
        if right.lineBreak == .is {
            return left.lineBreak == .sp && item(index + 1)?.lineBreak == .nu
        }
        if let base {
            let kind = items[base].lineBreak
            if right.lineBreak == .ns, kind == .cl || kind == .cp { return false }
            if right.lineBreak == .b2, kind == .b2 { return false }
        }
        return left.lineBreak == .sp ? true : nil
    }

    /// LB15a.
    private func isQuoteThatOpens(_ index: Int) -> Bool {
        guard items[index].isInitialQuote else { return false }
        guard let before = item(index - 1) else { return true }
        return before.isLineEnd || [.op, .qu, .gl, .sp, .zw].contains(before.lineBreak)
    }

    /// LB15b.
    private func isFollowedByEnd(_ index: Int) -> Bool {
        guard let after = item(index + 1) else { return true }
        return after.isLineEnd
            || [.sp, .gl, .wj, .cl, .qu, .cp, .ex, .is, .sy, .zw].contains(after.lineBreak)
    }

    // MARK: LB19–LB19a

    private func byQuotes(_ index: Int) -> Bool? {
        let left = items[index - 1]
        let right = items[index]
        if right.lineBreak == .qu {
            if !right.isInitialQuote || !left.isEastAsian { return false }
            if !(item(index + 1)?.isEastAsian ?? false) { return false }
        }
        if left.lineBreak == .qu {
            if !left.isFinalQuote || !right.isEastAsian { return false }
            if !(item(index - 2)?.isEastAsian ?? false) { return false }
        }
        return nil
    }

    // MARK: LB20–LB22

    private func byHyphens(_ index: Int) -> Bool? {
        let left = items[index - 1]
        let right = items[index]
        if left.lineBreak == .cb || right.lineBreak == .cb { return true }
        if left.isHyphen, right.isLetter, isFirstOfWord(index - 1) { return false }
        if right.isHyphen || right.lineBreak == .ba || right.lineBreak == .ns { return false }
        if left.lineBreak == .bb { return false }
        if left.isHyphen, right.lineBreak != .hl, item(index - 2)?.lineBreak == .hl { return false }
        if left.lineBreak == .sy, right.lineBreak == .hl { return false }
        return right.lineBreak == .in ? false : nil
    }

    private func isFirstOfWord(_ index: Int) -> Bool {
        guard let before = item(index - 1) else { return true }
        return before.isLineEnd || [.sp, .zw, .cb, .gl].contains(before.lineBreak)
    }

    // MARK: LB23–LB25

    private func byNumbers(_ index: Int) -> Bool? {
        let left = items[index - 1]
        let right = items[index]
        if left.isLetter, right.lineBreak == .nu { return false }
        if left.lineBreak == .nu, right.isLetter { return false }
        if left.lineBreak == .pr, right.isIdeographic { return false }
        if left.isIdeographic, right.lineBreak == .po { return false }
        let isSign = right.lineBreak == .po || right.lineBreak == .pr
        let followsSign = left.lineBreak == .po || left.lineBreak == .pr
        if followsSign, right.isLetter { return false }
        if left.isLetter, isSign { return false }
        if isSign {
            let closes = left.lineBreak == .cl || left.lineBreak == .cp
            return isNumber(endingAt: closes ? index - 2 : index - 1) ? false : nil
        }
        if followsSign, right.lineBreak == .op {
            let inner = item(index + 1)?.lineBreak
            if inner == .nu || (inner == .is && item(index + 2)?.lineBreak == .nu) { return false }
        }
        guard right.lineBreak == .nu else { return nil }
        if followsSign || left.lineBreak == .hy || left.lineBreak == .is { return false }
        return isNumber(endingAt: index - 1) ? false : nil
    }

    /// NU (SY | IS)*
    private func isNumber(endingAt index: Int) -> Bool {
        var index = index
        while let item = item(index), item.lineBreak == .sy || item.lineBreak == .is { index -= 1 }
        return item(index)?.lineBreak == .nu
    }

    // MARK: LB26–LB28a

    private func bySyllables(_ index: Int) -> Bool? {
        let left = items[index - 1]
        let right = items[index]
        let (before, after) = (left.lineBreak, right.lineBreak)
        if before == .jl, [.jl, .jv, .h2, .h3].contains(after) { return false }
        if before == .jv || before == .h2, after == .jv || after == .jt { return false }
        if before == .jt || before == .h3, after == .jt { return false }
        let hangul: [LineBreakClass] = [.jl, .jv, .jt, .h2, .h3]
        if hangul.contains(before), after == .po { return false }
        if before == .pr, hangul.contains(after) { return false }
        if left.isLetter, right.isLetter { return false }
        if before == .ap, right.isSyllable { return false }
        if left.isSyllable, after == .vf || after == .vi { return false }
        if before == .vi, item(index - 2)?.isSyllable ?? false, after == .ak || right.isDottedCircle {
            return false
        }
        if left.isSyllable, right.isSyllable, item(index + 1)?.lineBreak == .vf { return false }
        return nil
    }

    // MARK: LB29–LB31

    private func byOthers(_ index: Int) -> Bool {
        let left = items[index - 1]
        let right = items[index]
        let isWord = { (item: LineBreakItem) in item.isLetter || item.lineBreak == .nu }
        if left.lineBreak == .is, right.isLetter { return false }
        if isWord(left), right.lineBreak == .op, !right.isEastAsian { return false }
        if left.lineBreak == .cp, !left.isEastAsian, isWord(right) { return false }
        if left.lineBreak == .ri, right.lineBreak == .ri {
            let flags = items[..<index].reversed().prefix { $0.lineBreak == .ri }.count
            return flags.isMultiple(of: 2)
        }
        if right.lineBreak == .em, left.lineBreak == .eb || left.isUnassignedPictograph { return false }
        return true
    }
}
