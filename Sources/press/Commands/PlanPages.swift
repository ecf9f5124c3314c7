import ArgumentParser
import Layout

/// Plans the pages: a text to read, edit and keep.
struct PlanPages: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: say("计划版面，写成可读可改的文本。", "Plan the pages and write the plan to read and edit."),
            discussion: say("例：", "Example: ") + "press plan samples/dongcheng/2026-11-23 -o plan.yaml")
    }

    /// How a plan is written.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable { case yaml, json }

    @OptionGroup var folder: EditionArgument

    @Option(
        name: [.customShort("o"), .long],
        help: help("写到哪里；默认标准输出。", "Where to write; by default standard output.", values: "file"))
    var output = "-"

    @Option(help: help("yaml 给人读，json 给程序读。", "yaml for people, json for programs."))
    var format = Format.yaml

    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Desk.run(messages) { desk in
            guard let job = try await TypesettingJob(of: folder.edition, plan: .anew, fonts: fonts, desk: &desk)
            else { return }
            let text =
                switch format {
                case .yaml: planText(job.typeset.plans)
                case .json: planJSON(job.typeset.plans).text(indented: true) + "\n"
                }
            try deliver(Array(text.utf8), to: output)
            desk.report.made = pageCount(job.typeset.plans.count)
            if output != "-" { desk.report.target = output }
        }
    }
}
