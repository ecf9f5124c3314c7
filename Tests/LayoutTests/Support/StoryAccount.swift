@testable import Layout

/// Counts what is printed of every story against its copy: no letter lost or set twice, every part that must stand stands, what
/// does not is said.
struct StoryAccount {
    let result: Warned<TypesetEdition>
    let edition: Edition
    let isPlain: Bool

    private var set: TypesetEdition { result.output }

    func faults() -> [String] {
        edition.stories.flatMap { story in
            let parts = set.pages.flatMap { $0.modules(of: story.name) }
            return
                (parts.isEmpty
                ? missing(story)
                : misplaced(story) + text(of: story, parts) + head(of: story, parts)
                    + pictures(of: story, parts))
                .map { "\(story.name): \($0)" }
        } + strangers() + advertisements()
    }

    private func isSaid(_ code: DiagnosticCode, of story: Story) -> Bool {
        result.diagnostics.contains {
            $0.code == code && ($0.place?.file == story.place.file || $0.page?.story == story.name)
        }
    }

    private func placements(of story: Story) -> [Placement] {
        set.plans.flatMap(\.modules).filter { $0.subject == .story(story.name) }
    }

    // MARK: Places

    private func missing(_ story: Story) -> [String] {
        story.isFiller || isSaid(.storyUnplaced, of: story) ? [] : ["it stands nowhere, and that is not said"]
    }

    /// Once, or in two parts of which the second continues the first.
    private func misplaced(_ story: Story) -> [String] {
        let extents = placements(of: story).map { $0.setting?.extent ?? .whole }
        var found: [String] = []
        switch extents.count {
        case 1: if extents[0].isContinued { found.append("only its second part stands") }
        case 2:
            if case .jump(let after) = extents[0], extents[1] == .continued(after: after) { break }
            if case .jump(let after) = extents[1], extents[0] == .continued(after: after) { break }
            found.append("it stands twice")
        default: found.append("it stands \(extents.count) times")
        }
        if isSaid(.storyUnplaced, of: story) { found.append("it stands, and is said to stand nowhere") }
        if let page = story.page, !result.diagnostics.contains(where: { $0.code == .pinUnmet }),
            !set.plans.contains(where: {
                $0.page == page && $0.modules.contains { $0.subject == .story(story.name) }
            })
        {
            found.append("it is not on page \(page)")
        }
        return found
    }

    private func strangers() -> [String] {
        let names = Set(edition.stories.map(\.name))
        return set.pages.flatMap(\.modules).filter { $0.kind == .story && !names.contains($0.name) }
            .map { "\($0.name) is no story of this edition" }
    }

    private func advertisements() -> [String] {
        edition.advertisements.compactMap { ad in
            let places = set.plans.flatMap { plan in
                plan.modules.filter { $0.subject == .advertisement(ad.name) }.map { (plan.page, $0.rect) }
            }
            let isRight =
                places.count == 1 && places[0].0 == ad.page && places[0].1.width == ad.columns
                && places[0].1.height == ad.rows
            return isRight || result.diagnostics.contains { $0.code == .advertisementPlace }
                ? nil : "\(ad.name) stands \(places)"
        }
    }

    // MARK: Text

    private func text(of story: Story, _ parts: [PageModule]) -> [String] {
        let ordered = parts.sorted { one, other in isFirst(one, of: story) && !isFirst(other, of: story) }
        let printed = ordered.map { withoutJumpLine($0.text(isPlain ? [.body, .byline] : bodyRoles)) }.joined()
        let copy = standing(of: story)
        let fits = set.fits.filter { $0.story == story.name }
        let over = fits.reduce(0) { $0 + $1.oversetLines }
        let lost = fits.reduce(0) { $0 + $1.oversetCharacters }
        if over > 0, !isSaid(.storyOverset, of: story) {
            return ["\(over) lines have no room, and that is not said"]
        }
        guard isPlain else {
            let (have, want) = (printable(printed), copy.everyCharacter)
            if over == 0 { return have == want ? [] : [difference(have, want)] }
            return have.isPart(of: want) ? [] : ["more is printed than the copy has"]
        }
        let have = printed.unicodeScalars.filter { !$0.properties.isWhitespace }
        let want = copy.plainBody.unicodeScalars.filter { !$0.properties.isWhitespace }
        if over == 0 { return have.elementsEqual(want) ? [] : [difference(Array(have), Array(want))] }
        guard have.count + lost == want.count else {
            return ["\(have.count) letters are printed and \(lost) said to be over, of \(want.count)"]
        }
        return have.sorted().isPart(of: want.sorted()) ? [] : ["more is printed than the copy has"]
    }

    private let bodyRoles: [Role] = [.body, .byline, .quote, .crosshead, .verse, .table]

    /// The line that points to another page may share the last line of the text.
    private func withoutJumpLine(_ text: String) -> String {
        var text = text
        for page in 1...set.pages.count where text.hasSuffix("（下转第\(page)版）") {
            text.removeLast("（下转第\(page)版）".count)
        }
        return text
    }

    private func isFirst(_ module: PageModule, of story: Story) -> Bool {
        let grid = edition.paper.grid, origin = grid.typeAreaOrigin(on: edition.paper.page)
        return placements(of: story).contains {
            $0.setting?.extent.isContinued != true
                && module.frame.minX == origin.x + grid.x(ofColumn: $0.rect.columns.lowerBound)
                && module.frame.minY == origin.y + grid.y(ofRow: $0.rect.rows.lowerBound)
        }
    }

    /// The story without what a cut took from it, which must be allowed and said.
    private func standing(of story: Story) -> Story {
        var story = story
        for case .cut(let after)? in placements(of: story).map({ $0.setting?.extent }) {
            let split = story.splits.first { $0.after == after }
            guard let split, split.kept >= story.keep ?? .max, isSaid(.storyCut, of: story) else { return story }
            story.body = split.first
        }
        return story
    }

    private func difference(_ have: [Unicode.Scalar], _ want: [Unicode.Scalar]) -> String {
        "\(have.count) letters are printed where the copy has \(want.count)"
            + (have.sorted() == want.sorted() ? ", in another order" : "")
    }

    // MARK: Heads and pictures

    private func head(of story: Story, _ parts: [PageModule]) -> [String] {
        guard let first = parts.first(where: { isFirst($0, of: story) }),
            let setting = placements(of: story).first(where: { $0.setting?.extent.isContinued != true })?.setting
        else { return ["its first part has no place in the plan"] }
        var found: [String] = []
        func expect(_ text: String, _ roles: [Role], _ what: String) {
            let printed = first.text(roles).unicodeScalars.filter { !$0.properties.isWhitespace }.sorted()
            let wanted = text.unicodeScalars.filter { !$0.properties.isWhitespace }.sorted()
            if printed != wanted { found.append("its \(what) is “\(first.text(roles))”, not “\(text)”") }
        }
        expect(story.headline.joined(), Role.headlines, "headline")
        expect(story.kicker ?? "", [.kicker], "kicker")
        let hasDeck = setting.head.hasDeck || !story.mayOmitDeck
        expect(hasDeck ? story.deck.joined() : "", [.deck], "deck")
        if !hasDeck, !story.deck.isEmpty, !isSaid(.partLeftOut, of: story) { found.append("no word of its deck") }
        let quote = first.text([.pullQuote])
        if !quote.isEmpty, setting.quote == nil || !isSet(story.quote, as: quote) {
            found.append("a quote that is none of it")
        }
        if quote.isEmpty, story.quote != nil, !isSaid(.partLeftOut, of: story) {
            found.append("no word of its quote")
        }
        return found
    }

    /// With who says it, whatever its spaces and hyphens have become at the ends of its lines.
    private func isSet(_ quote: Story.PullQuote?, as printed: String) -> Bool {
        guard let quote else { return false }
        return printable(printed) == printable(quote.text + (quote.by.map { "——" + $0 } ?? ""))
    }

    private func pictures(of story: Story, _ parts: [PageModule]) -> [String] {
        let printed = parts.flatMap(\.passages).flatMap(\.marks).compactMap { mark -> String? in
            if case .picture(let picture) = mark { picture.path } else { nil }
        }
        var found = Set(printed).count == printed.count ? [] : ["a picture stands twice"]
        for picture in story.pictures where !printed.contains(picture.artwork.path) {
            if !picture.isOptional { found.append("\(picture.artwork.path) does not stand") }
            if !isSaid(.partLeftOut, of: story), !isSaid(.pictureUnplaced, of: story) {
                found.append("no word of \(picture.artwork.path)")
            }
        }
        let captions = parts.map { $0.text([.caption]) }.joined()
        let wanted = story.pictures.filter { printed.contains($0.artwork.path) }.map { $0.caption + $0.credit }
        if printable(captions) != printable(wanted.joined()) { found.append("its captions are “\(captions)”") }
        return found
    }
}

extension Story {
    /// The letters of a body of plain paragraphs, the names at its end in brackets.
    fileprivate var plainBody: String {
        body.map(\.plainText).joined() + (byline.isEmpty ? "" : "（" + byline.joined() + "）")
    }
}

extension [Unicode.Scalar] {
    /// Whether every letter of this text is among those of the other, as often; both sorted.
    fileprivate func isPart(of whole: [Unicode.Scalar]) -> Bool {
        var rest = whole[...]
        for letter in self {
            guard let found = rest.firstIndex(of: letter) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }
}
