import Copydesk
import Foundation
import Layout
import Testing

/// The newspapers that come with press, set by the built program and examined with tools that know nothing of it.
@Suite struct SampleTests {
    static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "samples")

    @Test(arguments: [("dongcheng/2026-11-23", 4), ("tabloid", 2), ("hello", 1)])
    func samplesAreFitToPrint(sample: String, pages: Int) throws {
        let edition = SampleTests.samples.appending(path: sample).path(percentEncoded: false)
        let folder = try TemporaryFolder()
        let run = try PressRun("build", edition, "-o", "a.pdf", in: folder.url)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("\(pages) page\(pages == 1 ? "" : "s"), 0 errors, "))
        let pdf = folder.file("a.pdf")

        #expect(try tool("qpdf", "--check", pdf).contains("No syntax or stream encoding errors found"))
        #expect(try tool("pdfinfo", pdf).contains("Pages:           \(pages)\n"))
        for line in try tool("pdffonts", pdf).split(separator: "\n").dropFirst(2) {
            // emb, sub and uni, before the object's number and generation.
            let columns = line.split(separator: " ").suffix(5).prefix(3)
            #expect(columns.allSatisfy { $0 == "yes" }, "\(line)")
        }
        try expectEveryCharacter(of: edition, in: try tool("pdftotext", "-raw", pdf, "-"))
    }

    @Test func theSamePagesWhereverTheyAreMade() throws {
        let edition = SampleTests.samples.appending(path: "tabloid").path(percentEncoded: false)
        let folder = try TemporaryFolder()
        let surroundings = [
            [:], ["TZ": "Pacific/Kiritimati"], ["LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"],
            ["HOME": "/nonexistent"],
        ]
        var files: [Data] = []
        for (number, environment) in surroundings.enumerated() {
            let run = try PressRun(
                "build", edition, "--replan", "-o", "\(number).pdf", in: folder.url, environment: environment)
            #expect(run.status == 0)
            files.append(try Data(contentsOf: URL(filePath: folder.file("\(number).pdf"))))
        }
        #expect(files.allSatisfy { $0 == files[0] })
    }

    /// Every paragraph of the copy stands in the text that extraction gives, whole and in order.
    private func expectEveryCharacter(of edition: String, in extracted: String) throws {
        let extracted = extracted.filter { !$0.isWhitespace }
        let copy = try #require(readEdition(at: edition).output.edition)
        // A filler is set only where it fills a hole.
        for story in copy.stories where !story.isFiller {
            for paragraph in story.body.flatMap(paragraphs) {
                let text = paragraph.text.filter { !$0.isWhitespace }
                let isThere = extracted.contains(text)
                #expect(isThere, "\(story.name): \(text)")
            }
        }
    }

    private func paragraphs(of block: Block) -> [Paragraph] {
        switch block {
        case .paragraph(let paragraph), .crosshead(let paragraph), .listItem(_, let paragraph),
            .quote(let paragraph),
            .verse(let paragraph):
            [paragraph]
        case .table(let table): table.head + table.rows.flatMap { $0 }
        }
    }

    private func tool(_ name: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(name)")
        return String(decoding: data, as: UTF8.self)
    }
}
