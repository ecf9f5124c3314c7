import Layout

/// JSON Lines: one object a finding, and one without a code when the run ended early. Nothing else is written.
func jsonText(of report: Report, language: Language) -> String {
    func phrase(_ phrase: Phrase) -> JSONValue { .string(phrase[language]) }
    func positive(_ number: Int) -> JSONValue? { number > 0 ? .number(number) : nil }
    var lines = report.findings.map { finding in
        JSONValue.object([
            ("severity", .string(finding.severity.rawValue)),
            ("code", .string(finding.code.rawValue)),
            ("message", phrase(finding.message)),
            (
                "place",
                finding.place.map { place in
                    .object([
                        ("file", .string(report.sources.path(of: place))),
                        ("line", positive(place.line)), ("column", positive(place.column)),
                        ("length", place.column > 0 ? .number(place.length) : nil),
                    ])
                }
            ),
            (
                "page",
                finding.page.map { page in
                    .object([
                        ("page", .number(page.page)), ("story", page.story.map { .string($0) }),
                        ("column", page.column.map { .number($0) }), ("row", page.row.map { .number($0) }),
                    ])
                }
            ),
            ("hint", finding.hint.map(phrase)),
        ])
    }
    if let reason = report.failure?.reason {
        lines.append(.object([("severity", .string("failure")), ("message", phrase(reason))]))
    }
    return lines.map { $0.text() + "\n" }.joined()
}

/// Workflow commands, which GitHub shows beside the changed lines.
func gitHubText(of report: Report, language: Language) -> String {
    /// Percent-encodes what would end a message or, in a property, a value.
    func escaped(_ text: String, inProperty: Bool = false) -> String {
        text.unicodeScalars.reduce(into: "") { out, scalar in
            switch scalar {
            case "%": out += "%25"
            case "\r": out += "%0D"
            case "\n": out += "%0A"
            case ":" where inProperty: out += "%3A"
            case "," where inProperty: out += "%2C"
            default: out.unicodeScalars.append(scalar)
            }
        }
    }
    func property(_ name: String, _ value: String) -> String {
        "\(name)=\(escaped(value, inProperty: true))"
    }
    var lines = report.findings.map { finding in
        let command =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [String] = []
        if let place = finding.place {
            properties.append(property("file", report.sources.path(of: place)))
            if place.line > 0 { properties.append("line=\(place.line)") }
            if place.line > 0, place.column > 0 { properties.append("col=\(place.column)") }
        }
        properties.append(property("title", finding.code.rawValue))
        let sentences = [finding.message, finding.hint, finding.page?.text].compactMap { $0?[language] }
        return "::\(command) \(properties.joined(separator: ","))::\(escaped(sentences.joined(separator: "\n")))"
    }
    if let reason = report.failure?.reason { lines.append("::error title=press::\(escaped(reason[language]))") }
    return lines.map { $0 + "\n" }.joined()
}
