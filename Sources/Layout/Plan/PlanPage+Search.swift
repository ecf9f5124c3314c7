extension PageJob {
    /// The best tilings, giving way step by step.
    mutating func search() -> PageSearchResult? {
        let lead = mandatory.first.map { !$0.isFiller } ?? false
        let hasPins = corners.contains { $0 != nil }
        searched = mandatory + fillers
        if let result = closed() { return result }
        if isHasty { return freeArea > 0 ? pageSearch().plans(PageSearch.Effort.hasty) : nil }
        if retreats == 0, freeArea > 0 {
            if let result = pageSearch().plans([PageSearch.Effort.thorough[0]]) { return withEar(result) }
            // Perhaps a long column of briefs finds no place beside what stands fixed: a shorter one, or none.
            for most in [BriefsColumn.most / 2, 0] {
                var other = self
                guard other.shortenBriefs(to: most), !fixed.isEmpty else { continue }
                if let result = other.pageSearch().plans([PageSearch.Effort.thorough[0]]) {
                    self = other
                    searched = mandatory + fillers
                    return result
                }
            }
        }
        var search = pageSearch()
        guard freeArea > 0 else { return nil }
        if retreats == 0, let result = search.plans(Array(PageSearch.Effort.thorough.dropFirst())) { return result }
        if hasPins, retreats == 0 {
            search.corners = search.corners.map { _ in nil }
            search.keepsLead = lead
            if let result = search.plans(PageSearch.Effort.quick) {
                for (item, corner) in zip(mandatory, corners) where corner != nil {
                    reportUnmet(item, zh: "版面无法照此安排", en: "the page cannot be arranged so")
                }
                return result
            }
        }
        // What stands fixed may leave no room for the lead in its place.
        search.keepsLead = false
        if retreats == 0, lead, !fixed.isEmpty, let result = search.plans(PageSearch.Effort.quick) { return result }
        search.leavesBlanks = true
        if retreats < 4, let result = search.plans(PageSearch.Effort.quick) { return result }
        search.crossesAnchors = !fixed.isEmpty
        return search.plans([PageSearch.Effort.coarse])
    }

    /// The best tilings of a page that is closed from the top; nil where it is not short of copy, or text would find no room
    /// beside what stands fixed.
    private mutating func closed() -> PageSearchResult? {
        guard retreats == 0, !isHasty else { return nil }
        var foot = closing()
        while let strip = foot {
            white = [strip]
            if let result = pageSearch().plans([PageSearch.Effort.thorough[0], .thin]).map({ withEar($0) }),
                overset(in: result) == 0
            {
                return result
            }
            foot = higher(strip)
        }
        white = []
        return nil
    }

    /// On a page that has room for all its copy no text goes without because none of the stories suits the ear beside the
    /// nameplate: rather the ear stays empty.
    private mutating func withEar(_ result: PageSearchResult) -> PageSearchResult {
        let wanted = mandatory.reduce(0) { $0 + $1.naturalArea }
        guard let ear = PageFrame(page: frame.page, anchors: fixed).freeEar(columns: grid.columns),
            overset(in: result) > 0, wanted <= freeArea - ear.area
        else { return result }
        white.append(ear)
        if let other = pageSearch().plans(PageSearch.Effort.quick), overset(in: other) < overset(in: result) {
            return other
        }
        white.removeLast()
        return result
    }

    private func overset(in result: PageSearchResult) -> Int {
        result.drafts.first?.modules.reduce(0) { $0 + placed($1).fill.overset } ?? 0
    }

    private var freeArea: Int { pageSearch().freeArea }

    /// The search for the stories as they are now.
    func pageSearch() -> PageSearch {
        PageSearch(
            items: mandatory + fillers, corners: corners + fillers.map { _ in nil },
            keepsLead: mandatory.first.map { !$0.isFiller } ?? false && corners.first == .some(nil)
                && !corners.contains(.topLeft),
            groups: pageGroups(
                count: mandatory.count,
                free: ungrouped + (mandatory.contains { !$0.parts.isEmpty } ? 1 : 0),
                places: mostLeaves - fillers.count),
            anchors: fixed.map(\.rect) + white, grid: grid, pageColumns: grid.columns,
            costs: costs)
    }
}
