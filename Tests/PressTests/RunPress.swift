import Foundation

/// The built executable, run as a user runs it.
struct PressRun {
    var status: Int32
    var output: String
    var messages: String

    /// - Parameters:
    ///   - environment: added to a bare environment; English unless it says otherwise.
    ///   - prelude: shell commands to run first, such as `ulimit -f 1`.
    init(
        _ arguments: [String], in folder: URL = FileManager.default.temporaryDirectory,
        environment: [String: String] = [:], prelude: String = ":"
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(prelude); exec \"$0\" \"$@\"", PressRun.executable] + arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        let outputFile = try TemporaryFolder()
        let (out, err) = (outputFile.file("out"), outputFile.file("err"))
        for file in [out, err] { try Data().write(to: URL(filePath: file)) }
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: err)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        output = String(decoding: try Data(contentsOf: URL(filePath: out)), as: UTF8.self)
        messages = String(decoding: try Data(contentsOf: URL(filePath: err)), as: UTF8.self)
    }

    init(
        _ arguments: String..., in folder: URL = FileManager.default.temporaryDirectory,
        environment: [String: String] = [:], prelude: String = ":"
    ) throws {
        try self.init(arguments, in: folder, environment: environment, prelude: prelude)
    }

    /// It stands beside the test bundle, which is the program that runs the tests.
    static let executable: String = {
        let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let beside = folder.appending(path: "press").path(percentEncoded: false)
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        // Where a helper loads the bundle, the bundle is among the arguments.
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? beside
        let build = bundle.components(separatedBy: "/").prefix { !$0.contains(".xctest") }.joined(separator: "/")
        return "\(build)/press"
    }()
}

/// A folder that is removed with its owner.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "press-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func file(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []).sorted()
    }

    func text(of name: String) -> String? { try? String(contentsOfFile: file(name), encoding: .utf8) }
}
