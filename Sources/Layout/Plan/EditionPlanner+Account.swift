/// The closing account: whatever the source of the plans, every story and every advertisement of the edition stands on
/// some page, or somebody is told. (Pictures that a plan leaves out are said where their story is set.)
extension EditionPlanner {
    /// What stands nowhere and has not been said.
    func missing(in planned: Warned<PlannedEdition>) -> [Diagnostic] {
        let plans = planned.output.plans
        let found = advertisements(missingIn: plans) + stories(missingIn: plans)
        return found.filter { finding in !planned.diagnostics.contains { $0.says(finding) } }
    }

    private func advertisements(missingIn plans: [PagePlan]) -> [Diagnostic] {
        let pageCount = max(edition.pages.count, plans.map(\.page).max() ?? 1)
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        let placed = (1...pageCount).flatMap { page in
            furniture.frame(of: page, pageCount: pageCount).anchors.map { (page: page, anchor: $0) }
        }
        let left = edition.advertisements.filter { advertisement in
            let subject = Placement.Subject.advertisement(advertisement.name)
            guard let (page, anchor) = placed.first(where: { $0.anchor.subject == subject }) else { return false }
            return !plans.contains { plan in
                plan.page == page && plan.modules.contains { $0.subject == subject && $0.rect == anchor.rect }
            }
        }
        return furniture.diagnostics(pageCount: pageCount)
            + left.map { advertisement in
                Diagnostic(
                    .error, .advertisementPlace,
                    Phrase(
                        zh: "广告“\(advertisement.name)”没有排：第 \(advertisement.page) 版的计划里没有它的位置",
                        en:
                            "advertisement “\(advertisement.name)” is not placed: the plan of page \(advertisement.page) has no room for it"
                    ),
                    at: advertisement.place,
                    page: PagePlace(
                        page: advertisement.page, story: Placement.Subject.advertisement(advertisement.name).name),
                    hint: Phrase(zh: "删改稿件，或用 --replan 重新安排", en: "cut stories, or plan anew with --replan"))
            }
    }

    private func stories(missingIn plans: [PagePlan]) -> [Diagnostic] {
        stories.map(\.story).filter { !$0.isFiller }.compactMap { story in
            let modules = plans.flatMap(\.modules).filter { $0.subject == .story(story.name) }
            // What has no setting is not set.
            let extents = modules.compactMap { $0.setting?.extent }
            let isWhole = extents.contains { extent in
                switch extent {
                case .whole, .cut: true
                case .jump(let after): extents.contains(.continued(after: after))
                case .continued: false
                }
            }
            guard !isWhole else { return nil }
            return Diagnostic(
                .error, .storyUnplaced,
                extents.isEmpty
                    ? Phrase(zh: "“\(story.name)”不在任何版面上", en: "“\(story.name)” is on no page")
                    : Phrase(zh: "“\(story.name)”只有一部分在版面上", en: "only a part of “\(story.name)” is on a page"),
                at: story.place, page: plans.last.map { PagePlace(page: $0.page, story: story.name) },
                hint: Phrase(
                    zh: "在计划里给它位置，或用 --replan 重新安排", en: "give it a place in the plan, or plan anew with --replan"))
        }
    }
}

extension Diagnostic {
    /// Whether the same loss is an error already: by its code and place, or by the name of what is wrong on a page.
    fileprivate func says(_ other: Diagnostic) -> Bool {
        guard severity == .error else { return false }
        if code == other.code, let place, place == other.place { return true }
        guard let name = page?.story, name == other.page?.story else { return false }
        return code == other.code || code == .planInvalid
    }
}
