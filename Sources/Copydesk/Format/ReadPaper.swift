import Layout

/// Reads `paper.yaml`; what it does not say, and what it says wrong, has a default.
func readPaper(_ location: PaperLocation, at desk: Desk) -> Paper {
    let standard = Paper(name: "")
    guard let path = location.paper else { return standard }
    do throws(FileProblem) {
        let (file, text) = try readText(path, at: desk)
        guard let yaml = composeYAML(text, in: file, at: desk) else { return standard }
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        return readGroup(yaml, as: "paper", at: desk) { readPaper(&$0, in: folder) } ?? standard
    } catch {
        desk.report(error, path, at: nil)
        return standard
    }
}

private func readPaper(_ paper: inout Fields, in folder: String) -> Paper {
    readFormat(&paper)
    paper.require("name", zh: "报纸的名称", en: "the newspaper's name")
    let name = paper.text("name") ?? ""
    let page = paper.group("page") { readPage(&$0) } ?? .broadsheet
    let grid = readGrid(&paper, on: page)
    let styles = HouseStyle.standard.scaled(toBody: grid.body)
    var result = Paper(
        name: name, page: page, grid: grid,
        text: paper.group("text") { readTextRules(&$0) } ?? TextRules(),
        nameplate: paper.group("nameplate") { readNameplate(&$0, on: grid, in: folder) } ?? Nameplate(),
        colophon: paper.group("colophon") { readColophon(&$0) } ?? Colophon(),
        house: paper.group("styles") { readStyles(&$0, over: styles, body: grid.body) } ?? styles,
        costs: paper.group("costs") { readCosts(&$0) } ?? HouseCosts(),
        usesTraditionalMonthNames: paper.choice("months", of: MonthNames.self) == .traditional,
        fontFolder: readFontFolder(&paper, in: folder))
    result.limits = paper.group("fit") { readLimits(&$0) } ?? FitLimits()
    return result
}

/// 十一月、十二月, or 冬月、腊月.
private enum MonthNames: String, CaseIterable { case plain, traditional }

/// The version of the format: there is one.
func readFormat(_ fields: inout Fields) {
    guard let value = fields.value("format") else { return }
    if case .scalar("1", _) = value.value { return }
    fields.desk.report(
        .error, .formatUnsupported, at: value.place, zh: "不认得的格式版本", en: "this version of the format is not known",
        hint: Phrase(zh: "目前只有 format: 1", en: "so far there is only format: 1"))
}

private func readPage(_ fields: inout Fields) -> PageSize {
    var page = readSize(&fields)
    if let bleed = fields.length("bleed", em: nil, .zero ... .millimetres(thousandths: 20_000)) {
        page.bleed = bleed
    }
    return page
}

private enum NamedSize: String, CaseIterable { case broadsheet, tabloid }

private func readSize(_ fields: inout Fields) -> PageSize {
    guard let value = fields.value("size") else { return .broadsheet }
    if case .mapping = value.value {
        let side = Length.millimetres(thousandths: 50_000) ... .millimetres(thousandths: 1_200_000)
        let size = readGroup(value, as: "paper.page.size", at: fields.desk) { size in
            size.require("width", zh: "版面宽", en: "the page's width")
            size.require("height", zh: "版面高", en: "the page's height")
            return (size.length("width", em: nil, side), size.length("height", em: nil, side))
        }
        guard case (let width?, let height?)? = size else { return .broadsheet }
        return PageSize(trim: Size(width: width, height: height))
    }
    return readChoice(value, "size", at: fields.desk) as NamedSize? == .tabloid ? .tabloid : .broadsheet
}

private func readTextRules(_ fields: inout Fields) -> TextRules {
    var rules = TextRules()
    rules.kinsoku = fields.choice("kinsoku") ?? rules.kinsoku
    rules.punctuation = fields.choice("punctuation") ?? rules.punctuation
    rules.gap = fields.ems("gap", upTo: 1) ?? rules.gap
    rules.indent = fields.ems("indent", upTo: 8) ?? rules.indent
    rules.hanging = fields.flag("hanging") ?? rules.hanging
    rules.initial = fields.integer("initial", 0...4) ?? rules.initial
    rules.verticalHeads = fields.choice("vertical-heads") ?? rules.verticalHeads
    return rules
}

/// What the planner weighs, by name; what is not said stays as it is.
private func readCosts(_ fields: inout Fields) -> HouseCosts {
    var costs = HouseCosts()
    for (name, value) in HouseCosts.all {
        if let cost = fields.integer(name, 0...HouseCosts.most) { costs[keyPath: value] = cost }
    }
    return costs
}

/// How far copy-fitting goes; what is not said stays as it is.
private func readLimits(_ fields: inout Fields) -> FitLimits {
    var limits = FitLimits()
    limits.crop = fields.share("crop", upTo: 30) ?? limits.crop
    limits.white = fields.integer("white", 0...4) ?? limits.white
    limits.longer = fields.integer("longer", 0...12) ?? limits.longer
    limits.shorter = fields.integer("shorter", 0...12) ?? limits.shorter
    limits.rows = fields.integer("rows", 0...6) ?? limits.rows
    limits.brokenColumns = fields.flag("broken-columns") ?? limits.brokenColumns
    limits.frames = fields.flag("frames") ?? limits.frames
    limits.verticalHeads = fields.flag("vertical-heads") ?? limits.verticalHeads
    limits.pullQuotes = fields.flag("pull-quotes") ?? limits.pullQuotes
    return limits
}

private func readNameplate(_ fields: inout Fields, on grid: PageGrid, in folder: String) -> Nameplate {
    var nameplate = Nameplate()
    if let path = fields.text("art") {
        nameplate.artwork = readArtwork(
            path, from: folder, for: .nameplate, named: fields.place(of: "art"), at: fields.desk)
    }
    nameplate.place = fields.choice("place") ?? nameplate.place
    nameplate.columns = fields.integer("columns", 1...grid.columns)
    nameplate.rows = fields.integer("rows", min(4, grid.rows)...grid.rows)
    nameplate.website = fields.text("website")
    nameplate.email = fields.text("email")
    nameplate.ear = fields.choice("ear") ?? nameplate.ear
    return nameplate
}

private func readColophon(_ fields: inout Fields) -> Colophon {
    Colophon(
        unit: fields.text("unit"), cn: fields.text("cn"), address: fields.text("address"),
        phone: fields.text("phone"),
        printer: fields.text("printer"), distribution: fields.text("distribution"), price: fields.text("price"))
}

private func readFontFolder(_ fields: inout Fields, in folder: String) -> String? {
    guard let path = fields.text("fonts") else { return nil }
    do throws(FileProblem) {
        let found = try fields.desk.folder.find(path, from: folder)
        guard found.isFolder else { throw .isFile }
        return found.path
    } catch {
        fields.desk.report(error, path, at: fields.place(of: "fonts"))
        return nil
    }
}

private func readRoleRules(_ fields: inout Fields) -> RoleRules {
    RoleRules(
        kinsoku: fields.choice("kinsoku"), punctuation: fields.choice("punctuation"),
        gap: fields.ems("gap", upTo: 1),
        indent: fields.ems("indent", upTo: 8), hanging: fields.flag("hanging"))
}

/// By role: what is not said stays as in the house style.
private func readStyles(_ fields: inout Fields, over house: HouseStyle, body: Length) -> HouseStyle {
    var house = house
    for role in Role.allCases {
        let style = fields.group(role.rawValue, as: "paper.styles.role") { style in
            (
                families: style.texts("family"), weight: style.integer("weight", 100...900),
                size: style.length("size", em: body, .points(4) ... .points(300)),
                rules: readRoleRules(&style)
            )
        }
        guard let style else { continue }
        if !style.families.isEmpty { house[role].font.families = style.families }
        house[role].font.weight = style.weight ?? house[role].font.weight
        house[role].font.size = style.size ?? house[role].font.size
        if style.rules != RoleRules() { house.textRules[role] = style.rules }
    }
    return house
}
