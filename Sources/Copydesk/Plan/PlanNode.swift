public import Layout

/// A plan as a tree of keys and values, which `planText` writes as YAML for people and `press` as JSON for programs.
public indirect enum PlanNode: Hashable, Sendable {
    /// A name, quoted where the notation asks for it.
    case text(String)
    case number(Int)
    /// A number with a fraction, in its digits.
    case decimal(String)
    case flag(Bool)
    /// Columns or rows, 0-based and half-open; people count them from 1, both ends.
    case span(Range<Int>)
    case list([PlanNode])
    case map([PlanMember])
    /// What a word says to people, in full for programs.
    case word(String, meaning: PlanNode)
}

/// A key with its value.
public struct PlanMember: Hashable, Sendable {
    public var key: String
    public var value: PlanNode
    /// Whether it says what is so anyway: people are not shown it.
    public var isDefault: Bool
    /// A comment for people, on one line.
    public var remark: String?

    init(_ key: String, _ value: PlanNode, isDefault: Bool = false, remark: String? = nil) {
        self.key = key
        self.value = value
        self.isDefault = isDefault
        self.remark = remark
    }
}

/// The plans as a tree; `readPlan` is its inverse.
///
/// Columns and rows are 1-based and inclusive; picture columns and rows count within the story, the first row under the
/// head being 1.
/// - Parameter remark: what stands as a comment behind a story's name, on one line.
public func planNode(
    of plans: [PagePlan], remark: (PagePlan, Placement) -> String? = { _, _ in nil }
) -> PlanNode {
    .list(plans.map { page($0, remark) })
}

private func page(_ plan: PagePlan, _ remark: (PagePlan, Placement) -> String?) -> PlanNode {
    var members = [
        PlanMember("page", .number(plan.page)),
        PlanMember(
            "grid",
            .map([PlanMember("columns", .number(plan.columns)), PlanMember("rows", .number(plan.rows))])),
    ]
    if plan.isLocked { members.append(PlanMember("lock", .flag(true))) }
    members.append(PlanMember("modules", .list(plan.modules.map { module($0, remark: remark(plan, $0)) })))
    if !plan.modules.isEmpty {
        let tree = plan.tree ?? CutTree(plan.modules.map(\.rect))
        members.append(PlanMember("tree", .text(tree.text(plan.modules.map(\.subject.name)))))
    }
    if !plan.cost.isEmpty {
        let total = PlanMember("total", .number(plan.cost.reduce(0) { $0 + $1.cost }))
        let items = plan.cost.map { PlanMember($0.name, .number($0.cost)) }
        members.append(PlanMember("cost", .map([total] + items)))
        members.append(PlanMember("proven", .flag(plan.isProven)))
    }
    if let gap = plan.gap { members.append(PlanMember("gap", .number(gap))) }
    if !plan.unplaced.isEmpty {
        let stories = plan.unplaced.map { story in
            PlanNode.map([
                PlanMember("story", .text(story.story)), PlanMember("reason", .text(story.reason.rawValue)),
            ])
        }
        members.append(PlanMember("unplaced", .list(stories)))
    }
    if !plan.edits.isEmpty { members.append(PlanMember("edits", .list(plan.edits.map(edit)))) }
    return .map(members)
}

private func edit(_ edit: PlanEdit) -> PlanNode {
    switch edit {
    case .swap(let one, let other):
        .map([PlanMember("swap", .list([.text(one), .text(other)]))])
    case .nudgeBelow(let story, let rows):
        .map([
            PlanMember("nudge", .map([PlanMember("below", .text(story)), PlanMember("rows", .number(rows))]))
        ])
    case .nudgeRight(let story, let columns):
        .map([
            PlanMember(
                "nudge", .map([PlanMember("right-of", .text(story)), PlanMember("columns", .number(columns))]))
        ])
    }
}

private func module(_ module: Placement, remark: String?) -> PlanNode {
    var members = [PlanMember("story", .text(module.subject.name), remark: remark)]
    if module.hasPlace {
        members.append(PlanMember("columns", .span(module.rect.columns)))
        members.append(PlanMember("rows", .span(module.rect.rows)))
    }
    if module.isPinned { members.append(PlanMember("pin", .flag(true))) }
    if module.isLocked { members.append(PlanMember("lock", .flag(true))) }
    if let setting = module.setting { members += how(setting, in: module.rect) }
    if let fit = module.fit {
        let numbers = PlanNode.map([
            PlanMember("white", .number(fit.white)), PlanMember("over", .number(fit.overset)),
        ])
        let isFull = fit.white == 0 && fit.overset == 0
        members.append(PlanMember("fit", isFull ? .word("full", meaning: numbers) : numbers))
    }
    return .map(members)
}

/// How a story is set: every choice of `StorySetting`.
private func how(_ setting: StorySetting, in rect: GridRect) -> [PlanMember] {
    var members = [PlanMember("head", head(setting.head))]
    if setting.isBoxed { members.append(PlanMember("box", .flag(true))) }
    switch setting.extent {
    case .whole: break
    case .cut(let sentences): members.append(PlanMember("cut", .number(sentences)))
    case .jump(let sentences): members.append(PlanMember("jump", .number(sentences)))
    case .continued(let sentences): members.append(PlanMember("from", .number(sentences)))
    }
    if !setting.pictures.isEmpty {
        members.append(PlanMember("pictures", .list(setting.pictures.map(picture))))
    }
    if let part = setting.quote { members.append(PlanMember("quote", .number(part + 1))) }
    members.append(
        PlanMember("inner", .number(setting.innerColumns), isDefault: setting.innerColumns == rect.width))
    if let leg = setting.leg { members.append(PlanMember("leg", .number(leg))) }
    let knobs = [("extra", setting.extraRows), ("longer", setting.longer)].map {
        PlanMember($0.0, .number($0.1), isDefault: $0.1 == 0)
    }
    members.append(PlanMember("knobs", .map(knobs), isDefault: knobs.allSatisfy(\.isDefault)))
    return members
}

private func head(_ head: HeadSetting) -> PlanNode {
    var members = [PlanMember("size", points(head.size)), PlanMember("lines", .number(head.lines))]
    if let columns = head.columns { members.append(PlanMember("columns", .span(columns))) }
    members.append(
        PlanMember("direction", .text(head.direction.rawValue), isDefault: head.direction == .horizontal))
    if !head.hasDeck { members.append(PlanMember("deck", .flag(false))) }
    return .map(members)
}

private func picture(_ setting: PictureSetting) -> PlanNode {
    var members = [
        PlanMember("picture", .number(setting.picture + 1)), PlanMember("columns", .span(setting.columns)),
        PlanMember("rows", .span(setting.rows)),
    ]
    if setting.isAtTop { members.append(PlanMember("top", .flag(true))) }
    return .map(members)
}

/// Points in the fewest decimals that are read as the same length; five always are.
private func points(_ length: Length) -> PlanNode {
    var unit = 1
    while true {
        let rounded = (length.scaled * unit * 2 + Length.unitsPerPoint) / (Length.unitsPerPoint * 2)
        if (rounded * Length.unitsPerPoint * 2 + unit) / (unit * 2) == length.scaled {
            let (whole, rest) = rounded.quotientAndRemainder(dividingBy: unit)
            // The digits behind the point stand in the rest of 1000… + rest.
            return rest == 0 ? .number(whole) : .decimal("\(whole)." + String(String(unit + rest).dropFirst()))
        }
        unit *= 10
    }
}
