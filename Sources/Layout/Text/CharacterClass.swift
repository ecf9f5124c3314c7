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

    /// Whether the blank of the mark is behind its ink.
    var hasTrailingBlank: Bool { isHalfMark && self != .opening }

    /// The class of a character by itself.
    init(of scalar: Unicode.Scalar) {
        switch scalar {
        case "“", "‘", "（", "《", "〈", "「", "『", "【", "〖", "〔", "［", "｛", "〘", "〚", "〝": self = .opening
        case "”", "’", "）", "》", "〉", "」", "』", "】", "〗", "〕", "］", "｝", "〙", "〛", "〞", "〟": self = .closing
        case "，", "、", "；", "：": self = .pause
        case "。", "．", "？", "！": self = .stop
        case "·", "・", "‧": self = .interpunct
        case "–", "—", "～", "〜": self = .connector
        case "／": self = .solidus
        case "⸺", "…", "⋯": self = .long
        case " ", "\u{A0}": self = .space
        case "\n": self = .lineBreak
        default: self = CharacterClass.isWestern(scalar) ? .western : .han
        }
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

    var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// Han ideographs of all blocks.
    var isIdeograph: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }

    /// Marks that attach to the character before them: combining marks and variation selectors.
    var isAttached: Bool {
        switch value {
        case 0x300...0x36F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x200D: true
        default: false
        }
    }

    /// Western characters that keep a quarter em away from Han: letters, digits and signs that read as part of them.
    var takesHanGap: Bool {
        if isWesternLetter || isASCIIDigit { return true }
        switch self {
        case "%", "‰", "°", "$", "¥", "€", "£", "@", "#", "&", "+", "−", "±", "′", "″": return true
        default: return false
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
