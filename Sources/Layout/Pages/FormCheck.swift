/// The rules of form for newspapers (《报纸出版形式差错》, 2020), as far as a program can see them on the page.
extension PageCheck {
    func form() -> [Diagnostic] { name() + facts() + folios() + advertisements() }

    /// The paper's name is the largest text on page 1.
    private func name() -> [Diagnostic] {
        guard let page = pages.first(where: { $0.number == 1 }),
            let nameplate = page.modules.first(where: { $0.name == "nameplate" })
        else { return [] }
        var name = nameplate.passages.filter { $0.kind == .text(.nameplate, paragraph: 0) }.flatMap(\.runs).map(
            \.size
        )
        .max()
        // A drawn name has no type: its letters are about as high as the drawing, and as wide as its share of it.
        for case .picture(let art) in nameplate.passages.flatMap(\.marks) {
            let letters = max(1, edition.paper.name.unicodeScalars.count)
            name = max(name ?? .zero, min(art.frame.size.height, art.frame.size.width / letters))
        }
        let others = page.modules.filter { $0.name != "nameplate" && $0.kind != .advertisement }
        let largest = others.flatMap { module in
            module.passages.flatMap(\.runs).map { (size: $0.size, name: module.name) }
        }.max { $0.size < $1.size }
        guard let largest, largest.size >= name ?? .zero else { return [] }
        return [
            Diagnostic(
                .warning, .formName,
                Phrase(
                    zh:
                        "报名（\(pointText(name ?? .zero)) 磅）不是一版上最大的字：“\(largest.name)”的标题有 \(pointText(largest.size)) 磅",
                    en:
                        "the paper's name (\(pointText(name ?? .zero)) pt) is not the largest text on page 1: the head of "
                        + "“\(largest.name)” is of \(pointText(largest.size)) pt"),
                page: PagePlace(page: 1, story: largest.name))
        ]
    }

    /// What the law wants to see, in nameplate, page head or colophon.
    private func facts() -> [Diagnostic] {
        let text = withoutSpaces(
            pages.flatMap(\.modules).filter { ["nameplate", "colophon"].contains($0.name) }
                .flatMap { $0.passages.map(\.text) }.joined(separator: "\n"))
        let colophon = edition.paper.colophon
        let wanted: [(zh: String, en: String, value: String?, key: String)] = [
            ("出版日期", "the date", edition.date.text, "edition.yaml date"),
            ("总期号", "the total issue number", edition.issue.map { "总第\($0)期" }, "edition.yaml issue"),
            ("版数", "the number of pages", "今日\(pages.count)版", "edition.yaml pages"),
            ("国内统一连续出版物号", "the CN number", colophon.cn, "paper.yaml colophon.cn"),
            ("主办单位", "the responsible unit", colophon.unit, "paper.yaml colophon.unit"),
            ("社址", "the address", colophon.address, "paper.yaml colophon.address"),
            ("印刷单位", "the printer", colophon.printer, "paper.yaml colophon.printer"),
            ("发行方式", "the distribution", colophon.distribution, "paper.yaml colophon.distribution"),
            ("定价", "the price", colophon.price, "paper.yaml colophon.price"),
        ]
        return wanted.compactMap { fact in
            if let value = fact.value, text.contains(withoutSpaces(value)) { return nil }
            return Diagnostic(
                .warning, .formFact, Phrase(zh: "版面上没有\(fact.zh)", en: "\(fact.en) is not on the pages"),
                hint: Phrase(zh: "在 \(fact.key) 里写上", en: "give it in \(fact.key)"))
        }
    }

    /// The page number in each page head, in one place.
    private func folios() -> [Diagnostic] {
        var ends: [Length] = []
        var found: [Diagnostic] = []
        for page in pages where page.number > 1 {
            let head = page.modules.first { $0.name == "pagehead" }
            let folio = head?.passages.first { $0.text.contains("第\(page.number)版") }
            if let rect = folio.flatMap({ box(of: $0.runs) }), let frame = head?.frame {
                // Flush right: it ends in one place, whatever stands before it.
                ends.append(rect.maxX - frame.minX)
                if let first = ends.first, abs((rect.maxX - frame.minX - first).scaled) <= Length.points(9).scaled {
                    continue
                }
            }
            found.append(
                Diagnostic(
                    .warning, .formFolio,
                    Phrase(
                        zh: "第 \(page.number) 版的报眉没有版次，或不在同一位置",
                        en: "page \(page.number) does not carry its number in its head in the same place"),
                    page: PagePlace(page: page.number)))
        }
        return found
    }

    /// Each advertisement is marked 广告.
    private func advertisements() -> [Diagnostic] {
        pages.flatMap { page in
            page.modules.filter { $0.kind == .advertisement }.compactMap { module -> Diagnostic? in
                guard !module.passages.contains(where: { $0.text.contains("广告") }) else { return nil }
                let advertisement = edition.advertisements.first { $0.name == module.name }
                // A drawing's text can be read; what stands in a photograph or an outline only people see.
                guard advertisement?.artwork.map({ $0.format == .svg && $0.bytes.holds("广告") }) != true else {
                    return nil
                }
                return Diagnostic(
                    .note, .advertisementMark,
                    Phrase(
                        zh: "press 看不到广告“\(module.name)”上有没有“广告”字样，请人看一眼",
                        en: "press cannot see whether advertisement “\(module.name)” is marked “广告”: have a look"),
                    at: advertisement?.place, page: PagePlace(page: page.number))
            }
        }
    }

    private func withoutSpaces(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
