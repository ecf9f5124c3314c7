/// A part of a plan that is still to be read out of the tables.
struct PlanNode: Hashable {
    /// The programme of sets, or nil for regions at their places.
    var table: Int?
    var set: Int
    /// Columns and rows in a table; the region's number on the page.
    var columns: Int = 0
    var rows: Int = 0
    var region: Int = 0
    var shape = Shape.any
    /// Which classes of heads may stand in the top corners, as bits.
    var left: UInt8 = 15
    var right: UInt8 = 15

    enum Shape { case any, notStacked, notBeside }
}

/// One way to make a node of smaller ones, or the way to set one story.
struct PlanStep {
    /// The least excess of the node when made so.
    var cost: Int
    var first: PlanNode?
    var second: PlanNode?
    /// Where the second part begins.
    var columns = 0
    var rows = 0
    /// A story and its filling.
    var item: (index: Int, fill: Int)?
}

/// A whole page as the search found it.
struct PlanDraft {
    struct Module {
        var item: Int
        var fill: Int
        var rect: GridRect
    }

    var excess: Int
    var modules: [Module]
}

/// Reads the best plans out of the tables, the best first: the tables say what each part will cost at least, so the
/// search never goes where it must turn back (A* with an exact estimate; Huang and Chiang, “Better k-best parsing”, 2005,
/// for the lazy order among the ways to make one part).
struct PlanDrafts {
    private var tables: PlanTables
    private var known: [PlanNode: [PlanStep]] = [:]
    private var heap: [Entry] = []
    private var open: [OpenPart] = []
    private var done: [DonePart] = []
    private var sequence = 0
    private var slack = 0

    private struct Entry {
        var cost: Int
        var sequence: Int
        var part: Int
        var done: Int
        var step: Int
    }

    private struct OpenPart {
        var node: PlanNode
        var column: Int
        var row: Int
        var next: Int
    }

    private struct DonePart {
        var module: PlanDraft.Module
        var next: Int
    }

    init(_ tables: PlanTables) { self.tables = tables }

    /// Up to `count` plans of the root, each at most `slack` worse than the best, found in at most `limit` steps.
    mutating func drafts(_ root: PlanNode, count: Int, slack: Int, limit: Int) -> [PlanDraft] {
        var drafts: [PlanDraft] = []
        self.slack = slack
        open.append(OpenPart(node: root, column: 0, row: 0, next: -1))
        guard let first = ways(root).first else { return [] }
        let most = first.cost + slack
        push(Entry(cost: first.cost, sequence: 0, part: 0, done: -1, step: 0))
        var steps = 0
        while drafts.count < count, steps < limit, var entry = pop() {
            while true {
                steps += 1
                let part = open[entry.part]
                let ways = self.ways(part.node)
                let way = ways[entry.step]
                if entry.step + 1 < ways.count {
                    var sibling = entry
                    sibling.step += 1
                    sibling.cost += ways[sibling.step].cost - way.cost
                    if sibling.cost <= most { push(sibling) }
                }
                var rest = part.next
                if let second = way.second {
                    open.append(
                        OpenPart(
                            node: second, column: part.column + way.columns, row: part.row + way.rows, next: rest))
                    rest = open.count - 1
                }
                if let first = way.first {
                    open.append(OpenPart(node: first, column: part.column, row: part.row, next: rest))
                    rest = open.count - 1
                }
                if let item = way.item {
                    let rect = GridRect(
                        columns: part.column..<part.column + part.node.columns,
                        rows: part.row..<part.row + part.node.rows)
                    done.append(
                        DonePart(module: .init(item: item.index, fill: item.fill, rect: rect), next: entry.done))
                    entry.done = done.count - 1
                }
                entry.part = rest
                entry.step = 0
                if rest < 0 {
                    drafts.append(PlanDraft(excess: entry.cost, modules: modules(entry.done)))
                    break
                }
                precondition(!self.ways(open[rest].node).isEmpty, "a part that the tables know can be made")
            }
        }
        return drafts
    }

    private func modules(_ last: Int) -> [PlanDraft.Module] {
        var modules: [PlanDraft.Module] = []
        var next = last
        while next >= 0 {
            modules.append(done[next].module)
            next = done[next].next
        }
        return modules.reversed()
    }

    private mutating func ways(_ node: PlanNode) -> [PlanStep] {
        if let ways = known[node] { return ways }
        // The order among equals is the order of finding, which the tables fix.
        let found = tables.steps(of: node, slack: slack).enumerated()
            .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
        known[node] = found
        return found
    }

    private mutating func push(_ entry: Entry) {
        var entry = entry
        sequence += 1
        entry.sequence = sequence
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> Entry? {
        guard let top = heap.first else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return top }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && precedes(heap[child], heap[least]) {
                least = child
            }
            if least == parent { return top }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    /// Cheaper first; among equals what was found last, so that one plan is finished before the next is begun.
    private func precedes(_ a: Entry, _ b: Entry) -> Bool {
        a.cost != b.cost ? a.cost < b.cost : a.sequence > b.sequence
    }
}
