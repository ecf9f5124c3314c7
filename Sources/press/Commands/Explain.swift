import ArgumentParser
import Layout

/// Says what a message's code means.
struct Explain: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("解释一个消息代码。", "Explain a message's code."),
            discussion: say("不带代码时列出全部。例：", "Without a code it lists all. Example: ")
                + "press explain story-overset")
    }

    @Argument(help: help("消息里的代码。", "The code, as messages show it.", values: "code"))
    var code: String?

    @Option(help: help("zh 或 en；默认随系统。", "zh or en; by default the locale's."))
    var lang: Language?

    func run() throws {
        let language = lang ?? .current
        let text: String
        if let code {
            guard let known = DiagnosticCode(rawValue: code) else {
                throw ValidationError(say("没有代码 \(code)。", "There is no code \(code)."))
            }
            text = known.explanation[language] + "\n"
        } else {
            text = DiagnosticCode.allCases.map { "\($0.rawValue)\n    \($0.explanation[language])\n" }.joined()
        }
        try Descriptor.standardOutput.write(Array(text.utf8))
    }
}
