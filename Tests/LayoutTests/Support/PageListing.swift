import Layout

/// A page as text that a person can read and compare: a line for each line of type, with its place in points.
func listing(of page: Page) -> String {
    var lines = ["page \(page.number)"]
    for module in page.modules {
        lines.append(
            "\(module.name) \(place(module.frame.origin)) \(rounded(module.frame.size.width))×\(rounded(module.frame.size.height))"
        )
        for passage in module.passages {
            switch passage.kind {
            case .text(let role, _): lines += textLines(passage, role: role)
            case .figure: lines.append("  figure")
            case .ornament: lines.append("  \(passage.marks.count) rules")
            }
        }
    }
    return lines.joined(separator: "\n")
}

private func textLines(_ passage: Passage, role: Role) -> [String] {
    var lines: [(y: Int, x: Int, text: String)] = []
    for case .glyphs(let run) in passage.marks {
        guard let first = run.glyphs.first else { continue }
        let y = rounded(first.origin.y)
        if let last = lines.last, last.y == y, rounded(first.origin.x) > last.x {
            lines[lines.count - 1].text += run.text
        } else {
            lines.append((y, rounded(first.origin.x), run.text))
        }
    }
    return lines.map { "  \(role.rawValue) \($0.x),\($0.y) \($0.text)" }
}

private func rounded(_ length: Length) -> Int { (length.scaled + 32_768) / 65_536 }

private func place(_ point: Point) -> String { "\(rounded(point.x)),\(rounded(point.y))" }
