import ArgumentParser
import Copydesk
import Layout

/// Plans the pages: a text to read, edit and keep.
struct PlanPages: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: say("计划版面，写成可读可改的文本。", "Plan the pages and write the plan to read and edit."),
            discussion: say("例：", "Example: ")
                + "press plan samples/dongcheng/2026-11-23 --since plan.yaml -o plan.yaml --show")
    }

    /// How a plan is written.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable { case yaml, json }

    @OptionGroup var folder: EditionArgument

    @Option(
        name: [.customShort("o"), .long],
        help: help(
            "计划写到哪里；不看别的时默认标准输出。", "Where the plan is written; standard output unless something else is asked for.",
            values: "file"))
    var output: String?

    @Option(help: help("yaml 给人读，json 给程序读。", "yaml for people, json for programs."))
    var format = Format.yaml

    @Option(
        help: help(
            "从这份计划出发，只动非动不可的，并说明动了什么、为什么。",
            "Start from this plan, move only what must move, and say what moved and why.", values: "old.yaml"))
    var since: String?

    @Flag(help: help("把各版的版样画在终端上。", "Draw each page's dummy in the terminal."))
    var show = false

    @Option(help: help("把各版的版样画成 PNG，放进这个文件夹。", "Draw each page's dummy as a PNG into this folder.", values: "dir"))
    var png: String?

    @Option(
        help: help("把各版的版样画成 SVG，放进这个文件夹。", "Draw each page's dummy as an SVG into this folder.", values: "dir"))
    var svg: String?

    @Option(
        help: help(
            "说明一篇稿件为什么排在那里，换个地方要多少代价。",
            "Say why a story stands where it stands, and what the next best would cost.",
            values: "story"))
    var explain: String?

    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Desk.run(messages) { desk in
            guard
                let job = try await TypesettingJob(
                    of: folder.edition, plan: since.map(PlanChoice.since) ?? .anew, fonts: fonts, desk: &desk)
            else { return }
            let planned = job.typeset.planned
            let isAskedForMore = since != nil || show || png != nil || svg != nil || explain != nil
            if let target = output ?? (isAskedForMore ? nil : "-") {
                try deliver(Array(text(of: job).utf8), to: target)
                if target != "-" { desk.report.target = target }
            }
            if since != nil {
                // Said below, module by module.
                desk.report.findings.removeAll { $0.code == .planMoved }
                let changes = PlanChange.changes(from: planned.before, to: planned.plans, steps: planned.steps)
                let text =
                    format == .json
                    ? changesJSON(changes).text(indented: true) + "\n" : changesText(changes, in: messages.language)
                try Descriptor.standardOutput.write(Array(text.utf8))
            }
            if show {
                let drawn = planned.plans.map { plan in
                    plan.summary[messages.language].shown + "\n" + dummy(of: plan)
                }
                try Descriptor.standardOutput.write(Array(drawn.joined(separator: "\n").utf8))
            }
            if let name = explain { try self.explain(name, planned) }
            try drawSheets(of: job, desk: &desk)
            desk.report.made = pageCount(planned.plans.count)
        }
    }

    private func text(of job: TypesettingJob) -> String {
        switch format {
        case .yaml:
            let fits = job.typeset.fits
            return planText(job.typeset.plans) { plan, module in
                fits.first { $0.page == plan.page && $0.story == module.subject.name }?.remark[messages.language]
            }
        case .json: return planJSON(job.typeset.plans).text(indented: true) + "\n"
        }
    }

    private func explain(_ name: String, _ planned: PlannedEdition) throws {
        guard let (plan, entry) = planned.explanation(of: name) else {
            let known = planned.placed.joined(separator: ", ")
            throw Stop(
                .usage,
                Phrase(
                    zh: "没有排上的稿件“\(name)”；有：\(known)", en: "no story “\(name)” was placed; there are: \(known)"))
        }
        let step = planned.steps.last { $0.page == plan.page && ($0.story == name || $0.moved.contains(name)) }
        let text =
            format == .json
            ? accountJSON(entry, on: plan).text(indented: true) + "\n"
            : accountText(entry, on: plan, kept: since != nil, step: step, in: messages.language)
        try Descriptor.standardOutput.write(Array(text.utf8))
    }

    private func drawSheets(of job: TypesettingJob, desk: inout Desk) throws {
        guard png != nil || svg != nil else { return }
        for plan in job.typeset.plans {
            let sheet = try dummySheet(of: plan, in: job.edition, type: job.type, language: messages.language)
            if let png {
                try makeFolder(png)
                let bytes = desk.take(try pngBytes(of: sheet, edition: job.edition, type: job.type, dpi: 60))
                try publish(bytes, to: "\(png)/plan-\(plan.page).png")
                desk.report.target = png
            }
            if let svg {
                try makeFolder(svg)
                let bytes = desk.take(try svgBytes(of: sheet, edition: job.edition, type: job.type))
                try publish(bytes, to: "\(svg)/plan-\(plan.page).svg")
                desk.report.target = svg
            }
        }
    }
}
