/// Stories that stand on two pages (转版), in a plan that is kept: when their copy changes, text first moves from one part to
/// the other; only then does anything else move.
extension EditionPlanner {
    /// A story on two pages, as a plan has it.
    private struct Parted {
        let story: MeasuredStory
        let first: (page: Int, module: Int)
        let rest: (page: Int, module: Int)
    }

    /// How a story may be parted, and how its parts fit then.
    private struct Parting {
        var after: Int
        var misfit: Int
        var away: Int
        /// Of the first part: over, or white when negative.
        var lines: Int
    }

    /// Parts each story where both parts fit their places, as near as can be to where it was parted.
    /// - Returns: nil when one of them can no longer be parted at all.
    func parting(_ plans: [PagePlan]) -> (plans: [PagePlan], steps: [LadderStep])? {
        var plans = plans
        var steps: [LadderStep] = []
        for page in plans.indices {
            for module in plans[page].modules.indices {
                guard let setting = plans[page].modules[module].setting, setting.extent.isPart,
                    let story = stories.first(where: { $0.story.name == plans[page].modules[module].subject.name })
                else { continue }
                guard case .jump(let after) = setting.extent else {
                    // The other part must be there.
                    if parted(story, in: plans) == nil { return nil }
                    continue
                }
                guard let parted = parted(story, in: plans) else { return nil }
                let now = parting(parted, after: after, was: after, in: plans)
                if let now, now.misfit == 0 { continue }
                let isLocked = [parted.first, parted.rest].contains {
                    plans[$0.page].isLocked || plans[$0.page].modules[$0.module].isLocked
                }
                if isLocked || story.story.isLocked, now != nil { continue }
                let ways = story.versions.compactMap { version -> Parting? in
                    guard case .jump(let other) = version.extent else { return nil }
                    return parting(parted, after: other, was: after, in: plans)
                }
                guard let best = ways.min(by: { ($0.misfit, $0.away) < ($1.misfit, $1.away) }) else { return nil }
                guard best.after != after else { continue }
                plans[page].modules[module].setting?.extent = .jump(after: best.after)
                plans[parted.rest.page].modules[parted.rest.module].setting?.extent = .continued(after: best.after)
                let cause = now.map { LadderStep.Cause.copy(lines: $0.lines) } ?? .setting(.parting)
                for page in [parted.first.page, parted.rest.page] {
                    steps.append(
                        LadderStep(
                            page: plans[page].page, story: story.story.name, cause: cause, rung: .sameRectangles,
                            moved: []))
                }
            }
        }
        return (plans, steps)
    }

    private func parted(_ story: MeasuredStory, in plans: [PagePlan]) -> Parted? {
        func find(_ isWanted: (StoryExtent) -> Bool) -> (page: Int, module: Int)? {
            for page in plans.indices {
                let module = plans[page].modules.firstIndex { module in
                    module.subject == .story(story.story.name) && module.setting.map { isWanted($0.extent) } == true
                }
                if let module { return (page, module) }
            }
            return nil
        }
        guard let first = find({ $0.isPart && !$0.isContinued }), let rest = find(\.isContinued) else { return nil }
        return Parted(story: story, first: first, rest: rest)
    }

    private func parting(_ parted: Parted, after: Int, was: Int, in plans: [PagePlan]) -> Parting? {
        func fit(_ place: (page: Int, module: Int), _ extent: StoryExtent) -> (misfit: Int, lines: Int)? {
            let module = plans[place.page].modules[place.module]
            guard var setting = module.setting,
                let part = parted.story.version(extent, from: plans[parted.first.page].page)
            else { return nil }
            setting.extent = extent
            let fills = StoryFills(part, grid: grid, costs: costs.fill)
            var known = KnownLines()
            let (columns, rows) = (module.rect.width, module.rect.height + 1)
            let now = fills.fit(setting, columns: columns, rows: rows, known: &known)
            func misfit(_ fit: Placement.Fit) -> Int {
                fit.isAcceptable(inner: setting.innerColumns, before: module.fit)
                    ? 0 : fit.overset * 100 + fit.white
            }
            let lines = now.map { $0.overset > 0 ? $0.overset : -$0.white } ?? 0
            if let now, misfit(now) == 0 { return (0, lines) }
            guard let adjusted = fills.adjusted(setting, columns: columns, rows: rows) else { return nil }
            return (misfit(adjusted.1), lines)
        }
        guard let one = fit(parted.first, .jump(after: after)),
            let other = fit(parted.rest, .continued(after: after))
        else { return nil }
        return Parting(after: after, misfit: one.misfit + other.misfit, away: abs(after - was), lines: one.lines)
    }
}
