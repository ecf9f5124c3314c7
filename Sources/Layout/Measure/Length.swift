/// A distance on paper in scaled points: 1/65 536 of a PostScript point (1/72 inch).
///
/// Lengths are exact integers, so that every machine breaks every line alike. Floating point
/// appears only when a finished page is painted.
public struct Length: Hashable, Comparable, Sendable {
    /// The number of scaled points.
    public var scaled: Int

    public init(scaled: Int) { self.scaled = scaled }

    public static let zero = Length(scaled: 0)
    public static let unitsPerPoint = 65_536

    /// Whole points.
    public static func points(_ count: Int) -> Length { Length(scaled: count * unitsPerPoint) }

    /// `numerator / denominator` points, rounded down: `points(45, 2)` is 22.5 pt.
    public static func points(_ numerator: Int, _ denominator: Int) -> Length {
        Length(scaled: numerator * unitsPerPoint / denominator)
    }

    /// Millimetres given in thousandths: 390 mm is `millimetres(thousandths: 390_000)`; rounded to nearest.
    public static func millimetres(thousandths: Int) -> Length {
        // 1 mm = 72/25.4 pt, so a thousandth of a millimetre is 72/25 400 pt.
        Length(scaled: (thousandths * 72 * unitsPerPoint + 12_700) / 25_400)
    }

    public static func < (a: Length, b: Length) -> Bool { a.scaled < b.scaled }

    /// The value in points, for painting and for messages only.
    public var points: Double { Double(scaled) / Double(Length.unitsPerPoint) }
}

extension Length: AdditiveArithmetic {
    public static func + (a: Length, b: Length) -> Length { Length(scaled: a.scaled + b.scaled) }
    public static func - (a: Length, b: Length) -> Length { Length(scaled: a.scaled - b.scaled) }
    public static prefix func - (a: Length) -> Length { Length(scaled: -a.scaled) }
    public static func * (a: Length, count: Int) -> Length { Length(scaled: a.scaled * count) }
    /// Division towards zero.
    public static func / (a: Length, count: Int) -> Length { Length(scaled: a.scaled / count) }
    /// How many times `b` goes into `a`, rounded down; both are positive.
    public static func / (a: Length, b: Length) -> Int { a.scaled / b.scaled }
}

/// An exact share of a length, such as 1/4 of an em.
public struct Fraction: Hashable, Sendable {
    public var numerator: Int
    public var denominator: Int

    /// `denominator` is positive.
    public init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(denominator > 0, "a fraction's denominator is positive")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// This share of `length`, rounded down.
    public func of(_ length: Length) -> Length { Length(scaled: length.scaled * numerator / denominator) }
}
