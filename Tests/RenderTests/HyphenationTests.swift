import Testing

@testable import Render

/// Where English words are parted, by the patterns that Debian ships.
@Suite struct HyphenationTests {
    @Test(arguments: [
        ("hallucination", "hal-lu-ci-na-tion"), ("Transformer", "Trans-former"), ("newspaper", "news-pa-per"),
        ("hyphenation", "hy-phen-ation"),
        // Two letters before and three behind at least; short words, capitals' neighbours and other scripts are whole.
        ("about", "about"), ("words", "words"), ("naïveté", "naïveté"), ("москва", "москва"), ("a1b2c3", "a1b2c3"),
    ])
    func words(word: String, parted: String) throws {
        let hyphenator = try #require(Hyphenator.english)
        var found = ""
        let points = hyphenator.points(in: word)
        for (offset, character) in word.enumerated() {
            if points.contains(offset) { found += "-" }
            found.append(character)
        }
        #expect(found == parted)
    }

    @Test func withoutItsPatternsPressSaysSo() throws {
        try checkHyphenation()
        #expect(throws: FontError.patternsMissing(path: "/nowhere/hyph_en_US.dic")) {
            try checkHyphenation(at: "/nowhere/hyph_en_US.dic")
        }
        let other = packageFolder + "words/README.md"
        let error = #expect(throws: FontError.self) { try checkHyphenation(at: other) }
        guard case .patternsChanged(other, Hyphenator.digest, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
