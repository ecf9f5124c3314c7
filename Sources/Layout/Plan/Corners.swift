/// What stands in the two top corners of a region, and the least cost for each of the sixteen cases:
/// lane `4 · left + right`, each a `HeadClass`.
///
/// Two corners are all that must be known to see butting heads when regions are set side by side, because both
/// parts of a vertical cut begin at one height.
typealias Corners = SIMD16<Int16>

/// A head's size, coarsely: heads of different classes differ by about the ratio that lets them stand side by side.
enum HeadClass: Int {
    case none, small, middle, large

    init(size: Length) {
        self = size < .points(18) ? .small : size < .points(30) ? .middle : .large
    }
}

/// More than any cost that the programme keeps; twice this and a bit still fits into 16 bits.
let unreachable: Int16 = 14_000

extension Corners {
    static let unreachable = Corners(repeating: Layout.unreachable)
    /// A region without stories.
    static let empty: Corners = {
        var corners = Corners.unreachable
        corners[0] = 0
        return corners
    }()

    static func lane(left: HeadClass, right: HeadClass) -> Int { left.rawValue * 4 + right.rawValue }

    @inline(__always)
    static func least(_ a: Corners, _ b: Corners) -> Corners { a.replacing(with: b, where: b .< a) }

    /// The least lane: by halves, for `min()` goes lane by lane.
    @inline(__always)
    var leastLane: Int16 {
        let eight = lowHalf.replacing(with: highHalf, where: highHalf .< lowHalf)
        let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .< eight.lowHalf)
        let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .< four.lowHalf)
        return Swift.min(two[0], two[1])
    }

    /// The least over the lanes whose left corner is in `left` and right corner in `right` (sets of classes as bits).
    func least(left: UInt8, right: UInt8) -> Int16 {
        var least = Layout.unreachable
        for l in 0..<4 where left & (1 << UInt8(l)) != 0 {
            for r in 0..<4 where right & (1 << UInt8(r)) != 0 { least = Swift.min(least, self[l * 4 + r]) }
        }
        return least
    }

    /// Every lane above `limit` made unreachable.
    @inline(__always)
    func limited(to limit: Int16) -> Corners {
        replacing(with: Layout.unreachable, where: self .> Corners(repeating: limit))
    }
}

/// What two heads cost that meet at a vertical cut, by their classes: `4 · left + right`.
struct ButtingTable {
    var costs: [Int16]
    /// The same, by the classes of both heads.
    private let corners: Corners

    init(_ costs: PlanCosts, scale: Int) {
        self.costs = (0..<16).map { pair in
            let (a, b) = (pair / 4, pair % 4)
            if a == 0 || b == 0 { return 0 }
            if a == b { return Int16(costs.butting / scale) }
            // Neighbouring classes may or may not differ enough: the true sizes are chosen when plans are compared.
            let cost =
                abs(a - b) > 1 ? costs.buttingWithContrast : (5 * costs.buttingWithContrast + costs.butting) / 6
            return Int16(cost / scale)
        }
        corners = Corners(self.costs)
    }

    /// A left part with nothing to its right.
    func besideNothing(_ left: Corners) -> Corners { beside(meeting(left), .empty) }

    /// For a left part: the least cost by its left corner and the *right part's* left corner.
    func meeting(_ left: Corners) -> Corners { beside(left, corners) }
}

/// A left part that was prepared by `ButtingTable.meeting`, and a right part beside it.
@inline(__always)
func beside(_ meeting: Corners, _ right: Corners) -> Corners {
    // For each class `m` in the right part's left corner: meeting[l][m] + right[m][r].
    var result = Corners.unreachable
    let upper = meeting.lowHalf, lower = meeting.highHalf
    @inline(__always)
    func step(_ a: Int, _ row: SIMD4<Int16>) {
        let double = SIMD8<Int16>(lowHalf: row, highHalf: row)
        let low = double &+ SIMD8(lowHalf: SIMD4(repeating: upper[a]), highHalf: SIMD4(repeating: upper[a + 4]))
        let high = double &+ SIMD8(lowHalf: SIMD4(repeating: lower[a]), highHalf: SIMD4(repeating: lower[a + 4]))
        result = .least(result, Corners(lowHalf: low, highHalf: high))
    }
    step(0, right.lowHalf.lowHalf)
    step(1, right.lowHalf.highHalf)
    step(2, right.highHalf.lowHalf)
    step(3, right.highHalf.highHalf)
    return result
}
