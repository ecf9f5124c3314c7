import Layout

/// A value of a YAML file, with the place it was written at.
struct YAML {
    enum Value {
        /// `isPlain`: without quotes.
        case scalar(String, isPlain: Bool)
        case sequence([YAML])
        case mapping([Entry])
    }

    struct Entry {
        var key: String
        var place: SourcePlace
        var value: YAML
    }

    var value: Value
    var place: SourcePlace

    /// What the value is, for messages.
    var kind: Phrase {
        switch value {
        case .scalar: Phrase(zh: "单个值", en: "a single value")
        case .sequence: Phrase(zh: "列表", en: "a list")
        case .mapping: Phrase(zh: "一组键值", en: "a group of keys")
        }
    }

    /// Nothing was written: `key:`, `key: ""`, `key: ~`.
    var isEmpty: Bool {
        guard case .scalar(let text, let isPlain) = value else { return false }
        return trimmed(text).isEmpty || isPlain && (text == "~" || text == "null")
    }
}

/// Without white space at either end, the Chinese indent (U+3000) included.
func trimmed(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
}
