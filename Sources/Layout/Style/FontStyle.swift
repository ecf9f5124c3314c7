/// Which type: families in order of preference, weight, size.
public struct FontStyle: Hashable, Sendable {
    /// Names as in the fonts' manifest (`Song`, `Hei`, `Kai` or a family's own name), the preferred one first.
    public var families: [String]
    /// 100…900 as in CSS.
    public var weight: Int
    public var size: Length

    public init(families: [String], weight: Int, size: Length) {
        self.families = families
        self.weight = weight
        self.size = size
    }

    public func sized(_ size: Length) -> FontStyle {
        FontStyle(families: families, weight: weight, size: size)
    }
}
