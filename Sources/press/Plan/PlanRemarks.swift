import Layout

// What `press plan` says of its plans in words and as data: changes, and why a story stands where it stands.

/// `第1版 3-5栏 16-60行`.
private func place(_ page: Int, _ rect: GridRect) -> Phrase {
    let columns = "\(rect.columns.lowerBound + 1)-\(rect.columns.upperBound)"
    let rows = "\(rect.rows.lowerBound + 1)-\(rect.rows.upperBound)"
    return Phrase(
        zh: "第 \(page) 版 \(columns) 栏 \(rows) 行", en: "page \(page), columns \(columns), rows \(rows)")
}

private func costs(_ items: [CostItem]) -> String { items.map { "\($0.name) \($0.cost)" }.joined(separator: ", ") }

// MARK: Changes

func changesText(_ changes: [PlanChange], in language: Language) -> String {
    if changes.isEmpty { return Phrase(zh: "什么都没有动。", en: "Nothing has changed.")[language] + "\n" }
    return changes.map { change in
        var text = "\(change.story)  \(change.kind.word[language])  "
        let spots = [change.from, change.to].compactMap { $0.map { place($0.page, $0.rect)[language] } }
        text += change.kind == .refitted ? spots.prefix(1).joined() : spots.joined(separator: " → ")
        if let step = change.step { text += "  " + step.reason(for: change.story)[language] }
        return text.shown + "\n"
    }.joined()
}

func changesJSON(_ changes: [PlanChange]) -> JSONValue {
    func spot(_ spot: PlanChange.Spot) -> JSONValue {
        .object([
            ("page", .number(spot.page)), ("columns", span(spot.rect.columns)), ("rows", span(spot.rect.rows)),
        ])
    }
    return .object([
        (
            "changes",
            .array(
                changes.map { change in
                    .object([
                        ("story", .string(change.story)), ("change", .string(change.kind.rawValue)),
                        ("from", change.from.map(spot)), ("to", change.to.map(spot)),
                        ("rung", change.step.map { .string($0.rung.rawValue) }),
                        ("cause", change.step.map { .string($0.cause.word) }),
                        ("lines", change.step.flatMap { $0.cause.lines }.map { .number($0) }),
                        ("for", change.step.flatMap { $0.story }.map { .string($0) }),
                    ])
                })
        )
    ])
}

extension PlanChange.Kind {
    fileprivate var word: Phrase {
        switch self {
        case .moved: Phrase(zh: "移动", en: "moved")
        case .refitted: Phrase(zh: "重排", en: "set anew")
        case .added: Phrase(zh: "新到", en: "added")
        case .removed: Phrase(zh: "撤下", en: "removed")
        }
    }
}

extension LadderStep.Cause {
    fileprivate var word: String {
        switch self {
        case .copy: "copy"
        case .setting: "setting"
        case .added: "added"
        case .removed: "removed"
        case .edit: "edit"
        case .swap: "swap"
        case .furniture: "furniture"
        }
    }

    fileprivate var lines: Int? { if case .copy(let lines) = self { lines } else { nil } }
}

extension LadderStep {
    /// Why one of the stories changed.
    fileprivate func reason(for name: String) -> Phrase {
        let subject = story == name ? Phrase(zh: "", en: "it") : Phrase(zh: story ?? "", en: story ?? "")
        switch cause {
        case .added where story == nil, .removed where story == nil:
            return Phrase(zh: "稿件增减", en: "stories came or went")
        case .edit where story == nil:
            return Phrase(zh: "计划里的位置排不下", en: "the plan could not be followed as written")
        case .furniture where story == nil:
            return Phrase(zh: "广告或报眉变了", en: "furniture or an advertisement changed")
        case .copy, .setting, .added, .removed, .edit, .swap, .furniture:
            return Phrase(zh: "\(subject.zh)\(cause.words.zh)", en: "\(subject.en) \(cause.words.en)")
        }
    }
}

// MARK: Why a story stands where it stands

/// - Parameters:
///   - kept: whether the page is one of last time.
///   - step: what was done there for the story's sake, or with it.
func accountText(
    _ entry: PageAccount.Entry, on plan: PagePlan, kept: Bool = false, step: LadderStep? = nil,
    in language: Language
) -> String {
    let own = entry.costs.reduce(0) { $0 + $1.cost }
    var lines = [
        Phrase(
            zh: "\(entry.story)：\(place(plan.page, entry.rect).zh)，优先级 \(entry.priority)",
            en: "\(entry.story): \(place(plan.page, entry.rect).en); priority \(entry.priority)"),
        Phrase(
            zh: "它在那里的代价：\(own)（\(costs(entry.costs))）", en: "what it costs there: \(own) (\(costs(entry.costs)))"),
        Phrase(
            zh: "全版的代价：\(entry.page)（\(costs(entry.pageCosts))）",
            en: "what the page costs: \(entry.page) (\(costs(entry.pageCosts)))"),
    ]
    if !entry.own.isEmpty {
        lines.insert(
            Phrase(
                zh: "其中本稿（stories）：\(costs(entry.own))",
                en: "of that the story itself (stories): \(costs(entry.own))"),
            at: 2)
    }
    if let step, kept {
        let reason = step.reason(for: entry.story)
        lines.insert(
            Phrase(
                zh: "上次的计划改过：\(reason.zh)（\(step.rung.rawValue)）",
                en: "the last plan was changed there: \(reason.en) (\(step.rung.rawValue))"), at: 1)
    } else if kept {
        lines.insert(Phrase(zh: "它在上次计划的原处", en: "it stands where the last plan has it"), at: 1)
    }
    if let next = entry.next {
        let more = next.total - entry.page
        lines.append(
            Phrase(
                zh: "它换个地方的\(kept ? "最好" : "次优")版面：\(place(plan.page, next.rect).zh)，全版 \(next.total)，"
                    + "\(more < 0 ? "少" : "多") \(abs(more))（\(costs(next.costs))）",
                en: "\(kept ? "planned anew, the best page" : "the next best page") has it at "
                    + "\(place(plan.page, next.rect).en): the page costs \(next.total), "
                    + "\(abs(more)) \(more < 0 ? "less" : "more") (\(costs(next.costs)))"))
    } else {
        lines.append(
            Phrase(
                zh: "比较过的版面里，它都在这个地方。", en: "in every page that was compared it stands there."))
    }
    return lines.map { $0[language].shown + "\n" }.joined()
}

func accountJSON(_ entry: PageAccount.Entry, on plan: PagePlan) -> JSONValue {
    func list(_ items: [CostItem]) -> JSONValue { .object(items.map { ($0.name, .number($0.cost)) }) }
    return .object([
        ("story", .string(entry.story)), ("page", .number(plan.page)), ("priority", .number(entry.priority)),
        ("columns", span(entry.rect.columns)), ("rows", span(entry.rect.rows)), ("cost", list(entry.costs)),
        ("own", entry.own.isEmpty ? nil : list(entry.own)),
        ("pageCost", .number(entry.page)),
        (
            "next",
            entry.next.map { next in
                .object([
                    ("columns", span(next.rect.columns)), ("rows", span(next.rect.rows)),
                    ("pageCost", .number(next.total)), ("cost", list(next.costs)),
                ])
            }
        ),
    ])
}

/// 1-based and inclusive, as people count: `1-5`.
func span(_ range: Range<Int>) -> JSONValue { .string("\(range.lowerBound + 1)-\(range.upperBound)") }
