import Foundation
import Testing

/// What keeps the checkout clean, whoever works on it.
@Suite struct TidinessTests {
    @Test(arguments: Checkout.swift)
    func filesAreShort(file: SourceFile) {
        #expect(file.lines.count <= 300, "300 lines at the outside")
    }

    @Test(arguments: Checkout.files)
    func nothingIsLeftOpen(file: SourceFile) {
        // Spelt so that this file passes its own test.
        for mark in ["TO" + "DO", "FIX" + "ME"] {
            #expect(!file.text.contains(mark), "finish it or open an issue: \(mark)")
        }
    }

    @Test(arguments: Checkout.files)
    func noPathsOfOneMachine(file: SourceFile) {
        let here = Checkout.root.path(percentEncoded: false)
        for path in [here, "/" + "home/", "/" + "Users/", "/" + "root/"] where path.count > 1 {
            #expect(!file.text.contains(path), "\(path)")
        }
    }

    @Test(arguments: Checkout.files)
    func linesEndCleanly(file: SourceFile) {
        for (number, line) in file.lines.enumerated() {
            #expect(line.last != " " && line.last != "\t" && line.last != "\r", "\(file.path):\(number + 1)")
        }
        #expect(file.text.isEmpty || file.text.hasSuffix("\n"), "the last line ends too")
    }

    @Test(arguments: ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", ".ci/run"])
    func theHouseIsComplete(name: String) {
        let path = Checkout.root.appending(path: name).path(percentEncoded: false)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    /// Comments send their readers only to documents that stand in the repository.
    @Test func everyDocumentThatIsCitedExists() {
        func isHere(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: Checkout.root.appending(path: name).path(percentEncoded: false))
        }
        for file in Checkout.swift where file.path.hasPrefix("Sources/") {
            for line in file.lines where line.contains("///") || line.contains("// ") {
                for found in line.matches(of: /[A-Za-z\/-]+\.md\b/) {
                    let name = String(found.output)
                    // `stories/heating.md` is an edition's.
                    #expect(name.hasPrefix("stories/") || isHere(name), "\(file.path) cites \(name)")
                }
            }
        }
    }

    @Test
    func everyCodeIsReportedSomewhere() throws {
        let declaration = "Sources/Layout/Diagnostics/DiagnosticCode.swift"
        let codes = try #require(SourceFile(path: declaration)).code.matches(of: /case (\w+) =/).map {
            String($0.1)
        }
        #expect(codes.count > 40)
        let elsewhere = Checkout.swift.filter {
            $0.path.hasPrefix("Sources/") && $0.path != declaration && !$0.path.hasPrefix("Sources/press/Explain/")
        }
        let used = Set(elsewhere.flatMap { $0.code.matches(of: /\.([a-z]\w*)/).map { String($0.1) } })
        #expect(codes.filter { !used.contains($0) } == [])
    }
}
