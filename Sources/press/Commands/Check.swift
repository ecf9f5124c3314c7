import ArgumentParser
import Layout

/// Everything wrong or doubtful, without making pages.
struct Check: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("检查一期报纸，不出版面文件。", "Say what is wrong or doubtful, without making pages."),
            discussion: say(
                "检查的结果写到标准输出。例：", "The findings go to standard output. Example: ")
                + "press check samples/dongcheng/2026-11-23 --message-format sarif")
    }

    @OptionGroup var folder: EditionArgument
    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Desk.run(messages, isResult: true) { desk in
            guard let job = try await TypesettingJob(of: folder.edition, fonts: fonts, desk: &desk)
            else { return }
            desk.report.findings += PageCheck(job.typeset, of: job.edition).findings()
            // Some pictures turn out to be broken only when they are painted.
            _ = desk.take(try await pdfBytes(of: job.pages, edition: job.edition, type: job.type))
        }
    }
}
