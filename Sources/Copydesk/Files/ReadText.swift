import Layout

/// Reads one text file, records its lines, and says what was odd about its letters. Throws when there is no text.
func readText(_ path: String, from base: String = "", at desk: Desk) throws(FileProblem) -> (
    file: String, text: String
) {
    let found = try desk.folder.find(path, from: base)
    let bytes = try readBytes(found, limit: desk.limits.textBytes, at: desk)
    let decoded = decodeText(bytes)
    let clean = cleanText(decoded.text)
    desk.sources.add(clean.text, as: found.path)
    report(decoded, in: found.path, at: desk)
    for stray in clean.strays { report(stray, in: found.path, at: desk) }
    return (found.path, clean.text)
}

/// Reads an open file within the limits for one file and for all.
func readBytes(_ found: Folder.Found, limit: Int, at desk: Desk) throws(FileProblem) -> [UInt8] {
    let bytes = try contents(of: found, limit: min(limit, desk.limits.totalBytes - desk.bytesRead))
    desk.bytesRead += bytes.count
    return bytes
}

private func report(_ decoded: DecodedText, in file: String, at desk: Desk) {
    let place = SourcePlace(file: file)
    switch decoded.encoding {
    case .utf8: break
    case .gb18030:
        desk.report(
            .note, .encodingConverted, at: place, zh: "文件是 GB 18030 编码，已转换为 UTF-8",
            en: "the file is in GB 18030 and was converted to UTF-8")
    case .utf16:
        desk.report(
            .note, .encodingConverted, at: place, zh: "文件是 UTF-16 编码，已转换为 UTF-8",
            en: "the file is in UTF-16 and was converted to UTF-8")
    case .broken:
        let (line, column) = decoded.firstError
        desk.report(
            .error, .encodingBroken, at: SourcePlace(file: file, line: line, column: column),
            zh: "这里不是 UTF-8 文字（全文共 \(decoded.errors) 处），以 � 代替",
            en: "this is not UTF-8 (\(decoded.errors) such places in the file); � stands in its place",
            hint: Phrase(zh: "把文件另存为 UTF-8 编码", en: "save the file as UTF-8"))
    }
}

private func report(_ stray: StrayMark, in file: String, at desk: Desk) {
    let digits = String(stray.scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    desk.report(
        .warning, .characterStray, at: SourcePlace(file: file, line: stray.line, column: stray.column),
        zh: "看不见的控制字符 \(name)（共 \(stray.count) 个）已略去",
        en: "invisible control character \(name) (\(stray.count) in the file) was left out")
}
