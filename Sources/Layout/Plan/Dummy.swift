/// 版样: a page drawn in characters, for the terminal and for messages.
///
/// A column is `columnWidth` characters wide and a line stands for `rowsPerLine` rows. Full-width characters count as two.
public func dummy(of plan: PagePlan, columnWidth: Int = 9, rowsPerLine: Int = 4) -> String {
    let width = plan.columns * columnWidth + 1
    let height = (plan.rows + rowsPerLine - 1) / rowsPerLine + 1
    var cells = Array(repeating: Array(repeating: UInt8(0), count: width), count: height)
    func line(of row: Int) -> Int { (row * (height - 1) + plan.rows / 2) / max(1, plan.rows) }
    // The row of white between two modules belongs to the upper one: their edges are one line.
    let tops = Set(plan.modules.map(\.rect.rows.lowerBound))
    func foot(_ rect: GridRect) -> Int {
        let end = rect.rows.upperBound
        return tops.contains(end + 1) && !tops.contains(end) ? end + 1 : end
    }
    // Each cell gathers the directions in which lines leave it: 1 up, 2 right, 4 down, 8 left.
    for module in plan.modules {
        let left = module.rect.columns.lowerBound * columnWidth,
            right = module.rect.columns.upperBound * columnWidth
        let top = line(of: module.rect.rows.lowerBound), bottom = line(of: foot(module.rect))
        guard left >= 0, right < width, top >= 0, bottom < height, left < right, top <= bottom else { continue }
        for x in left..<right {
            for y in [top, bottom] {
                cells[y][x] |= 2
                cells[y][x + 1] |= 8
            }
        }
        for y in top..<bottom {
            for x in [left, right] {
                cells[y][x] |= 4
                cells[y + 1][x] |= 1
            }
        }
    }
    let glyphs: [Character] = [
        " ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼",
    ]
    // Some places hold a label; a full-width character takes two cells, the second of them nil.
    var drawn: [[Character?]] = cells.map { row in row.map { glyphs[Int($0)] } }
    for module in plan.modules {
        let left = module.rect.columns.lowerBound * columnWidth,
            right = module.rect.columns.upperBound * columnWidth
        let top = line(of: module.rect.rows.lowerBound), bottom = line(of: foot(module.rect))
        var lines = wrapped(module.subject.name, to: right - left - 3)
        // A long name gives way to what stands below it.
        let room = bottom - top - 1
        if lines.count > max(1, room - 1) { lines = Array(lines.prefix(max(1, room - 1))) }
        lines.append("\(module.rect.width)×\(module.rect.height)" + headLabel(module))
        if let fit = module.fit, fit.white > 0 || fit.overset > 0 {
            lines.append(fit.overset > 0 ? "+\(fit.overset)" : "-\(fit.white)")
        }
        for (offset, text) in lines.enumerated() where top + 1 + offset < bottom {
            put(text, in: &drawn[top + 1 + offset], from: left + 2, to: right - 1)
        }
    }
    return drawn.map { row in
        var text = String(row.compactMap { $0 })
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }.joined(separator: "\n") + "\n"
}

extension PagePlan {
    /// Its number, its cost by name, and how near it comes to the best.
    public var summary: Phrase {
        var text = Phrase(zh: "第 \(page) 版", en: "Page \(page)")
        if !cost.isEmpty {
            let total = cost.reduce(0) { $0 + $1.cost }
            let parts = cost.map { "\($0.name) \($0.cost)" }.joined(separator: ", ")
            text.zh += "　代价 \(total)：\(parts)"
            text.en += "   cost \(total): \(parts)"
        }
        guard let gap else { return text }
        let isBest = isProven && gap == 0
        text.zh += isBest ? "（已证最优）" : "（离最优至多 \(gap)）"
        text.en += isBest ? " (proven best)" : " (at most \(gap) from the best)"
        return text
    }
}

/// The head's size and lines, and whether a hand has fixed the module.
private func headLabel(_ module: Placement) -> String {
    var label = ""
    if let head = module.setting?.head {
        label += " \(head.size.scaled / Length.unitsPerPoint)pt"
        if head.lines > 1 { label += "×\(head.lines)" }
    }
    if module.isLocked { label += " ■" } else if module.isPinned && module.isStory { label += " ▪" }
    return label
}

/// The text in lines of so many cells.
private func wrapped(_ text: String, to cells: Int) -> [String] {
    var lines = [""]
    var used = 0
    for character in text {
        if used + character.cells > cells, used > 0 {
            lines.append("")
            used = 0
        }
        lines[lines.count - 1].append(character)
        used += character.cells
    }
    return lines
}

private func put(_ text: String, in row: inout [Character?], from start: Int, to end: Int) {
    var x = start
    for character in text {
        let cells = character.cells
        guard cells > 0 else { continue }
        guard x + cells <= end else { return }
        row[x] = character
        if cells == 2 { row[x + 1] = nil }
        x += cells
    }
}
