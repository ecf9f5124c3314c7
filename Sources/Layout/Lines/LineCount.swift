/// Breaks a paragraph into exactly so many lines, the cheapest of all ways (looseness: copy-fitting asks a paragraph for a
/// line more or fewer).
///
/// - Parameter limit: the greatest stretch of a joint, in thousandths of an em.
/// - Returns: the lines and their cost; nil when no way keeps to the limit without squeezing sentence stops.
func breakLines(
    _ text: ShapedText, into measure: Measure, count: Int, stretchLimit limit: Int, hanging: Bool = false
) -> (lines: [Line], cost: Int)? {
    var paragraph = CountedParagraph(text, into: measure, stretchLimit: limit, hanging: hanging)
    return paragraph?.lines(count: count)
}

/// A paragraph that is asked for one number of lines and then for another: what both have in common is worked out once.
struct CountedParagraph {
    private let text: ShapedText
    private let measure: Measure
    private let hanging: Bool
    /// Where lines may begin and end.
    private let positions: [Int]
    /// The lines that may stand: those that end at one position follow each other, the shortest first.
    private var edges: [Edge] = []
    /// By position, where those that end there begin; and their end.
    private var firstEdge: [Int] = [0]
    /// By number of lines and position, the cheapest way to have set so many up to there.
    private var rows: [[Way]]

    /// A line that may end at a position.
    private struct Edge {
        var start: Int
        var cost: Int
    }

    private struct Way {
        var cost = Int.max
        var from = -1
    }

    /// - Parameter limit: the greatest stretch of a joint, in thousandths of an em.
    /// - Returns: nil for a paragraph in which the writer asked for breaks.
    init?(_ text: ShapedText, into measure: Measure, stretchLimit limit: Int, hanging: Bool = false) {
        let segments = text.segments
        guard segments.count == 1, let units = segments.first else { return nil }
        self.text = text
        self.measure = measure
        self.hanging = hanging
        var positions = [units.lowerBound]
        for unit in units.dropFirst() {
            // Copy-fitting takes no break that composition would avoid.
            if case .allowed(let price) = text.opportunities[unit], price < BreakCosts.notForFitting {
                positions.append(unit)
            }
        }
        positions.append(units.upperBound)
        self.positions = positions
        rows = [Array(repeating: Way(), count: positions.count)]
        rows[0][0].cost = 0
        for end in positions.indices {
            addEdges(of: text, to: end, limit)
            firstEdge.append(edges.count)
        }
    }

    private mutating func addEdges(of text: ShapedText, to end: Int, _ limit: Int) {
        var penalty = 0
        let isLast = end == positions.count - 1
        if end > 0, !isLast, case .allowed(let price) = text.opportunities[positions[end]] { penalty = price }
        for start in stride(from: end - 1, through: 0, by: -1) {
            // Nothing leads there: only far enough back is it certain that no line is that long.
            guard start == 0 || firstEdge[start] < firstEdge[start + 1] else {
                if text.natural(positions[start]..<positions[end]) > measure.width * 3 { break }
                continue
            }
            let units = text.trimmed(positions[start]..<positions[end])
            let room = self.room(from: start)
            // Too short as yet: a start further back makes a longer line.
            if !isLast, text.most(units, limit: limit) < room { continue }
            let fit = text.fit(units, into: room, isLast: isLast, hangs: hanging)
            if fit.overfull > 0 { break }
            if fit.perJoint <= limit, fit.stopShrink == 0, fit.cost < LineCosts.standard.loneLetter {
                edges.append(Edge(start: start, cost: fit.cost + penalty))
            }
        }
    }

    private func indent(from start: Int) -> Int { start == 0 ? measure.firstIndent : measure.hangingIndent }
    private func room(from start: Int) -> Int { measure.width - indent(from: start) }

    /// The cheapest of all ways into so many lines, and its cost; nil where there is none.
    mutating func lines(count: Int) -> (lines: [Line], cost: Int)? {
        guard count > 0 else { return nil }
        while rows.count <= count { rows.append(next(after: rows[rows.count - 1])) }
        var end = positions.count - 1
        let total = rows[count][end].cost
        guard total < .max else { return nil }
        var lines: [Line] = []
        for line in stride(from: count, to: 0, by: -1) {
            let start = rows[line][end].from
            let units = text.trimmed(positions[start]..<positions[end])
            let isLast = end == positions.count - 1
            let fit = text.fit(units, into: room(from: start), isLast: isLast, hangs: hanging)
            lines.append(
                Line(
                    units: units, indent: indent(from: start), measure: room(from: start), fit: fit, isLast: isLast)
            )
            end = start
        }
        return (lines.reversed(), total)
    }

    private func next(after row: [Way]) -> [Way] {
        var next = Array(repeating: Way(), count: row.count)
        for end in row.indices {
            for edge in edges[firstEdge[end]..<firstEdge[end + 1]] where row[edge.start].cost < .max {
                let cost = row[edge.start].cost + edge.cost
                if cost < next[end].cost { next[end] = Way(cost: cost, from: edge.start) }
            }
        }
        return next
    }
}

extension ShapedText {
    fileprivate func natural(_ units: Range<Int>) -> Int {
        totals[units.upperBound - 1].natural - totals[units.lowerBound].natural
    }

    /// How wide a trimmed line can be at most while no joint is stretched by more than `limit`: a bound, each of its whites as
    /// wide as `fit` may make it.
    fileprivate func most(_ units: Range<Int>, limit: Int) -> Int {
        guard let last = units.last else { return 0 }
        let first = units.lowerBound
        let gaps =
            totals[last].wordSpaces - totals[first].wordSpaces + totals[last].hanWesterns
            - totals[first].hanWesterns
        let blanks = totals[last].blanks - totals[first].blanks
        let letters = totals[last].letters - totals[first].letters
        let joints = totals[last].joints - totals[first].joints
        let natural =
            self.natural(units) + widths[last] + blanksAtStart[first] + blanksAtEnd[last]
            + (hyphen(before: units.upperBound)?.width ?? 0)
        return natural + (joints + gaps + 1) * (limit * em / 1000 + 1) + gaps * em
            + (letters * LineCosts.standard.mostPerLetter + blanks * LineCosts.standard.mostPerBlank) * em / 1000
    }
}
