/// One page of a kept plan with what has happened to it.
struct KeptPage: Sendable {
    /// As it was written.
    var plan: PagePlan
    /// The planner's: with a row below.
    let grid: PageGrid
    let costs: HouseCosts
    var members: [LadderPage.Member] = []
    /// The stories of the members and of those that are new, by name.
    var stories: [String: MeasuredStory] = [:]
    /// Stories that are no longer on the page; they still have their members.
    var removed: [String] = []
    /// Stories that are new on it, without rectangles.
    var added: [LadderPage.Member] = []
    var anchorsChanged = false
    /// Whether the plan cannot be followed as it is written: furniture overlaps or leaves the page, or there are no cuts for its tree.
    var isTornUp = false
    /// Whether a story that the plan has twice was taken from it.
    var isDoubled = false

    /// About how many column-rows are free.
    var slack: Int {
        let stories = members.filter { $0.priority != nil && !removed.contains($0.name) }
        let free = grid.columns * grid.rows - members.filter { $0.priority == nil }.reduce(0) { $0 + $1.rect.area }
        let taken = stories.reduce(0) { $0 + $1.rect.area - ($1.fit?.white ?? 0) + ($1.fit?.overset ?? 0) }
        return free - taken - added.count * 40
    }

    struct Climbed: Sendable {
        var steps: [LadderStep]
        var known: KnownLines
        var plan: PagePlan
        /// As the ladder left it.
        var page: KeptPage
        /// Stories that had to leave it.
        var expelled: [String] = []
        var diagnostics: [Diagnostic]
    }

    /// The page at the foot of the ladder.
    private var ladder: LadderPage {
        var pageGrid = grid
        pageGrid.rows -= 1
        let fills = stories.mapValues { StoryFills($0, grid: pageGrid, costs: costs.fill) }
        for member in members + added {
            if let setting = member.setting { fills[member.name]?.arrangement = setting.arrangement }
        }
        var page = LadderPage(page: plan.page, grid: grid, costs: costs.plan, members: members, fills: fills)
        // Furniture and advertisements make room for themselves from where they stood.
        if anchorsChanged, !isTornUp, added.count <= 1, !plan.isLocked {
            page.members = standingAnchors + members.filter { !$0.isAnchor }
        }
        return page
    }

    private var standingAnchors: [LadderPage.Member] {
        plan.modules.filter { !$0.isStory && $0.subject != .briefs }.map {
            LadderPage.Member(
                subject: $0.subject, rect: $0.rect.withRowBelow, setting: nil, isFixed: true, isPinned: true)
        }
    }

    /// Why each story stands where it stands.
    func account() -> PageAccount { ladder.account() }

    /// Up the ladder, as far as it takes.
    func climbed() -> Climbed {
        var page = ladder
        var diagnostics: [Diagnostic] = []
        let bad = page.settle()
        var stays = false
        var (added, removed) = (self.added, self.removed)
        if !plan.isLocked, !isTornUp, !anchorsChanged || added.count <= 1 {
            (added, removed) = page.fillVacancies(with: added, leftBy: removed)
        }
        let isTornUp = isTornUp || isDoubled && !page.vacancies.isEmpty
        if plan.isLocked {
            for name in removed { page.members.removeAll { $0.name == name } }
            diagnostics += added.map { unplaced($0.name) }
        } else if isTornUp || added.count > 1 {
            page.members.removeAll { removed.contains($0.name) }
            page.members += added
            let before = page
            if page.replanWhole() {
                page.note(isTornUp ? .edit : .added, after: before)
            } else {
                if isTornUp || anchorsChanged { stays = true }
                page.members.removeAll { member in added.contains { $0.subject == member.subject } }
                diagnostics += added.map { unplaced($0.name) }
            }
        } else {
            for name in removed { if let index = page.index(of: name) { page.close(index, cause: .removed) } }
            if anchorsChanged, !page.takeAnchors(members.filter(\.isAnchor)) { stays = true }
            for story in bad { page.relieve(story.story, cause: story.cause) }
            page.meetPins()
            for member in added {
                page.insert(member)
                if page.index(of: member.name) == nil { diagnostics.append(unplaced(member.name)) }
            }
        }
        let isTouched = page.members.map(\.setting) != members.map(\.setting) || !page.steps.isEmpty
        let plan =
            stays
            ? standing : isTouched || page.members.map(\.rect) != members.map(\.rect) ? written(&page) : self.plan
        var settled = self
        settled.members = page.members
        settled.plan = plan
        (settled.removed, settled.added) = ([], [])
        (settled.anchorsChanged, settled.isTornUp, settled.isDoubled) = (false, false, false)
        return Climbed(
            steps: page.steps, known: page.known, plan: plan, page: settled, expelled: page.expelled,
            diagnostics: diagnostics + misfits(page) + page.unmet())
    }

    /// The page as it stood, where it finds no way round an advertisement that is new or larger: nothing is set over anything
    /// else, and the closing account says what is missing.
    private var standing: PagePlan {
        var plan = self.plan
        plan.modules.removeAll { removed.contains($0.subject.name) || !$0.hasPlace }
        return plan
    }

    func unplaced(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, .storyUnplaced,
            Phrase(
                zh: "“\(name)”未排：第 \(plan.page) 版的计划里没有它的位置",
                en: "“\(name)” is not placed: the plan of page \(plan.page) has no room for it"),
            page: PagePlace(page: plan.page, story: name),
            hint: Phrase(zh: "删改别的稿件，或用 --replan 重新安排", en: "cut other stories, or plan anew with --replan"))
    }

    /// What stays wrong with modules that a person has fixed: the rest is the composer's to say.
    private func misfits(_ page: LadderPage) -> [Diagnostic] {
        page.members.filter { ($0.isFixed || $0.isHandPlaced || $0.isOrdered) && $0.priority != nil }.compactMap {
            member in
            let before = member.isHandPlaced ? nil : member.before
            guard let fit = member.fit, !fit.isAcceptable(inner: member.inner, before: before) else { return nil }
            return misfit(member.name, on: plan.page, fit)
        }
    }

    /// The page as a plan again.
    private func written(_ page: inout LadderPage) -> PagePlan {
        var plan = self.plan
        let order = page.tree.members
        plan.modules = order.map { index in
            let member = page.members[index]
            return Placement(
                member.subject, in: member.rect.withoutRowBelow, setting: member.setting,
                isPinned: member.isPinned, isLocked: member.isLocked && !plan.isLocked, fit: member.fit)
        }
        plan.cost = page.cost()
        (plan.isProven, plan.gap) = (false, nil)
        return plan
    }
}

extension LadderPage {
    /// Says that the whole page was planned anew.
    fileprivate mutating func note(_ cause: LadderStep.Cause, after before: LadderPage) {
        let moved = members.filter { member in
            before.members.contains { $0.subject == member.subject && $0.rect != member.rect }
        }
        steps.append(LadderStep(page: page, story: nil, cause: cause, rung: .page, moved: moved.map(\.name)))
    }
}

/// A module that does not fit as a person has placed it.
func misfit(_ name: String, on page: Int, _ fit: Placement.Fit) -> Diagnostic {
    let isOver = fit.overset > 0
    let lines = isOver ? fit.overset : fit.white
    return Diagnostic(
        .warning, .planMisfit,
        Phrase(
            zh: "“\(name)”在计划给的位置\(isOver ? "多出" : "空着") \(lines) 行",
            en: "“\(name)” is \(lines) lines too \(isOver ? "long" : "short") for its place in the plan"),
        page: PagePlace(page: page, story: name),
        hint: isOver
            ? Phrase(zh: "加大 rows 或 columns，或删稿", en: "give it more rows or columns, or cut it")
            : Phrase(zh: "减小 rows，或让下面的往上移", en: "give it fewer rows"))
}
