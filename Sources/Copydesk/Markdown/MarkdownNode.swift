internal import CCmark

/// A node of a Markdown document, copied out of the C parser.
struct MarkdownNode {
    /// cmark's own name: `paragraph`, `strong`, `table_row` …
    var kind: String
    var literal = ""
    /// Of a link or a picture.
    var address = ""
    /// Of a heading.
    var level = 0
    /// Of a list: the first number, 0 for bullets; whether numbers stand before a bracket.
    var firstNumber: Int?
    var isBracketed = false
    /// Of a code block; what stands behind its fence.
    var isFenced = false
    var info = ""
    /// Of a table: `l`, `c`, `r` or 0 by column.
    var alignments: [UInt8] = []
    /// 1-based, in the text that was parsed; columns in bytes.
    var line: Int
    var column: Int
    var endLine: Int
    var children: [MarkdownNode] = []
}

/// cmark keeps a list of its extensions that is filled once, before any thread reads it.
private let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

/// Parses Markdown with tables. Smart punctuation, strikethrough and bare links stay off: they would change or eat
/// what the writer typed.
func parseMarkdown(_ text: String) -> MarkdownNode {
    _ = extensionsAreRegistered
    let empty = MarkdownNode(kind: "document", line: 1, column: 1, endLine: 1)
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return empty }
    defer { unsafe cmark_parser_free(parser) }
    if let table = unsafe cmark_find_syntax_extension("table") {
        unsafe _ = cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = text
    text.withUTF8 { utf8 in
        unsafe utf8.withMemoryRebound(to: CChar.self) { unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return empty }
    defer { unsafe cmark_node_free(root) }
    return unsafe copyTree(root) ?? empty
}

/// Walks the tree without recursion, because its depth is the writer's.
private func copyTree(_ root: OpaquePointer) -> MarkdownNode? {
    guard let iterator = unsafe cmark_iter_new(root) else { return nil }
    defer { unsafe cmark_iter_free(iterator) }
    var open: [MarkdownNode] = []
    while true {
        let event = unsafe cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else { return nil }
        if event == CMARK_EVENT_ENTER { open.append(unsafe copyNode(node)) }
        // cmark sends no exit event for leaves.
        let isDone = unsafe isLeaf(node) || event == CMARK_EVENT_EXIT
        guard isDone, let done = open.popLast() else { continue }
        if open.isEmpty { return done }
        open[open.count - 1].children.append(done)
    }
}

private func isLeaf(_ node: OpaquePointer) -> Bool {
    let leaves = [
        CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
        CMARK_NODE_SOFTBREAK,
        CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
    ]
    return unsafe leaves.contains(cmark_node_get_type(node))
}

private func copyNode(_ node: OpaquePointer) -> MarkdownNode {
    func text(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }
    var copy = unsafe MarkdownNode(
        kind: text(cmark_node_get_type_string(node)), literal: text(cmark_node_get_literal(node)),
        line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)),
        endLine: Int(cmark_node_get_end_line(node)))
    switch copy.kind {
    case "link", "image": copy.address = unsafe text(cmark_node_get_url(node))
    case "heading": copy.level = unsafe Int(cmark_node_get_heading_level(node))
    case "list":
        copy.firstNumber =
            unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            ? Int(cmark_node_get_list_start(node)) : nil
        copy.isBracketed = unsafe cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM
    case "code_block":
        var (length, offset): (Int32, Int32) = (0, 0)
        var mark: CChar = 0
        copy.isFenced = unsafe cmark_node_get_fenced(node, &length, &offset, &mark) != 0
        copy.info = unsafe text(cmark_node_get_fence_info(node))
    case "table":
        let count = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
        if let alignments = unsafe cmark_gfm_extensions_get_table_alignments(node) {
            copy.alignments = (0..<count).map { unsafe alignments[$0] }
        }
    default: break
    }
    return copy
}
