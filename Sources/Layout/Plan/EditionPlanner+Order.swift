/// Follows a plan that a person has written, to the letter.
extension EditionPlanner {
    /// Adds the furniture that a plan leaves out, chooses the settings that are left to press, and checks the plan.
    func follow(_ written: [PagePlan], _ places: PlanPlaces) async -> Warned<PlannedEdition> {
        let treed = await followTrees(of: written, places)
        var plans = treed.output
        // What its tree gives no place, and that is said, stands nowhere.
        for index in plans.indices where plans[index].tree != nil {
            plans[index].modules.removeAll { !$0.hasPlace }
        }
        let edited = carryOutEdits(of: plans, places: places)
        let pageCount = max(edition.pages.count, plans.map(\.page).max() ?? 1)
        let furniture = FurniturePlanner(edition: edition, colophonRows: colophonRows)
        var completed = edited.output.plans.sorted { $0.page < $1.page }
        var diagnostics = treed.diagnostics + edited.diagnostics
        for index in completed.indices {
            let frame = furniture.frame(of: completed[index].page, pageCount: pageCount, asIn: completed[index])
            let missing = frame.anchors.filter { anchor in
                !completed[index].modules.contains { $0.subject == anchor.subject }
            }
            completed[index].modules = missing + completed[index].modules
            for module in completed[index].modules.indices {
                let placement = completed[index].modules[module]
                if placement.setting == nil {
                    completed[index].modules[module].setting = setting(for: placement)
                } else if let finding = misfit(of: placement, on: completed[index].page) {
                    diagnostics.append(finding)
                }
            }
        }
        let items = stories.map { PlanItem($0, fills: []) }
        let frames = completed.map { furniture.frame(of: $0.page, pageCount: pageCount, asIn: $0) }
        diagnostics += check(completed, against: items, frames: frames, on: grid)
        return Warned(finished(PlannedEdition(plans: completed)), diagnostics.map(places.placing))
    }

    private func setting(for placement: Placement) -> StorySetting? {
        guard case .story(let name) = placement.subject, placement.rect.height > 0,
            (1...grid.columns).contains(placement.rect.width),
            let whole = stories.first(where: { $0.story.name == name })
        else { return nil }
        let story = whole.version(placement.setting?.extent ?? .whole) ?? whole
        return FillSearch(
            story: story, columns: placement.rect.width, grid: grid, costs: costs.fill, store: StoryLineStore(story)
        ).run(rows: placement.rect.height)?.setting
    }

    /// Why a module as it is written does not fit.
    private func misfit(of placement: Placement, on page: Int) -> Diagnostic? {
        guard case .story(let name) = placement.subject, let setting = placement.setting,
            let story = stories.first(where: { $0.story.name == name })
        else { return nil }
        if let fault = story.fault(of: setting, in: placement.rect, on: grid) {
            return misfit(placement, on: page, fault)
        }
        let fills = StoryFills(story, grid: grid, costs: costs.fill)
        var known = KnownLines()
        guard
            let fit = fills.fit(
                setting, columns: placement.rect.width, rows: placement.rect.height + 1, known: &known),
            !fit.isAcceptable(inner: setting.innerColumns, before: placement.fit)
        else { return nil }
        return Layout.misfit(name, on: page, fit)
    }

    /// A module whose setting cannot be used.
    func misfit(_ placement: Placement, on page: Int, _ fault: Phrase) -> Diagnostic {
        let name = placement.subject.name
        return Diagnostic(
            .warning, .planMisfit,
            Phrase(zh: "“\(name)”不能照计划排：\(fault.zh)", en: "“\(name)” cannot be set as the plan says: \(fault.en)"),
            page: PagePlace(page: page, story: name))
    }
}

extension MeasuredStory {
    /// What no change of copy explains: a setting that a person has written and that cannot be had.
    func fault(of setting: StorySetting, in rect: GridRect, on grid: PageGrid) -> Phrase? {
        if setting.extent != extent {
            guard let version = version(setting.extent) else {
                return Phrase(zh: "稿件不能在那里断开", en: "the story cannot be parted there")
            }
            return version.fault(of: setting, in: rect, on: grid)
        }
        guard head.option(for: setting.head) != nil else {
            let sizes = (setting.head.direction == .vertical ? head.vertical : head.options).map {
                "\($0.size.scaled / Length.unitsPerPoint)"
            }.joined(separator: ", ")
            return Phrase(zh: "标题的字号可以是 \(sizes)", en: "its head may be \(sizes) pt")
        }
        guard geometry(columns: rect.width, rows: rect.height, setting: setting, grid: grid) != nil
        else {
            if let leg = setting.leg {
                return Phrase(
                    zh: "每行 \(leg) 字的 \(setting.innerColumns - 1) 栏旁边，留给图片的不足一栏",
                    en:
                        "beside \(setting.innerColumns - 1) legs of \(leg) characters pictures have less than a column"
                )
            }
            return Phrase(
                zh: "分成 \(setting.innerColumns) 栏，每栏不足四字",
                en: "\(setting.innerColumns) columns are narrower than four characters")
        }
        if !setting.head.hasDeck, !story.deck.isEmpty, !story.mayOmitDeck {
            return Phrase(
                zh: "副题不能省（稿件里要有 optional: [deck]）",
                en: "its deck may not be left out (`optional: [deck]` in the story)")
        }
        if let part = setting.quote, !mayQuoteStand(over: part) {
            return Phrase(
                zh: "引语不能排在第 \(part + 1) 段之前", en: "no pull quote can stand over its paragraph \(part + 1)")
        }
        for picture in setting.pictures {
            guard pictures.indices.contains(picture.picture) else { continue }
            if picture.columns.upperBound > setting.innerColumns {
                return Phrase(
                    zh: "第 \(picture.picture + 1) 幅图片超出了它的栏",
                    en: "picture \(picture.picture + 1) reaches beyond its columns")
            }
            if picture.rows.upperBound > rect.height {
                return Phrase(
                    zh: "第 \(picture.picture + 1) 幅图片比位置高",
                    en: "picture \(picture.picture + 1) is higher than its place")
            }
        }
        return nil
    }
}
