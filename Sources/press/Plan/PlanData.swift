import Layout

/// Plans as data for `press plan --format json`: the keys of `planText`, with defaults written out.
func planJSON(_ plans: [PagePlan]) -> JSONValue { .array(plans.map(page)) }

private func page(_ plan: PagePlan) -> JSONValue {
    .object([
        ("page", .number(plan.page)),
        ("grid", .object([("columns", .number(plan.columns)), ("rows", .number(plan.rows))])),
        ("modules", .array(plan.modules.map(module))),
        ("cost", plan.cost.isEmpty ? nil : .object(plan.cost.map { ($0.name, .number($0.cost)) })),
        ("proven", .bool(plan.isProven)),
    ])
}

private func module(_ placement: Placement) -> JSONValue {
    let setting = placement.setting
    return .object([
        ("story", .string(placement.subject.name)),
        ("columns", range(placement.rect.columns)),
        ("rows", range(placement.rect.rows)),
        ("head", setting.map { head($0.head) }),
        ("deck", setting.map { .bool($0.showsDeck) }),
        ("pictures", setting.flatMap { $0.pictures.isEmpty ? nil : .array($0.pictures.map(picture)) }),
        ("cut", setting.flatMap { if case .cut(let count) = $0.extent { .number(count) } else { nil } }),
        ("jump", setting.flatMap { if case .jump(let count) = $0.extent { .number(count) } else { nil } }),
        ("from", setting.flatMap { if case .continued(let count) = $0.extent { .number(count) } else { nil } }),
        ("box", setting.flatMap { $0.isBoxed ? .bool(true) : nil }),
        ("inner", setting.map { .number($0.innerColumns) }),
        ("extra", setting.map { .number($0.extraRows) }), ("longer", setting.map { .number($0.longer) }),
        ("fit", placement.fit.map { .object([("white", .number($0.white)), ("over", .number($0.overset))]) }),
        ("pin", placement.isPinned ? .bool(true) : nil),
    ])
}

private func head(_ head: HeadSetting) -> JSONValue {
    .object([
        ("size", points(head.size)), ("lines", .number(head.lines)),
        ("direction", .string(head.direction.rawValue)), ("columns", head.columns.map(range)),
    ])
}

private func picture(_ setting: PictureSetting) -> JSONValue {
    .object([
        ("picture", .number(setting.picture + 1)),
        ("columns", range(setting.columns)),
        ("rows", range(setting.rows)), ("top", setting.isAtTop ? .bool(true) : nil),
    ])
}

/// 1-based and inclusive, as people count: `1-5`.
private func range(_ range: Range<Int>) -> JSONValue { .string("\(range.lowerBound + 1)-\(range.upperBound)") }

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
