import ArgumentParser
import Layout

/// Everything that one run has to say.
struct Report {
    var findings: [Diagnostic] = []
    var sources = Sources()
    /// Why the run ended early, if it did.
    var failure: Stop?
    /// What was made (`4 页`) and the file it went to, for the closing line.
    var made: Phrase?
    var target: String?
    var isDenyingWarnings = false

    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

    /// What the findings make of the exit code.
    var status: ExitStatus {
        let worst = findings.map(\.severity).max()
        return worst == .error || (worst == .warning && isDenyingWarnings) ? .findings : .success
    }
}

/// How messages are written.
enum MessageFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case human, short, json, sarif, github

    func text(of report: Report, language: Language, inColour: Bool = false) -> String {
        switch self {
        case .human: humanText(of: report, language: language, inColour: inColour)
        case .short: shortText(of: report, language: language)
        case .json: jsonText(of: report, language: language)
        case .sarif: sarifText(of: report, language: language)
        case .github: gitHubText(of: report, language: language)
        }
    }
}

extension Severity {
    var name: Phrase {
        switch self {
        case .note: Phrase(zh: "说明", en: "note")
        case .warning: Phrase(zh: "警告", en: "warning")
        case .error: Phrase(zh: "错误", en: "error")
        }
    }
}

extension PagePlace {
    /// As an editor would point at it: `第 1 版，heating，第 3 栏，第 20 行`.
    var text: Phrase {
        func join(_ parts: [String?], _ separator: String) -> String {
            parts.compactMap { $0 }.joined(separator: separator)
        }
        return Phrase(
            zh: join(["第 \(page) 版", story, column.map { "第 \($0) 栏" }, row.map { "第 \($0) 行" }], "，"),
            en: join(["page \(page)", story, column.map { "column \($0)" }, row.map { "row \($0)" }], ", "))
    }
}

extension Report {
    /// `4 页，0 错误，2 警告 → out/dongcheng.pdf`
    var summary: Phrase {
        func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        let arrow = target.map { " → \($0)" } ?? ""
        return Phrase(
            zh: (made.map { $0.zh + "，" } ?? "") + "\(count(.error)) 错误，\(count(.warning)) 警告" + arrow,
            en: (made.map { $0.en + ", " } ?? "")
                + "\(plural(count(.error), "error")), \(plural(count(.warning), "warning"))" + arrow)
    }
}
