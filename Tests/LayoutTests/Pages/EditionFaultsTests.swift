import Testing

@testable import Layout

/// The checks that random editions are held to find what they are there to find: a page is set, spoilt by hand, and seen to be
/// spoilt.
@Suite struct EditionFaultsTests {
    /// What is done to the first page, and what is then said.
    private static let damages: [(name: String, says: String, does: @Sendable (inout Page) -> Void)] = [
        ("a line is gone", "letters are printed where", { edit(&$0, .body) { $0.removeLast() } }),
        ("a line stands twice", "letters are printed where", { edit(&$0, .body) { $0.append($0[0]) } }),
        (
            "two lines have changed places", "in another order",
            {
                edit(&$0, .body) { marks in
                    guard case .glyphs(var one) = marks[0], case .glyphs(var other) = marks[1] else { return }
                    swap(&one.text, &other.text)
                    (marks[0], marks[1]) = (.glyphs(one), .glyphs(other))
                }
            }
        ),
        ("a line lies over the next", "is printed over", { move(&$0, .body, right: 0, down: 12) }),
        ("a line is three points off", "is off the grid", { move(&$0, .body, right: 0, down: 3) }),
        ("a line stands beside its story", "stands outside its story", { move(&$0, .body, right: 900, down: 0) }),
        (
            "a stop begins a line", "a line begins with 。",
            {
                edit(&$0, .body) { marks in
                    guard case .glyphs(var run) = marks[1] else { return }
                    run.glyphs[0].glyph = 0x3002
                    marks[1] = .glyphs(run)
                }
            }
        ),
        ("a headline is gone", "its headline is", { edit(&$0, .leadHeadline) { $0 = [] } }),
        (
            "a story lies over another", "lies over",
            { page in
                let index = page.modules.lastIndex { $0.kind == .story }!
                page.modules[index].frame = page.modules.first { $0.kind == .story }!.frame
            }
        ),
        (
            "a story leaves the page", "leaves the type area",
            { page in
                let index = page.modules.lastIndex { $0.kind == .story }!
                page.modules[index].frame.origin.y = page.modules[index].frame.origin.y + .points(400)
            }
        ),
        (
            "a story is gone", "it stands nowhere",
            { page in page.modules.removeAll { $0.kind == .story && $0.name == "s1" } }
        ),
        (
            "a picture is gone", "does not stand",
            { page in
                for index in page.modules.indices {
                    page.modules[index].passages.removeAll {
                        $0.marks.contains { if case .picture = $0 { true } else { false } }
                    }
                }
            }
        ),
    ]

    @Test func everyDamageIsSeen() async {
        var edition = randomNewspaper(seed: 0)
        edition.pages = [PageCopy()]
        edition.stories = (0..<2).map { number in
            let place = SourcePlace(file: "s\(number).md", line: 1)
            let text = String(repeating: "老石桥今天重新通行，过桥的人说它比去年好走。", count: 12)
            var story = Story(
                name: "s\(number)", headline: ["两百年老石桥重新通行"],
                body: [
                    .paragraph(Paragraph([Span(text)], at: place)), .paragraph(Paragraph([Span(text)], at: place)),
                ],
                place: place)
            story.priority = 5 - 2 * number
            if number == 0 {
                let art = Artwork(path: "p.jpg", format: .jpeg, width: 2000, height: 1300, channels: 3, bytes: [])
                story.pictures = [Picture(artwork: art, caption: "图为现场", place: place)]
            }
            return story
        }
        let whole = await typeset(edition, with: FixedMeasurer())
        #expect(faults(in: whole, of: edition) == [])
        for damage in Self.damages {
            var spoilt = whole
            damage.does(&spoilt.output.pages[0])
            let found = faults(in: spoilt, of: edition)
            #expect(found.contains { $0.contains(damage.says) }, "\(damage.name): \(found)")
        }
    }

    /// Changes the marks of the first passage of a role that has two at least.
    private static func edit(_ page: inout Page, _ role: Role, _ change: (inout [Mark]) -> Void) {
        for module in page.modules.indices {
            for passage in page.modules[module].passages.indices {
                guard case .text(role, _) = page.modules[module].passages[passage].kind,
                    page.modules[module].passages[passage].marks.count > (role == .body ? 2 : 0)
                else { continue }
                return change(&page.modules[module].passages[passage].marks)
            }
        }
    }

    /// Moves its first line.
    private static func move(_ page: inout Page, _ role: Role, right: Int, down: Int) {
        edit(&page, role) { marks in
            guard case .glyphs(var run) = marks[0] else { return }
            for index in run.glyphs.indices {
                run.glyphs[index].origin.x = run.glyphs[index].origin.x + .points(right)
                run.glyphs[index].origin.y = run.glyphs[index].origin.y + .points(down)
            }
            marks[0] = .glyphs(run)
        }
    }
}
