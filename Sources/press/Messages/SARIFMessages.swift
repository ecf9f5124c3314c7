import Layout

/// SARIF 2.1.0, the form in which code hosts and editors take findings; one document.
func sarifText(of report: Report, language: Language) -> String {
    let codes = DiagnosticCode.allCases.filter { code in report.findings.contains { $0.code == code } }
    func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

    let rules = codes.map { code in
        JSONValue.object([
            ("id", .string(code.rawValue)),
            ("fullDescription", message(code.explanation[language])),
        ])
    }
    let results = report.findings.map { finding in
        let sentences = [finding.message, finding.page?.text, finding.hint].compactMap { $0?[language] }
        return JSONValue.object([
            ("ruleId", .string(finding.code.rawValue)),
            ("ruleIndex", codes.firstIndex(of: finding.code).map { .number($0) }),
            ("level", .string(finding.severity.rawValue)),
            ("message", message(sentences.joined(separator: "\n"))),
            ("locations", finding.place.map { .array([location(of: $0, in: report.sources)]) }),
        ])
    }
    let notification = report.failure?.reason.map { reason in
        JSONValue.array([.object([("level", .string("error")), ("message", message(reason[language]))])])
    }
    let run = JSONValue.object([
        (
            "tool",
            .object([
                (
                    "driver",
                    .object([
                        ("name", .string("press")), ("version", .string(pressVersion)), ("rules", .array(rules)),
                    ])
                )
            ])
        ),
        ("language", .string(language == .zh ? "zh-CN" : "en-US")),
        ("columnKind", .string("unicodeCodePoints")),
        (
            "invocations",
            .array([
                .object([
                    ("executionSuccessful", .bool(report.failure == nil)),
                    ("toolExecutionNotifications", notification),
                ])
            ])
        ),
        ("results", .array(results)),
    ])
    return JSONValue.object([
        ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
        ("version", .string("2.1.0")),
        ("runs", .array([run])),
    ]).text(indented: true) + "\n"
}

private func location(of place: SourcePlace, in sources: Sources) -> JSONValue {
    let region: JSONValue? =
        place.line > 0
        ? .object([
            ("startLine", .number(place.line)),
            ("startColumn", place.column > 0 ? .number(place.column) : nil),
            ("endColumn", place.column > 0 ? .number(place.column + place.length) : nil),
        ]) : nil
    return .object([
        (
            "physicalLocation",
            .object([
                ("artifactLocation", .object([("uri", .string(uri(of: sources.path(of: place))))])),
                ("region", region),
            ])
        )
    ])
}

/// The path as a relative reference (RFC 3986): everything but unreserved characters and `/` is percent-encoded.
private func uri(of path: String) -> String {
    path.utf8.reduce(into: "") { out, byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            out.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            out += "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
}
