import ArgumentParser
import Foundation
import Layout

/// Pages as pictures: of an edition, or of a PDF that exists.
struct RenderPages: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "render",
            abstract: say("把一期报纸或一个 PDF 画成 PNG。", "Paint an edition's or a PDF's pages as PNGs."),
            discussion: say("例：", "Example: ") + "press render dongcheng.pdf --png out --dpi 150")
    }

    @Argument(help: help("期文件夹，或 PDF 文件。", "An edition folder, or a PDF.", values: "file.pdf|edition"))
    var source: String

    @OptionGroup var png: PNGOptions

    @Option(help: help("只要这些版，如 1,4 或 2-3。", "Only these pages: 1,4 or 2-3."))
    var pages: PageSelection?

    @OptionGroup var fonts: FontOptions
    @OptionGroup var messages: MessageOptions

    func validate() throws {
        guard png.png != nil else {
            throw ValidationError(say("要用 --png 指明文件夹。", "Say with --png where the pictures go."))
        }
    }

    func run() async throws {
        guard let folder = png.png else { return }
        try await Desk.run(messages) { desk in
            desk.report.target = folder
            if isPDF(source) {
                try makeFolder(folder)
                let count = try paintPDF(source, pages: pages, into: folder, dpi: png.dpi, desk: desk)
                desk.report.made = pageCount(count)
            } else if let job = try await TypesettingJob(of: source, pages: pages, fonts: fonts, desk: &desk) {
                try job.paint(into: folder, dpi: png.dpi, desk: &desk)
                desk.report.made = pageCount(job.pages.count)
            } else {
                desk.report.target = nil
            }
        }
    }

    private func isPDF(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        return (try? file.read(upToCount: 5)) == Data("%PDF-".utf8)
    }
}
