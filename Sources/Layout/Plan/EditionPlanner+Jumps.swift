extension EditionPlanner {
    /// The stories with those that go on on another page (转版) made two, where their own page is too full; empty where no
    /// story has to.
    ///
    /// A story is parted where its first part makes its page as full as it should be. Nothing jumps onto a page that has no
    /// room for it.
    func jumping(_ items: [PlanItem], _ shares: [PageAssignment]) async -> [PlanItem] {
        var planning = grid
        planning.rows += 1
        var over: [Int: Int] = [:]
        for share in shares {
            let used = share.items.reduce(0) { $0 + ($1.isFiller ? 0 : $1.naturalArea) }
            over[share.frame.page] = used - share.frame.freeArea(on: planning)
        }
        var result = items
        var hasJump = false
        for (index, story) in stories.enumerated() {
            guard let target = story.story.jump, story.story.forbidden.allows(.jump), let room = over[target],
                let page = shares.first(where: { $0.items.contains { $0.name == story.story.name } })?.frame.page,
                page != target, let surplus = over[page], surplus > grid.columns
            else { continue }
            let whole = items[index].naturalArea
            let firsts = await parts(of: story) { if case .jump = $0 { true } else { false } }
            let rests = await parts(of: story) { $0.isContinued }
            let fitting = zip(firsts, rests).filter { room + $0.1.naturalArea <= max(0, room) + grid.columns * 4 }
            // Rather a little room than a little too much.
            func misfit(_ parts: (PlanItem, PlanItem)) -> Int {
                let over = surplus - (whole - parts.0.naturalArea)
                return over > 0 ? over * 4 : -over
            }
            guard let best = fitting.min(by: { misfit($0) < misfit($1) }) else { continue }
            var (first, rest) = best
            (first.page, rest.page) = (page, target)
            result[index] = first
            result.append(rest)
            over[page] = surplus - whole + first.naturalArea
            over[target] = room + rest.naturalArea
            hasJump = true
        }
        return hasJump ? result : []
    }

    private func parts(of story: MeasuredStory, where isWanted: (StoryExtent) -> Bool) async -> [PlanItem] {
        let versions = story.versions.map(\.extent).filter(isWanted).compactMap { story.version($0) }
        let (grid, costs) = (self.grid, self.costs.fill)
        return await concurrentMap(versions) { part in
            planItem(part, fills: fills(for: part, on: grid, maxRows: grid.rows, costs: costs))
        }
    }
}
