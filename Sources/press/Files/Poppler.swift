import Foundation
import Layout

/// Paints a PDF's pages with poppler's programs, which are run, not linked.
///
/// - Returns: how many pages were painted.
func paintPDF(
    _ path: String, pages selection: PageSelection?, into folder: String, dpi: Int, desk: Desk
) throws -> Int {
    let file = path.hasPrefix("-") ? "./\(path)" : path
    let facts = String(decoding: try output(of: "pdfinfo", [file]), as: UTF8.self)
    let line = facts.split(separator: "\n").first { $0.hasPrefix("Pages:") }
    guard let count = line?.split(separator: " ").last.flatMap({ Int($0) }) else {
        throw Stop(.findings, Phrase(zh: "\(path)：数不出页数", en: "\(path): cannot count its pages"))
    }
    if let selection { try selection.check(count: count) }
    let wanted = (1...max(1, count)).filter { selection?.contains($0) ?? true }
    for page in wanted {
        desk.progress(Phrase(zh: "画第 \(page) 页", en: "Painting page \(page)"))
        let picture = try output(
            of: "pdftoppm", ["-png", "-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", "-singlefile", file])
        try publish(Array(picture), to: "\(folder)/page-\(page).png")
    }
    return wanted.count
}

/// What a program writes to its standard output.
private func output(of program: String, _ arguments: [String]) throws -> Data {
    let folders = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"].split(separator: ":")
    let paths = folders.map { "\($0)/\(program)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
        throw Stop(
            .environment,
            Phrase(
                zh: "没有程序 \(program)：请安装 poppler-utils", en: "there is no program \(program): install poppler-utils"
            ))
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        throw Stop(.findings, Phrase(zh: "\(program) 没有读懂这个 PDF", en: "\(program) could not read the PDF"))
    }
    return data
}
