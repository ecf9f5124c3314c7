import Foundation
import Testing

/// The files of the checkout that people write.
enum Checkout {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every text file but copy, fonts, Unicode's data and what tools make; sorted, so that failures come in one order.
    static let files: [SourceFile] = {
        let folders = ["Sources", "Tests", "Scripts", "Bench", "Schemas", ".ci"]
        let single = ["Package.swift", "Makefile", ".gitignore", ".swift-format"]
        let documents = names(in: root).filter { $0.hasSuffix(".md") }
        return (folders.flatMap(walk) + single + documents).filter { !$0.hasPrefix("Tests/Unicode/") }
            .compactMap(SourceFile.init(path:))
            .sorted { $0.path < $1.path }
    }()

    static let swift = files.filter { $0.path.hasSuffix(".swift") }

    /// The Swift files of one module.
    static func sources(of module: String) -> [SourceFile] {
        swift.filter { $0.path.hasPrefix("Sources/\(module)/") }
    }

    /// The folders of `Sources` that hold Swift.
    static let modules = names(in: root.appending(path: "Sources")).filter { $0 != "C" && !$0.hasPrefix(".") }
    /// The C libraries' modules.
    static let cModules = names(in: root.appending(path: "Sources/C")).filter { !$0.hasPrefix(".") }

    static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []).sorted()
    }

    private static func walk(_ folder: String) -> [String] {
        let base = root.appending(path: folder).path(percentEncoded: false)
        let found = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
        return found.filter { !$0.contains("__pycache__") }.map { "\(folder)/\($0)" }
    }
}

/// One file and its text.
struct SourceFile: Sendable, CustomTestStringConvertible {
    /// From the checkout's root.
    var path: String
    var text: String
    /// The text with comments and the contents of string literals blanked out.
    var code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = codeOnly(text)
    }

    /// nil for folders and for files that are not UTF-8 text.
    init?(path: String) {
        guard let text = try? String(contentsOf: Checkout.root.appending(path: path), encoding: .utf8) else {
            return nil
        }
        self.init(path: path, text: text)
    }

    var testDescription: String { path }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The modules that the file imports, with what stands before `import`.
    var imports: [(access: String, module: String)] {
        code.matches(of: /(?m)^[ \t]*((?:[@\w]+[ \t]+)*)import[ \t]+(?:(?:struct|class|enum|func|var)[ \t]+)?(\w+)/)
            .map {
                (access: $0.1.trimmingCharacters(in: .whitespaces), module: String($0.2))
            }
    }

    /// Whether the word stands in the code by itself.
    func uses(_ word: String) -> Bool {
        code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
    }
}
