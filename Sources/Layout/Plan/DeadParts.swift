/// What is known of the parts above and below the cuts of regions, a bit for each row in which a cut may lie: so that parts which
/// cannot be had are passed over many at a time.
struct DeadParts {
    /// Words of 64 rows.
    let words: Int
    private let sets: Int
    private let rows: Int
    private let columns: Int
    /// By the columns and the edge of all parts on one side of a cut: the number of their bits, or -1.
    private var places: [Int32]
    /// By edge; then by set and word: parts that cannot be had, and those that are known.
    private var bits: [[UInt64]] = []

    /// On which side of the cut parts lie that share an edge.
    enum Side: Int {
        /// From a common row down to the cut.
        case above
        /// From the cut down to a common row.
        case below
    }

    init(columns: Int, rows: Int, items: Int) {
        words = rows / 64 + 1
        sets = 1 << items
        self.rows = rows
        self.columns = columns
        places = Array(repeating: -1, count: 2 * (columns + 1) * (columns + 1) * (rows + 1))
    }

    /// The number of the bits of the parts over some columns with a common edge.
    mutating func number(of side: Side, _ range: Range<Int>, edge: Int) -> Int {
        let key =
            ((side.rawValue * (columns + 1) + range.lowerBound) * (columns + 1) + range.upperBound) * (rows + 1)
            + edge
        if places[key] < 0 {
            places[key] = Int32(bits.count)
            bits.append(Array(repeating: 0, count: sets * words * 2))
        }
        return Int(places[key])
    }

    /// Of 64 rows: those that no cut needs to be tried in, for what lies above it is dead, or what lies below it, and what lies
    /// above is known.
    @inline(__always)
    func dead(_ word: Int, above upper: Int, _ one: Int, below lower: Int, _ other: Int) -> UInt64 {
        let above = (one * words + word) * 2
        return bits[upper][above] | bits[upper][above + 1] & bits[lower][(other * words + word) * 2]
    }

    /// Remembers that a part cannot be had, or can.
    @inline(__always)
    mutating func note(_ number: Int, _ set: Int, row: Int, isDead: Bool) {
        let place = (set * words + row / 64) * 2, bit: UInt64 = 1 << UInt64(row % 64)
        bits[number][place + 1] |= bit
        if isDead { bits[number][place] |= bit }
    }
}
