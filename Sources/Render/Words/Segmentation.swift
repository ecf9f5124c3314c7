import Layout

extension WordList {
    /// What a character costs that no word accounts for.
    private static let unknownPrice = 17_000

    /// Parts a text into words: the likeliest way by the words' prices; digits and letters are words by themselves, and a
    /// surname takes the characters behind it that are no words of their own.
    func words(in text: String) -> [Word] {
        let scalars = Array(text.unicodeScalars)
        var words: [Piece] = []
        var index = 0
        while index < scalars.count {
            let end = scalars[index...].firstIndex { $0.wordScript != scalars[index].wordScript } ?? scalars.count
            switch scalars[index].wordScript {
            case .han: words += likeliest(Array(scalars[index..<end]), from: index)
            case .western:
                let isNumber = scalars[index].properties.numericType != nil
                words.append(Piece(scalars: index..<end, kind: isNumber ? .number : .noun))
            case .mark: words += (index..<end).map { Piece(scalars: $0..<($0 + 1), kind: .mark) }
            }
            index = end
        }
        return withNames(words, scalars).map { piece in
            let offset = scalars[..<piece.scalars.lowerBound].reduce(0) { $0 + UTF8.width($1) }
            return Word(start: offset, kind: piece.kind)
        }
    }

    private struct Piece {
        var scalars: Range<Int>
        var kind: Word.Kind
        /// What the word costs: how rare it is.
        var price = 0
    }

    /// From here on a word is rare: behind a surname it is rather a given name (陈春华).
    private static let rare = 13_500

    /// Dynamic programme from the end over all words of the list that begin at each character.
    private func likeliest(_ run: [Unicode.Scalar], from first: Int) -> [Piece] {
        let bytes = run.map { Array(String($0).utf8) }
        var best: [(cost: Int, end: Int, kind: Word.Kind, price: Int)] = Array(
            repeating: (0, 0, .unknown, 0), count: run.count + 1)
        for start in run.indices.reversed() {
            best[start] = (WordList.unknownPrice + best[start + 1].cost, start + 1, .unknown, 0)
            var key: [UInt8] = []
            for end in (start + 1)...min(run.count, start + WordList.longest) {
                key += bytes[end - 1]
                let found = find(key[...])
                if let entry = found.entry, entry.price + best[end].cost < best[start].cost {
                    best[start] = (entry.price + best[end].cost, end, entry.kind, entry.price)
                }
                guard found.hasMore else { break }
            }
        }
        var pieces: [Piece] = []
        var start = 0
        while start < run.count {
            let word = best[start]
            pieces.append(Piece(scalars: (first + start)..<(first + word.end), kind: word.kind, price: word.price))
            start = best[start].end
        }
        return pieces
    }

    /// 周|立|民 is a person: a surname with the one or two single characters behind it, unless they are words that hold
    /// sentences together.
    private func withNames(_ words: [Piece], _ scalars: [Unicode.Scalar]) -> [Piece] {
        func isGiven(_ index: Int, verbs: Bool) -> Bool {
            guard words.indices.contains(index), words[index].scalars.count == 1 else { return false }
            switch words[index].kind {
            case .noun, .person, .adjective, .unknown, .time, .verbalNoun: return true
            case .verb: return verbs
            default: return false
            }
        }
        func isGivenName(_ word: Piece) -> Bool {
            switch word.kind {
            case .person: true
            case .noun, .adjective: word.price > WordList.rare
            default: false
            }
        }
        var result: [Piece] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            var end = index + 1
            if word.scalars.count == 1, scalars[word.scalars.lowerBound].isSurname, result.last?.kind != .number {
                if isGiven(end, verbs: isGiven(end + 1, verbs: false)) {
                    end += isGiven(end + 1, verbs: false) ? 2 : 1
                } else if end + 1 < words.count, words[end].kind != .preposition,
                    words[end...(end + 1)].allSatisfy({
                        $0.scalars.count == 1 && $0.kind != .mark && $0.kind != .particle
                    }),
                    endsGivenName(scalars[words[end + 1].scalars.lowerBound])
                {
                    // 何|家|英.
                    end += 2
                } else if end < words.count, words[end].scalars.count == 2, isGivenName(words[end]) {
                    end += 1
                }
            } else if word.kind == .person, word.scalars.count == 2, end < words.count,
                words[end].scalars.count == 1,
                words[end].kind != .number, endsGivenName(scalars[words[end].scalars.lowerBound])
            {
                end += 1
            }
            // 郑佳|宜, whether the list has 郑佳 or not.
            let isShortName =
                end == index + 2 && scalars[word.scalars.lowerBound].isSurname
                && words[index..<end].allSatisfy { $0.scalars.count == 1 }
                || end == index + 1 && word.kind == .person && word.scalars.count == 2
            if isShortName, end < words.count, words[end].scalars.count == 1,
                endsGivenName(scalars[words[end].scalars.lowerBound])
            {
                end += 1
            }
            if end > index + 1 {
                let last = words[end - 1].scalars.upperBound
                result.append(Piece(scalars: word.scalars.lowerBound..<last, kind: .person))
            } else {
                result.append(word)
            }
            index = end
        }
        return result
    }
}

private enum WordScript { case han, western, mark }

extension Unicode.Scalar {
    fileprivate var wordScript: WordScript {
        if properties.isIdeographic { return .han }
        if properties.isAlphabetic || properties.numericType != nil { return .western }
        switch self {
        case ".", "%", "‰", "+", "-", "±", "℃", "°", "′", "’", "/", "&": return .western
        default: return .mark
        }
    }

    /// The commonest surnames of one character (the first hundred and forty of the Ministry of Public Security's lists, as
    /// far as they are no common words by themselves).
    fileprivate var isSurname: Bool { surnames.contains(self) }
}

private let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖\
    石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文施樊
    """.unicodeScalars)

/// Characters that end given names, as far as they are no common words by themselves.
private func endsGivenName(_ scalar: Unicode.Scalar) -> Bool { givenNames.contains(scalar) }

private let givenNames = Set(
    """
    伟芳娜敏静丽磊军洋勇艳杰娟涛超秀霞刚桂英华玉兰文志海峰晓宜佳怡婷欣雨涵轩宇浩然博子梓琪瑶萱悦思睿凯俊豪鑫鹏龙虎斌波辉\
    民荣祥瑞林森松柏梅莲菊琴芬芝珍珠凤燕莺云星辰耀宗祖德仁毅恒宁彤岩
    """.unicodeScalars)
