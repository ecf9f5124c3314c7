import Layout

/// What of a text is safe to show on a terminal, and how many cells it takes there.
extension Unicode.Scalar {
    /// This scalar, or a stand-in when it would move the cursor, change colours or turn the line around.
    var shown: Unicode.Scalar {
        switch properties.generalCategory {
        case .control: self == "\t" || self == "\n" ? " " : "\u{FFFD}"
        case .lineSeparator, .paragraphSeparator: " "
        case .format: "\u{FFFD}"
        default: self
        }
    }
}

extension String {
    var cells: Int { unicodeScalars.reduce(0) { $0 + $1.cells } }

    /// The text without anything that a terminal would obey.
    var shown: String {
        var result = UnicodeScalarView()
        result.append(contentsOf: unicodeScalars.lazy.map(\.shown))
        return String(result)
    }

    /// Filled with spaces to a number of cells.
    func padded(toCells count: Int) -> String { self + String(repeating: " ", count: Swift.max(0, count - cells)) }
}
