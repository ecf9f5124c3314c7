/// A set of numbers of column-rows, up to a limit.
struct AreaSet {
    private let most: Int
    /// A bit for each number.
    private var words: [UInt64]

    init(upTo most: Int) {
        self.most = most
        words = Array(repeating: 0, count: most / 64 + 1)
    }

    func contains(_ area: Int) -> Bool { words[area / 64] & 1 << UInt64(area % 64) != 0 }

    mutating func insert(_ area: Int) { words[area / 64] |= 1 << UInt64(area % 64) }

    /// All sums of one of its numbers and one of another set's that are within its limit.
    func sums(with other: AreaSet) -> AreaSet {
        var result = AreaSet(upTo: most)
        for area in 0...min(most, other.most) where other.contains(area) {
            let (step, shift) = (area / 64, UInt64(area % 64))
            for place in step..<words.count {
                result.words[place] |= words[place - step] << shift
                if shift > 0, place > step { result.words[place] |= words[place - step - 1] >> (64 - shift) }
            }
        }
        return result
    }
}
