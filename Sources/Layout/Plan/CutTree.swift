/// The guillotine cuts of a tiling: found again from its rectangles, from the top, then from the left, or as a person wrote them.
public indirect enum CutTree: Hashable, Sendable {
    /// A rectangle, by its index.
    case module(Int)
    case stacked(CutTree, CutTree)
    case sideBySide(CutTree, CutTree)
    /// Rectangles that no cut parts.
    case knot([Int])

    public init(_ rects: [GridRect]) { self.init(rects, Array(rects.indices)) }

    /// The cuts of some of the rectangles.
    init(_ rects: [GridRect], _ members: [Int]) {
        guard members.count > 1 else {
            self = members.first.map { .module($0) } ?? .knot([])
            return
        }
        for stacks in [true, false] {
            func span(_ index: Int) -> Range<Int> { stacks ? rects[index].rows : rects[index].columns }
            for cut in members.map({ span($0).upperBound }).sorted() {
                guard members.allSatisfy({ span($0).upperBound <= cut || span($0).lowerBound >= cut }) else {
                    continue
                }
                let first = members.filter { span($0).upperBound <= cut }
                guard first.count < members.count else { continue }
                let parts = (
                    CutTree(rects, first), CutTree(rects, members.filter { span($0).lowerBound >= cut })
                )
                self = stacks ? .stacked(parts.0, parts.1) : .sideBySide(parts.0, parts.1)
                return
            }
        }
        self = .knot(members)
    }

    /// In reading order.
    public var members: [Int] {
        switch self {
        case .module(let index): [index]
        case .stacked(let a, let b), .sideBySide(let a, let b): a.members + b.members
        case .knot(let members): members
        }
    }

    /// What it costs that lesser stories stand over or to the left of greater ones; nil priorities do not count.
    func priorityCost(_ priorities: [Int?], _ costs: PlanCosts) -> Int {
        var sum = 0
        /// The priorities of a part, whose own pairs are added up.
        func add(_ tree: CutTree) -> [Int] {
            func pairs(_ first: CutTree, _ second: CutTree, _ cost: Int) -> [Int] {
                let ones = add(first), others = add(second)
                for one in ones {
                    for other in others { sum += max(0, other - one) * cost }
                }
                return ones + others
            }
            switch tree {
            case .module(let index): return priorities[index].map { [$0] } ?? []
            case .knot(let members): return members.compactMap { priorities[$0] }
            case .stacked(let upper, let lower): return pairs(upper, lower, costs.inversionAbove)
            case .sideBySide(let left, let right): return pairs(left, right, costs.inversionLeft)
            }
        }
        _ = add(self)
        return sum
    }

    /// The first cut that rectangles do not have: two modules that do not stand over each other, or side by side, as it says.
    public func fault(in rects: [GridRect]) -> (first: Int, second: Int, isStacked: Bool)? {
        func fault(_ a: CutTree, _ b: CutTree, isStacked: Bool) -> (first: Int, second: Int, isStacked: Bool)? {
            for one in a.members {
                for other in b.members {
                    let isSo =
                        isStacked
                        ? rects[one].rows.upperBound <= rects[other].rows.lowerBound
                        : rects[one].columns.upperBound <= rects[other].columns.lowerBound
                    if !isSo { return (one, other, isStacked) }
                }
            }
            return a.fault(in: rects) ?? b.fault(in: rects)
        }
        switch self {
        case .module, .knot: return nil
        case .stacked(let a, let b): return fault(a, b, isStacked: true)
        case .sideBySide(let a, let b): return fault(a, b, isStacked: false)
        }
    }

    /// The tree in a line: `/` parts what stands over from what stands under, `|` left from right. A name that holds such a
    /// mark, a bracket or white stands in single quotes.
    public func text(_ names: [String]) -> String {
        let names = names.map { name in
            let isPlain = !name.isEmpty && !name.contains { Self.marks.contains($0) || $0.isWhitespace }
            return isPlain
                ? name
                : "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        }
        func inner(_ tree: CutTree, _ stacks: Bool?) -> String {
            switch tree {
            case .module(let index): return names[index]
            case .knot(let members): return "[" + members.map { names[$0] }.joined(separator: ", ") + "]"
            case .stacked(let a, let b):
                let text = inner(a, true) + " / " + inner(b, true)
                return stacks == false ? "(\(text))" : text
            case .sideBySide(let a, let b):
                let text = inner(a, false) + " | " + inner(b, false)
                return stacks == true ? "(\(text))" : text
            }
        }
        return inner(self, nil)
    }

    /// What cannot stand in a name without quotes.
    private static let marks: [Character] = ["/", "|", "(", ")", "[", "]", ",", "'", "\""]
}
