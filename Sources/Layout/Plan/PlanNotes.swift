/// Stories that a plan has twice, and what was done to a kept plan, as an editor is told of them.
extension EditionPlanner {
    /// The plans with each story once: only the parts of a story that goes on on another page stand on two.
    /// - Returns: also the pages that lost a module.
    func withoutDoubles(_ plans: [PagePlan]) -> (plans: [PagePlan], torn: [Int], diagnostics: [Diagnostic]) {
        var plans = plans
        var torn: [Int] = []
        var diagnostics: [Diagnostic] = []
        var seen: [String: Int] = [:]
        for index in plans.indices {
            let page = plans[index].page
            plans[index].modules.removeAll { module in
                guard module.isStory, module.setting?.extent.isPart != true else { return false }
                let name = module.subject.name
                guard let first = seen[name] else {
                    seen[name] = page
                    return false
                }
                diagnostics.append(doubled(name, on: page, first: first))
                torn.append(page)
                return true
            }
        }
        return (plans, torn, diagnostics)
    }
}

/// A story that stands twice in the plans of an edition.
func doubled(_ name: String, on page: Int, first: Int) -> Diagnostic {
    Diagnostic(
        .error, .planInvalid,
        first == page
            ? Phrase(zh: "第\(page)版“\(name)”重复", en: "page \(page): “\(name)” stands on the page twice")
            : Phrase(
                zh: "第\(page)版“\(name)”重复：第\(first)版已有",
                en: "page \(page): “\(name)” stands on page \(first) already"),
        page: PagePlace(page: page, story: name),
        hint: Phrase(
            zh: "删去其中一处；要转版，稿件里写 jump:", en: "take one of them away; to let it go on, write jump: in the story"))
}

extension LadderStep {
    /// What was moved and why, where something was.
    var note: Diagnostic? {
        let others = moved.filter { $0 != story }
        let list = Phrase(zh: moved.joined(separator: "、"), en: moved.joined(separator: ", "))
        let name = story ?? ""
        let message: Phrase
        switch cause {
        case .copy:
            guard !moved.isEmpty else { return nil }
            message = Phrase(
                zh: "“\(name)”在计划的位置\(cause.words.zh)，动了：\(list.zh)",
                en: "“\(name)” \(cause.words.en) for its place in the plan; moved: \(list.en)")
        case .setting:
            guard !moved.isEmpty else { return nil }
            message = Phrase(
                zh: "“\(name)”\(cause.words.zh)，动了：\(list.zh)", en: "“\(name)” \(cause.words.en); moved: \(list.en)"
            )
        case .added:
            let rest =
                others.isEmpty ? Phrase(zh: "", en: "") : Phrase(zh: "，动了：\(list.zh)", en: "; moved: \(list.en)")
            guard story != nil else { return nil }
            message = Phrase(
                zh: "计划里没有“\(name)”，排进第 \(page) 版\(rest.zh)",
                en: "the plan does not have “\(name)”: it was put on page \(page)\(rest.en)")
        case .removed:
            guard story != nil else { return nil }
            let place =
                moved.isEmpty
                ? Phrase(zh: "位置空着", en: "its place stays white")
                : Phrase(zh: "位置给了：\(list.zh)", en: "its place went to: \(list.en)")
            message = Phrase(
                zh: "计划里的“\(name)”不在本版了，\(place.zh)",
                en: "“\(name)” of the plan no longer stands on this page; \(place.en)")
        case .edit, .swap, .furniture:
            guard !moved.isEmpty else { return nil }
            // nil: the whole page could not stand.
            message =
                story == nil
                ? Phrase(
                    zh: "第 \(page) 版不能照计划排，动了：\(list.zh)",
                    en: "page \(page) cannot stand as planned; moved: \(list.en)")
                : Phrase(
                    zh: "“\(name)”\(cause.words.zh)，动了：\(list.zh)",
                    en: "“\(name)” \(cause.words.en); moved: \(list.en)")
        }
        return Diagnostic(
            .note, .planMoved, message, page: PagePlace(page: page, story: story),
            hint: Phrase(
                zh: "press plan --since 逐一说明，加 -o 写成新计划；要照写的排，用 --plan",
                en:
                    "press plan --since says it all, with -o it writes the new plan; --plan follows a plan to the letter"
            ))
    }
}
