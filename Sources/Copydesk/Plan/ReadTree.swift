import Layout

/// Reads the cuts of a page as a plan's `tree:` writes them: `/` parts what stands over from what stands under, `|` left
/// from right, brackets keep together; what no cut parts stands in square ones.
struct TreeReader {
    private struct Token {
        var text: String
        /// Whether it is a module's name.
        var isName: Bool
        var start: Int
        var length: Int
    }

    private let severity: Severity
    private let desk: Desk
    private let place: SourcePlace
    private let places: [SourcePlace]
    private var tokens: [Token] = []
    private var next = 0
    /// Of each module that was named, the name's token.
    private var named: [Placement.Subject: Int] = [:]

    /// No page has more modules, and no tree is deeper.
    private static let most = 400, deepest = 60

    /// - Parameters:
    ///   - severity: how much it weighs that the tree is wrong.
    init(_ text: String, at place: SourcePlace, severity: Severity, desk: Desk) {
        (self.place, self.severity, self.desk) = (place, severity, desk)
        let scalars = Array(text.unicodeScalars)
        places = Self.places(of: scalars, from: place, in: desk.sources[place.file] ?? [])
        tokens = Self.tokens(of: scalars)
    }

    /// The tree by the numbers of the modules; nil where it is wrong, which is said.
    mutating func tree(of modules: [Placement]) -> CutTree? {
        guard tokens.count <= Self.most * 4 else {
            report(nil, zh: "tree 太长", en: "`tree` is too long")
            return nil
        }
        guard let tree = chain(modules, depth: 0) else { return nil }
        if let rest = peek {
            report(
                rest, zh: "tree 里多出“\(rest.text)”", en: "`tree` goes on with “\(rest.text)” after its end",
                hint: Self.shape)
            return nil
        }
        let missing = modules.filter { named[$0.subject] == nil }.map(\.subject.name)
        guard missing.isEmpty else {
            let list = Phrase(zh: missing.joined(separator: "、"), en: missing.joined(separator: ", "))
            report(
                nil, zh: "tree 里缺少：\(list.zh)", en: "`tree` lacks: \(list.en)",
                hint: Phrase(zh: "本版的每一块都要写进 tree", en: "every module of the page stands in `tree`"))
            return nil
        }
        return tree
    }

    /// Says that two modules do not stand as the tree has them.
    func reportFault(_ one: Placement, _ other: Placement, isStacked: Bool) {
        let (a, b) = (one.subject.name, other.subject.name)
        let token = named[other.subject].map { tokens[$0] }
        report(
            token,
            zh: isStacked
                ? "tree 里“\(a)”在“\(b)”之上，按它们的 columns、rows 却不是" : "tree 里“\(a)”在“\(b)”左边，按它们的 columns、rows 却不是",
            en: isStacked
                ? "`tree` has “\(a)” above “\(b)”; by their `columns` and `rows` it is not"
                : "`tree` has “\(a)” to the left of “\(b)”; by their `columns` and `rows` it is not",
            hint: Phrase(
                zh: "位置以 columns、rows 为准；要照 tree 排，删去这些块的 columns 和 rows；否则用 press plan -o 重写计划",
                en:
                    "rectangles count; to have `tree` followed, delete `columns` and `rows` of these modules, else write the plan anew with press plan -o"
            ))
    }

    // MARK: Grammar

    private static let shape = Phrase(
        zh: "tree 写成 “a / (b | c)”：/ 分上下，| 分左右，括号括起一组",
        en: "such as “a / (b | c)”: / parts above from below, | left from right")

    private var peek: Token? { next < tokens.count ? tokens[next] : nil }

    private func isMark(_ token: Token?, _ mark: String) -> Bool { token?.isName == false && token?.text == mark }

    /// Parts between marks of one kind.
    private mutating func chain(_ modules: [Placement], depth: Int) -> CutTree? {
        guard let first = part(modules, depth: depth) else { return nil }
        var parts = [first]
        guard let mark = peek, isMark(mark, "/") || isMark(mark, "|") else { return first }
        while let token = peek, isMark(token, "/") || isMark(token, "|") {
            guard token.text == mark.text else {
                report(
                    token, zh: "/ 和 | 混在一起，分不清先切哪一刀", en: "/ and | stand side by side: which cut comes first?",
                    hint: Phrase(
                        zh: "用括号括起一组，如 a / (b | c)", en: "put brackets around one of them, such as a / (b | c)"))
                return nil
            }
            next += 1
            guard let part = part(modules, depth: depth) else { return nil }
            parts.append(part)
        }
        let last = parts.removeLast()
        return parts.reversed().reduce(last) { mark.text == "/" ? .stacked($1, $0) : .sideBySide($1, $0) }
    }

    /// A module, or parts in brackets.
    private mutating func part(_ modules: [Placement], depth: Int) -> CutTree? {
        guard let token = peek else {
            report(
                tokens.last, zh: "tree 没有写完", en: "`tree` ends where a module is expected", hint: Self.shape)
            return nil
        }
        next += 1
        if token.isName { return module(token, modules).map { .module($0) } }
        if token.text == "(", depth < Self.deepest {
            guard let inner = chain(modules, depth: depth + 1) else { return nil }
            guard isMark(peek, ")") else {
                report(token, zh: "这个括号没有关上", en: "this bracket is not closed", hint: Self.shape)
                return nil
            }
            next += 1
            return inner
        }
        if token.text == "[" { return knot(token, modules) }
        report(
            token, zh: "这里应是一块的名字，不是“\(token.text)”", en: "a module's name is expected, not “\(token.text)”",
            hint: Self.shape)
        return nil
    }

    private mutating func knot(_ open: Token, _ modules: [Placement]) -> CutTree? {
        var members: [Int] = []
        while let token = peek, !isMark(token, "]") {
            next += 1
            if isMark(token, ",") { continue }
            guard token.isName, let module = module(token, modules) else { return nil }
            members.append(module)
        }
        guard peek != nil else {
            report(open, zh: "这个括号没有关上", en: "this bracket is not closed", hint: Self.shape)
            return nil
        }
        next += 1
        return .knot(members)
    }

    private mutating func module(_ token: Token, _ modules: [Placement]) -> Int? {
        let subject = Placement.Subject(name: token.text)
        guard let index = modules.firstIndex(where: { $0.subject == subject }) else {
            let near = nearest(token.text, in: modules.map(\.subject.name))
            report(
                token, zh: "本版没有“\(token.text)”这一块", en: "“\(token.text)” is no module of this page",
                hint: near.map { Phrase(zh: "是不是“\($0)”", en: "did you mean “\($0)”?") }
                    ?? Phrase(
                        zh: "先在 modules 里写一项 story: \(token.text)",
                        en: "add `- story: \(token.text)` to its `modules`"))
            return nil
        }
        guard named[subject] == nil else {
            report(token, zh: "“\(token.text)”在 tree 里写了两次", en: "“\(token.text)” stands in `tree` twice")
            return nil
        }
        named[subject] = next - 1
        return index
    }

    // MARK: Letters

    private static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < scalars.count {
            let start = index
            let scalar = scalars[index]
            index += 1
            if scalar.properties.isWhitespace { continue }
            if "/|()[],".unicodeScalars.contains(scalar) {
                tokens.append(Token(text: String(scalar), isName: false, start: start, length: 1))
                continue
            }
            var name = String.UnicodeScalarView()
            if scalar == "'" {
                while index < scalars.count {
                    let isQuote = scalars[index] == "'"
                    let isDoubled = isQuote && index + 1 < scalars.count && scalars[index + 1] == "'"
                    if isQuote, !isDoubled { break }
                    name.append(scalars[index])
                    index += isDoubled ? 2 : 1
                }
                index = min(index + 1, scalars.count)
            } else {
                name.append(scalar)
                while index < scalars.count, !scalars[index].properties.isWhitespace,
                    !"/|()[],".unicodeScalars.contains(scalars[index])
                {
                    name.append(scalars[index])
                    index += 1
                }
            }
            tokens.append(Token(text: String(name), isName: true, start: start, length: index - start))
        }
        return tokens
    }

    /// Where each letter of a value stands in its file: quotes, escapes and line ends between them are no letters of it.
    private static func places(of scalars: [Unicode.Scalar], from place: SourcePlace, in lines: [String])
        -> [SourcePlace]
    {
        var (line, column) = (place.line, place.column)
        var letters = lines.indices.contains(line - 1) ? Array(lines[line - 1].unicodeScalars) : []
        return scalars.map { scalar in
            guard !scalar.properties.isWhitespace else {
                return SourcePlace(file: place.file, line: line, column: column)
            }
            while true {
                while column <= letters.count, letters[column - 1] != scalar { column += 1 }
                if column <= letters.count { break }
                guard lines.indices.contains(line) else { return place }
                (line, column) = (line + 1, 1)
                letters = Array(lines[line - 1].unicodeScalars)
            }
            defer { column += 1 }
            return SourcePlace(file: place.file, line: line, column: column)
        }
    }

    private func report(_ token: Token?, zh: String, en: String, hint: Phrase? = nil) {
        var at = place
        if let token, places.indices.contains(token.start) {
            at = places[token.start]
            at.length = token.length
        }
        desk.report(severity, .planTree, at: at, zh: zh, en: en, hint: hint)
    }
}
