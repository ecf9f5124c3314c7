import Layout

/// A text file to write, with its path in the newspaper's folder.
struct NewFile {
    var path: String
    var text: String
}

/// A newspaper of one small page with a first edition, whose stories say how it is made.
func newPaper(title: String, day: CalendarDate) -> [NewFile] {
    var name = ""
    JSONValue.quote(title, to: &name)
    return [
        NewFile(path: "paper.yaml", text: paperYAML(name: name)),
        NewFile(path: "\(day.isoText)/edition.yaml", text: editionYAML(day: day)),
        NewFile(path: "\(day.isoText)/stories/1-first.md", text: firstStory),
        NewFile(path: "\(day.isoText)/stories/2-copy.md", text: copyStory),
        NewFile(path: "\(day.isoText)/stories/3-pages.md", text: pagesStory),
    ]
}

private func paperYAML(name: String) -> String {
    """
    # 这份报纸每天不变的东西。每个键都可以不写，不写就用默认值；全部的键见 press schema paper。
    name: \(name)
    page: { size: { width: 195mm, height: 275mm }, bleed: 3mm }   # size 也可以是 broadsheet（对开）或 tabloid（四开）
    grid: { columns: 4, characters: 11, body: 9pt, pitch: 12pt, rows: 54 }
    nameplate: { columns: 4, rows: 9, place: top }
    colophon:
      unit: 编辑部
      cn: CN 00-0000
      address: 本市东城大街 1 号
      phone: 010-00000000
      printer: 本报印务中心
      price: 零售 1.00 元

    """
}

private func editionYAML(day: CalendarDate) -> String {
    """
    # 这一期的东西。星期和农历由日期推算。
    date: \(day.isoText)
    issue: 1
    pages: [{ section: 要闻 }]

    """
}

private let firstStory = """
    ---
    headline: [一张新报纸, 今天付排]
    deck: 稿件是普通文本，版面由 press 排出
    dateline: 本报讯
    byline: [本报记者 新手]
    priority: 5
    ---
    今天，一张新报纸付排了。它的全部家当是一个文件夹：一个 paper.yaml，写着报名、开本、栏数和版权；一个以日期为名的文件夹，装着这一期的\
    稿件。没有专用的软件，也没有看不懂的格式，任何文本编辑器都能打开。

    你现在读的这篇稿件，就在 stories 文件夹里，文件名是 1-first.md。两道横线之间是文件头：headline 是主题（方括号里分行，不写方括号时自动分行），deck 是副题，dateline 是电头，\
    byline 是署名，priority 是分量——5 是头条，3 是一般，1 是简讯。横线以下是正文，一段空一行。

    改几个字，存盘，再运行一次 press build，新的版面就出来了。把它删掉，换成自己的消息，这张报纸就是你的了。

    """

private let copyStory = """
    ---
    headline: 稿件怎样写
    priority: 3
    ---
    正文用 Markdown 写。**两个星号之间的字**排成黑体，*一个星号之间的字*下面加着重号。

    ## 小标题这样写

    行首两个井号，后面是小标题。列表、表格、引文也照 Markdown 的写法：

    > 写得短，读得懂，是对读者最大的尊重。

    标点照中文的习惯写，直角或弯的引号都可以；中文和 English、数字 2026 之间不用敲空格，排版时会自己留出空隙。行首不会出现句号和逗号，\
    行尾不会留下半个引号，这些规矩都由排版照管。

    配图写在文件头的 pictures 里，说明、署名和替代文字各有一项。图片要放在报纸的文件夹之内。

    """

private let pagesStory = """
    ---
    headline: 版面怎样定
    priority: 3
    ---
    每篇稿件放在哪里、占几栏、用多大的标题，由 press 通盘计划：头条在上，重要的在前，长短相配，不留空白。

    不合意时有三种办法。一是在文件头里提要求：page 指定版次，columns 指定宽度，pin 指定位置，box 加框。二是用 press plan 把计划写成一个文本\
    文件，改好以后用 --plan 照着排。三是改稿：press fit 会逐篇说明超了几行、欠了几行。

    press check 把可疑的地方一次说全：找不到的文件、拼错的键、没有的字、太糊的图。看不懂消息里的代码，用 press explain 查。

    每次排版，同样的稿件得到同样的版面，一个字节也不差；写坏了一半的文件不会留下，旧的版面总是完整的。放心改，放心试。

    """
