@testable import Layout

/// What no edition may have, however full its pages, whatever its copy: every sentence is a fault.
///
/// - Parameter isPlain: whether the bodies are paragraphs of Han alone, whose letters can be compared in their order.
func faults(in result: Warned<TypesetEdition>, of edition: Edition, isPlain: Bool = true) -> [String] {
    let unruly: [DiagnosticCode] = [.lineRuleBroken, .lineOverfull, .headlineOverfull]
    let excused = Set(result.diagnostics.filter { unruly.contains($0.code) }.compactMap { $0.page?.story })
    let overset = Set(result.output.fits.filter { $0.oversetLines > 0 }.map(\.story))
    let ink = result.output.pages.flatMap { page in
        PageFaultFinder(
            page: page, edition: edition, plans: result.output.plans, excused: excused, overset: overset
        ).faults()
    }
    return ink + StoryAccount(result: result, edition: edition, isPlain: isPlain).faults()
}

extension Page {
    /// The parts of a story that stand on this page: two if it goes on on its own page.
    func modules(of story: String) -> [PageModule] { modules.filter { $0.kind == .story && $0.name == story } }
}

extension PageModule {
    /// The glyph runs of some roles, in reading order.
    func runs(_ roles: [Role]) -> [GlyphRun] {
        passages.flatMap { passage -> [GlyphRun] in
            guard case .text(let role, _) = passage.kind, roles.contains(role) else { return [] }
            return passage.runs
        }
    }

    func text(_ roles: [Role]) -> String { runs(roles).map(\.text).joined() }
}

extension Passage {
    var runs: [GlyphRun] { marks.compactMap { if case .glyphs(let run) = $0 { run } else { nil } } }

    /// The letters of each line that runs across, the lines from the top; what is smaller (readings, notes) left aside.
    func lines(ofAtLeast size: Length) -> [[Unicode.Scalar]] {
        var lines: [Int: [(x: Int, scalar: Unicode.Scalar)]] = [:]
        for run in runs where !run.isTurned && run.size >= size {
            for glyph in run.glyphs {
                // A glyph of `FixedMeasurer` is its character's number.
                guard let scalar = Unicode.Scalar(glyph.glyph), scalar != " " else { continue }
                lines[glyph.origin.y.scaled, default: []].append((glyph.origin.x.scaled, scalar))
            }
        }
        return lines.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.x < $1.x }.map(\.scalar) }
    }
}
