/// The exact programme over sets of stories: the least excess with which a set fills exactly `w` columns × `h` rows,
/// wherever on the page, cut by guillotine cuts.
///
/// A set is one story, or stacked (one set over another), or side by side. Every arrangement is counted once: the
/// upper part of a stack is no stack, the left part of a row is no row (Wong and Liu, “A new algorithm for floorplan
/// design”, 1986, call such trees skewed).
struct SubsetTable {
    let width: Int
    let height: Int
    /// Where the cells of a set and width begin, `[set · width + columns - 1]`, the first row count, and how many.
    private(set) var first: [Int]
    private(set) var low: [Int]
    private(set) var count: [Int]
    /// The least of all cells of a set and width.
    private(set) var best: [Int16]
    /// The least of all cells of a set.
    private(set) var leastOfSet: [Int16]
    /// By cell: not stacked, not side by side; and the left part of a row, prepared.
    private(set) var notStacked: [Corners] = []
    private(set) var notBeside: [Corners] = []
    private(set) var meeting: [Corners] = []
    /// The least lane of each.
    private(set) var leastNotStacked: [Int16] = []
    private(set) var leastNotBeside: [Int16] = []
    private(set) var least: [Int16] = []

    init(width: Int, height: Int, items: Int) {
        self.width = width
        self.height = height
        first = Array(repeating: 0, count: width << items)
        low = first
        count = first
        best = Array(repeating: unreachable, count: width << items)
        leastOfSet = Array(repeating: unreachable, count: 1 << items)
    }

    /// A cell, stacked or not.
    @inline(__always)
    func any(_ cell: Int) -> Corners { .least(notStacked[cell], notBeside[cell]) }

    /// The cell of a set, or nil when nothing is there.
    func cell(_ set: Int, columns: Int, rows: Int) -> Int? {
        let row = set * width + columns - 1
        let offset = rows - low[row]
        return offset >= 0 && offset < count[row] ? first[row] + offset : nil
    }

    /// The heights that the upper of two sets over each other may have.
    func heights(of upper: Int, over lower: Int, columns: Int, rows: Int) -> Range<Int> {
        let above = upper * width + columns - 1, below = lower * width + columns - 1
        guard count[above] > 0, count[below] > 0 else { return 0..<0 }
        let from = max(low[above], rows - (low[below] + count[below] - 1))
        return from..<max(from, min(low[above] + count[above], rows - low[below] + 1))
    }

    /// Takes what was found for a set and width, rows from `low`.
    mutating func append(
        _ set: Int, columns: Int, low lowest: Int, notStacked upper: ArraySlice<Corners>,
        notBeside beside: ArraySlice<Corners>, butting: ButtingTable
    ) {
        let row = set * width + columns - 1
        first[row] = least.count
        low[row] = lowest
        count[row] = upper.count
        for (upper, beside) in zip(upper, beside) {
            let either = Corners.least(upper, beside)
            let value = either.leastLane
            notStacked.append(upper)
            notBeside.append(beside)
            let leastBeside = beside.leastLane
            meeting.append(leastBeside < unreachable ? butting.meeting(beside) : .unreachable)
            leastNotStacked.append(upper.leastLane)
            leastNotBeside.append(leastBeside)
            least.append(value)
            best[row] = min(best[row], value)
        }
        leastOfSet[set] = min(leastOfSet[set], best[row])
    }
}
