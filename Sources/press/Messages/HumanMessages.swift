import Layout

/// For people at a terminal:
///
///     错误 headline-missing：稿件没有主题
///       stories/heating.md:2:1
///       2 | priority: 5
///         | ^^^^^^^^
///       版面：第 1 版，heating
///       提示：在文件头加上 headline: 主题
func humanText(of report: Report, language: Language, inColour: Bool) -> String {
    let writer = HumanMessages(sources: report.sources, language: language, inColour: inColour)
    var parts = report.findings.map(writer.text)
    if let reason = report.failure?.reason { parts.append(writer.failure(reason)) }
    return parts.joined() + (report.failure == nil ? report.summary[language] + "\n" : "")
}

/// One line a finding: `file:line:column: severity: sentence [code]`, the form that editors parse.
func shortText(of report: Report, language: Language) -> String {
    var lines = report.findings.map { finding in
        let place = finding.place.map { report.sources.text(of: $0) + ": " } ?? ""
        let page = finding.place == nil ? finding.page.map { " (\($0.text[language]))" } ?? "" : ""
        let severity = finding.severity.name[language]
        return "\(place)\(severity): \(finding.message[language])\(page) [\(finding.code.rawValue)]".shown
    }
    if let reason = report.failure?.reason { lines.append("press: \(reason[language])".shown) }
    if report.failure == nil { lines.append(report.summary[language].shown) }
    return lines.map { $0 + "\n" }.joined()
}

private struct HumanMessages {
    var sources: Sources
    var language: Language
    var inColour: Bool

    func text(of finding: Diagnostic) -> String {
        var lines = [head(finding)]
        if let place = finding.place {
            lines.append("  " + sources.text(of: place).shown)
            lines += excerpt(at: place)
        }
        if let page = finding.page { lines.append(labelled(Phrase(zh: "版面", en: "on the page"), page.text)) }
        if let hint = finding.hint { lines.append(labelled(Phrase(zh: "提示", en: "hint"), hint)) }
        return lines.joined(separator: "\n") + "\n\n"
    }

    func failure(_ reason: Phrase) -> String {
        labelled(painted(Severity.error.name[language], "1;31"), reason[language]) + "\n"
    }

    private func head(_ finding: Diagnostic) -> String {
        let colour =
            switch finding.severity {
            case .error: "1;31"
            case .warning: "1;33"
            case .note: "1;36"
            }
        let severity = painted(finding.severity.name[language], colour)
        return labelled("\(severity) \(finding.code.rawValue)", finding.message[language])
    }

    private func excerpt(at place: SourcePlace) -> [String] {
        guard let source = sources.line(of: place) else { return [] }
        let excerpt = Excerpt(of: source, column: place.column, length: place.length)
        let number = "\(place.line)"
        let margin = String(repeating: " ", count: number.count)
        return ["  \(number) | \(excerpt.line)"]
            + (excerpt.marks.isEmpty ? [] : ["  \(margin) | \(painted(excerpt.marks, "1;32"))"])
    }

    private func labelled(_ label: Phrase, _ text: Phrase) -> String {
        "  " + labelled(label[language], text[language])
    }

    private func labelled(_ label: String, _ text: String) -> String {
        label + (language == .zh ? "：" : ": ") + text.shown
    }

    private func painted(_ text: String, _ colour: String) -> String {
        inColour ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
    }
}
