import Layout

/// The root element of an XML document.
struct XMLRoot {
    var name: String
    var attributes: [String: String] = [:]
}

/// Checks that an XML document's tags open and close as they should, and returns its root. A sniff, not a
/// validating parser: what it lets pass, the painter may still refuse.
///
/// Entities of the document's own are refused: a few lines of them can stand for billions of characters.
func checkXML(_ text: String) throws(ArtworkFault) -> XMLRoot {
    let bytes = Array(text.utf8)
    var open: [ArraySlice<UInt8>] = []
    var root: XMLRoot?
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
        at = start
        if starts(bytes, at, "<!--") {
            at = try end(bytes, at + 4, "-->")
        } else if starts(bytes, at, "<![CDATA[") {
            at = try end(bytes, at + 9, "]]>")
        } else if starts(bytes, at, "<?") {
            at = try end(bytes, at + 2, "?>")
        } else if starts(bytes, at, "<!") {
            at = try skipDeclaration(bytes, at)
        } else if starts(bytes, at, "</") {
            let stop = try end(bytes, at, ">")
            let name = bytes[(at + 2)..<(stop - 1)].prefix { !isSpace($0) }
            guard let last = open.popLast(), last == name else { throw unbalanced(name) }
            at = stop
        } else {
            let tag = try readTag(bytes, at)
            if let root, open.isEmpty {
                throw .broken(zh: "<\(root.name)> 之后还有内容", en: "it goes on after <\(root.name)>")
            }
            if root == nil {
                root = XMLRoot(name: String(decoding: tag.name, as: UTF8.self), attributes: tag.attributes)
            }
            if !tag.isClosed { open.append(tag.name) }
            guard open.count <= 1000 else { throw .broken(zh: "嵌套太深", en: "it is nested too deep") }
            at = tag.end
        }
    }
    if let last = open.last { throw unbalanced(last) }
    guard let root else { throw .broken(zh: "没有内容", en: "it is empty") }
    return root
}

private func unbalanced(_ name: ArraySlice<UInt8>) -> ArtworkFault {
    let name = shortened(String(decoding: name, as: UTF8.self))
    return .broken(zh: "标签 <\(name)> 不配对", en: "the tag <\(name)> has no partner")
}

private func readTag(
    _ bytes: [UInt8], _ start: Int
) throws(ArtworkFault) -> (name: ArraySlice<UInt8>, attributes: [String: String], isClosed: Bool, end: Int) {
    var at = start + 1
    func word() -> ArraySlice<UInt8> {
        let from = at
        while at < bytes.count, !isSpace(bytes[at]), !"=/><\"'".utf8.contains(bytes[at]) { at += 1 }
        return bytes[from..<at]
    }
    func skipSpace() { while at < bytes.count, isSpace(bytes[at]) { at += 1 } }
    let name = word()
    guard !name.isEmpty else { throw .broken(zh: "有不成标签的 <", en: "a < stands that starts no tag") }
    var attributes: [String: String] = [:]
    while true {
        skipSpace()
        guard at < bytes.count else { throw .cutShort }
        if bytes[at] == UInt8(ascii: ">") { return (name, attributes, false, at + 1) }
        if starts(bytes, at, "/>") { return (name, attributes, true, at + 2) }
        let key = String(decoding: word(), as: UTF8.self)
        skipSpace()
        guard !key.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw badAttribute(name) }
        at += 1
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
            throw badAttribute(name)
        }
        guard let close = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { throw .cutShort }
        attributes[key] = String(decoding: bytes[(at + 1)..<close], as: UTF8.self)
        at = close + 1
    }
}

private func badAttribute(_ name: ArraySlice<UInt8>) -> ArtworkFault {
    let name = shortened(String(decoding: name, as: UTF8.self))
    return .broken(zh: "<\(name)> 的属性写法不对", en: "an attribute of <\(name)> is malformed")
}

/// Skips `<!DOCTYPE …>`, with its internal subset if that declares no entity.
private func skipDeclaration(_ bytes: [UInt8], _ start: Int) throws(ArtworkFault) -> Int {
    var depth = 0
    for at in start..<bytes.count {
        if starts(bytes, at, "<!ENTITY") { throw .broken(zh: "不支持自定义实体", en: "it declares entities of its own") }
        if bytes[at] == UInt8(ascii: "<") { depth += 1 }
        if bytes[at] == UInt8(ascii: ">") {
            depth -= 1
            if depth == 0 { return at + 1 }
        }
    }
    throw .cutShort
}

private func end(_ bytes: [UInt8], _ start: Int, _ mark: String) throws(ArtworkFault) -> Int {
    var at = start
    while let next = bytes[min(at, bytes.count)...].firstIndex(of: mark.utf8.first ?? 0) {
        if starts(bytes, next, mark) { return next + mark.utf8.count }
        at = next + 1
    }
    throw .cutShort
}

private func starts(_ bytes: [UInt8], _ at: Int, _ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
