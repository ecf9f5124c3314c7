/// What is wrong with a plan, wherever it came from: modules that overlap or leave the grid, stories that are unknown,
/// missing or set twice, anchors that were moved. Empty for every plan that the planner makes.
///
/// A story that goes on on another page stands on both in the plan of the edition; here it may stand once a page.
/// - Parameter isWhole: whether every item must stand on this page; false where the items are the whole edition's.
func check(
    _ plan: PagePlan, against items: [PlanItem], frame: PageFrame, on grid: PageGrid, isWhole: Bool = true
) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func report(
        _ code: DiagnosticCode, _ subject: Placement.Subject?, _ rect: GridRect?, zh: String, en: String,
        hint: Phrase? = nil
    ) {
        found.append(fault(code, in: plan, subject, rect, zh: zh, en: en, hint: hint))
    }
    found += geometryFaults(of: plan, on: grid)
    for module in plan.modules {
        let rect = module.rect
        switch module.subject {
        case .story(let name):
            guard let item = items.first(where: { $0.name == name }) else {
                let open = items.map(\.name).filter { name in
                    !plan.modules.contains { $0.subject == .story(name) }
                }
                report(
                    .planInvalid, module.subject, rect, zh: "没有这篇稿件", en: "is no story of the edition",
                    hint: unknownStoryHint(meant: nearestSpelling(of: name, in: open)))
                continue
            }
            if case .rectangle(let pinPage, let columns, let rows)? = item.pin, (pinPage ?? plan.page) == plan.page,
                rect
                    != GridRect(
                        columns: columns.lowerBound - 1..<columns.upperBound,
                        rows: rows.lowerBound - 1..<rows.upperBound)
            {
                report(.pinUnmet, module.subject, rect, zh: "未放在指定位置", en: "is not where it is pinned")
            }
        case .briefs: break
        case .advertisement, .nameplate, .contents, .pageHead, .colophon:
            guard let anchor = frame.anchors.first(where: { $0.subject == module.subject }) else {
                report(
                    .planInvalid, module.subject, rect, zh: "本版没有这项内容", en: "does not belong on this page",
                    hint: Phrase(zh: "从计划里删去", en: "take it out of the plan"))
                continue
            }
            if anchor.rect != rect {
                report(
                    .planInvalid, module.subject, rect, zh: "位置或大小不对：应为\(anchor.rect.words.zh)",
                    en: "was moved or resized: it stands at \(anchor.rect.words.en)",
                    hint: Phrase(
                        zh: "广告的位置写在 edition.yaml 里", en: "where advertisements stand is written in edition.yaml"))
            }
        }
    }
    for anchor in frame.anchors where !plan.modules.contains(where: { $0.subject == anchor.subject }) {
        report(.planInvalid, anchor.subject, anchor.rect, zh: "缺失", en: "is missing")
    }
    if isWhole {
        for item in items where !item.isFiller && !plan.modules.contains(where: { $0.subject == .story(item.name) })
        {
            report(.storyUnplaced, .story(item.name), nil, zh: "未排", en: "is not on the page")
        }
    }
    return found
}

/// The same for all pages of an edition: every page by itself, every story on some page.
func check(
    _ plans: [PagePlan], against items: [PlanItem], frames: [PageFrame], on grid: PageGrid
) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for plan in plans {
        let frame = frames.first { $0.page == plan.page } ?? PageFrame(page: plan.page)
        found += check(plan, against: items, frame: frame, on: grid, isWhole: false)
    }
    var seen: [String: Int] = [:]
    for plan in plans {
        for module in plan.modules where module.isStory && module.setting?.extent.isPart != true {
            let name = module.subject.name
            if let first = seen[name], first != plan.page {
                found.append(doubled(name, on: plan.page, first: first))
            }
            seen[name] = seen[name] ?? plan.page
        }
    }
    for item in items where !item.isFiller {
        guard !plans.contains(where: { $0.modules.contains { $0.subject == .story(item.name) } }) else { continue }
        found.append(
            Diagnostic(
                .error, .storyUnplaced,
                Phrase(zh: "“\(item.name)”不在任何版面上", en: "“\(item.name)” is on no page"), at: item.place))
    }
    return found
}

/// What to do where a plan names a story that there is not.
func unknownStoryHint(meant: String?) -> Phrase {
    let rule = Phrase(zh: "story: 写稿件的文件名（不带 .md）", en: "story: is the name of the story's file without .md")
    guard let meant else { return rule }
    return Phrase(zh: "是否要写“\(meant)”？\(rule.zh)", en: "did you mean “\(meant)”? \(rule.en)")
}

/// Modules that have no size, leave the grid, overlap or stand on the page twice; a plan of another grid.
func geometryFaults(of plan: PagePlan, on grid: PageGrid) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func report(_ code: DiagnosticCode, _ module: Placement?, zh: String, en: String, hint: Phrase? = nil) {
        found.append(fault(code, in: plan, module?.subject, module?.rect, zh: zh, en: en, hint: hint))
    }
    if (plan.columns, plan.rows) != (grid.columns, grid.rows) {
        report(
            .planInvalid, nil, zh: "版样为\(plan.columns)栏×\(plan.rows)行，版心为\(grid.columns)栏×\(grid.rows)行",
            en:
                "the plan is of \(plan.columns) columns × \(plan.rows) rows, the grid of \(grid.columns) × \(grid.rows)"
        )
    }
    let page = GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows)
    for (index, module) in plan.modules.enumerated() {
        let rect = module.rect
        if !module.hasPlace, plan.tree != nil {
            // There are no cuts for the tree: that is said of the page.
            continue
        } else if rect.columns.isEmpty || rect.rows.isEmpty {
            report(
                .planInvalid, module, zh: "没有大小", en: "has no size",
                hint: Phrase(zh: "columns 和 rows 写成 1-3 这样", en: "write columns and rows such as 1-3"))
        } else if !page.contains(rect) {
            report(
                .planInvalid, module, zh: "超出版心：占\(rect.words.zh)",
                en: "leaves the type area: it takes \(rect.words.en)",
                hint: Phrase(
                    zh: "版心是 1-\(grid.columns) 栏、1-\(grid.rows) 行",
                    en: "the type area is columns 1-\(grid.columns), rows 1-\(grid.rows)"))
        }
        for other in plan.modules[..<index] {
            if other.subject == module.subject {
                report(
                    .planInvalid, module, zh: "重复", en: "stands on the page twice",
                    hint: Phrase(zh: "删去其中一处", en: "take one of them away"))
            } else if other.rect.overlaps(rect) {
                report(
                    .planOverlap, module,
                    zh: "（\(rect.words.zh)）与“\(other.subject.name)”（\(other.rect.words.zh)）重叠",
                    en: "(\(rect.words.en)) overlaps “\(other.subject.name)” (\(other.rect.words.en))",
                    hint: Phrase(
                        zh: "改其中一个的 columns 或 rows；上下之间空一行",
                        en:
                            "change the columns or rows of one of them; a row stays free between one and the next below"
                    ))
            }
        }
    }
    return found
}

/// The modules that cannot stand where a plan has them beside the others, by their numbers: those without size or outside the
/// type area, and of two that overlap the later in the file; but stories give way to what is no story, and to what is pinned.
func faultyModules(of plan: PagePlan, on grid: PageGrid) -> [Int] {
    let page = GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows)
    func rank(_ index: Int) -> Int {
        let module = plan.modules[index]
        return module.isStory ? module.isPinned || module.isLocked ? 1 : 2 : 0
    }
    var faulty: [Int] = []
    var sound: [GridRect] = []
    for index in plan.modules.indices.sorted(by: { (rank($0), $0) < (rank($1), $1) }) {
        let rect = plan.modules[index].rect
        if rect.columns.isEmpty || rect.rows.isEmpty || !page.contains(rect)
            || sound.contains(where: { $0.overlaps(rect) })
        {
            faulty.append(index)
        } else {
            sound.append(rect)
        }
    }
    return faulty.sorted()
}

private func fault(
    _ code: DiagnosticCode, in plan: PagePlan, _ subject: Placement.Subject?, _ rect: GridRect?, zh: String,
    en: String, hint: Phrase?
) -> Diagnostic {
    let name = subject?.name
    return Diagnostic(
        .error, code,
        Phrase(
            zh: "第\(plan.page)版" + (name.map { "“\($0)”" } ?? "") + zh,
            en: "page \(plan.page): " + (name.map { "“\($0)” " } ?? "") + en),
        page: PagePlace(
            page: plan.page, story: name, column: rect.map { $0.columns.lowerBound + 1 },
            row: rect.map { $0.rows.lowerBound + 1 }), hint: hint)
}

extension GridRect {
    /// As plans are written.
    fileprivate var words: Phrase {
        let columns = "\(columns.lowerBound + 1)-\(columns.upperBound)"
        let rows = "\(rows.lowerBound + 1)-\(rows.upperBound)"
        return Phrase(zh: "\(columns) 栏 \(rows) 行", en: "columns \(columns), rows \(rows)")
    }
}
