/// Characters that stand in the text only while the parser has it: see `mendEmphasis`. They are
/// noncharacters of Unicode, which `cleanText` has removed from all copy.
enum Sentinel {
    /// To the parser a letter; taken out afterwards.
    static let letter = Unicode.Scalar(0xFDD0 as UInt16)!
    /// Afterwards an asterisk again.
    static let asterisk = Unicode.Scalar(0xFDD1 as UInt16)!
}

/// Makes `**“加粗”**例` bold.
///
/// CommonMark (6.2, "flanking") takes a run of asterisks with a punctuation mark on its inner side for an
/// opener or a closer only if its outer side is white space or punctuation too. That is how Western words are
/// spaced; in Chinese no space parts a closing quotation mark or full stop from what follows, and so the commonest
/// emphasis of all stays a pair of stars. Where the rule fails, a sentinel that the parser takes for a letter goes
/// between mark and asterisks: then the run may both open and close, and its neighbours settle which.
///
/// It goes in only where it can help: after a run only before what may begin a phrase, in front of one only after
/// what may end a phrase; and only beside Chinese, so that Western copy reads as CommonMark says.
///
/// Asterisks between two Western letters or digits (`3*4`, `138****1234`) are no markup in a newspaper. They are
/// hidden from the parser as well, or it would eat them.
func mendEmphasis(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains("*") else { return line }
    var mended: [Unicode.Scalar] = []
    mended.reserveCapacity(line.count + 8)
    var at = 0
    while at < line.count {
        if line[at] == "\\", at + 1 < line.count {
            mended += line[at...(at + 1)]
            at += 2
            continue
        }
        guard line[at] == "*" else {
            mended.append(line[at])
            at += 1
            continue
        }
        let end = line[at...].firstIndex { $0 != "*" } ?? line.count
        let before = at > 0 ? line[at - 1] : " "
        let after = end < line.count ? line[end] : " "
        if isWesternWord(before), isWesternWord(after) {
            mended += [Unicode.Scalar](repeating: Sentinel.asterisk, count: end - at)
        } else {
            let (left, right) = (Flank(before), Flank(after))
            let isChinese = !before.isASCII || !after.isASCII
            if isChinese, left == .closing || left == .neutral, right == .letter { mended.append(Sentinel.letter) }
            mended += line[at..<end]
            if isChinese, right == .opening || right == .neutral, left == .letter { mended.append(Sentinel.letter) }
        }
        at = end
    }
    return mended
}

private func isWesternWord(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}

/// What stands beside a run of asterisks.
private enum Flank {
    case space, letter
    /// May begin a phrase, may end one, or either.
    case opening, closing, neutral

    init(_ scalar: Unicode.Scalar) {
        if scalar.properties.isWhitespace {
            self = .space
            return
        }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .initialPunctuation: self = .opening
        case .closePunctuation, .finalPunctuation: self = .closing
        case .otherPunctuation:
            let stops = "，。、；：！？,.;:!?）%％‰"
            self = stops.unicodeScalars.contains(scalar) ? .closing : .neutral
        case .dashPunctuation, .connectorPunctuation: self = .neutral
        default:
            // ASCII symbols ($ + < = > ^ ` | ~) count as punctuation in CommonMark; others do not.
            self = scalar.isASCII && !isWesternWord(scalar) ? .neutral : .letter
        }
    }
}
