/// A PDF as Cairo 1.16 writes it: plain objects one after the other, and at the end a table of where each stands
/// (ISO 32000-1, 7.5.4). No object lies in a compressed stream.
struct CairoFile: Sendable {
    let bytes: [UInt8]
    /// Where object n stands, from its number to behind its `endobj`; nil for numbers that Cairo reserved and never used.
    let places: [Range<Int>?]
    /// What stands behind the table: `trailer << … >>`.
    let trailer: ArraySlice<UInt8>

    /// nil for bytes that are no such file, or are cut short.
    init?(_ bytes: [UInt8]) {
        let mark = Array("startxref\n".utf8)
        guard bytes.suffix(6).elementsEqual("%%EOF\n".utf8),
            let start = bytes.place(of: mark, in: max(0, bytes.count - 64)..<bytes.count)
        else { return nil }
        let table = bytes.number(at: start + mark.count)
        guard let table, bytes.starts(with: "xref\n0 ", at: table), let count = bytes.number(at: table + 7) else {
            return nil
        }
        let first = table + 7 + String(count).utf8.count + 1
        let entryLength = 20
        guard count > 0, first <= start, count <= (start - first) / entryLength else { return nil }
        let stands = (0..<count).compactMap { number -> (number: Int, at: Int)? in
            guard let offset = bytes.number(at: first + number * entryLength),
                bytes.starts(with: "\(number) 0 obj\n", at: offset)
            else { return nil }
            return (number, offset)
        }.sorted { $0.at < $1.at }
        var places = [Range<Int>?](repeating: nil, count: count)
        for (index, stand) in stands.enumerated() {
            places[stand.number] = stand.at..<(index + 1 < stands.count ? stands[index + 1].at : table)
        }
        self.bytes = bytes
        self.places = places
        trailer = bytes[(first + count * entryLength)..<start]
    }

    /// An object parted into what describes it and, for a stream, the bytes from `stream` to `endobj`.
    func parts(of number: Int) -> (head: ArraySlice<UInt8>, stream: ArraySlice<UInt8>)? {
        guard places.indices.contains(number), let place = places[number] else { return nil }
        let start = place.lowerBound + "\(number) 0 obj\n".utf8.count
        let end =
            bytes.place(of: Array("\nstream\n".utf8), in: start..<place.upperBound).map { $0 + 1 }
            ?? place.upperBound
        return (bytes[start..<end], bytes[end..<place.upperBound])
    }

    /// The object that `key` refers to in an object, or the first of the list that it holds.
    func reference(_ key: String, in number: Int) -> Int? {
        guard let head = parts(of: number)?.head else { return nil }
        return reference(key, in: head)
    }

    /// The document's catalogue (ISO 32000-1, 7.7.2).
    var root: Int? { reference("/Root", in: trailer) }

    private func reference(_ key: String, in head: ArraySlice<UInt8>) -> Int? {
        let key = Array((key + " ").utf8)
        guard var at = bytes.place(of: key, in: head.indices).map({ $0 + key.count }) else { return nil }
        if bytes.starts(with: "[ ", at: at) { at += 2 }
        return bytes.number(at: at)
    }

    /// The objects that some objects need, those included, in the order of their numbers.
    func needed(by roots: [Int]) -> [Int] {
        var seen = Set(roots)
        var waiting = roots
        while let number = waiting.popLast() {
            guard let head = parts(of: number)?.head else { continue }
            _ = withReferences(in: head) { reference in
                if seen.insert(reference).inserted { waiting.append(reference) }
                return reference
            }
        }
        return seen.sorted()
    }
}

/// An object's description with each reference `12 0 R` made to another object; strings stay as they are.
func withReferences(in head: ArraySlice<UInt8>, _ renumber: (Int) -> Int) -> [UInt8] {
    let behind = Array(" 0 R".utf8)
    var result: [UInt8] = []
    var at = head.startIndex
    var depth = 0
    while at < head.endIndex {
        let byte = head[at]
        if depth == 0, byte.isDigit {
            let end = head[at...].firstIndex { !$0.isDigit } ?? head.endIndex
            if head[end...].starts(with: behind), let number = Int(String(decoding: head[at..<end], as: UTF8.self))
            {
                result += "\(renumber(number))".utf8
            } else {
                result += head[at..<end]
            }
            at = end
            continue
        }
        if byte == UInt8(ascii: "\\"), depth > 0, at + 1 < head.endIndex {
            result.append(byte)
            at += 1
        } else if byte == UInt8(ascii: "(") {
            depth += 1
        } else if byte == UInt8(ascii: ")") {
            depth -= 1
        }
        result.append(head[at])
        at += 1
    }
    return result
}

extension [UInt8] {
    /// Where a word first stands in a part of the bytes.
    func place(of word: [UInt8], in part: Range<Int>) -> Int? {
        guard let first = word.first else { return part.lowerBound }
        var at = part.lowerBound
        let end = part.upperBound - word.count
        while at <= end {
            if self[at] == first, self[at..<at + word.count].elementsEqual(word) { return at }
            at += 1
        }
        return nil
    }

    func starts(with word: String, at place: Int) -> Bool {
        indices.contains(place) && self[place...].starts(with: word.utf8)
    }

    /// The number whose digits stand at a place.
    func number(at place: Int) -> Int? {
        guard indices.contains(place) else { return nil }
        return Int(String(decoding: self[place...].prefix { $0.isDigit }, as: UTF8.self))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
