/// What a character is to the composition of Simplified Chinese: how wide it is, and where it may stand.
///
/// The classes follow CLREQ and GB/T 15834-2011; a character's class depends on its neighbours only
/// for quotation marks, dashes and ellipses: see `classify(_:)`.
public enum CharacterClass: UInt8, Sendable, CaseIterable {
    /// Opening brackets and quotes: ink in the right half of the em.
    case opening
    /// Closing brackets and quotes: ink in the left half.
    case closing
    /// Stops inside a sentence: ， 、 ； ：
    case pause
    /// Stops at its end: 。 ． ？ ！
    case stop
    /// · between the parts of a name: half an em.
    case interpunct
    /// – — ～ between the ends of a range.
    case connector
    /// ／
    case solidus
    /// —— …… ⸺: two em, one unit.
    case long
    /// Han, kana, CJK symbols: one em.
    case han
    /// Western letters, digits and what belongs to them: as wide as they are.
    case western
    /// A space that the copy has.
    case space
    /// A line break that the writer asked for.
    case lineBreak

    /// The letter by which the class is known in `typography` tables and in `press inspect`.
    public var letter: String {
        switch self {
        case .opening: "O"
        case .closing: "C"
        case .pause: "K"
        case .stop: "S"
        case .interpunct: "M"
        case .connector: "N"
        case .solidus: "D"
        case .long: "L"
        case .han: "H"
        case .western: "W"
        case .space: "space"
        case .lineBreak: "break"
        }
    }

    /// Whether it is a mark of half an em of ink and half an em of blank.
    var isHalfMark: Bool {
        switch self {
        case .opening, .closing, .pause, .stop: true
        default: false
        }
    }

    /// Whether it may be drawn as one with a long mark before it.
    var isDash: Bool { self == .long || self == .connector }

    /// Whether the blank of the mark is behind its ink.
    var hasTrailingBlank: Bool { isHalfMark && self != .opening }

    /// The class of a character by itself.
    init(of scalar: Unicode.Scalar) {
        self =
            CharacterClass.known(scalar)
            ?? (scalar.isIdeograph ? .han : CharacterClass.isWestern(scalar) ? .western : .foreign(scalar))
    }

    /// The marks that Chinese composition has rules for, spaces and line breaks.
    private static func known(_ scalar: Unicode.Scalar) -> CharacterClass? {
        switch scalar {
        case "“", "‘", "（", "《", "〈", "「", "『", "【", "〖", "〔", "［", "｛", "〘", "〚", "〝": .opening
        case "”", "’", "）", "》", "〉", "」", "』", "】", "〗", "〕", "］", "｝", "〙", "〛", "〞", "〟": .closing
        case "，", "、", "；", "：": .pause
        case "。", "．", "？", "！": .stop
        case "·", "・", "‧": .interpunct
        case "–", "—", "～", "〜": .connector
        case "／": .solidus
        case "⸺", "…", "⋯": .long
        case " ", "\u{A0}", "\t": .space
        case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": .lineBreak
        default: nil
        }
    }

    /// Everything else goes by its UAX #14 class: what is set in East Asian text like an ideograph (kana, Hangul, symbols,
    /// emoji, ambiguous characters) is set like Han, other scripts are set like Western words.
    private static func foreign(_ scalar: Unicode.Scalar) -> CharacterClass {
        let properties = LineBreakProperties(of: scalar)
        switch properties.lineBreak {
        case .ai, .b2, .cj, .eb, .em, .id, .in, .ns, .po, .pr, .ri, .xx: return .han
        default: return properties.isEastAsian ? .han : .western
        }
    }

    /// Whether the character is none of those that the rules of Chinese composition name, so that UAX #14 decides where lines
    /// break beside it.
    static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isIdeograph && !isWestern(scalar) && known(scalar) == nil
    }

    /// Western text: ASCII, Latin, Greek, Cyrillic, and the signs that stand with numbers.
    private static func isWestern(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E, 0xA1...0x58F, 0x1E00...0x1FFF, 0x2010...0x2012, 0x2030...0x2033, 0x2039...0x203A,
            0x20A0...0x20BF, 0x2212, 0xFB00...0xFB06:
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// A letter of a Western script.
    var isWesternLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x370...0x52F, 0x1E00...0x1FFF: true
        default: false
        }
    }

    /// Quotation marks that Chinese and Western text share.
    var isQuote: Bool { self == "“" || self == "”" || self == "‘" || self == "’" }

    var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

    var isFullWidthDigit: Bool { value >= 0xFF10 && value <= 0xFF19 }

    /// Han ideographs of all blocks.
    var isIdeograph: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }

    /// Western characters that keep a quarter em away from Han: letters, digits and signs that read as part of them.
    var takesHanGap: Bool {
        if isWesternLetter || isASCIIDigit { return true }
        switch self {
        case "%", "‰", "°", "$", "¥", "€", "£", "@", "#", "&", "+", "−", "±", "′", "″": return true
        default: return value >= 0x250 && isForeignLetter
        }
    }

    /// A letter or digit of a script that is neither Western nor set like Han.
    private var isForeignLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            CharacterClass(of: self) == .western
        default: false
        }
    }

    /// Signs that stay with the number before them.
    var belongsToNumberBefore: Bool {
        switch self {
        case "%", "‰", "‱", "％", "°", "º", "℃", "℉", "′", "″", "㎡", "㎞", "㎝", "㎜", "㎏": true
        default: false
        }
    }

    /// Signs that stay with the number after them.
    var belongsToNumberAfter: Bool {
        switch self {
        case "±", "∓", "+", "−", "$", "¥", "￥", "€", "£", "￡", "₩", "￦", "₽", "₹", "¢", "＄", "＋", "－", "№", "≥",
            "≤", "≈", "＞", "＜",
            "~", "∽", "＃", "#", "§":
            true
        default: false
        }
    }
}
