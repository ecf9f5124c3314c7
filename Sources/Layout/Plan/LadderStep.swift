/// What was done to a page because of one story, and on which rung of the ladder.
public struct LadderStep: Hashable, Sendable {
    /// Each rung touches more than the one before.
    public enum Rung: String, Sendable, CaseIterable {
        /// Every module stays in its rectangle.
        case sameRectangles = "same-rectangles"
        /// The tree of cuts stays, and cuts move.
        case sameTree = "same-tree"
        /// A part of the page is planned anew.
        case subtree
        /// The page is, as near to what stood as can be.
        case page
    }

    public enum Cause: Hashable, Sendable {
        /// Its text was so many lines too long for its place (too short when negative).
        case copy(lines: Int)
        /// It can no longer be set as it was.
        case setting(SettingFault)
        case added
        case removed
        /// A person asked for it in the plan.
        case edit
        /// A person asked in the plan for it to change places with another.
        case swap
        /// Furniture or an advertisement came, went or changed its size.
        case furniture
    }

    public var page: Int
    /// The story for whose sake it was done; nil for the whole page.
    public var story: String?
    public var cause: Cause
    public var rung: Rung
    /// The stories that were moved.
    public var moved: [String]
}

/// Why a story cannot be set as a plan says.
public enum SettingFault: String, Error {
    /// Its head is another one, which does not fit in that size and so many lines.
    case head
    /// It has more pictures, or fewer.
    case pictures
    /// A picture would be cropped, paragraphs loosened, sentences cut, which the story now forbids.
    case crop, loosen, cut
    /// It may not stand over so many of the page's columns.
    case span
    /// It is pinned elsewhere.
    case pin
    /// It is too narrow for so many columns.
    case columns
    /// It cannot be parted there any more.
    case parting
}

extension LadderStep.Cause {
    /// What is wrong with a story in its place, behind its name.
    public var words: Phrase {
        switch self {
        case .copy(let lines):
            let count = abs(lines) == 1 ? "1 line" : "\(abs(lines)) lines"
            return lines < 0
                ? Phrase(zh: "空出 \(-lines) 行", en: "was \(count) too short")
                : Phrase(zh: "多出 \(lines) 行", en: "was \(count) too long")
        case .setting(.head):
            return Phrase(zh: "换了标题，原来的字号、行数排不下", en: "has another head, which does not fit as the old one did")
        case .setting(.pictures): return Phrase(zh: "图片多了或少了", en: "has more pictures, or fewer")
        case .setting(.crop): return Phrase(zh: "现在不许裁图", en: "now forbids that its picture is cropped")
        case .setting(.loosen): return Phrase(zh: "现在不许加减行", en: "now forbids lines more or less")
        case .setting(.cut): return Phrase(zh: "现在不许删", en: "now forbids cuts")
        case .setting(.columns): return Phrase(zh: "分不成那么多栏了", en: "is too narrow for its columns now")
        case .setting(.span): return Phrase(zh: "现在不许占这么多栏", en: "may not stand over so many columns now")
        case .setting(.pin): return Phrase(zh: "钉在别处了", en: "is pinned elsewhere now")
        case .setting(.parting): return Phrase(zh: "不能在原处断开了", en: "can no longer be parted there")
        case .added: return Phrase(zh: "新到", en: "is new")
        case .removed: return Phrase(zh: "撤下", en: "went")
        case .edit: return Phrase(zh: "照计划里的改动安排", en: "was placed as the plan asks")
        case .swap: return Phrase(zh: "照要求换了位置", en: "was swapped as asked")
        case .furniture: return Phrase(zh: "换了位置或大小", en: "takes another place or size")
        }
    }
}
