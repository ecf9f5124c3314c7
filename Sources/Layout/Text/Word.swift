/// A word of a headline, and what it does in the sentence.
public struct Word: Hashable, Sendable {
    /// UTF-8 offset of its first character.
    public var start: Int
    public var kind: Kind

    public init(start: Int, kind: Kind) {
        self.start = start
        self.kind = kind
    }

    /// The raw values are the letters of `words/words.txt`.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case noun = 0x6E  // n
        /// A person's name.
        case person = 0x50  // P
        case verb = 0x76  // v
        /// A verb that says something by itself, without an object: 夺冠, 降价.
        case completeVerb = 0x77  // w
        /// A verb that is mostly used as a noun: 调研, 管理.
        case verbalNoun = 0x67  // g
        case adjective = 0x61  // a
        /// It only describes what follows: 首批, 大型.
        case attribute = 0x62  // b
        /// A fixed phrase, which says something by itself: 稳中有升.
        case phrase = 0x69  // i
        /// Adverbs and auxiliaries: they lean on what follows.
        case adverb = 0x64  // d
        case preposition = 0x70  // p
        case conjunction = 0x63  // c
        case pronoun = 0x72  // r
        case number = 0x6D  // m
        case measure = 0x71  // q
        case time = 0x74  // t
        /// Where something is: 山里, 家门口.
        case locative = 0x73  // s
        /// 上 里 之间: they lean on what precedes.
        case place = 0x66  // f
        /// 的 了 吗 们: they lean on what precedes.
        case particle = 0x75  // u
        /// Punctuation, spaces, breaks.
        case mark = 0x78  // x
        /// A character that no word accounts for.
        case unknown = 0x3F  // ?
    }
}
