/// A unit of composition before shaping: usually one character, but —— and …… are one.
struct Unit: Hashable, Sendable {
    var characterClass: CharacterClass
    /// Scalars, in the order of the text.
    var scalars: Range<Int>
}

/// Parts text into units and gives each its class, quotes and dashes by their neighbours.
func classify(_ scalars: [Unicode.Scalar]) -> [Unit] {
    let quotes = westernQuotes(in: scalars)
    var units: [Unit] = []
    units.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
        let scalar = scalars[index]
        var end = index + 1
        var characterClass = CharacterClass(of: scalar)
        if quotes.contains(index) {
            characterClass = .western
        } else if scalar == "—" || scalar == "…" || scalar == "⋯" {
            if end < scalars.count, scalars[end] == scalar {
                end += 1
                characterClass = .long
            }
        } else if scalar == "/", isIdeograph(index - 1, scalars) || isIdeograph(index + 1, scalars) {
            characterClass = .solidus
        } else if scalar == "-", isIdeograph(index - 1, scalars), isIdeograph(index + 1, scalars) {
            characterClass = .connector
        }
        if scalar == "\r", end < scalars.count, scalars[end] == "\n" { end += 1 }
        if characterClass != .space, characterClass != .lineBreak { end = endOfCluster(from: index, end, scalars) }
        units.append(Unit(characterClass: characterClass, scalars: index..<end))
        index = end
    }
    return units
}

private func isIdeograph(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    scalars.indices.contains(index) && scalars[index].isIdeograph
}

/// Where a character ends with all that belongs to it: marks and joiners (UAX #14 LB9, LB8a), an emoji's colour (LB30b), the
/// second half of a flag (LB30a).
private func endOfCluster(from start: Int, _ end: Int, _ scalars: [Unicode.Scalar]) -> Int {
    // Nothing attaches to what follows in nearly all Chinese text.
    guard end < scalars.count, CharacterClass.isForeign(scalars[end]) || scalars[end].value < 0x590 else {
        return end
    }
    var end = end
    var last = LineBreakProperties(of: scalars[start]).resolved
    guard last != .zw else { return end }
    if last == .ri, LineBreakProperties(of: scalars[end]).resolved == .ri { end += 1 }
    while end < scalars.count {
        let next = LineBreakProperties(of: scalars[end])
        let isMark = next.resolved == .cm || next.resolved == .zwj
        let isJoined = last == .zwj && (next.lineBreak == .id || next.lineBreak == .eb)
        guard isMark || isJoined || (last == .eb && next.lineBreak == .em) else { break }
        last = next.resolved
        end += 1
    }
    return end
}

private func isBetweenWestern(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    index > 0 && index + 1 < scalars.count && scalars[index - 1].isWesternLetter
        && scalars[index + 1].isWesternLetter
}

/// The quotes that belong to Western text: an apostrophe between letters, and a pair that opens after a Western
/// word and a space (or at the start of wholly Western text). All others are Chinese: `他说“Slow Food”运动`.
private func westernQuotes(in scalars: [Unicode.Scalar]) -> Set<Int> {
    var found: Set<Int> = []
    // For each open quote: whether it is Western.
    var open: [(mark: Unicode.Scalar, isWestern: Bool)] = []
    for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case "“", "‘":
            let isWestern = opensWestern(index, scalars)
            open.append((scalar, isWestern))
            if isWestern { found.insert(index) }
        case "’" where isApostrophe(index, scalars) && open.last?.mark != "‘":
            found.insert(index)
        case "’" where isBetweenWestern(index, scalars) || opensWithApostrophe(index, scalars, open.map(\.mark)):
            found.insert(index)
        case "”", "’":
            let opener: Unicode.Scalar = scalar == "”" ? "“" : "‘"
            if let at = open.lastIndex(where: { $0.mark == opener }) {
                if open[at].isWestern { found.insert(index) }
                open.removeSubrange(at...)
            }
        default: break
        }
    }
    return found
}

private func isApostrophe(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    index > 0 && (scalars[index - 1].isWesternLetter || scalars[index - 1].isASCIIDigit)
}

/// `rock ’n’ roll`, `the ’90s`: what was left out stood at the word's head.
private func opensWithApostrophe(_ index: Int, _ scalars: [Unicode.Scalar], _ open: [Unicode.Scalar]) -> Bool {
    guard !open.contains("‘"), index > 0, scalars[index - 1] == " ", index + 1 < scalars.count else { return false }
    return scalars[index + 1].isWesternLetter || scalars[index + 1].isASCIIDigit
}

private func opensWestern(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1].isWesternLetter || scalars[index + 1].isASCIIDigit else {
        return false
    }
    if index == 0 { return !scalars.contains { $0.isIdeograph } }
    guard index >= 2, scalars[index - 1] == " " else { return false }
    let before = scalars[index - 2]
    return before.isWesternLetter || before == "," || before == ":"
}
