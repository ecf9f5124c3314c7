import Foundation
import Layout
import Testing

@testable import Copydesk

/// A newspaper's folder that exists for one test.
final class TestFolder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "copydesk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(Array(text.utf8), to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let whole = path + "/" + name
        let folder = (whole as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: whole))
    }

    /// Reads the issue in this folder, which lives until that is done.
    func read(_ issue: String = "", limits: ReadingLimits = ReadingLimits()) -> Warned<Delivery> {
        withExtendedLifetime(self) { readEdition(at: path + issue, limits: limits) }
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }
}

/// An issue with these files beside what an issue must have.
func issue(_ files: [String: String] = [:]) throws -> TestFolder {
    var all = ["edition.yaml": "date: 2026-11-23\n", "stories/a.md": "---\nheadline: 标题\n---\n正文。\n"]
    all["paper.yaml"] = "name: 试报\npage: { size: tabloid }\n"
    return try TestFolder(all.merging(files) { $1 })
}

/// A finding as `code line:column`, for tables of cases.
func brief(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { " \($0.line):\($0.column)" } ?? ""
    return diagnostic.code.rawValue + place
}

func briefs(_ read: Warned<Delivery>) -> [String] { read.diagnostics.map(brief) }

/// What the body's Markdown gives, a block a line, in a notation that shows everything:
/// `P` paragraph, `H` crosshead, `L` item, `Q` quote, `V` verse, `T` table; `[b:…]` bold, `[d:…]` dots, `[s:…]` superior.
func blocks(_ markdown: String) throws -> [String] { try blocksAndFindings(markdown).blocks }

func blocksAndFindings(_ markdown: String) throws -> (blocks: [String], findings: [Diagnostic], places: [Int]) {
    let folder = try TestFolder()
    let desk = Desk(folder: try Folder(path: folder.path), limits: ReadingLimits())
    let blocks = readMarkdown(markdown, in: "a.md", firstLine: 1, at: desk)
    return (blocks.map(notation), desk.diagnostics(), blocks.flatMap(paragraphs).map(\.place.line))
}

func paragraphs(_ block: Block) -> [Paragraph] {
    switch block {
    case .paragraph(let text), .crosshead(let text), .quote(let text), .verse(let text), .listItem(_, let text):
        [text]
    case .table(let table): table.head + table.rows.flatMap { $0 }
    }
}

func notation(_ block: Block) -> String {
    switch block {
    case .paragraph(let text): "P " + notation(text)
    case .crosshead(let text): "H " + notation(text)
    case .quote(let text): "Q " + notation(text)
    case .verse(let text): "V " + notation(text)
    case .listItem(let label, let text): "L \(label) " + notation(text)
    case .table(let table):
        "T " + table.alignments.map { "\($0)" }.joined(separator: ",") + " "
            + ([table.head] + table.rows).map { $0.map(notation).joined(separator: "|") }.joined(separator: "/")
    }
}

func notation(_ paragraph: Paragraph) -> String {
    paragraph.spans.map { span in
        var text = span.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
        if span.emphasis.contains(.superior) { text = "[s:\(text)]" }
        if span.emphasis.contains(.dotted) { text = "[d:\(text)]" }
        if span.emphasis.contains(.strong) { text = "[b:\(text)]" }
        if let ruby = span.ruby { text = "[\(text)^\(ruby)]" }
        if let link = span.link { text = "<\(text) \(link)>" }
        return text
    }
    .joined()
}
