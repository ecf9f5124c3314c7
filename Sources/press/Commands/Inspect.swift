import ArgumentParser
import Layout

/// How text breaks, and why: `docs/inspect.md`.
struct Inspect: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: say("看一段文字怎样断行、为什么。", "Show how text breaks into lines, and why."),
            discussion: say("例：", "Example: ") + "press inspect --text 今天，石桥重新通行。 --measure 5em --why")
    }

    @Argument(help: help("一期报纸的文件夹，与 --story 一起用。", "An edition's folder; goes with --story."))
    var edition: String?

    @Option(
        parsing: .unconditional,
        help: help("要看的文字；- 是标准输入。", "The text to look at; - is standard input.", values: "string"))
    var text: String?

    @Option(help: help("要看的稿件。", "The story to look at.", values: "name"))
    var story: String?

    @Option(help: help("只看稿件的第几段。", "Only this paragraph of the story.", values: "n"))
    var paragraph: Int?

    @OptionGroup var composition: CompositionOptions

    @Flag(help: help("说出次优的断法，为什么没用它。", "Name the next best way to break, and why it lost."))
    var why = false

    @Option(help: help("human 或 json。", "human or json."), transform: oneOf(InspectFormat.self))
    var format = InspectFormat.human

    @OptionGroup var fonts: FontOptions

    @Option(help: help("zh 或 en；默认随系统。", "zh or en; by default the locale's."))
    var lang: Language?

    func validate() throws {
        if (text == nil) == (edition == nil) {
            throw ValidationError(
                say("给 --text，或者给一期的文件夹和 --story。", "Give --text, or an edition's folder and --story."))
        }
        if (edition == nil) != (story == nil) {
            throw ValidationError(say("期文件夹与 --story 一起给。", "An edition's folder and --story go together."))
        }
        if composition.vertical, story != nil, composition.role == .body {
            throw ValidationError(
                say(
                    "稿件只有题目可以竖排：加 --role headline。",
                    "Of a story only the headline is vertical: add --role headline."))
        }
        if paragraph != nil, story == nil {
            throw ValidationError(say("--paragraph 与 --story 一起用。", "--paragraph goes with --story."))
        }
    }

    func run() async throws {
        let subject: InspectSubject
        if let text {
            subject = try .text(text == "-" ? standardInputText() : text, composition, fonts)
        } else {
            subject = try .story(story ?? "", paragraph: paragraph, of: edition ?? "", composition, fonts)
        }
        let inspected = InspectedText(subject, composition, why: why)
        for line in inspected.warnings { try Descriptor.standardError.write(Array(line[lang ?? .current].utf8)) }
        let result =
            switch format {
            case .json: inspected.json.text() + "\n"
            case .human: inspected.text(in: lang ?? .current)
            }
        try Descriptor.standardOutput.write(Array(result.utf8))
    }
}

enum InspectFormat: String, CaseIterable { case human, json }

/// How the text is composed. What is not given is the paper's, for a text the standard.
struct CompositionOptions: ParsableArguments {
    @Option(help: help("行长。", "The length of a line.", values: "em"), transform: someEms)
    var measure: Fraction?

    @Option(help: help("段首缩进。", "The first line's indent.", values: "em"), transform: ems)
    var indent: Fraction?

    @Option(
        help: help("禁则：none、basic、gb、strict。", "Prohibition: none, basic, gb, strict."),
        transform: oneOf(TextRules.Kinsoku.self))
    var kinsoku: TextRules.Kinsoku?

    @Option(
        help: help(
            "标点：quanjiao、kaiming、banjiao、line-end-half、plain。",
            "Marks: quanjiao, kaiming, banjiao, line-end-half, plain."),
        transform: oneOf(TextRules.Punctuation.self))
    var punctuation: TextRules.Punctuation?

    @Option(help: help("中西间距。", "The gap between Han and Western.", values: "em"), transform: ems)
    var gap: Fraction?

    @Flag(help: help("行尾标点可以悬出。", "Marks may hang at the line's end.")) var hanging = false
    @Flag(help: help("不两端对齐。", "A ragged edge.")) var ragged = false
    @Flag(help: help("竖排。", "Vertical text.")) var vertical = false

    @Option(
        help: help("zh-Hans，或 root：不加规则的 UAX #14。", "zh-Hans, or root: UAX #14 untailored."),
        transform: oneOf(TextRules.Locale.self))
    var locale = TextRules.Locale.chinese

    @Option(help: help("body 或 headline。", "body or headline."), transform: oneOf(InspectRole.self))
    var role = InspectRole.body

    @Option(help: help("字体，如 Song、Hei、Kai。", "The family: Song, Hei, Kai.", values: "name")) var family: String?
}

/// What a text may be set as.
enum InspectRole: String, CaseIterable { case body, headline }
