import ArgumentParser
import Foundation
import Layout

/// What the manifest says of one face.
struct FaceEntry: Decodable, Equatable {
    var file: String
    var family: String
    var weight: Int
    var characters: Int?
    var licence: String?
}

/// Lists the faces that pages are set in.
struct Fonts: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("列出可用的字体，并核对字体文件。", "List the fonts and check their files."),
            discussion: say("例：", "Example: ") + "press fonts")
    }

    @OptionGroup var fonts: FontOptions

    func run() throws {
        struct Manifest: Decodable { var faces: [FaceEntry] }
        let folder = try fonts.fontsFolder()
        // The type case is opened first, because it says best what is wrong with a manifest.
        let type = try openTypeCase(at: folder)
        let data = try Data(contentsOf: URL(filePath: "\(folder)/manifest.json"))
        let entries = try JSONDecoder().decode(Manifest.self, from: data).faces
        try Descriptor.standardOutput.write(Array(Fonts.table(entries, in: .current).utf8))
        try checkFaces(of: type)
        let line = say("\(entries.count) 款字体，文件与清单相符\n", "\(entries.count) faces, each file as in the manifest\n")
        try Descriptor.standardOutput.write(Array(line.utf8))
    }

    static func table(_ entries: [FaceEntry], in language: Language) -> String {
        let head = [
            Phrase(zh: "字体", en: "family"), Phrase(zh: "粗细", en: "weight"), Phrase(zh: "字数", en: "characters"),
            Phrase(zh: "许可", en: "licence"), Phrase(zh: "文件", en: "file"),
        ].map { $0[language] }
        let rows = entries.map { entry in
            [
                entry.family, "\(entry.weight)", entry.characters.map(String.init) ?? "—", entry.licence ?? "—",
                entry.file,
            ]
        }
        return textTable([head] + rows)
    }
}
