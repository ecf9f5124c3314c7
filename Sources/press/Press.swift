import ArgumentParser
import Foundation
import Glibc
import Layout

let pressVersion = "0.1.0"

/// The command line: the only place that reads arguments, prints, and chooses exit codes.
@main
struct Press: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "press",
            abstract: say("把一期报纸的文件夹排成版面。", "Typesets a newspaper: an edition folder in, pages out."),
            discussion: say("例：", "Example: ") + "press build samples/dongcheng/2026-11-23 -o dongcheng.pdf",
            version: "press \(pressVersion)",
            subcommands: [
                Build.self, Check.self, PlanPages.self, Fit.self, RenderPages.self, Inspect.self,
                New.self, Fonts.self, Explain.self, Schema.self,
            ])
    }

    static func main() async {
        // A reader that went away and a file that grew too large are errors to report, not signals to die of.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // For tests, and for machines that others share: the result is the same.
        let workers = ProcessInfo.processInfo.environment["PRESS_THREADS"].flatMap { Int($0) }
        do {
            try await Workers.$most.withValue(workers) { try await run() }
        } catch let stop as Stop {
            stop.leave()
        } catch let failure as SystemFailure {
            Stop(failure).leave()
        } catch {
            Press.exit(withError: error)
        }
    }

    private static func run() async throws {
        var command = try Press.parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }
}
