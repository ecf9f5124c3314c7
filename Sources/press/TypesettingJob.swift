import Copydesk
import Foundation
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
        of folder: String, plan: PlanChoice = .kept, pages selection: PageSelection? = nil,
        fonts: FontOptions,
        desk: inout Desk
    ) async throws {
        desk.progress(Phrase(zh: "读稿", en: "Reading copy"))
        let fontsFolder = try fonts.fontsFolder()
        let common = try openTypeCase(at: fontsFolder)
        // Faces are read and checked while copy is read; nobody leaves before that has ended.
        async let _: Void = readFaces(of: common)
        async let words = openWordsAside()
        let copy = desk.take(readCopy(at: folder))
        desk.report.sources = copy.sources
        guard let edition = copy.edition else { return nil }
        guard let source = Self.planSource(plan, in: copy.issue, desk: &desk) else { return nil }
        let ownFonts = edition.paper.fontFolder.map { "\(copy.root)/\($0)" }
        let type =
            try ownFonts.map { extra throws(Stop) in try openTypeCase(at: fontsFolder, extra: extra) } ?? common
        self.type = type
        desk.report.findings += unknownFamilies(in: edition.paper.house, type: type)
        desk.progress(Phrase(zh: "排版", en: "Setting pages"))
        typeset = desk.take(try await typesetPages(of: edition, type: type, words: words, following: source))
        pages = try selection?.select(from: typeset.pages) ?? typeset.pages
        self.edition = edition
    }

    /// Which plan is followed: the one named, else `plan.yaml` beside the edition, else none.
    /// - Returns: nil when the plan that was named cannot be followed.
    private static func planSource(_ choice: PlanChoice, in folder: String, desk: inout Desk) -> PlanSource? {
        func read(_ path: String) -> PlanFile? {
            guard let data = FileManager.default.contents(atPath: path) else {
                desk.report.findings.append(
                    Diagnostic(
                        .error, .fileMissing, Phrase(zh: "读不到版面计划", en: "the plan cannot be read"),
                        at: SourcePlace(file: path)))
                return nil
            }
            let reading = readPlan(String(decoding: data, as: UTF8.self), file: path)
            desk.report.sources.add(path, lines: reading.output.sources[path] ?? [])
            let file = desk.take(reading)
            return file.plans == nil ? nil : file
        }
        switch choice {
        case .file(let path):
            return read(path).map { .order($0.plans ?? [], places: $0.places) }
        case .since(let path):
            return read(path).map { .lastTime($0.plans ?? [], places: $0.places) }
        case .anew: return .planner
        case .kept:
            let here = FileManager.default.currentDirectoryPath
            let kept = Sources.way(from: here, to: "\(folder)/plan.yaml")
            guard FileManager.default.fileExists(atPath: kept) else { return .planner }
            return read(kept).map { .lastTime($0.plans ?? [], places: $0.places) }
        }
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

/// Each face is a task of its own, so that who has nothing else to do helps.
private func readFaces(of type: TypeCase) async {
    await withDiscardingTaskGroup { group in
        for font in Set(Role.allCases.map { type.face(for: HouseStyle.standard[$0].font) }).sorted() {
            group.addTask { type.readAhead(font) }
        }
    }
}

private func openWordsAside() async throws(Stop) -> WordList { try openWords() }

/// Families of the house style that no font has: the first of the style's others is used, else Song.
private func unknownFamilies(in house: HouseStyle, type: TypeCase) -> [Diagnostic] {
    let families = Set(Role.allCases.flatMap { house[$0].font.families })
    return families.sorted().filter { !type.hasFamily($0) }.map { family in
        Diagnostic(
            .warning, .fontUnknown,
            Phrase(zh: "没有叫“\(family)”的字体", en: "there is no font family “\(family)”"),
            hint: Phrase(zh: "press fonts 列出有哪些", en: "press fonts lists those there are"))
    }
}

/// Which plan a command follows.
enum PlanChoice {
    /// `plan.yaml` in the edition's folder, if there is one.
    case kept
    case file(String)
    /// The one named, kept while the edition has changed.
    case since(String)
    /// None: the pages are planned.
    case anew
}

/// `4 页`.
func pageCount(_ count: Int) -> Phrase { Phrase(zh: "\(count) 页", en: "\(count) page\(count == 1 ? "" : "s")") }
