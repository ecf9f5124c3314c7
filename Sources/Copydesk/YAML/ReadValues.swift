import Layout

/// A single text, on one line.
func readText(_ value: YAML, _ key: String, at desk: Desk) -> String? {
    guard case .scalar(let text, _) = value.value else {
        wrongType(
            value, key, zh: "文字", en: "text", at: desk,
            hint: Phrase(
                zh: "文字以方括号开头或含冒号时，整个值加上引号", en: "quote a text that starts with a bracket or holds a colon"))
        return nil
    }
    return text.split(separator: "\n").map { trimmed($0) }.filter { !$0.isEmpty }.reduce("") { joinLines($0, $1) }
}

func readInteger(_ value: YAML, _ key: String, _ range: ClosedRange<Int>, at desk: Desk) -> Int? {
    guard case .scalar(let text, _) = value.value, let number = Int(text) else {
        wrongType(value, key, zh: "整数", en: "a whole number", at: desk)
        return nil
    }
    guard range.contains(number) else {
        reportRange(value, key, from: "\(range.lowerBound)", to: "\(range.upperBound)", at: desk)
        return nil
    }
    return number
}

func readChoice<Choice>(_ value: YAML, _ key: String, at desk: Desk) -> Choice?
where Choice: RawRepresentable<String> & CaseIterable {
    let allowed = Choice.allCases.map(\.rawValue)
    let list = allowed.joined(separator: ", ")
    guard case .scalar(let text, _) = value.value else {
        wrongType(value, key, zh: "以下之一：\(list)", en: "one of \(list)", at: desk)
        return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    reportUnknown(text, key, allowed: allowed, at: value.place, desk: desk)
    return nil
}

/// Reports a word that is none of those allowed.
func reportUnknown(_ text: String, _ key: String, allowed: [String], at place: SourcePlace, desk: Desk) {
    let list = allowed.joined(separator: ", ")
    var hint = Phrase(zh: "可用的值：\(list)", en: "allowed values: \(list)")
    if let meant = nearest(text, in: allowed) {
        hint.zh = "是否要写 “\(meant)”？" + hint.zh
        hint.en = "did you mean `\(meant)`? " + hint.en
    }
    desk.report(
        .error, .valueUnknown, at: place, zh: "“\(key)” 不认得值 “\(shortened(text))”",
        en: "`\(key)` does not know the value `\(shortened(text))`", hint: hint)
}

func reportRange(_ value: YAML, _ key: String, from low: String, to high: String, at desk: Desk) {
    var got = ""
    if case .scalar(let text, _) = value.value { got = shortened(text) }
    desk.report(
        .error, .valueRange, at: value.place, zh: "“\(key)” 应在 \(low) 到 \(high) 之间，而这里是 \(got)",
        en: "`\(key)` must be between \(low) and \(high), not \(got)")
}
