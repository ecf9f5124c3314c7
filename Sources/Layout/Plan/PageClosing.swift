extension PageJob {
    /// White that is left at the foot because the copy does not reach so far, even with larger heads and pictures: a page
    /// that is short is closed from the top, and what is missing is missed in one place. nil where the page is nearly full.
    func closing() -> GridRect? {
        let free = page.area - fixed.reduce(0) { $0 + $1.rect.area }
        let reach = (mandatory + fillers).reduce(0) { $0 + $1.reach(at: costs.closing) }
        let missing = free - reach
        guard missing * 100 > free * PageJob.leastMissing, let foot = foot() else { return nil }
        let rows = min(missing / foot.width, foot.height * 2 / 3)
        guard rows >= PageJob.leastClosing else { return nil }
        return GridRect(columns: foot.columns, rows: foot.rows.upperBound - rows..<foot.rows.upperBound)
    }

    /// So many hundredths of a page are spread over its heads and feet rather than left white in one place.
    private static let leastMissing = 10
    /// A strip of fewer rows would look like a mistake.
    private static let leastClosing = 5

    /// Half as much white, while it is worth it.
    func higher(_ white: GridRect) -> GridRect? {
        let rows = white.height / 2
        guard rows >= PageJob.leastClosing else { return nil }
        return GridRect(columns: white.columns, rows: white.rows.upperBound - rows..<white.rows.upperBound)
    }

    /// 报眼: the room beside the nameplate, where nothing stands fixed in it.
    func ear() -> GridRect? {
        guard let nameplate = fixed.first(where: { $0.subject == .nameplate })?.rect else { return nil }
        let right = GridRect(columns: nameplate.columns.upperBound..<page.columns.upperBound, rows: nameplate.rows)
        let left = GridRect(columns: 0..<nameplate.columns.lowerBound, rows: nameplate.rows)
        return [right, left].first { ear in
            ear.width > 0 && !fixed.contains { $0.rect.overlaps(ear) }
        }
    }

    /// The widest room at the foot, as high as it is open: over what stands fixed there, or beside it.
    private func foot() -> GridRect? {
        func isOpen(_ column: Int, _ row: Int) -> Bool {
            !fixed.contains { $0.rect.columns.contains(column) && $0.rect.rows.contains(row) }
        }
        for row in page.rows.reversed() {
            let open = page.columns.map { isOpen($0, row) }
            let runs = open.indices.filter { open[$0] && ($0 == 0 || !open[$0 - 1]) }.map { first in
                first..<(open[first...].firstIndex(of: false) ?? open.endIndex)
            }
            guard let widest = runs.max(by: { $0.count < $1.count }), widest.count * 2 >= page.width else {
                continue
            }
            let top = (0...row).reversed().first { above in widest.contains { !isOpen($0, above) } }
            return GridRect(columns: widest, rows: (top.map { $0 + 1 } ?? 0)..<row + 1)
        }
        return nil
    }
}

extension PlanItem {
    /// The area up to which the story grows by larger heads and pictures at less than `price` a column-line, in about the width
    /// that suits it best; of the white around heads, a row at most. Wider than that, heads alone would fill any page, in
    /// bands of a few rows each.
    fileprivate func reach(at price: Int) -> Int {
        let costs = fills.map { $0.lazy.compactMap { $0?.cost }.min() ?? .max }
        guard let natural = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return 0 }
        var best: (gain: Int, area: Int)?
        for column in max(0, natural - 1)...min(fills.count - 1, natural + 1) {
            for (row, fill) in fills[column].enumerated() {
                guard let fill, fill.setting.extraRows < 2 else { continue }
                let area = (column + 1) * (row + 1)
                let gain = area * price - fill.cost
                if best.map({ (gain, area) > ($0.gain, $0.area) }) ?? true { best = (gain, area) }
            }
        }
        return best?.area ?? 0
    }
}
