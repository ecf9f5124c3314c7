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
        } else if characterClass == .interpunct, isBetweenWestern(index, scalars) {
            characterClass = .western
        }
        while end < scalars.count, scalars[end].isAttached { end += 1 }
        units.append(Unit(characterClass: characterClass, scalars: index..<end))
        index = end
    }
    return units
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
        case "’" where isBetweenWestern(index, scalars):
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

private func opensWestern(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1].isWesternLetter || scalars[index + 1].isASCIIDigit else {
        return false
    }
    if index == 0 { return !scalars.contains { $0.isIdeograph } }
    guard index >= 2, scalars[index - 1] == " " else { return false }
    let before = scalars[index - 2]
    return before.isWesternLetter || before == "," || before == ":"
}
