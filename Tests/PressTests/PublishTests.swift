import Foundation
import Glibc
import Testing

@testable import press

@Suite struct PublishTests {
    /// Both ways: drafts without a name, and named ones as on file systems that know no others.
    @Test(arguments: [false, true])
    func replacesAFileAndLeavesNothingElse(named: Bool) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("paper.pdf")
        try publish(Array("first".utf8), to: path, namedDraft: named)
        #expect(folder.text(of: "paper.pdf") == "first")
        try publish(Array("second".utf8), to: path, namedDraft: named)
        #expect(folder.text(of: "paper.pdf") == "second")
        #expect(folder.names == ["paper.pdf"])
    }

    @Test func keepsPermissionsAndSymbolicLinks() throws {
        let folder = try TemporaryFolder()
        try publish(Array("old".utf8), to: folder.file("paper.pdf"))
        #expect(unsafe chmod(folder.file("paper.pdf"), 0o640) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("today.pdf"), withDestinationPath: "paper.pdf")
        try publish(Array("new".utf8), to: folder.file("today.pdf"))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("paper.pdf"))
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(folder.text(of: "paper.pdf") == "new")
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("today.pdf"))
        #expect(link == "paper.pdf")
    }

    @Test func saysWhatTheSystemSays() throws {
        let folder = try TemporaryFolder()
        #expect(throws: SystemFailure("/dev/full", code: ENOSPC)) { try publish([1], to: "/dev/full") }
        #expect(throws: SystemFailure(folder.file(""), code: EISDIR)) { try publish([1], to: folder.file("")) }
        let missing = folder.file("no/such/folder.pdf")
        #expect(throws: SystemFailure(missing, code: ENOENT)) { try publish([1], to: missing) }
        #expect(throws: SystemFailure("/proc/paper.pdf", code: ENOENT)) { try publish([1], to: "/proc/paper.pdf") }
        #expect(folder.names == [])
    }

    @Test(arguments: [false, true])
    func aNameThatCannotBeLeavesNothing(named: Bool) throws {
        let folder = try TemporaryFolder()
        let tooLong = folder.file(String(repeating: "长", count: 100))
        #expect(throws: SystemFailure(tooLong, code: ENAMETOOLONG)) {
            try publish([1], to: tooLong, namedDraft: named)
        }
        #expect(folder.names == [])
    }

    /// A file that may not grow is a full disk without the disk. The limit holds for the whole process,
    /// so that it is tried on press itself.
    @Test func aFileThatCannotGrowIsReported() throws {
        let folder = try TemporaryFolder()
        let run = try PressRun("new", "paper", in: folder.url, prelude: "exec 2>/dev/null; ulimit -f 0")
        #expect(run.status == 4)
        #expect(folder.names == ["paper"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("paper")) == [])
    }

    @Test func sweepsDraftsOfKilledRunsButNotOfLivingOnes() throws {
        let folder = try TemporaryFolder()
        let base = folder.url.path(percentEncoded: false)
        try Data("half".utf8).write(to: URL(filePath: folder.file(".press-draft-1-2-3")))
        let living = try Draft(in: base, isNamed: true)
        #expect(folder.names.count == 2)
        try publish(Array("new".utf8), to: folder.file("paper.pdf"))
        #expect(folder.names.filter { $0.hasPrefix(".press-draft-") }.count == 1)
        #expect(!folder.names.contains(".press-draft-1-2-3"))
        _ = consume living
        #expect(folder.names == ["paper.pdf"])
    }

    /// Two runs at once: each reader finds one of the two, whole.
    @Test(arguments: [false, true])
    func runsDoNotDisturbEachOther(named: Bool) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("paper.pdf")
        let texts = (0..<8).map { Array(repeating: UInt8(ascii: "a") + UInt8($0), count: 100_000) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for text in texts {
                group.addTask { for _ in 0..<5 { try publish(text, to: path, namedDraft: named) } }
            }
            try await group.waitForAll()
        }
        let found = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(texts.contains(found))
        #expect(folder.names == ["paper.pdf"])
    }
}
