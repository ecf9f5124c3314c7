import Layout

/// `press inspect` for people: the lines as they are set, what each gave or took, then the clusters.
extension InspectedText {
    func text(in language: Language) -> String {
        var blocks = [heading(in: language)]
        for part in parts {
            guard let inspection = part.inspection else { continue }
            blocks.append(part.lineTable(inspection.lines, in: language))
            guard isExplaining else { continue }
            blocks += inspection.runnersUp.map { part.explanation(of: $0, in: language) }
            if inspection.runnersUp.isEmpty {
                blocks.append(
                    Phrase(zh: "没有别的断法。\n", en: "There is no other way to break it.\n")[language])
            }
        }
        blocks += parts.map { $0.clusterTable(in: language) }
        let signs = Phrase(
            zh: "× 不断　÷ 可断　÷ 60 可断而有代价　¶ 必断\n",
            en: "× no break before it   ÷ a break   ÷ 60 a break at a price   ¶ a break that the text asks for\n")
        return blocks.joined(separator: "\n") + signs[language]
    }

    /// `13em · gb · quanjiao · 1/4em · Song 9pt：4 行，代价 340，第 1 遍`
    private func heading(in language: Language) -> String {
        var facts: [String] = []
        if let measure = subject.measure { facts.append(measure.text + "em") }
        let locale = subject.rules.locale
        facts.append(locale == .root ? "UAX #14" : subject.rules.kinsoku.rawValue)
        facts += [
            subject.rules.punctuation.rawValue,
            Phrase(zh: "间距", en: "gap")[language] + " \(subject.rules.gap.text)em",
        ]
        facts.append(
            "\(subject.style.families.first ?? "") \(short(subject.style.size.scaled, of: Length.unitsPerPoint))pt")
        var line = facts.joined(separator: " · ")
        if subject.measure != nil {
            let lines = parts.reduce(0) { $0 + ($1.inspection?.lines.count ?? 0) }
            line +=
                Phrase(
                    zh: "：\(lines) 行，代价 \(cost)，\(passes) 遍",
                    en:
                        ": \(lines) line\(lines == 1 ? "" : "s"), cost \(cost), \(passes) pass\(passes == 1 ? "" : "es")"
                )[
                    language]
        }
        return line + "\n"
    }
}

extension InspectedText.Part {
    fileprivate func lineTable(_ lines: [InspectedLine], in language: Language) -> String {
        let rows = lines.enumerated().map { number, line in
            let blank = String(repeating: "　", count: line.indent / text.em)
            let cost = Phrase(zh: "代价 \(line.cost)", en: "cost \(line.cost)")
            let width = line.width == line.natural ? "" : "\(short(line.natural)) →"
            return [
                "\(number + 1)", "│\(blank)\(text.text(bytes: line.bytes))", "│", width, short(line.width),
                changes(of: line, in: language), cost[language],
            ]
        }
        return textTable(rows)
    }

    /// `收 ，、；： 0.25` and so on.
    private func changes(of line: InspectedLine, in language: Language) -> String {
        var parts = line.adjustments.map { change in
            let sign = change.rank.isShrinking ? "−" : "+"
            return "\(change.rank.name[language]) \(sign)\(short(change.amount))"
        }
        if line.perGap != 0 {
            parts.append(Phrase(zh: "每处 \(short(line.perGap))", en: "\(short(line.perGap)) each")[language])
        }
        if line.overfull > 0 {
            parts.append(Phrase(zh: "超出 \(short(line.overfull))", en: "\(short(line.overfull)) too long")[language])
        }
        if line.isHanging { parts.append(Phrase(zh: "悬标点", en: "hanging mark")[language]) }
        if line.penalty > 0 {
            parts.append(Phrase(zh: "断处 \(line.penalty)", en: "break \(line.penalty)")[language])
        }
        if line.jump > 0 {
            parts.append(Phrase(zh: "松紧不匀 \(line.jump)", en: "unlike the one before \(line.jump)")[language])
        }
        return parts.joined(separator: language == .zh ? "，" : ", ")
    }

    fileprivate func explanation(of next: RunnerUp, in language: Language) -> String {
        let difference = next.cost - next.chosen
        let worst = next.lines[next.worstLine]
        let number = next.worstLine + 1
        let whole = Phrase(
            zh: "次优断法：代价 \(next.cost)，贵 \(difference)；\(next.reason.phrase.zh)。",
            en: "Next best way: cost \(next.cost), \(difference) dearer; it \(next.reason.phrase.en).")
        let line = Phrase(
            zh: "次优断法：代价 \(next.cost)，贵 \(difference)；第 \(number) 行\(next.reason.phrase.zh)，代价 \(worst.cost)。",
            en: "Next best way: cost \(next.cost), \(difference) dearer; its line \(number) "
                + "\(next.reason.phrase.en), which costs \(worst.cost).")
        return (worst.cost == 0 ? whole : line)[language] + "\n" + lineTable(next.lines, in: language)
    }

    fileprivate func clusterTable(in language: Language) -> String {
        let head = [
            Phrase(zh: "位置", en: "start"), Phrase(zh: "断", en: "break"), Phrase(zh: "字", en: "text"),
            Phrase(zh: "类", en: "class"), Phrase(zh: "宽", en: "advance"), Phrase(zh: "间距", en: "gap"),
        ].map { $0[language] }
        let rows = clusters.map { cluster in
            [
                "\(offset + cluster.bytes.lowerBound)", cluster.before.sign,
                text.text(bytes: cluster.bytes).visible, cluster.letter, short(cluster.advance),
                cluster.gap == 0 ? "" : short(cluster.gap),
            ]
        }
        return textTable([head] + rows)
    }

    private func short(_ scaled: Int) -> String { press.short(scaled, of: text.em) }
}

/// With three decimals at the most.
private func short(_ scaled: Int, of em: Int) -> String {
    var digits = emText((scaled * 1000 + em / 2) / em, of: 1000)
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    return digits
}

extension BreakOpportunity {
    fileprivate var sign: String {
        switch self {
        case .forbidden: "×"
        case .allowed(penalty: 0): "÷"
        case .allowed(let penalty): "÷ \(penalty)"
        case .mandatory: "¶"
        }
    }
}

extension String {
    /// With signs for spaces and line breaks.
    fileprivate var visible: String {
        switch self {
        case " ": "␣"
        case "\n", "\r\n": "⏎"
        default: self
        }
    }
}

extension Fraction {
    fileprivate var text: String {
        if numerator.isMultiple(of: denominator) { return "\(numerator / denominator)" }
        return denominator <= 16 ? "\(numerator)/\(denominator)" : emText(numerator, of: denominator)
    }
}

extension LadderRank {
    fileprivate var name: Phrase {
        switch self {
        case .shrink1: Phrase(zh: "行尾标点", en: "mark at the end")
        case .shrink2, .stretch1: Phrase(zh: "词距", en: "word spaces")
        case .shrink4: Phrase(zh: "括号引号", en: "brackets, quotes")
        case .shrink5: Phrase(zh: "，、；：", en: "，、；：")
        case .shrink6, .stretch2: Phrase(zh: "中西间距", en: "Han–Western gaps")
        case .shrink7: Phrase(zh: "。？！", en: "。？！")
        case .shrink8, .stretch3: Phrase(zh: "字距", en: "joints")
        case .stretch5: Phrase(zh: "标点空白", en: "blanks of marks")
        case .stretch4: Phrase(zh: "网址字母", en: "letters of addresses")
        }
    }
}

extension RunnerUp.Reason {
    fileprivate var phrase: Phrase {
        switch self {
        case .overfull: Phrase(zh: "装不下", en: "sticks out")
        case .shortLastLine: Phrase(zh: "末行太短", en: "is a last line too short")
        case .penalty: Phrase(zh: "断在不宜断处", en: "ends where a line should not")
        case .sentenceStop: Phrase(zh: "挤了句末点号", en: "squeezes a sentence stop")
        case .unlike: Phrase(zh: "与上一行松紧不匀", en: "is unlike the one before")
        case .stretch: Phrase(zh: "拉得更松", en: "is stretched more")
        case .shrink: Phrase(zh: "挤得更紧", en: "is squeezed more")
        case .meaning: Phrase(zh: "断了连在一起的词", en: "parts what belongs together")
        case .uneven: Phrase(zh: "长短更不匀", en: "has lines less alike")
        case .lines: Phrase(zh: "并不差，只是多一行", en: "is no worse, but there is a line more")
        }
    }
}
