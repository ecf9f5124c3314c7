/// What a piece of text is for. The house style says how each is set.
public enum Role: String, Hashable, Sendable, CaseIterable {
    case nameplate, dateBlock = "date-block", contacts, contents
    case leadHeadline = "lead-headline", secondHeadline = "second-headline", headline
    case briefHeadline = "brief-headline"
    case kicker, deck, dateline, body, strong, byline, crosshead, quote, table, verse
    case editorNote = "editor-note"
    case pullQuote = "pull-quote"
    case caption, credit
    case pageHead = "page-head", folio, colophon, advertisementMark = "advertisement-mark"
    case jumpLine = "jump-line"
}

/// How one role is set.
public struct RoleStyle: Hashable, Sendable {
    public var font: FontStyle
    public var ink: Ink

    public init(_ font: FontStyle, ink: Ink = .solidBlack) {
        self.font = font
        self.ink = ink
    }
}

/// The sizes that a kind of headline may take.
public struct HeadLadder: Hashable, Sendable {
    /// Point sizes in whole points, ascending.
    public var sizes: [Int]

    public init(sizes: [Int]) { self.sizes = sizes }
}

/// 版式规范: every role's type, and the ladders of head sizes.
public struct HouseStyle: Sendable {
    private var styles: [Role: RoleStyle]
    /// By story priority, 1…5.
    public var ladders: [Int: HeadLadder]
    /// By role, where it is composed otherwise than the paper.
    public var textRules: [Role: RoleRules] = [:]

    public init(styles: [Role: RoleStyle], ladders: [Int: HeadLadder]) {
        precondition(
            Role.allCases.allSatisfy { styles[$0] != nil }, "a house style has a style for every role")
        precondition((1...5).allSatisfy { ladders[$0] != nil }, "a house style has a ladder for every priority")
        self.styles = styles
        self.ladders = ladders
    }

    public subscript(role: Role) -> RoleStyle {
        get { styles[role]! }
        set { styles[role] = newValue }
    }

    /// The same style for a body size other than 9 pt: text roles scale with it, heads do not.
    public func scaled(toBody body: Length) -> HouseStyle {
        var result = self
        let standard = HouseStyle.standard[.body].font.size
        guard body != standard else { return result }
        for role in Role.allCases where self[role].font.size < .points(13) {
            let size = self[role].font.size
            result[role].font.size = Length(scaled: size.scaled * body.scaled / standard.scaled)
        }
        return result
    }

    /// The built-in house style: Song for reading, heavier Song and Hei for heads, Kai for voices.
    public static let standard: HouseStyle = {
        func song(_ weight: Int, _ size: Length) -> RoleStyle {
            RoleStyle(FontStyle(families: ["Song"], weight: weight, size: size))
        }
        func hei(_ weight: Int, _ size: Length) -> RoleStyle {
            RoleStyle(FontStyle(families: ["Hei"], weight: weight, size: size))
        }
        func kai(_ size: Length) -> RoleStyle {
            RoleStyle(FontStyle(families: ["Kai"], weight: 400, size: size))
        }
        return HouseStyle(
            styles: [
                .nameplate: song(900, .points(90)), .dateBlock: hei(400, .points(17, 2)),
                .contacts: hei(400, .points(8)), .contents: hei(500, .points(21, 2)),
                .leadHeadline: song(900, .points(48)), .secondHeadline: hei(700, .points(30)),
                .headline: song(700, .points(22)), .briefHeadline: hei(500, .points(13)),
                .kicker: kai(.points(14)), .deck: kai(.points(14)), .dateline: hei(700, .points(9)),
                .body: song(400, .points(9)), .strong: hei(500, .points(9)), .byline: kai(.points(9)),
                .crosshead: hei(500, .points(21, 2)), .quote: kai(.points(9)), .table: hei(400, .points(17, 2)),
                .verse: kai(.points(9)), .editorNote: kai(.points(9)), .pullQuote: kai(.points(12)),
                .caption: kai(.points(8)),
                .credit: kai(.points(15, 2)), .pageHead: hei(700, .points(14)), .folio: hei(400, .points(17, 2)),
                .colophon: hei(400, .points(15, 2)), .advertisementMark: hei(400, .points(7)),
                .jumpLine: kai(.points(8)),
            ],
            ladders: [
                5: HeadLadder(sizes: [36, 40, 44, 48, 52, 56, 60]),
                4: HeadLadder(sizes: [24, 26, 28, 30, 32, 36]),
                3: HeadLadder(sizes: [18, 20, 22, 24, 26]),
                2: HeadLadder(sizes: [13, 14, 15, 16, 18]),
                1: HeadLadder(sizes: [12, 13, 14, 15, 16]),
            ])
    }()
}
