import Layout

/// Plans as data for `press plan --format json`: the keys of `planText`, with defaults written out.
func planJSON(_ plans: [PagePlan]) -> JSONValue { .array(plans.map(page)) }

private func page(_ plan: PagePlan) -> JSONValue {
    let rects = plan.modules.map(\.rect), names = plan.modules.map(\.subject.name)
    let total = plan.cost.reduce(0) { $0 + $1.cost }
    return .object([
        ("page", .number(plan.page)),
        ("grid", .object([("columns", .number(plan.columns)), ("rows", .number(plan.rows))])),
        ("lock", plan.isLocked ? .bool(true) : nil),
        ("modules", .array(plan.modules.map(module))),
        ("tree", plan.modules.isEmpty ? nil : .string(treeText(of: rects, names: names))),
        (
            "cost",
            plan.cost.isEmpty
                ? nil : .object([("total", .number(total))] + plan.cost.map { ($0.name, .number($0.cost)) })
        ),
        ("proven", plan.cost.isEmpty ? nil : .bool(plan.isProven)),
        ("gap", plan.gap.map { .number($0) }),
        ("unplaced", plan.unplaced.isEmpty ? nil : .array(plan.unplaced.map(unplaced))),
        ("edits", plan.edits.isEmpty ? nil : .array(plan.edits.map(edit))),
    ])
}

private func unplaced(_ story: Unplaced) -> JSONValue {
    .object([("story", .string(story.story)), ("reason", .string(story.reason.rawValue))])
}

private func edit(_ edit: PlanEdit) -> JSONValue {
    switch edit {
    case .swap(let one, let other): .object([("swap", .array([.string(one), .string(other)]))])
    case .nudgeBelow(let story, let rows):
        .object([("nudge", .object([("below", .string(story)), ("rows", .number(rows))]))])
    case .nudgeRight(let story, let columns):
        .object([("nudge", .object([("right-of", .string(story)), ("columns", .number(columns))]))])
    }
}

private func module(_ placement: Placement) -> JSONValue {
    let setting = placement.setting
    return .object([
        ("story", .string(placement.subject.name)),
        ("columns", span(placement.rect.columns)),
        ("rows", span(placement.rect.rows)),
        ("pin", placement.isPinned ? .bool(true) : nil),
        ("lock", placement.isLocked ? .bool(true) : nil),
        ("head", setting.map { head($0.head) }),
        ("pictures", setting.flatMap { $0.pictures.isEmpty ? nil : .array($0.pictures.map(picture)) }),
        ("cut", setting.flatMap { if case .cut(let count) = $0.extent { .number(count) } else { nil } }),
        ("jump", setting.flatMap { if case .jump(let count) = $0.extent { .number(count) } else { nil } }),
        ("from", setting.flatMap { if case .continued(let count) = $0.extent { .number(count) } else { nil } }),
        ("box", setting.flatMap { $0.isBoxed ? .bool(true) : nil }),
        ("inner", setting.map { .number($0.innerColumns) }),
        (
            "knobs",
            setting.map { .object([("extra", .number($0.extraRows)), ("longer", .number($0.longer))]) }
        ),
        ("fit", placement.fit.map { .object([("white", .number($0.white)), ("over", .number($0.overset))]) }),
    ])
}

private func head(_ head: HeadSetting) -> JSONValue {
    .object([
        ("size", points(head.size)), ("lines", .number(head.lines)),
        ("direction", .string(head.direction.rawValue)), ("columns", head.columns.map(span)),
    ])
}

private func picture(_ setting: PictureSetting) -> JSONValue {
    .object([
        ("picture", .number(setting.picture + 1)),
        ("columns", span(setting.columns)),
        ("rows", span(setting.rows)),
        ("top", setting.isAtTop ? .bool(true) : nil),
    ])
}

/// Points exactly: a length is a whole number of 65 536ths, which have finite decimals.
private func points(_ length: Length) -> JSONValue {
    let (whole, rest) = length.scaled.quotientAndRemainder(dividingBy: Length.unitsPerPoint)
    guard rest > 0 else { return .number(whole) }
    var digits = ""
    var remainder = rest
    while remainder > 0 {
        let (digit, next) = (remainder * 10).quotientAndRemainder(dividingBy: Length.unitsPerPoint)
        digits += String(digit)
        remainder = next
    }
    return .decimal("\(whole).\(digits)")
}
