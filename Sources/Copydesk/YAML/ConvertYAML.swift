import Layout
internal import Yams

/// Turns the parser's nodes into values with places, and finds repeated keys.
struct Conversion {
    var lines: [[Unicode.Scalar]]
    /// Earlier writings of repeated keys, which stand under a mark: see `composeYAML`.
    var renamed: [Unicode.Scalar: String]
    var desk: Desk
    var place: (Yams.Mark?, Int) -> SourcePlace

    func convert(_ node: Node, depth: Int = 0) -> YAML {
        let place = place(of: node)
        guard depth < 64 else {
            desk.report(
                .error, .yamlSyntax, at: place, zh: "嵌套超过 64 层", en: "nested more than 64 levels deep")
            return YAML(value: .scalar("", isPlain: true), place: place)
        }
        switch node {
        case .scalar(let scalar):
            return YAML(value: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
        case .sequence(let sequence):
            return YAML(value: .sequence(sequence.map { convert($0, depth: depth + 1) }), place: place)
        case .mapping(let mapping):
            return YAML(value: .mapping(entries(of: mapping, depth: depth)), place: place)
        case .alias:
            return YAML(value: .scalar("", isPlain: true), place: place)
        }
    }

    private func entries(of mapping: Node.Mapping, depth: Int) -> [YAML.Entry] {
        var entries: [YAML.Entry] = []
        var firstLines: [String: Int] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                desk.report(
                    .error, .valueType, at: place(of: key), zh: "键应当是文字", en: "a key must be text")
                continue
            }
            let name = scalar.string.unicodeScalars.first.flatMap { renamed[$0] } ?? scalar.string
            let place = place(of: key)
            if let first = firstLines[name] {
                desk.report(
                    .error, .keyRepeated, at: place, zh: "键 “\(name)” 重复：第 \(first) 行已经写过，这里的不用",
                    en: "the key `\(name)` is repeated: it stands on line \(first) already; this one is not used",
                    hint: Phrase(zh: "删去其中一个", en: "remove one of the two"))
                continue
            }
            firstLines[name] = place.line
            entries.append(YAML.Entry(key: name, place: place, value: convert(value, depth: depth + 1)))
        }
        return entries
    }

    private func place(of node: Node) -> SourcePlace {
        guard let mark = node.mark, lines.indices.contains(mark.line - 1), case .scalar(let scalar) = node else {
            return place(node.mark, 1)
        }
        let line = lines[mark.line - 1]
        // Plain text has no quotes or escapes: it is as long as its value, but for what stands on further lines.
        let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        let extent =
            isQuoted
            ? scalarExtent(in: line, from: mark.column - 1).count
            : min(scalar.string.unicodeScalars.count, line.count - mark.column + 1)
        return place(mark, max(1, extent))
    }
}
