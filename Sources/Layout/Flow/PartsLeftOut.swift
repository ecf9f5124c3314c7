extension StoryComposer {
    /// The deck and the pull quote that do not stand: nothing is left out without a word.
    func partsLeftOut(_ page: Int) -> [Diagnostic] {
        let place = PagePlace(page: page, story: story.story.name)
        var found: [Diagnostic] = []
        if !setting.head.hasDeck, !story.story.deck.isEmpty, !story.extent.isContinued {
            let deck = story.story.deck.joined(separator: " ")
            found.append(leftOut(Phrase(zh: "副题", en: "deck"), deck, at: story.story.place, place))
        }
        if let quote = story.story.quote, !story.extent.isContinued,
            !(setting.quote.map { story.mayQuoteStand(over: $0) } ?? false)
        {
            found.append(leftOut(Phrase(zh: "引语", en: "pull quote"), quote.text, at: quote.place, place))
        }
        return found
    }

    func leftOut(_ part: Phrase, _ what: String, at place: SourcePlace, _ page: PagePlace) -> Diagnostic {
        let name = story.story.name
        return Diagnostic(
            .note, .partLeftOut,
            Phrase(zh: "稿件“\(name)”没有排\(part.zh)：\(what)", en: "the \(part.en) of “\(name)” is left out: \(what)"),
            at: place, page: page)
    }
}
