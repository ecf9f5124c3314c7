import ArgumentParser
import Layout

/// Some of an edition's pages: `1,4` or `2-3`.
struct PageSelection: ExpressibleByArgument, Equatable {
    /// 1-based.
    private var ranges: [ClosedRange<Int>]

    init?(argument: String) {
        ranges = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
                first >= 1, first <= last
            else { return nil }
            ranges.append(first...last)
        }
    }

    func contains(_ page: Int) -> Bool { ranges.contains { $0.contains(page) } }

    /// To ask for a page beyond the last is a usage error.
    func check(count: Int) throws(Stop) {
        let last = ranges.map(\.upperBound).max() ?? 0
        guard last <= count else {
            throw Stop(
                .usage, Phrase(zh: "没有第 \(last) 版：共 \(count) 版", en: "there is no page \(last): there are \(count)")
            )
        }
    }

    /// The selected ones of `pages`.
    func select(from pages: [Page]) throws(Stop) -> [Page] {
        try check(count: pages.map(\.number).max() ?? 0)
        return pages.filter { contains($0.number) }
    }
}
