public import Layout

/// The plans as the YAML text that people read, edit and keep under version control. The same plans give the same text.
///
/// What is so anyway is not written.
/// - Parameter remark: what stands as a comment behind a story's name, on one line.
public func planText(
    _ plans: [PagePlan], remark: (PagePlan, Placement) -> String? = { _, _ in nil }
) -> String {
    guard case .list(let pages) = planNode(of: plans, remark: remark), !pages.isEmpty else { return "[]\n" }
    return pages.map { "- " + block($0, indent: "  ") }.joined(separator: "\n")
}

/// A page or a module: a key a line, its first on the line where it begins.
private func block(_ node: PlanNode, indent: String) -> String {
    guard case .map(let members) = node else { return flow(node) + "\n" }
    return members.filter { !$0.isDefault }.map { member in
        let remark = member.remark.map { "  # " + $0 } ?? ""
        guard case .list(let items) = member.value, !items.isEmpty else {
            return "\(yaml(member.key)): \(flow(member.value))\(remark)\n"
        }
        let lines = items.map { item in
            let text =
                member.key == "modules" ? block(item, indent: indent + "    ") : flow(item, isItem: true) + "\n"
            return "\(indent)  - \(text)"
        }
        return "\(yaml(member.key)):\(remark)\n" + lines.joined()
    }.joined(separator: indent)
}

/// A value on one line.
/// - Parameter isItem: whether a list's dash stands before it, so that a lone key needs no braces.
private func flow(_ node: PlanNode, isItem: Bool = false) -> String {
    switch node {
    case .text(let text): return yaml(text)
    case .number(let number): return String(number)
    case .decimal(let digits): return digits
    case .flag(let flag): return flag ? "true" : "false"
    case .span(let range): return "\(range.lowerBound + 1)-\(range.upperBound)"
    case .word(let word, meaning: _): return word
    case .list(let items): return "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .map(let members):
        let present = members.filter { !$0.isDefault }
        let text = present.map { "\(yaml($0.key)): \(flow($0.value))" }.joined(separator: ", ")
        return isItem && present.count == 1 ? text : "{ \(text) }"
    }
}

/// A name as a YAML scalar: plain when that is safe (YAML 1.2, 7.3.3), else in double quotes.
private func yaml(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2F: true
        case 0x3A: true
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF: true
        default: false
        }
    }
    let startsWithLetter = scalars.first.map { $0.properties.isAlphabetic } ?? false
    // A colon is safe only inside a word, as in `ad:spring`.
    let colons = scalars.indices.allSatisfy { scalars[$0] != ":" || ($0 > 0 && $0 + 1 < scalars.count) }
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    if startsWithLetter, colons, scalars.allSatisfy(isSafe), !words.contains(name.lowercased()) { return name }
    var quoted = "\""
    for scalar in scalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\t": quoted += "\\t"
        default:
            if scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\x" + (hex.count < 2 ? "0" + hex : hex)
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
    }
    return quoted + "\""
}
