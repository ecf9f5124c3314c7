import ArgumentParser
import Foundation
import Layout

/// The languages that press speaks.
enum Language: String, CaseIterable, ExpressibleByArgument, Sendable {
    case zh, en

    /// The language of this run. It is settled before arguments are parsed, because help speaks it too.
    static let current = chosen(
        arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

    /// `--lang`, else the locale of messages in POSIX's order; Chinese only where Chinese is asked for.
    static func chosen(arguments: [String], environment: [String: String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) ?? .en }
            if argument == "--lang", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1]) ?? .en
            }
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .zh : .en
    }
}

extension Phrase {
    subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}

/// The sentence in this run's language.
func say(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)[.current] }

/// An option's help in this run's language.
func help(_ zh: String, _ en: String, values name: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: say(zh, en)).named(name)
}

extension ArgumentHelp {
    fileprivate func named(_ valueName: String?) -> ArgumentHelp {
        var result = self
        if let valueName { result.valueName = valueName }
        return result
    }
}
