extension FurnitureComposer {
    /// 报头: the paper's name as art or in type, the largest letters of the page; under it the day and what the law wants to
    /// see there.
    func nameplate(in rect: GridRect) throws(M.Failure) -> PageModule {
        let frame = frame(of: rect)
        let facts = factLines
        let factHeight = grid.pitch * facts.count + .points(6)
        let art = Rect(
            x: frame.minX, y: frame.minY, width: frame.size.width, height: frame.size.height - factHeight)
        var passages: [Passage] = []
        if let artwork = edition.paper.nameplate.artwork {
            let place = fitted(width: artwork.width, height: artwork.height, into: art)
            passages.append(
                Passage(
                    .figure(alternative: edition.paper.name),
                    marks: [.picture(PlacedArtwork(path: artwork.path, frame: place))]))
        } else {
            let marks = try line(
                edition.paper.name, .nameplate, in: art, .centre, size: nameplateSize(in: art))
            passages.append(Passage(.text(.nameplate, paragraph: 0), marks: marks))
        }
        let ruleY = art.maxY + .points(2)
        passages.append(Passage(.ornament, marks: thickAndThin(from: frame.minX, to: frame.maxX, y: ruleY)))
        for (number, fact) in facts.enumerated() {
            let strip = Rect(
                x: frame.minX, y: art.maxY + .points(6) + grid.pitch * number, width: frame.size.width,
                height: grid.pitch)
            let half = Rect(
                x: strip.minX, y: strip.minY, width: strip.size.width / 2 - .points(3), height: strip.size.height)
            let other = Rect(
                x: strip.minX + strip.size.width / 2 + .points(3), y: strip.minY, width: half.size.width,
                height: strip.size.height)
            var marks = try line(fact.left, fact.role, in: fact.right.isEmpty ? strip : half, .leading)
            marks += try line(fact.right, fact.role, in: other, .trailing)
            passages.append(Passage(.text(fact.role, paragraph: number), marks: marks))
        }
        return PageModule(kind: .furniture, name: "nameplate", frame: frame, passages: passages)
    }

    /// As large as the room allows.
    private func nameplateSize(in room: Rect) -> Length {
        let count = max(1, edition.paper.name.unicodeScalars.count)
        let byWidth = room.size.width * 94 / (100 * count)
        let byHeight = room.size.height * 92 / 100
        return min(byWidth, byHeight)
    }

    private var factLines: [(left: String, right: String, role: Role)] {
        let date = edition.date
        var day = "\(date.text)\u{3000}\(date.weekdayText)"
        if let lunar = LunarDate(of: date) {
            day += "\u{3000}" + lunar.text(traditionalMonths: edition.paper.usesTraditionalMonthNames)
        }
        var count = "今日\(pageCount)版"
        if let issue = edition.issue { count = "总第\(issue)期\u{3000}" + count }
        let colophon = edition.paper.colophon
        let second = [colophon.unit, colophon.cn].compactMap { $0 }.joined(separator: "\u{3000}")
        let contacts = [edition.paper.nameplate.website, edition.paper.nameplate.email]
            .compactMap { $0 }.joined(separator: "\u{3000}")
        var lines: [(left: String, right: String, role: Role)] = [(day, count, .dateBlock)]
        if !second.isEmpty || !contacts.isEmpty { lines.append((second, contacts, .contacts)) }
        return lines
    }
}
