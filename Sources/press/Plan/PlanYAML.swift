import Layout

/// Plans as YAML for people: a page a block, a module a line.
///
///     format: 1
///     pages:
///       - page: 1
///         grid: { columns: 8, rows: 115 }
///         modules:
///           - { story: nameplate, columns: 1-4, rows: 1-14 }
func planYAML(_ plans: [PagePlan]) -> String { yamlText(planJSON(plans), blockLevels: 4) + "\n" }

/// The value in YAML: the outer levels as blocks, what lies deeper on one line.
private func yamlText(_ value: JSONValue, blockLevels: Int, indent: String = "") -> String {
    switch value {
    case .object(let members) where blockLevels > 0 && !members.isEmpty:
        return members.compactMap { name, value in
            value.map { "\(plain(name)):" + nested($0, blockLevels: blockLevels - 1, indent: indent + "  ") }
        }.joined(separator: "\n" + indent)
    case .array(let values) where blockLevels > 0 && !values.isEmpty:
        return values.map { "- " + yamlText($0, blockLevels: blockLevels - 1, indent: indent + "  ") }
            .joined(separator: "\n" + indent)
    default: return flow(value)
    }
}

/// A member's value: on the next line where it is a block, else behind the colon.
private func nested(_ value: JSONValue, blockLevels: Int, indent: String) -> String {
    let isBlock =
        switch value {
        case .array(let values): blockLevels > 0 && !values.isEmpty
        default: false
        }
    return isBlock ? "\n\(indent)" + yamlText(value, blockLevels: blockLevels, indent: indent) : " " + flow(value)
}

private func flow(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): plain(text)
    case .number(let number): String(number)
    case .decimal(let digits): digits
    case .bool(let value): value ? "true" : "false"
    case .array(let values): "[" + values.map(flow).joined(separator: ", ") + "]"
    case .object(let members):
        "{ "
            + members.compactMap { name, value in value.map { "\(plain(name)): \(flow($0))" } }
            .joined(separator: ", ") + " }"
    }
}

/// The text as a plain scalar where YAML reads it as this very text, else in double quotes.
private func plain(_ text: String) -> String {
    if isRange(text) || isName(text) { return text }
    var quoted = ""
    JSONValue.quote(text, to: &quoted)
    return quoted
}

/// `1-5`: two numbers, which YAML takes for text.
private func isRange(_ text: String) -> Bool {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    return ends.count == 2 && ends.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
}

/// A name that begins with a letter, has no mark that YAML gives a meaning to, and is none of YAML's own words.
private func isName(_ text: String) -> Bool {
    let words: Set = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    let marks = "0123456789-_:.".unicodeScalars
    return text.unicodeScalars.first?.properties.isAlphabetic == true && text.last != ":"
        && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || marks.contains($0) }
        && !words.contains(text.lowercased())
}
