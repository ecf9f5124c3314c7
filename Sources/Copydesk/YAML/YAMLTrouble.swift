import Layout
internal import Yams

/// What a YAML parser complains of, in words.
struct YAMLTrouble {
    var message: Phrase
    var mark: Yams.Mark?
    var contextMark: Yams.Mark?

    init(_ error: any Error) {
        var problem = "\(error)"
        switch error {
        case YamlError.scanner(let context, let text, let mark, _),
            YamlError.parser(let context, let text, let mark, _),
            YamlError.composer(let context, let text, let mark, _):
            problem = text
            self.mark = mark
            contextMark = context?.mark
        case YamlError.reader(let text, _, _, _):
            problem = text
        default: break
        }
        let known = YAMLTrouble.known.first { problem.contains($0.problem) }
        let phrase = known.map { Phrase(zh: $0.zh, en: $0.en) }
        message = phrase ?? Phrase(zh: "YAML 写法有误：\(problem)", en: "not valid YAML: \(problem)")
    }

    /// The commonest complaints of libyaml. The rest are passed on as they are.
    private static let known: [(problem: String, zh: String, en: String)] = [
        ("mapping values are not allowed", "这里不能再有“键: 值”", "a `key: value` cannot stand here"),
        ("could not find expected ':'", "这里缺冒号：应为“键: 值”", "a colon is missing: `key: value` was expected"),
        ("did not find expected key", "这里应当是一个键，写法或缩进不对", "a key was expected here; check quotes and indent"),
        ("did not find expected ',' or ']'", "列表的方括号没有合上，或缺逗号", "a list is not closed, or a comma is missing"),
        ("did not find expected ',' or '}'", "花括号没有合上，或缺逗号", "a brace is not closed, or a comma is missing"),
        ("did not find expected '-' indicator", "列表的缩进不对：这里应当是“- ”", "the list's indent is off: `- ` was expected"),
        ("did not find expected node content", "这里应当有一个值", "a value was expected here"),
        ("found unexpected end of stream", "引号没有合上", "a quotation mark is not closed"),
        ("found character that cannot start any token", "值不能以这个字符开头", "a value cannot start with this character"),
        ("found unknown escape character", "双引号里的反斜杠写法不认得", "an unknown backslash escape in double quotes"),
        ("block sequence entries are not allowed", "列表不能从这里开始", "a list cannot start here"),
        ("expected a single document", "文件里只能有一份内容，不能再有 ---", "only one document; a second --- is not allowed"),
        ("found another document", "文件里只能有一份内容，不能再有 ---", "only one document; a second --- is not allowed"),
        ("did not find expected <document start>", "顶层写法有误", "something stands outside the keys"),
        ("Maximum nesting level", "嵌套太深", "nested too deep"),
    ]
}

/// What usually is behind lines that are not YAML.
func hint(for lines: [[Unicode.Scalar]]) -> Phrase? {
    for line in lines {
        if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
            return Phrase(zh: "缩进只能用空格，不能用制表符", en: "indent with spaces, not with tabs")
        }
        if let hint = colonHint(forLine: line) { return hint }
    }
    guard lines.contains(where: { $0.contains(":") }) else { return nil }
    return Phrase(
        zh: "值里有冒号、方括号、引号等符号时，整个值加上引号", en: "quote a value that holds colons, brackets or quotes")
}

/// The commonest slip of all: a full-width colon, or no space after the colon.
func colonHint(forLine line: [Unicode.Scalar]) -> Phrase? {
    let key = line.drop { $0 == " " || $0 == "-" }.prefix { $0.isASCII && $0.properties.isAlphabetic }
    guard !key.isEmpty, key.endIndex < line.count else { return nil }
    if line[key.endIndex] == "：" {
        return Phrase(zh: "键后面用半角冒号加空格：“键: 值”", en: "use an ASCII colon and a space: `key: value`")
    }
    guard line[key.endIndex] == ":", key.endIndex + 1 < line.count, line[key.endIndex + 1] != " " else {
        return nil
    }
    return Phrase(zh: "冒号后面要空一格：“键: 值”", en: "put a space after the colon: `key: value`")
}
