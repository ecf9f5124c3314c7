/// What the words of a headline do in it, by their neighbours: a verb may be the name of what is done, a noun behind a person's
/// name is what he does.
func headlineKinds(_ words: [HeadlineWord]) -> [Word.Kind] {
    var kinds = words.map(\.kind)
    let lengths = words.map(\.length)
    for index in kinds.indices {
        let before = index > 0 ? kinds[index - 1] : nil
        let after = index + 1 < kinds.count ? kinds[index + 1] : nil
        switch kinds[index] {
        case .noun, .verbalNoun, .adjective:
            // Titles stand in front of names: what stands behind one is what the person does.
            if before == .person, lengths[index] == 2, after != nil, after != .particle { kinds[index] = .verb }
            if kinds[index] == .verbalNoun, before == .adverb {
                kinds[index] = after == .verb ? .adverb : .verb
            }
            if kinds[index] == .verbalNoun, before == .verb, after == .noun || after == .adjective {
                kinds[index] = .verb
            }
        // 提前三天.
        case .adverb where after == nil || lengths[index] > 1 && (after == .number || after == .time):
            kinds[index] = .verb
        // 夜场开放|预约秒空.
        case .verb where before == .completeVerb && after == .completeVerb: kinds[index] = .verbalNoun
        // 失踪|渔民全部获救.
        case .completeVerb
        where (before == nil || before == .number) && after == .noun
            && kinds[(index + 1)...].contains(where: \.says):
            kinds[index] = .attribute
        // 严查违规补课, 接住坠楼女童.
        case .completeVerb where before == .verb && !words[index - 1].isReporting:
            if after == nil {
                kinds[index] = .noun
            } else if after != .adverb, after != .number {
                kinds[index] = .attribute
            }
        case .number
        where timeEndings.contains(words[index].text.unicodeScalars.last ?? " ") && lengths[index] > 1:
            kinds[index] = .time
        case .pronoun where before == .person && lengths[index] == 1: kinds[index] = .verb
        case .verb where before?.isNominal == true && after == .adverb && lengths[index] == 2:
            // 供暖管网改造提前完工.
            kinds[index] = .verbalNoun
        case .person where lengths[index] == 2 && after == .verbalNoun && before == .verb: kinds[index] = .noun
        default: break
        }
    }
    for index in kinds.indices.dropFirst(2) where isObject(index, kinds, words) {
        kinds[index] = index == kinds.count - 1 ? .verbalNoun : .attribute
    }
    return kinds
}

/// 调研旧城|改造, 公布十大|拥堵路段: behind a verb and its object a verb that ends the head, or a noun and the head, is a part of
/// that object.
private func isObject(_ index: Int, _ kinds: [Word.Kind], _ words: [HeadlineWord]) -> Bool {
    guard kinds[index] == .verb || kinds[index] == .verbalNoun,
        words[index].length == 2, !words[index - 1].isActor || words[index - 1].isCounted,
        index == kinds.count - 1
            || index == kinds.count - 2 && kinds[index + 1] == .noun && !kinds[index - 1].isNominal
    else { return false }
    var before = index - 1
    while before > 0, kinds[before].isNominal || kinds[before] == .number || kinds[before] == .attribute {
        before -= 1
    }
    return before < index - 1 && kinds[before] == .verb && before > 0
        && (words[before].text == "谈" || !words[before].isReporting)
}

private let timeEndings = Set("年月日天点时度周".unicodeScalars)

extension Word.Kind {
    /// It can be what is spoken of.
    var isNominal: Bool {
        switch self {
        case .noun, .person, .verbalNoun, .unknown: true
        default: false
        }
    }

    /// Something is said by it.
    var says: Bool { self == .verb || self == .completeVerb || self == .phrase }

    /// An adjective behind it says something of it.
    var speaks: Bool { self == .noun || self == .verb }
}
