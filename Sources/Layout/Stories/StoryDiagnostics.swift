extension MeasuredStory {
    /// Characters that had to be taken from another face, or that no face has: each once, at its first place.
    func substituteDiagnostics() -> [Diagnostic] {
        var seen: Set<Unicode.Scalar> = []
        var result: [Diagnostic] = []
        func add(_ text: ShapedText, at place: SourcePlace) {
            for substitute in text.substitutes where seen.insert(substitute.character).inserted {
                result.append(diagnostic(substitute, at: place))
            }
        }
        if let option = head.options.first {
            add(option.text, at: story.place)
            if let kicker = option.kicker { add(kicker.text, at: story.place) }
            for deck in option.deck { add(deck.text, at: story.place) }
        }
        for (text, place) in bodyTexts { add(text, at: place) }
        for text in [quote?.text, quote?.by] {
            if let text { add(text, at: story.quote?.place ?? story.place) }
        }
        for picture in pictures {
            for text in [picture.caption, picture.credit] {
                if let text { add(text, at: picture.picture.place) }
            }
        }
        return result
    }

    /// What of the copy is not set as it was written: said, not passed over.
    func ignoredKeys() -> [Diagnostic] {
        guard story.headlineHasStop else { return [] }
        return [
            Diagnostic(
                .note, .headlineStop,
                Phrase(zh: "主题末尾的句号没有排", en: "the full stop at the headline's end is not set"),
                at: story.place)
        ]
    }

    /// What an editor must know of a story that does not stand whole in one place.
    func diagnostic(of extent: StoryExtent, on page: Int) -> Diagnostic? {
        let place = PagePlace(page: page, story: story.name)
        guard extent != .whole else { return nil }
        guard let version = versions.first(where: { $0.extent == extent }) else {
            return Diagnostic(
                .error, .planInvalid,
                Phrase(
                    zh: "版面计划里“\(story.name)”的断处在现在的稿件里没有，按全文排",
                    en: "the plan parts “\(story.name)” where its copy cannot be parted now; it is set whole"),
                at: story.place, page: place)
        }
        switch extent {
        case .cut:
            return Diagnostic(
                .warning, .storyCut,
                Phrase(
                    zh: "稿件“\(story.name)”从末尾删去 \(version.missing) 字：\(version.missingText)",
                    en:
                        "story “\(story.name)” was cut by \(version.missing) characters at its end: \(version.missingText)"
                ),
                at: story.place, page: place,
                hint: Phrase(
                    zh: "keep: 允许删；要留全文就去掉它，或删别的稿件",
                    en: "`keep` allows it; take it away to keep the whole text, and cut another story")
            )
        case .jump:
            return Diagnostic(
                .note, .storyJumped,
                Phrase(
                    zh: "稿件“\(story.name)”有 \(version.missing) 字转到第 \(story.jump ?? 0) 版",
                    en:
                        "story “\(story.name)” goes on on page \(story.jump ?? 0) with \(version.missing) characters"
                ),
                at: story.place, page: place)
        case .whole, .continued: return nil
        }
    }

    /// Every shaped paragraph of the body with its place in the copy.
    private var bodyTexts: [(ShapedText, SourcePlace)] {
        // The dateline opens the first paragraph or stands before all parts; the byline ends them.
        let places = story.body.map(\.place)
        let offset = parts.count - places.count - (story.byline.isEmpty ? 0 : 1)
        return parts.enumerated().flatMap { index, part -> [(ShapedText, SourcePlace)] in
            let position = index - max(0, offset)
            let place = places.indices.contains(position) ? places[position] : story.place
            switch part {
            case .text(let text, _), .crosshead(let text), .verse(let text), .byline(let text), .jumpLine(let text):
                return [(text, place)]
            case .vertical(let body): return [(body.text, place)]
            case .table(let table): return table.rows.flatMap { row in row.map { ($0, place) } }
            }
        }
    }

    private func diagnostic(_ substitute: Substitute, at place: SourcePlace) -> Diagnostic {
        let code = "U+" + hexadecimal(substitute.character.value)
        let character = String(Character(substitute.character))
        if substitute.isMissing {
            return Diagnostic(
                .error, .glyphMissing,
                Phrase(
                    zh: "没有一款字体有“\(character)”（\(code)），排出来是空框",
                    en: "no font has “\(character)” (\(code)): it is printed as an empty box"),
                at: place,
                hint: Phrase(
                    zh: "换一个字，或在 paper.yaml 里用 fonts: 加一个字体文件夹",
                    en: "use another character, or name a folder with a font that has it in paper.yaml (fonts:)"))
        }
        return Diagnostic(
            .note, .glyphFallback,
            Phrase(
                zh: "“\(character)”（\(code)）取自后备字体", en: "“\(character)” (\(code)) is taken from a fallback font"),
            at: place)
    }
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Block {
    /// Where the block stands in its file.
    public var place: SourcePlace {
        switch self {
        case .paragraph(let paragraph), .crosshead(let paragraph), .listItem(_, let paragraph),
            .quote(let paragraph),
            .verse(let paragraph):
            paragraph.place
        case .table(let table): table.place
        }
    }
}
