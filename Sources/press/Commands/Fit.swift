import ArgumentParser
import Layout

/// How one story fills its place.
struct StoryFit: Equatable {
    var story: String
    /// nil when it stands on no page.
    var page: Int?
    /// Lines of the body as set, and its characters.
    var lines: Int
    var characters: Int
    /// Lines over when positive, lines short when negative.
    var excess: Int
    /// About so many characters, with the excess's sign.
    var excessCharacters: Int
    /// What was done to make it fit, in the words of the plan.
    var knobs: [String]
}

/// Each story: over, under or fits.
struct Fit: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("逐篇说明稿件长短：超、欠、正好。", "Say of each story whether it is over, under or fits."),
            discussion: say("例：", "Example: ") + "press fit samples/dongcheng/2026-11-23")
    }

    @OptionGroup var folder: EditionArgument
    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    func run() throws {
        try Desk.run(messages) { desk in
            guard let job = try TypesettingJob(of: folder.edition, fonts: fonts, desk: &desk) else { return }
            let fits = try storyFits(of: job.typeset, edition: job.edition)
            try Descriptor.standardOutput.write(Array(Fit.table(fits, in: messages.language).utf8))
        }
    }

    static func table(_ fits: [StoryFit], in language: Language) -> String {
        let head = [
            Phrase(zh: "版", en: "page"), Phrase(zh: "稿件", en: "story"), Phrase(zh: "行", en: "lines"),
            Phrase(zh: "字", en: "characters"), Phrase(zh: "长短", en: "fit"), Phrase(zh: "调整", en: "knobs"),
        ].map { $0[language] }
        let rows = fits.map { fit in
            [
                fit.page.map(String.init) ?? "—", fit.story, "\(fit.lines)", "\(fit.characters)",
                fit.verdict[language], fit.knobs.joined(separator: " "),
            ]
        }
        return textTable([head] + rows)
    }
}

extension StoryFit {
    var verdict: Phrase {
        guard page != nil else { return Phrase(zh: "未上版", en: "unplaced") }
        guard excess != 0 else { return Phrase(zh: "正好", en: "fits") }
        let (lines, characters) = (abs(excess), abs(excessCharacters))
        return Phrase(
            zh: "\(excess > 0 ? "超" : "欠") \(lines) 行（约 \(characters) 字）",
            en: "\(excess > 0 ? "over" : "under") by \(lines) lines, about \(characters) characters")
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
