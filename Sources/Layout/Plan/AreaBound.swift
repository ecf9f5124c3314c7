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
            guard low[rest] <= high[rest] else { continue }
            let known = Array(values[rest * stride + low[rest]...rest * stride + high[rest]])
            var own = Array(repeating: unreachable, count: stride)
            for leaf in leaves[top] where leaf.excess <= limit / weight {
                let excess = leaf.excess * weight
                let first = low[rest] + leaf.area
                let count = min(known.count, stride - first)
                guard count > 0 else { continue }
                work.left -= (count - 1) / 32
                for place in 0..<count {
                    let sum = known[place] &+ excess
                    own[first + place] = min(own[first + place], sum)
                }
            }
            for size in 0...area {
                if own[size] > limit {
                    own[size] = unreachable
                } else {
                    low[set] = min(low[set], size)
                    high[set] = size
                }
            }
            values.replaceSubrange(set * stride..<(set + 1) * stride, with: own)
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

    /// The areas that a set may take for the whole to stay within the limit.
    func areas(of set: Int, all: Int) -> Range<Int> {
        let rest = all & ~set
        var (least, most) = (low[set], high[set])
        if family.contains(rest) || rest == 0 {
            (least, most) = (max(least, area - high[rest]), min(most, area - low[rest]))
        }
        return least..<max(least, most + 1)
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
