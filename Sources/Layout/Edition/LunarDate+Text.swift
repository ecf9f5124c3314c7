extension LunarDate {
    /// The year in stems and branches: `壬寅年`.
    public var yearText: String {
        // 甲子 was, among others, the year 4 of our era.
        let stems = Array("甲乙丙丁戊己庚辛壬癸")
        let branches = Array("子丑寅卯辰巳午未申酉戌亥")
        return "\(stems[(year - 4) % 10])\(branches[(year - 4) % 12])年"
    }

    /// The month: `正月`, `闰二月`, `十一月`; `冬月` and `腊月` for the last two in traditional names.
    public func monthText(traditional: Bool = false) -> String {
        let name =
            switch month {
            case 1: "正月"
            case 11 where traditional: "冬月"
            case 12 where traditional: "腊月"
            case 11: "十一月"
            case 12: "十二月"
            default: "\(Array("一二三四五六七八九十")[month - 1])月"
            }
        return isLeapMonth ? "闰" + name : name
    }

    /// The day: `初一`, `十五`, `廿三`, `三十`.
    public var dayText: String {
        let units = Array("一二三四五六七八九十")
        return switch day {
        case ...10: "初\(units[day - 1])"
        case 11...19: "十\(units[day - 11])"
        case 20: "二十"
        case 21...29: "廿\(units[day - 21])"
        default: "三十"
        }
    }

    /// As it stands below a nameplate: `农历壬寅年十一月廿三`.
    public func text(traditionalMonths: Bool = false) -> String {
        "农历\(yearText)\(monthText(traditional: traditionalMonths))\(dayText)"
    }
}
