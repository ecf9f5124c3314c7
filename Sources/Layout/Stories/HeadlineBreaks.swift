/// One way to part a headline into lines.
struct HeadlineWay: Hashable, Sendable {
    /// Units of the headline, without the spaces around them.
    var lines: [Range<Int>]
    /// What its breaks do to the meaning, all together and the worst of them: see `HeadlineGrammar`.
    var meaning: Int
    var worst: Int
    /// The meaning, and how unlike the lines are in length.
    var cost: Int

    /// 0: a subeditor passes all its breaks; above that, how bad the worst of them is.
    var harm: Int { worst / HeadlineGrammar.refused }
    var isDoubtful: Bool { worst > HeadlineGrammar.passed }
}

/// The most lines that press gives a headline by itself.
let mostHeadlineLines = 4

/// Where a head, a kicker, a deck or a quote may be parted into lines, and what each break costs.
///
/// Lines that the editor set by hand are kept. Else the text breaks where the copy has a space, then where its meaning
/// does, then where lines come out alike (ARCHITECTURE.md).
struct HeadlineBreaks: Sendable {
    /// The best ways into one, two, three, four lines: `ways[n - 1]` for n lines, the best first, each other one dearer and
    /// narrower than those before it. All breaks are looked at.
    private(set) var ways: [[HeadlineWay]]
    /// For texts of more lines.
    private let prices: HeadlinePrices

    /// - Parameter words: the words of the text; empty where nobody knows them.
    init(_ text: ShapedText, words: [Word] = []) {
        let given = text.segments.map(text.trimmed)
        ways = Array(repeating: [], count: max(mostHeadlineLines, given.count))
        prices = HeadlinePrices(text, given, words)
        if given.count > 0 {
            ways[given.count - 1] = [HeadlineWay(lines: given, meaning: 0, worst: 0, cost: 0)]
        }
        if given.count == 1 {
            for (index, ways) in HeadlineSearch(text, prices).ways().enumerated() { self.ways[index + 1] = ways }
        }
    }

    /// Whether the editor set the lines.
    var isSet: Bool { ways[0].isEmpty }

    /// The best way into so many lines, four or fewer, that fits.
    func way(of count: Int, where fits: (Range<Int>) -> Bool) -> HeadlineWay? {
        guard ways.indices.contains(count - 1) else { return nil }
        return ways[count - 1].first { $0.lines.allSatisfy(fits) }
    }

    /// The way that fits and does the meaning the least harm, in as few lines as that takes; nil where a word is too wide.
    func way(of text: ShapedText, where fits: (Range<Int>) -> Bool) -> HeadlineWay? {
        func isBetter(_ a: HeadlineWay, _ b: HeadlineWay) -> Bool {
            (a.harm, a.lines.count) < (b.harm, b.lines.count)
        }
        let few = ways.indices.compactMap { way(of: $0 + 1, where: fits) }.min(by: isBetter)
        if let few, few.harm == 0 { return few }
        return [few, prices.way(of: text, where: fits)].compactMap { $0 }.min(by: isBetter)
    }
}
