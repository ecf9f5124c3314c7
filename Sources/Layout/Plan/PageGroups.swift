/// How many stories (or groups of stories) one page's programme takes: its work grows threefold with each.
let mostLeaves = 11

/// Which stories of a long page are planned as one: runs of the least important, in the order given, about alike in size.
///
/// `count` stories, of which the first `free` are never grouped, for `places` places.
func pageGroups(count: Int, free: Int, places: Int) -> [Range<Int>] {
    let excess = count - places
    guard excess > 0, places > free else { return [] }
    for size in 4...mostLeaves {
        let groups = (excess + size - 2) / (size - 1)
        let single = places - groups
        guard single >= max(free, 3) || size == mostLeaves, groups < places else { continue }
        let first = max(free, min(count - 2 * groups, single))
        let grouped = count - first
        return (0..<groups).map { first + grouped * $0 / groups..<first + grouped * ($0 + 1) / groups }
    }
    return []
}
