/// Swift source with comments and the contents of string literals replaced by blanks; lines stay where they are.
/// What stands in an interpolation is blanked with its string: the rules that use this can do without it.
func codeOnly(_ text: String) -> String {
    var scanner = CodeScanner(rest: Array(text.unicodeScalars)[...])
    scanner.run()
    return String(scanner.out)
}

private struct CodeScanner {
    var rest: ArraySlice<Unicode.Scalar>
    var out = String.UnicodeScalarView()

    mutating func run() {
        while let scalar = rest.first {
            if starts("//") {
                blank { $0.starts("\n") }
            } else if starts("/*") {
                blank { $0.starts("*/") }
            } else if let fence = openingFence() {
                take(fence.unicodeScalars.count)
                blankString(openedBy: fence)
                take(fence.unicodeScalars.count)
            } else {
                out.append(scalar)
                rest = rest.dropFirst()
            }
        }
    }

    func starts(_ mark: String) -> Bool { rest.starts(with: mark.unicodeScalars) }

    /// `"`, `"""` or either with number signs, when the text goes on with a string literal.
    private func openingFence() -> String? {
        let signs = rest.prefix { $0 == "#" }.count
        let quotes = rest.dropFirst(signs).prefix { $0 == "\"" }.count
        guard quotes > 0 else { return nil }
        return String(repeating: "#", count: signs) + (quotes >= 3 ? "\"\"\"" : "\"")
    }

    /// Blanks a literal's contents, up to its closing fence.
    private mutating func blankString(openedBy opening: String) {
        let fence = String(opening.reversed())
        let escape = "\\" + opening.prefix { $0 == "#" }
        var depth = 0
        while !rest.isEmpty, depth > 0 || !starts(fence) {
            if depth == 0, starts(escape + "(") {
                blank(escape.unicodeScalars.count + 1)
                depth = 1
            } else if depth == 0, starts(escape) {
                blank(escape.unicodeScalars.count + 1)
            } else if depth > 0, let inner = openingFence() {
                blank(inner.unicodeScalars.count)
                blankString(openedBy: inner)
                blank(inner.unicodeScalars.count)
            } else {
                depth += depth == 0 ? 0 : starts("(") ? 1 : starts(")") ? -1 : 0
                blank(1)
            }
        }
    }

    private mutating func take(_ count: Int) {
        out.append(contentsOf: rest.prefix(count))
        rest = rest.dropFirst(count)
    }

    private mutating func blank(_ count: Int) {
        out.append(contentsOf: rest.prefix(count).map { $0 == "\n" ? $0 : " " })
        rest = rest.dropFirst(count)
    }

    private mutating func blank(until isEnd: (CodeScanner) -> Bool) {
        while !rest.isEmpty, !isEnd(self) { blank(1) }
    }
}
