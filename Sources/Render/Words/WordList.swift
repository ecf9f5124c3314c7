import Layout

/// The words that press knows, with what each costs and is: `words/words.txt`, whose README says how it is made.
@safe public final class WordList: Sendable {
    private let file: FileBytes

    /// - Throws: `FontError.wordsMissing` when the folder has no list.
    public init(folder: String) throws(FontError) {
        let path = folder + "/words.txt"
        guard let file = FileBytes(path: path) else { throw .wordsMissing(path: path) }
        self.file = file
    }

    /// The longest word of the list in characters.
    static let longest = 8

    /// A word's entry.
    struct Entry {
        var price: Int
        var kind: Word.Kind
    }

    /// What the list says of a key, and whether it has longer words that begin with it.
    func find(_ key: ArraySlice<UInt8>) -> (entry: Entry?, hasMore: Bool) {
        let start = firstLine(notBefore: key)
        guard hasPrefix(key, at: start) else { return (nil, false) }
        let end = start + key.count
        return (self[end] == 0x20 ? entry(at: end + 1) : nil, true)
    }

    private subscript(offset: Int) -> UInt8 {
        offset < file.count ? unsafe file.start.load(fromByteOffset: offset, as: UInt8.self) : 0x0A
    }

    private func hasPrefix(_ key: ArraySlice<UInt8>, at line: Int) -> Bool {
        for (offset, byte) in key.enumerated() where self[line + offset] != byte { return false }
        return true
    }

    /// `9523 n`, after the blank.
    private func entry(at offset: Int) -> Entry? {
        var offset = offset
        var price = 0
        while case let byte = self[offset], byte >= 0x30, byte <= 0x39 {
            price = price * 10 + Int(byte - 0x30)
            offset += 1
        }
        return Word.Kind(rawValue: self[offset + 1]).map { Entry(price: price, kind: $0) }
    }

    /// The start of the first line whose word is not less than the key, byte by byte; a blank is less than any character.
    private func firstLine(notBefore key: ArraySlice<UInt8>) -> Int {
        var low = 0
        var high = file.count
        while low < high {
            let middle = startOfLine((low + high) / 2)
            if isLess(middle, key) { low = startOfNextLine(middle) } else { high = middle }
        }
        return low
    }

    private func isLess(_ line: Int, _ key: ArraySlice<UInt8>) -> Bool {
        for (offset, byte) in key.enumerated() {
            let own = self[line + offset]
            if own != byte { return own < byte }
        }
        return false
    }

    private func startOfLine(_ offset: Int) -> Int {
        var offset = offset
        while offset > 0, self[offset - 1] != 0x0A { offset -= 1 }
        return offset
    }

    private func startOfNextLine(_ offset: Int) -> Int {
        var offset = offset
        while offset < file.count, self[offset] != 0x0A { offset += 1 }
        return min(offset + 1, file.count)
    }
}
