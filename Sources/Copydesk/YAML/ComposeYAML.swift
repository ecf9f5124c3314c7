import Layout
internal import Yams

/// Parses one YAML document, whose first line is line `firstLine` of `file`. nil when it is not YAML, which is
/// reported, or when it is empty, which is not.
///
/// Anchors and aliases are refused: the format has no use for them, and a few lines of them can stand for
/// billions of values. Repeated keys are all found: the parser stops at the first one, so its first writing is
/// replaced by a mark of the same length, and the parser is asked again.
func composeYAML(_ text: String, in file: String, firstLine: Int = 1, at desk: Desk) -> YAML? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    func place(_ mark: Yams.Mark?, length: Int = 1) -> SourcePlace {
        SourcePlace(file: file, line: (mark?.line ?? 1) + firstLine - 1, column: mark?.column ?? 1, length: length)
    }
    if let alias = firstAlias(in: lines) {
        desk.report(
            .error, .yamlSyntax,
            at: SourcePlace(file: file, line: alias.line + firstLine - 1, column: alias.column),
            zh: "不支持 YAML 的锚点（&）和引用（*）", en: "anchors (&) and aliases (*) of YAML are not supported",
            hint: Phrase(
                zh: "直接写出内容；文字以 * 或 & 开头时加引号", en: "write the value out; quote text that starts with * or &"))
        return nil
    }
    var marked = lines
    var renamed: [Unicode.Scalar: String] = [:]
    while true {
        let source = String(String.UnicodeScalarView(marked.joined(separator: ["\n"])))
        do {
            guard let node = try Yams.compose(yaml: source, .basic) else { return nil }
            return Conversion(lines: lines, renamed: renamed, desk: desk, place: { place($0, length: $1) }).convert(
                node)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            let hasMarked = renamed.count < 64 && rename(&marked, at: context.mark, recording: &renamed)
            if hasMarked { continue }
            let list = keys.joined(separator: ", ")
            desk.report(
                .error, .keyRepeated, at: place(context.mark), zh: "键 \(list) 重复出现", en: "repeated keys: \(list)")
            return nil
        } catch {
            let trouble = YAMLTrouble(error)
            // What was not closed shows only at the end of the text: then the place is where it was opened.
            let isAtEnd =
                trouble.mark.map { $0.line > lines.count || lines[($0.line - 1)...].joined().isEmpty } ?? true
            let mark = isAtEnd ? trouble.contextMark ?? trouble.mark : trouble.mark
            let at = SourcePlace(
                file: file, line: min(mark?.line ?? 1, lines.count) + firstLine - 1, column: mark?.column ?? 0)
            let near = [trouble.contextMark?.line, trouble.mark.map { $0.line - 1 }, trouble.mark?.line]
            let suspects = near.compactMap { $0 }.filter { lines.indices.contains($0 - 1) }.map { lines[$0 - 1] }
            desk.report(
                .error, .yamlSyntax, at: at, zh: trouble.message.zh, en: trouble.message.en,
                hint: hint(for: suspects))
            return nil
        }
    }
}

/// Replaces the key at `mark` by a private-use character, as often as the key is long.
private func rename(
    _ lines: inout [[Unicode.Scalar]], at mark: Yams.Mark, recording renamed: inout [Unicode.Scalar: String]
) -> Bool {
    guard lines.indices.contains(mark.line - 1) else { return false }
    let line = lines[mark.line - 1]
    let extent = scalarExtent(in: line, from: mark.column - 1)
    let isQuoted = extent.count >= 2 && (line[extent.lowerBound] == "\"" || line[extent.lowerBound] == "'")
    let inner = isQuoted ? extent.dropFirst().dropLast() : extent
    guard !inner.isEmpty else { return false }
    var serial = 0xF0000 + renamed.count
    while lines.contains(where: { $0.contains { $0.value == serial } }) { serial += 1 }
    guard serial < 0xFFFF0, let stand = Unicode.Scalar(UInt32(serial)) else { return false }
    renamed[stand] = String(String.UnicodeScalarView(line[inner]))
    lines[mark.line - 1].replaceSubrange(inner, with: repeatElement(stand, count: inner.count))
    return true
}

/// The part of a line that a key or value covers which starts at `start`: to the closing quote, or to what ends
/// plain text.
func scalarExtent(in line: [Unicode.Scalar], from start: Int) -> Range<Int> {
    guard line.indices.contains(start) else {
        return max(0, min(start, line.count))..<max(0, min(start, line.count))
    }
    let quote = line[start]
    var end = start
    if quote == "\"" || quote == "'" {
        end += 1
        while end < line.count, line[end] != quote { end += quote == "\"" && line[end] == "\\" ? 2 : 1 }
        return start..<min(line.count, end + 1)
    }
    while end < line.count {
        let next = end + 1 < line.count ? line[end + 1] : " "
        if line[end] == ":" && (next == " " || next == "\t") { break }
        if line[end] == " " && next == "#" { break }
        end += 1
    }
    while end > start, line[end - 1] == " " { end -= 1 }
    return start..<end
}

private func firstAlias(in lines: [[Unicode.Scalar]]) -> (line: Int, column: Int)? {
    var anchors: Set<[Unicode.Scalar]> = []
    for (number, line) in lines.enumerated() {
        for at in line.indices where line[at] == "&" || line[at] == "*" {
            guard at == 0 || " \t[]{},:-?".unicodeScalars.contains(line[at - 1]) else { continue }
            let name = Array(line[(at + 1)...].prefix { !" \t[]{},".unicodeScalars.contains($0) })
            guard !name.isEmpty else { continue }
            if line[at] == "&" {
                anchors.insert(name)
            } else if anchors.contains(name) {
                return (number + 1, at + 1)
            }
        }
    }
    return nil
}
