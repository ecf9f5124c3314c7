import ArgumentParser
import Foundation
import Layout

/// Starts a newspaper: a small folder that is complete and explains itself.
struct New: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("新建一份报纸的文件夹，附第一期。", "Start a newspaper's folder with a first edition."),
            discussion: say("例：", "Example: ") + "press new 东城晚讯 --date 2026-11-23")
    }

    @Argument(help: help("报名，也是新文件夹的名字。", "The paper's name, which the new folder has too.", values: "name"))
    var name: String

    @Option(
        help: help("第一期的日期；默认今天。", "The first edition's date; by default today.", values: "yyyy-mm-dd"),
        transform: New.day)
    var date: CalendarDate?

    func run() throws {
        let day = date ?? .today
        let title = name.split(separator: "/").last.map(String.init) ?? name
        guard !FileManager.default.fileExists(atPath: name) else {
            throw Stop(.findings, Phrase(zh: "\(name) 已经存在", en: "\(name) exists already"))
        }
        for file in newPaper(title: title, day: day) {
            let path = "\(name)/\(file.path)"
            try makeFolder(parent(of: path))
            try publish(Array(file.text.utf8), to: path)
        }
        let next = "press build \(shellWord("\(name)/\(day.isoText)"))\n"
        try Descriptor.standardOutput.write(Array(next.utf8))
    }

    /// `2026-11-23`.
    static func day(_ argument: String) throws -> CalendarDate {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            let date = CalendarDate(year: year, month: month, day: day)
        else { throw ValidationError(say("没有这一天：\(argument)", "There is no such day: \(argument)")) }
        return date
    }

    /// The word as a shell takes it.
    private func shellWord(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0)
        }
        let parts = word.split(separator: "'", omittingEmptySubsequences: false)
        return isPlain ? word : "'" + parts.joined(separator: "'\\''") + "'"
    }
}

extension CalendarDate {
    /// Today by the clock and time zone of the machine.
    fileprivate static var today: CalendarDate {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)!
    }
}
