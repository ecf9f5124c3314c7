/// Names in a kept plan that no story has.
extension EditionPlanner {
    /// The plans with misspelt names put right: where a story that no plan places is called nearly so, it takes the module.
    /// What has no such story went, and leaves its place.
    func respelt(_ plans: [PagePlan], _ places: PlanPlaces) -> (plans: Warned<[PagePlan]>, places: PlanPlaces) {
        var (plans, places) = (plans, places)
        var diagnostics: [Diagnostic] = []
        let planned = plans.flatMap { $0.modules.map(\.subject) }
        var open = stories.map(\.story).filter { !planned.contains(.story($0.name)) }
        for index in plans.indices {
            let page = plans[index].page
            for module in plans[index].modules.indices {
                guard case .story(let name) = plans[index].modules[module].subject,
                    !stories.contains(where: { $0.story.name == name }),
                    let meant = nearestSpelling(
                        of: name, in: open.filter { $0.page == nil || $0.page == page }.map(\.name))
                else { continue }
                let place = places[page, .story(name)] ?? places[page]
                diagnostics.append(
                    Diagnostic(
                        .warning, .planInvalid,
                        Phrase(
                            zh: "第\(page)版“\(name)”没有这篇稿件，位置给了“\(meant)”",
                            en: "page \(page): “\(name)” is no story of the edition; “\(meant)” takes its place"),
                        at: place, page: PagePlace(page: page, story: meant), hint: unknownStoryHint(meant: meant)))
                plans[index].modules[module].subject = .story(meant)
                plans[index].edits = plans[index].edits.map { $0.renaming(name, to: meant) }
                places[page, .story(meant)] = place
                open.removeAll { $0.name == meant }
            }
        }
        return (Warned(plans, diagnostics), places)
    }
}

extension PlanEdit {
    fileprivate func renaming(_ old: String, to new: String) -> PlanEdit {
        func name(_ name: String) -> String { name == old ? new : name }
        return switch self {
        case .swap(let one, let other): .swap(name(one), name(other))
        case .nudgeBelow(let story, let rows): .nudgeBelow(name(story), rows: rows)
        case .nudgeRight(let story, let columns): .nudgeRight(name(story), columns: columns)
        }
    }
}
