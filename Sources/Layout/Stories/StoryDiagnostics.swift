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
        for picture in pictures {
            for text in [picture.caption, picture.credit] {
                if let text { add(text, at: picture.picture.place) }
            }
        }
        return result
    }

    /// What the copy asks for and press does not do yet: said, not passed over.
    func ignoredKeys() -> [Diagnostic] {
        func ignored(_ key: String, zh: String, en: String) -> Diagnostic {
            Diagnostic(
                .warning, .keyIgnored, Phrase(zh: "\(key)：\(zh)", en: "`\(key)`: \(en)"), at: story.place)
        }
        var result: [Diagnostic] = []
        if story.headlineHasStop {
            result.append(
                Diagnostic(
                    .note, .headlineStop,
                    Phrase(zh: "主题末尾的句号没有排", en: "the full stop at the headline's end is not set"),
                    at: story.place))
        }
        if story.jump != nil {
            result.append(
                ignored("jump", zh: "还不会转版，全文排在一版", en: "stories do not jump yet; this one stays on its page"))
        }
        if story.keep != nil {
            result.append(ignored("keep", zh: "还不会自动删节，一字不删", en: "stories are not cut yet; nothing is taken away"))
        }
        return result
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
            case .text(let text, _), .crosshead(let text), .verse(let text), .byline(let text):
                return [(text, place)]
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
