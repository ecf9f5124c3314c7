import Foundation
import Testing

@testable import Layout

/// UAX #14 untailored, against Unicode's own test file.
@Suite struct UnicodeLineBreakTests {
    @Test func everyLineOfUnicodesTestFile() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Unicode/LineBreakTest.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasPrefix("# LineBreakTest-17.0.0.txt"))
        var passed = 0
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let expected = String(line.prefix { $0 != "\t" && $0 != "#" })
            let words = expected.split(separator: " ")
            let scalars = words.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
            let breaks = unicodeLineBreaks(scalars)
            var found = "× "
            for (index, scalar) in scalars.enumerated() {
                if index > 0 { found += breaks[index] == .forbidden ? "× " : "÷ " }
                let digits = String(scalar.value, radix: 16, uppercase: true)
                found += String(repeating: "0", count: max(0, 4 - digits.count)) + digits + " "
            }
            found += "÷"
            if found == words.joined(separator: " ") {
                passed += 1
            } else {
                Issue.record("expected \(expected)\nfound    \(found)\n\(line.drop { $0 != "#" })")
            }
        }
        #expect(passed == 19_338)
    }

    @Test(arguments: [
        // code point, Line_Break, East Asian
        (0x41, "AL", false), (0x4E00, "ID", true), (0x2026, "IN", false), (0x3001, "CL", true),
        (0x201C, "QU", false),
        (0x1F600, "ID", true), (0x1F44D, "EB", true), (0x3041, "CJ", true), (0x0E01, "SA", false),
        (0x378, "XX", false),
        (0x2FFFD, "ID", true), (0x10FFFF, "XX", false), (0x200B, "ZW", false), (0x2060, "WJ", false),
    ])
    func properties(code: Int, lineBreak: String, isEastAsian: Bool) throws {
        let properties = LineBreakProperties(of: try #require(Unicode.Scalar(UInt32(code))))
        #expect(properties.lineBreak.name == lineBreak)
        #expect(properties.isEastAsian == isEastAsian)
    }
}
