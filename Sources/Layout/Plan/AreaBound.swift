/// The least excess with which a set of stories takes exactly so many column-rows, whatever their shapes: a bound for
/// everything that the programme may still find for the set, and for what is left when the set is placed.
struct AreaBound {
    let area: Int
    let weight: Int16
    /// `[set · (area + 1) + area]`
    private(set) var values: [Int16]
    /// By set, the smallest and the largest area that can be taken; the smallest is larger where none can.
    private(set) var low: [Int]
    private(set) var high: [Int]

    private let family: SetFamily

    /// `leaves[i]`: pairs of an area and the least excess with which story `i` takes it, areas ascending; an optional
    /// story has a pair with area 0.
    /// - Parameters:
    ///   - blank: the excess of a column-row that stays empty; nil where none may.
    ///   - weight: by how much the bound is exaggerated, to look at less: more than 1 and it is no bound but a guess.
    init(
        leaves: [[(area: Int, excess: Int16)]], area: Int, limit: Int16, blank: Int?, weight: Int16,
        family: SetFamily,
        _ work: inout WorkBudget
    ) {
        self.area = area
        self.weight = weight
        self.family = family
        let stride = area + 1
        values = Array(repeating: unreachable, count: stride << leaves.count)
        values[0] = 0
        low = Array(repeating: area + 1, count: 1 << leaves.count)
        high = Array(repeating: 0, count: 1 << leaves.count)
        low[0] = 0
        if let blank {
            for size in 0...area where size * blank <= Int(limit) {
                values[size] = Int16(size * blank)
                high[0] = size
            }
        }
        for set in 1..<(1 << leaves.count) where family.contains(set) && !work.isSpent {
            let top = Int.bitWidth - 1 - set.leadingZeroBitCount
            let rest = set & ~(1 << top)
            let from = rest * stride, to = set * stride
            guard low[rest] <= high[rest] else { continue }
            for leaf in leaves[top] where leaf.excess <= limit / weight {
                let excess = leaf.excess * weight
                let end = min(high[rest], area - leaf.area)
                guard low[rest] <= end else { continue }
                work.left -= (end - low[rest]) / 32
                for base in low[rest]...end {
                    let sum = values[from + base] + excess
                    if sum < values[to + base + leaf.area] { values[to + base + leaf.area] = sum }
                }
            }
            for size in 0...area where values[to + size] <= limit {
                low[set] = min(low[set], size)
                high[set] = size
            }
            for size in 0...area where values[to + size] > limit { values[to + size] = unreachable }
        }
    }

    func least(_ set: Int, area: Int) -> Int16 {
        area < 0 || area > self.area ? unreachable : values[set * (self.area + 1) + area]
    }

    /// The least for what is left when a set takes so much of the whole.
    func leastRest(of set: Int, all: Int, area taken: Int) -> Int16 {
        let rest = all & ~set
        return family.contains(rest) || rest == 0 ? least(rest, area: area - taken) : 0
    }
}

/// Which sets of stories are looked at.
enum SetFamily {
    case all
    /// Stories that follow each other: few sets, so that a plan is found on the worst of pages.
    case runs

    @inline(__always)
    func contains(_ set: Int) -> Bool {
        switch self {
        case .all: true
        case .runs: (set >> set.trailingZeroBitCount) & ((set >> set.trailingZeroBitCount) + 1) == 0
        }
    }
}
