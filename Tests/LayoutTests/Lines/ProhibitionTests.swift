import Testing

@testable import Layout

/// Which characters may meet at the end of a line (GB/T 15834 5.1).
@Suite struct ProhibitionTests {
    /// `|` marks where a line may break; everywhere else it may not.
    @Test(arguments: [
        (TextRules.Kinsoku.gb, "汉|字，|汉|字。"),
        (.gb, "汉|“汉|字”|汉"),
        (.gb, "汉|——|汉"),
        (.strict, "汉——|汉"),
        (.gb, "汉……|汉"),
        (.gb, "增|长|11.6%|左|右"),
        (.gb, "零|下|−3℃～|5℃"),
        (.gb, "和／或"),
        (.basic, "和／|或"),
        (.gb, "卡|尔·|马|克"),
        (.gb, "《甲》、|《乙》|丙"),
        (.gb, "￥200|元"),
        (.gb, "约|≥50|人"), (.gb, "占|12‱|强"), (.gb, "重|±5|克"), (.gb, "高|37.5℃|时"), (.gb, "№12|楼"), (.gb, "第|3|天"),
        (.gb, "付|₩300|元"), (.gb, "长|5′6″|吧"),
        (.gb, "the |cat"),
        (.gb, "甲|A|乙"),
        (.none, "汉|，|字"),
    ])
    func opportunities(level: TextRules.Kinsoku, marked: String) {
        let plain = marked.filter { $0 != "|" }
        let text = shaped(plain, rules: TextRules(kinsoku: level))
        var found = ""
        for unit in 0..<text.count {
            if unit > 0, text.opportunities[unit] != .forbidden { found += "|" }
            found += text.text(of: unit..<(unit + 1))
        }
        #expect(found == marked)
    }
}
