/// Sets what every page carries: nameplate, page head, colophon, and the rules between modules.
struct FurnitureComposer<M: TextMeasurer> {
    let edition: Edition
    let pageCount: Int
    let measurer: M

    var grid: PageGrid { edition.paper.grid }
    var house: HouseStyle { edition.paper.house }
    var origin: Point { grid.typeAreaOrigin(on: edition.paper.page) }

    func frame(of rect: GridRect) -> Rect {
        Rect(
            x: origin.x + grid.x(ofColumn: rect.columns.lowerBound),
            y: origin.y + grid.y(ofRow: rect.rows.lowerBound),
            width: grid.width(ofColumns: rect.width), height: grid.pitch * rect.height)
    }

    func shaped(_ text: String, _ role: Role, size: Length? = nil) throws(M.Failure) -> ShapedText {
        var style = house[role]
        if let size { style.font.size = size }
        return try shape(
            [StyledSpan(text, style)], em: style.font.size, rules: edition.paper.text, with: measurer)
    }

    enum Alignment { case leading, centre, trailing }

    /// One line of furniture text in a strip; it is never broken, but shrinks its size to fit. A strip without room stays empty.
    func line(
        _ text: String, _ role: Role, in strip: Rect, _ alignment: Alignment, size: Length? = nil
    ) throws(M.Failure) -> [Mark] {
        let isEmpty =
            strip.size.width < .points(1) || strip.size.height < .points(1) || size.map { $0 < .points(1) } ?? false
        guard !text.isEmpty, !isEmpty else { return [] }
        var shaped = try shaped(text, role, size: size)
        if shaped.naturalWidth > strip.size.width.scaled {
            let smaller = Length(scaled: shaped.em * strip.size.width.scaled / max(1, shaped.naturalWidth))
            guard smaller >= .points(1) else { return [] }
            shaped = try self.shaped(text, role, size: smaller)
        }
        let em = Length(scaled: shaped.em)
        let spare = Length(scaled: max(0, strip.size.width.scaled - shaped.naturalWidth))
        let x =
            switch alignment {
            case .leading: strip.minX
            case .centre: strip.minX + spare / 2
            case .trailing: strip.minX + spare
            }
        let baseline = strip.minY + (strip.size.height - em) / 2 + em.emAscent
        return shaped.solidMarks(of: 0..<shaped.count, x: x, baseline: baseline)
    }

    /// 文武线: a thick rule with a thin one below it.
    func thickAndThin(from left: Length, to right: Length, y: Length) -> [Mark] {
        let thick = Length.points(3, 2)
        let thin = Length.points(1, 2)
        return [
            .rule(Rule(from: Point(x: left, y: y), to: Point(x: right, y: y), thickness: thick)),
            .rule(
                Rule(
                    from: Point(x: left, y: y + .points(5, 2)), to: Point(x: right, y: y + .points(5, 2)),
                    thickness: thin)),
        ]
    }

    // MARK: Briefs

    /// 简讯: the head of a column of briefs, between a thick rule and a thin one.
    func briefsHead(in rect: GridRect) throws(M.Failure) -> PageModule {
        let frame = frame(of: rect)
        return PageModule(
            kind: .furniture, name: "briefs", frame: frame, passages: try sectionHead("简讯", in: frame))
    }

    /// What stands under it belongs together.
    func sectionHead(_ text: String, in frame: Rect) throws(M.Failure) -> [Passage] {
        let thick = Length.points(2), thin = Length.points(1, 4)
        let foot = frame.maxY - .points(1)
        func rule(_ y: Length, _ thickness: Length) -> Mark {
            .rule(Rule(from: Point(x: frame.minX, y: y), to: Point(x: frame.maxX, y: y), thickness: thickness))
        }
        return [
            Passage(.ornament, marks: [rule(frame.minY + thick / 2, thick), rule(foot, thin)]),
            Passage(.text(.pageHead, paragraph: 0), marks: try line(text, .pageHead, in: frame, .centre)),
        ]
    }

    // MARK: Page head

    /// 报眉: the section, the paper and the day, the editor, the page's number as large as the section, over a thick-and-thin
    /// rule: on each page in the same place.
    func pageHead(of page: Int, in rect: GridRect) throws(M.Failure) -> PageModule {
        let frame = frame(of: rect)
        let strip = Rect(
            x: frame.minX, y: frame.minY, width: frame.size.width, height: frame.size.height - .points(6))
        let copy = edition.pages.indices.contains(page - 1) ? edition.pages[page - 1] : PageCopy()
        let day = [edition.paper.name, edition.date.text, edition.date.weekdayText].joined(separator: "\u{3000}")
        let folio = try line("第\(page)版", .pageHead, in: strip, .trailing)
        let folioWidth =
            try Length(scaled: shaped("第\(page)版", .pageHead).naturalWidth) + house[.pageHead].font.size
        let beside = Rect(
            x: strip.minX, y: strip.minY, width: max(.zero, strip.size.width - folioWidth),
            height: strip.size.height)
        let editor = copy.editor.map { "编辑：\($0)" } ?? ""
        return PageModule(
            kind: .furniture, name: "pagehead", frame: frame,
            passages: [
                Passage(
                    .text(.pageHead, paragraph: 0),
                    marks: try line(copy.section ?? "", .pageHead, in: strip, .leading)),
                Passage(.text(.folio, paragraph: 0), marks: try line(day, .folio, in: strip, .centre)),
                Passage(.text(.folio, paragraph: 1), marks: try line(editor, .folio, in: beside, .trailing)),
                Passage(.text(.pageHead, paragraph: 1), marks: folio),
                Passage(
                    .ornament, marks: thickAndThin(from: frame.minX, to: frame.maxX, y: frame.maxY - .points(4))),
            ])
    }

    // MARK: Colophon

    /// The colophon's text; nil when the paper has none.
    private var colophonText: String? {
        let colophon = edition.paper.colophon
        let parts: [(String, String?)] = [
            ("", colophon.unit), ("国内统一连续出版物号：", colophon.cn), ("社址：", colophon.address),
            ("电话：", colophon.phone), ("印刷：", colophon.printer), ("发行：", colophon.distribution),
            ("", colophon.price),
        ]
        let given = parts.compactMap { part in part.1.map { part.0 + $0 } }
        return given.isEmpty ? nil : given.joined(separator: "\u{3000}")
    }

    /// How many rows the colophon takes; 0 when there is none.
    func colophonRows() throws(M.Failure) -> Int { try colophonLines().map { $0.lines.count + 1 } ?? 0 }

    private func colophonLines() throws(M.Failure) -> (text: ShapedText, lines: [Line])? {
        guard let text = colophonText else { return nil }
        let shaped = try shaped(text, .colophon)
        return (shaped, breakLines(shaped, into: Measure(width: grid.typeArea.width)))
    }

    /// 报尾, under a thin rule.
    func colophon(in rect: GridRect) throws(M.Failure) -> PageModule {
        let frame = frame(of: rect)
        var marks: [Mark] = []
        if let (text, lines) = try colophonLines() {
            let em = Length(scaled: text.em)
            for (number, line) in lines.enumerated() {
                let top = frame.maxY - grid.pitch * (lines.count - number)
                let spare = lines.count == 1 ? Length(scaled: max(0, line.fit.short)) / 2 : .zero
                marks += text.marks(
                    of: line, x: frame.minX + spare,
                    baseline: top + (grid.pitch - em) / 2 + em.emAscent)
            }
        }
        let y = frame.minY + grid.pitch / 2
        return PageModule(
            kind: .furniture, name: "colophon", frame: frame,
            passages: [
                Passage(.text(.colophon, paragraph: 0), marks: marks),
                Passage(
                    .ornament,
                    marks: [
                        .rule(
                            Rule(
                                from: Point(x: frame.minX, y: y), to: Point(x: frame.maxX, y: y),
                                thickness: .points(1, 2)))
                    ]),
            ])
    }
}
