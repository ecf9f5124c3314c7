import ArgumentParser
import Foundation
import Layout
import Render

/// The shaped texts that an inspection is about, and how they are set.
struct InspectSubject {
    /// One text of one size, and the room of its lines; nil where clusters alone are asked for.
    struct Part {
        var role: Role
        var text: ShapedText
        var room: Measure?
    }

    var parts: [Part]
    var rules: TextRules
    var measure: Fraction?
    var style: FontStyle
    var words: [Word] = []

    /// A text that somebody typed.
    static func text(
        _ text: String, _ options: CompositionOptions, _ fonts: FontOptions
    ) throws -> InspectSubject {
        let type = try openTypeCase(at: fonts.fontsFolder())
        let rules = options.rules(over: TextRules(indent: Fraction(0)))
        let style = try options.style(in: .standard, type: type)
        let measurer = HarfBuzzMeasurer(type, words: options.role == .headline ? try openWords() : nil)
        let shaped = try shapedText(text, style, rules, options, measurer)
        let role: Role = options.role == .body ? .body : .headline
        let em = style.font.size
        let room = options.measure.map {
            Measure(width: $0.of(em), firstIndent: role == .body ? rules.indent.of(em) : .zero)
        }
        return InspectSubject(
            parts: [Part(role: role, text: shaped, room: room)], rules: rules, measure: options.measure,
            style: style.font, words: options.role == .headline ? measurer.words(in: text) : [])
    }

    /// A story of an edition, or one paragraph of it, in the paper's type and measure.
    static func story(
        _ name: String, paragraph: Int?, of folder: String, _ options: CompositionOptions, _ fonts: FontOptions
    ) throws -> InspectSubject {
        let fontsFolder = try fonts.fontsFolder()
        let copy = readCopy(at: folder)
        guard let edition = copy.output.edition else {
            let first = copy.diagnostics.first { $0.severity == .error }?.message
            throw Stop(.findings, first ?? Phrase(zh: "没有能读的稿件", en: "there is no copy to read"))
        }
        guard let story = edition.stories.first(where: { $0.name == name }) else {
            throw ValidationError(unknown(name, among: edition.stories.map(\.name)))
        }
        var paper = edition.paper
        let ownFonts = paper.fontFolder.map { "\(copy.output.root)/\($0)" }
        let type = try openTypeCase(at: fontsFolder, extra: ownFonts)
        paper.text = options.rules(over: paper.text)
        let style = try options.style(in: paper.house, type: type)
        paper.house[.body].font.families = style.font.families
        let measurer = HarfBuzzMeasurer(type, words: options.role == .headline ? try openWords() : nil)
        var subject = InspectSubject(
            parts: [], rules: paper.text, measure: options.measure ?? paper.columnInEms, style: style.font)
        if options.role == .headline {
            let text = story.headline.joined(separator: "\n")
            let shaped = try shapedText(text, style, paper.text, options, measurer)
            let room = options.measure.map { Measure(width: $0.of(style.font.size)) }
            subject.parts = [Part(role: .headline, text: shaped, room: room)]
            subject.words = measurer.words(in: text)
            subject.measure = options.measure
            return subject
        }
        let measured = try measuredStory(story, in: paper, with: measurer)
        subject.parts = measured.parts.compactMap { measured.inspected($0, into: options.measure, of: paper.grid) }
        if let paragraph {
            guard subject.parts.indices.contains(paragraph - 1) else {
                throw ValidationError(
                    say(
                        "“\(name)”有 \(subject.parts.count) 段",
                        "“\(name)” has paragraphs 1 to \(subject.parts.count)"))
            }
            subject.parts = [subject.parts[paragraph - 1]]
        }
        return subject
    }
}

extension MeasuredStory {
    /// Tables are no paragraphs: their cells are left out.
    fileprivate func inspected(
        _ part: BodyPart, into measure: Fraction?, of grid: PageGrid
    ) -> InspectSubject.Part? {
        func width(_ text: ShapedText) -> Length { measure?.of(Length(scaled: text.em)) ?? grid.columnWidth }
        func plain(_ role: Role, _ text: ShapedText) -> InspectSubject.Part {
            InspectSubject.Part(role: role, text: text, room: Measure(width: width(text)))
        }
        switch part {
        case .text(let text, let role):
            return InspectSubject.Part(
                role: role, text: text, room: paragraphMeasure(of: text, measure: width(text)))
        case .crosshead(let text): return plain(.crosshead, text)
        case .verse(let text): return plain(.verse, text)
        case .vertical(let body): return plain(.body, body.text)
        case .byline(let text): return plain(.byline, text)
        case .jumpLine(let text): return plain(.jumpLine, text)
        case .table: return nil
        }
    }
}

extension Paper {
    /// The grid's column in em of the body.
    fileprivate var columnInEms: Fraction { Fraction(grid.columnWidth.scaled, grid.body.scaled) }
}

extension CompositionOptions {
    var direction: TextRun.Direction { vertical ? .topToBottom : .leftToRight }

    func rules(over base: TextRules) -> TextRules {
        var rules = base
        if let kinsoku { rules.kinsoku = kinsoku }
        if let punctuation { rules.punctuation = punctuation }
        if let gap { rules.gap = gap }
        if let indent { rules.indent = indent }
        if hanging { rules.hanging = true }
        rules.locale = locale
        return rules
    }

    func style(in house: HouseStyle, type: TypeCase) throws -> RoleStyle {
        var style = house[role == .body ? .body : .headline]
        if let family {
            guard type.hasFamily(family) else {
                let families = type.faces.flatMap { [$0.family] + $0.aliases }
                var seen: Set<String> = []
                throw ValidationError(unknown(family, among: families.filter { seen.insert($0).inserted }))
            }
            style.font.families = [family]
        }
        return style
    }
}

private func shapedText(
    _ text: String, _ style: RoleStyle, _ rules: TextRules, _ options: CompositionOptions,
    _ measurer: HarfBuzzMeasurer
) throws(Stop) -> ShapedText {
    do {
        return try shape(
            [StyledSpan(text, style)], em: style.font.size, rules: rules, hyphenates: options.role == .body,
            direction: options.direction, with: measurer)
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

private func measuredStory(
    _ story: Story, in paper: Paper, with measurer: HarfBuzzMeasurer
) throws(Stop) -> MeasuredStory {
    do {
        return try measure(story, at: 0, in: paper, with: measurer)
    } catch {
        throw Stop(.environment, error.phrase)
    }
}

/// All of standard input as text.
func standardInputText() throws(Stop) -> String {
    let data = FileHandle.standardInput.readDataToEndOfFile()
    // Foundation would drop a byte order mark, and offsets would be wrong.
    guard let text = String(validating: data, as: UTF8.self) else {
        throw Stop(.findings, Phrase(zh: "标准输入不是 UTF-8", en: "standard input is not UTF-8"))
    }
    return text
}
