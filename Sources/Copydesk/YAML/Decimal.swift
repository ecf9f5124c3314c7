public import Layout

/// An exact number with a unit, as written: `9pt`, `1/4em`, `0.25 em`, `50%`.
public struct Quantity {
    public var number: Fraction
    public var unit: String

    /// nil when it is not a number, or is larger than 99 999. Decimals after the fifth are cut off.
    public init?(_ text: String) {
        var rest = text.unicodeScalars[...]
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        func digits() -> String.UnicodeScalarView.SubSequence {
            let run = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(run.count)
            return run
        }
        let whole = digits()
        var parts = Substring.UnicodeScalarView()
        var denominator = 1
        if rest.first == "." {
            rest = rest.dropFirst()
            parts = digits().prefix(5)
            for _ in parts { denominator *= 10 }
        } else if rest.first == "/" {
            rest = rest.dropFirst()
            let below = digits()
            guard below.count <= 5, let value = Int(String(below)), value > 0 else { return nil }
            denominator = value
        }
        guard whole.count <= 5, let numerator = Int(String(whole) + String(parts)) else { return nil }
        number = Fraction(isNegative ? -numerator : numerator, denominator)
        unit = String(rest.drop { $0 == " " })
    }

    /// `number × factor`, rounded to nearest.
    func times(_ factor: Int) -> Int {
        let product = number.numerator * factor
        return (product * 2 + (product < 0 ? -1 : 1) * number.denominator) / (number.denominator * 2)
    }

    /// The length, for the units `pt`, `mm` and `em`.
    func length(em: Length) -> Length? {
        switch unit {
        case "pt": return Length(scaled: times(Length.unitsPerPoint))
        case "em": return Length(scaled: times(em.scaled))
        case "mm":
            // 1 mm = 72/25.4 pt = 360/127 pt
            let fine = Quantity(number: Fraction(number.numerator, number.denominator * 127))
            return Length(scaled: fine.times(360 * Length.unitsPerPoint))
        default: return nil
        }
    }

    private init(number: Fraction) {
        self.number = number
        unit = ""
    }
}

extension Length {
    /// In millimetres with one decimal, for messages.
    var inMillimetres: String {
        let tenths = (scaled * 254 + Length.unitsPerPoint * 36) / (Length.unitsPerPoint * 72)
        return tenths % 10 == 0 ? "\(tenths / 10)mm" : "\(tenths / 10).\(tenths % 10)mm"
    }

    /// In points with up to two decimals, for messages.
    var inPoints: String {
        let hundredths = (scaled * 100 + Length.unitsPerPoint / 2) / Length.unitsPerPoint
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)pt" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)pt" : "\(whole).\(rest < 10 ? "0" : "")\(rest)pt"
    }
}
