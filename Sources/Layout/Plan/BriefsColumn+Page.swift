extension PageJob {
    /// Too many stories for the programme: the least of them become a column of briefs.
    mutating func gatherBriefs() {
        let members = BriefsColumn.members(of: mandatory, places: mostLeaves - fillers.count, rows: grid.rows)
        guard members.count >= BriefsColumn.fewest, members.first != 0 else { return }
        let column = BriefsColumn.item(of: members.map { mandatory[$0] }, on: grid)
        guard column.fills.contains(where: { $0.contains { $0 != nil } }) else { return }
        for index in members.reversed() {
            mandatory.remove(at: index)
            corners.remove(at: index)
        }
        // Where no group takes it in.
        mandatory.insert(column, at: ungrouped)
        corners.insert(nil, at: ungrouped)
    }

    /// The column of briefs as stories by themselves again.
    /// - Returns: whether there was one.
    mutating func partBriefs() -> Bool {
        guard let index = mandatory.firstIndex(where: { !$0.parts.isEmpty }) else { return false }
        let column = mandatory.remove(at: index)
        corners.remove(at: index)
        mandatory += column.parts
        corners += column.parts.map { _ in nil }
        return true
    }

    /// A column of no more than so many briefs, of none where that are too few; the others stand by themselves.
    /// - Returns: whether there is a longer one.
    mutating func shortenBriefs(to most: Int) -> Bool {
        guard let index = mandatory.firstIndex(where: { !$0.parts.isEmpty }), mandatory[index].parts.count > most
        else { return false }
        let parts = mandatory[index].parts
        let kept = most < BriefsColumn.fewest ? [] : Array(parts.suffix(most))
        let parted = parts.dropLast(kept.count)
        if kept.isEmpty {
            mandatory.remove(at: index)
            corners.remove(at: index)
        } else {
            mandatory[index] = BriefsColumn.item(of: kept, on: grid)
        }
        mandatory += parted
        corners += parted.map { _ in nil }
        return true
    }

    /// The stories that are never grouped: the lead, those in corners, the column of briefs.
    var ungrouped: Int { max(1, corners.lastIndex { $0 != nil }.map { $0 + 1 } ?? 1) }
}
