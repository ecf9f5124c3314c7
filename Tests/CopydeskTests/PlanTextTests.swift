import Layout
import Testing

@testable import Copydesk

@Suite struct PlanTextTests {
    static let plan = PagePlan(
        page: 1, columns: 4, rows: 24,
        modules: [
            Placement(.nameplate, in: GridRect(columns: 0..<4, rows: 0..<4)),
            Placement(
                .story("01-lead"), in: GridRect(columns: 0..<3, rows: 4..<24),
                setting: StorySetting(
                    head: HeadSetting(size: .points(45, 2), lines: 2),
                    pictures: [PictureSetting(picture: 0, columns: 1..<3, rows: 0..<9)], innerColumns: 2,
                    extraRows: 1),
                fit: .init(white: 1, overset: 0)),
            Placement(
                .story("天气"), in: GridRect(columns: 3..<4, rows: 4..<24),
                setting: StorySetting(
                    head: HeadSetting(size: .points(16), lines: 1, direction: .vertical), innerColumns: 1),
                isPinned: true),
        ],
        cost: [CostItem(name: "stories", cost: 12), CostItem(name: "priority", cost: 4)], isProven: true, gap: 0)

    @Test func theTextIsYAMLForPeople() {
        #expect(
            planText([PlanTextTests.plan]) == """
                - page: 1
                  grid: { columns: 4, rows: 24 }
                  modules:
                    - story: nameplate
                      columns: 1-4
                      rows: 1-4
                    - story: "01-lead"
                      columns: 1-3
                      rows: 5-24
                      head: { size: 22.5, lines: 2 }
                      pictures:
                        - { picture: 1, columns: 2-3, rows: 1-9 }
                      inner: 2
                      knobs: { extra: 1 }
                      fit: { white: 1, over: 0 }
                    - story: 天气
                      columns: 4-4
                      rows: 5-24
                      pin: true
                      head: { size: 16, lines: 1, direction: vertical }
                  tree: "nameplate / (01-lead | 天气)"
                  cost: { total: 16, stories: 12, priority: 4 }
                  proven: true
                  gap: 0

                """)
        #expect(planText([]) == "[]\n")
    }

    /// Legs of text beside a picture come back as they were.
    @Test func legsAreWrittenAndRead() {
        var setting = StorySetting(
            head: HeadSetting(size: .points(60), lines: 2),
            pictures: [PictureSetting(picture: 0, columns: 1..<2, rows: 0..<40)], innerColumns: 2)
        setting.leg = 9
        let module = Placement(.story("a"), in: GridRect(columns: 0..<5, rows: 0..<54), setting: setting)
        let written = planText([PagePlan(page: 1, columns: 5, rows: 54, modules: [module])])
        #expect(written.contains("inner: 2\n      leg: 9\n"), "\(written)")
        #expect(readPlan(written, file: "plan.yaml").output.plans?.first?.modules.first?.setting == setting)
    }

    @Test(arguments: [
        ("a: b", #""a: b""#), ("- x", #""- x""#), ("true", #""true""#), ("ad:spring", "ad:spring"),
        ("say \"no\"\\", #""say \"no\"\\""#), ("1", #""1""#), ("新桥通车", "新桥通车"), ("x\u{1}", #""x\x01""#),
        ("# c", ##""# c""##),
    ])
    func namesAreQuotedWhereYAMLWouldMisread(name: String, text: String) {
        let plan = PagePlan(
            page: 1, columns: 1, rows: 1,
            modules: [Placement(.story(name), in: GridRect(columns: 0..<1, rows: 0..<1))])
        #expect(planText([plan]).contains("- story: \(text)\n"))
    }

    /// Sizes that people write come back as they wrote them, and every size is read as it was.
    @Test(arguments: [(22, 1, "22"), (45, 2, "22.5"), (22_333, 1_000, "22.333"), (1, 3, "0.33333")])
    func sizesKeepTheirDigits(numerator: Int, denominator: Int, text: String) {
        let size = Length(
            scaled: (numerator * Length.unitsPerPoint * 2 + denominator) / (denominator * 2))
        let setting = StorySetting(head: HeadSetting(size: size, lines: 1), innerColumns: 1)
        let module = Placement(.story("a"), in: GridRect(columns: 0..<1, rows: 0..<1), setting: setting)
        let written = planText([PagePlan(page: 1, columns: 1, rows: 1, modules: [module])])
        #expect(written.contains("head: { size: \(text), lines: 1 }"), "\(written)")
        let read = readPlan(written, file: "plan.yaml").output.plans?.first?.modules.first?.setting?.head.size
        if numerator > denominator { #expect(read == size) }
    }
}
