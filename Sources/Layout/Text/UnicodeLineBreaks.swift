/// Where the Unicode line breaking algorithm, without any tailoring, lets lines end (UAX #14, Unicode 17.0): the opportunity in
/// front of each scalar. Scripts that need a dictionary (SA) are broken as alphabetic ones.
///
/// - Parameters:
///   - ambiguous: what ambiguous characters (AI) are; UAX #14 leaves them to the language, and calls them AL where nobody says.
///   - isLoose: whether iteration marks, small kana, leaders and signs behind numbers may begin a line, as CSS's
///     `line-break: loose` lets them in Chinese.
func unicodeLineBreaks(
    _ scalars: [Unicode.Scalar], ambiguous: LineBreakClass = .al, isLoose: Bool = false
) -> [BreakOpportunity] {
    var items: [LineBreakItem] = []
    var result = Array(repeating: BreakOpportunity.forbidden, count: scalars.count)
    for (index, scalar) in scalars.enumerated() {
        let properties = LineBreakProperties(of: scalar)
        let isMark = properties.resolved == .cm || properties.resolved == .zwj
        // LB9: marks belong to their base. LB10: without one they are as the letter A.
        if isMark, let base = items.last, !base.refusesMarks {
            items[items.count - 1].endsWithJoiner = properties.resolved == .zwj
        } else {
            var item = LineBreakItem(properties, scalar, isLoneMark: isMark, at: index)
            if properties.lineBreak == .ai { item.lineBreak = ambiguous }
            if isLoose, [.ns, .cj, .in, .po].contains(properties.lineBreak) { item.lineBreak = .id }
            items.append(item)
        }
    }
    let rules = LineBreakRules(items: items)
    for index in items.indices.dropFirst() { result[items[index].scalar] = rules.opportunity(before: index) }
    return result
}

/// A base with its marks.
struct LineBreakItem {
    var lineBreak: LineBreakClass
    let isEastAsian: Bool
    let isInitialQuote: Bool
    let isFinalQuote: Bool
    let isUnassignedPictograph: Bool
    /// U+25CC, which stands for a missing base in Brahmic scripts.
    let isDottedCircle: Bool
    /// Whether its last mark is U+200D.
    var endsWithJoiner: Bool
    /// Index of the base.
    let scalar: Int

    init(_ properties: LineBreakProperties, _ scalar: Unicode.Scalar, isLoneMark: Bool, at index: Int) {
        lineBreak = isLoneMark ? .al : properties.resolved
        isEastAsian = properties.isEastAsian && !isLoneMark
        isInitialQuote = properties.isInitialQuote
        isFinalQuote = properties.isFinalQuote
        isUnassignedPictograph = properties.isUnassignedPictograph
        isDottedCircle = scalar == "\u{25CC}"
        endsWithJoiner = properties.resolved == .zwj
        self.scalar = index
    }

    /// Line breaks and spaces take no marks (LB9).
    var refusesMarks: Bool { isLineEnd || lineBreak == .sp || lineBreak == .zw }

    var isLineEnd: Bool { [.bk, .cr, .lf, .nl].contains(lineBreak) }
    var isLetter: Bool { lineBreak == .al || lineBreak == .hl }
    var isHyphen: Bool { lineBreak == .hy || lineBreak == .hh }
    var isIdeographic: Bool { [.id, .eb, .em].contains(lineBreak) }
    var isSyllable: Bool { lineBreak == .ak || lineBreak == .as || isDottedCircle }
}
