/// Keeps a page as it stands while its copy changes: each rung of the ladder touches more than the one before, and the
/// first that makes the page good again is taken (`docs/planning.md`).
extension LadderPage {
    /// How far cuts move on a text edit; a story that comes or goes needs more.
    private static let reach = 8
    static let shortReach = 6
    private static let orderedReach = 24
    /// The most modules for which columns are moved as well, and which are planned anew as a part.
    private static let mostWithColumns = 4
    static let mostReplanned = 4
    /// New meetings of heads and cuts may cost so much before a rung is refused.
    private static let relationsAllowed = 30

    /// Fits every story into the rectangle it has: with the setting it has, else with white and looseness only, else anew.
    /// - Returns: the stories that need more than that, in reading order, and why.
    mutating func settle() -> [(story: String, cause: LadderStep.Cause)] {
        var bad: [(story: String, cause: LadderStep.Cause)] = []
        for index in members.indices where members[index].priority != nil {
            let member = members[index]
            guard !member.isLocked, let fills = fills[member.name] else { continue }
            let (width, height) = (member.rect.width, member.rect.height)
            let now = member.setting.flatMap { fills.fit($0, columns: width, rows: height, known: &known) }
            members[index].fit = now
            if let now, !member.isBanned, now.isAcceptable(inner: member.inner, before: member.before) { continue }
            let fault =
                member.isBanned
                ? .span : member.setting.flatMap { fills.fault(of: $0, columns: width, rows: height) }
            let cause: LadderStep.Cause =
                (member.isBanned ? nil : now).map { .copy(lines: $0.overset > 0 ? $0.overset : -$0.white) }
                ?? fault.map { .setting($0) }
                ?? (member.isOrdered ? .swap : .edit)
            if !member.isBanned, let setting = member.setting,
                let (changed, fit) = fills.adjusted(setting, columns: width, rows: height)
            {
                (members[index].setting, members[index].fit) = (changed, fit)
                if fit.isAcceptable(inner: member.inner, before: member.before) {
                    note(index, cause, .sameRectangles, moved: [])
                    continue
                }
            }
            if let fill = fill(index, in: member.rect) {
                let isBetter = members[index].fit.map { fill.fit.misfit < $0.misfit } ?? true
                if isBetter { (members[index].setting, members[index].fit) = (fill.setting, fill.fit) }
            }
            if member.isHandPlaced, !member.isBanned {
                // A person gave the rectangle and left the rest to press: it fits as well as it fits.
                members[index].before = members[index].fit
            } else if members[index].setting != nil, members[index].isAcceptable {
                if cause != .edit { note(index, cause, .sameRectangles, moved: []) }
            } else {
                bad.append((member.name, cause))
            }
        }
        return bad
    }

    /// Makes room for one story (or takes up what it left) on the smallest part of the page that can.
    mutating func relieve(_ name: String, cause: LadderStep.Cause) {
        guard let index = index(of: name), !members[index].isFixed else { return }
        let start = score()
        var candidates: [Candidate] = []
        let parts = differing(tree.ancestors(of: index))
        for part in parts {
            let isSmall = part.count <= Self.mostWithColumns
            let isOrdered = isSmall && members[index].isOrdered
            let reach = isOrdered ? Self.orderedReach : isSmall ? Self.reach : Self.shortReach
            for columns in isOrdered ? [0, 2] : !isSmall ? [0] : members[index].isBanned ? [0, 1, 3] : [0, 1] {
                var page = self
                guard page.moveCuts(of: part, reach: (reach, columns)), page.keepsPins(after: self) else {
                    continue
                }
                if page.isGood(part, after: self) { return accept(page, .sameTree, name, cause) }
                candidates.append(Candidate(page: page, rung: .sameTree, score: page.score(), part: part))
            }
        }
        // Rather a little white than modules planned anew.
        if settleForLess(candidates, start, index, cause) { return }
        for part in members[index].isOrdered ? [] : parts where (2...Self.mostReplanned).contains(part.count) {
            var page = self
            guard page.replan(part) else { continue }
            if page.isGood(part, after: self) { return accept(page, .subtree, name, cause) }
            candidates.append(Candidate(page: page, rung: .subtree, score: page.score(), part: part))
        }
        if settleForLess(candidates, start, index, cause) { return }
        // Larger parts, and the page, move several modules and take long to plan: they are looked at only where text would
        // be lost otherwise, and not on a page that never held its copy.
        let best = candidates.map(\.score).min() ?? start
        let heldItsCopy = members.allSatisfy { $0.before?.overset ?? 0 == 0 }
        if heldItsCopy, !members[index].isOrdered, min(best, start) >= Self.lostText {
            for part in parts where part.count > Self.mostReplanned && part.count < members.count {
                var page = self
                guard page.replan(part) else { continue }
                candidates.append(Candidate(page: page, rung: .subtree, score: page.score(), part: part))
                if page.isFair(part, after: self) { return accept(page, .subtree, name, cause) }
            }
            var page = self
            // What is planned in groups takes long, and moves everything: then it is said what to cut.
            if candidates.allSatisfy({ $0.score >= Self.lostText }),
                members.count(where: { $0.priority != nil }) <= mostLeaves, page.replanWhole(isHasty: true)
            {
                _ = page.moveCuts(of: page.members.indices.map { $0 }, reach: (Self.shortReach, 0))
                candidates.append(Candidate(page: page, rung: .page, score: page.score(), part: []))
            }
        }
        guard let chosen = candidates.min(by: { $0.score < $1.score }), chosen.score < start else {
            return note(index, cause, .sameRectangles, moved: [])
        }
        accept(chosen.page, chosen.rung, name, cause)
    }

    /// One way to change the page.
    struct Candidate {
        var page: LadderPage
        var rung: LadderStep.Rung
        var score: Int
        var part: [Int]
    }

    /// Takes the best of several ways, or leaves the page as it is, where all text finds room and no more than a row or two
    /// stays white at the feet of the columns.
    private mutating func settleForLess(
        _ candidates: [Candidate], _ start: Int, _ index: Int, _ cause: LadderStep.Cause
    ) -> Bool {
        let fair = candidates.filter { $0.page.isFair($0.part, after: self) }
        let best = fair.min { $0.score < $1.score }
        if members[index].isFair, start <= best?.score ?? .max {
            note(index, cause, .sameRectangles, moved: [])
            return true
        }
        guard let best else { return false }
        accept(best.page, best.rung, members[index].name, cause)
        return true
    }

    /// Finds a place for a new story beside one that stands, else plans the page anew with it.
    mutating func insert(_ member: Member) {
        let name = member.name
        var candidates: [(page: LadderPage, score: Int, isGood: Bool)] = []
        var page = self
        page.members.append(member)
        let new = page.members.count - 1
        let base = CutTree(members.map(\.rect))
        for host in members.indices where !members[host].isFixed && members[host].priority != nil {
            for part in base.ancestors(of: host).prefix(2) where part.count <= 4 {
                let whole = part.dropFirst().reduce(members[part[0]].rect) { $0.union(members[$1].rect) }
                let inner = CutTree(members.map(\.rect), part)
                for place in page.placesBeside(host, for: new) {
                    var changed = page
                    let tree = inner.replacing(host, with: place.tree)
                    guard changed.moveCuts(tree, place.rects, in: whole, reach: (24, 0)),
                        changed.keepsLead(after: self), changed.keepsPins(after: self)
                    else { continue }
                    candidates.append((changed, changed.score(), changed.isGood(part + [new], after: nil)))
                }
            }
        }
        if let best = candidates.filter(\.isGood).min(by: { $0.score < $1.score }) {
            return accept(best.page, .sameTree, name, .added)
        }
        if page.replanWhole() { candidates.append((page, page.score(), true)) }
        guard let best = candidates.min(by: { $0.score < $1.score }) else { return }
        accept(best.page, best.isGood ? .page : .sameTree, name, .added)
    }

    // MARK: What they have in common

    /// The cost of what differs from the page that stood, and of what the modules do to each other.
    mutating func score() -> Int {
        var sum = relations()
        for index in members.indices {
            let member = members[index]
            guard member.priority != nil, !member.isFixed else { continue }
            let isUntouched = member.stood == member.rect && member.isAcceptable
            if isUntouched { continue }
            sum += cost(index, in: member.rect) ?? 0
            if member.isBanned { sum += Self.lostText }
            if let fit = member.fit, fit.overset > member.before?.overset ?? 0 { sum += Self.lostText }
            // What it cost where it stood is not to blame on the edit.
            if let stood = member.stood, let fill = fill(index, in: stood),
                fill.fit.isLevel(inner: fill.setting.innerColumns)
            {
                sum -= fill.cost
            }
        }
        return sum
    }

    func isGood(_ part: [Int], after before: LadderPage?) -> Bool {
        part.allSatisfy { members[$0].isAcceptable } && keepsPeace(after: before)
    }

    func isFair(_ part: [Int], after before: LadderPage?) -> Bool {
        part.allSatisfy { members[$0].isFair } && keepsPeace(after: before)
    }

    /// Whether the modules get on with each other about as well as before.
    private func keepsPeace(after before: LadderPage?) -> Bool {
        relations() <= (before?.relations() ?? .max - Self.relationsAllowed) + Self.relationsAllowed
    }

    mutating func accept(
        _ page: LadderPage, _ rung: LadderStep.Rung, _ name: String, _ cause: LadderStep.Cause
    ) {
        let before = members
        self = page
        let moved = members.filter { member in
            before.contains { $0.subject == member.subject && $0.rect != member.rect }
        }.map(\.name)
        steps.append(LadderStep(page: self.page, story: name, cause: cause, rung: rung, moved: moved))
    }

    private mutating func note(_ index: Int, _ cause: LadderStep.Cause, _ rung: LadderStep.Rung, moved: [String]) {
        steps.append(LadderStep(page: page, story: members[index].name, cause: cause, rung: rung, moved: moved))
    }
}

extension Placement.Fit {
    /// Overset weighs more than a column that ends where none may, and that more than white.
    fileprivate var misfit: Int { overset * 100 + (isTorn ? 50 : 0) + white }
}
