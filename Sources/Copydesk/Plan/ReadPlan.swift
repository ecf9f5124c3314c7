public import Layout

/// A plan as it is written in a file.
public struct PlanFile: Sendable {
    /// nil when the plan cannot be followed.
    public var plans: [PagePlan]?
    public var places: PlanPlaces
    public var sources: SourceTable
}

/// Reads a plan that `press plan` wrote and a person may have edited; YAML, and so JSON too. Everything that is wrong is a
/// diagnostic with its place; a plan with an error is not followed.
/// - Parameter file: the file's name in messages.
public func readPlan(_ text: String, file: String) -> Warned<PlanFile> {
    readPlanFile(text, file: file).result
}

/// `readPlan`, with the keys that were asked for: the schema is tested against them.
func readPlanFile(_ text: String, file: String) -> (result: Warned<PlanFile>, accepted: [String: Set<String>]) {
    let nothing = PlanFile(plans: nil, places: PlanPlaces(), sources: SourceTable())
    do throws(FileProblem) {
        // Every name in a plan is a story's: no file is opened through this desk.
        let desk = Desk(folder: try Folder(path: "/"), limits: ReadingLimits())
        desk.sources.add(text, as: file)
        var reader = PlanReader(desk: desk)
        let plans = reader.read(text, file: file)
        let isSound = !desk.hasErrors(in: file)
        let output = PlanFile(plans: isSound ? plans : nil, places: reader.places, sources: desk.sources)
        return (Warned(output, desk.diagnostics()), desk.accepted)
    } catch {
        return (Warned(nothing, [Diagnostic(.error, error.code, describe(error, file))]), [:])
    }
}

private struct PlanReader {
    let desk: Desk
    var places = PlanPlaces()

    mutating func read(_ text: String, file: String) -> [PagePlan]? {
        let root = composeYAML(text, in: file, at: desk)
        guard case .sequence(let items)? = root?.value else {
            if !desk.hasErrors(in: file) {
                desk.report(
                    .error, .planInvalid, at: root?.place ?? SourcePlace(file: file), zh: "计划要是各版的列表",
                    en: "a plan is a list of pages")
            }
            return nil
        }
        var pages: [PagePlan] = []
        for item in items {
            guard let page = readGroup(item, as: "plan", at: desk, { self.page(&$0) }) ?? nil else { continue }
            if pages.contains(where: { $0.page == page.page }) {
                desk.report(
                    .error, .planInvalid, at: item.place, zh: "第 \(page.page) 版写了两次",
                    en: "page \(page.page) is written twice")
            }
            pages.append(page)
        }
        return pages
    }

    private mutating func page(_ fields: inout Fields) -> PagePlan? {
        fields.require("page", zh: "第几版", en: "which page it is")
        fields.require("grid", zh: "版心的栏数和行数", en: "the grid's columns and rows")
        fields.require("modules", zh: "版上的各块", en: "what stands on the page")
        let number = fields.integer("page", 1...96)
        let grid = fields.group("grid", as: "plan.grid") { grid -> (Int?, Int?) in
            grid.require("columns", zh: "栏数", en: "how many columns it has")
            grid.require("rows", zh: "行数", en: "how many rows it has")
            return (grid.integer("columns", 1...24), grid.integer("rows", 1...400))
        }
        let isLocked = fields.flag("lock") ?? false
        let modules = fields.groups("modules", as: "plan.modules") {
            self.module(&$0, on: number ?? 0, mustHavePlace: isLocked)
        }
        let tree = readTree(&fields, of: modules, on: number ?? 0)
        let cost = fields.group("cost", as: "plan.cost") { cost in
            let names = cost.allKeys.filter { $0 != "total" }
            _ = cost.integer("total", 0...Self.most)
            return names.compactMap { name in
                cost.integer(name, 0...Self.most).map { CostItem(name: name, cost: $0) }
            }
        }
        let isProven = fields.flag("proven") ?? false
        let gap = fields.integer("gap", 0...Self.most)
        let unplaced = fields.groups("unplaced", as: "plan.unplaced") { story -> Unplaced? in
            story.require("story", zh: "稿件的名字", en: "the story's name")
            let name = story.text("story")
            let reason: Unplaced.Reason? = story.choice("reason")
            return name.map { Unplaced(story: $0, reason: reason ?? .pageFull) }
        }
        let edits = fields.groups("edits", as: "plan.edits") { self.edit(&$0, on: number ?? 0) }
        guard let number, let columns = grid?.0, let rows = grid?.1 else { return nil }
        places[number] = fields.place
        return PagePlan(
            page: number, columns: columns, rows: rows, modules: modules, cost: cost ?? [], isProven: isProven,
            gap: gap, isLocked: isLocked, unplaced: unplaced, edits: edits, tree: tree)
    }

    /// The page's tree where modules wait for it; else it is only compared with their rectangles.
    private func readTree(_ fields: inout Fields, of modules: [Placement], on page: Int) -> CutTree? {
        let waiting = modules.filter { !$0.hasPlace }
        guard let text = fields.text("tree") else {
            for module in waiting {
                desk.report(
                    .error, .keyMissing, at: places[page, module.subject],
                    zh: "“\(module.subject.name)”缺少 columns 和 rows",
                    en: "“\(module.subject.name)” has no `columns` and `rows`",
                    hint: Phrase(
                        zh: "写上位置，或在本版的 tree: 里写它排在哪里", en: "write them, or name it in the page's `tree`"))
            }
            return nil
        }
        // Modules that could not be read would be missed in it.
        let place = fields.place(of: "tree")
        guard !desk.hasErrors(in: place.file) else { return nil }
        var reader = TreeReader(text, at: place, severity: waiting.isEmpty ? .warning : .error, desk: desk)
        guard let tree = reader.tree(of: modules) else { return nil }
        guard waiting.isEmpty else { return tree }
        if let fault = tree.fault(in: modules.map(\.rect)) {
            reader.reportFault(modules[fault.first], modules[fault.second], isStacked: fault.isStacked)
        }
        return nil
    }

    private static let most = 1_000_000_000

    /// - Parameter mustHavePlace: whether it stays where it is, so that no tree can give it a place.
    private mutating func module(_ fields: inout Fields, on page: Int, mustHavePlace: Bool) -> Placement? {
        fields.require("story", zh: "稿件的名字", en: "the story's name")
        let name = fields.text("story")
        let isPinned = fields.flag("pin") ?? false, isLocked = fields.flag("lock") ?? false
        // The edition says where furniture and advertisements stand.
        let isStory = if case .story? = name.map(Placement.Subject.init(name:)) { true } else { false }
        let stays = mustHavePlace || (isPinned || isLocked) && isStory
        let waits = !fields.has("columns") && !fields.has("rows") && !stays
        if !waits {
            fields.require("columns", zh: "占哪些基本栏，如 1-5", en: "the basic columns it takes, such as 1-5")
            fields.require("rows", zh: "占哪些行，如 16-60", en: "the rows it takes, such as 16-60")
        }
        let place = (columns: fields.range("columns"), rows: fields.range("rows"))
        let head = fields.group("head", as: "plan.modules.head") { self.head(&$0) }
        let pictures = fields.groups("pictures", as: "plan.modules.pictures") { picture -> PictureSetting? in
            picture.require("picture", zh: "第几幅图片", en: "which of the story's pictures")
            let number = picture.integer("picture", 1...99)
            let columns = picture.range("columns"), rows = picture.range("rows")
            let isAtTop = picture.flag("top") ?? false
            guard let number, let columns, let rows else { return nil }
            return PictureSetting(picture: number - 1, columns: columns, rows: rows, isAtTop: isAtTop)
        }
        let quote = fields.integer("quote", 2...10_000)
        let inner = fields.integer("inner", 1...48), leg = fields.integer("leg", 4...200)
        let isBoxed = fields.flag("box") ?? false
        let extent = readExtent(&fields)
        // Plans of before wrote the knobs among the module's own keys.
        var extra = fields.integer("extra", 0...200) ?? 0, longer = fields.integer("longer", -200...200) ?? 0
        _ = fields.group("knobs", as: "plan.modules.knobs") { knobs in
            extra = knobs.integer("extra", 0...200) ?? extra
            longer = knobs.integer("longer", -200...200) ?? longer
        }
        let fit = readFit(&fields)
        guard let name else { return nil }
        var rect = Placement.nowhere
        if !waits {
            guard let columns = place.columns, let rows = place.rows else { return nil }
            rect = GridRect(columns: columns, rows: rows)
        }
        let subject = Placement.Subject(name: name)
        places[page, subject] = fields.place(of: "story")
        var setting: StorySetting?
        if let head = head ?? nil {
            setting = StorySetting(
                head: head, pictures: pictures, innerColumns: inner ?? max(1, rect.width),
                extraRows: extra, longer: longer, isBoxed: isBoxed)
            setting?.extent = extent
            setting?.leg = leg
            setting?.quote = quote.map { $0 - 1 }
        }
        return Placement(
            subject, in: rect, setting: setting, isPinned: isPinned,
            isLocked: isLocked, fit: fit)
    }

    private func head(_ head: inout Fields) -> HeadSetting? {
        head.require("size", zh: "磅数", en: "its size in points")
        let size = head.points("size")
        let lines = head.integer("lines", 1...99) ?? 1
        let direction: Story.Direction? = head.choice("direction")
        let columns = head.range("columns")
        let hasDeck = head.flag("deck") ?? true
        return size.map {
            HeadSetting(
                size: $0, lines: lines, direction: direction ?? .horizontal, columns: columns, hasDeck: hasDeck)
        }
    }

    /// After how many sentences the story is cut or goes on elsewhere, or from where it comes.
    private func readExtent(_ fields: inout Fields) -> StoryExtent {
        let cut = fields.integer("cut", 0...100_000)
        let jump = fields.integer("jump", 0...100_000), from = fields.integer("from", 0...100_000)
        if let cut { return .cut(after: cut) }
        if let jump { return .jump(after: jump) }
        return from.map { .continued(after: $0) } ?? .whole
    }

    private func readFit(_ fields: inout Fields) -> Placement.Fit? {
        guard let value = fields.value("fit") else { return nil }
        if case .scalar(let text, _) = value.value, text == "full" { return Placement.Fit(white: 0, overset: 0) }
        return fields.group("fit", as: "plan.modules.fit") { fit in
            Placement.Fit(
                white: fit.integer("white", 0...100_000) ?? 0, overset: fit.integer("over", 0...100_000) ?? 0)
        }
    }

    private mutating func edit(_ fields: inout Fields, on page: Int) -> PlanEdit? {
        let hasSwap = fields.has("swap")
        let swap = fields.texts("swap")
        let nudge = fields.group("nudge", as: "plan.edits.nudge") { nudge -> PlanEdit? in
            let below = nudge.text("below"), right = nudge.text("right-of")
            let rows = nudge.integer("rows", -400...400), columns = nudge.integer("columns", -24...24)
            if let below, let rows, right == nil { return .nudgeBelow(below, rows: rows) }
            if let right, let columns, below == nil { return .nudgeRight(right, columns: columns) }
            desk.report(
                .error, .keyMissing, at: nudge.place, zh: "nudge 要写 below 和 rows，或 right-of 和 columns",
                en: "`nudge` takes `below` and `rows`, or `right-of` and `columns`")
            return nil
        }
        var edit = nudge ?? nil
        if hasSwap {
            if swap.count == 2 {
                edit = .swap(swap[0], swap[1])
            } else {
                desk.report(
                    .error, .valueType, at: fields.place(of: "swap"), zh: "swap 要写两篇稿件，如 [a, b]",
                    en: "`swap` takes two stories, such as [a, b]")
            }
        }
        if edit != nil { places.add(edit: fields.place, on: page) }
        return edit
    }
}

extension Fields {
    /// `3-5`, or `3` for one, 1-based and inclusive, as a half-open range of 0-based numbers.
    fileprivate mutating func range(_ key: String) -> Range<Int>? {
        span(key, 1...10_000).map { $0.lowerBound - 1..<$0.upperBound }
    }

    /// Points, with or without their unit.
    mutating func points(_ key: String) -> Length? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let text, _) = value.value, let quantity = Quantity(text),
            quantity.unit.isEmpty || quantity.unit == "pt"
        else {
            wrongType(
                value, key, zh: "磅数", en: "a number of points", at: desk,
                hint: Phrase(zh: "例如 36 或 22.5", en: "such as 36 or 22.5"))
            return nil
        }
        let length = Length(scaled: quantity.times(Length.unitsPerPoint))
        guard (Length.points(1) ... .points(1000)).contains(length) else {
            reportRange(value, key, from: "1", to: "1000", at: desk)
            return nil
        }
        return length
    }
}
