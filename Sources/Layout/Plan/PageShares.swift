/// A story as something that takes space on some page.
struct PageLoad {
    var item: PlanItem
    /// The column-rows that it asks for by itself.
    var area: Int
    /// The column-rows that it takes on a page that is fuller or emptier than that.
    var areas: AreasByPrice
    /// The page that the editor asked for, 1-based.
    var wanted: Int?
    /// The index of the page on which it must stand.
    var fixed: Int?
    /// The indices of its section's pages; empty: any page will do.
    var section: [Int] = []

    func isAtHome(on page: Int) -> Bool { section.isEmpty || section.contains(page) }

    init(item: PlanItem) {
        self.item = item
        if case .rectangle(let page, let columns, let rows)? = item.pin {
            area = columns.count * rows.count
            areas = AreasByPrice(fixed: area)
            wanted = page ?? item.page
        } else {
            area = item.naturalArea
            areas = AreasByPrice(of: item)
            wanted = item.page
        }
    }
}

/// Which story goes to which page: a knapsack for each page, filled greedily and improved by moves and swaps.
struct PageShares {
    let loads: [PageLoad]
    let capacities: [Int]
    /// What it costs that a story stands on another section's page.
    let offSection: Int
    /// By story, the index of its page, or nil where it has none.
    private(set) var page: [Int?]
    private var used: [Int]
    private var areas: [AreasByPrice]
    private var stories: [Int]
    /// How many stories of priority 4 and 5 a page has.
    private var leads: [Int]
    /// How full the pages become when the copy is spread evenly, in hundredths.
    private let degree: Int

    init(loads: [PageLoad], capacities: [Int], offSection: Int) {
        self.loads = loads
        self.capacities = capacities
        self.offSection = offSection
        page = loads.map { _ in nil }
        used = capacities.map { _ in 0 }
        areas = capacities.map { _ in AreasByPrice() }
        stories = used
        leads = used
        degree = min(100, loads.reduce(0) { $0 + $1.area } * 100 / max(1, capacities.reduce(0, +)))
    }

    /// Fixed stories, then the lead, then the others, the important and large first.
    mutating func fill() {
        for index in loads.indices { if let fixed = loads[index].fixed { put(index, on: fixed) } }
        let order = loads.indices.filter { page[$0] == nil && !loads[$0].item.isFiller }.sorted {
            (loads[$1].item.priority, loads[$1].area, $0) < (loads[$0].item.priority, loads[$0].area, $1)
        }
        for index in order {
            if index == lead {
                put(index, on: 0)
                continue
            }
            put(
                index, on: capacities.indices.min { (cost(of: index, on: $0), $0) < (cost(of: index, on: $1), $1) }!
            )
        }
    }

    /// Moves one story, or swaps two, or two for one, as long as the pages get better.
    mutating func improve() {
        let movable = loads.indices.filter { page[$0] != nil && loads[$0].fixed == nil && $0 != lead }
        for _ in 0..<200 {
            guard let best = bestChange(movable, backs: 0...1) ?? bestChange(movable, backs: 2...2) else { return }
            let from = page[best.one]!
            take(best.one)
            for other in best.others {
                take(other)
                put(other, on: from)
            }
            put(best.one, on: best.target)
        }
    }

    private struct Change {
        var cost: Int
        var one: Int
        var others: [Int]
        var target: Int
    }

    /// One story to another page, and so many back in its place.
    private func bestChange(_ movable: [Int], backs: ClosedRange<Int>) -> Change? {
        var best: Change?
        func consider(_ one: Int, _ others: [Int], _ target: Int) {
            let cost = change(one, others, to: target)
            if cost < best?.cost ?? 0 { best = Change(cost: cost, one: one, others: others, target: target) }
        }
        for one in movable {
            for target in capacities.indices where target != page[one]! {
                if backs.contains(0) { consider(one, [], target) }
                let there = movable.filter { page[$0]! == target }
                if backs.contains(1) { for other in there { consider(one, [other], target) } }
                guard backs.contains(2) else { continue }
                for (number, other) in there.enumerated() {
                    for third in there.dropFirst(number + 1) { consider(one, [other, third], target) }
                }
            }
        }
        return best
    }

    /// Fillers go where most is missing, at most three to a page.
    mutating func addFillers() {
        var count = capacities.map { _ in 0 }
        for index in loads.indices.filter({ page[$0] == nil }).sorted(by: {
            (loads[$1].area, $0) < (loads[$0].area, $1)
        }) {
            let open = capacities.indices.filter { count[$0] < 3 && loads[index].isAtHome(on: $0) }
            guard let target = open.max(by: { (missing($0), -$0) < (missing($1), -$1) }),
                missing(target) * 2 > loads[index].area
            else { continue }
            put(index, on: target)
            count[target] += 1
        }
    }

    /// The most important story that may go anywhere, when page 1 has none as important.
    private var lead: Int? {
        let free = loads.indices.filter {
            loads[$0].fixed == nil && !loads[$0].item.isFiller && loads[$0].isAtHome(on: 0)
        }
        guard
            let first = free.min(by: {
                (loads[$1].item.priority, loads[$1].area, $0) < (loads[$0].item.priority, loads[$0].area, $1)
            })
        else { return nil }
        let has = loads.contains { $0.fixed == 0 && $0.item.priority >= loads[first].item.priority }
        return has ? nil : first
    }

    private func missing(_ target: Int) -> Int { capacities[target] - used[target] }

    private mutating func put(_ index: Int, on target: Int) {
        page[index] = target
        used[target] += loads[index].area
        areas[target] += loads[index].areas
        stories[target] += 1
        if loads[index].item.priority >= 4 { leads[target] += 1 }
    }

    private mutating func take(_ index: Int) {
        let from = page[index]!
        page[index] = nil
        used[from] -= loads[index].area
        areas[from] -= loads[index].areas
        stories[from] -= 1
        if loads[index].item.priority >= 4 { leads[from] -= 1 }
    }

    /// What a page costs with these stories: to fill it, that nothing leads it, and that there are too many or too few.
    private func cost(areas: AreasByPrice, stories: Int, leads: Int, on target: Int) -> Int {
        areas.cost(room: capacities[target]) + (leads == 0 && stories > 0 ? 60 : 0) + crowd(stories)
    }

    /// What it costs that a page has so many stories: over what is planned exactly, each more than the one before, so that
    /// briefs are spread over the pages; and where there are very few, none may suit what is left beside fixed things.
    private func crowd(_ stories: Int) -> Int {
        let over = max(0, stories - mostLeaves), few = max(0, 5 - stories)
        return over * over * 5 + over * 10 + few * few * 80
    }

    /// Stories belong to their section, important ones on early pages.
    private func place(_ index: Int, on target: Int) -> Int {
        let priority = loads[index].item.priority
        return priority * priority * target + (loads[index].isAtHome(on: target) ? 0 : offSection)
    }

    private func cost(of index: Int, on target: Int) -> Int {
        let isLead = loads[index].item.priority >= 4 ? 1 : 0
        // While pages are being filled, a page that is not yet as full as all of them will be costs nothing.
        let off = max(0, used[target] + loads[index].area - capacities[target] * degree / 100)
        return off * 15 + off * off / 4 + place(index, on: target) + leads[target] * isLead * 20
    }

    /// How the cost changes when `one` goes to `target`, and `others` come back in its place.
    private func change(_ one: Int, _ others: [Int], to target: Int) -> Int {
        let from = page[one]!
        func isLead(_ index: Int) -> Int { loads[index].item.priority >= 4 ? 1 : 0 }
        var gone = loads[one].areas, count = 1, lead = isLead(one)
        var change = place(one, on: target) - place(one, on: from)
        for other in others {
            gone -= loads[other].areas
            count -= 1
            lead -= isLead(other)
            change += place(other, on: from) - place(other, on: target)
        }
        var (left, there) = (areas[from], areas[target])
        left -= gone
        there += gone
        change += cost(areas: left, stories: stories[from] - count, leads: leads[from] - lead, on: from)
        change += cost(areas: there, stories: stories[target] + count, leads: leads[target] + lead, on: target)
        change -= cost(areas: areas[from], stories: stories[from], leads: leads[from], on: from)
        change -= cost(areas: areas[target], stories: stories[target], leads: leads[target], on: target)
        return change
    }
}
