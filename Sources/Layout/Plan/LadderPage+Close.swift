/// A module that went, and the place that it leaves.
extension LadderPage {
    /// How far cuts move.
    private static let wideReach = 60

    /// Lets the neighbours of a module that went grow into its place: those of the smallest part of the page that fill it well.
    /// Where none do, the place is left white, and said; only for an advertisement is the page planned anew.
    mutating func close(_ index: Int, cause: LadderStep.Cause) {
        let (name, rect) = (members[index].name, members[index].rect)
        let parts = tree.ancestors(of: index)
        var open = self
        open.members.remove(at: index)
        var candidates: [(page: LadderPage, score: Int)] = []
        var fair: LadderPage?
        for part in parts where part.count > 1 {
            let whole = part.dropFirst().reduce(members[part[0]].rect) { $0.union(members[$1].rect) }
            let rest = part.filter { $0 != index }.map { $0 > index ? $0 - 1 : $0 }
            var page = open
            guard page.moveCuts(of: rest, in: whole, reach: (Self.wideReach, 1)), page.keepsPins(after: self)
            else { continue }
            if page.isGood(rest, after: nil) { return accept(page, .sameTree, name, cause) }
            if page.isFair(rest, after: nil) { fair = fair ?? page }
            candidates.append((page, page.score()))
            if part.count > Self.mostReplanned { break }
        }
        if let fair { return accept(fair, .sameTree, name, cause) }
        if cause == .furniture {
            var page = open
            if candidates.isEmpty || candidates.allSatisfy({ $0.score > 4 * costs.moved }), page.replanWhole() {
                let score = page.score()
                if candidates.allSatisfy({ score <= $0.score }) { return accept(page, .page, name, cause) }
            }
        }
        let prices = members.compactMap { fills[$0.name]?.costs }.first
        let white = cause == .furniture ? .max : open.score() + (prices?.whiteCost(rect.area) ?? 0)
        if let chosen = candidates.min(by: { $0.score < $1.score }), chosen.score < white {
            return accept(chosen.page, .sameTree, name, cause)
        }
        members.remove(at: index)
        steps.append(LadderStep(page: page, story: name, cause: cause, rung: .sameRectangles, moved: []))
    }
}
