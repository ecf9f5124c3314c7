import Foundation
import Testing

@testable import Layout

/// Which random editions are set: a few, or those that `PRESS_EDITIONS` names (`200` for the first two hundred, `17-17` for one).
struct EditionRun: Sendable {
    let seeds: [Int]
    /// Whether somebody waits for figures.
    let isAsked: Bool

    init(few: Int) {
        let asked = ProcessInfo.processInfo.environment["PRESS_EDITIONS"]
        let ends = (asked ?? "").split(separator: "-").compactMap { Int($0) }
        isAsked = !ends.isEmpty
        // The small ones take a tenth of the time.
        seeds =
            switch ends.count {
            case 0: Array((0..<1000).filter { NewsFormat.of(seed: $0) == .small }.prefix(few))
            case 1: Array(0..<ends[0])
            default: Array(ends[0]...max(ends[0], ends[1]))
            }
    }

    /// Sets every edition, two side by side, and expects no fault.
    ///
    /// - Parameter look: sets the edition of one seed and says what it found.
    func expectNoFaults(_ name: String, _ look: @escaping @Sendable (Int) async -> EditionFigures) async {
        let begin = ContinuousClock.now
        let figures = await withTaskGroup(of: (Int, EditionFigures).self) { group in
            var sum = EditionFigures()
            var waiting = seeds[...]
            for _ in 0..<2 { if let seed = waiting.popFirst() { group.addTask { (seed, await look(seed)) } } }
            while let (seed, figures) = await group.next() {
                sum += figures
                for fault in figures.faults { Issue.record("seed \(seed): \(fault)") }
                if let seed = waiting.popFirst() { group.addTask { (seed, await look(seed)) } }
            }
            return sum
        }
        // Else little is tested.
        #expect((figures.overset + figures.unplaced) * 8 <= figures.stories, "\(figures.line)")
        if isAsked {
            print("\(name): \(figures.line), \((ContinuousClock.now - begin).components.seconds) s")
        }
    }
}

/// What was looked at.
struct EditionFigures: Sendable {
    var editions = 0
    var settings = 0
    var pages = 0
    var stories = 0
    var letters = 0
    var overset = 0
    var unplaced = 0
    var faults: [String] = []

    init() {}

    /// What one edition is in one setting of it.
    init(_ result: Warned<TypesetEdition>, of edition: Edition, faults: [String]) {
        settings = 1
        pages = result.output.pages.count
        stories = edition.stories.count
        letters = result.output.fits.reduce(0) { $0 + $1.characters - $1.oversetCharacters }
        overset = result.output.fits.count { $0.oversetLines > 0 }
        unplaced = result.diagnostics.count { $0.code == .storyUnplaced }
        self.faults = faults
    }

    static func += (sum: inout EditionFigures, one: EditionFigures) {
        sum.editions += one.editions
        sum.settings += one.settings
        sum.pages += one.pages
        sum.stories += one.stories
        sum.letters += one.letters
        sum.overset += one.overset
        sum.unplaced += one.unplaced
        sum.faults += one.faults
    }

    var line: String {
        "\(editions) editions, set \(settings) times: \(pages) pages, \(stories) stories, \(letters) letters, "
            + "\(overset) stories over, \(unplaced) on no page, \(faults.count) faults"
    }
}
