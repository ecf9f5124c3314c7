/// The plans as the YAML text that people read, edit and keep under version control. The same plans give the same text.
///
/// Columns and rows are 1-based and inclusive; picture columns and rows count within the story, the first row under the
/// head being 1. What is not written is the default: heads are horizontal.
/// - Parameter remark: what stands as a comment behind a story's name, on one line.
public func planText(
    _ plans: [PagePlan], remark: (PagePlan, Placement) -> String? = { _, _ in nil }
) -> String {
    plans.isEmpty ? "[]\n" : plans.map { pageText($0, remark) }.joined(separator: "\n")
}

private func pageText(_ plan: PagePlan, _ remark: (PagePlan, Placement) -> String?) -> String {
    var text = "- page: \(plan.page)\n"
    text += "  grid: { columns: \(plan.columns), rows: \(plan.rows) }\n"
    if plan.isLocked { text += "  lock: true\n" }
    text += plan.modules.isEmpty ? "  modules: []\n" : "  modules:\n"
    for module in plan.modules { text += moduleText(module, remark: remark(plan, module)) }
    if !plan.modules.isEmpty {
        text += "  tree: \(yaml(treeText(of: plan.modules.map(\.rect), names: plan.modules.map(\.subject.name))))\n"
    }
    if !plan.cost.isEmpty {
        let items = plan.cost.map { "\(yaml($0.name)): \($0.cost)" }.joined(separator: ", ")
        text += "  cost: { total: \(plan.cost.reduce(0) { $0 + $1.cost }), \(items) }\n"
        text += "  proven: \(plan.isProven)\n"
    }
    if let gap = plan.gap { text += "  gap: \(gap)\n" }
    if !plan.unplaced.isEmpty { text += "  unplaced:\n" }
    for story in plan.unplaced {
        text += "    - { story: \(yaml(story.story)), reason: \(story.reason.rawValue) }\n"
    }
    if !plan.edits.isEmpty { text += "  edits:\n" }
    for edit in plan.edits { text += "    - \(editText(edit))\n" }
    return text
}

private func editText(_ edit: PlanEdit) -> String {
    switch edit {
    case .swap(let one, let other): "swap: [\(yaml(one)), \(yaml(other))]"
    case .nudgeBelow(let story, let rows): "nudge: { below: \(yaml(story)), rows: \(rows) }"
    case .nudgeRight(let story, let columns): "nudge: { right-of: \(yaml(story)), columns: \(columns) }"
    }
}

private func moduleText(_ module: Placement, remark: String?) -> String {
    var text = "    - story: \(yaml(module.subject.name))"
    if let remark { text += "  # " + remark }
    text += "\n      columns: \(inclusive(module.rect.columns))\n      rows: \(inclusive(module.rect.rows))\n"
    if module.isPinned { text += "      pin: true\n" }
    if module.isLocked { text += "      lock: true\n" }
    guard let setting = module.setting else { return text }
    let head = setting.head
    text += "      head: { size: \(points(head.size)), lines: \(head.lines)"
    if let columns = head.columns { text += ", columns: \(inclusive(columns))" }
    text += head.direction == .vertical ? ", direction: vertical }\n" : " }\n"
    if setting.isBoxed { text += "      box: true\n" }
    switch setting.extent {
    case .whole: break
    case .cut(let sentences): text += "      cut: \(sentences)\n"
    case .jump(let sentences): text += "      jump: \(sentences)\n"
    case .continued(let sentences): text += "      from: \(sentences)\n"
    }
    for (index, picture) in setting.pictures.enumerated() {
        if index == 0 { text += "      pictures:\n" }
        text += "        - { picture: \(picture.picture + 1), columns: \(inclusive(picture.columns)),"
        text += " rows: \(inclusive(picture.rows))\(picture.isAtTop ? ", top: true" : "") }\n"
    }
    if setting.innerColumns != module.rect.width { text += "      inner: \(setting.innerColumns)\n" }
    let knobs = [("extra", setting.extraRows), ("longer", setting.longer)].filter { $0.1 != 0 }
    if !knobs.isEmpty {
        text += "      knobs: { \(knobs.map { "\($0.0): \($0.1)" }.joined(separator: ", ")) }\n"
    }
    if let fit = module.fit {
        let isFull = fit.white == 0 && fit.overset == 0
        text += isFull ? "      fit: full\n" : "      fit: { white: \(fit.white), over: \(fit.overset) }\n"
    }
    return text
}

/// A half-open range of 0-based numbers as people count.
private func inclusive(_ range: Range<Int>) -> String { "\(range.lowerBound + 1)-\(range.upperBound)" }

/// Points with as many decimals as they need, at most three.
private func points(_ length: Length) -> String {
    let thousandths = (length.scaled * 1_000 + Length.unitsPerPoint / 2) / Length.unitsPerPoint
    let rest = thousandths % 1_000
    guard rest != 0 else { return "\(thousandths / 1_000)" }
    var digits = String(String(1_000 + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(thousandths / 1_000).\(digits)"
}

/// A name as a YAML scalar: plain when that is safe (YAML 1.2, 7.3.3), else in double quotes.
private func yaml(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2F: true
        case 0x3A: true
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF: true
        default: false
        }
    }
    let startsWithLetter = scalars.first.map { $0.properties.isAlphabetic } ?? false
    // A colon is safe only inside a word, as in `ad:spring`.
    let colons = scalars.indices.allSatisfy { scalars[$0] != ":" || ($0 > 0 && $0 + 1 < scalars.count) }
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    if startsWithLetter, colons, scalars.allSatisfy(isSafe), !words.contains(name.lowercased()) { return name }
    var quoted = "\""
    for scalar in scalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\t": quoted += "\\t"
        default:
            if scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\x" + (hex.count < 2 ? "0" + hex : hex)
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
    }
    return quoted + "\""
}
