/// What one role's composition does otherwise than the paper's; nil: the same.
public struct RoleRules: Hashable, Sendable {
    public var kinsoku: TextRules.Kinsoku?
    public var punctuation: TextRules.Punctuation?
    /// In em.
    public var gap: Fraction?
    /// In em.
    public var indent: Fraction?
    public var hanging: Bool?

    public init(
        kinsoku: TextRules.Kinsoku? = nil, punctuation: TextRules.Punctuation? = nil, gap: Fraction? = nil,
        indent: Fraction? = nil, hanging: Bool? = nil
    ) {
        self.kinsoku = kinsoku
        self.punctuation = punctuation
        self.gap = gap
        self.indent = indent
        self.hanging = hanging
    }

    /// The paper's rules with these in their place.
    func over(_ paper: TextRules) -> TextRules {
        var rules = paper
        rules.kinsoku = kinsoku ?? paper.kinsoku
        rules.punctuation = punctuation ?? paper.punctuation
        rules.gap = gap ?? paper.gap
        rules.indent = indent ?? paper.indent
        rules.hanging = hanging ?? paper.hanging
        return rules
    }
}

extension HouseStyle {
    /// How a role is composed: as the paper, but for what its style says.
    public func rules(for role: Role, over paper: TextRules) -> TextRules {
        textRules[role]?.over(paper) ?? paper
    }
}
