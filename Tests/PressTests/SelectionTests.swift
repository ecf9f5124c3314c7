import Layout
import Testing

@testable import press

@Suite struct SelectionTests {
    @Test(arguments: [
        ("1", [1]), ("1,4", [1, 4]), ("2-3", [2, 3]), ("4,1-2", [1, 2, 4]), ("3-3", [3]),
    ])
    func pagesAreSelected(argument: String, pages: [Int]) throws {
        let selection = try #require(PageSelection(argument: argument))
        #expect((1...4).filter(selection.contains) == pages)
    }

    @Test(arguments: ["", "0", "a", "1,", ",1", "3-2", "1-2-3", "-1", "1-"])
    func nonsenseIsRefused(argument: String) {
        #expect(PageSelection(argument: argument) == nil)
    }

    @Test func pagesBeyondTheLastAreAUsageError() throws {
        let selection = try #require(PageSelection(argument: "2,5"))
        let stop = try #require(throws: Stop.self) { try selection.check(count: 4) }
        #expect(stop.status == .usage)
        #expect(stop.reason?.en == "there is no page 5: there are 4")
    }

    @Test(arguments: [
        (["press", "--lang", "zh"], ["LANG": "C"], Language.zh), (["press", "--lang=en"], ["LANG": "zh_CN"], .en),
        (["press"], [:], .en), (["press"], ["LANG": "zh_CN.UTF-8"], .zh),
        (["press"], ["LC_ALL": "", "LANG": "zh"], .zh),
        (["press"], ["LC_ALL": "en_US", "LANG": "zh"], .en), (["press"], ["LANG": "ja_JP"], .en),
    ])
    func theLanguageIsChosen(arguments: [String], environment: [String: String], language: Language) {
        #expect(Language.chosen(arguments: arguments, environment: environment) == language)
    }

    @Test func shippedFoldersAreLookedForUpwards() {
        #expect(
            Shipped.fonts.candidates(besides: "/opt/bin/press") == [
                "/opt/bin/fonts", "/opt/bin/share/press/fonts", "/opt/fonts", "/opt/share/press/fonts", "/fonts",
                "/share/press/fonts",
            ])
    }

    @Test func tablesLineUp() {
        #expect(
            textTable([["版", "稿件", "字"], ["1", "供暖提前", "900"], ["12", "a", "5"]]) == """
                版  稿件      字
                1   供暖提前  900
                12  a         5

                """)
    }
}
