@testable import Layout

/// Looks at the marks of one page: nothing over another, nothing outside, one grid, no line that begins or ends with a mark that
/// may not.
struct PageFaultFinder {
    let page: Page
    let edition: Edition
    let plans: [PagePlan]
    /// Stories of which press has said that a line sticks out or breaks a rule.
    let excused: Set<String>
    /// Stories of which text finds no room: to lose less of it goes before everything else.
    let overset: Set<String>

    func faults() -> [String] {
        (modulesOverEachOther() + modulesAstray() + inkOverInk() + inkOutside() + offTheGrid() + forbiddenMarks()
            + crossheadsAtTheFoot())
            .map { "page \(page.number): \($0)" }
    }

    private var stories: [PageModule] { page.modules.filter { $0.kind == .story } }

    // MARK: Rectangles

    private func modulesOverEachOther() -> [String] {
        let modules = page.modules.filter { $0.name != "rules" }
        return modules.indices.flatMap { index in
            modules[..<index].filter { $0.frame.meets(modules[index].frame) }
                .map { "\($0.name) lies over \(modules[index].name)" }
        }
    }

    /// Outside the type area, or not where the plan has them.
    private func modulesAstray() -> [String] {
        let grid = edition.paper.grid
        let area = Rect(origin: grid.typeAreaOrigin(on: edition.paper.page), size: grid.typeArea)
        let outside = page.modules.filter { !area.holds($0.frame) }.map { "\($0.name) leaves the type area" }
        let plan = plans.first { $0.page == page.number }
        let planned = (plan?.modules ?? []).compactMap { module -> String? in
            guard case .story(let name) = module.subject else { return nil }
            let frame = Rect(
                x: area.minX + grid.x(ofColumn: module.rect.columns.lowerBound),
                y: area.minY + grid.y(ofRow: module.rect.rows.lowerBound),
                width: grid.width(ofColumns: module.rect.width), height: grid.pitch * module.rect.height)
            return page.modules(of: name).contains { $0.frame == frame }
                ? nil : "\(name) is not where the plan has it"
        }
        return outside + planned
    }

    // MARK: Ink

    private struct Ink {
        var story: String
        var what: String
        var box: Rect
    }

    /// The letters of all text that stands upright, an eighth of an em taken off at each side; pictures whole.
    private func ink(of module: PageModule) -> [Ink] {
        var found: [Ink] = []
        for (role, mark) in module.passages.flatMap({ passage in passage.marks.map { (passage.kind.name, $0) } }) {
            switch mark {
            case .picture(let picture):
                found.append(Ink(story: module.name, what: picture.path, box: picture.frame.inset(.points(1, 8))))
            case .glyphs(let run) where !run.isTurned && run.widthScale == 1000:
                for glyph in run.glyphs {
                    guard let scalar = Unicode.Scalar(glyph.glyph), (0x4E00...0x9FFF).contains(scalar.value) else {
                        continue
                    }
                    let box = Rect(
                        x: glyph.origin.x, y: glyph.origin.y - run.size.emAscent, width: run.size,
                        height: run.size)
                    found.append(Ink(story: module.name, what: "\(scalar) (\(role))", box: box.inset(run.size / 8)))
                }
            default: break
            }
        }
        return found
    }

    private func inkOverInk() -> [String] {
        let all = page.modules.flatMap(ink)
        var cells: [Cell: [Int]] = [:]
        var found: [String] = []
        for (index, one) in all.enumerated() {
            for cell in Cell.under(one.box) {
                for other in cells[cell, default: []] where all[other].box.meets(one.box) {
                    found.append("\(one.story): \(one.what) is printed over \(all[other].what)")
                }
                cells[cell, default: []].append(index)
            }
        }
        return found
    }

    /// The page parted into squares of 24 pt, so that only neighbours are compared.
    private struct Cell: Hashable {
        var x: Int
        var y: Int

        static func under(_ box: Rect) -> [Cell] {
            let side = Length.points(24).scaled
            return (box.minY.scaled / side...box.maxY.scaled / side).flatMap { y in
                (box.minX.scaled / side...box.maxX.scaled / side).map { Cell(x: $0, y: y) }
            }
        }
    }

    private func inkOutside() -> [String] {
        stories.filter { !excused.contains($0.name) }.flatMap { module in
            ink(of: module).filter { !module.frame.holds($0.box) }
                .map { "\(module.name): \($0.what) stands outside its story" }
        }
    }

    /// Body lines stand on one grid on every page.
    private func offTheGrid() -> [String] {
        let grid = edition.paper.grid
        let top = grid.typeAreaOrigin(on: edition.paper.page).y
        let phase = (grid.pitch - grid.body) / 2 + grid.body.emAscent
        return stories.filter { !runsDown($0) }.compactMap { module in
            let lines = module.runs([.body]).filter { $0.size == grid.body }.flatMap(\.glyphs).map(\.origin.y)
            let isOff = lines.contains { ($0 - top - phase).scaled % grid.pitch.scaled != 0 }
            return isOff ? "\(module.name) is off the grid" : nil
        }
    }

    private func runsDown(_ module: PageModule) -> Bool {
        edition.stories.first { $0.name == module.name }?.textDirection == .vertical
    }

    // MARK: Lines

    /// Marks that begin or end a line against the prohibitions of GB/T 15834-2011, 5.1.
    private func forbiddenMarks() -> [String] {
        let notFirst = "，。、；：！？”’）》〉」』】〗〕…·％%‰℃".unicodeScalars
        let notLast = "“‘（《〈「『【〖〔".unicodeScalars
        return stories.filter { !excused.contains($0.name) && !runsDown($0) }.flatMap { module -> [String] in
            module.passages.flatMap { passage -> [String] in
                guard runsAcross(passage, in: module) else { return [] }
                let lines = passage.lines(ofAtLeast: edition.paper.grid.body * 3 / 4)
                var found: [String] = []
                for (index, line) in lines.enumerated() {
                    guard let first = line.first, let last = line.last else { continue }
                    if notFirst.contains(first) { found.append("\(module.name): a line begins with \(first)") }
                    if notLast.contains(last) { found.append("\(module.name): a line ends with \(last)") }
                    if index + 1 < lines.count, passage.kind.isBody, last.isDigit,
                        lines[index + 1].first?.isDigit == true
                    {
                        found.append("\(module.name): a number is parted")
                    }
                }
                return found
            }
        }
    }

    private func runsAcross(_ passage: Passage, in module: PageModule) -> Bool {
        guard case .text(let role, _) = passage.kind, role != .table else { return false }
        let story = edition.stories.first { $0.name == module.name }
        if role == .verse { return story?.verseDirection == .horizontal }
        let heads: [Role] = [.kicker, .deck] + Role.headlines
        guard heads.contains(role) else { return true }
        let head = plans.flatMap(\.modules).first { $0.subject == .story(module.name) }?.setting?.head
        return head?.direction == .horizontal
    }

    /// What comes behind a crosshead in reading order stands below it, not in the next column.
    private func crossheadsAtTheFoot() -> [String] {
        stories.filter { !runsDown($0) && !overset.contains($0.name) }.compactMap { module in
            let texts = module.passages.filter {
                if case .text(let role, _) = $0.kind { role != .caption } else { false }
            }
            for (one, next) in zip(texts, texts.dropFirst()) {
                guard case .text(.crosshead, _) = one.kind, case .text(let role, _) = next.kind, role != .pullQuote,
                    let foot = one.runs.flatMap(\.glyphs).map(\.origin.y).max(),
                    let head = next.runs.flatMap(\.glyphs).map(\.origin.y).min()
                else { continue }
                if head < foot { return "\(module.name): a crosshead stands at a column's foot" }
            }
            return nil
        }
    }
}

extension Role {
    static let headlines: [Role] = [.leadHeadline, .secondHeadline, .headline, .briefHeadline]
}

extension Passage.Kind {
    fileprivate var name: String { if case .text(let role, _) = self { role.rawValue } else { "mark" } }
    fileprivate var isBody: Bool { if case .text(.body, _) = self { true } else { false } }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Rect {
    fileprivate func meets(_ other: Rect) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    fileprivate func holds(_ other: Rect) -> Bool {
        other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
    }

    fileprivate func inset(_ length: Length) -> Rect { inset(x: length, y: length) }
}
