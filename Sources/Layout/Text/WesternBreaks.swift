/// A run of Western text without spaces: what may be an address, a telephone number or a word.
struct WesternRun {
    /// Units, one character each.
    var units: Range<Int>
    var scalars: [Unicode.Scalar]

    /// Whether it is an address of the web or of mail: long, and with the marks that only addresses have.
    var isAddress: Bool {
        let text = String(String.UnicodeScalarView(scalars))
        if text.contains("://") || text.hasPrefix("www.") { return true }
        let points = scalars.indices.dropFirst().dropLast().count {
            scalars[$0] == "." && scalars[$0 - 1].isWesternLetter && scalars[$0 + 1].isWesternLetter
        }
        guard points > 0, scalars.count >= 8 else { return false }
        let isDomain = [".com", ".cn", ".org", ".net"].contains { text.hasSuffix($0) }
        return points > 1 || isDomain || scalars.contains("@") || scalars.contains("/")
    }

    /// Where an address may be parted, by index into the run, with what it costs. No hyphen is added: it would be read
    /// as part of the address (The Chicago Manual of Style 7.46; UAX #14 classes SY, HY, BA).
    var addressBreaks: [(index: Int, penalty: Int)] {
        (1..<max(1, scalars.count)).compactMap { index in
            let before = scalars[index - 1]
            let after = scalars[index]
            guard after.isAddressLetter, scalars.count - index >= 2 else {
                return nil
            }
            switch before {
            case "/", "@": return index >= 3 ? (index, BreakCosts.address) : nil
            case ".", "?", "&", "=", "_", ":", "#", "~": return index >= 3 ? (index, BreakCosts.address * 2) : nil
            case "-": return (index, BreakCosts.address * 3)
            default: break
            }
            // Inside a name, when the line would gape otherwise; three letters at least on either side.
            let letters = 3
            guard index >= letters, index + letters <= scalars.count,
                scalars[(index - letters)..<(index + letters)].allSatisfy(\.isAddressLetter)
            else { return nil }
            return (index, nameLength(at: index) > 18 ? BreakCosts.insideAddress : BreakCosts.insideShortName)
        }
    }

    /// How many letters and digits stand together around a place.
    private func nameLength(at index: Int) -> Int {
        scalars[..<index].reversed().prefix(while: \.isAddressLetter).count
            + scalars[index...].prefix(while: \.isAddressLetter).count
    }

    /// Where a telephone number may be parted when the line would gape otherwise: behind its area code's hyphen. A run of
    /// digits is never parted (typography.md 2).
    var telephoneBreaks: [(index: Int, penalty: Int)] {
        var result: [(index: Int, penalty: Int)] = []
        var start = 0
        while start < scalars.count {
            guard scalars[start].isASCIIDigit else {
                start += 1
                continue
            }
            var end = start
            while end < scalars.count, scalars[end].isASCIIDigit { end += 1 }
            let isPlain =
                (start == 0 || scalars[start - 1] == "-" || scalars[start - 1] == "/")
                && (end == scalars.count || scalars[end] == "-" || scalars[end] == "/")
            if isPlain, start >= 4, end - start >= 7, scalars[start - 1] == "-" {
                result.append((start, BreakCosts.behindAreaCode))
            }
            start = end
        }
        return result
    }

    /// The words of seven letters and more, by index into the run; not abbreviations in capitals. Shorter ones take three
    /// characters of a line at most: they go over whole.
    var words: [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        while start < scalars.count {
            guard scalars[start].isWesternLetter else {
                start += 1
                continue
            }
            var end = start
            while end < scalars.count, scalars[end].isWesternLetter { end += 1 }
            let touchesDigit =
                start > 0 && scalars[start - 1].isASCIIDigit || end < scalars.count && scalars[end].isASCIIDigit
            let isPlain = scalars[(start + 1)..<end].allSatisfy { $0.properties.isLowercase }
            if end - start >= 7, isPlain, !touchesDigit { result.append(start..<end) }
            start = end
        }
        return result
    }
}

/// A place where Western text may be parted that the rules of classes do not know.
struct WesternBreak {
    enum Kind { case address, telephone, hyphen }

    /// A line may begin with it.
    var unit: Int
    var penalty: Int
    var kind: Kind
}

/// Where addresses and telephone numbers may be parted, and words where the measurer knows how; and which units lie in
/// addresses.
struct WesternBreaks {
    private(set) var breaks: [WesternBreak] = []
    private(set) var addresses: [Range<Int>] = []
    /// Units in front of which shaping begins anew, so that no kerning and no ligature reaches over a line's end.
    private(set) var apart: Set<Int> = []

    /// None.
    init() {}

    init<M: TextMeasurer>(
        _ units: [Unit], _ scalars: [Unicode.Scalar], hyphenates: Bool, with measurer: M
    ) {
        for run in westernRuns(units, scalars) {
            let base = run.units.lowerBound
            if run.isAddress {
                addresses.append(run.units)
                apart.formUnion(run.units.dropFirst())
                add(run.addressBreaks, from: base, .address)
                continue
            }
            add(run.telephoneBreaks, from: base, .telephone)
            guard hyphenates else { continue }
            for word in run.words {
                let text = String(String.UnicodeScalarView(run.scalars[word]))
                let points = measurer.hyphenPoints(in: text).filter { (1..<word.count).contains($0) }
                add(points.map { (word.lowerBound + $0, BreakCosts.hyphen) }, from: base, .hyphen)
            }
        }
    }

    private mutating func add(_ found: [(index: Int, penalty: Int)], from base: Int, _ kind: WesternBreak.Kind) {
        for (index, penalty) in found {
            breaks.append(WesternBreak(unit: base + index, penalty: penalty, kind: kind))
            apart.insert(base + index)
        }
    }
}

/// Every run of five Western units or more without a space.
private func westernRuns(_ units: [Unit], _ scalars: [Unicode.Scalar]) -> [WesternRun] {
    var runs: [WesternRun] = []
    var start = 0
    while start < units.count {
        guard units[start].characterClass == .western else {
            start += 1
            continue
        }
        var end = start
        while end < units.count, units[end].characterClass == .western { end += 1 }
        if end - start >= 5 {
            runs.append(
                WesternRun(
                    units: start..<end, scalars: (start..<end).map { scalars[units[$0].scalars.lowerBound] }))
        }
        start = end
    }
    return runs
}

extension ShapedText {
    mutating func allow<M: TextMeasurer>(_ western: WesternBreaks, with measurer: M) throws(M.Failure) {
        for address in western.addresses {
            for unit in address.dropFirst() {
                opportunities[unit] = .forbidden
                gaps[unit - 1] = .letter
            }
        }
        for found in western.breaks {
            guard case .forbidden = opportunities[found.unit] else { continue }
            if found.kind == .hyphen, try !addHyphen(before: found.unit, with: measurer) { continue }
            opportunities[found.unit] = .allowed(penalty: found.penalty)
        }
    }

    /// - Returns: whether the font has a hyphen.
    private mutating func addHyphen<M: TextMeasurer>(before unit: Int, with measurer: M) throws(M.Failure) -> Bool {
        let style = styleOf[unit]
        if !hyphens.contains(where: { $0.style == style }) {
            let font = styles[Int(style)].font
            let glyphs = try measurer.shape(TextRun("-", style: font, script: .western))
            guard !glyphs.isEmpty, glyphs.allSatisfy({ $0.glyph != 0 }) else { return false }
            hyphens.append(
                Hyphen(style: style, glyphs: glyphs, width: glyphs.reduce(0) { $0 + $1.advance.scaled }))
        }
        guard let index = hyphens.firstIndex(where: { $0.style == style }) else { return false }
        hyphenAt[unit] = UInt8(index + 1)
        return true
    }
}

extension Unicode.Scalar {
    fileprivate var isAddressLetter: Bool { isWesternLetter || isASCIIDigit }
}
