import Layout
import Render

/// An edition that was read and set in type: what `build`, `render`, `plan` and `fit` have in common.
struct TypesettingJob {
    var edition: Edition
    var type: TypeCase
    var typeset: TypesetEdition
    /// The pages that were asked for.
    var pages: [Page]

    /// nil when there is nothing to make pages of; the desk knows why.
    init?(
        of folder: String, plan: String? = nil, pages selection: PageSelection? = nil, fonts: FontOptions,
        desk: inout Desk
    ) async throws {
        desk.progress(Phrase(zh: "读稿", en: "Reading copy"))
        let copy = desk.take(readCopy(at: folder))
        desk.report.sources = copy.sources
        guard let edition = copy.edition else { return nil }
        var plans: [PagePlan]?
        if let plan {
            let reading = readPlan(at: plan)
            desk.report.sources.add(plan, lines: reading.lines)
            plans = desk.take(reading.plans)
            if plans == nil { return nil }
        }
        let ownFonts = edition.paper.fontFolder.map { "\(copy.root)/\($0)" }
        type = try openTypeCase(at: try fonts.fontsFolder(), extra: ownFonts)
        desk.progress(Phrase(zh: "排版", en: "Setting pages"))
        typeset = desk.take(try await typesetPages(of: edition, type: type, plans: plans))
        pages = try selection?.select(from: typeset.pages) ?? typeset.pages
        self.edition = edition
    }

    /// Writes `page-1.png`, … into the folder, which is made if need be.
    func paint(into folder: String, dpi: Int, desk: inout Desk) throws {
        try makeFolder(folder)
        for page in pages {
            desk.progress(Phrase(zh: "画第 \(page.number) 版", en: "Painting page \(page.number)"))
            let bytes = desk.take(try pngBytes(of: page, edition: edition, type: type, dpi: dpi))
            try publish(bytes, to: "\(folder)/page-\(page.number).png")
        }
    }
}

/// `4 页`.
func pageCount(_ count: Int) -> Phrase { Phrase(zh: "\(count) 页", en: "\(count) page\(count == 1 ? "" : "s")") }
