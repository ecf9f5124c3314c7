import Layout

extension DiagnosticCode {
    /// In Chinese; the switch is exhaustive, so that no new code is forgotten.
    var chineseExplanation: String {
        switch self {
        case .fileMissing:
            "找不到文件夹或文件。检查路径的拼写和大小写；文件名相对于写它的那个 YAML 或稿件所在的文件夹。"
        case .fileOutside:
            "文件在报纸的文件夹之外（用了 ..、绝对路径或符号链接）。排版只读报纸文件夹之内的文件，好让一期报纸可以整个搬走、归档。请把文件拷进来。"
        case .fileUnreadable:
            "文件在，但读不出来：没有权限，或者它不是普通文件。"
        case .fileTooLarge:
            "文件超过大小上限。通常是放错了文件；确有需要时先缩小图片或拆分稿件。"
        case .encodingConverted:
            "文件不是 UTF-8，已按 GB 18030 转换。排出的字是对的；建议把文件另存为 UTF-8，以免别的工具读错。"
        case .encodingBroken:
            "文件既不是 UTF-8，也不是 GB 18030，读不出的字节换成了 U+FFFD。请从来源重新取得稿件。"
        case .characterStray:
            "文件里有看不见的控制字符，已略去。多半是从别的软件里粘贴来的。"
        case .fileIgnored:
            "stories 文件夹里的这个文件不是稿件，没有读。稿件的扩展名是 .md。"
        case .findingsCut:
            "这个文件里的问题太多，后面的没有列出。先改已列出的，再运行一次。"
        case .editionEmpty:
            "这一期没有稿件。至少要在 stories 文件夹里放一篇有 headline 的 Markdown 稿件。"
        case .yamlSyntax:
            "YAML 写法有误，从这里起读不下去。常见原因：冒号后缺空格、缩进不齐、引号没有配对、用了制表符。"
        case .keyUnknown:
            "没有这个键，它的值没有起作用。消息里给出了最接近的写法；全部的键见 press schema。"
        case .keyRepeated:
            "同一个键写了两次。只有一个值能起作用，请删去另一个。"
        case .keyMissing:
            "缺少必须有的键。"
        case .valueType:
            "值的类型不对，比如该写数字的地方写了文字，该写列表的地方写了一个词。"
        case .valueUnknown:
            "这个键只接受几种写法，这里写的不在其中。消息里列出了可以写的值。"
        case .valueRange:
            "数值超出了允许的范围。"
        case .dateInvalid:
            "没有这一天，或日期的写法不是 2026-11-23 这样的年-月-日。星期和农历由日期推算，所以日期必须对。"
        case .formatUnsupported:
            "文件的 format 版本比这个 press 所认得的新。请升级 press，或改用 format: 1。"
        case .valueEmpty:
            "键后面没有值，或列表里有空项；空的部分当作没有写。值里若有 # 或冒号，要加引号。"
        case .headlineMissing:
            "稿件没有主题。每篇稿件的文件头里都要有 headline。"
        case .copyEmpty:
            "稿件没有正文。"
        case .markupUnsupported:
            "报纸版面上没有与这种 Markdown 写法对应的排法，文字照排，标记略去。"
        case .keyIgnored:
            "稿件里写的这个要求，现在的 press 还做不到：它照常排这篇稿件，只是不照这一条办。"
        case .quoteStrange:
            """
            quote 要写正文里的一句话（标点可以不同）。引语排不下时会省去，所以只出现在引语里的话，读者可能看不到；引语和正文不一致，多半是正文改过了。
            """
        case .storyPageMissing:
            "稿件要上的版不存在。检查 page 或 jump，或在 edition.yaml 的 pages 里加版。"
        case .pictureFormat:
            "图片不是 JPEG、PNG 或 SVG，或内容与扩展名不符。请另存为其中一种。"
        case .pictureBroken:
            "图片文件已损坏，解不出图像。请从来源重新取得。"
        case .pictureTooLarge:
            "图片的像素数超过上限，没有解码。请缩小到版面所需：每毫米约 8 像素（200 dpi）已足够新闻纸印刷。"
        case .pictureCoarse:
            "图片放到这个大小，分辨率不够，印出来会发虚。换用更大的原图，或让它占更少的栏。"
        case .pictureUnplaced:
            "图片没有排进版面：稿件所得的地方容不下它。给稿件更多的栏或行，或减少图片。"
        case .advertisementFormat:
            "广告文件不是可用的格式，版面上留出了它的位置。"
        case .advertisementPlace:
            "广告放不进所定的位置：超出版心，与别的广告相叠，或所定的版不存在。"
        case .advertisementMark:
            "广告要有可以辨认的“广告”字样（《广告法》第十四条）。"
        case .glyphMissing:
            "所有字体里都没有这个字，版面上会出现空框。检查是否错字；确是生僻字时，给字体文件夹补一款含有它的字体。"
        case .glyphFallback:
            "所选的字体里没有这个字，用了后备字体里的字形。笔画的粗细可能与周围不同，请看一眼。"
        case .fontUnknown:
            "没有这个名字的字体。press fonts 列出可用的字体。"
        case .lineRuleBroken:
            "栏太窄，一串三个以上的标点只好断开，下一行以标点开头。改写这句，或加宽栏。"
        case .lineOverfull:
            "有一行排不下，超出了栏宽：其中有不能断开的长词或网址。改写这句，或加宽栏。太宽的表格先缩小字号（到 7 点），再从词和数字当中断开，并在这里说明。"
        case .headlineOverfull:
            "标题用最小的字号也排不下。缩短标题，或给它更多的栏。"
        case .headlineStop:
            "标题末尾不用句号，这个句号没有排。问号、叹号和省略号照排。"
        case .storyOverset:
            "稿件太长，地方不够，文末有字没有排上。删去消息里所说的行数，或给它更多的地方；允许从文末删时，写 keep。"
        case .storyUnplaced:
            "稿件没有排上任何一版。消息里说明了原因：没有地方，或 columns、pin、page 的要求无法同时满足。"
        case .partLeftOut:
            """
            稿件里允许省去的部分（optional: 里的副题、图片）或引语（quote）没有排：留下它们，这一版就排不满、排不下。\
            要一定排，就从 optional 里去掉它，或在计划里给稿件别的地方；引语的位置可以在计划里写 quote: 段号。
            """
        case .storyCut:
            "稿件照 keep: 从末尾的句子起删短了，因为版面放不下。删去的文字写在消息里。要留全文，就去掉 keep:，或删别的稿件。"
        case .storyJumped:
            "本版放不下全文，稿件照 jump: 转到另一版，两处都有下转、上接的说明。"
        case .pageOverfull:
            "分给这一版的稿件太多。消息说多出多少行、多少字，提示里列出可以从哪几篇删、各删多少；版面仍照能排的最好的样子排出。"
        case .pageHole:
            "版面上有一块空白没有内容可填。加一篇 filler 稿件，或放宽附近稿件的 columns。"
        case .planInvalid:
            "版面计划读不懂，或与这一期不符，比如提到了没有的稿件。重新用 press plan 生成，再改。"
        case .planOverlap:
            "计划里有两块内容重叠。"
        case .planOutdated:
            "期文件夹里的 plan.yaml 与这一期对不上了（版心变了，或新稿要加版），各版重新安排。要保留新版面，用 press plan -o 再写一份。"
        case .planMoved:
            "沿用的 plan.yaml 里有模块动了位置：稿件改了、撤了、新到了，或计划改得排不下。说明为谁动的、动了哪些；press plan --since 说明动到哪里。要一字不差照计划排，用 --plan；不许动的模块写 pin: true。"
        case .planTree:
            "计划里一版的 tree: 写错了，或与各块的 columns、rows 不合。各块都写了 columns、rows 时以它们为准，tree 可以不写；有的没写时，press 照 tree 找最好的分割。tree 里本版每一块写一次：/ 分上下，| 分左右，括号括起一组，如 \"nameplate / (a | (b / c))\"。"
        case .planMisfit:
            "计划里的一块照写的排不好：文字比位置长或短，或标题、栏数、图片不能这样排。在计划里改它的 columns、rows 或排法（不写 head: 就由 press 来定），或改稿。"
        case .headsButting:
            "碰题：两个大小相近的标题并排在同一高度，读起来像一个。把字号或高低错开，中间放图片或围框，或把一个改成竖题。"
        case .pageSeam:
            "断版：一条直线在版面中部横贯全版，一版成了两截。让某一块跨过它。"
        case .headHierarchy:
            "同一版上，次要稿件的标题比重要稿件的大。给重要的更多的栏，或给次要的较小的标题（prefer: { head: … }）。"
        case .formName:
            "报名应是一版上最大的字（《报纸出版形式差错》2020，计四分）。加大报头，或缩小一版的标题。"
        case .formFact:
            "报纸要在固定的位置刊出日期、总期号、版数、国内统一连续出版物号、主办单位、社址、印刷、发行、定价。这里所说的一项版面上没有：在 paper.yaml 的 colophon 或 edition.yaml 的 date、issue 里写上。"
        case .formFolio:
            "每一版的报眉都要有版次，且在各版的同一位置。"
        case .pinUnmet:
            "稿件没有能排在 pin 所要求的位置；沿用旧计划时，也指栏数不合稿件现在的要求。"
        }
    }
}
