/// The Line_Break property of a character (UAX #14), in the alphabetical order of its short names.
enum LineBreakClass: UInt8, Sendable, CaseIterable {
    case ai, ak, al, ap, `as`, b2, ba, bb, bk, cb, cj, cl, cm, cp, cr, eb, em, ex, gl, h2, h3, hh, hl, hy, id, `in`,
        `is`
    case jl, jt, jv, lf, nl, ns, nu, op, po, pr, qu, ri, sa, sg, sp, sy, vf, vi, wj, xx, zw, zwj

    /// `AL`, as Unicode's data files write it.
    var name: String { "\(self)".uppercased() }
}

/// What UAX #14 asks of a character: its class, and what some rules look at besides.
struct LineBreakProperties: Hashable, Sendable {
    let lineBreak: LineBreakClass
    private let flags: UInt8

    /// East Asian width F, W or H.
    var isEastAsian: Bool { flags & 1 != 0 }
    /// General category Pi or Pf of a quotation mark.
    var isInitialQuote: Bool { flags & 2 != 0 }
    var isFinalQuote: Bool { flags & 4 != 0 }
    /// A code point kept for an emoji to come.
    var isUnassignedPictograph: Bool { flags & 16 != 0 }

    /// A mark of a script that is broken by dictionaries (SA).
    private var isComplexMark: Bool { flags & 8 != 0 }

    /// The class by which rules go when there is no dictionary and no more context (LB1).
    var resolved: LineBreakClass {
        switch lineBreak {
        case .ai, .sg, .xx: .al
        case .sa: isComplexMark ? .cm : .al
        case .cj: .ns
        default: lineBreak
        }
    }

    init(of scalar: Unicode.Scalar) {
        let ranges = LineBreakRanges.shared
        let value = ranges.values[ranges.index(of: scalar.value)]
        lineBreak = LineBreakClass(rawValue: UInt8(value >> 5))!
        flags = UInt8(value & 31)
    }
}

/// The generated table with the lengths of its ranges added up.
private struct LineBreakRanges: Sendable {
    static let shared = LineBreakRanges()

    private var starts: [UInt32] = []
    private(set) var values: [UInt16] = []

    private init() {
        starts.reserveCapacity(lineBreakRanges.count)
        values.reserveCapacity(lineBreakRanges.count)
        var start: UInt32 = 0
        for range in lineBreakRanges {
            starts.append(start)
            values.append(UInt16(range & 0x7FF))
            start += range >> 11
        }
    }

    /// The last range that begins at the code point or before it.
    func index(of code: UInt32) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= code { low = middle } else { high = middle }
        }
        return low
    }
}
