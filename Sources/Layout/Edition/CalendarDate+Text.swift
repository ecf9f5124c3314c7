extension CalendarDate {
    /// As a newspaper prints it: `2026年11月23日`.
    public var text: String { "\(year)年\(month)月\(day)日" }

    /// As files and machines write it: `2026-11-23`.
    public var isoText: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// `星期一` … `星期日`.
    public var weekdayText: String { "星期\(Array("日一二三四五六")[weekday])" }
}
