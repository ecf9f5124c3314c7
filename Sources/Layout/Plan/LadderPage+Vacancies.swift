/// Places on a page in which nothing stands, or stands any longer.
extension LadderPage {
    /// What is lower stays white.
    private static let leastRows = 4
    /// How far cuts move beside a place that is not quite of a story's size, and how many modules have a part in it.
    private static let vacancyReach = 60
    private static let mostBeside = 4

    /// The largest rectangles in which nothing stands, the largest first.
    var vacancies: [GridRect] {
        var taken = members.map(\.rect)
        var found: [GridRect] = []
        while let rect = largestVacancy(beside: taken) {
            found.append(rect)
            taken.append(rect)
        }
        return found
    }

    private func largestVacancy(beside taken: [GridRect]) -> GridRect? {
        // How many of a row's first columns are taken.
        var counts = Array(repeating: Array(repeating: 0, count: grid.columns + 1), count: grid.rows)
        for row in 0..<grid.rows {
            let spans = taken.filter { $0.rows.contains(row) }.map(\.columns)
            for column in 0..<grid.columns {
                let isTaken = spans.contains { $0.contains(column) }
                counts[row][column + 1] = counts[row][column] + (isTaken ? 1 : 0)
            }
        }
        var best: GridRect?
        for first in 0..<grid.columns {
            for end in first + 1...grid.columns {
                var start: Int?
                for row in 0...grid.rows {
                    if row < grid.rows, counts[row][end] == counts[row][first] {
                        start = start ?? row
                    } else if let from = start {
                        let rect = GridRect(columns: first..<end, rows: from..<row)
                        if rect.height >= Self.leastRows, rect.area > best?.area ?? 0 { best = rect }
                        start = nil
                    }
                }
            }
        }
        return best
    }

    /// Offers the places that are free to the stories that have none: those in which nothing stands, and those of stories that
    /// went.
    /// - Returns: the stories that found none, and those that went whose places nobody took.
    mutating func fillVacancies(
        with stories: [Member], leftBy gone: [String]
    ) -> (stories: [Member], gone: [String]) {
        var (left, gone) = (stories, gone)
        guard !stories.isEmpty else { return (left, gone) }
        for story in stories.sorted(by: { $0.priority ?? 0 > $1.priority ?? 0 }) {
            var ways = vacancies.map { (rect: $0, name: String?.none) }
            ways += gone.compactMap { name in index(of: name).map { (members[$0].rect, name) } }
            guard let way = ways.first(where: { take($0.rect, story, insteadOf: $0.name) }) else { continue }
            left.removeAll { $0.subject == story.subject }
            gone.removeAll { $0 == way.name }
        }
        return (left, gone)
    }

    /// Puts a story into a free place, where it fills it well; neighbours' cuts may move for it.
    private mutating func take(_ rect: GridRect, _ story: Member, insteadOf gone: String?) -> Bool {
        var page = self
        if let gone { page.members.removeAll { $0.subject == .story(gone) } }
        var member = story
        member.rect = rect
        page.members.append(member)
        let index = page.members.count - 1
        guard page.settleNew(index), page.keepsLead(after: self), page.keepsPins(after: self) else { return false }
        if page.members[index].isAcceptable {
            accept(page, .sameRectangles, story.name, .added)
            return true
        }
        for part in page.tree.ancestors(of: index) where part.count <= Self.mostBeside {
            var changed = page
            guard changed.moveCuts(of: part, reach: (Self.vacancyReach, 1)), changed.isFair(part, after: nil),
                changed.keepsLead(after: self), changed.keepsPins(after: self)
            else { continue }
            accept(changed, .sameTree, story.name, .added)
            return true
        }
        return false
    }

    /// Sets a story in its new place: as a plan had it, else as suits it best.
    /// - Returns: false where it cannot stand there.
    private mutating func settleNew(_ index: Int) -> Bool {
        let member = members[index]
        guard let fills = fills[member.name] else { return false }
        let (columns, rows) = (member.rect.width, member.rect.height)
        if let setting = member.setting, fills.story.story.allows(span: columns),
            let fit = fills.fit(setting, columns: columns, rows: rows, known: &known),
            fit.isLevel(inner: setting.innerColumns)
        {
            members[index].fit = fit
            return true
        }
        guard let fill = fill(index, in: member.rect) else { return false }
        (members[index].setting, members[index].fit) = (fill.setting, fill.fit)
        return true
    }

    // MARK: The lead

    /// Whether nothing has come to stand over the lead or left of it that did not before; a story that matters more may.
    func keepsLead(after before: LadderPage) -> Bool {
        guard let lead = before.standingLead, let index = index(of: before.members[lead.index].subject) else {
            return true
        }
        return leaders(of: index).allSatisfy { other in
            lead.leaders.contains(members[other].name)
                || members[other].priority ?? 0 > members[index].priority ?? 0
        }
    }

    /// Of the most important stories the one that has the fewest over it and left of it, and those.
    private var standingLead: (index: Int, leaders: [String])? {
        guard let top = members.compactMap(\.priority).max() else { return nil }
        return members.indices.filter { members[$0].priority == top }
            .map { (index: $0, leaders: leaders(of: $0).map { members[$0].name }) }
            .min { ($0.leaders.count, $0.index) < ($1.leaders.count, $1.index) }
    }

    /// The stories over another one, or left of it.
    private func leaders(of index: Int) -> [Int] {
        let rect = members[index].rect
        return members.indices.filter { other in
            guard other != index, members[other].priority != nil else { return false }
            let its = members[other].rect
            return its.rows.lowerBound < rect.rows.lowerBound && its.columns.overlaps(rect.columns)
                || its.columns.lowerBound < rect.columns.lowerBound && its.rows.overlaps(rect.rows)
        }
    }
}
