import Testing

@testable import Layout

/// What `press inspect` tells, against what the breaker does.
@Suite struct InspectionTests {
    private func measure(_ ems: Int, indent: Int = 0) -> Measure {
        Measure(width: .points(ems * 10), firstIndent: .points(indent * 10))
    }

    @Test(arguments: [
        // text, advance of each cluster, gaps behind them
        ("汉，字", [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]), ("，“汉", [1.0, 0.5, 1.0], [0, 0, 0]),
        ("汉（“字”）", [1, 1, 0.5, 1, 0.5, 0.5], []),
        ("汉A", [1.0, 0.5], [0.25, 0]), ("汉 A", [1.0, 0.0, 0.5], [0, 0.25, 0]), ("A B", [0.5, 0.25, 0.5], []),
        ("汉， 字", [1.0, 1.0, 0.0, 1.0], []), ("汉 “字", [1.0, 0.0, 1.0, 1.0], []), ("汉。", [1.0, 0.5], []),
        ("汉。\n字", [1.0, 0.5, 0.0, 1.0], []), ("汉——字", [1.0, 2.0, 1.0], []), ("李 明", [1.0, 0.5, 1.0], []),
    ])
    func advances(text: String, advances: [Double], gaps: [Double]) {
        let shaped = shaped(text)
        let clusters = shaped.inspectedClusters(locale: .chinese)
        #expect(clusters.map { shaped.inEm($0.advance) } == advances)
        #expect(gaps.isEmpty || clusters.map { shaped.inEm($0.gap) } == gaps)
        #expect(clusters.map { shaped.text(bytes: $0.bytes) }.joined() == text)
    }

    @Test(arguments: [
        // text, Line_Break of each cluster, ÷ where a line may end before it
        ("a b", "AL SP AL", "×× ÷".filter { $0 != " " }), ("汉，字", "ID CL ID", "××÷"), ("“汉”", "QU ID QU", "×××"),
        ("あぁ", "ID CJ", "××"),
        ("①②", "AI AI", "××"), ("$5%", "PR NU PO", "×××"), ("\u{200B}\u{308}汉", "ZW CM ID", "×÷÷"),
        ("a\u{308}汉", "AL ID", "×÷"),
    ])
    func root(text: String, classes: String, breaks: String) {
        var rules = TextRules()
        rules.locale = .root
        let clusters = shaped(text, rules: rules).inspectedClusters(locale: .root)
        #expect(clusters.map(\.letter).joined(separator: " ") == classes)
        #expect(clusters.map { $0.before == .forbidden ? "×" : "÷" }.joined() == breaks)
    }

    /// By rank, the ladder's first first.
    private func given(_ fit: LineFit) -> [Int] {
        [
            fit.endTrim, fit.wordSpaceShrink, fit.bracketShrink, fit.pauseShrink, fit.hanWesternShrink,
            fit.stopShrink,
            max(0, -fit.jointStretch),
        ]
    }

    /// What gives first when a line must be pushed in: each rank is used up before the next is touched (`docs/line-breaking.md`).
    @Test func ranksAreUsedInTheLaddersOrder() {
        let text = shaped("看（甲），乙；the cat，丙A丁。戊？己")
        let units = 0..<text.count
        let natural = text.totals(of: units).natural
        let full = text.fit(units, into: 1, isLast: true)
        let capacity = given(full)
        for squeeze in stride(from: 0, through: capacity.reduce(0, +), by: 4096) {
            let fit = text.fit(units, into: natural - squeeze, isLast: true)
            let taken = given(fit)
            #expect(taken.reduce(0, +) == squeeze && fit.overfull == 0)
            // Sentence stops and joints are the last resorts, one or the other.
            for rank in 1..<taken.count where taken[rank] > 0 {
                #expect(taken.prefix(min(rank, 5)).elementsEqual(capacity.prefix(min(rank, 5))))
            }
        }
    }

    @Test(arguments: [
        // text, measure, what each line's ranks give
        ("一，二三四五。六七八九十", 6, "shrink1 0.029 shrink5 0.471 | "), ("一二三四五六七八九十", 5, " | "),
        ("一（二）三四五。六七八九", 7, "shrink1 0.029 shrink4 0.471 | "),
        ("一二三四五六七A八九十甲乙", 8, "stretch2 0.083 stretch3 0.167 | "),
    ])
    func adjustments(text: String, measure: Int, expected: String) {
        let shaped = shaped(text)
        let lines = inspect(shaped, into: self.measure(measure)).lines
        let found = lines.map { line in
            line.adjustments.map { "\($0.rank.rawValue) \((shaped.inEm($0.amount) * 1000).rounded() / 1000)" }
                .joined(separator: " ")
        }
        #expect(found.joined(separator: " | ") == expected)
    }

    /// Costs add up, widths are the measure's, and no other way is cheaper than the one taken.
    @Test(arguments: 0..<40)
    func properties(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = shaped(randomProse(using: &random))
        let measure = measure(Int.random(in: 8...20, using: &random), indent: 2)
        let found = inspect(text, into: measure, findsRunnersUp: true)
        #expect(found.cost == found.lines.reduce(0) { $0 + $1.cost })
        #expect(
            found.lines.map(\.bytes)
                == breakLines(text, into: measure).map {
                    text.starts[$0.units.lowerBound]..<text.starts[$0.units.upperBound]
                })
        for line in found.lines where !line.isLast && line.overfull == 0 && !line.adjustments.isEmpty {
            #expect(line.indent + line.width == measure.width)
        }
        if found.passes == 1, let next = found.runnersUp.first {
            #expect(next.cost >= found.cost && next.chosen == found.cost)
            #expect(next.lines.map(\.bytes) != found.lines.map(\.bytes))
            #expect(next.lines.indices.contains(next.worstLine))
        }
        let total = text.inspectedClusters(locale: .chinese).reduce(0) { $0 + $1.advance + $1.gap }
        #expect(total == text.naturalWidth)
    }

    @Test(arguments: [
        ("文文文文文文々字字", 6, ["文文文文文", "文々字字"]), ("一二三四五六七八九十", 4, ["一二三四", "五六七八", "九十"]),
        ("the cat sat", 3, ["the", "cat", "sat"]), ("internationalization", 3, ["internationalization"]),
        ("甲乙丙丁，戊", 4, ["甲乙丙", "丁，戊"]), ("甲乙丙，丁戊", 4, ["甲乙丙，", "丁戊"]),
    ])
    func raggedLinesTakeWhatTheyHold(text: String, measure: Int, lines: [String]) {
        let shaped = shaped(text)
        let found = inspect(shaped, into: self.measure(measure), as: .ragged)
        #expect(found.lines.map { shaped.text(bytes: $0.bytes) } == lines)
        #expect(found.lines.allSatisfy { $0.adjustments.isEmpty && $0.width == $0.natural })
    }

    @Test func paragraphsHaveTheIndentLinesHaveNot() {
        let text = shaped("甲乙丙\n丁戊\u{2028}己庚")
        let lines = inspect(text, into: measure(8, indent: 2)).lines
        #expect(lines.map { text.inEm($0.indent) } == [2, 2, 0])
    }

    @Test func headlinesTakeAsFewLinesAsTheyNeed() {
        let text = shaped("老石桥今晨重新通行")
        func lines(_ measure: Int) -> [String] {
            inspect(
                text, into: self.measure(measure),
                as: .headline(words: [
                    Word(start: 0, kind: .noun), Word(start: 9, kind: .noun), Word(start: 15, kind: .verb),
                ])
            ).lines.map {
                text.text(bytes: $0.bytes)
            }
        }
        #expect(lines(9) == ["老石桥今晨重新通行"])
        #expect(lines(6).count == 2 && lines(6).joined() == text.text)
    }

    @Test(arguments: ["", " ", "\n", "\n\n", "，", "汉"])
    func smallTexts(text: String) {
        let shaped = shaped(text)
        #expect(inspect(shaped, into: measure(3), findsRunnersUp: true).runnersUp.isEmpty)
        #expect(shaped.inspectedClusters(locale: .root).count == shaped.count)
    }
}

extension ShapedText {
    fileprivate func text(bytes: Range<Int>) -> String { String(decoding: Array(text.utf8)[bytes], as: UTF8.self) }
}
