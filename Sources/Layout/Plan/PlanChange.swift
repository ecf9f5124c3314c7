/// What a plan does otherwise than the one before.
public struct PlanChange: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// It stands in another rectangle.
        case moved
        /// It stands where it stood and is set otherwise: head, pictures, columns, white.
        case refitted
        case added, removed
    }

    /// A place on a page: 0-based and half-open.
    public struct Spot: Hashable, Sendable {
        /// 1-based.
        public var page: Int
        public var rect: GridRect
    }

    public var story: String
    public var kind: Kind
    public var from: Spot?
    public var to: Spot?
    /// For whose sake, and how: nil where the plan itself was edited by hand.
    public var step: LadderStep?

    /// Everything that differs between two plans of one edition, in the order of the new one; what went comes last.
    public static func changes(from old: [PagePlan], to new: [PagePlan], steps: [LadderStep] = []) -> [PlanChange] {
        func spots(_ plans: [PagePlan]) -> [(spot: Spot, module: Placement)] {
            plans.flatMap { plan in
                plan.modules.map { (Spot(page: plan.page, rect: $0.rect), $0) }
            }
        }
        let before = spots(old), after = spots(new)
        func step(_ name: String, _ page: Int) -> LadderStep? {
            steps.last { $0.page == page && ($0.story == name || $0.moved.contains(name)) }
        }
        var changes: [PlanChange] = []
        for (spot, module) in after {
            let name = module.subject.name
            // Furniture stands on several pages under one name.
            let same = before.filter { $0.module.subject == module.subject }
            guard let was = same.first(where: { $0.spot.page == spot.page }) ?? (module.isStory ? same.first : nil)
            else {
                changes.append(PlanChange(story: name, kind: .added, to: spot, step: step(name, spot.page)))
                continue
            }
            if was.spot != spot {
                changes.append(
                    PlanChange(story: name, kind: .moved, from: was.spot, to: spot, step: step(name, spot.page)))
            } else if was.module.setting != module.setting {
                changes.append(
                    PlanChange(story: name, kind: .refitted, from: was.spot, to: spot, step: step(name, spot.page)))
            }
        }
        for (spot, module) in before
        where !after.contains(where: {
            $0.module.subject == module.subject && (module.isStory || $0.spot.page == spot.page)
        }) {
            let name = module.subject.name
            changes.append(PlanChange(story: name, kind: .removed, from: spot, step: step(name, spot.page)))
        }
        return changes
    }
}

extension Placement {
    var isStory: Bool { if case .story = subject { true } else { false } }
}
