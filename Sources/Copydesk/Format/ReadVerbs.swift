import Layout

/// What an editor says of a story's place and fitting: `pin`, `lock`, `prefer`, `forbid`.
func readVerbs(_ fields: inout Fields, into story: inout Story, on grid: PageGrid, pages: Int) {
    story.pin = readPin(&fields, on: grid, pages: pages)
    story.isLocked = fields.flag("lock") ?? false
    let preference = fields.group("prefer") { prefer in
        Story.Preference(
            span: prefer.integer("span", 1...grid.columns), head: prefer.points("head"),
            picture: prefer.integer("picture", 1...grid.columns))
    }
    story.preference = preference ?? Story.Preference()
    story.forbidden = readForbidden(&fields, on: grid)
}

private func readPin(_ fields: inout Fields, on grid: PageGrid, pages: Int) -> Story.Pin? {
    guard let value = fields.value("pin") else { return nil }
    guard case .mapping = value.value else {
        return readChoice(value, "pin", at: fields.desk).map { Story.Pin.corner($0) }
    }
    let pin = fields.group("pin") { pin -> Story.Pin? in
        pin.require("columns", zh: "占哪些基本栏", en: "the basic columns it takes")
        pin.require("rows", zh: "占哪些行", en: "the rows it takes")
        let page = readPageNumber(&pin, "page", of: pages)
        let columns = pin.span("columns", 1...grid.columns)
        let rows = pin.span("rows", 1...grid.rows)
        guard let columns, let rows else { return nil }
        return .rectangle(page: page, columns: columns, rows: rows)
    }
    return pin ?? nil
}

/// `[cut, crop, loosen, break, jump, span 1, span 7-8]`.
private func readForbidden(_ fields: inout Fields, on grid: PageGrid) -> Story.Forbidden {
    var forbidden = Story.Forbidden()
    let words = Story.Forbidden.Knob.allCases.map(\.rawValue)
    for item in fields.words("forbid", example: "[cut, crop, span 1-2]") {
        guard let text = readText(item, "forbid", at: fields.desk) else { continue }
        if let knob = Story.Forbidden.Knob(rawValue: text) {
            forbidden.knobs.insert(knob)
        } else if text == "span" || text.hasPrefix("span ") {
            if let span = readSpan(text.dropFirst(4), item, on: grid, at: fields.desk) {
                forbidden.spans.append(span)
            }
        } else {
            reportUnknown(text, "forbid", allowed: words + ["span"], at: item.place, desk: fields.desk)
        }
    }
    let open = (1...grid.columns).filter { column in forbidden.spans.allSatisfy { !$0.contains(column) } }
    if open.isEmpty {
        fields.desk.report(
            .error, .valueRange, at: fields.place(of: "forbid"), zh: "“forbid” 把所有的栏数都禁了",
            en: "`forbid` leaves no span that is allowed")
        forbidden.spans = []
    }
    return forbidden
}

private func readSpan(_ text: Substring, _ item: YAML, on grid: PageGrid, at desk: Desk) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int(trimmed($0)) }
    if (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last,
        (1...grid.columns).contains(first), last <= grid.columns
    {
        return first...last
    }
    desk.report(
        .error, .valueRange, at: item.place, zh: "“forbid” 里的 span 是 1 到 \(grid.columns) 栏",
        en: "a span in `forbid` is of 1 to \(grid.columns) columns",
        hint: Phrase(zh: "例如 span 1 或 span 7-8", en: "such as span 1 or span 7-8"))
    return nil
}
