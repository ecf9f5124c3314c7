import Layout

/// What a reader's ruler would find in broken paragraphs: the same figures that are taken from printed pages.
struct Figures {
    private(set) var justified = 0
    private var solid = 0
    private var shrunk = 0
    private var stretched = 0
    private(set) var most = 0
    private var least = 0
    private var tightened = 0
    private var over60 = 0
    private(set) var over80 = 0
    private var over90 = 0
    private(set) var stops = 0
    private var lastLines = 0
    private var loneLetters = 0
    private var overfull = 0
    private var breaksRule = 0
    private var openDashes = 0
    private var units = 0
    // Of all joints between two Han characters: their number, the sum of their stretches, and of the squares.
    private var joints = 0.0
    private var sum = 0.0
    private var squares = 0.0

    mutating func add(_ lines: [Line], of text: ShapedText) {
        units += text.count
        for line in lines {
            if line.breaksRule { breaksRule += 1 }
            if line.fit.overfull > 0 { overfull += 1 }
            if line.units.lowerBound > 0, text.classes[line.units.lowerBound] == .long { openDashes += 1 }
            if line.fit.stopShrink > 0 { stops += 1 }
            guard !line.isLast else {
                lastLines += 1
                let letters = line.units.count { [.han, .western].contains(text.classes[$0]) }
                if letters < 2, lines.count > 1 { loneLetters += 1 }
                continue
            }
            addJustified(line, of: text)
        }
    }

    private mutating func addJustified(_ line: Line, of text: ShapedText) {
        justified += 1
        let fit = line.fit
        let shrink =
            fit.endTrim + fit.wordSpaceShrink + fit.bracketShrink + fit.pauseShrink + fit.hanWesternShrink
            + fit.stopShrink
            - min(0, fit.jointStretch)
        let stretch = fit.wordSpaceStretch + fit.hanWesternStretch + fit.jointStretch
        if shrink > 0 { shrunk += 1 } else if stretch > 0 { stretched += 1 } else { solid += 1 }
        most = max(most, fit.perJoint)
        least = min(least, fit.perJoint)
        if fit.perJoint < 0 { tightened += 1 }
        if fit.perJoint > 60 { over60 += 1 }
        if fit.perJoint > 80 { over80 += 1 }
        if fit.perJoint > 90 { over90 += 1 }
        let han = line.units.dropLast().count { text.classes[$0] == .han && text.classes[$0 + 1] == .han }
        let each = Double(fit.perJoint) / 1000
        joints += Double(han)
        sum += Double(han) * each
        squares += Double(han) * each * each
    }

    private func share(_ count: Int) -> String {
        let permille = justified == 0 ? 0 : count * 1000 / justified
        return "\(permille / 10).\(permille % 10) %"
    }

    private func decimal(_ value: Double) -> String {
        let whole = Int(value * 10_000)
        return "\(whole / 10_000).\(String(whole % 10_000 + 10_000).dropFirst())"
    }

    var deviation: Double { joints == 0 ? 0 : (squares / joints - (sum / joints) * (sum / joints)).squareRoot() }

    static let head = [
        "", "lines", "solid", "shrunk", "stretched", "closer", "least em", "most em", ">0.06", ">0.08", ">0.09",
        "sd em", "stops", "lone",
        "dash", "rule", "over",
    ].map(padded).joined()

    func row(label: String) -> String {
        let cells = [
            label, "\(justified)", share(solid), share(shrunk), share(stretched), share(tightened),
            "-\(decimal(Double(-least) / 1000))",
            decimal(Double(most) / 1000),
            share(over60), share(over80), share(over90), decimal(deviation), share(stops), "\(loneLetters)",
            "\(openDashes)", "\(breaksRule)", "\(overfull)",
        ]
        return cells.map(padded).joined()
    }
}

private func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(1, (text.contains("=") ? 20 : 10) - text.count))
}
