import Testing

@testable import Layout

/// The bound by area and what it is made of, beside the same worked out one sum at a time.
struct AreaBoundTests {
    typealias Pair = (area: Int, excess: Int16)

    @Test(arguments: [UInt64](1...40))
    func theBoundIsTheLeastSum(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let area = Int.random(in: 1...70, using: &random), limit = Int16.random(in: 0...60, using: &random)
        let blank = Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : nil
        let family = Bool.random(using: &random) ? SetFamily.all : .runs
        let weight = Int16.random(in: 1...3, using: &random)
        let leaves = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (0...90).compactMap { area -> Pair? in
                Int.random(in: 0..<3, using: &random) == 0
                    ? (area, Int16.random(in: 0...limit + 5, using: &random)) : nil
            }
        }
        var work = WorkBudget(left: 1_000_000)
        let bound = AreaBound(
            leaves: leaves, area: area, limit: limit, blank: blank, weight: weight, family: family, &work)
        for set in 0..<(1 << leaves.count) where family.contains(set) {
            let expected = sums(leaves, set, area: area, limit: limit, blank: blank, weight: weight)
            #expect((0...area).map { bound.least(set, area: $0) } == expected)
            let known = expected.indices.filter { expected[$0] < unreachable }
            #expect(bound.least(set, area: -1) == unreachable)
            #expect(bound.least(set, area: area + 1) == unreachable)
            guard let least = known.first, let most = known.last else {
                #expect(bound.low[set] > bound.high[set])
                continue
            }
            #expect((Int(bound.low[set]), Int(bound.high[set])) == (least, most))
            #expect(known.allSatisfy { bound[bound.begin(of: set) + $0] == expected[$0] })
        }
    }

    /// One story after the other, one area after the other.
    private func sums(
        _ leaves: [[Pair]], _ set: Int, area: Int, limit: Int16, blank: Int?, weight: Int16
    ) -> [Int16] {
        var known = (0...area).map { size -> Int in
            if size == 0 { return 0 }
            return blank.map { size * $0 <= Int(limit) ? size * $0 : Int(unreachable) } ?? Int(unreachable)
        }
        for (index, leaf) in leaves.enumerated() where set & (1 << index) != 0 {
            var next = Array(repeating: Int(unreachable), count: area + 1)
            for pair in leaf where pair.excess <= limit / weight {
                for size in 0...area where pair.area + size <= area {
                    let sum = known[size] + Int(pair.excess * weight)
                    if sum <= Int(limit) { next[size + pair.area] = min(next[size + pair.area], sum) }
                }
            }
            known = next
        }
        return known.map { Int16($0) }
    }

    @Test(arguments: [UInt64](1...20))
    func sumsOfAreas(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let most = Int.random(in: 0...200, using: &random)
        func some(_ most: Int) -> [Int] { (0...most).filter { _ in Int.random(in: 0..<9, using: &random) == 0 } }
        let (ones, others) = (some(most), some(most + 30))
        var one = AreaSet(upTo: most), other = AreaSet(upTo: most + 30)
        for area in ones { one.insert(area) }
        for area in others { other.insert(area) }
        let both = one.sums(with: other)
        let expected = Set(ones.flatMap { area in others.map { area + $0 } })
        #expect((0...most).filter { both.contains($0) } == (0...most).filter { expected.contains($0) })
    }

    @Test func numbersByKey() {
        var index = StateIndex()
        let keys = (0..<5_000).map { $0 * 379 } + [Int(Int32.max) - 1]
        for key in keys { index.insert(Int32(key % 97) - 1, at: key) }
        #expect(keys.allSatisfy { index[$0] == Int32($0 % 97) - 1 })
        #expect(index[1] == nil)
        #expect(index[keys.last! - 1] == nil)
    }

    @Test func theLeastLane() {
        for lane in 0..<16 {
            var corners = Corners(repeating: 7)
            corners[lane] = -3
            #expect(corners.leastLane == -3)
        }
    }
}
