/// Breaks a paragraph into exactly so many lines, the cheapest of all ways (looseness: copy-fitting asks a paragraph for a
/// line more or fewer).
///
/// - Parameter limit: the greatest stretch of a joint, in thousandths of an em.
/// - Returns: the lines and their cost; nil when no way keeps to the limit without squeezing sentence stops.
func breakLines(
    _ text: ShapedText, into measure: Measure, count: Int, stretchLimit limit: Int, hanging: Bool = false
) -> (lines: [Line], cost: Int)? {
    let segments = text.segments
    guard segments.count == 1, let units = segments.first, count > 0 else { return nil }
    var positions = [units.lowerBound]
    for unit in units.dropFirst() {
        // Copy-fitting takes no break that composition would avoid.
        if case .allowed(let price) = text.opportunities[unit], price < BreakCosts.notForFitting {
            positions.append(unit)
        }
    }
    positions.append(units.upperBound)
    let edges = edges(of: text, positions: positions, measure: measure, limit: limit, hanging: hanging)

    // best[line][position]: the cheapest way to have set so many lines up to there.
    var best: [[(cost: Int, from: Int)?]] = [Array(repeating: nil, count: positions.count)]
    best[0][0] = (0, -1)
    for line in 1...count {
        var row: [(cost: Int, from: Int)?] = Array(repeating: nil, count: positions.count)
        for end in positions.indices.dropFirst() {
            for edge in edges[end] {
                guard let before = best[line - 1][edge.start] else { continue }
                let cost = before.cost + edge.cost
                if row[end].map({ cost < $0.cost }) ?? true { row[end] = (cost, edge.start) }
            }
        }
        best.append(row)
    }
    guard let total = best[count][positions.count - 1]?.cost else { return nil }
    var lines: [Line] = []
    var end = positions.count - 1
    for line in stride(from: count, to: 0, by: -1) {
        guard let start = best[line][end]?.from, let edge = edges[end].first(where: { $0.start == start }) else {
            return nil
        }
        let indent = start == 0 ? measure.firstIndent : measure.hangingIndent
        lines.append(
            Line(
                units: text.trimmed(positions[start]..<positions[end]), indent: indent,
                measure: measure.width - indent, fit: edge.fit, isLast: end == positions.count - 1))
        end = start
    }
    return (lines.reversed(), total)
}

/// A line that may end at a position.
private struct Edge {
    var start: Int
    var fit: LineFit
    var cost: Int
}

/// For each position, the lines that may end there.
private func edges(
    of text: ShapedText, positions: [Int], measure: Measure, limit: Int, hanging: Bool
) -> [[Edge]] {
    positions.indices.map { end in
        var result: [Edge] = []
        var penalty = 0
        let isLast = end == positions.count - 1
        if end > 0, !isLast, case .allowed(let price) = text.opportunities[positions[end]] { penalty = price }
        for start in stride(from: end - 1, through: 0, by: -1) {
            let room = measure.width - (start == 0 ? measure.firstIndent : measure.hangingIndent)
            let fit = text.fit(
                text.trimmed(positions[start]..<positions[end]), into: room, isLast: isLast, hangs: hanging)
            if fit.overfull > 0 { break }
            // Too short as yet: a start further back makes a longer line.
            if fit.perJoint <= limit, fit.stopShrink == 0, fit.cost < LineCosts.standard.loneLetter {
                result.append(Edge(start: start, fit: fit, cost: fit.cost + penalty))
            }
        }
        return result
    }
}
