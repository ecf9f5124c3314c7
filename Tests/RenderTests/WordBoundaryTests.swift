import Layout
import Testing

@testable import Render

/// Where headlines may break without parting a word.
@Suite struct WordBoundaryTests {
    @Test(arguments: [
        ("五条公交线路周四起调整", "线路|周四|起|调整"),
        ("望湖环湖步道全线贯通", "步道|全线贯通"),
        ("GDP增长11.6%", "GDP|增长"),
    ])
    func words(text: String, contains: String) {
        let measurer = HarfBuzzMeasurer(type)
        var words: [String] = []
        var start = 0
        for end in measurer.wordStarts(in: text) {
            words.append(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self))
            start = end
        }
        #expect(words.joined() == text)
        #expect(("|" + words.joined(separator: "|") + "|").contains("|" + contains + "|"))
    }
}
