/// A story parted at the end of a sentence: what stays, and what is cut or goes on on another page.
struct StorySplit {
    /// How many sentences stay: what stands in a plan.
    var after: Int
    var first: [Block]
    var rest: [Block]
    /// Characters of the two parts, spaces not counted.
    var kept: Int
    var left: Int
    /// Whether a paragraph ends here.
    var endsParagraph: Bool

    /// The text of what does not stay.
    var restText: String { rest.map(\.plainText).joined(separator: "\n") }
}

extension Story {
    /// Every place where the body may be parted, from the top: at the end of a sentence, never under a crosshead.
    var splits: [StorySplit] {
        var splits: [StorySplit] = []
        var first: [Block] = []
        let all = body.reduce(0) { $0 + $1.characterCount }
        var kept = 0
        for (index, block) in body.enumerated() {
            let later = Array(body.dropFirst(index + 1))
            let parts = block.sentences
            for count in 1..<max(1, parts.count) {
                let one = block.with(spans: parts.prefix(count).flatMap { $0 })
                let rest = block.with(spans: parts.dropFirst(count).flatMap { $0 }, isContinued: true)
                let stays = kept + one.characterCount
                splits.append(
                    StorySplit(
                        after: splits.count + 1, first: first + [one], rest: [rest] + later, kept: stays,
                        left: all - stays, endsParagraph: false))
            }
            first.append(block)
            kept += block.characterCount
            splits.append(
                StorySplit(
                    after: splits.count + 1, first: first, rest: later, kept: kept, left: all - kept,
                    endsParagraph: true))
        }
        return splits.filter { split in
            guard !split.rest.isEmpty, let last = split.first.last else { return false }
            if case .crosshead = last { return false }
            return true
        }
    }

    /// Where it may be cut (`keep:`): the least cut first, not more than are worth looking at.
    var cuts: [StorySplit] {
        guard let keep else { return [] }
        let all = splits.reversed().filter { $0.kept >= keep }
        let step = max(1, (all.count + 9) / 10)
        return all.enumerated().filter { ($0.offset + 1) % step == 0 || $0.offset == 0 }.map(\.element)
    }

    /// Where it may go on on another page (`jump:`): between a third and four fifths, between paragraphs where it can.
    var jumps: [StorySplit] {
        guard jump != nil else { return [] }
        let middle = splits.filter {
            let part = $0.kept * 100 / max(1, $0.kept + $0.left)
            return (30...80).contains(part) && $0.left >= 60
        }
        let ends = middle.filter(\.endsParagraph)
        let all = ends.isEmpty ? middle : ends
        let step = max(1, (all.count + 7) / 8)
        return all.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    }
}

extension Block {
    private var paragraph: Paragraph? {
        switch self {
        case .paragraph(let paragraph), .crosshead(let paragraph), .listItem(_, let paragraph),
            .quote(let paragraph), .verse(let paragraph):
            paragraph
        case .table: nil
        }
    }

    /// The text alone.
    public var plainText: String {
        if case .table(let table) = self {
            return ([table.head] + table.rows).map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
        }
        return paragraph?.text ?? ""
    }

    /// Spaces not counted.
    var characterCount: Int { plainText.unicodeScalars.count { $0 != " " && $0 != "\n" && $0 != "\u{3000}" } }

    /// - Parameter isContinued: what goes on inside an item has no label of its own.
    func with(spans: [Span], isContinued: Bool = false) -> Block {
        switch self {
        case .paragraph(let old): .paragraph(Paragraph(spans, at: old.place))
        case .quote(let old): .quote(Paragraph(spans, at: old.place))
        case .listItem(let label, let old):
            .listItem(label: isContinued ? "" : label, Paragraph(spans, at: old.place))
        case .crosshead, .verse, .table: self
        }
    }

    /// The spans of each sentence; one for what is not parted.
    fileprivate var sentences: [[Span]] {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph):
            paragraph.sentences
        case .crosshead, .verse, .table: [paragraph?.spans ?? []]
        }
    }
}

extension Paragraph {
    /// A sentence ends after 。！？ and the closing marks behind them, outside brackets and quotation marks
    /// (GB/T 15834-2011, 4.1 to 4.3).
    fileprivate var sentences: [[Span]] {
        var sentences: [[Span]] = []
        var open: [Span] = []
        var depth = 0
        var isEnding = false
        for span in spans {
            var text = ""
            func flush() {
                guard !text.isEmpty else { return }
                var part = span
                part.text = text
                open.append(part)
                text = ""
            }
            for scalar in span.text.unicodeScalars {
                let closes = "”’）》」』】".unicodeScalars.contains(scalar)
                // A word with a reading is not parted.
                let isInsideReading = span.ruby != nil && !text.isEmpty
                if isEnding, !closes, !isInsideReading, !"。！？…".unicodeScalars.contains(scalar) {
                    flush()
                    sentences.append(open)
                    (open, isEnding) = ([], false)
                }
                if "“‘（《「『【".unicodeScalars.contains(scalar) { depth += 1 }
                if closes { depth = max(0, depth - 1) }
                text.unicodeScalars.append(scalar)
                if "。！？".unicodeScalars.contains(scalar), depth == 0 { isEnding = true }
            }
            flush()
        }
        if !open.isEmpty { sentences.append(open) }
        return sentences
    }
}
