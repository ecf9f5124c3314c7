/// The text of HTML without its tags and comments; whether there were comments.
func withoutTags(_ html: String) -> (text: String, hasComment: Bool) {
    let scalars = Array(html.unicodeScalars)
    var text = String.UnicodeScalarView()
    var hasComment = false
    var at = 0
    while at < scalars.count {
        let isComment = scalars[at...].starts(with: "<!--".unicodeScalars)
        let next = at + 1 < scalars.count ? scalars[at + 1] : " "
        let isTag =
            scalars[at] == "<"
            && (isComment || next.isASCII && next.properties.isAlphabetic || "/!?".unicodeScalars.contains(next))
        guard isTag else {
            text.append(scalars[at])
            at += 1
            continue
        }
        hasComment = hasComment || isComment
        let end = isComment ? commentEnd(scalars, at + 4) : scalars[at...].firstIndex(of: ">").map { $0 + 1 }
        guard let end else {
            // No end: it was no tag.
            text.append(scalars[at])
            at += 1
            continue
        }
        // Lines keep their numbers.
        for scalar in scalars[at..<end] where scalar == "\n" { text.append(scalar) }
        at = end
    }
    return (String(text), hasComment)
}

private func commentEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var at = start
    while at + 2 < scalars.count {
        if scalars[at] == "-", scalars[at + 1] == "-", scalars[at + 2] == ">" { return at + 3 }
        at += 1
    }
    return nil
}

/// The cells of a table's row as they stand in the source: parted by `|` that is not escaped.
func cellTexts(_ row: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in trimmed(row) {
        if character == "|", !isEscaped {
            cells.append("")
        } else {
            if character == "|" { cells[cells.count - 1].removeLast() }
            cells[cells.count - 1].append(character)
        }
        isEscaped = character == "\\" && !isEscaped
    }
    if cells.first == "" { cells.removeFirst() }
    if cells.last == "" { cells.removeLast() }
    return cells
}
