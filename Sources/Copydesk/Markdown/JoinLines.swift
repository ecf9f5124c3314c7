/// Joins two lines of one paragraph: with a space between Western words, without one where a Chinese character or
/// mark stands on either side, because a line break in the source is no space in Chinese.
func joinLines(_ first: String, _ second: String) -> String {
    needsSpace(between: Array(first.unicodeScalars.suffix(2)), and: Array(second.unicodeScalars.prefix(2)))
        ? first + " " + second : first + second
}

/// Whether a space belongs between the last characters of one line and the first of the next.
func needsSpace(between last: [Unicode.Scalar], and first: [Unicode.Scalar]) -> Bool {
    guard let end = last.last, let start = first.first else { return false }
    // Quotation marks, dashes and the like belong to both scripts: what they enclose tells.
    let left = isShared(end) && last.count > 1 ? last[last.count - 2] : end
    let right = isShared(start) && first.count > 1 ? first[1] : start
    return isWestern(left) && isWestern(right)
}

private func isShared(_ scalar: Unicode.Scalar) -> Bool { "“”‘’—–…·".unicodeScalars.contains(scalar) }

private func isWestern(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0xA1...0x2CFF: !isShared(scalar)
    case 0xA720...0xABFF, 0x1D400...0x1D7FF: true
    default: false
    }
}
