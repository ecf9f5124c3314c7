import Layout

/// The contract of `press inspect --format json`: `docs/inspect.md` and `Schemas/inspect.schema.json`.
extension InspectedText {
    var json: JSONValue {
        let clusters = parts.indices.flatMap { index in
            separator(before: index) + parts[index].clusters.map { parts[index].json(of: $0) }
        }
        let hasLines = subject.measure != nil
        let lines = parts.flatMap { part in (part.inspection?.lines ?? []).map { part.json(of: $0) } }
        return .object([
            ("clusters", .array(clusters)), ("lines", hasLines ? .array(lines) : nil), ("cost", .number(cost)),
            ("passes", .number(passes)), ("text", .string(text)), ("paragraphs", .array(parts.map(\.json))),
            ("why", isExplaining && hasLines ? .array(parts.flatMap(\.runnersUp)) : nil),
        ])
    }

    /// The line break that parts two paragraphs of a story.
    private func separator(before index: Int) -> [JSONValue] {
        guard index > 0 else { return [] }
        let letter = subject.rules.locale == .root ? "LF" : CharacterClass.lineBreak.letter
        return [
            .object([
                ("text", .string("\n")), ("start", .number(parts[index].offset - 1)), ("class", .string(letter)),
                ("advance", .decimal("0.0")), ("before", .string("forbidden")), ("penalty", .number(0)),
            ])
        ]
    }
}

extension InspectedText.Part {
    fileprivate var json: JSONValue {
        .object([
            ("role", .string(role.rawValue)), ("start", .number(offset)),
            ("end", .number(offset + text.text.utf8.count)),
        ])
    }

    fileprivate var runnersUp: [JSONValue] {
        (inspection?.runnersUp ?? []).map { next in
            .object([
                ("start", .number(offset + next.bytes.lowerBound)),
                ("end", .number(offset + next.bytes.upperBound)),
                ("cost", .number(next.chosen)),
                (
                    "runnerUp",
                    .object([
                        ("cost", .number(next.cost)), ("lines", .array(next.lines.map(json))),
                        ("worst", .number(next.worstLine)), ("reason", .string(next.reason.rawValue)),
                    ])
                ),
            ])
        }
    }

    fileprivate func json(of cluster: InspectedCluster) -> JSONValue {
        let isParagraphStart = cluster.bytes.lowerBound == 0 && offset > 0
        let before = isParagraphStart ? BreakOpportunity.mandatory : cluster.before
        return .object([
            ("text", .string(text.text(bytes: cluster.bytes))),
            ("start", .number(offset + cluster.bytes.lowerBound)),
            ("class", .string(cluster.letter)), ("advance", em(cluster.advance)),
            ("gap", cluster.gap == 0 ? nil : em(cluster.gap)), ("before", .string(before.name)),
            ("penalty", .number(before.penalty)),
        ])
    }

    fileprivate func json(of line: InspectedLine) -> JSONValue {
        .object([
            ("text", .string(text.text(bytes: line.bytes))), ("start", .number(offset + line.bytes.lowerBound)),
            ("end", .number(offset + line.bytes.upperBound)), ("indent", line.indent == 0 ? nil : em(line.indent)),
            ("width", em(line.width)), ("natural", em(line.natural)),
            (
                "adjust",
                .array(
                    line.adjustments.map {
                        .object([("rank", .string($0.rank.rawValue)), ("em", em($0.amount))])
                    })
            ),
            ("perGap", em(line.perGap)), ("cost", .number(line.cost)),
            ("overfull", line.overfull == 0 ? nil : em(line.overfull)),
            ("hanging", line.isHanging ? .bool(true) : nil),
        ])
    }

    private func em(_ scaled: Int) -> JSONValue { .decimal(emText(scaled, of: text.em)) }
}

extension BreakOpportunity {
    /// As the contract calls it.
    var name: String {
        switch self {
        case .forbidden: "forbidden"
        case .allowed(penalty: 0): "allowed"
        case .allowed: "penalized"
        case .mandatory: "mandatory"
        }
    }

    var penalty: Int { if case .allowed(let penalty) = self { penalty } else { 0 } }
}

extension ShapedText {
    func text(bytes: Range<Int>) -> String {
        let utf8 = text.utf8
        let from = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        return String(text[from..<utf8.index(from, offsetBy: bytes.count)])
    }
}

/// A width in em with up to five decimals and at least one: `13.0`, `0.25`.
func emText(_ scaled: Int, of em: Int) -> String {
    let parts = (abs(scaled) * 100_000 + em / 2) / em
    var digits = String(parts % 100_000)
    digits = String(repeating: "0", count: 5 - digits.count) + digits
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return (scaled < 0 && parts > 0 ? "-" : "") + "\(parts / 100_000).\(digits)"
}
