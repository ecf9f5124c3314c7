import Layout

extension Fields {
    /// A line of text. Numbers and words such as `true` are text here.
    mutating func text(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        return readText(value, key, at: desk)
    }

    /// A text or a list of texts; a text of several lines is a list of its lines.
    mutating func texts(_ key: String) -> [String] {
        guard let value = value(key) else { return [] }
        switch value.value {
        case .scalar(let text, _):
            return text.split(separator: "\n").map { trimmed($0) }.filter { !$0.isEmpty }
        case .sequence(let items):
            return items.compactMap { item in
                guard item.isEmpty else { return readText(item, key, at: desk) }
                desk.report(
                    .warning, .valueEmpty, at: item.place, zh: "“\(key)” 里有空项，已略去",
                    en: "`\(key)` has an empty item, which is left out")
                return nil
            }
        case .mapping:
            wrongType(
                value, key, zh: "文字或文字的列表", en: "text or a list of texts", at: desk,
                hint: Phrase(zh: "文字里有冒号时，整个值加上引号", en: "quote a text that holds a colon"))
            return []
        }
    }

    /// The words of a list; one word stands for a list of one. Nothing where there is none.
    /// - Parameter example: what such a list looks like.
    mutating func words(_ key: String, example: String) -> [YAML] {
        guard let value = value(key) else { return [] }
        switch value.value {
        case .sequence(let items): return items
        case .scalar: return [value]
        case .mapping:
            wrongType(
                value, key, zh: "词的列表", en: "a list of words", at: desk,
                hint: Phrase(zh: "例如 \(example)", en: "such as \(example)"))
            return []
        }
    }

    /// A whole number in a range.
    mutating func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        return readInteger(value, key, range, at: desk)
    }

    /// `true` or `false`.
    mutating func flag(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        if case .scalar(let text, _) = value.value, let flag = Bool(text) { return flag }
        wrongType(
            value, key, zh: " true 或 false", en: "true or false", at: desk,
            hint: Phrase(zh: "是写 true，否写 false", en: "write true for yes, false for no"))
        return nil
    }

    /// One of a few words.
    mutating func choice<Choice>(_ key: String, of type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        guard let value = value(key) else { return nil }
        return readChoice(value, key, at: desk)
    }

    /// A length in `pt`, `mm` or `em`, in a range.
    mutating func length(_ key: String, em: Length?, _ range: ClosedRange<Length>) -> Length? {
        guard let value = value(key) else { return nil }
        let units = em == nil ? "pt, mm" : "pt, mm, em"
        let hint = Phrase(zh: "例如 9pt、3mm（单位：\(units)）", en: "such as 9pt or 3mm (units: \(units))")
        guard case .scalar(let text, _) = value.value, let quantity = Quantity(text) else {
            wrongType(value, key, zh: "带单位的长度", en: "a length with its unit", at: desk, hint: hint)
            return nil
        }
        let isZero = quantity.number.numerator == 0 && quantity.unit.isEmpty
        guard quantity.unit != "em" || em != nil, let length = isZero ? .zero : quantity.length(em: em ?? .zero)
        else {
            wrongType(value, key, zh: "以 \(units) 为单位的长度", en: "a length in \(units)", at: desk, hint: hint)
            return nil
        }
        guard range.contains(length) else {
            let bounds =
                quantity.unit == "mm"
                ? (range.lowerBound.inMillimetres, range.upperBound.inMillimetres)
                : (range.lowerBound.inPoints, range.upperBound.inPoints)
            outOfRange(value, key, from: bounds.0, to: bounds.1)
            return nil
        }
        return length
    }

    /// A share of an em: `1/4em`, `0.25em`, `2em`.
    mutating func ems(_ key: String, upTo limit: Int) -> Fraction? {
        guard let value = value(key) else { return nil }
        let hint = Phrase(zh: "例如 1/4em、0.25em、2em", en: "such as 1/4em, 0.25em or 2em")
        guard case .scalar(let text, _) = value.value, let quantity = Quantity(text),
            quantity.unit == "em" || quantity.number.numerator == 0 && quantity.unit.isEmpty
        else {
            wrongType(value, key, zh: "以 em 为单位的长度", en: "a length in em", at: desk, hint: hint)
            return nil
        }
        let number = quantity.number
        guard number.numerator >= 0, number.numerator <= limit * number.denominator else {
            outOfRange(value, key, from: "0em", to: "\(limit)em")
            return nil
        }
        return number
    }

    /// `4-6`, or `4` for `4-4`.
    mutating func span(_ key: String, _ range: ClosedRange<Int>) -> ClosedRange<Int>? {
        guard let value = value(key) else { return nil }
        let hint = Phrase(zh: "例如 4-6 或 4", en: "such as 4-6 or 4")
        guard case .scalar(let text, _) = value.value else {
            wrongType(value, key, zh: "数或范围", en: "a number or a span", at: desk, hint: hint)
            return nil
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int(trimmed($0)) }
        guard parts.count <= 2, let first = parts.first ?? nil, let last = parts.last ?? nil else {
            wrongType(value, key, zh: "数或范围", en: "a number or a span", at: desk, hint: hint)
            return nil
        }
        guard first <= last else {
            desk.report(
                .error, .valueRange, at: value.place, zh: "“\(key)” 的范围反了：\(text)",
                en: "`\(key)` runs backwards: \(text)",
                hint: Phrase(zh: "写成 \(last)-\(first)", en: "write \(last)-\(first)"))
            return nil
        }
        guard range.contains(first), range.contains(last) else {
            outOfRange(value, key, from: "\(range.lowerBound)", to: "\(range.upperBound)")
            return nil
        }
        return first...last
    }

    /// `12%` or `0.12`, in hundredths.
    mutating func share(_ key: String, upTo most: Int) -> Int? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let text, _) = value.value, let quantity = Quantity(text),
            quantity.unit.isEmpty || quantity.unit == "%"
        else {
            wrongType(
                value, key, zh: "百分数", en: "a percentage", at: desk, hint: Phrase(zh: "例如 12%", en: "such as 12%"))
            return nil
        }
        let share = quantity.times(quantity.unit == "%" ? 1 : 100)
        guard (0...most).contains(share) else {
            outOfRange(value, key, from: "0%", to: "\(most)%")
            return nil
        }
        return share
    }

    /// Two numbers from 0 to 1 (or percentages), in thousandths.
    mutating func point(_ key: String) -> (x: Int, y: Int)? {
        guard let value = value(key) else { return nil }
        let hint = Phrase(zh: "例如 [0.4, 0.3]：从左、从上量起", en: "such as [0.4, 0.3]: from the left, from the top")
        guard case .sequence(let items) = value.value, items.count == 2 else {
            wrongType(value, key, zh: "两个数的列表", en: "a list of two numbers", at: desk, hint: hint)
            return nil
        }
        let thousandths = items.compactMap { item -> Int? in
            guard case .scalar(let text, _) = item.value, let quantity = Quantity(text),
                quantity.unit.isEmpty || quantity.unit == "%"
            else {
                wrongType(item, key, zh: "数", en: "a number", at: desk, hint: hint)
                return nil
            }
            let share = quantity.times(quantity.unit == "%" ? 10 : 1000)
            guard (0...1000).contains(share) else {
                outOfRange(item, key, from: "0", to: "1")
                return nil
            }
            return share
        }
        return thousandths.count == 2 ? (thousandths[0], thousandths[1]) : nil
    }

    private func outOfRange(_ value: YAML, _ key: String, from low: String, to high: String) {
        reportRange(value, key, from: low, to: high, at: desk)
    }
}
