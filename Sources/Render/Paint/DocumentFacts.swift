public import Layout

/// What a finished file says about itself.
public struct DocumentFacts: Hashable, Sendable {
    public var title: String
    /// The paper.
    public var author: String
    /// The day of the edition: the file's date, so that the same edition gives the same bytes.
    public var date: CalendarDate

    public init(title: String, author: String, date: CalendarDate) {
        self.title = title
        self.author = author
        self.date = date
    }

    /// Midnight UTC of the day, in ISO 8601.
    var timestamp: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T00:00:00Z"
    }
}
