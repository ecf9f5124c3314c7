/// Furniture and advertisements that came, went or changed their size: they make room for themselves as a story does, on the
/// smallest part of the page that can give it.
extension LadderPage {
    /// The most stories that leave a page for an advertisement.
    private static let mostExpelled = 8

    /// Puts the page's anchors where they are now.
    /// - Parameters:
    ///   - now: where they are to stand; the page's members still stand where they stood.
    /// - Returns: whether all have their places; else the page is as it was.
    mutating func takeAnchors(_ now: [Member]) -> Bool {
        var page = self
        let before = page.members.filter(\.isAnchor)
        for old in before where !now.contains(where: { $0.subject == old.subject }) {
            guard let index = page.index(of: old.subject) else { continue }
            page.close(index, cause: .furniture)
        }
        for anchor in now where !before.contains(where: { $0.subject == anchor.subject && $0.rect == anchor.rect })
        {
            guard page.makeRoom(for: anchor) else { return false }
        }
        self = page
        return true
    }

    /// Gives one anchor its place.
    private mutating func makeRoom(for anchor: Member) -> Bool {
        var page = self
        let index: Int
        if let known = page.index(of: anchor.subject) {
            index = known
        } else {
            page.members.append(anchor)
            index = page.members.count - 1
        }
        var candidates: [Candidate] = []
        for part in parts(around: anchor.rect, at: index) {
            for isReplanned in [false, true] {
                var changed = page
                let isMade =
                    isReplanned
                    ? changed.replan(part, with: (index, anchor.rect))
                    : part.contains(index) && changed.moveCuts(of: part, to: (index, anchor.rect))
                guard isMade else { continue }
                let rung: LadderStep.Rung = isReplanned ? .subtree : .sameTree
                let isSmall = !isReplanned || part.count <= Self.mostReplanned
                if isSmall, changed.isFair(part, after: self) { return take(changed, rung, anchor) }
                candidates.append(Candidate(page: changed, rung: rung, score: changed.score(), part: part))
            }
        }
        if let best = candidates.min(by: { $0.score < $1.score }), best.score < Self.lostText {
            return take(best.page, best.rung, anchor)
        }
        // The page holds too much now: what matters least leaves it.
        page.members[index].rect = anchor.rect
        for count in 0...Self.mostExpelled {
            var changed = page
            if changed.mayHold, changed.replanWhole(isHasty: true) {
                _ = changed.moveCuts(of: changed.members.indices.map { $0 }, reach: (Self.shortReach, 0))
                let score = changed.score()
                candidates.append(Candidate(page: changed, rung: .page, score: score, part: []))
                if score < Self.lostText { break }
            }
            guard count < Self.mostExpelled, page.expelLeast() else { break }
        }
        guard let best = candidates.min(by: { $0.score < $1.score }) else { return false }
        return take(best.page, best.rung, anchor)
    }

    /// Whether the page might hold its stories, by their areas: heads and pictures give way a little.
    private var mayHold: Bool {
        let free = whole.area - members.filter(\.isAnchor).reduce(0) { $0 + $1.rect.area }
        let wanted = members.filter { $0.priority != nil }.reduce(0) {
            $0 + $1.rect.area - ($1.fit?.white ?? 0) + ($1.fit?.overset ?? 0)
        }
        return wanted * 90 <= free * 100
    }

    private mutating func take(_ page: LadderPage, _ rung: LadderStep.Rung, _ anchor: Member) -> Bool {
        accept(page, rung, anchor.name, .furniture)
        return true
    }

    /// The parts of the page that hold a rectangle, and a module where it stands already; the smallest first.
    private func parts(around rect: GridRect, at index: Int) -> [[Int]] {
        tree.parts.filter { part in
            let own = part.dropFirst().reduce(members[part[0]].rect) { $0.union(members[$1].rect) }
            return own.contains(rect) && (index == members.count || part.contains(index))
        }.sorted { $0.count < $1.count }
    }

    /// Takes the least story from the page: a filler, else a brief, else one of the middle.
    private mutating func expelLeast() -> Bool {
        let free = members.indices.filter { index in
            let member = members[index]
            return !member.isFixed && !member.isOrdered && member.priority.map { $0 <= 3 } ?? false
        }
        guard
            let least = free.min(by: { one, other in
                let (a, b) = (members[one], members[other])
                return (a.isFiller ? 0 : 1, a.priority ?? 1, -a.rect.area, one) < (
                    b.isFiller ? 0 : 1, b.priority ?? 1, -b.rect.area, other
                )
            })
        else { return false }
        expelled.append(members.remove(at: least).name)
        return true
    }

    private mutating func moveCuts(of part: [Int], to target: (index: Int, rect: GridRect)) -> Bool {
        let old = members[target.index].rect
        let rows = max(
            abs(old.rows.lowerBound - target.rect.rows.lowerBound),
            abs(old.rows.upperBound - target.rect.rows.upperBound))
        let columns = max(
            abs(old.columns.lowerBound - target.rect.columns.lowerBound),
            abs(old.columns.upperBound - target.rect.columns.upperBound))
        return moveCuts(of: part, reach: (rows + Self.shortReach, columns), target: target)
    }
}

extension LadderPage.Member {
    /// Furniture or an advertisement; the head over a column of briefs goes with its briefs.
    var isAnchor: Bool { priority == nil && subject != .briefs }
}
