extension PageJob {
    /// White that is left at the foot because the copy does not reach so far, even with larger heads and pictures: a page
    /// that is short is closed from the top, and what is missing is missed in one place. nil where the page is nearly full.
    func closing() -> GridRect? {
        let free = page.area - fixed.reduce(0) { $0 + $1.rect.area }
        let reach = (mandatory + fillers).reduce(0) { $0 + StorySizes(of: $1).area(at: costs.closing) }
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
