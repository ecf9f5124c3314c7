import Layout
import Testing

@testable import Copydesk

@Suite struct MarkdownTests {
    @Test(arguments: [
        ("一段。\n\n二段。", ["P 一段。", "P 二段。"]),
        ("上行\n下行", ["P 上行下行"]),
        ("上行，\n“下行”", ["P 上行，“下行”"]),
        ("two\nwords", ["P two words"]),
        ("he said\n“two words”", ["P he said “two words”"]),
        ("“话”\n“话”", ["P “话”“话”"]),
        ("用Swift\n写成", ["P 用Swift写成"]),
        ("用\nSwift写成", ["P 用Swift写成"]),
        ("　　本报讯。\n　　又讯。", ["P 本报讯。", "P 又讯。"]),
        ("李　明", ["P 李　明"]),
        ("**粗**与*点*", ["P [b:粗]与[d:点]"]),
        ("***粗点***", ["P [b:[d:粗点]]"]),
        ("**粗*点*粗**", ["P [b:粗][b:[d:点]][b:粗]"]),
        ("## 小题", ["H 小题"]),
        ("# 大题\n\n### 三级", ["H 大题", "H 三级"]),
        ("- 甲\n- 乙", ["L • 甲", "L • 乙"]),
        ("3. 甲\n4. 乙", ["L 3. 甲", "L 4. 乙"]),
        ("1) 甲\n2) 乙", ["L 1) 甲", "L 2) 乙"]),
        ("- 甲\n\n  续\n- 乙", ["L • 甲", "P 续", "L • 乙"]),
        ("- 甲\n  - 子\n- 乙", ["L • 甲", "L – 子", "L • 乙"]),
        ("1. 甲\n   1. 子\n   2. 丑\n2. 乙", ["L 1. 甲", "L 1.1. 子", "L 1.2. 丑", "L 2. 乙"]),
        ("> 引文\n> 续\n>\n> 又一段", ["Q 引文续", "Q 又一段"]),
        ("一句，\\\n二句。", ["V 一句，⏎二句。"]),
        ("一句，  \n二句。\\", ["V 一句，⏎二句。"]),
        ("一句，\\\n二句，\n三句。", ["P 一句，⏎二句，三句。"]),
        ("> 一句，\\\n> 二句。", ["Q 一句，⏎二句。"]),
        ("甲\n\n***\n\n乙", ["P 甲", "P 乙"]),
        ("看[这里](http://a.b/c_d)吧", ["P 看<这里 http://a.b/c_d>吧"]),
        ("![图](a.jpg)在此", ["P 图在此"]),
        ("用`a*b*c`和``x`y``", ["P 用a*b*c和x`y"]),
        ("H<sub>2</sub>O<br>水", ["P H2O⏎水"]),
        ("<div>\n块<b>里</b>字\n</div>", ["P 块里字"]),
        ("<!-- 编辑\n不排 -->\n\n正文", ["P 正文"]),
        ("甲<!-- 不排 -->乙", ["P 甲乙"]),
        ("    缩进的一段，*点*。\n    又一段。", ["P 缩进的一段，[d:点]。", "P 又一段。"]),
        ("```\n原样\n两行\n```", ["P 原样", "P 两行"]), ("```码\n原样\n```", ["P 码", "P 原样"]),
        ("此事[^1]有注。\n\n[^1]: 注文 在此", ["P 此事[s:1]有注。", "P [s:1]: 注文 在此"]),
        ("去{东昌|dōng chāng}的路", ["P 去[东昌^dōng chāng]的路"]), ("{郫|pí}{都|dū}", ["P [郫^pí][都^dū]"]),
        ("**在{东昌|Dōngchāng}**", ["P [b:在][[b:东昌]^Dōngchāng]"]),
        ("{a}{{东|dōng}{东昌|a{b}", ["P {a}{[东^dōng][东昌^a{b]"]),
        ("{没有竖线}和{|空}和{空|}和{a", ["P {没有竖线}和{|空}和{空|}和{a"]),
        ("[问]: 为什么？\n\n[答]: 不为什么", ["P [问]: 为什么？", "P [答]: 不为什么"]),
        ("<<书名>>和<三国>", ["P <<书名>>和<三国>"]),
        ("\"直引号\"...--", ["P \"直引号\"...--"]),
        ("~~不删~~ www.a.cn", ["P ~~不删~~ www.a.cn"]),
        ("a &amp; b &lt;", ["P a & b <"]),
        ("| 品 | 价 |\n|:--|--:|\n| 菜 | 1 |\n| 瓜 |", ["T leading,trailing 品|价/菜|1/瓜|"]),
        ("前言\n| 品 | 价 |\n|:-:|---|\n| **菜** | 1 | 多 |", ["P 前言", "T centre,leading 品|价/[b:菜]|1 多"]),
        ("", []), ("\n\n", []), ("****", []),
    ])
    func table(source: String, expected: [String]) throws {
        let found = try blocks(source)
        #expect(found == expected)
    }

    @Test(
        arguments: [
            ("**“加粗”**例", "[b:“加粗”]例"), ("他说**“好。”**然后", "他说[b:“好。”]然后"),
            ("**看得见**和**“留得住”**要", "[b:看得见]和[b:“留得住”]要"), ("*重点。*后文", "[d:重点。]后文"),
            ("**注：**正文", "[b:注：]正文"), ("**注**：正文", "[b:注]：正文"), ("前**（注）**后", "前[b:（注）]后"),
            ("前**《书》**、**《刊》**后", "前[b:《书》]、[b:《刊》]后"), ("**“甲”****“乙”**", nil),
            ("他说*“好”*，*“妙”*。", "他说[d:“好”]，[d:“妙”]。"), ("说**\"好\"**吧", "说[b:\"好\"]吧"),
            ("说**(好)**吧", "说[b:(好)]吧"), ("涨了**11.6%**左右", "涨了[b:11.6%]左右"), ("写一个**“软”**字", "写一个[b:“软”]字"),
            ("**——好**的", "[b:——好]的"), ("好**……**的", "好[b:……]的"), ("**[链](http://a)**接", "[b:]"),
            ("***“甲”***乙", "[b:[d:“甲”]]乙"), ("**他说*“好”*了。**后", "[b:他说][b:[d:“好”]][b:了。]后"),
            ("**“a”** 乙", "[b:“a”] 乙"), ("（**甲**）", "（[b:甲]）"), ("（*甲。*）乙", "（[d:甲。]）乙"),
            ("3*4*5", "3*4*5"), ("138****1234", "138****1234"), ("5 * 3", "5 * 3"), ("评分*", "评分*"),
            ("\\*“甲”\\*乙", "*“甲”*乙"), ("`*“甲”*`乙", "*“甲”*乙"), ("￥**5。**元", "￥[b:5。]元"),
            ("**“甲”**\n**“乙”**", "[b:“甲”“乙”]"), ("*a* *b*", "[d:a] [d:b]"), ("it*s*", "it*s*"),
        ] as [(String, String?)])
    func emphasis(source: String, expected: String?) throws {
        let result = try blocks(source).joined(separator: "/")
        if let expected, expected != "[b:]" { #expect(result == "P " + expected) }
        if expected == "[b:]" { #expect(result == "P <[b:链] http://a>接" || result == "P [b:<链 http://a>]接") }
        #expect(!result.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
    }

    @Test func placesAreThoseOfTheFile() throws {
        let text = "一段\n\n## 题\n\n- 甲\n- 乙\n\n> 引\n\n|a|b|\n|-|-|\n|c|d|\n"
        #expect(try blocksAndFindings(text).places == [1, 3, 5, 6, 8, 10, 10, 12, 12])
        let folder = try issue(["stories/a.md": "---\nheadline: 题\n---\n\n段\n\n> 说**“好”**的\n"])
        let body = try #require(folder.read().output.edition?.stories.first?.body)
        #expect(body.flatMap(paragraphs).map { [$0.place.line, $0.place.column] } == [[5, 1], [7, 3]])
    }

    @Test(arguments: [
        ("# 题", "note 1:1"), ("a\n\n---\n\nb", "note 3:1"), ("甲\n乙![图](a.jpg)", "warning 2:0"),
        ("a<b>c</b>", "warning 1:0"),
        ("- a\n  - b", "warning 2:3"), ("```\na\n```", "warning 1:1"), ("|a|\n|-|\n|b|c|", "warning 3:1"),
        (String(repeating: "很长的一段话", count: 8) + "\n---\n", "warning 1:1"),
    ])
    func remarks(source: String, expected: String) throws {
        let findings = try blocksAndFindings(source).findings
        #expect(findings.allSatisfy { $0.code == .markupUnsupported })
        let first = try #require(findings.first)
        #expect("\(first.severity.rawValue) \(first.place?.line ?? 0):\(first.place?.column ?? 0)" == expected)
    }

    /// The parser's time grows with the square of some input; press does not give it such input.
    @Test(arguments: [
        "[", "*a_", "> ", "- ", "`", "<!-", "![", "|a", "[a](", "\\", "**“", "(*", "&#", "*", "_a", "![](",
        "|a|b|\n", "<a ", "~~a", "]", "* a _",
    ])
    func hostileBodiesEnd(piece: String) throws {
        let text = String(repeating: piece, count: 100_000)
        // What is just tame enough for the parser, too.
        let tame = String(repeating: piece, count: 1_990 / piece.count { $0.isPunctuation || $0.isSymbol })
        _ = try blocks(tame)
        let start = ContinuousClock.now
        let result = try blocks(text + "\n\n" + String(repeating: piece + "\n", count: 1_900))
        #expect(!result.isEmpty)
        #expect(ContinuousClock.now - start < .seconds(120))
    }
}
