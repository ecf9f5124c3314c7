import Layout
import Testing

@testable import Render

/// The list of words that the package ships, opened once.
let words = try! WordList(folder: packageFolder + "words")

@Suite struct WordTests {
    @Test(arguments: [
        "五条|公交线路|周四|起|调整", "全市|中小学|开学", "GDP|增长|11.6%", "社区|医院|家门口|就|能|做|核磁",
        "市民|凭|身份证|可|免费|游览", "市委书记|周立民|调研|民营企业", "张桂兰|和|她|的|三百只|布老虎", "下周|气温|骤降|12℃",
    ])
    func `a text is parted into its words`(_ expected: String) {
        let text = expected.split(separator: "|").joined()
        let bytes = Array(text.utf8)
        let starts = words.words(in: text).map(\.start) + [bytes.count]
        let parts = zip(starts, starts.dropFirst()).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
        #expect(parts.joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("李肇星会见", [Word.Kind.person, .verb]), ("提高至80万元", [.verb, .preposition, .number, .number]),
        ("公园里的", [.noun, .place, .particle]),
    ])
    func `a word has its kind`(text: String, kinds: [Word.Kind]) {
        #expect(words.words(in: text).map(\.kind) == kinds)
    }

    @Test func `whatever the text, its words cover it in order`() {
        for text in ["", "\n", "𠮷野家", "a", "……", "東\u{301}京", String(repeating: "的", count: 500), "🚲来了"] {
            let starts = words.words(in: text).map(\.start)
            #expect(starts == starts.sorted() && Set(starts).count == starts.count)
            #expect(starts.first ?? 0 == 0 && starts.allSatisfy { $0 < max(1, text.utf8.count) })
        }
    }
}
