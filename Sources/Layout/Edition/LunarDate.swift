/// A day of the Chinese calendar (农历), from 1901-02-19 to the end of the lunar year 2100.
public struct LunarDate: Hashable, Sendable {
    /// The Gregorian year in which the lunar year begins.
    public let year: Int
    /// 1…12.
    public let month: Int
    /// Whether this is the leap month (闰月) that follows the month of the same number.
    public let isLeapMonth: Bool
    /// 1…30.
    public let day: Int

    /// nil outside the years that the table covers.
    public init?(of date: CalendarDate) {
        var rest = date.daysSinceEpoch - LunarDate.firstDay
        guard rest >= 0 else { return nil }
        for (index, bits) in LunarDate.years.enumerated() {
            let leapMonth = bits >> 13
            for position in 0..<(leapMonth == 0 ? 12 : 13) {
                let length = 29 + (bits >> position & 1)
                guard rest >= length else {
                    isLeapMonth = leapMonth > 0 && position == leapMonth
                    year = LunarDate.firstYear + index
                    month = leapMonth > 0 && position >= leapMonth ? position : position + 1
                    day = rest + 1
                    return
                }
                rest -= length
            }
        }
        return nil
    }

    static let firstYear = 1901
    /// New Year's Day of the first year, 1901-02-19, in days since 1970-01-01.
    static let firstDay = -25_153
}
