/// Breaks a paragraph into lines: the cheapest of all ways, with shrinking and stretching inside the cost
/// (after Knuth & Plass 1981; the ladder of ranks in place of one ratio).
///
/// Every unit is set exactly once. What cannot be set well is set as well as it can be: the last pass lets lines stick
/// out, and `LineFit.overfull` says by how much.
/// - Complexity: linear in the units; only the few starts that can reach an end are looked at.
public func breakLines(_ text: ShapedText, into measure: Measure, hanging: Bool = false) -> [Line] {
    var lines: [Line] = []
    var measure = measure
    for segment in text.segments {
        lines += breakLines(text, units: segment, into: measure, hanging: hanging)
        measure.firstIndent = measure.hangingIndent
    }
    return lines
}

/// Breaks one segment of a paragraph.
func breakLines(_ text: ShapedText, units: Range<Int>, into measure: Measure, hanging: Bool = false) -> [Line] {
    LineSearch(
        text: text, units: units, width: measure.width, firstIndent: measure.firstIndent,
        nextIndent: measure.hangingIndent, hanging: hanging
    ).run()
}

/// The greatest stretch of a joint in the first pass, in thousandths of an em.
let strictStretchLimit = 170

/// The search over one segment of a paragraph.
private struct LineSearch {
    let text: ShapedText
    let units: Range<Int>
    let width: Int
    let firstIndent: Int
    let nextIndent: Int
    let hanging: Bool

    /// The best way to set everything before a break, with a last line of one tightness.
    private struct Way {
        var cost: Int
        /// Index of the node before, and the tightness of the line before that one.
        var previous: Int
        var previousTightness: Int
        var fit: LineFit
    }

    private struct Node {
        var position: Int
        var penalty: Int
        /// By tightness of the line that ends here.
        var ways: [Way?] = [nil, nil, nil, nil]
    }

    /// The greatest stretch of a joint that each pass allows, in thousandths of an em.
    private static let passes = [strictStretchLimit, 400, Int.max]

    func run() -> [Line] {
        for limit in LineSearch.passes {
            if let lines = search(stretchLimit: limit, allowsOverfull: limit == Int.max) { return lines }
        }
        preconditionFailure("the last pass accepts every line")
    }

    private func indent(at position: Int) -> Int { position == units.lowerBound ? firstIndent : nextIndent }

    private func search(stretchLimit: Int, allowsOverfull: Bool) -> [Line]? {
        var nodes = [Node(position: units.lowerBound, penalty: 0)]
        nodes[0].ways[1] = Way(cost: 0, previous: -1, previousTightness: 1, fit: LineFit())
        var firstActive = 0
        for end in (units.lowerBound + 1)...units.upperBound {
            let isLast = end == units.upperBound
            var penalty = 0
            if !isLast {
                guard case .allowed(let price) = text.opportunities[end] else { continue }
                penalty = price
            }
            var node = Node(position: end, penalty: penalty)
            var reached = false
            var index = nodes.count - 1
            var lowestFitting = nodes.count
            while index >= firstActive {
                let start = nodes[index].position
                let line = text.trimmed(start..<end)
                let room = width - indent(at: start)
                let fit = text.fit(line, into: room, isLast: isLast, hangs: hanging)
                if fit.overfull > 0 {
                    // Starts further back are longer still. An overfull line is taken only where nothing else ends here.
                    if allowsOverfull, !reached { reached = extend(&node, from: nodes, at: index, fit) }
                    break
                }
                lowestFitting = index
                if fit.perJoint <= stretchLimit { reached = extend(&node, from: nodes, at: index, fit) || reached }
                index -= 1
            }
            if reached { nodes.append(node) }
            firstActive = allowsOverfull ? 0 : max(firstActive, min(lowestFitting, nodes.count - 1))
            if firstActive >= nodes.count { return nil }
        }
        guard let last = nodes.last, last.position == units.upperBound else { return nil }
        return lines(from: nodes)
    }

    private func extend(_ node: inout Node, from nodes: [Node], at index: Int, _ fit: LineFit) -> Bool {
        var reached = false
        let tightness = fit.tightness
        for before in 0..<4 {
            guard let way = nodes[index].ways[before] else { continue }
            var cost = way.cost + fit.cost + node.penalty
            if index > 0, abs(before - tightness) > 1 { cost += LineCosts.tightnessJump }
            reached = true
            if let known = node.ways[tightness], known.cost <= cost { continue }
            node.ways[tightness] = Way(cost: cost, previous: index, previousTightness: before, fit: fit)
        }
        return reached
    }

    private func lines(from nodes: [Node]) -> [Line] {
        var index = nodes.count - 1
        var tightness = 0
        var best = Int.max
        for candidate in 0..<4 {
            if let way = nodes[index].ways[candidate], way.cost < best {
                best = way.cost
                tightness = candidate
            }
        }
        var lines: [Line] = []
        while index > 0, let way = nodes[index].ways[tightness] {
            let start = nodes[way.previous].position
            let indent = indent(at: start)
            lines.append(
                Line(
                    units: text.trimmed(start..<nodes[index].position), indent: indent, measure: width - indent,
                    fit: way.fit, isLast: nodes[index].position == units.upperBound))
            index = way.previous
            tightness = way.previousTightness
        }
        return lines.reversed()
    }
}
