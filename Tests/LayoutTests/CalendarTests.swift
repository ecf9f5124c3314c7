import Foundation
import Layout
import Testing

@Suite struct CalendarTests {
    @Test(arguments: [
        ("2022-12-16", "2022年12月16日", "星期五", "农历壬寅年十一月廿三"),
        ("2026-11-23", "2026年11月23日", "星期一", "农历丙午年十月十五"),
        ("2023-03-22", "2023年3月22日", "星期三", "农历癸卯年闰二月初一"),
        ("2025-07-25", "2025年7月25日", "星期五", "农历乙巳年闰六月初一"),
        ("2024-02-09", "2024年2月9日", "星期五", "农历癸卯年十二月三十"),
        ("2024-02-10", "2024年2月10日", "星期六", "农历甲辰年正月初一"),
        ("2026-06-14", "2026年6月14日", "星期日", "农历丙午年四月廿九"),
        ("2033-12-22", "2033年12月22日", "星期四", "农历癸丑年闰十一月初一"),
        ("2027-01-27", "2027年1月27日", "星期三", "农历丙午年十二月二十"),
    ])
    func readsAsANewspaperPrintsIt(iso: String, date: String, weekday: String, lunar: String) throws {
        let day = try #require(CalendarDate(iso))
        #expect(day.isoText == iso)
        #expect(day.text == date)
        #expect(day.weekdayText == weekday)
        #expect(LunarDate(of: day)?.text() == lunar)
    }

    @Test func traditionalNamesOfTheLastMonths() throws {
        #expect(try lunar("2022-12-16")?.text(traditionalMonths: true) == "农历壬寅年冬月廿三")
        #expect(try lunar("2024-02-09")?.text(traditionalMonths: true) == "农历癸卯年腊月三十")
    }

    /// New Year's Days outside the years in which Foundation is asked below, from published tables.
    @Test(arguments: [
        "1901-02-19", "1902-02-08", "1905-02-04", "1912-02-18", "1916-02-03", "1919-02-01",
        "2058-01-24", "2060-02-02", "2070-02-11", "2080-01-22", "2089-02-10", "2098-02-01", "2100-02-09",
    ])
    func newYearsDays(iso: String) throws {
        let lunar = try #require(try lunar(iso))
        #expect((lunar.month, lunar.day, lunar.isLeapMonth) == (1, 1, false))
        #expect(String(lunar.year) == iso.prefix(4))
    }

    /// Moons so near midnight that programs differ: the days are those of published almanacs.
    @Test(arguments: ["1906-04-24", "2057-09-28", "2089-09-04", "2097-08-07"])
    func firstDaysNearMidnight(iso: String) throws {
        #expect(try lunar(iso)?.day == 1)
    }

    @Test func agreesWithFoundationOnEveryDayFrom1921To2056() throws {
        var chinese = Calendar(identifier: .chinese)
        chinese.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
        for day in CalendarDate.days(from: 1921, through: 2056) {
            let noonInBeijing = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + 4 * 3600)
            let parts = chinese.dateComponents([.month, .day, .isLeapMonth], from: noonInBeijing)
            let lunar = try #require(LunarDate(of: day))
            try #require(
                lunar.month == parts.month && lunar.day == parts.day && lunar.isLeapMonth == parts.isLeapMonth,
                "\(day.isoText)")
        }
    }

    /// Every day follows the one before it, and every year has a leap month where it should.
    @Test func coversTwoCenturiesWithoutAGap() throws {
        var before: LunarDate?
        var leapMonths = 0
        for day in CalendarDate.days(from: 1901, through: 2100).dropFirst(49) {
            let lunar = try #require(LunarDate(of: day), "\(day.isoText)")
            if let before, lunar.day != before.day + 1 {
                try #require(lunar.day == 1 && before.day >= 29, "\(day.isoText)")
                leapMonths += lunar.isLeapMonth ? 1 : 0
            }
            before = lunar
        }
        // 7 in 19 years.
        #expect(leapMonths == 74 || leapMonths == 73)
    }

    @Test func hasNoAnswerOutsideItsTable() throws {
        #expect(try lunar("1901-02-18") == nil)
        #expect(try lunar("2101-01-29") == nil)
    }

    private func lunar(_ iso: String) throws -> LunarDate? {
        LunarDate(of: try #require(CalendarDate(iso)))
    }
}

extension CalendarDate {
    fileprivate init?(_ iso: String) {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    fileprivate static func days(from first: Int, through last: Int) -> [CalendarDate] {
        (first...last).flatMap { year in
            (1...12).flatMap { month in
                (1...31).compactMap { CalendarDate(year: year, month: month, day: $0) }
            }
        }
    }
}
