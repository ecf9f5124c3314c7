/// A mark that has no place in copy, where it first stood, and how often.
struct StrayMark {
    var scalar: Unicode.Scalar
    var line: Int
    var column: Int
    var count: Int
}

/// The text with `\n` for every line end, without marks that no reader sees: control characters, marks of byte
/// order inside the text, marks of writing direction (which can make text read otherwise than it is), and
/// code points that are no characters. Other line ends of Unicode become spaces, so that press counts
/// lines as editors do.
func cleanText(_ text: String) -> (text: String, strays: [StrayMark]) {
    var clean = String.UnicodeScalarView()
    var strays: [StrayMark] = []
    var (line, column) = (1, 1)
    var follows: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        defer { follows = scalar }
        if scalar == "\n" && follows == "\r" { continue }
        if scalar == "\n" || scalar == "\r" {
            clean.append("\n")
            (line, column) = (line + 1, 1)
            continue
        }
        if isStray(scalar) {
            if let known = strays.firstIndex(where: { $0.scalar == scalar }) {
                strays[known].count += 1
            } else {
                strays.append(StrayMark(scalar: scalar, line: line, column: column, count: 1))
            }
            if [0x85, 0x2028, 0x2029].contains(scalar.value) { clean.append(" ") }
        } else {
            clean.append(scalar)
        }
        column += 1
    }
    return (String(clean), strays)
}

private func isStray(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xFEFF, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
}
