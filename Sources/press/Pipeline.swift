import Copydesk
import Layout
import Render

// The pipeline's stages as the commands call them. This is the only file that knows their signatures.

/// What reading an edition folder gives.
struct Copy {
    /// nil when there is nothing to make pages of.
    var edition: Edition?
    var sources: Sources
}

/// Reads an edition folder.
func readCopy(at folder: String) -> Warned<Copy> {
    // STUB: Copydesk's `readEdition(at:)`.
    let missing = Diagnostic(
        .error, .fileMissing,
        Phrase(zh: "没有文件夹 \(folder)", en: "there is no folder \(folder)"), at: SourcePlace(file: folder))
    return Warned(Copy(edition: nil, sources: Sources()), [missing])
}

/// Reads a plan that a person has edited.
func readPlan(at path: String) throws(Stop) -> Warned<[PagePlan]?> {
    // STUB: no module reads plans yet.
    throw notYet("plan")
}

/// Opens the fonts.
func openTypeCase(at folder: String) throws(Stop) -> TypeCase {
    // STUB: Render's `TypeCase(folder:)`; its failure becomes `Stop(.environment, …)`.
    throw notYet("type")
}

/// Sets an edition in type: plans its pages, unless plans are given, and composes them.
func typesetPages(
    of edition: Edition, type: TypeCase, plans: [PagePlan]? = nil
) throws(Stop) -> Warned<TypesetEdition> {
    // STUB: Layout's `typeset(edition, with: HarfBuzzMeasurer(type), plans: plans)`.
    throw notYet("typeset")
}

/// The pages as a PDF.
func pdfBytes(
    of pages: [Page], edition: Edition, type: TypeCase, profile: Profile
) throws(Stop) -> Warned<[UInt8]> {
    // STUB: Render's `pdf(of:artworks:type:document:)`.
    throw notYet("pdf")
}

/// One page as a PNG.
func pngBytes(of page: Page, edition: Edition, type: TypeCase, dpi: Int) throws(Stop) -> Warned<[UInt8]> {
    // STUB: Render's `png(of:artworks:type:dpi:)`.
    throw notYet("png")
}

/// The runs of text on the pages, for the bench.
func runListing(of pages: [Page], type: TypeCase) throws(Stop) -> String {
    // STUB: Render's `runListing(of:type:)`.
    throw notYet("runs")
}

/// The faces of the manifest, in its order.
func faces(of type: TypeCase) -> [FaceEntry] {
    // STUB: from Render's manifest.
    []
}

/// How each story fills its place, in the order of the pages.
func storyFits(of typeset: TypesetEdition, edition: Edition) -> [StoryFit] {
    // STUB: from the typeset edition.
    []
}

/// STUB: Layout's.
struct TypesetEdition {
    var pages: [Page]
    var plans: [PagePlan]
}

/// STUB: Render's.
struct TypeCase {}

private func notYet(_ stage: String) -> Stop {
    Stop(.internal, Phrase(zh: "这个 press 还没有接上这一步：\(stage)", en: "this press lacks a stage: \(stage)"))
}
