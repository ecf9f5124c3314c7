import Foundation
import Layout

/// Where a command's messages come together. They are written once, at the end, because a SARIF document is one.
struct Desk {
    var report = Report()
    private let isShowingProgress: Bool

    /// Does a command's work, then says everything that was met, whether the work came to its end or not.
    ///
    /// - Parameter isResult: whether the messages are what was asked for, as in `press check`:
    ///   then they go to standard output instead of standard error.
    /// - Throws: `Stop` with the exit code of the findings or of the failure.
    static func run(
        _ options: MessageOptions, isResult: Bool = false, _ work: (inout Desk) async throws -> Void
    ) async throws {
        let stream = isResult ? Descriptor.standardOutput : Descriptor.standardError
        var desk = Desk(isShowingProgress: options.messageFormat == .human && Descriptor.standardError.isTerminal)
        desk.report.isDenyingWarnings = options.denyWarnings
        do {
            try await work(&desk)
        } catch let stop as Stop {
            desk.report.failure = stop
        } catch let failure as SystemFailure {
            desk.report.failure = Stop(failure)
        }
        desk.endProgress()
        let text = options.messageFormat.text(
            of: desk.report, language: options.language, inColour: stream.isTerminal && isColourWelcome)
        try stream.write(Array(text.utf8))
        let status = desk.report.failure?.status ?? desk.report.status
        if status != .success { throw Stop(status) }
    }

    /// Keeps what a stage met, and hands on what it made. What is met twice, as by two painters, is said once.
    mutating func take<Output>(_ warned: Warned<Output>) -> Output {
        let known = Set(report.findings)
        report.findings += warned.diagnostics.filter { !known.contains($0) }
        return warned.output
    }

    /// Says on a terminal what press is doing.
    func progress(_ phrase: Phrase) {
        guard isShowingProgress else { return }
        try? Descriptor.standardError.write(Array("\r\u{1B}[K\(phrase[.current])…".utf8))
    }

    private func endProgress() {
        guard isShowingProgress else { return }
        try? Descriptor.standardError.write(Array("\r\u{1B}[K".utf8))
    }

    /// Colour can be declined: https://no-color.org.
    private static var isColourWelcome: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
