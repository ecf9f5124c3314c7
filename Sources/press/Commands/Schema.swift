import ArgumentParser
import Foundation
import Layout

/// Prints a JSON schema, with which editors complete and check the files of an edition folder.
struct Schema: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("输出 JSON Schema，供编辑器补全和检查。", "Print a JSON schema for editors' completion."),
            discussion: say("不带名字时列出全部。例：", "Without a name it lists all. Example: ") + "press schema edition")
    }

    @Argument(help: help("哪一种文件的。", "For which file.", values: "name"))
    var name: String?

    func run() throws {
        let folder = try Shipped.schemas.folder(given: nil, variable: "PRESS_SCHEMAS")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        let names = Dictionary(files.map { (Schema.name(of: $0), $0) }) { first, _ in first }
        guard let name else {
            let list = names.keys.sorted().map { $0 + "\n" }.joined()
            return try Descriptor.standardOutput.write(Array(list.utf8))
        }
        guard let file = names[name] else {
            throw ValidationError(
                say("没有这个 schema；有：", "There is no such schema; there are: ")
                    + names.keys.sorted().joined(separator: ", "))
        }
        try Descriptor.standardOutput.write(Array(Data(contentsOf: URL(filePath: "\(folder)/\(file)"))))
    }

    /// `edition` for `edition.schema.json`.
    private static func name(of file: String) -> String { String(file.prefix { $0 != "." }) }
}
