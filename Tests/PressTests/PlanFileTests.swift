import Copydesk
import Foundation
import Layout
import Testing

@testable import press

@Suite struct PlanFileTests {
    static let plans = [
        PagePlan(
            page: 1, columns: 8, rows: 115,
            modules: [
                Placement(.nameplate, in: GridRect(columns: 0..<4, rows: 0..<14), isPinned: true),
                Placement(.contents, in: GridRect(columns: 4..<8, rows: 0..<14), isPinned: true),
                Placement(
                    .story("p1: yes"), in: GridRect(columns: 0..<5, rows: 15..<60),
                    setting: StorySetting(
                        head: HeadSetting(size: .points(97, 2), lines: 2),
                        pictures: [PictureSetting(picture: 0, columns: 1..<3, rows: 0..<12)], innerColumns: 5,
                        extraRows: 1), fit: .init(white: 2, overset: 0)),
                Placement(
                    .story("2026-11-23"), in: GridRect(columns: 5..<8, rows: 15..<60),
                    setting: StorySetting(
                        head: HeadSetting(size: .points(18), lines: 9, direction: .vertical),
                        innerColumns: 2, longer: -2), isPinned: true, isLocked: true,
                    fit: .init(white: 0, overset: 0)),
                Placement(
                    .story("parted"), in: GridRect(columns: 0..<4, rows: 90..<100),
                    setting: {
                        var setting = StorySetting(
                            head: HeadSetting(size: .points(18), lines: 1, columns: 0..<2),
                            pictures: [PictureSetting(picture: 0, columns: 2..<4, rows: 0..<8, isAtTop: true)],
                            innerColumns: 4, isBoxed: true)
                        setting.extent = .jump(after: 12)
                        return setting
                    }()),
                Placement(.briefs, in: GridRect(columns: 7..<8, rows: 100..<102)),
                Placement(.advertisement("spring"), in: GridRect(columns: 0..<8, rows: 85..<115)),
                Placement(.colophon, in: GridRect(columns: 0..<1, rows: 80..<81)),
                Placement(.pageHead, in: GridRect(columns: 0..<8, rows: 61..<62)),
            ], cost: [CostItem(name: "stories", cost: 40), CostItem(name: "seam", cost: 40)], isProven: true,
            gap: 7,
            isLocked: true,
            unplaced: [Unplaced(story: "left", reason: .pageFull), Unplaced(story: "boat", reason: .filler)],
            edits: [
                .swap("p1: yes", "2026-11-23"), .nudgeBelow("p1: yes", rows: -2),
                .nudgeRight("2026-11-23", columns: 1),
            ])
    ]

    /// Both forms that `press plan` writes are read as the plan that they were written from.
    @Test func whatIsWrittenIsRead() {
        for text in [planText(PlanFileTests.plans), planJSON(PlanFileTests.plans).text(indented: true)] {
            let read = readPlan(text, file: "plan.yaml")
            #expect(read.diagnostics == [])
            #expect(read.output.plans == PlanFileTests.plans)
        }
    }

    @Test func dataIsJSON() throws {
        let text = planJSON(PlanFileTests.plans).text()
        #expect(
            text.hasPrefix(
                #"[{"page":1,"grid":{"columns":8,"rows":115},"lock":true,"modules":[{"story":"nameplate","#))
        #expect(text.contains(#""head":{"size":48.5,"lines":2,"direction":"horizontal"}"#))
        #expect(text.contains(#""cost":{"total":80,"stories":40,"seam":40},"proven":true,"gap":7"#))
        #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [[String: Any]])
    }
}
