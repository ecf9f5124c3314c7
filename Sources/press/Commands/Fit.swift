import ArgumentParser
import Layout

/// Each story: over, under or fits.
struct Fit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("逐篇说明稿件长短：超、欠、正好。", "Say of each story whether it is over, under or fits."),
            discussion: say("例：", "Example: ") + "press fit samples/dongcheng/2026-11-23 --story p1-heating")
    }

    /// How the table is written.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable { case table, json }

    @OptionGroup var folder: EditionArgument

    @Option(help: help("table 给人读，json 给程序读。", "table for people, json for programs."))
    var format = Format.table

    @Option(
        help: help(
            "只看这一篇：照编辑压稿的次序，一步一步说明每一步得到什么。",
            "Only this story: what each step of copy-fitting gives, in a subeditor's order.", values: "name"))
    var story: String?

    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Desk.run(messages) { desk in
            guard let job = try await TypesettingJob(of: folder.edition, fonts: fonts, desk: &desk) else { return }
            if let story {
                let climbs = try ladders(of: story, in: job)
                let text =
                    switch format {
                    case .table: climbs.map { $0.text(in: messages.language) }.joined(separator: "\n")
                    case .json: JSONValue.array(climbs.map(\.json)).text(indented: true) + "\n"
                    }
                return try Descriptor.standardOutput.write(Array(text.utf8))
            }
            let text =
                switch format {
                case .table: Fit.table(job.typeset.fits, unplaced: unplaced(in: job), in: messages.language)
                case .json: fitJSON(job.typeset.fits, unplaced: unplaced(in: job)).text(indented: true) + "\n"
                }
            try Descriptor.standardOutput.write(Array(text.utf8))
        }
    }

    /// What stands nowhere, fillers that were not needed among it.
    private func unplaced(in job: TypesettingJob) -> [Unplaced] { job.typeset.plans.flatMap(\.unplaced) }

    static func table(_ fits: [StoryFit], unplaced: [Unplaced], in language: Language) -> String {
        let head = [
            Phrase(zh: "稿件", en: "story"), Phrase(zh: "版", en: "page"), Phrase(zh: "要", en: "asked"),
            Phrase(zh: "得", en: "got"), Phrase(zh: "长短", en: "fit"), Phrase(zh: "字", en: "characters"),
            Phrase(zh: "调整", en: "knobs"),
        ].map { $0[language] }
        let rows = fits.map { fit in
            [
                fit.story, "\(fit.page)", "\(fit.lines)", "\(fit.room)", fit.verdict[language], "\(fit.characters)",
                fit.knobs.map { "\($0.name) \($0.value)" }.joined(separator: ", "),
            ]
        }
        let missing = unplaced.map { [$0.story, "—", "", "", $0.reason.words[language], "", ""] }
        return textTable([head] + rows + missing)
    }
}

extension Unplaced.Reason {
    fileprivate var words: Phrase {
        switch self {
        case .pageFull: Phrase(zh: "未排：本版已满", en: "not placed: its page is full")
        case .pagesFull: Phrase(zh: "未排：各版已满", en: "not placed: all pages are full")
        case .noRectangle: Phrase(zh: "未排：没有它能用的大小", en: "not placed: no rectangle suits it")
        case .filler: Phrase(zh: "未用的补白", en: "a filler that was not needed")
        }
    }
}

/// The same as data: see `fit.schema.json`.
func fitJSON(_ fits: [StoryFit], unplaced: [Unplaced]) -> JSONValue {
    .array(
        fits.map { fit in
            JSONValue.object([
                ("story", .string(fit.story)), ("page", .number(fit.page)), ("asked", .number(fit.lines)),
                ("got", .number(fit.room)),
                (
                    "over",
                    .object([("lines", .number(fit.oversetLines)), ("characters", .number(fit.oversetCharacters))])
                ),
                ("under", .object([("lines", .number(fit.white)), ("characters", .number(fit.whiteCharacters))])),
                ("characters", .number(fit.characters)),
                ("knobs", .object(fit.knobs.map { ($0.name, .number($0.value)) })),
            ])
        }
            + unplaced.map {
                .object([("story", .string($0.story)), ("unplaced", .string($0.reason.rawValue))])
            })
}

extension StoryFit {
    var verdict: Phrase {
        if oversetLines > 0 {
            return Phrase(
                zh: "超 \(oversetLines) 行（\(oversetCharacters) 字）",
                en: "over by \(oversetLines) lines, \(oversetCharacters) characters")
        }
        // Columns that end within a row of each other are full.
        guard white >= max(1, setting.innerColumns) else { return Phrase(zh: "正好", en: "fits") }
        return Phrase(
            zh: "欠 \(white) 行（约 \(whiteCharacters) 字）",
            en: "under by \(white) lines, about \(whiteCharacters) characters")
    }

    /// About how many characters would fill the white.
    var whiteCharacters: Int { lines > 0 ? white * characters / lines : 0 }

    /// For the plan: `88 行 1204 字，正好`.
    var remark: Phrase {
        Phrase(
            zh: "\(lines) 行 \(characters) 字，\(verdict.zh)",
            en: "\(lines) lines, \(characters) characters: \(verdict.en)")
    }

    /// What was done to make it fit.
    var knobs: [(name: String, value: Int)] {
        var knobs: [(name: String, value: Int)] = []
        // Of several the one that is cropped most.
        if let crop = pictures.map(\.crop).max(by: { abs($0) < abs($1) }), crop != 0 {
            knobs.append(("crop", crop))
        }
        if picturesLeftOut > 0 { knobs.append(("picturesLeftOut", picturesLeftOut)) }
        return setting.knobs(columns: columns) + knobs
    }
}

extension StorySetting {
    /// What it does otherwise than a story that is set by itself, over so many basic columns.
    func knobs(columns: Int) -> [(name: String, value: Int)] {
        let setting = self
        var knobs: [(name: String, value: Int)] = []
        if setting.innerColumns != columns || setting.leg != nil { knobs.append(("inner", setting.innerColumns)) }
        if let leg = setting.leg { knobs.append(("leg", leg)) }
        if setting.extraRows > 0 { knobs.append(("extra", setting.extraRows)) }
        if setting.longer != 0 { knobs.append(("longer", setting.longer)) }
        if setting.isBoxed { knobs.append(("frame", 1)) }
        if let columns = setting.head.columns { knobs.append(("headColumns", columns.count)) }
        if let widest = pictures.map(\.columns.count).max() { knobs.append(("pictureColumns", widest)) }
        if setting.pictures.contains(where: \.isAtTop) { knobs.append(("pictureAtTop", 1)) }
        if !setting.head.hasDeck { knobs.append(("deckLeftOut", 1)) }
        if let part = setting.quote { knobs.append(("quote", part + 1)) }
        switch setting.extent {
        case .whole: break
        case .cut(let sentences): knobs.append(("cut", sentences))
        case .jump(let sentences): knobs.append(("jump", sentences))
        case .continued(let sentences): knobs.append(("from", sentences))
        }
        if setting.head.lines > 1 { knobs.append(("headLines", setting.head.lines)) }
        return knobs
    }
}

/// Rows of cells in columns that line up, Chinese characters counted as two cells.
func textTable(_ rows: [[String]]) -> String {
    let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].cells }.max() ?? 0 }
    return rows.map { row in
        let line = zip(row, widths).map { cell, width in cell.shown.padded(toCells: width) }
            .joined(separator: "  ")
        return line.trimmingSpaces + "\n"
    }.joined()
}

extension String {
    fileprivate var trimmingSpaces: String {
        var result = self
        while result.last == " " { result.removeLast() }
        return result
    }
}
