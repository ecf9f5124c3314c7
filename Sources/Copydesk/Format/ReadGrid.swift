import Layout

/// Reads the grid. What is not given comes from the page: the usual grid of a usual size, else one that fills
/// nine tenths of the page.
func readGrid(_ paper: inout Fields, on page: PageSize) -> PageGrid {
    let grid = paper.group("grid") { readGridKeys(&$0, on: page) } ?? deriveGrid(on: page)
    let (area, trim) = (grid.typeArea, page.trim)
    guard area.width > trim.width || area.height > trim.height else { return grid }
    let needs = "\(area.width.inMillimetres) × \(area.height.inMillimetres)"
    let has = "\(trim.width.inMillimetres) × \(trim.height.inMillimetres)"
    let fitting = deriveGrid(on: page, body: grid.body, pitch: grid.pitch, gutter: grid.gutter)
    paper.desk.report(
        .error, .valueRange, at: paper.place(of: paper.has("grid") ? "grid" : "page"),
        zh: "版心 \(needs) 比版面 \(has) 大", en: "the type area, \(needs), is larger than the page, \(has)",
        hint: Phrase(
            zh: "这个版面合用：columns: \(fitting.columns), characters: \(fitting.characters), rows: \(fitting.rows)",
            en: "this fits: columns: \(fitting.columns), characters: \(fitting.characters), rows: \(fitting.rows)"))
    return fitting
}

private func readGridKeys(_ fields: inout Fields, on page: PageSize) -> PageGrid {
    let body = fields.length("body", em: nil, .points(5) ... .points(30)) ?? .points(9)
    let standard = PageGrid.broadsheet
    let usualPitch = body == standard.body ? standard.pitch : Length(scaled: body.scaled * 4 / 3)
    let pitch = fields.length("pitch", em: body, body ... .points(90)) ?? usualPitch
    let gutter = fields.length("gutter", em: body, .zero...body * 6) ?? body
    let given = (
        columns: fields.integer("columns", 1...24), characters: fields.integer("characters", 2...80),
        rows: fields.integer("rows", 5...400)
    )
    var grid = deriveGrid(
        on: page, body: body, pitch: pitch, gutter: gutter, columns: given.columns, characters: given.characters)
    grid.rows = given.rows ?? grid.rows
    return grid
}

/// A grid for a page. The broadsheet's and the tabloid's are fixed by custom; for other pages and type sizes, the
/// type area takes up to nine tenths of either side, in columns as near to 13 characters as can be.
func deriveGrid(
    on page: PageSize, body: Length = .points(9), pitch: Length = .points(12), gutter: Length = .points(9),
    columns: Int? = nil, characters: Int? = nil
) -> PageGrid {
    let usual: PageGrid? =
        page.trim == PageSize.broadsheet.trim ? .broadsheet : page.trim == PageSize.tabloid.trim ? .tabloid : nil
    if var usual, usual.body == body, usual.pitch == pitch, usual.gutter == gutter {
        if columns == nil, characters == nil { return usual }
        if columns ?? usual.columns == usual.columns {
            usual.characters = characters ?? usual.characters
            return usual
        }
    }
    let width = page.trim.width * 9 / 10
    let rows = max(1, page.trim.height * 9 / 10 / pitch)
    func fit(_ count: Int) -> Int { max(1, ((width - gutter * (count - 1)) / count).scaled / body.scaled) }
    func badness(_ count: Int) -> Int { abs(fit(count) - (characters ?? 13)) }
    let best = columns ?? (1...24).min { badness($0) < badness($1) } ?? 1
    return PageGrid(
        columns: best, characters: characters ?? max(2, fit(best)), gutter: gutter, body: body, pitch: pitch,
        rows: rows)
}
