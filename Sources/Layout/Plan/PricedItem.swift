/// One story as the page's programme sees it: what each rectangle costs beyond the least that the story must cost anyway.
///
/// A column-row of the page has a price: below zero where space is short, above where copy is short. The price is
/// chosen so that the stories' cheapest rectangles at that price together make the page (the dual of “the areas add up
/// to the page”), so the sum of the stories' least costs is a lower bound for the page, and what is above it, the
/// *excess*, only ever grows as stories are put together. Parts whose excess is beyond a limit are dropped; when a page is
/// found within the limit, it is proven to be the best.
struct PricedItem {
    /// The cost of the cheapest filling, `[(columns - 1) · rows + row - 1]`; nil where the story cannot stand.
    var costs: [Int?]
    var isOptional: Bool
    /// The least cost at the page's price.
    var least: Int

    /// The least of cost − price · area, or of leaving it out.
    static func least(_ costs: [Int?], rows: Int, price: Int, isOptional: Bool) -> Int {
        var least = isOptional ? 0 : Int.max
        for (index, cost) in costs.enumerated() {
            if let cost { least = min(least, cost - price * (index / rows + 1) * (index % rows + 1)) }
        }
        return least
    }
}

/// The stories of a page with the page's price.
struct PricedItems {
    var items: [PricedItem]
    /// The price of a column-row.
    var price: Int
    /// The least that the page can cost, stories' own costs only.
    var bound: Int

    /// `costs` as in `PricedItem`; every item has a rectangle in which it can stand. No price is above `most`.
    init(costs: [[Int?]], isOptional: [Bool], rows: Int, area: Int, most: Int = 4_096) {
        func bound(_ price: Int) -> Int {
            var sum = price * area
            for (item, optional) in zip(costs, isOptional) {
                sum += PricedItem.least(item, rows: rows, price: price, isOptional: optional)
            }
            return sum
        }
        // The bound is concave in the price: climb it by halving the interval in which it still rises; then the same from
        // above, and of all the best prices the one nearest to nothing.
        func climb(_ rises: (Int) -> Bool) -> Int {
            var low = -4_096, high = most
            while low < high {
                let middle = (low + high) >> 1
                if rises(middle) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let lowest = climb { bound($0) < bound($0 + 1) }
        let highest = climb { bound($0) <= bound($0 + 1) }
        price = max(lowest, min(highest, 0))
        self.bound = bound(price)
        let price = price
        items = zip(costs, isOptional).map { item, optional in
            PricedItem(
                costs: item, isOptional: optional,
                least: PricedItem.least(item, rows: rows, price: price, isOptional: optional))
        }
    }
}
