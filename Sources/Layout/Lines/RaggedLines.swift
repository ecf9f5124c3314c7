/// Sets a stretch of text with a ragged edge: each line takes what it holds at its natural width, and nothing is stretched
/// or squeezed. Breaks that composition avoids are taken only where a line has no other.
func raggedLines(_ text: ShapedText, units: Range<Int>, into measure: Measure, hanging: Bool = false) -> [Line] {
    var lines: [Line] = []
    var start = units.lowerBound
    while start < units.upperBound {
        let indent = lines.isEmpty ? measure.firstIndent : measure.hangingIndent
        let room = measure.width - indent
        var end: Int?
        var avoided: Int?
        for next in (start + 1)...units.upperBound {
            if next < units.upperBound, text.opportunities[next] == .forbidden { continue }
            let line = text.trimmed(start..<next)
            let fit = text.fit(line, into: room, isLast: true, hangs: hanging)
            // What must shrink does not fit; where nothing fits, the shortest line sticks out.
            if fit.shrinkTotal > 0 || fit.overfull > 0, end != nil || avoided != nil { break }
            if case .allowed(let penalty) = text.opportunities[next < units.upperBound ? next : start],
                next < units.upperBound, penalty >= BreakCosts.notForFitting
            {
                avoided = next
            } else {
                end = next
            }
            if fit.shrinkTotal > 0 || fit.overfull > 0 { break }
        }
        let next = end ?? avoided ?? units.upperBound
        let line = text.trimmed(start..<next)
        var fit = LineFit()
        fit.natural = text.totals(of: line).natural
        let wanted = text.fit(line, into: room, isLast: true, hangs: hanging)
        fit.isHanging = wanted.isHanging
        if wanted.isHanging { fit.natural = wanted.natural }
        fit.short = max(0, room - fit.natural)
        fit.overfull = max(0, fit.natural - room)
        lines.append(
            Line(units: line, indent: indent, measure: room, fit: fit, isLast: next == units.upperBound))
        start = next
    }
    return lines
}
