/// What stories' front matter asks of a page that is kept: pins and spans hold there as they do for a new page.
extension LadderPage {
    /// Moves stories that their front matter has elsewhere: one that belongs into a corner changes places with what stands
    /// there; where that does not do, the page is planned anew.
    mutating func meetPins() {
        for name in members.filter({ !$0.isFixed && $0.priority != nil }).map(\.name) {
            guard let index = index(of: name), !isPinMet(index) else { continue }
            var candidates: [(page: LadderPage, rung: LadderStep.Rung)] = []
            var swapped = self
            if case .corner? = pin(of: index), swapped.swapIntoCorner(index) {
                candidates.append((swapped, .subtree))
            }
            var anew = self
            if candidates.isEmpty, anew.replanWhole(), anew.index(of: name).map({ anew.isPinMet($0) }) == true {
                candidates.append((anew, .page))
            }
            if let best = candidates.first { accept(best.page, best.rung, name, .setting(.pin)) }
        }
    }

    /// Whether every story whose pin was met still stands where it is pinned.
    func keepsPins(after before: LadderPage) -> Bool {
        before.members.indices.allSatisfy { old in
            guard before.pin(of: old) != nil, before.isPinMet(old),
                let index = index(of: before.members[old].subject)
            else { return true }
            return isPinMet(index)
        }
    }

    /// What front matter asks for and the page does not give.
    func unmet() -> [Diagnostic] {
        members.indices.compactMap { index in
            guard members[index].priority != nil, let story = fills[members[index].name]?.story.story else {
                return nil
            }
            let member = members[index]
            if !isPinMet(index) {
                return unmet(
                    story, zh: "未放在指定位置：计划里的位置动不了",
                    en: "is not where it is pinned: the plan has it elsewhere, and it could not be moved")
            }
            if !story.allows(span: member.rect.width) {
                return unmet(
                    story, zh: "占 \(member.rect.width) 栏，稿件里不许，又动不了",
                    en: "stands over \(member.rect.width) columns, which the story forbids, and could not be moved")
            }
            return nil
        }
    }

    private func unmet(_ story: Story, zh: String, en: String) -> Diagnostic {
        Diagnostic(
            .warning, .pinUnmet, Phrase(zh: "“\(story.name)”\(zh)", en: "“\(story.name)” \(en)"), at: story.place,
            page: PagePlace(page: page, story: story.name),
            hint: Phrase(
                zh: "改稿件里的 pin、columns、forbid，或用 --replan 重新安排",
                en: "change `pin`, `columns` or `forbid` of the story, or plan anew with --replan"))
    }

    private func pin(of index: Int) -> Story.Pin? {
        guard members[index].priority != nil else { return nil }
        return fills[members[index].name]?.story.story.pin
    }

    private func isPinMet(_ index: Int) -> Bool {
        switch pin(of: index) {
        case .corner(let corner)?: return stands(index, in: corner)
        case .rectangle(let page, let columns, let rows)? where (page ?? self.page) == self.page:
            return members[index].rect.withoutRowBelow
                == GridRect(
                    columns: columns.lowerBound - 1..<columns.upperBound,
                    rows: rows.lowerBound - 1..<rows.upperBound)
        default: return true
        }
    }

    /// Whether a story stands in a corner of what stories have of the page, or has none beyond it either way.
    private func stands(_ index: Int, in corner: Advertisement.Corner) -> Bool {
        let sides: (top: Bool?, left: Bool?) =
            switch corner {
            case .top: (true, nil)
            case .bottom: (false, nil)
            case .topLeft: (true, true)
            case .topRight: (true, false)
            case .bottomLeft: (false, true)
            case .bottomRight: (false, false)
            }
        let rect = members[index].rect
        let others = members.indices.filter { $0 != index && members[$0].priority != nil }.map { members[$0].rect }
        func isBeyond(_ its: Range<Int>, _ own: Range<Int>, isLow: Bool) -> Bool {
            isLow ? its.lowerBound < own.lowerBound : its.upperBound > own.upperBound
        }
        let above = others.filter { other in
            sides.top.map { isBeyond(other.rows, rect.rows, isLow: $0) } ?? false
        }
        let beside = others.filter { other in
            sides.left.map { isBeyond(other.columns, rect.columns, isLow: $0) } ?? false
        }
        if above.isEmpty, beside.isEmpty { return true }
        return above.allSatisfy { !$0.columns.overlaps(rect.columns) }
            && beside.allSatisfy { !$0.rows.overlaps(rect.rows) }
    }

    /// Changes a story's place with that of the one in its corner.
    private mutating func swapIntoCorner(_ index: Int) -> Bool {
        guard case .corner(let corner)? = pin(of: index),
            let other = members.indices.first(where: {
                $0 != index && members[$0].priority != nil && !members[$0].isFixed && stands($0, in: corner)
            })
        else { return false }
        let before = self
        let rects = (members[index].rect, members[other].rect)
        let names = [members[index].name, members[other].name]
        for (one, rect) in [(index, rects.1), (other, rects.0)] {
            members[one].isOrdered = true
            guard let fill = fill(one, in: rect) else { return false }
            (members[one].rect, members[one].setting, members[one].fit) = (rect, fill.setting, fill.fit)
            (members[one].before, members[one].isBanned) = (nil, false)
        }
        for name in names {
            if let index = self.index(of: name), !members[index].isAcceptable { relieve(name, cause: .edit) }
        }
        steps = before.steps
        for name in names {
            guard let index = self.index(of: name), members[index].isFair else { return false }
            members[index].isOrdered = false
        }
        return keepsLead(after: before) && isPinMet(index)
    }
}
