import Layout

/// A cursor over one group of keys. Each getter asks for one key, checks its value and reports what is wrong;
/// when the group has been read, the keys that nobody asked for are reported as unknown. So the code that reads
/// a section of the format is that section's description.
struct Fields {
    let desk: Desk
    /// The section's name in messages and schemas: `paper.grid`.
    let section: String
    let place: SourcePlace
    private let entries: [YAML.Entry]
    private var asked: [String] = []

    init(_ entries: [YAML.Entry], section: String, place: SourcePlace, desk: Desk) {
        self.entries = entries
        self.section = section
        self.place = place
        self.desk = desk
    }

    /// The entry of a key; nil when it is absent or empty. An empty one is reported.
    mutating func entry(_ key: String) -> YAML.Entry? {
        if !asked.contains(key) { asked.append(key) }
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        guard entry.value.isEmpty else { return entry }
        let line = desk.sources.line(at: entry.place) ?? ""
        desk.report(
            .warning, .valueEmpty, at: entry.place, zh: "“\(key)” 没有值，当作没有写",
            en: "`\(key)` has no value and is ignored",
            hint: line.contains(" #")
                ? Phrase(
                    zh: "# 后面是注释；要用 # 开头就加引号", en: "what follows # is a comment; quote a value that starts with #")
                : nil)
        return nil
    }

    mutating func value(_ key: String) -> YAML? { entry(key)?.value }

    /// Whether the key was written, with or without a value.
    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// The keys as they were written, for groups of names that are not the format's.
    var allKeys: [String] { entries.map(\.key) }

    /// Where a key's value stands; the section's place when it is absent.
    func place(of key: String) -> SourcePlace {
        guard let entry = entries.first(where: { $0.key == key }) else { return place }
        return entry.value.isEmpty ? entry.place : entry.value.place
    }

    /// Reports that a key must be there, if it is not.
    func require(_ key: String, zh: String, en: String) {
        guard !has(key) || entries.contains(where: { $0.key == key && $0.value.isEmpty }) else { return }
        let at = entries.first { $0.key == key }?.place ?? place
        desk.report(.error, .keyMissing, at: at, zh: "缺少 “\(key)”：\(zh)", en: "`\(key)` is missing: \(en)")
    }

    /// Reads a group of keys under a key.
    mutating func group<Output>(_ key: String, as name: String? = nil, _ read: (inout Fields) -> Output) -> Output?
    {
        guard let value = value(key) else { return nil }
        return readGroup(value, as: name ?? "\(section).\(key)", at: desk, read)
    }

    /// Reads a list of groups of keys; a single group stands for a list of one.
    mutating func groups<Output>(_ key: String, as name: String, _ read: (inout Fields) -> Output?) -> [Output] {
        guard let value = value(key) else { return [] }
        if case .mapping = value.value {
            return [readGroup(value, as: name, at: desk, read) ?? nil].compactMap { $0 }
        }
        guard case .sequence(let items) = value.value else {
            wrongType(value, key, zh: "列表", en: "a list", at: desk)
            return []
        }
        return items.compactMap { readGroup($0, as: name, at: desk, read) ?? nil }
    }

    fileprivate func close() {
        desk.accepted[section, default: []].formUnion(asked)
        for entry in entries where !asked.contains(entry.key) {
            let list = asked.joined(separator: ", ")
            var hint = Phrase(zh: "可用的键：\(list)", en: "allowed keys: \(list)")
            if desk.hasRoom(for: entry.place.file), let meant = nearest(entry.key, in: asked) {
                hint.zh = "是否要写 “\(meant)”？" + hint.zh
                hint.en = "did you mean `\(meant)`? " + hint.en
            }
            desk.report(
                .error, .keyUnknown, at: entry.place, zh: "不认得的键 “\(shortened(entry.key))”",
                en: "unknown key `\(shortened(entry.key))`", hint: hint)
        }
    }
}

/// Reads a group of keys; nil, and a report, when the value is not one.
func readGroup<Output>(
    _ yaml: YAML, as section: String, at desk: Desk, _ read: (inout Fields) -> Output
) -> Output? {
    guard case .mapping(let entries) = yaml.value else {
        let name = section.split(separator: ".").last.map(String.init) ?? section
        wrongType(yaml, name, zh: "一组键值", en: "a group of keys", at: desk)
        return nil
    }
    var fields = Fields(entries, section: section, place: yaml.place, desk: desk)
    let output = read(&fields)
    fields.close()
    return output
}

/// Reports a value of the wrong kind.
func wrongType(_ yaml: YAML, _ key: String, zh: String, en: String, at desk: Desk, hint: Phrase? = nil) {
    var got = yaml.kind
    var hint = hint
    if case .scalar(let text, _) = yaml.value {
        // A colon that is none: `name：…`, `name:…`.
        if hint == nil, let line = desk.sources.line(at: yaml.place) {
            hint = colonHint(forLine: Array(line.unicodeScalars))
        }
        got = Phrase(zh: "“\(shortened(text))”", en: "`\(shortened(text))`")
    }
    desk.report(
        .error, .valueType, at: yaml.place, zh: "“\(key)” 应为\(zh)，而这里是\(got.zh)",
        en: "`\(key)` must be \(en), not \(got.en)", hint: hint)
}

/// The text for a message: short, on one line.
func shortened(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " ")
    return line.unicodeScalars.count > 40
        ? String(String.UnicodeScalarView(line.unicodeScalars.prefix(40))) + "…" : line
}
