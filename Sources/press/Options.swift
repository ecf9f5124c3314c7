import ArgumentParser
import Layout

/// The options of every command that reads copy.
struct MessageOptions: ParsableArguments {
    @Option(help: help("消息的格式。json 每行一条。", "How messages are written; json is one object a line."))
    var messageFormat = MessageFormat.human

    @Option(help: help("消息的语言；默认随系统。", "The language of messages; by default the locale's."))
    var lang: Language?

    @Flag(help: help("有警告也算失败（退出码 1）。", "Exit with 1 on warnings too."))
    var denyWarnings = false

    var language: Language { lang ?? .current }
}

struct FontOptions: ParsableArguments {
    @Option(
        help: help(
            "字体文件夹；默认 $PRESS_FONTS，再是随 press 一起的 fonts。",
            "The fonts folder; by default $PRESS_FONTS, else the fonts that come with press.", values: "dir"))
    var fonts: String?

    func fontsFolder() throws(Stop) -> String {
        try Shipped.fonts.folder(given: fonts, variable: "PRESS_FONTS")
    }
}

struct EditionArgument: ParsableArguments {
    @Argument(help: help("一期报纸的文件夹。", "The edition's folder.", values: "edition"))
    var edition: String
}

struct PNGOptions: ParsableArguments {
    @Option(help: help("把每一版画成 PNG，放进这个文件夹。", "Paint each page as a PNG into this folder.", values: "dir"))
    var png: String?

    @Option(help: help("PNG 的分辨率，20 到 1200。", "The resolution of the PNGs, 20 to 1200."))
    var dpi = 150

    func validate() throws {
        guard (20...1200).contains(dpi) else {
            throw ValidationError(say("--dpi 要在 20 到 1200 之间。", "--dpi is between 20 and 1200."))
        }
    }
}

/// What pages are for.
enum Profile: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// For staff to look at: losses are marked on the page.
    case draft
    /// For the printing plant: nothing is written while there are errors.
    case print
}
