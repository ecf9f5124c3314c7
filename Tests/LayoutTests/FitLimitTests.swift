import Testing

@testable import Layout

/// How far copy-fitting goes, and the order of its steps.
@Suite struct FitLimitTests {
    private static let place = SourcePlace(file: "a.md", line: 1)

    private func measured(
        _ limits: FitLimits = FitLimits(), paragraphs: Int = 6, _ change: (inout Story) -> Void = { _ in }
    ) -> MeasuredStory {
        let text = String(repeating: "今天老石桥重新通行，", count: 8) + "很好。"
        var body: [Block] = (0..<paragraphs).map { _ in .paragraph(Paragraph([Span(text)], at: Self.place)) }
        body.insert(.crosshead(Paragraph([Span("桥")], at: Self.place)), at: 3)
        var story = Story(name: "b", headline: ["两百年老石桥重新通行"], body: body, place: Self.place)
        let art = Artwork(path: "p.jpg", format: .jpeg, width: 2400, height: 1500, channels: 3, bytes: [])
        story.pictures = [Picture(artwork: art, caption: "图为现场", place: Self.place)]
        story.byline = ["李明"]
        change(&story)
        var paper = Paper(name: "报")
        paper.limits = limits
        return measure(story, in: paper, with: FixedMeasurer())
    }

    private func settings(_ story: MeasuredStory) -> [StorySetting] {
        fills(for: story, on: .broadsheet, maxRows: 60, costs: FillCosts()).joined().flatMap { $0 }.map(\.setting)
    }

    /// Each limit holds, and takes something away that is done without it.
    @Test func limitsHold() {
        let free = settings(measured())
        let unframed = settings(measured { $0.pictures = [] })
        var limits = FitLimits()
        limits.white = 0
        #expect(free.contains { $0.extraRows > 0 } && settings(measured(limits)).allSatisfy { $0.extraRows == 0 })
        limits = FitLimits()
        limits.longer = 0
        limits.rows = 0
        #expect(free.contains { $0.longer > 0 } && settings(measured(limits)).allSatisfy { $0.longer <= 0 })
        limits.rows = 1
        #expect(settings(measured(limits)).contains { $0.longer == 1 })
        limits = FitLimits()
        limits.shorter = 0
        #expect(free.contains { $0.longer < 0 } && settings(measured(limits)).allSatisfy { $0.longer >= 0 })
        limits = FitLimits()
        limits.brokenColumns = false
        limits.verticalHeads = false
        let broken = fills(for: measured(limits), on: .broadsheet, maxRows: 60, costs: FillCosts())
        for (index, byRows) in broken.enumerated() {
            #expect(byRows.joined().allSatisfy { $0.setting.innerColumns == index + 1 })
            #expect(byRows.joined().allSatisfy { $0.setting.head.direction == .horizontal })
        }
        #expect(unframed.contains { $0.head.direction == .vertical })
        limits = FitLimits()
        limits.frames = false
        #expect(unframed.contains { $0.isBoxed })
        #expect(!settings(measured(limits) { $0.pictures = [] }).contains { $0.isBoxed })
        limits = FitLimits()
        limits.pullQuotes = false
        func quote(_ story: inout Story) { story.quote = .init("今天老石桥重新通行。", at: Self.place) }
        #expect(settings(measured { quote(&$0) }).contains { $0.quote != nil })
        #expect(settings(measured(limits) { quote(&$0) }).allSatisfy { $0.quote == nil })
    }

    @Test func cropsKeepToTheirLimit() {
        func heights(_ crop: Int) -> [ClosedRange<Int>] {
            var limits = FitLimits()
            limits.crop = crop
            let story = measured(limits)
            let geometry = StoryGeometry(columns: 4, inner: 4, isBoxed: false, grid: .broadsheet)!
            return story.pictureWays(in: geometry).compactMap { $0?.rows }
        }
        for (none, (some, more)) in zip(heights(0), zip(heights(12), heights(24))) {
            #expect(none.count == 1)
            #expect(
                some.contains(none.lowerBound) && more.lowerBound <= some.lowerBound
                    && some.upperBound <= more.upperBound)
        }
    }

    /// Paragraphs are as much longer as the paper allows where what stays white is not seen, though it is not nothing.
    @Test func loosenessNeedNotTakeUpAllWhite() {
        let story = measured()
        let all = fills(for: story, on: .broadsheet, maxRows: 60, costs: FillCosts()).joined().joined()
        let longest = all.map(\.setting.longer).max() ?? 0
        #expect(longest > 0)
        #expect(all.contains { $0.setting.longer == longest && (1...2).contains($0.white) })
        let made = all.filter { $0.setting.longer > 0 && $0.white > 2 }
        #expect(made.isEmpty, "nor is a hole made smaller so: \(made)")
    }

    /// The steps come in their order, each at least as good as what it may do without, and the last says what is over.
    @Test func theLadderIsClimbedInOrder() {
        let story = measured()
        let costs = FillCosts()
        var ends: Set<FitRung> = []
        for rows in 20...60 {
            let rect = GridRect(columns: 0..<3, rows: 0..<rows)
            let setting = StorySetting(head: HeadSetting(size: .points(22), lines: 1), innerColumns: 3)
            let steps = fitLadder(of: story, in: rect, setting: setting, on: .broadsheet, costs: costs)
            #expect(steps.first?.rung == .plain)
            #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.rung < $1.rung })
            #expect(steps.dropLast().allSatisfy { !$0.isGood })
            for step in steps {
                guard let setting = step.setting, let fit = step.fit else { continue }
                if step.rung < .head { #expect(setting.extraRows == 0 && setting.head == steps[0].setting?.head) }
                if step.rung < .looseness { #expect(setting.longer == 0) }
                #expect(setting.extent == .whole, "nothing is cut that `keep` does not allow")
                let composer = StoryComposer(
                    story: story, rect: rect, setting: setting, grid: .broadsheet,
                    origin: .init(x: .zero, y: .zero),
                    house: .standard)
                #expect(composer.compose(page: 1).output.fit?.oversetLines == fit.overset)
                #expect((fit.overset > 0) == !step.lostText.isEmpty)
            }
            if let last = steps.last { ends.insert(last.rung) }
        }
        #expect(ends.count > 2)
    }
}
