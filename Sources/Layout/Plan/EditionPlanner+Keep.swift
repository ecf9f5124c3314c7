/// Keeps the plan of last time while the edition changes: only the pages are touched on which something changed, and of
/// these as little as can be.
extension EditionPlanner {
    func keep(_ written: [PagePlan], _ given: PlanPlaces) async -> Warned<PlannedEdition> {
        let (spelt, places) = respelt(written, given)
        let treed = await followTrees(of: spelt.output, places)
        let edited = carryOutEdits(of: treed.output, places: places)
        let single = withoutDoubles(edited.output.plans.sorted { $0.page < $1.page })
        let old = single.plans
        if let plan = old.first(where: { ($0.columns, $0.rows) != (grid.columns, grid.rows) }) {
            let reason = Phrase(
                zh: "第 \(plan.page) 版是 \(plan.columns) 栏 × \(plan.rows) 行",
                en: "page \(plan.page) is of \(plan.columns) columns × \(plan.rows) rows")
            return await anew(because: reason)
        }
        guard let parted = parting(old) else {
            return await anew(because: Phrase(zh: "有稿件不能再转版", en: "a story can no longer go on on another page"))
        }
        let pageCount = edition.pages.isEmpty ? max(1, old.last?.page ?? 1) : edition.pages.count
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        var diagnostics =
            spelt.diagnostics + treed.diagnostics + edited.diagnostics + single.diagnostics.map(places.placing)
        var pages: [KeptPage] = []
        for number in 1...pageCount {
            let plan =
                parted.plans.first { $0.page == number }
                ?? PagePlan(
                    page: number, columns: grid.columns, rows: grid.rows, modules: [])
            let frame = furniture.frame(of: number, pageCount: pageCount, asIn: plan)
            let page = keptPage(plan, frame: frame, edits: edited.output)
            diagnostics += page.diagnostics.map(places.placing)
            pages.append(page.output)
            pages[pages.count - 1].isDoubled = single.torn.contains(number)
        }
        guard sharesOut(&pages) else {
            return await anew(because: Phrase(zh: "新到的稿件要加版", en: "new stories need another page"))
        }
        var kept = await concurrentMap(pages) { $0.climbed() }
        rehouse(&kept)
        var result = PlannedEdition(
            plans: kept.map(\.plan), steps: parted.steps + kept.flatMap(\.steps), before: old)
        result.kept = kept.map(\.page)
        for page in kept { result.known.add(page.known) }
        diagnostics += kept.flatMap(\.diagnostics).map(places.placing)
        diagnostics += result.steps.compactMap(\.note).map(places.placing)
        return Warned(finished(result), diagnostics)
    }

    private func anew(because reason: Phrase) async -> Warned<PlannedEdition> {
        let fresh = await plan()
        let outdated = Diagnostic(
            .note, .planOutdated,
            Phrase(
                zh: "上次的版面计划已不合用（\(reason.zh)），各版重新安排",
                en: "the last plan no longer covers this edition (\(reason.en)): the pages are planned anew"),
            hint: Phrase(zh: "用 press plan -o 写一份新的", en: "write a new one with press plan -o"))
        return Warned(fresh.output, [outdated] + fresh.diagnostics)
    }

    private func story(_ name: String) -> MeasuredStory? { stories.first { $0.story.name == name } }

    /// A page of the plan as the ladder takes it, with what is wrong with it.
    private func keptPage(_ plan: PagePlan, frame: PageFrame, edits: EditedPlans) -> Warned<KeptPage> {
        var diagnostics = geometryFaults(of: plan, on: grid)
        var kept = KeptPage(
            plan: plan, grid: planningGrid, costs: costs)
        let faulty = plan.tree == nil ? faultyModules(of: plan, on: grid) : []
        kept.isTornUp = plan.tree != nil || faulty.contains { !plan.modules[$0].isStory }
        // What stands over others is as if it had no place; the others stay.
        if !kept.isTornUp {
            kept.plan.modules = plan.modules.indices.filter { !faulty.contains($0) }.map { plan.modules[$0] }
        }
        for anchor in frame.anchors {
            kept.members.append(
                LadderPage.Member(
                    subject: anchor.subject, rect: anchor.rect.withRowBelow, setting: nil, isFixed: true,
                    isPinned: true))
        }
        for module in plan.modules where module.subject == .briefs {
            kept.members.append(
                LadderPage.Member(subject: .briefs, rect: module.rect.withRowBelow, isFixed: true))
        }
        for module in plan.modules where module.isStory && !kept.plan.modules.contains(module) {
            if let story = story(module.subject.name), story.story.page ?? plan.page == plan.page {
                kept.add(story, as: module.setting)
            }
        }
        for module in kept.plan.modules where module.isStory {
            guard let story = story(module.subject.name) else {
                kept.removed.append(module.subject.name)
                kept.members.append(member(module, nil, on: plan, edits))
                continue
            }
            var hint = story.story.page
            if case .rectangle(let page, _, _)? = story.story.pin { hint = page ?? hint }
            if let hint, hint != plan.page, module.setting?.extent.isPart != true,
                hint <= max(1, edition.pages.count)
            {
                kept.removed.append(module.subject.name)
                kept.members.append(member(module, nil, on: plan, edits))
                continue
            }
            if module.hasPlace, let setting = module.setting,
                let fault = story.fault(of: setting, in: module.rect, on: grid)
            {
                diagnostics.append(misfit(module, on: plan.page, fault))
            }
            // A part of a story on two pages is a story by itself here.
            let part = module.setting.flatMap { $0.extent.isPart ? story.version($0.extent) : nil } ?? story
            kept.members.append(member(module, part, on: plan, edits))
            kept.stories[module.subject.name] = part
        }
        kept.anchorsChanged = kept.hasOtherAnchors(than: plan.modules)
        return Warned(kept, diagnostics)
    }

    private func member(
        _ module: Placement, _ story: MeasuredStory?, on plan: PagePlan, _ edits: EditedPlans
    ) -> LadderPage.Member {
        let isLocked = module.isLocked || plan.isLocked || story?.story.isLocked == true
        var member = LadderPage.Member(
            subject: module.subject, priority: story?.story.priority ?? 1,
            isFiller: story?.story.isFiller ?? false, isBoxed: story?.story.isBoxed ?? false,
            rect: module.hasPlace ? module.rect.withRowBelow : module.rect,
            stood: module.hasPlace ? module.rect.withRowBelow : nil,
            setting: module.hasPlace ? module.setting : nil,
            fit: module.fit, before: module.hasPlace ? module.fit : nil, isFixed: isLocked || module.isPinned,
            isPinned: module.isPinned, isLocked: isLocked)
        member.isBanned =
            module.hasPlace && !member.isFixed && !(story?.story.allows(span: module.rect.width) ?? true)
        if edits.nudged.contains(module.subject) { member.isFixed = true }
        member.isOrdered = edits.swapped.contains(module.subject)
        member.isHandPlaced = module.setting == nil && !edits.swapped.contains(module.subject)
        if case .rectangle(let page, let columns, let rows)? = story?.story.pin, (page ?? plan.page) == plan.page {
            let pinned = GridRect(
                columns: columns.lowerBound - 1..<columns.upperBound, rows: rows.lowerBound - 1..<rows.upperBound)
            if pinned == module.rect { (member.isFixed, member.isPinned) = (true, true) }
        }
        return member
    }

    /// Gives stories that had to leave their page another one, where one has room.
    private func rehouse(_ kept: inout [KeptPage.Climbed]) {
        for index in kept.indices {
            for name in kept[index].expelled {
                guard let story = story(name), !story.story.isFiller else { continue }
                let area = story.flowLines(measure: grid.columnWidth).reduce(8) { $0 + $1.rows }
                let open = kept.indices.filter { other in
                    other != index && !kept[other].plan.isLocked && kept[other].page.slack >= area
                }
                guard story.story.page == nil, story.story.pin == nil,
                    let target = open.max(by: { (kept[$0].page.slack, -$0) < (kept[$1].page.slack, -$1) })
                else {
                    kept[index].diagnostics.append(kept[index].page.unplaced(name))
                    continue
                }
                var page = kept[target].page
                page.add(story)
                let before = kept[target]
                kept[target] = page.climbed()
                kept[target].steps = before.steps + kept[target].steps
                kept[target].expelled = before.expelled
                kept[target].diagnostics += before.diagnostics
            }
        }
    }

    /// Gives every story that the plan does not know a page.
    /// - Returns: false when there would have to be another page.
    private func sharesOut(_ pages: inout [KeptPage]) -> Bool {
        for story in stories where !story.story.isFiller {
            let name = story.story.name
            let isPlaced = pages.contains { page in
                !page.removed.contains(name)
                    && (page.members + page.added).contains { $0.subject == .story(name) }
            }
            guard !isPlaced else { continue }
            var wanted = story.story.page
            if case .rectangle(let page, _, _)? = story.story.pin { wanted = page ?? wanted }
            let index: Int
            if let wanted, let found = pages.firstIndex(where: { $0.plan.page == wanted }) {
                index = found
            } else {
                let section = edition.pages(of: story.story.section)
                let all = pages.indices.filter { !pages[$0].plan.isLocked }
                let home = all.filter { section.contains(pages[$0].plan.page) }
                let open = home.isEmpty ? all : home
                guard let widest = open.max(by: { (pages[$0].slack, -$0) < (pages[$1].slack, -$1) }) else {
                    continue
                }
                let area = story.flowLines(measure: grid.columnWidth).reduce(8) { $0 + $1.rows }
                if edition.pages.isEmpty, area > pages[widest].slack + 10 { return false }
                index = widest
            }
            pages[index].add(story)
        }
        return true
    }
}

extension KeptPage {
    /// A story that is new on the page.
    /// - Parameter setting: how the plan has it, where it has it at a place that cannot be.
    fileprivate mutating func add(_ story: MeasuredStory, as setting: StorySetting? = nil) {
        added.append(
            LadderPage.Member(
                subject: .story(story.story.name), priority: story.story.priority, isBoxed: story.story.isBoxed,
                rect: Placement.nowhere, setting: setting))
        stories[story.story.name] = story
    }

    /// Whether furniture or advertisements are others than those of a plan, or stand elsewhere.
    fileprivate func hasOtherAnchors(than modules: [Placement]) -> Bool {
        let before = modules.filter { !$0.isStory }
        let now = members.filter { $0.priority == nil }
        return before.count != now.count
            || !now.allSatisfy { member in
                before.contains { $0.subject == member.subject && $0.rect.withRowBelow == member.rect }
            }
    }
}
