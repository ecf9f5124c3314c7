extension PlanCosts {
    /// What a filling costs on a page: its own cost, and what the page adds.
    func cost(of fill: Fill, in item: PlanItem, columns: Int, pageColumns: Int) -> Int {
        var cost = fill.cost + faultCost(fill)
        cost += narrowness(of: item, columns: columns, pageColumns: pageColumns)
        return item.isFiller ? cost + filler : cost
    }

    /// What the page adds for text that finds no room, and for white that is seen.
    func faultCost(_ fill: Fill) -> Int {
        oversetCost(fill.overset) + (fill.isRagged ? ragged : 0) + fill.white * paleLine
    }

    /// Squared up to a hundred lines, then by the line: a story that is hopelessly long must not drown the rest of its page.
    func oversetCost(_ lines: Int) -> Int {
        lines > 0 ? lines * min(lines, 100) * oversetSquared / 100 + lostText : 0
    }

    /// What it costs that a story is so narrow.
    func narrowness(of item: PlanItem, columns: Int, pageColumns: Int) -> Int {
        guard (1...wantedColumns.count).contains(item.priority) else { return 0 }
        let missing = max(0, (wantedColumns[item.priority - 1] * pageColumns + 4) / 8 - columns)
        return missing * missing * narrow
    }
}
