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

    /// A row of the table without its marks, and where they stood.
    private func unmarked(_ row: String) -> (text: String, passed: Set<Int>) {
        var text = ""
        var passed: Set<Int> = []
        for character in row {
            if character == "/" || character == "'" { passed.insert(text.count) } else { text.append(character) }
        }
        return (text, passed)
    }

    /// The breaks that a subeditor would refuse, in two lines and in three; what press itself would refuse is kept on one line
    /// wherever it fits, and does not count.
    private func refused(_ row: String) throws -> [String] {
        let (text, passed) = unmarked(row)
        let (shaped, words) = try shaped(text)
        let ways = HeadlineBreaks(shaped, words: words).ways
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

    @Test(arguments: headlineTable + inventedHeadlines + unseenHeadlines)
    func `lines end where the meaning does`(_ row: String) throws {
        #expect(try refused(row) == [])
    }

    /// Of all that is set into two lines and three in any measure, without a break that press itself takes for doubtful.
    @Test func `few breaks that press passes are bad ones`() throws {
        var (all, bad) = (0, 0)
        for row in inventedHeadlines + unseenHeadlines {
            let (text, passed) = unmarked(row)
            let (shaped, words) = try shaped(text)
            let option = HeadOption(
                size: .points(30), text: shaped, breaks: HeadlineBreaks(shaped, words: words), kicker: nil,
                deck: [],
                mostTracking: Fraction(1, 8))
            let whole = shaped.totals(of: 0..<shaped.count).natural
            var seen: Set<[Range<Int>]> = []
            for measure in stride(from: whole / 3, to: whole, by: shaped.em / 2) {
                let measure = Length(scaled: measure)
                let choice = MeasuredHead(options: [option]).settings(in: measure, pitch: option.size)[0]
                let lines = option.lines(choice.setting.lines, in: measure)
                guard (2...3).contains(lines.count), choice.meaning < 140, seen.insert(lines).inserted else {
                    continue
                }
                all += 1
                var end = 0
                let ends = lines.dropLast().map { line in
                    end += shaped.text(of: line).count
                    return end
                }
                if !passed.isSuperset(of: ends) { bad += 1 }
            }
        }
        #expect(all > 400 && bad * 18 < all, "\(bad) of \(all)")
    }

    @Test func `few headlines are too hard`() throws {
        let hard = try hardHeadlines.filter { try !refused($0).isEmpty }
        #expect(headlineTable.count >= 110 && hard.count * 6 < headlineTable.count)
    }

    @Test(arguments: [
        ("《关于加强校外培训管理的通知》发布", "《关于加强校外培训管理的通知》/发布"), ("从“没人管”到“人人管”", "从“没人管”/到“人人管”"),
        ("百年老店“祥记酱园”重新开张", "百年老店“祥记酱园”/重新开张"),
    ])
    func `titles and quotations are whole where they fit`(_ text: String, _ expected: String) throws {
        let (shaped, words) = try shaped(text)
        let ways = HeadlineBreaks(shaped, words: words).ways[1]
        #expect(
            ways.contains {
                lines($0, shaped).joined(separator: "/") == expected && $0.worst < HeadlineGrammar.refused
            })
    }

    @Test(arguments: headlineTable)
    func `no line begins with a particle or a mark that closes`(_ row: String) throws {
        let (shaped, words) = try shaped(row.filter { $0 != "/" && $0 != "'" })
        for ways in HeadlineBreaks(shaped, words: words).ways {
            for line in ways.flatMap({ lines($0, shaped).dropFirst() }) {
                let first = line.first.map { String($0) } ?? ""
                #expect(!"的了吗呢等、，。”》）：".contains(first), "\(line)")
            }
        }
    }

    @Test(arguments: headlineTable)
    func `each other way is dearer and narrower`(_ row: String) throws {
        let (shaped, words) = try shaped(row.filter { $0 != "/" && $0 != "'" })
        for ways in HeadlineBreaks(shaped, words: words).ways {
            let widest = ways.map { $0.lines.map { shaped.totals(of: $0).natural }.max() ?? 0 }
            #expect(zip(widest, widest.dropFirst()).allSatisfy { $0 > $1 })
            #expect(zip(ways, ways.dropFirst()).allSatisfy { $0.cost <= $1.cost })
        }
    }

    /// Decks and quotes in narrow columns: eight lines are set by the same rule as two.
    @Test(arguments: [
        ("全市百余座老桥完成体检，其中十二座将在汛期之前加固，市民可在线查看每座桥的养护记录", 8),
        ("社区食堂把菜价贴在门口，老人刷脸就能吃上热乎饭，附近写字楼的年轻人也来排队", 7),
        ("记者连续三个夜晚走访沿河工地，发现渣土车仍在抄近路", 6),
        ("东城港务局副局长周立民：冷链码头明年六月投用之后，鲜货从船舱到菜市场只要两个小时", 9),
        ("他把一百四十本航海日志捐给了市档案馆，只留下一只怀表", 5),
    ])
    func `decks of many lines break between words`(_ deck: String, _ em: Int) throws {
        let (shaped, words) = try shaped(deck)
        let measure = Length(scaled: shaped.em * em)
        let side = HeadSide(text: shaped, breaks: HeadlineBreaks(shaped, words: words))
        let lines = side.lines(in: measure)
        #expect(lines.count > 4)
        #expect(lines.map { shaped.text(of: $0) }.joined() == deck)
        #expect(lines.allSatisfy { shaped.totals(of: $0).natural <= measure.scaled })
        let starts = Set(words.map(\.start))
        for line in lines { #expect(starts.contains(shaped.starts[line.lowerBound]), "\(shaped.text(of: line))") }
    }
}
