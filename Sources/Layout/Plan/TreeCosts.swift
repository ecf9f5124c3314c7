/// What the cuts of a page cost: priority against place.
struct TreeCosts {
    /// `[item << count | set]`: what it costs that the item stands over, or to the left of, all of the set.
    private var above: [Int32]
    private var left: [Int32]
    private let count: Int

    /// `priorities[i]`: of the stories of leaf `i`, one or a whole group.
    init(priorities: [[Int]], costs: PlanCosts, scale: Int) {
        count = priorities.count
        let size = 1 << count
        above = Array(repeating: 0, count: count * size)
        left = above
        // How far all stories of one leaf outrank all of another, together.
        var inversions = Array(repeating: 0, count: count * count)
        for greater in 0..<count {
            for lesser in 0..<count {
                for one in priorities[greater] {
                    for other in priorities[lesser] { inversions[greater * count + lesser] += max(0, one - other) }
                }
            }
        }
        for item in 0..<count {
            for set in 1..<max(2, size) where set < size {
                let low = set.trailingZeroBitCount
                let rest = set & (set - 1)
                let inversion = inversions[low * count + item]
                above[item * size + set] =
                    above[item * size + rest] + Int32(inversion * costs.inversionAbove / scale)
                left[item * size + set] = left[item * size + rest] + Int32(inversion * costs.inversionLeft / scale)
            }
        }
    }

    func stacked(_ upper: Int, _ lower: Int) -> Int { sum(above, upper, lower) }
    func sideBySide(_ left: Int, _ right: Int) -> Int { sum(self.left, left, right) }

    @inline(__always)
    private func sum(_ table: [Int32], _ first: Int, _ second: Int) -> Int {
        var sum = 0
        var rest = first
        while rest != 0 {
            sum += Int(table[rest.trailingZeroBitCount << count | second])
            rest &= rest - 1
        }
        return sum
    }
}

/// On which side of a cut a story must stand, when there are stories on both: so a story is kept in a corner.
struct SplitRules {
    /// Sets of items.
    var top = 0
    var bottom = 0
    var left = 0
    var right = 0

    /// A part without stories binds nothing.
    func allowsStack(_ upper: Int, _ lower: Int) -> Bool {
        upper == 0 || lower == 0 || (lower & top == 0 && upper & bottom == 0)
    }

    func allowsSideBySide(_ first: Int, _ second: Int) -> Bool {
        first == 0 || second == 0 || (second & left == 0 && first & right == 0)
    }

    mutating func keep(_ item: Int, in corner: Advertisement.Corner) {
        let bit = 1 << item
        switch corner {
        case .top: top |= bit
        case .bottom: bottom |= bit
        case .topLeft: (top, left) = (top | bit, left | bit)
        case .topRight: (top, right) = (top | bit, right | bit)
        case .bottomLeft: (bottom, left) = (bottom | bit, left | bit)
        case .bottomRight: (bottom, right) = (bottom | bit, right | bit)
        }
    }
}
