/// Carries out what a person asks for in a plan: stories that change places, cuts that move. What cannot be done is said.
///
/// - Returns: the plans without their edits; modules that were touched have no setting, which is to be chosen.
func carryOutEdits(of plans: [PagePlan], places: PlanPlaces) -> Warned<EditedPlans> {
    var edited = EditedPlans(plans: plans)
    var diagnostics: [Diagnostic] = []
    for (index, plan) in plans.enumerated() {
        for (number, edit) in plan.edits.enumerated() {
            guard let fault = edited.carryOut(edit, onPage: index) else { continue }
            diagnostics.append(
                Diagnostic(
                    .error, .planInvalid, fault, at: places.edit(number, on: plan.page),
                    page: PagePlace(page: plan.page)))
        }
        edited.plans[index].edits = []
    }
    return Warned(edited, diagnostics)
}

/// Plans on which edits were carried out.
struct EditedPlans {
    var plans: [PagePlan]
    /// Modules whose edges a person has moved: they stay where they were put.
    var nudged: [Placement.Subject] = []
    var swapped: [Placement.Subject] = []

    init(plans: [PagePlan]) { self.plans = plans }

    private func find(_ name: String) -> (page: Int, module: Int)? {
        for page in plans.indices {
            if let module = plans[page].modules.firstIndex(where: { $0.subject == .story(name) }) {
                return (page, module)
            }
        }
        return nil
    }

    /// - Returns: why it cannot be done.
    fileprivate mutating func carryOut(_ edit: PlanEdit, onPage page: Int) -> Phrase? {
        switch edit {
        case .swap(let one, let other):
            guard let first = find(one) else { return missing(one) }
            guard let second = find(other) else { return missing(other) }
            let modules = (plans[first.page].modules[first.module], plans[second.page].modules[second.module])
            for module in [modules.0, modules.1] where module.isLocked || module.isPinned {
                return Phrase(
                    zh: "“\(module.subject.name)”已钉住，不能换位置",
                    en: "“\(module.subject.name)” is pinned: it cannot be swapped")
            }
            for module in [modules.0, modules.1] where module.setting?.extent.isPart == true {
                return parted(module)
            }
            plans[first.page].modules[first.module] = Placement(modules.1.subject, in: modules.0.rect)
            plans[second.page].modules[second.module] = Placement(modules.0.subject, in: modules.1.rect)
            swapped += [modules.0.subject, modules.1.subject]
            return nil
        case .nudgeBelow(let name, let rows): return nudge(name, by: rows, isStacked: true, on: page)
        case .nudgeRight(let name, let columns): return nudge(name, by: columns, isStacked: false, on: page)
        }
    }

    /// Moves the cut that a story ends at: everything that ends or begins there goes with it.
    private mutating func nudge(_ name: String, by count: Int, isStacked: Bool, on page: Int) -> Phrase? {
        var modules = plans[page].modules
        guard let module = modules.firstIndex(where: { $0.subject == .story(name) }) else { return missing(name) }
        let rects = modules.map(\.rect.withRowBelow)
        guard let cut = CutTree(rects).cut(after: module, isStacked: isStacked, rects) else {
            return isStacked
                ? Phrase(zh: "“\(name)”下面没有可移的分割线", en: "there is no cut below “\(name)”")
                : Phrase(zh: "“\(name)”右边没有可移的分割线", en: "there is no cut to the right of “\(name)”")
        }
        for index in cut.first + cut.second {
            var rect = rects[index]
            let isBefore = cut.first.contains(index)
            var range = isStacked ? rect.rows : rect.columns
            let (low, high) =
                isBefore
                ? (range.lowerBound, range.upperBound + count) : (range.lowerBound + count, range.upperBound)
            let isFixed =
                modules[index].isLocked || modules[index].isPinned
                || { if case .story = modules[index].subject { false } else { true } }()
            guard !isFixed else {
                return Phrase(
                    zh: "“\(modules[index].subject.name)”不能动",
                    en: "“\(modules[index].subject.name)” cannot be moved")
            }
            if modules[index].setting?.extent.isPart == true { return parted(modules[index]) }
            guard low + (isStacked ? 1 : 0) < high else {
                return Phrase(
                    zh: "移动以后“\(modules[index].subject.name)”没有大小了",
                    en: "“\(modules[index].subject.name)” would have no size left")
            }
            range = low..<high
            if isStacked { rect.rows = range } else { rect.columns = range }
            modules[index] = Placement(modules[index].subject, in: rect.withoutRowBelow)
            nudged.append(modules[index].subject)
        }
        plans[page].modules = modules
        return nil
    }

    /// How much of it stands here is in its setting, which an edit leaves open.
    private func parted(_ module: Placement) -> Phrase {
        let name = module.subject.name
        return Phrase(
            zh: "“\(name)”转版，分在两处，不能照此改动", en: "“\(name)” goes on on another page: its parts cannot be moved so")
    }

    private func missing(_ name: String) -> Phrase {
        Phrase(zh: "计划里没有“\(name)”", en: "“\(name)” is not in the plan")
    }
}

extension CutTree {
    /// The lowest cut at which a module ends, with the modules that touch it on either side.
    fileprivate func cut(after index: Int, isStacked: Bool, _ rects: [GridRect]) -> (first: [Int], second: [Int])? {
        func range(_ member: Int) -> Range<Int> { isStacked ? rects[member].rows : rects[member].columns }
        func touching(_ a: CutTree, _ b: CutTree) -> (first: [Int], second: [Int]) {
            let edge = a.members.map { range($0).upperBound }.max() ?? 0
            return (
                a.members.filter { range($0).upperBound == edge }, b.members.filter { range($0).lowerBound == edge }
            )
        }
        switch self {
        case .module, .knot: return nil
        case .stacked(let a, let b), .sideBySide(let a, let b):
            if b.members.contains(index) { return b.cut(after: index, isStacked: isStacked, rects) }
            if let inner = a.cut(after: index, isStacked: isStacked, rects) { return inner }
            guard a.members.contains(index), self.isStacked == isStacked else { return nil }
            let found = touching(a, b)
            return found.first.contains(index) ? found : nil
        }
    }

    private var isStacked: Bool? {
        switch self {
        case .stacked: true
        case .sideBySide: false
        case .module, .knot: nil
        }
    }
}
