@testable import Layout

/// How long news is: what a Chinese daily really printed, not what one would invent.
///
/// Counted in People's Daily (人民日报) of January 1998, all 3 148 articles of its 278 pages, in the corpus that Peking University
/// made of it: an article is what has one number there, its first paragraph the headline. Left aside are texts under 60 characters
/// (captions, notices) and those whose first paragraph is no headline, so that 2 620 articles of 650 characters at the mean
/// remain, and their 13 466 paragraphs of more than twelve characters, 125 at the mean. Only these numbers were taken. Half of
/// its pages have 10 articles or more, one in ten has 18.
enum NewsSizes {
    /// Characters of an article without its headline: none, a twentieth, two twentieths … of all articles have fewer. The last is
    /// that of 99 in 100; longer ones are documents, which fill pages of their own.
    static let article = [
        60, 108, 153, 184, 216, 251, 285, 321, 357, 404, 448, 499, 555, 623, 706, 808, 945, 1127, 1392, 1719, 3284,
    ]
    /// Characters of a headline, by tenths; those of 30 and more are two heads in one.
    static let headline = [2, 6, 7, 9, 10, 12, 13, 16, 20, 24, 29]
    /// Characters of a paragraph, by tenths; the last is that of 98 in 100.
    static let paragraph = [13, 32, 55, 69, 84, 101, 121, 144, 180, 247, 440]

    /// A size of one of these tables: each of its steps is as likely as the other, and within a step each size.
    static func draw(_ table: [Int], using random: inout SeededGenerator) -> Int {
        let step = Int.random(in: 1..<table.count, using: &random)
        return Int.random(in: table[step - 1]...table[step], using: &random)
    }
}

/// The pages of a random edition.
enum NewsFormat: CaseIterable {
    /// Five columns of thirteen characters and sixty rows: a third of a broadsheet, planned in a tenth of the time.
    case small
    case tabloid
    case broadsheet

    /// The large formats take a quarter each of the editions.
    static func of(seed: Int) -> NewsFormat {
        switch seed % 4 {
        case 1: .tabloid
        case 3: .broadsheet
        default: .small
        }
    }

    var grid: PageGrid {
        switch self {
        case .small:
            PageGrid(columns: 5, characters: 13, gutter: .points(9), body: .points(9), pitch: .points(12), rows: 60)
        case .tabloid: .tabloid
        case .broadsheet: .broadsheet
        }
    }

    var size: PageSize { self == .broadsheet ? .broadsheet : .tabloid }

    /// Papers of smaller pages print shorter texts: in hundredths of what a broadsheet prints, so that as many stories stand on
    /// each of their pages.
    var share: Int {
        switch self {
        case .small: 40
        case .tabloid: 55
        case .broadsheet: 100
        }
    }
}
