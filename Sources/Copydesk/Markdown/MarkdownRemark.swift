import Layout

/// What Markdown can say and a newspaper's body cannot.
enum MarkdownRemark {
    case comment, html, picture, headingLevel, nestedList, thematicBreak, code, tooDense, longCrosshead, extraCells

    var severity: Severity {
        switch self {
        case .comment, .headingLevel, .thematicBreak: .note
        default: .warning
        }
    }

    var message: Phrase {
        switch self {
        case .comment: Phrase(zh: "注释 <!-- --> 不排", en: "the comment <!-- --> is not set")
        case .html: Phrase(zh: "HTML 标签略去，文字保留", en: "HTML tags are left out; their text is kept")
        case .picture: Phrase(zh: "正文里的图片不排，说明文字留作正文", en: "a picture in the body is not set; its text is kept")
        case .headingLevel: Phrase(zh: "各级标题都作小标题", en: "headings of every level are crossheads")
        case .nestedList: Phrase(zh: "多层列表排成一层", en: "a list inside a list is set as one list")
        case .thematicBreak: Phrase(zh: "分隔线不排", en: "a rule between paragraphs is not set")
        case .code: Phrase(zh: "代码块按普通段落排", en: "a block of code is set as paragraphs")
        case .tooDense:
            Phrase(
                zh: "标记过多或嵌套过深，正文按纯文字排", en: "too many or too deeply nested marks: the body is set as plain text")
        case .longCrosshead:
            Phrase(zh: "这一段因下面的 --- 或 === 成了小标题", en: "the line of - or = below makes this a crosshead")
        case .extraCells:
            Phrase(zh: "这一行的格子比表头多，并入最后一格", en: "the row has more cells than the head; they go into the last one")
        }
    }

    var hint: Phrase? {
        switch self {
        case .picture: Phrase(zh: "把图片写在稿件头的 pictures: 里", en: "name it under `pictures:` in the front matter")
        case .headingLevel: Phrase(zh: "小标题写 ##", en: "write crossheads with ##")
        case .longCrosshead: Phrase(zh: "段落与 --- 之间空一行", en: "leave a blank line above the rule")
        case .html: Phrase(zh: "粗体写 **文字**，换行在行尾写 \\", en: "write **bold**; end a line with \\ to break it")
        default: nil
        }
    }
}
