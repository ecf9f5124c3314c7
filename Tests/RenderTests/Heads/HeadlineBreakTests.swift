import Render
import Testing

@testable import Layout

/// Headlines break where a subeditor would break them, in real faces and with the real list of words.
@Suite struct HeadlineBreakTests {
    private func shaped(_ text: String) throws -> (ShapedText, [Word]) {
        let style = FontStyle(families: ["Song"], weight: 700, size: .points(30))
        let measurer = HarfBuzzMeasurer(type, words: words)
        let text = try shape(
            [StyledSpan(text, RoleStyle(style))], em: style.size, rules: TextRules(), with: measurer)
        return (text, measurer.words(in: text.text))
    }

    private func lines(_ way: HeadlineWay, _ text: ShapedText) -> [String] { way.lines.map { text.text(of: $0) } }

    /// The breaks that a subeditor would refuse, in two lines and in three; what press itself would refuse is kept on one line
    /// wherever it fits, and does not count.
    private func refused(_ row: String) throws -> [String] {
        var text = ""
        var passed: Set<Int> = []
        for character in row {
            if character == "/" || character == "'" { passed.insert(text.count) } else { text.append(character) }
        }
        let (shaped, words) = try shaped(text)
        let ways = headlineBreaks(shaped, words: words)
        var found: [String] = []
        for count in 2...3 where passed.count >= count - 1 && text.count >= 7 * (count - 1) {
            guard let way = ways[count - 1].first, way.worst < HeadlineGrammar.refused else { continue }
            let set = lines(way, shaped)
            var end = 0
            for line in set.dropLast() {
                end += line.count
                if !passed.contains(end) { found.append("\(set.joined(separator: " / ")) (\(way.meaning))") }
            }
        }
        return found
    }

    @Test(arguments: headlineTable)
    func `lines end where the meaning does`(_ row: String) throws {
        #expect(try refused(row) == [])
    }

    @Test func `few headlines are too hard`() throws {
        let hard = try hardHeadlines.filter { try !refused($0).isEmpty }
        #expect(headlineTable.count >= 110 && hard.count * 10 < headlineTable.count)
    }

    @Test(arguments: [
        ("《关于加强校外培训管理的通知》发布", "《关于加强校外培训管理的通知》/发布"), ("从“没人管”到“人人管”", "从“没人管”/到“人人管”"),
        ("百年老店“祥记酱园”重新开张", "百年老店/“祥记酱园”重新开张"),
    ])
    func `titles and quotations are whole where they fit`(_ text: String, _ expected: String) throws {
        let (shaped, words) = try shaped(text)
        let ways = headlineBreaks(shaped, words: words)[1]
        #expect(
            ways.contains {
                lines($0, shaped).joined(separator: "/") == expected && $0.worst < HeadlineGrammar.refused
            })
    }

    @Test(arguments: headlineTable)
    func `no line begins with a particle or a mark that closes`(_ row: String) throws {
        let (shaped, words) = try shaped(row.filter { $0 != "/" && $0 != "'" })
        for ways in headlineBreaks(shaped, words: words) {
            for line in ways.flatMap({ lines($0, shaped).dropFirst() }) {
                let first = line.first.map { String($0) } ?? ""
                #expect(!"的了吗呢等、，。”》）：".contains(first), "\(line)")
            }
        }
    }

    @Test(arguments: headlineTable)
    func `each other way is dearer and narrower`(_ row: String) throws {
        let (shaped, words) = try shaped(row.filter { $0 != "/" && $0 != "'" })
        for ways in headlineBreaks(shaped, words: words) {
            let widest = ways.map { $0.lines.map { shaped.totals(of: $0).natural }.max() ?? 0 }
            #expect(zip(widest, widest.dropFirst()).allSatisfy { $0 > $1 })
            #expect(zip(ways, ways.dropFirst()).allSatisfy { $0.cost <= $1.cost })
        }
    }
}
