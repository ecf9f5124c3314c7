/// The words and characters that the grammar of headlines knows by themselves.
extension HeadlineGrammar {
    /// They point at the word behind them.
    static let pointers: Set<String> = ["第", "每", "各", "该", "本", "此", "这", "那"]
    /// Verbs that are followed by what somebody says or makes another do.
    static let reporting: Set<String> = [
        "提醒", "宣布", "建议", "判决", "回应", "要求", "发现", "表示", "认为", "希望", "呼吁", "指出", "预计", "报道", "通报",
        "让", "使", "令", "请", "教", "叫", "帮", "看", "盼", "说", "称", "谈", "邀", "助",
    ]
    static let causing: Set<String> = ["让", "使", "令", "请", "教", "叫", "帮"]
    static let numerals = Set("零〇一二三四五六七八九十百千万亿两".unicodeScalars)
    /// Verbs that are nothing without the place behind them.
    static let towards: Set<String> = ["到", "赴", "抵", "至", "往"]
    /// Prepositions that complete the verb before them: 提高至, 堵在.
    static let complements: Set<String> = ["至", "到", "在", "于", "给", "向", "往"]
    /// Characters that end names of places, bodies, persons and things.
    static let endings = Set(
        """
        者性化率度级型式人区市县省镇乡村街路桥站港湖河江山岛湾园馆院校厅局处科队会团社部厂店所室家员生师长工手案法奖赛段籍号期年月日时\
        上下中里内外前后间旁边制款费价量额权力品机车线票证卡网展节杯城等们
        """.map { String($0) })
}
