import Layout

/// What `edition.yaml` says.
struct IssueFile {
    var date: CalendarDate?
    var number: Int?
    /// Empty: as many as the copy needs.
    var pages: [PageCopy] = []
    var advertisements: [Advertisement] = []
}

/// Reads `edition.yaml` in the issue's folder; nil when there is none that can be read.
func readIssueFile(_ location: PaperLocation, on grid: PageGrid, at desk: Desk) -> IssueFile? {
    let folder = location.issue
    do throws(FileProblem) {
        let (file, text) = try readText("edition.yaml", from: folder, at: desk)
        guard let yaml = composeYAML(text, in: file, at: desk) else {
            if !desk.hasErrors(in: file) { reportNoDate(at: SourcePlace(file: file), desk) }
            return nil
        }
        return readGroup(yaml, as: "edition", at: desk) { readIssueFile(&$0, location, on: grid) }
    } catch {
        let path = folder.isEmpty ? "edition.yaml" : folder + "/edition.yaml"
        var help = hint(for: error, path)
        if case .missing(_, let siblings) = error {
            let issues = siblings.filter { (try? desk.folder.find("\($0)/edition.yaml", from: folder)) != nil }
            if let last = issues.last {
                help = Phrase(zh: "要排的是哪一期？例如其中的 “\(last)”", en: "which issue? The folder holds `\(last)`, for one")
            }
        }
        let phrase = describe(error, path)
        desk.report(.error, error.code, at: nil, zh: phrase.zh, en: phrase.en, hint: help)
        return nil
    }
}

private func readIssueFile(_ fields: inout Fields, _ location: PaperLocation, on grid: PageGrid) -> IssueFile {
    readFormat(&fields)
    var issue = IssueFile()
    if !fields.has("date") { reportNoDate(at: fields.place, fields.desk) }
    issue.date = readDate(&fields)
    issue.number = fields.integer("issue", 1...9_999_999)
    issue.pages = readPages(&fields)
    if let path = fields.text("paper"), let fault = location.fault {
        let phrase = describe(fault, path)
        fields.desk.report(
            .error, fault.code, at: fields.place(of: "paper"), zh: phrase.zh, en: phrase.en,
            hint: fault == .outside
                ? Phrase(
                    zh: "写相对路径，文件名以 paper 开头，例如 ../paper.yaml",
                    en: "give a relative path to a file named paper*.yaml, such as ../paper.yaml")
                : hint(for: fault, path))
    }
    let pages = issue.pages.count
    issue.advertisements = fields.groups("ads", as: "edition.ads") {
        readAdvertisement(&$0, in: location.issue, on: grid, pages: pages)
    }
    nameApart(&issue.advertisements)
    return issue
}

private func reportNoDate(at place: SourcePlace, _ desk: Desk) {
    desk.report(
        .error, .keyMissing, at: place, zh: "缺少 “date”：出报的日期", en: "`date` is missing: the day of publication",
        hint: Phrase(zh: "例如 date: 2026-11-23", en: "such as date: 2026-11-23"))
}

private func readDate(_ fields: inout Fields) -> CalendarDate? {
    guard let value = fields.value("date") else { return nil }
    let hint = Phrase(zh: "写成 年-月-日，例如 2026-11-23", en: "write year-month-day, such as 2026-11-23")
    guard case .scalar(let text, _) = value.value else {
        wrongType(value, "date", zh: "日期", en: "a date", at: fields.desk, hint: hint)
        return nil
    }
    func report(zh: String, en: String, hint: Phrase?) {
        fields.desk.report(.error, .dateInvalid, at: value.place, zh: zh, en: en, hint: hint)
    }
    let parts = text.split { !$0.isNumber }.map { Int($0) }
    let isPlain = text.utf8.count == 10 && text.split(separator: "-").map(\.utf8.count) == [4, 2, 2]
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], isPlain else {
        var help = hint
        if parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            CalendarDate(year: year, month: month, day: day) != nil, year >= 1000
        {
            let right = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            help = Phrase(zh: "写成 \(right)", en: "write \(right)")
        }
        report(zh: "日期的写法不对：“\(shortened(text))”", en: "`\(shortened(text))` is not written as a date", hint: help)
        return nil
    }
    if let date = CalendarDate(year: year, month: month, day: day) { return date }
    let last = (1...31).last { CalendarDate(year: year, month: month, day: $0) != nil }
    let help = last.map { Phrase(zh: "\(year) 年 \(month) 月只有 \($0) 天", en: "that month has \($0) days") }
    report(zh: "没有这一天：\(text)", en: "there is no such day: \(text)", hint: help ?? hint)
    return nil
}

private func readPages(_ fields: inout Fields) -> [PageCopy] {
    guard let value = fields.value("pages") else { return [] }
    if case .scalar = value.value {
        return [PageCopy](repeating: PageCopy(), count: readInteger(value, "pages", 1...96, at: fields.desk) ?? 0)
    }
    let pages = fields.groups("pages", as: "edition.pages") { page -> PageCopy? in
        PageCopy(section: page.text("section"), editor: page.text("editor"))
    }
    if pages.count > 96 { reportRange(value, "pages", from: "1", to: "96", at: fields.desk) }
    return Array(pages.prefix(96))
}
