import Foundation
import Testing

@testable import Layout

/// Editions of everything that copy may hold: nothing is lost, whether press planned the pages, kept them or was told.
/// `PRESS_ALL_EDITIONS=1` sets two hundred; each is planned, kept and told, which takes long.
@Suite struct MixedNewspaperTests {
    static let seeds = 0..<(ProcessInfo.processInfo.environment["PRESS_ALL_EDITIONS"] == nil ? 0 : 200)

    @Test(arguments: seeds) func nothingIsLost(seed: Int) async {
        let edition = randomNewspaper(seed: UInt64(seed), isMixed: true)
        let fresh = await typeset(edition, with: FixedMeasurer())
        let plans = fresh.output.plans
        expectEverything(of: edition, in: fresh, "planned")
        expectEverything(
            of: edition, in: await typeset(edition, with: FixedMeasurer(), following: .lastTime(plans)), "kept")
        expectEverything(
            of: edition, in: await typeset(edition, with: FixedMeasurer(), following: .order(plans)), "told")
    }

    private func expectEverything(of edition: Edition, in result: Warned<TypesetEdition>, _ how: String) {
        let set = result.output
        let unplaced = Set(result.diagnostics.filter { $0.code == .storyUnplaced }.compactMap(\.place?.file))
        let overset = Set(set.fits.filter { $0.oversetLines > 0 }.map(\.story))
        var compared = 0
        for story in edition.stories where !unplaced.contains(story.place.file) && !overset.contains(story.name) {
            let printed = set.pages.flatMap(\.modules).filter { $0.kind == .story && $0.name == story.name }
                .map(bodyText).joined()
            var copy = story
            for case .cut(let after)? in set.plans.flatMap(\.modules).filter({ $0.subject == .story(story.name) })
                .map({ $0.setting?.extent })
            {
                copy.body = story.splits.first { $0.after == after }?.first ?? []
            }
            #expect(printable(printed) == copy.everyCharacter, "\(how): \(story.name)")
            compared += 1
        }
        #expect(compared * 10 >= edition.stories.count * 6, "\(how): only \(compared) of \(edition.stories.count)")
    }

    /// Body, readings and initials; heads, captions and the lines that point to other pages left aside.
    private func bodyText(of module: PageModule) -> String {
        let roles: [Role] = [.body, .byline, .quote, .crosshead, .verse, .table]
        return module.passages.flatMap { passage -> [String] in
            guard case .text(let role, _) = passage.kind, roles.contains(role) else { return [] }
            return passage.marks.compactMap { if case .glyphs(let run) = $0 { run.text } else { nil } }
        }.joined()
    }
}
