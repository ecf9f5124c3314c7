/// The least excess with which a set of stories takes exactly so many column-rows, whatever their shapes: a bound for
/// everything that the programme may still find for the set, and for what is left when the set is placed.
struct AreaBound {
    let area: Int
    let weight: Int16
    /// The areas that each set can take and what lies between, sixteen a vector.
    private var values: [SIMD16<Int16>] = []
    /// By set: where area 0 would be in `values`, by number.
    private var begins: [Int32]
    /// By set, the smallest and the largest area that can be taken; the smallest is larger where none can.
    private(set) var low: [Int32]
    private(set) var high: [Int32]

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
        begins = Array(repeating: 0, count: 1 << leaves.count)
        low = Array(repeating: Int32(area + 1), count: 1 << leaves.count)
        high = Array(repeating: 0, count: 1 << leaves.count)
        var sums = AreaSums(area: area)
        sums.put(0, at: 0)
        if let blank {
            for size in 0...area where size * blank <= Int(limit) { sums.put(Int16(size * blank), at: size) }
        }
        store(&sums, of: 0, limit: limit)
        // A set is its last story and the rest, which is known when its turn comes: it has no later story.
        for rest in 0..<(1 << leaves.count) where family.contains(rest) && low[rest] <= high[rest] {
            let (least, most) = (Int(low[rest]), Int(high[rest]))
            var isTaken = false
            for top in Int.bitWidth - rest.leadingZeroBitCount..<leaves.count
            where family.contains(rest | 1 << top) && !work.isSpent {
                if !isTaken {
                    let begin = Int(begins[rest])
                    sums.take(values[(begin + least) / 16...(begin + most) / 16], from: least / 16)
                    isTaken = true
                }
                for leaf in leaves[top] where leaf.excess <= limit / weight {
                    let count = min(most - least, area - least - leaf.area) + 1
                    guard count > 0 else { break }
                    work.left -= (count - 1) / 32
                    sums.add(leaf.area, leaf.excess * weight)
                }
                store(&sums, of: rest | 1 << top, limit: limit)
            }
        }
    }

    /// Takes the sums that are within the limit.
    private mutating func store(_ sums: inout AreaSums, of set: Int, limit: Int16) {
        if let found = sums.limited(to: limit) {
            begins[set] = Int32((values.count - found.lowerBound / 16) * 16)
            (low[set], high[set]) = (Int32(found.lowerBound), Int32(found.upperBound))
            values += sums[found.lowerBound / 16...found.upperBound / 16]
        }
        sums.clear()
    }

    func least(_ set: Int, area: Int) -> Int16 {
        area < low[set] || area > high[set] ? unreachable : self[begin(of: set) + area]
    }

    /// Where area 0 would be, for the subscript.
    @inline(__always)
    func begin(of set: Int) -> Int { Int(begins[set]) }

    /// The least excess for an area, between the smallest and the largest of its set, counted from the set's beginning.
    @inline(__always)
    subscript(_ place: Int) -> Int16 { values[place >> 4][place & 15] }

    /// The least for what is left when a set takes so much of the whole.
    func leastRest(of set: Int, all: Int, area taken: Int) -> Int16 {
        let rest = all & ~set
        return family.contains(rest) || rest == 0 ? least(rest, area: area - taken) : 0
    }

    /// The areas that a set may take for the whole to stay within the limit.
    func areas(of set: Int, all: Int) -> Range<Int> {
        let rest = all & ~set
        var (least, most) = (Int(low[set]), Int(high[set]))
        if family.contains(rest) || rest == 0 {
            (least, most) = (max(least, area - Int(high[rest])), min(most, area - Int(low[rest])))
        }
        return least..<max(least, most + 1)
    }
}

/// What a set takes with one story more, for all its areas at once.
private struct AreaSums {
    private let area: Int
    /// The set's row of areas, moved on by 0 to 15 places, so that every sum falls into whole vectors.
    private var moved: [SIMD16<Int16>]
    /// How many vectors a moved row has, and where it begins.
    private var count = 0
    private var first = 0
    private var sums: [SIMD16<Int16>]
    private var open = 0..<0

    init(area: Int) {
        self.area = area
        sums = Array(repeating: .unreachable, count: area / 16 + 1)
        moved = Array(repeating: .unreachable, count: (area / 16 + 2) * 16)
    }

    /// Takes the row of a set, of which the first vector has the areas from sixteen times `first`.
    mutating func take(_ row: ArraySlice<SIMD16<Int16>>, from first: Int) {
        self.first = first
        count = row.count + 1
        for (place, vector) in row.enumerated() { moved[place] = vector }
        moved[count - 1] = .unreachable
        for step in 1..<16 {
            var before = SIMD16<Int16>.unreachable
            for place in (step - 1) * count..<step * count {
                let vector = moved[place]
                moved[place + count] = vector.movedOn(after: before)
                before = vector
            }
        }
    }

    mutating func put(_ excess: Int16, at area: Int) {
        sums[area / 16][area % 16] = excess
        open = min(open.lowerBound, area / 16)..<max(open.upperBound, area / 16 + 1)
    }

    /// One story in one area.
    @inline(__always)
    mutating func add(_ area: Int, _ excess: Int16) {
        let begin = first + area >> 4, shift = (area & 15) * count
        let end = min(begin + count, sums.count)
        guard begin < end else { return }
        open = open.isEmpty ? begin..<end : min(open.lowerBound, begin)..<max(open.upperBound, end)
        let excess = SIMD16<Int16>(repeating: excess)
        for place in begin..<end {
            sums[place] = .least(sums[place], moved[shift + place - begin] &+ excess)
        }
    }

    /// Drops what is above the limit, and says from which area to which there are sums; nil: there are none.
    mutating func limited(to limit: Int16) -> ClosedRange<Int>? {
        if open.upperBound == sums.count {
            // What is larger than the whole.
            for lane in area % 16 + 1..<16 { sums[sums.count - 1][lane] = unreachable }
        }
        var first: Int?, last = 0
        for place in open {
            sums[place] = sums[place].limited(to: limit)
            guard sums[place].leastLane < unreachable else { continue }
            first = first ?? place
            last = place
        }
        guard let first, let low = (0..<16).first(where: { sums[first][$0] < unreachable }),
            let high = (0..<16).last(where: { sums[last][$0] < unreachable })
        else { return nil }
        return first * 16 + low...last * 16 + high
    }

    subscript(_ vectors: ClosedRange<Int>) -> ArraySlice<SIMD16<Int16>> { sums[vectors] }

    mutating func clear() {
        for place in open { sums[place] = .unreachable }
        open = 0..<0
    }
}

extension Corners {
    /// The lanes one place on, behind the last lane of another.
    @inline(__always)
    fileprivate func movedOn(after before: Self) -> Self {
        Self(
            before[15], self[0], self[1], self[2], self[3], self[4], self[5], self[6], self[7], self[8], self[9],
            self[10], self[11], self[12], self[13], self[14])
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
