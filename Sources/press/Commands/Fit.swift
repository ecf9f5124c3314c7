import ArgumentParser
import Layout

/// Each story: over, under or fits.
struct Fit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("逐篇说明稿件长短：超、欠、正好。", "Say of each story whether it is over, under or fits."),
            discussion: say("例：", "Example: ") + "press fit samples/dongcheng/2026-11-23")
    }

    @OptionGroup var folder: EditionArgument
    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    func run() async throws {
        try await Desk.run(messages) { desk in
            guard let job = try await TypesettingJob(of: folder.edition, fonts: fonts, desk: &desk) else { return }
            let table = Fit.table(job.typeset.fits, in: messages.language)
            try Descriptor.standardOutput.write(Array(table.utf8))
        }
    }

    static func table(_ fits: [StoryFit], in language: Language) -> String {
        let head = [
            Phrase(zh: "版", en: "page"), Phrase(zh: "稿件", en: "story"), Phrase(zh: "行", en: "lines"),
            Phrase(zh: "字", en: "characters"), Phrase(zh: "长短", en: "fit"), Phrase(zh: "调整", en: "knobs"),
        ].map { $0[language] }
        let rows = fits.map { fit in
            [
                "\(fit.page)", fit.story, "\(fit.lines)", "\(fit.characters)",
                fit.verdict[language], fit.knobs.joined(separator: " "),
            ]
        }
        return textTable([head] + rows)
    }
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
        return Phrase(zh: "欠 \(white) 行", en: "under by \(white) lines")
    }

    /// What was done to make it fit.
    var knobs: [String] {
        var knobs: [String] = []
        if setting.innerColumns != columns { knobs.append("inner \(setting.innerColumns)") }
        if setting.extraRows > 0 { knobs.append("white +\(setting.extraRows)") }
        if setting.longer != 0 { knobs.append("lines \(setting.longer > 0 ? "+" : "")\(setting.longer)") }
        if setting.isBoxed { knobs.append("frame") }
        if let columns = setting.head.columns { knobs.append("head over \(columns.count)") }
        if setting.pictures.contains(where: \.isAtTop) { knobs.append("picture at top") }
        switch setting.extent {
        case .whole: break
        case .cut(let sentences): knobs.append("cut after \(sentences)")
        case .jump(let sentences): knobs.append("jump after \(sentences)")
        case .continued(let sentences): knobs.append("from \(sentences)")
        }
        if setting.head.lines > 1 { knobs.append("head \(setting.head.lines) lines") }
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
