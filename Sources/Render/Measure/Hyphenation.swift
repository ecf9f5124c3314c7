internal import CHyphen
import Layout
import Synchronization

extension HarfBuzzMeasurer {
    /// Where an English word may be parted, by Liang's method and the patterns of American English that Debian ships
    /// (hyphen-en-us). Where their file is missing or another, `checkHyphenation` says so.
    public func hyphenPoints(in word: String) -> [Int] { Hyphenator.english?.points(in: word) ?? [] }
}

/// Whether the patterns are there, and those that press was made with: others would part other words, and lines would break
/// otherwise than on other machines.
/// - Throws: `FontError.patternsMissing`, `FontError.patternsChanged`.
public func checkHyphenation(at path: String = Hyphenator.path) throws(FontError) {
    guard let file = FileBytes(path: path) else { throw .patternsMissing(path: path) }
    let found = file.digest
    guard found == Hyphenator.digest else {
        throw .patternsChanged(path: path, expected: Hyphenator.digest, found: found)
    }
}

/// One language's patterns, read once; asking changes nothing in them.
@safe public final class Hyphenator: @unchecked Sendable {
    /// Where Debian puts them.
    public static let path = "/usr/share/hyphen/hyph_en_US.dic"
    /// SHA-256 of the file in hyphen-en-us 2.8.8-7, Debian 12.
    static let digest = "546b4c007d82b3bc9b3a691a3048eaae86741a162cd4e64a41fdebe147e5e473"
    static let english = Hyphenator(path: path)

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
