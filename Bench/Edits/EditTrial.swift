import Layout

/// One edition with its plan, and edits on it.
struct EditTrial {
    let name: String
    var edition: MeasuredEdition
    var plans: [PagePlan]
    private var random = Seeded(4)

    /// - Parameter plans: nil: the pages are planned now.
    init<M: TextMeasurer>(
        _ name: String, _ edition: Edition, plans: [PagePlan]?, measurer: @autoclosure @escaping @Sendable () -> M
    ) async throws {
        self.name = name
        let measured = try await MeasuredEdition(edition, with: measurer)
        self.edition = measured
        let source: PlanSource = plans.map { .lastTime($0) } ?? .planner
        self.plans = await measured.plans(from: source).output.plans
    }

    mutating func run<M: TextMeasurer>(
        edits: Int, isChain: Bool, list: Int?, isShown: Bool, measurer: @autoclosure @escaping @Sendable () -> M
    ) async throws -> EditFigures {
        var figures = EditFigures(name: name)
        figures.load = await edition.load()
        let placed = Set(plans.flatMap { $0.modules.map(\.subject.name) })
        let open = edition.stories.indices.filter { placed.contains(edition.stories[$0].story.name) }
        let measurer = measurer()
        for number in 0..<edits {
            let position = open[Int.random(in: 0..<open.count, using: &random)]
            let lines = Int.random(in: 1...6, using: &random) * (Bool.random(using: &random) ? 1 : -1)
            let story = edition.edition.stories[position].changed(
                by: lines * edition.edition.paper.grid.characters, using: &random)
            let changed = try edition.replacing(position, with: story, measurer: measurer)
            let clock = ContinuousClock()
            let start = clock.now
            let planned = await changed.plans(from: .lastTime(plans)).output
            let time = clock.now - start
            let outcome = EditOutcome(story.name, lines: lines, time: time, from: plans, to: planned)
            if let list, outcome.microseconds > list * 1000 {
                print("\(number)  \(outcome.text)")
                if isShown { for plan in plans + planned.plans { print(dummy(of: plan)) } }
            }
            figures.add(outcome)
            if isChain { (edition, plans) = (changed, planned.plans) }
        }
        return figures
    }
}

extension Story {
    /// So many characters longer or shorter, in a paragraph somewhere.
    func changed(by characters: Int, using random: inout Seeded) -> Story {
        var story = self
        let open = body.indices.filter { index in
            guard case .paragraph(let paragraph) = body[index] else { return false }
            return paragraph.spans.contains { $0.text.count > 12 }
        }
        guard let index = open.randomElement(using: &random), case .paragraph(var paragraph) = body[index] else {
            return self
        }
        let span = paragraph.spans.indices.max { paragraph.spans[$0].text.count < paragraph.spans[$1].text.count }!
        var text = paragraph.spans[span].text
        if characters > 0 {
            let more = String(repeating: text, count: characters / text.count + 1).prefix(characters)
            text = more + text
        } else {
            text = String(text.dropFirst(min(-characters, text.count - 8)))
        }
        paragraph.spans[span].text = text
        story.body[index] = .paragraph(paragraph)
        return story
    }
}

/// What one edit did.
struct EditOutcome {
    var story: String
    var lines: Int
    var microseconds: Int
    var rung: LadderStep.Rung?
    var moved: Int
    /// Modules of the edition, and of the pages on which something moved or the story stands.
    var modules: Int
    var onPage: Int
    /// Lines without room, and white, that were not there before.
    var over: Int
    var white: Int
    /// Modules with more than two rows of white in a column, and what heads cost that butt, beyond what was there before.
    var holes: Int
    var butting: Int

    init(_ story: String, lines: Int, time: Duration, from old: [PagePlan], to planned: PlannedEdition) {
        self.story = story
        self.lines = lines
        microseconds = Int(time.components.attoseconds / 1_000_000_000_000 + time.components.seconds * 1_000_000)
        let changes = PlanChange.changes(from: old, to: planned.plans, steps: planned.steps)
        moved = changes.count { $0.kind != .refitted }
        rung = planned.steps.map(\.rung).max {
            LadderStep.Rung.allCases.firstIndex(of: $0)! < LadderStep.Rung.allCases.firstIndex(of: $1)!
        }
        modules = old.reduce(0) { $0 + $1.modules.count }
        let pages = old.filter { plan in
            plan.modules.contains { $0.subject.name == story } || changes.contains { $0.to?.page == plan.page }
        }
        onPage = pages.reduce(0) { $0 + $1.modules.count }
        func sum(_ plans: [PagePlan], _ part: (Placement.Fit) -> Int) -> Int {
            plans.reduce(0) { $0 + $1.modules.reduce(0) { $0 + ($1.fit.map(part) ?? 0) } }
        }
        over = max(0, sum(planned.plans, \.overset) - sum(old, \.overset))
        white = max(0, sum(planned.plans, \.white) - sum(old, \.white))
        func holes(_ plans: [PagePlan]) -> Int {
            plans.reduce(0) { sum, plan in
                sum + plan.modules.count { ($0.fit?.white ?? 0) > 2 * ($0.setting?.innerColumns ?? $0.rect.width) }
            }
        }
        self.holes = max(0, holes(planned.plans) - holes(old))
        func butting(_ plan: PagePlan) -> Int { plan.cost.first { $0.name == "butting" }?.cost ?? 0 }
        self.butting = zip(old, planned.plans).reduce(0) { $0 + max(0, butting($1.1) - butting($1.0)) }
    }

    var text: String {
        "\(story) \(lines > 0 ? "+" : "")\(lines) lines: \(microseconds / 1000) ms, \(rung?.rawValue ?? "nothing"), "
            + "\(moved) of \(onPage) moved, \(over) over, \(white) white"
            + (holes > 0 ? ", \(holes) holes" : "") + (butting > 0 ? ", butting \(butting)" : "")
    }
}
