import Copydesk
import Foundation
import Layout
import Render

/// What a small edit of the copy does to pages that are planned: how long re-planning takes, on which rung of the ladder it
/// ends, and how much moves.
@main struct EditBench {
    static let usage = """
        edit-bench [--edits 200] [--chain] [--list MILLISECONDS [--show]] [--only NUMBER] [--seed NUMBER] [EDITION…]
        Without editions: the sample of the current folder, and seeded editions of both formats.
        Each edit makes one story 1 to 6 lines longer or shorter; with --chain each starts from the plan of the one before,
        else all start from the first plan. Timed is re-planning alone: copy read and shaped, nothing composed or painted.
        --only takes one of the editions, 0 the sample; --seed makes other editions than those of the documentation.
        --list prints the edits that took longer than so many milliseconds, with --show their plans before and after.
        """

    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var edits = 200
        var isChain = false
        var isShown = false
        var list: Int?
        var only: Int?
        var seed = 0
        var folders: [String] = []
        while !arguments.isEmpty {
            let word = arguments.removeFirst()
            func number() -> Int? { arguments.isEmpty ? nil : Int(arguments.removeFirst()) }
            switch word {
            case "--edits": edits = number() ?? edits
            case "--chain": isChain = true
            case "--show": isShown = true
            case "--list": list = number()
            case "--only": only = number()
            case "--seed": seed = number() ?? seed
            case _ where word.hasPrefix("-"): return complain(usage)
            default: folders.append(word)
            }
        }
        let type = try TypeCase(folder: "fonts")
        let words = try WordList(folder: "words")
        @Sendable func measurer() -> HarfBuzzMeasurer { HarfBuzzMeasurer(type, words: words) }
        print(EditFigures.head)
        var total = EditFigures(name: "all")
        func run(_ name: String, _ edition: Edition, plans: [PagePlan]?) async throws {
            var trial = try await EditTrial(name, edition, plans: plans, measurer: measurer())
            let figures = try await trial.run(
                edits: edits, isChain: isChain, list: list, isShown: isShown, measurer: measurer())
            print(figures.row)
            total.add(figures)
        }
        let sample = "samples/dongcheng/2026-11-23"
        if only == nil || only == 0 {
            for folder in folders.isEmpty ? [sample] : folders {
                guard let edition = readEdition(at: folder).output.edition else {
                    return complain("no edition: \(folder)")
                }
                let kept = try? String(contentsOfFile: "\(folder)/plan.yaml", encoding: .utf8)
                let plans = kept.flatMap { readPlan($0, file: "plan.yaml").output.plans }
                try await run((folder as NSString).lastPathComponent, edition, plans: plans)
            }
        }
        guard folders.isEmpty, let copy = readEdition(at: sample).output.edition else { return print(total.row) }
        let prose = SeededProse(copy)
        for (number, shape) in SeededShape.all.enumerated() where only == nil || only == number + 1 {
            let edition = try await seededEdition(shape, seed: seed + number, prose: prose, measurer: measurer())
            try await run(shape.name, edition, plans: nil)
        }
        print(total.row)
    }

    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        exit(64)
    }
}

/// A small generator of random numbers that is the same everywhere (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
