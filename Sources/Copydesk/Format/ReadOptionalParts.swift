import Layout

/// What may be left out of a story: `optional`, and the pull quote, which is a repetition anyway.
func readOptionalParts(_ fields: inout Fields, into story: inout Story) {
    for word in readOptional(&fields) {
        switch word {
        case .deck: story.mayOmitDeck = true
        case .pictures: for index in story.pictures.indices.dropFirst() { story.pictures[index].isOptional = true }
        }
    }
    story.quote = readQuote(&fields)
    guard let quote = story.quote else { return }
    if story.textDirection == .vertical {
        fields.desk.report(
            .warning, .keyIgnored, at: quote.place, zh: "quote：竖排的正文里不排引语",
            en: "`quote`: no pull quote is set in text that runs down")
        story.quote = nil
    } else if !letters(story.body.map(\.plainText).joined()).contains(letters(quote.text)) {
        fields.desk.report(
            .warning, .quoteStrange, at: quote.place, zh: "引语“\(shortened(quote.text))”不是正文里的话",
            en: "the pull quote “\(shortened(quote.text))” is not in the story's text",
            hint: Phrase(
                zh: "引语排不下时会省去；只在引语里的话读者就看不到了",
                en: "a quote is left out where it does not fit: what stands only in it may not be printed"))
    }
}

private enum OptionalPart: String, CaseIterable { case deck, pictures }

private func readOptional(_ fields: inout Fields) -> [OptionalPart] {
    fields.words("optional", example: "[deck, pictures]").compactMap { readChoice($0, "optional", at: fields.desk) }
}

/// A sentence, or `{ text, by }`.
private func readQuote(_ fields: inout Fields) -> Story.PullQuote? {
    guard let value = fields.value("quote") else { return nil }
    guard case .mapping = value.value else {
        return fields.text("quote").map { Story.PullQuote($0, at: value.place) }
    }
    let quote = fields.group("quote") { quote -> Story.PullQuote? in
        quote.require("text", zh: "引语的话", en: "the quote's words")
        let text = quote.text("text"), by = quote.text("by")
        return text.map { Story.PullQuote($0, by: by, at: value.place) }
    }
    return quote ?? nil
}

/// Without marks and spaces: a quote may end with a full stop where the text goes on.
private func letters(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
}
