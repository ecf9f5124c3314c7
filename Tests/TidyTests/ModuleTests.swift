import Foundation
import Testing

/// The modules' rules of ARCHITECTURE.md, checked on the source text so that they cannot rot.
@Suite struct ModuleTests {
    /// Which of our own modules a module may import. A module that is not listed fails the test below.
    static let mayImport: [String: Set<String>] = [
        "Layout": [],
        "Copydesk": ["Layout"],
        "Render": ["Layout"],
        "press": ["Layout", "Copydesk", "Render"],
    ]

    @Test(arguments: Checkout.modules)
    func arrowsPointOneWay(module: String) throws {
        let allowed = try #require(
            ModuleTests.mayImport[module], "say in ModuleTests.mayImport what \(module) may import")
        for file in Checkout.sources(of: module) {
            for (_, imported) in file.imports where Checkout.modules.contains(imported) {
                #expect(allowed.contains(imported), "\(file.path) imports \(imported)")
            }
        }
    }

    @Test(arguments: Checkout.sources(of: "Layout"))
    func layoutStandsAlone(file: SourceFile) {
        #expect(file.imports.isEmpty, "Layout imports nothing but the standard library")
        for word in ["print", "debugPrint", "unsafe", "CGFloat", "Float", "Float80"] {
            #expect(!file.uses(word), "\(word) has no place in Layout")
        }
        // `Length.points` is for painting and for messages.
        #expect(!file.uses("Double") || file.path == "Sources/Layout/Measure/Length.swift")
    }

    @Test func floatingPointInLengthIsForPaintingOnly() throws {
        let file = try #require(SourceFile(path: "Sources/Layout/Measure/Length.swift"))
        let lines = file.code.split(separator: "\n").filter { $0.contains("Double") }
        #expect(lines.count == 1 && lines[0].contains("var points"))
    }

    @Test(arguments: Checkout.swift)
    func cModulesStayInside(file: SourceFile) {
        for (access, module) in file.imports where Checkout.cModules.contains(module) {
            #expect(access == "internal", "\(module) is an internal import")
            #expect(!file.path.hasPrefix("Sources/press/"), "press calls C libraries through Copydesk and Render")
        }
    }

    @Test(arguments: Checkout.cModules)
    func cModulesAreNamesOnly(module: String) throws {
        let folder = "Sources/C/\(module)"
        #expect(Checkout.names(in: Checkout.root.appending(path: folder)) == ["module.modulemap", "shim.h"])
        let shim = try #require(SourceFile(path: "\(folder)/shim.h"))
        for line in shim.lines where !line.isEmpty {
            // Functions that a library offers only as macros are named again, one a line.
            let isName = ["#include ", "//", "static inline "].contains { line.hasPrefix($0) }
            #expect(line == "#pragma once" || isName, "\(line)")
        }
    }

    @Test(arguments: Checkout.swift)
    func nothingPrintsButTheCommandLine(file: SourceFile) {
        // Its results and messages go through `Descriptor`, which reports a full disk or a closed pipe.
        guard file.path.hasPrefix("Sources/") else { return }
        #expect(!file.code.contains(/(?:^|[^.\w])(?:print|debugPrint|dump)\(/))
    }
}
