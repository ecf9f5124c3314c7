/// The candidate that a word comes nearest to by its letters, where one is near enough to have been meant: a third of the
/// letters may be wrong, three at most.
public func nearestSpelling(of word: String, in candidates: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    let allowed = max(1, min(3, letters.count / 3))
    let ranked = candidates.prefix(2_000).map { candidate in
        (candidate, editDistance(letters, Array(candidate.lowercased().unicodeScalars.prefix(64))))
    }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= allowed, best.1 < letters.count else { return nil }
    return best.0
}

/// How many letters must be added, removed, changed or swapped with their neighbour.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
            row.append(cost)
        }
        (before, last) = (last, row)
    }
    return last[b.count]
}
