import Foundation
import Layout
import Render

/// The package's own folder.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path()
let fontsFolder = packageFolder + "fonts"

/// The fonts that the package ships, opened once.
let type = try! TypeCase(folder: fontsFolder)

let song = FontStyle(families: ["Song"], weight: 400, size: .points(9))

extension Length {
    /// In em of a size, in thousandths, rounded to nearest.
    func thousandths(of em: Length) -> Int { (scaled * 1000 + scaled.signum() * em.scaled / 2) / em.scaled }
}

/// A folder that is gone after `body`.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
}

/// Runs a program of the system; its standard output, and whether it succeeded.
func run(_ program: String, _ arguments: [String]) throws -> (output: String, isSuccess: Bool) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus == 0)
}

/// Text set solid from a point, as Layout would set it without rules.
func glyphRun(
    _ text: String, _ style: FontStyle, at point: Point, script: TextRun.Script = .chinese, ink: Ink = .solidBlack,
    isVertical: Bool = false, isTurned: Bool = false
) throws -> [Mark] {
    let measurer = HarfBuzzMeasurer(type)
    let run = TextRun(text, style: style, script: script, direction: isVertical ? .topToBottom : .leftToRight)
    let shaped = try measurer.shape(run)
    var marks: [Mark] = []
    var pen = point
    var at = shaped.startIndex
    while at < shaped.endIndex {
        let end = shaped[at...].firstIndex { $0.face != shaped[at].face } ?? shaped.endIndex
        let first = shaped[at].cluster
        let last = end == shaped.endIndex ? text.utf8.count : shaped[end].cluster
        var glyphs: [PlacedGlyph] = []
        var clusters: [TextCluster] = []
        for index in at..<end {
            let glyph = shaped[index]
            let x = isTurned ? pen.x - glyph.offsetY : pen.x + glyph.offsetX
            let y = isTurned ? pen.y + glyph.offsetX : pen.y + glyph.offsetY
            glyphs.append(PlacedGlyph(glyph.glyph, at: Point(x: x, y: y)))
            if isVertical || isTurned { pen.y = pen.y + glyph.advance } else { pen.x = pen.x + glyph.advance }
            let next = index + 1 < end ? shaped[index + 1].cluster : last
            if next == glyph.cluster, !clusters.isEmpty, index > at, shaped[index - 1].cluster == glyph.cluster {
                clusters[clusters.count - 1].glyphs += 1
            } else {
                clusters.append(TextCluster(bytes: next - glyph.cluster, glyphs: 1))
            }
        }
        let utf8 = Array(text.utf8)[first..<last]
        marks.append(
            .glyphs(
                GlyphRun(
                    face: shaped[at].face, size: style.size, ink: ink, glyphs: glyphs,
                    text: String(decoding: utf8, as: UTF8.self), clusters: clusters, isTurned: isTurned)))
        at = end
    }
    return marks
}
