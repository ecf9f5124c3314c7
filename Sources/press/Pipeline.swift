import Copydesk
import Foundation
import Layout
import Render

// The pipeline's stages as the commands call them: this file alone knows their signatures.

/// Reads an edition folder.
func readCopy(at folder: String) -> Warned<Copy> {
    readEdition(at: folder).map { delivery in
        let sources = Sources(
            folder: Sources.way(from: FileManager.default.currentDirectoryPath, to: delivery.root),
            lines: Dictionary(delivery.sources.files.map { ($0, delivery.sources[$0] ?? []) }) { first, _ in first }
        )
        let issue = delivery.issueFolder.isEmpty ? delivery.root : "\(delivery.root)/\(delivery.issueFolder)"
        return Copy(edition: delivery.edition, root: delivery.root, issue: issue, sources: sources)
    }
}

/// What reading an edition folder gives.
struct Copy {
    /// nil when there is nothing to make pages of.
    var edition: Edition?
    /// The newspaper's folder.
    var root: String
    /// The issue's folder: `plan.yaml` lies there.
    var issue: String
    var sources: Sources
}

/// Opens the fonts that come with press, and the paper's own where it has some.
func openTypeCase(at folder: String, extra: String? = nil) throws(Stop) -> TypeCase {
    do {
        return try TypeCase(folder: folder, extraFolders: extra.map { [$0] } ?? [])
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// Opens the list of words that comes with press, and makes sure of the patterns that part Western words.
func openWords() throws(Stop) -> WordList {
    let folder = try Shipped.words.folder(given: nil, variable: "PRESS_WORDS")
    do {
        try checkHyphenation()
        return try WordList(folder: folder)
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// Compares every font file with the manifest.
func checkFaces(of type: TypeCase) throws(Stop) {
    do {
        try type.checkAll()
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// Plans the pages, unless plans are given, and composes them.
func typesetPages(
    of edition: Edition, type: TypeCase, words: WordList, following source: PlanSource
) async throws(Stop) -> Warned<TypesetEdition> {
    do {
        return try await typeset(edition, with: HarfBuzzMeasurer(type, words: words), following: source)
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// One story shaped in the paper's types.
func measured(_ story: Story, in paper: Paper, type: TypeCase) throws(Stop) -> MeasuredStory {
    let words = try openWords()
    do {
        return try measure(story, in: paper, with: HarfBuzzMeasurer(type, words: words))
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// The pages as a PDF.
func pdfBytes(of pages: [Page], edition: Edition, type: TypeCase) async throws(Stop) -> Warned<[UInt8]> {
    let document = DocumentFacts(
        title: "\(edition.paper.name) \(edition.date.text)", author: edition.paper.name, date: edition.date)
    do {
        return try await pdf(of: pages, artworks: edition.artworks, type: type, document: document)
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// One page as a PNG.
func pngBytes(of page: Page, edition: Edition, type: TypeCase, dpi: Int) throws(Stop) -> Warned<[UInt8]> {
    do {
        return try png(of: page, artworks: edition.artworks, type: type, dpi: dpi)
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// One page as an SVG.
func svgBytes(of page: Page, edition: Edition, type: TypeCase) throws(Stop) -> Warned<[UInt8]> {
    do {
        return try svg(of: page, artworks: edition.artworks, type: type)
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// A page's plan, drawn.
func dummySheet(of plan: PagePlan, in edition: Edition, type: TypeCase, language: Language) throws(Stop) -> Page {
    do {
        return try dummySheet(of: plan, in: edition, with: HarfBuzzMeasurer(type)) { $0[language] }
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// The runs of text on the pages, for the bench.
func runText(of pages: [Page], type: TypeCase) -> String { runListing(of: pages, type: type) }

extension Edition {
    /// Every picture, drawing and advertisement, by its path.
    var artworks: [String: Artwork] {
        let all =
            [paper.nameplate.artwork] + stories.flatMap { $0.pictures.map(\.artwork) }
            + advertisements.map(\.artwork)
        return Dictionary(all.compactMap { $0 }.map { ($0.path, $0) }) { first, _ in first }
    }
}
