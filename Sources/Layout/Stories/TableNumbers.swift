/// Figures below one another stand with their points (or their last whole digits) in one line.
struct NumberBlock: Hashable, Sendable {
    /// The widest part before the point, and the widest from it on, in scaled points.
    var whole: Int
    var fraction: Int

    var width: Int { whole + fraction }
}

extension ShapedTable {
    /// The block of a column's figures; nil unless all of its cells below the head are figures (or empty) and it is set flush
    /// right or centred.
    func numberBlock(of column: Int) -> NumberBlock? {
        guard column < alignments.count, alignments[column] != .leading else { return nil }
        var block = NumberBlock(whole: 0, fraction: 0)
        var count = 0
        for row in rows.dropFirst(hasHead ? 1 : 0) where column < row.count && row[column].count > 0 {
            guard let parts = row[column].numberParts else { return nil }
            block.whole = max(block.whole, parts.whole)
            block.fraction = max(block.fraction, parts.fraction)
            count += 1
        }
        return count > 1 ? block : nil
    }
}

extension ShapedText {
    /// How wide the text is before its point and from it on, if it is one figure with its signs.
    var numberParts: NumberBlock? {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: \.isASCIIDigit), scalars.count == count,
            scalars.allSatisfy({ $0.isASCIIDigit || "+-−±.,%％‰￥¥$".unicodeScalars.contains($0) })
        else { return nil }
        let lastDigit = scalars.lastIndex(where: \.isASCIIDigit) ?? count - 1
        let split = scalars.firstIndex(of: ".") ?? lastDigit + 1
        func width(_ units: Range<Int>) -> Int { units.reduce(0) { $0 + widths[$1] + gaps[$1].natural } }
        return NumberBlock(whole: width(0..<split), fraction: width(split..<count))
    }
}
