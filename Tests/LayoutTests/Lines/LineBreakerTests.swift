import Testing

@testable import Layout

@Suite struct LineBreakerTests {
    @Test(arguments: [
        ("一二三四五六七八九十", 5, ["一二三四五", "六七八九十"]),
        // The stop is pushed in: its line has a comma to give.
        ("一，二三四五。六七八九十", 6, ["一，二三四五。", "六七八九十"]),
        // Never one letter on the last line.
        ("一二三四五六七八九十一二三四五六七八九十一二三四五六七", 13, ["一二三四五六七八九十一二", "三四五六七八九十一二三四五", "六七"]),
        // xeCJK's CheckSingle: the last letter does not stand alone with its stop.
        ("一二三四五六七八九十一二三四五六七八九十。", 10, ["一二三四五六七八九十", "一二三四五六七八九十。"]),
        ("二〇二六年\n十一月", 8, ["二〇二六年", "十一月"]),
    ])
    func examples(text: String, measure: Int, lines: [String]) {
        #expect(shaped(text).lines(measure) == lines)
    }

    @Test func wordLongerThanTheMeasureStandsOut() {
        let text = shaped("看abcdefghijklmnopqrst吧")
        let lines = breakLines(text, into: Measure(width: .points(60)))
        #expect(lines.contains { $0.fit.overfull > 0 })
        #expect(lines.map { text.text(of: $0.units) }.joined() == text.text)
    }

    /// Every unit once and in order; justified lines end at the measure to the scaled point; never dearer than greedy.
    @Test(arguments: 0..<120)
    func properties(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = shaped(randomProse(using: &random), hyphenates: true)
        let measure = Measure(width: .points(Int.random(in: 6...24, using: &random) * 10), firstIndent: .points(20))
        let lines = breakLines(text, into: measure)
        #expect(
            lines.map { text.text(of: $0.units) }.joined().filter { $0 != " " } == text.text.filter { $0 != " " })
        for line in lines where !line.isLast && line.fit.overfull == 0 && line.fit.short == 0 {
            #expect(text.place(line).right == measure.width)
        }
        #expect(lines == breakLines(text, into: measure))
        if let greedy = greedyLines(text, into: measure) {
            #expect(cost(lines, text) <= cost(greedy, text))
        }
    }

    /// Lines as the breaker prices them: fits, penalties of breaks, jumps of tightness.
    private func cost(_ lines: [Line], _ text: ShapedText) -> Int {
        var sum = 0
        for (index, line) in lines.enumerated() {
            sum += line.fit.cost
            if index > 0 {
                if case .allowed(let penalty) = text.opportunities[line.units.lowerBound] { sum += penalty }
                if abs(lines[index - 1].fit.tightness - line.fit.tightness) > 1 {
                    sum += LineCosts.standard.tightnessJump
                }
            }
        }
        return sum
    }

    /// The plain way: each line takes as much as it holds when pushed in.
    private func greedyLines(_ text: ShapedText, into measure: Measure) -> [Line]? {
        var lines: [Line] = []
        var start = 0
        while start < text.count {
            let indent = start == 0 ? measure.firstIndent : 0
            let room = measure.width - indent
            var best: (end: Int, fit: LineFit)?
            for end in (start + 1)...text.count {
                if end < text.count, text.opportunities[end] == .forbidden { continue }
                let fit = text.fit(text.trimmed(start..<end), into: room, isLast: end == text.count)
                if fit.overfull > 0 { break }
                best = (end, fit)
            }
            guard let best else { return nil }
            lines.append(
                Line(
                    units: text.trimmed(start..<best.end), indent: indent, measure: room, fit: best.fit,
                    isLast: best.end == text.count))
            start = best.end
        }
        return lines
    }
}

/// Sentences of Han with marks, numbers and words, as newspapers have them.
func randomProse(using random: inout SeededGenerator) -> String {
    let pieces = [
        "，", "。", "、", "；", "：“", "。”", "，", "。", "《", "》", "——", "……", "11.6%", "2026年", "GDP", " ", "（", "）",
        "9月18日", "～", "·", "WTO ",
    ]
    var result = "汉"
    for _ in 0..<Int.random(in: 5...60, using: &random) {
        for _ in 0..<Int.random(in: 1...9, using: &random) {
            result.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA0, using: &random))!)
        }
        result += pieces.randomElement(using: &random)!
    }
    return result + "汉字。"
}
