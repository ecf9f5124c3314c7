import Testing

@testable import Layout

@Suite struct FreeCutsTests {
    private static let reach = (rows: 4, columns: 1)

    /// Branch and bound finds what looking at everything finds.
    @Test(arguments: 0..<60) func theBestCutsAreFound(seed: Int) {
        var random = Seeded(seed)
        let whole = GridRect(columns: 0..<4, rows: 0..<24)
        var rects: [GridRect] = []
        Self.part(whole, into: &rects, parts: Int.random(in: 2...5, using: &random), using: &random)
        let wanted = rects.map { $0.area + Int.random(in: -9...9, using: &random) }
        let fixed = rects.map { _ in Int.random(in: 0..<6, using: &random) == 0 }
        let tree = CutTree(rects)
        func cost(_ module: Int, _ rect: GridRect) -> Int? {
            let isMoved = rect != rects[module]
            if fixed[module], isMoved { return nil }
            guard rect.height >= 2 else { return nil }
            let away = rect.area - wanted[module]
            return away * away + (isMoved ? 20 : 0)
        }
        var cuts = FreeCuts(
            rects: rects, reach: Self.reach, terms: FreeCuts.Terms(isFixed: { fixed[$0] }, moving: { _ in 20 }))
        let now = rects.indices.reduce(0) { $0 + (cost($1, rects[$1]) ?? 0) }
        let least = Self.least(tree, whole, rects, cost) ?? now
        let found = cuts.best(of: tree, in: whole, cost: cost)
        #expect(found?.cost ?? now == least)
        if let found {
            #expect(found.rects.reduce(0) { $0 + (cost($1.module, $1.rect) ?? 0) } == found.cost)
            #expect(found.rects.reduce(0) { $0 + $1.rect.area } == whole.area)
        } else {
            #expect(least == now, "nothing better is no answer")
        }
    }

    private static func part(
        _ rect: GridRect, into rects: inout [GridRect], parts: Int, using random: inout Seeded
    ) {
        let isStacked = rect.width < 2 || Bool.random(using: &random)
        let range = isStacked ? rect.rows : rect.columns
        guard parts > 1, range.count >= (isStacked ? 8 : 2) else { return rects.append(rect) }
        let margin = isStacked ? 4 : 1
        let cut = Int.random(in: range.lowerBound + margin...range.upperBound - margin, using: &random)
        let (first, second) = rect.parted(at: cut, isStacked: isStacked)
        part(first, into: &rects, parts: parts / 2, using: &random)
        part(second, into: &rects, parts: parts - parts / 2, using: &random)
    }

    private static func least(
        _ tree: CutTree, _ rect: GridRect, _ rects: [GridRect], _ cost: (Int, GridRect) -> Int?
    ) -> Int? {
        func both(_ a: CutTree, _ b: CutTree, isStacked: Bool) -> Int? {
            let ends = a.members.map { isStacked ? rects[$0].rows.upperBound : rects[$0].columns.upperBound }
            let place = ends.max()!
            let reach = isStacked ? reach.rows : reach.columns
            let range = isStacked ? rect.rows : rect.columns
            return (place - reach...place + reach).filter { $0 > range.lowerBound && $0 < range.upperBound }
                .compactMap { cut -> Int? in
                    let parts = rect.parted(at: cut, isStacked: isStacked)
                    guard let one = least(a, parts.0, rects, cost), let other = least(b, parts.1, rects, cost)
                    else {
                        return nil
                    }
                    return one + other
                }.min()
        }
        switch tree {
        case .module(let index): return cost(index, rect)
        case .knot: return nil
        case .stacked(let a, let b): return both(a, b, isStacked: true)
        case .sideBySide(let a, let b): return both(a, b, isStacked: false)
        }
    }
}
