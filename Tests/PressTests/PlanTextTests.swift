import Layout
import Testing
import Yams

@testable import press

@Suite struct PlanTextTests {
    static let plans = [
        PagePlan(
            page: 1, columns: 8, rows: 115,
            modules: [
                Placement(.nameplate, in: GridRect(columns: 0..<4, rows: 0..<14), isPinned: true),
                Placement(
                    .story("p1: yes"), in: GridRect(columns: 0..<5, rows: 15..<60),
                    setting: StorySetting(
                        head: HeadSetting(size: .points(97, 2), lines: 2),
                        pictures: [PictureSetting(picture: 0, columns: 1..<3, rows: 0..<12)], innerColumns: 5,
                        extraRows: 1)),
                Placement(.advertisement("spring"), in: GridRect(columns: 0..<8, rows: 85..<115)),
            ],
            cost: [CostItem(name: "white", cost: 12)])
    ]

    @Test func aPlanReadsWell() {
        #expect(
            planYAML(PlanTextTests.plans) == """
                format: 1
                pages:
                  - page: 1
                    grid: { columns: 8, rows: 115 }
                    modules:
                      - { story: nameplate, columns: 1-4, rows: 1-14, pin: true }
                      - { story: "p1: yes", columns: 1-5, rows: 16-60, \
                head: { size: 48.5, lines: 2, direction: horizontal }, deck: true, \
                pictures: [{ picture: 1, columns: 2-3, rows: 1-12 }], inner: 5, white: 1 }
                      - { story: ad:spring, columns: 1-8, rows: 86-115 }
                    cost: { white: 12 }

                """)
    }

    /// The two forms say the same: JSON is YAML.
    @Test func yamlAndJSONAgree() throws {
        let yaml = try Yams.compose(yaml: planYAML(PlanTextTests.plans))
        let json = try Yams.compose(yaml: planJSON(PlanTextTests.plans).text(indented: true))
        #expect(yaml != nil)
        #expect(yaml == json)
    }

    @Test(arguments: [
        ("heating", "heating"), ("p1-bus-lines", "p1-bus-lines"), ("供暖", "供暖"), ("1-5", "1-5"), ("ad:a", "ad:a"),
        ("yes", "\"yes\""), ("2026-11-23", "\"2026-11-23\""), ("12", "\"12\""), ("a: b", "\"a: b\""),
        ("a:", "\"a:\""), ("", "\"\""), ("#a", "\"#a\""), ("a\"b", "\"a\\\"b\""), ("-", "\"-\""),
        ("a #b", "\"a #b\""),
    ])
    func namesSurvive(name: String, text: String) throws {
        let plan = PagePlan(
            page: 1, columns: 1, rows: 1,
            modules: [Placement(.story(name), in: GridRect(columns: 0..<1, rows: 0..<1))])
        let yaml = planYAML([plan])
        #expect(yaml.contains("{ story: \(text), "))
        let node = try Yams.compose(yaml: yaml)
        #expect(node?["pages"]?[0]?["modules"]?[0]?["story"]?.string == name)
    }
}

@Suite struct PlanReadingTests {
    @Test func whatIsWrittenIsRead() {
        let read = planFromYAML(planYAML(PlanTextTests.plans), file: "plan.yaml")
        var plans = PlanTextTests.plans
        // The cost is for people; it is worked out anew.
        plans[0].cost = []
        #expect(read.diagnostics == [])
        #expect(read.output == plans)
    }

    @Test func jsonIsReadToo() {
        let json = planJSON(PlanTextTests.plans).text(indented: true)
        #expect(planFromYAML(json, file: "plan.json").output?.first?.modules == PlanTextTests.plans[0].modules)
    }

    @Test(arguments: [
        ("pages: [", DiagnosticCode.yamlSyntax, 0, 0),
        ("", .planInvalid, 0, 0),
        ("pages: 3", .planInvalid, 1, 1),
        ("pages:\n  - { page: 0, grid: { columns: 8, rows: 9 } }", .planInvalid, 2, 13),
        (
            "pages:\n  - { page: 1, columns: 8, rows: 9, modules: [{ story: a, columns: 3-2, rows: 1 }] }",
            .planInvalid, 2, 68
        ),
        ("pages:\n  - { page: 1, columns: 8, rows: 9, modules: [{ columns: 1, rows: 1 }] }", .planInvalid, 2, 47),
    ])
    func faultsHaveAPlace(yaml: String, code: DiagnosticCode, line: Int, column: Int) {
        let read = planFromYAML(yaml, file: "plan.yaml")
        #expect(read.output == nil)
        #expect(read.diagnostics.first?.code == code)
        #expect(read.diagnostics.first?.place == SourcePlace(file: "plan.yaml", line: line, column: column))
    }
}
