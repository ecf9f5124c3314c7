/// 版样: a page drawn as its plan, true to scale: rectangles with names, head sizes and fit, pictures crossed through, the
/// cost by name at the foot.
///
/// - Parameter say: the language of the labels.
/// - Throws: what the measurer throws.
public func dummySheet<M: TextMeasurer>(
    of plan: PagePlan, in edition: Edition, with measurer: M, say: (Phrase) -> String
) throws(M.Failure) -> Page {
    let composer = FurnitureComposer(edition: edition, pageCount: 0, measurer: measurer)
    var modules: [PageModule] = []
    for placement in plan.modules {
        let sheet = DummyModule(placement: placement, edition: edition, composer: composer)
        modules.append(try sheet.module(say))
    }
    modules.append(try footer(of: plan, composer, say))
    return Page(number: plan.page, size: edition.paper.page, modules: modules)
}

private func footer<M: TextMeasurer>(
    of plan: PagePlan, _ composer: FurnitureComposer<M>, _ say: (Phrase) -> String
) throws(M.Failure) -> PageModule {
    let area = Rect(origin: composer.origin, size: composer.grid.typeArea)
    let text = say(plan.summary)
    let strip = Rect(x: area.minX, y: area.maxY + .points(8), width: area.size.width, height: .points(16))
    return PageModule(
        kind: .furniture, name: "cost", frame: strip,
        passages: [
            Passage(
                .text(.folio, paragraph: 0),
                marks: try composer.line(text, .folio, in: strip, .leading, size: .points(11)))
        ])
}

/// One module of the drawing.
private struct DummyModule<M: TextMeasurer> {
    let placement: Placement
    let edition: Edition
    let composer: FurnitureComposer<M>

    private var grid: PageGrid { composer.grid }
    private var story: Story? { edition.stories.first { placement.subject == .story($0.name) } }
    private var frame: Rect { composer.frame(of: placement.rect) }

    func module(_ say: (Phrase) -> String) throws(M.Failure) -> PageModule {
        var marks: [Mark] = []
        if !placement.isStory { marks.append(.tint(frame, .black(80))) }
        if let setting = placement.setting { marks += try pictures(setting) }
        let thickness = placement.isPinned || placement.isLocked ? Length.points(2) : .points(3, 4)
        marks.append(.frame(frame, thickness: thickness, .solidBlack))
        var passages = [Passage(.ornament, marks: marks)]
        let inset = Rect(
            x: frame.minX + .points(6), y: frame.minY + .points(4), width: frame.size.width - .points(12),
            height: .zero)
        var top = inset.minY
        for (number, label) in labels(say).enumerated() {
            let size = number == 0 ? Length.points(17) : .points(11)
            guard top + size * 5 / 4 <= frame.maxY else { break }
            let strip = Rect(x: inset.minX, y: top, width: inset.size.width, height: size * 5 / 4)
            let role: Role = number == 0 ? .pageHead : .folio
            passages.append(
                Passage(
                    .text(role, paragraph: number),
                    marks: try composer.line(label, role, in: strip, .leading, size: size)))
            top = strip.maxY
        }
        return PageModule(
            kind: placement.isStory ? .story : .furniture, name: placement.subject.name, frame: frame,
            passages: passages)
    }

    private func labels(_ say: (Phrase) -> String) -> [String] {
        let rect = placement.rect
        var labels = [placement.subject.name]
        labels.append(
            say(
                Phrase(
                    zh: "\(rect.width) 栏 × \(rect.height) 行",
                    en: "\(rect.width) column\(rect.width == 1 ? "" : "s") × \(rect.height) rows")))
        if let head = placement.setting?.head {
            let size = head.size.scaled / Length.unitsPerPoint
            labels.append(
                say(
                    Phrase(
                        zh: "标题 \(size) 磅，\(head.lines) 行",
                        en: "head \(size) pt, \(head.lines) line\(head.lines == 1 ? "" : "s")")))
        }
        if let fit = placement.fit {
            labels.append(
                say(
                    fit.overset > 0
                        ? Phrase(zh: "多 \(fit.overset) 行", en: "\(fit.overset) lines over")
                        : fit.white > 0
                            ? Phrase(zh: "空 \(fit.white) 行", en: "\(fit.white) lines of white")
                            : Phrase(zh: "正好", en: "fits")))
        }
        if placement.isLocked && placement.isStory {
            labels.append(say(Phrase(zh: "锁住", en: "locked")))
        } else if placement.isPinned && placement.isStory {
            labels.append(say(Phrase(zh: "钉住", en: "pinned")))
        }
        return labels
    }

    /// Pictures as grey boxes with their diagonals, where they will stand.
    private func pictures(_ setting: StorySetting) throws(M.Failure) -> [Mark] {
        guard !setting.pictures.isEmpty, let story else { return [] }
        let rows = placement.rect.height
        let whole = try measure(story, in: edition.paper, with: composer.measurer)
        guard let measured = whole.version(setting.extent),
            let geometry = measured.geometry(
                columns: placement.rect.width, rows: rows, setting: setting, grid: grid)
        else { return [] }
        let headRows = measured.headRows(setting.head, in: geometry, rows: rows, grid: grid) ?? 0
        let room = setting.room(in: geometry, rows: rows, headRows: headRows)
        return setting.pictures.flatMap { picture -> [Mark] in
            guard picture.columns.upperBound <= setting.innerColumns, !picture.columns.isEmpty else { return [] }
            let span = geometry.span(picture.columns)
            let top =
                frame.minY + grid.pitch * ((picture.isAtTop ? room.top : room.bodyRow) + picture.rows.lowerBound)
            let bottom = min(frame.maxY, top + grid.pitch * picture.rows.count)
            guard top < bottom else { return [] }
            let box = Rect(x: frame.minX + span.left, y: top, width: span.width, height: bottom - top)
            let thin = Length.points(1, 4)
            return [
                .tint(box, .black(150)), .frame(box, thickness: thin, .black(500)),
                .rule(
                    Rule(from: box.origin, to: Point(x: box.maxX, y: box.maxY), thickness: thin, ink: .black(500))),
                .rule(
                    Rule(
                        from: Point(x: box.maxX, y: box.minY), to: Point(x: box.minX, y: box.maxY), thickness: thin,
                        ink: .black(500))),
            ]
        }
    }
}
