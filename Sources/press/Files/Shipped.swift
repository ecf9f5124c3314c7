import Foundation
import Layout

/// A folder that comes with press: in a checkout beside `Sources`, once installed under `share/press`.
struct Shipped {
    /// The folder's name, and a file or suffix of a file by which it is known.
    var name: String
    var mark: String

    static let fonts = Shipped(name: "fonts", mark: "manifest.json")
    static let words = Shipped(name: "words", mark: "words.txt")
    static let schemas = Shipped(name: "Schemas", mark: ".json")

    /// The folder that was given, else the one that the environment names, else the one that came with press.
    func folder(given: String?, variable: String) throws(Stop) -> String {
        let environment = ProcessInfo.processInfo.environment[variable]
        if let chosen = given ?? environment, !chosen.isEmpty {
            guard isHere(chosen) else { throw missing("\(chosen)") }
            return chosen
        }
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path(percentEncoded: false)
        guard let found = candidates(besides: executable).first(where: isHere) else {
            throw missing(say("press 的旁边", "beside press"))
        }
        return found
    }

    /// From the executable's folder upwards, as in `.build/release/press` of a checkout; `share/press` on the way.
    func candidates(besides executable: String) -> [String] {
        sequence(first: parent(of: executable)) { $0 == "/" || $0 == "." ? nil : parent(of: $0) }.flatMap {
            let base = $0 == "/" ? "" : $0
            return ["\(base)/\(name)", "\(base)/share/press/\(name)"]
        }
    }

    private func isHere(_ folder: String) -> Bool {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.contains { $0.hasSuffix(mark) }
    }

    private func missing(_ place: String) -> Stop {
        Stop(
            .environment,
            Phrase(zh: "\(place)没有 \(name) 文件夹（其中应有 \(mark)）", en: "no folder \(name) with \(mark) in it: \(place)")
        )
    }
}
