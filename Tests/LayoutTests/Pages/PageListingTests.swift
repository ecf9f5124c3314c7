import Testing

@testable import Layout

/// A whole small page, line by line: what stands where. A change here is a change of the printed page.
@Suite struct PageListingTests {
    @Test func aPageOfThreeStories() async {
        let place = SourcePlace(file: "x", line: 1)
        func paragraph(_ text: String) -> Block { .paragraph(Paragraph([Span(text)], at: place)) }
        var lead = Story(
            name: "lead", headline: ["小城有了新桥"],
            body: [
                paragraph("今天清晨6:30，沙溪河上的雾还没散，第一辆自行车过了桥。修桥用了14个月，换下石料207块，老石狮一只不少。"),
                .crosshead(Paragraph([Span("桥上的人")], at: place)),
                paragraph("“走了一辈子，还是这座桥。”卖豆腐的何师傅说，“今后不用绕路了。”他的摊子摆在桥东，已有三十年。"),
            ], place: place)
        lead.priority = 4
        lead.byline = ["记者 李明"]
        var brief = Story(name: "brief", headline: ["周末有雪"], body: [paragraph("气象台说，周六起有小雪，出门带伞。")], place: place)
        brief.priority = 1
        let grid = PageGrid(
            columns: 3, characters: 9, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 22)
        let paper = Paper(
            name: "小报", page: PageSize(trim: Size(width: .points(300), height: .points(300))), grid: grid)
        let edition = Edition(
            paper: paper, date: CalendarDate(year: 2026, month: 11, day: 23)!, issue: 7,
            pages: [PageCopy(section: "要闻")], stories: [lead, brief])
        let set = await typeset(edition, with: FixedMeasurer())
        #expect(
            listing(of: set.output.pages[0]) == """
                page 1
                nameplate 20,18 261×108
                  nameplate 67,94 小报
                  2 rules
                  date-block 20,122 2026年11月23日　星期一　农历丙午年十月十五
                  date-block 204,123 总第7期　今日1版
                lead 20,138 171×144
                  second-headline 24,161 小城有了新桥
                  body 83,147 今天清晨6:30，沙溪河上的
                  body 65,159 雾还没散，第一辆自行车过了桥。
                  body 65,171 修桥用了14个月，换下石料207
                  body 65,183 块，老石狮一只不少。
                  crosshead 107,209 桥上的人
                  body 78,231 “走了一辈子，还是这座桥。”
                  body 65,243 卖豆腐的何师傅说，“今后不用绕
                  body 65,255 路了。”他的摊子摆在桥东，已有
                  body 65,267 三十年。
                  byline 137,279 （记者\u{A0}李明）
                brief 200,138 81×144
                  brief-headline 209,182 周末有雪
                  body 227,219 气象台说，
                  body 209,231 周六起有小雪，
                  body 209,243 出门带伞。
                rules 20,18 261×264
                  2 rules
                """)
    }
}
