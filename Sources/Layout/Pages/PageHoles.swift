/// White on a page that a reader would see, whoever planned it: the room that no module takes, and what stories leave at
/// their feet.
func holes(in plan: PagePlan, fits: [StoryFit], edition: Edition) -> [Diagnostic] {
    let grid = edition.paper.grid
    // As the planner counts: every module ends with a row of white.
    let room = grid.columns * (grid.rows + 1)
    var taken = 0, free = room
    for module in plan.modules {
        let area = module.rect.width * (module.rect.height + 1)
        taken += area
        if case .story = module.subject { continue }
        free -= area
    }
    let open = max(0, room - taken)
    let white = open + fits.reduce(0) { $0 + $1.white }
    if white * 50 > free, white > 2 {
        let characters = white * grid.characters
        return [
            Diagnostic(
                .warning, .pageHole,
                Phrase(
                    zh: "第\(plan.page)版缺稿\(white)行（约\(characters)字）",
                    en: "page \(plan.page) lacks \(white) lines of copy (about \(characters) characters)"),
                page: PagePlace(page: plan.page),
                hint: Phrase(
                    zh: "加一篇稿件或图片，或备几篇补白（filler: true）",
                    en: "add a story or a picture, or keep fillers ready (filler: true)"))
        ]
    }
    return fits.filter { $0.white > 2 }.compactMap { fit in
        guard let module = plan.modules.first(where: { $0.subject == .story(fit.story) }) else { return nil }
        let characters = fit.white * grid.characters
        return Diagnostic(
            .warning, .pageHole,
            Phrase(
                zh: "“\(fit.story)”空\(fit.white)行（约\(characters)字）",
                en: "“\(fit.story)” leaves \(fit.white) lines empty (about \(characters) characters)"),
            at: edition.stories.first { $0.name == fit.story }?.place,
            page: PagePlace(
                page: plan.page, story: fit.story, column: module.rect.columns.lowerBound + 1,
                row: module.rect.rows.lowerBound + 1))
    }
}
