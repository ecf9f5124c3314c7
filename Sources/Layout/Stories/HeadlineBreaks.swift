/// The best ways to part a headline into one, two, three lines: `result[n - 1]` for n lines.
///
/// Lines that the editor set by hand are kept. Else a headline breaks where the copy has a space, then where lines come
/// out alike, never before 的 了 吗 呢 等 (typography.md 7).
///
/// - Parameter wordStarts: UTF-8 offsets where words begin; empty where nobody knows.
func headlineBreaks(_ text: ShapedText, wordStarts: Set<Int> = []) -> [[Range<Int>]?] {
    let given = text.segments.map(text.trimmed)
    var result: [[Range<Int>]?] = Array(repeating: nil, count: max(3, given.count))
    if given.count > 1 {
        result[given.count - 1] = given
        return result
    }
    guard let whole = given.first else { return result }
    result[0] = [whole]
    for count in 2...3 { result[count - 1] = balanced(text, whole, into: count, wordStarts: wordStarts) }
    return result
}

private func balanced(_ text: ShapedText, _ whole: Range<Int>, into count: Int, wordStarts: Set<Int>) -> [Range<
    Int
>]? {
    let target = text.totals(of: whole).natural / count
    // An editor who put a space in a headline has said where it breaks.
    let isMarked = text.classes[whole].contains(.space)
    var best: (cost: Int, lines: [Range<Int>])?
    func search(from start: Int, left: Int, cost: Int, lines: [Range<Int>]) {
        if left == 1 {
            let line = text.trimmed(start..<whole.upperBound)
            guard !line.isEmpty else { return }
            let total = cost + imbalance(text, line, target)
            if best.map({ total < $0.cost }) ?? true { best = (total, lines + [line]) }
            return
        }
        for end in (start + 1)..<whole.upperBound {
            guard case .allowed(let penalty) = text.opportunities[end] else { continue }
            let line = text.trimmed(start..<end)
            guard !line.isEmpty, !isWeakStart(text.text(of: end..<(end + 1))) else { continue }
            // Inside a word is worse than uneven; at a space is what the editor marked.
            let place =
                text.classes[end - 1] == .space
                ? 0 : text.classes[end - 1].hasTrailingBlank ? 10 : isMarked ? 600 : 60
            let parted = wordStarts.isEmpty || wordStarts.contains(text.starts[end]) ? 0 : 1000
            search(
                from: end, left: left - 1, cost: cost + penalty + place + parted + imbalance(text, line, target),
                lines: lines + [line])
        }
    }
    // All breaks are tried; what is longer than any headline is set as it comes.
    guard whole.count > count, whole.count <= 120 else { return nil }
    search(from: whole.lowerBound, left: count, cost: 0, lines: [])
    return best?.lines
}

private func imbalance(_ text: ShapedText, _ line: Range<Int>, _ target: Int) -> Int {
    let difference = abs(text.totals(of: line).natural - target) * 100 / max(1, target)
    return difference * difference / 10
}

private func isWeakStart(_ character: String) -> Bool {
    switch character {
    case "的", "了", "吗", "呢", "等", "着", "过", "们": true
    default: false
    }
}
