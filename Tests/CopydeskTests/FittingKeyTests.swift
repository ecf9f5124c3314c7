import Layout
import Testing

@testable import Copydesk

/// What copy and paper say of fitting: parts that may go, pull quotes, limits.
@Suite struct FittingKeyTests {
    /// What a story may lose: the editor says it; a quote must be the story's own words.
    @Test(arguments: [
        ("optional: deck", [true, false, false], []),
        ("optional: [deck, pictures]", [true, false, true], []),
        ("optional: [decks]", [false, false, false], ["value-unknown 3:12"]),
        ("quote: 桥通了", [false, false, false], []),
        ("quote: { text: “桥通了”！, by: 李明 }", [false, false, false], []),
        ("quote: 桥没有通", [false, false, false], ["quote-strange 3:8"]),
        ("quote: { by: 李明 }", [false, false, false], ["key-missing 3:8"]),
    ])
    func optionalParts(written: String, omitted: [Bool], said: [String]) throws {
        let folder = try TestFolder([
            "edition.yaml": "date: 2026-11-23", "a.svg": "<svg width='40' height='10'/>",
            "stories/a.md":
                "---\nheadline: 标题\n\(written)\ndeck: 副题\npictures: [{ file: a.svg }, { file: a.svg }]\n---\n昨天，桥**通了**。",
        ])
        let read = folder.read()
        let story = try #require(read.output.edition?.stories.first)
        #expect([story.mayOmitDeck] + story.pictures.map(\.isOptional) == omitted)
        #expect(
            read.diagnostics.map { diagnostic in
                let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? ""
                return "\(diagnostic.code.rawValue) \(place)"
            } == said)
    }

    @Test func limitsAreRead() throws {
        let paper = "name: 试报\nfit: { crop: 5%, white: 0, longer: 2, rows: 0, frames: false, croop: 1 }\n"
        let read = try TestFolder([
            "paper.yaml": paper, "edition.yaml": "date: 2026-11-23", "stories/a.md": "---\nheadline: 标题\n---\n正文。",
        ]).read()
        let limits = try #require(read.output.edition).paper.limits
        #expect((limits.crop, limits.white, limits.longer, limits.shorter, limits.rows) == (5, 0, 2, 2, 0))
        #expect(!limits.frames && limits.brokenColumns)
        #expect(read.diagnostics.map(\.code) == [.keyUnknown])
    }
}
