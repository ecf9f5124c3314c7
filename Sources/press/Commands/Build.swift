import ArgumentParser
import Layout

/// The main job: edition folder → PDF.
struct Build: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("排一期报纸，写成 PDF。", "Typeset an edition and write it as a PDF."),
            discussion: say("例：", "Example: ")
                + "press build samples/dongcheng/2026-11-23 -o dongcheng.pdf")
    }

    @OptionGroup var folder: EditionArgument

    @Option(
        name: [.customShort("o"), .long],
        help: help(
            "写到哪里；- 是标准输出。默认为当前文件夹里的 <期文件夹名>.pdf。",
            "Where to write; - is standard output. By default <edition folder's name>.pdf in the current folder.",
            values: "file.pdf"))
    var output: String?

    @Option(
        help: help("draft 有错也写，供人看样；print 有错不写。", "draft writes pages with errors, to look at; print refuses."))
    var profile = Profile.draft

    @Option(
        help: help(
            "照这份版面计划排；默认用期文件夹里的 plan.yaml，如果有。",
            "Follow this plan; by default plan.yaml in the edition's folder, if there is one.", values: "file"))
    var plan: String?

    @Flag(help: help("不照期文件夹里的 plan.yaml，各版重新安排。", "Plan the pages anew, whatever plan.yaml in the folder says."))
    var replan = false

    @Option(help: help("只要这些版，如 1,4 或 2-3。", "Only these pages: 1,4 or 2-3."))
    var pages: PageSelection?

    @OptionGroup var pngOptions: PNGOptions
    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    /// For the bench: the runs of text that were set.
    @Option(help: .hidden)
    var runs: String?

    func run() async throws {
        try await Desk.run(messages) { desk in
            guard
                let job = try await TypesettingJob(
                    of: folder.edition, plan: plan.map(PlanChoice.file) ?? (replan ? .anew : .kept),
                    pages: pages,
                    fonts: fonts, desk: &desk)
            else { return }
            desk.report.made = pageCount(job.pages.count)
            desk.progress(Phrase(zh: "写 PDF", en: "Writing the PDF"))
            let bytes = desk.take(
                try await pdfBytes(of: job.pages, edition: job.edition, type: job.type))
            if profile == .print, desk.report.count(.error) > 0 {
                desk.report.made = Phrase(zh: "有错误，没有写付印文件", en: "errors: nothing was written for print")
                return
            }
            let target = output ?? Build.defaultOutput(for: folder.edition)
            try deliver(bytes, to: target)
            if target != "-" { desk.report.target = target }
            if let png = pngOptions.png { try job.paint(into: png, dpi: pngOptions.dpi, desk: &desk) }
            if let runs {
                let listing = runText(of: job.pages, type: job.type)
                try deliver(Array(listing.utf8), to: runs)
            }
        }
    }

    /// The edition folder's own name, whatever the path to it looks like, with `.pdf`.
    static func defaultOutput(for edition: String) -> String {
        (resolved(edition).split(separator: "/").last.map(String.init) ?? "edition") + ".pdf"
    }
}
