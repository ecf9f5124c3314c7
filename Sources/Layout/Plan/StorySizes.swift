/// The sizes that a story may well have, in about the width that suits it best, and with no more than a row of white around its
/// head, and its columns are the page's: wider than that, heads alone would fill any page, in bands of a few rows each.
struct StorySizes {
    /// In column-rows, ascending, with the least that each costs, without those that are dearer than the line between two
    /// others: the lower hull, on which a row costs more the more there are.
    private var hull: [(area: Int, cost: Int)] = []

    init(of item: PlanItem) {
        let costs = item.fills.map { $0.lazy.compactMap { $0?.cost }.min() ?? .max }
        guard let natural = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return }
        let spans = max(0, natural - 1)...min(costs.count - 1, natural + 1)
        var least: [Int?] = Array(
            repeating: nil, count: 1 + spans.reduce(0) { max($0, ($1 + 1) * item.fills[$1].count) })
        for span in spans {
            for (row, fill) in item.fills[span].enumerated() {
                guard let fill, fill.setting.extraRows < 2,
                    let cost = fill.setting.leg == nil ? fill.cost : fill.costWithoutLegs
                else { continue }
                let area = (span + 1) * (row + 1)
                least[area] = min(least[area] ?? cost, cost)
            }
        }
        for (area, cost) in least.enumerated() {
            guard let cost else { continue }
            while let last = hull.last, let before = hull.dropLast().last,
                (last.cost - before.cost) * (area - before.area) >= (cost - before.cost) * (last.area - before.area)
            {
                hull.removeLast()
            }
            hull.append((area, cost))
        }
    }

    /// What the story takes where a column-row is worth so much; at 0 what it asks for by itself.
    func area(at price: Int) -> Int {
        var size = hull.first
        for next in hull.dropFirst() {
            guard let last = size, next.cost - last.cost < price * (next.area - last.area) else { break }
            size = next
        }
        return size?.area ?? 0
    }
}
