/// Whether a line may end in front of a unit.
public enum BreakOpportunity: Hashable, Sendable {
    case forbidden
    /// Allowed at a cost, in the unit of `LineCosts`; 0 is free.
    case allowed(penalty: Int)
    case mandatory
}

/// Where lines may break: prohibition rules (禁则) over classes, and what stays together. `docs/inspect.md` lists in what
/// they differ from UAX #14, and why.
struct BreakRules: Sendable {
    let level: TextRules.Kinsoku

    /// The opportunity between two neighbouring units.
    /// - Parameters:
    ///   - left, right: their classes.
    ///   - before, after: the scalar that ends the left unit and the one that begins the right.
    ///   - unicode: what UAX #14 says, where one of the two is a character that Chinese rules do not name.
    func opportunity(
        _ left: CharacterClass, _ right: CharacterClass, before: Unicode.Scalar, after: Unicode.Scalar,
        unicode: BreakOpportunity? = nil
    ) -> BreakOpportunity {
        if left == .lineBreak { return .mandatory }
        if right == .lineBreak || right == .space { return .forbidden }
        if left == .space {
            let begins = right == .western && beginsWord(after)
            if before == "\u{A0}" || (forbidsLineStart(right, after) && !begins) { return .forbidden }
            return .allowed(penalty: 0)
        }
        if forbidsLineStart(right, after) || forbidsLineEnd(left, before) { return .forbidden }
        if before.belongsToNumberAfter, after.isASCIIDigit || after.belongsToNumberAfter || right == .han {
            return .forbidden
        }
        if after.belongsToNumberBefore, level != .none || before.isASCIIDigit { return .forbidden }
        if before.isFullWidthDigit, after.isFullWidthDigit { return .forbidden }
        if let unicode { return unicode }
        if left == .western, right == .western { return insideWestern(before, after) }
        return .allowed(penalty: penalty(left, right, before, after))
    }

    func forbidsLineStart(_ unit: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        switch level {
        case .none: return false
        case .basic, .gb:
            // An ellipsis never starts a line, a dash may.
            return isClosing(unit) || (unit == .long && scalar != "—" && scalar != "⸺")
                || isWesternClosing(unit, scalar)
        case .strict:
            return isClosing(unit) || unit == .long || isWesternClosing(unit, scalar)
        }
    }

    func forbidsLineEnd(_ unit: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        switch level {
        case .none: false
        case .basic: unit == .opening || isWesternOpening(unit, scalar)
        case .gb, .strict: unit == .opening || unit == .solidus || isWesternOpening(unit, scalar)
        }
    }

    private func isClosing(_ unit: CharacterClass) -> Bool {
        switch unit {
        case .closing, .pause, .stop, .interpunct, .connector, .solidus: true
        default: false
        }
    }

    /// Western marks that close: they end their word wherever it stands. A hyphen does not begin a line (UAX #14 LB13, LB21).
    private func isWesternClosing(_ unit: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        guard unit == .western else { return false }
        if scalar == "’" || scalar == "”" { return true }
        switch LineBreakProperties(of: scalar).lineBreak {
        case .ex, .cl, .cp, .is, .sy, .ba, .hy, .hh, .po: return true
        default: return false
        }
    }

    /// Behind a space some of these begin a word: `-x`, `.5` (UAX #14 LB15c, LB18).
    private func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch LineBreakProperties(of: scalar).lineBreak {
        case .is, .ba, .hy, .hh, .po: true
        default: false
        }
    }

    /// Western brackets stay with what they open (UAX #14 LB14).
    private func isWesternOpening(_ unit: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        unit == .western && LineBreakProperties(of: scalar).lineBreak == .op
    }

    /// Words are whole, but a hyphen between letters and a solidus may end a line, and long addresses break before
    /// their marks (UAX #14 LB13, LB21a, LB22–LB25 in outline).
    private func insideWestern(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> BreakOpportunity {
        if before == "-" || before == "‐", after.isWesternLetter { return .allowed(penalty: 0) }
        if before == "/", after.isWesternLetter { return .allowed(penalty: BreakCosts.addressBreak) }
        return .forbidden
    }

    private func penalty(
        _ left: CharacterClass, _ right: CharacterClass, _ before: Unicode.Scalar, _ after: Unicode.Scalar
    ) -> Int {
        if before.isASCIIDigit, right == .han, after.isMeasureWord { return BreakCosts.numberFromUnit }
        if before == "第", after.isASCIIDigit || after.isNumeral { return BreakCosts.numberFromUnit }
        if before.isNumeral, right == .han, after.isMeasureWord { return BreakCosts.numberFromUnit }
        if before.isDateWord, after.isASCIIDigit { return BreakCosts.insideDate }
        if left == .long, before != "…", before != "⋯" { return BreakCosts.afterLongMark }
        if left == .interpunct { return BreakCosts.afterInterpunct }
        if right == .long { return BreakCosts.longMarkAtStart }
        return 0
    }
}

extension Unicode.Scalar {
    /// Units, measure words and powers of ten that follow a number.
    fileprivate var isMeasureWord: Bool {
        switch self {
        case "年", "月", "日", "时", "分", "秒", "点", "岁", "天", "周", "个", "人", "名", "位", "户", "家", "次", "条", "座",
            "元", "角", "万", "亿", "千", "百", "吨", "斤", "克", "米", "里", "公", "平", "亩", "层", "级", "度", "路", "号", "届",
            "件", "项", "台", "辆", "部", "册", "本", "页", "版", "期", "倍", "成", "只", "头", "盏", "所", "楼", "栋", "小", "多", "余",
            "块", "张", "例", "起", "种", "场", "段", "批", "间", "份", "套", "笔", "厘", "毫", "枚", "班", "篇", "集", "章", "节", "道",
            "颗", "粒", "根", "株", "棵", "朵", "片", "束", "支", "枝", "架", "艘", "幅", "幢", "顶", "盘", "碗", "杯", "瓶", "袋", "箱",
            "包", "桶", "盒", "组", "队", "对", "双", "副", "代", "回", "趟", "遍", "轮", "顿", "番", "排", "列", "圈", "股", "类", "款",
            "门", "处", "匹", "尊", "把", "滴", "顷", "寸", "尺", "丈", "升", "瓦", "码", "磅", "刻", "旬", "句", "字", "步", "声", "首",
            "幕", "任", "档", "折", "席", "票", "栏", "英", "美", "港", "欧", "立", "微", "兆":
            true
        default: false
        }
    }

    /// Numbers written in characters.
    fileprivate var isNumeral: Bool {
        switch self {
        case "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "几", "数", "两": true
        default: false
        }
    }

    fileprivate var isDateWord: Bool { self == "年" || self == "月" }
}
