import ArgumentParser
import Layout

/// What the manifest says of one face, and whether its file is what it says.
struct FaceEntry: Equatable {
    var file: String
    var family: String
    var weight: Int
    var characters: Int
    var licence: String
    var isIntact: Bool
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
        let entries = faces(of: try fonts.typeCase())
        try Descriptor.standardOutput.write(Array(Fonts.table(entries, in: .current).utf8))
        if let broken = entries.first(where: { !$0.isIntact }) {
            throw Stop(
                .environment,
                Phrase(
                    zh: "字体文件与清单不符：\(broken.file)", en: "a font file is not what the manifest says: \(broken.file)")
            )
        }
    }

    static func table(_ entries: [FaceEntry], in language: Language) -> String {
        let head = [
            Phrase(zh: "字体", en: "family"), Phrase(zh: "粗细", en: "weight"), Phrase(zh: "字数", en: "characters"),
            Phrase(zh: "许可", en: "licence"), Phrase(zh: "核对", en: "hash"), Phrase(zh: "文件", en: "file"),
        ].map { $0[language] }
        let (good, bad) = (Phrase(zh: "相符", en: "ok")[language], Phrase(zh: "不符", en: "wrong")[language])
        let rows = entries.map {
            [$0.family, "\($0.weight)", "\($0.characters)", $0.licence, $0.isIntact ? good : bad, $0.file]
        }
        return textTable([head] + rows)
    }
}
