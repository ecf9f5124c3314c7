internal import CHyphen
import Layout
import Synchronization

extension HarfBuzzMeasurer {
    /// Where an English word may be parted, by Liang's method and the patterns of American English that Debian ships
    /// (hyphen-en-us, free to use and change). Without their file no word is parted.
    public func hyphenPoints(in word: String) -> [Int] { Hyphenator.english?.points(in: word) ?? [] }
}

/// One language's patterns, read once; asking changes nothing in them.
@safe final class Hyphenator: @unchecked Sendable {
    static let english = Hyphenator(path: "/usr/share/hyphen/hyph_en_US.dic")

    private let patterns: UnsafeMutablePointer<HyphenDict>

    /// nil when there is no such file.
    init?(path: String) {
        guard let patterns = unsafe hnj_hyphen_load(path) else { return nil }
        unsafe self.patterns = patterns
    }

    deinit { unsafe hnj_hyphen_free(patterns) }

    /// UTF-8 offsets in front of which a hyphen may stand: at least two letters before it and three behind.
    func points(in word: String) -> [Int] {
        var letters = Array(word.lowercased().utf8)
        guard letters.count >= 5, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
        let count = letters.count
        letters.append(0)
        var marks = [CChar](repeating: 0, count: count + 5)
        let isDone = unsafe letters.withUnsafeBufferPointer { letters in
            unsafe marks.withUnsafeMutableBufferPointer { marks in
                var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
                var positions: UnsafeMutablePointer<Int32>?
                var cuts: UnsafeMutablePointer<Int32>?
                return unsafe hnj_hyphen_hyphenate3(
                    patterns, UnsafeRawPointer(letters.baseAddress!).assumingMemoryBound(to: CChar.self),
                    Int32(count), marks.baseAddress, nil, &replacements, &positions, &cuts, 2, 3, 2, 3) == 0
            }
        }
        guard isDone else { return [] }
        // An odd number behind a letter is a point.
        return (1..<count).filter { marks[$0 - 1] & 1 == 1 && $0 >= 2 && $0 <= count - 3 }
    }
}
