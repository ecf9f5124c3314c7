/// One issue of a newspaper: what the editor decided, without geometry.
public struct Edition: Sendable {
    public var paper: Paper
    public var date: CalendarDate
    /// 总第N期.
    public var issue: Int?
    /// Empty: as many pages as the copy needs.
    public var pages: [PageCopy]
    /// In the order of their file names.
    public var stories: [Story]
    public var advertisements: [Advertisement]

    public init(
        paper: Paper, date: CalendarDate, issue: Int? = nil, pages: [PageCopy],
        stories: [Story], advertisements: [Advertisement] = []
    ) {
        self.paper = paper
        self.date = date
        self.issue = issue
        self.pages = pages
        self.stories = stories
        self.advertisements = advertisements
    }
}

extension Edition {
    /// The pages of a section, 1-based.
    func pages(of section: String?) -> [Int] {
        guard let section else { return [] }
        return pages.indices.filter { pages[$0].section == section }.map { $0 + 1 }
    }
}

/// What an edition says of one of its pages.
public struct PageCopy: Hashable, Sendable {
    public var section: String?
    public var editor: String?

    public init(section: String? = nil, editor: String? = nil) {
        self.section = section
        self.editor = editor
    }
}

/// What stays the same from day to day.
public struct Paper: Sendable {
    public var name: String
    public var page: PageSize
    public var grid: PageGrid
    public var text: TextRules
    public var nameplate: Nameplate
    public var colophon: Colophon
    public var house: HouseStyle
    /// What the planner weighs.
    public var costs: HouseCosts
    /// How far copy-fitting goes.
    public var limits = FitLimits()
    /// 冬月 and 腊月 for the eleventh and twelfth months.
    public var usesTraditionalMonthNames: Bool
    /// A folder with the paper's own fonts, relative to the newspaper's folder.
    public var fontFolder: String?

    public init(
        name: String, page: PageSize = .broadsheet, grid: PageGrid = .broadsheet, text: TextRules = TextRules(),
        nameplate: Nameplate = Nameplate(), colophon: Colophon = Colophon(), house: HouseStyle = .standard,
        costs: HouseCosts = HouseCosts(), usesTraditionalMonthNames: Bool = false, fontFolder: String? = nil
    ) {
        self.name = name
        self.page = page
        self.grid = grid
        self.text = text
        self.nameplate = nameplate
        self.colophon = colophon
        self.house = house
        self.costs = costs
        self.usesTraditionalMonthNames = usesTraditionalMonthNames
        self.fontFolder = fontFolder
    }
}

/// The trimmed page, and what is printed beyond its edge.
public struct PageSize: Hashable, Sendable {
    public var trim: Size
    public var bleed: Length

    public init(trim: Size, bleed: Length = .millimetres(thousandths: 3_000)) {
        self.trim = trim
        self.bleed = bleed
    }

    /// 对开, 390 × 550 mm.
    public static let broadsheet = PageSize(
        trim: Size(width: .millimetres(thousandths: 390_000), height: .millimetres(thousandths: 550_000)))
    /// 四开, 275 × 390 mm.
    public static let tabloid = PageSize(
        trim: Size(width: .millimetres(thousandths: 275_000), height: .millimetres(thousandths: 390_000)))
}

/// 报头: the paper's name and what stands by it.
public struct Nameplate: Sendable {
    public enum Place: String, Sendable, CaseIterable { case topLeft = "top-left", top }

    /// 报眼: what stands in the room beside the nameplate.
    public enum Ear: String, Sendable, CaseIterable {
        /// A story where one suits it, else the list of contents.
        case either
        /// Only stories; where none suits it, it stays empty.
        case stories
        /// 导读: what the other pages hold.
        case contents
    }

    /// nil: the name is set in type.
    public var artwork: Artwork?
    public var place: Place
    public var columns: Int?
    public var rows: Int?
    public var website: String?
    public var email: String?
    public var ear: Ear

    public init(
        artwork: Artwork? = nil, place: Place = .topLeft, columns: Int? = nil, rows: Int? = nil,
        website: String? = nil, email: String? = nil, ear: Ear = .either
    ) {
        self.artwork = artwork
        self.place = place
        self.columns = columns
        self.rows = rows
        self.website = website
        self.email = email
        self.ear = ear
    }
}

extension Paper {
    /// The fewest rows that the nameplate stands in: two for the name, one for each line of what stands under it, one for the
    /// rule between.
    public var leastNameplateRows: Int {
        let facts = [colophon.unit, colophon.cn, nameplate.website, nameplate.email]
        return facts.contains { $0 != nil } ? 5 : 4
    }
}

/// 报尾: who answers for the paper.
public struct Colophon: Hashable, Sendable {
    public var unit: String?
    public var cn: String?
    public var address: String?
    public var phone: String?
    public var printer: String?
    public var distribution: String?
    public var price: String?

    public init(
        unit: String? = nil, cn: String? = nil, address: String? = nil, phone: String? = nil,
        printer: String? = nil, distribution: String? = nil, price: String? = nil
    ) {
        self.unit = unit
        self.cn = cn
        self.address = address
        self.phone = phone
        self.printer = printer
        self.distribution = distribution
        self.price = price
    }
}

/// How the paper composes text: see the rules of Chinese composition in ARCHITECTURE.md.
public struct TextRules: Hashable, Sendable {
    /// 禁则: which marks may not start or end a line.
    public enum Kinsoku: String, Sendable, CaseIterable { case none, basic, gb, strict }
    /// How wide punctuation is.
    public enum Punctuation: String, Sendable, CaseIterable {
        case quanjiao, kaiming, banjiao, lineEndHalf = "line-end-half", plain
    }
    /// Whose rules say where lines may break.
    public enum Locale: String, Sendable, CaseIterable {
        /// The prohibitions of Simplified Chinese over UAX #14.
        case chinese = "zh-Hans"
        /// UAX #14 without tailoring; for `press inspect`.
        case root
    }

    public var kinsoku: Kinsoku
    public var punctuation: Punctuation
    /// The space between Han and Western text, in em.
    public var gap: Fraction
    /// First-line indent, in em.
    public var indent: Fraction
    public var hanging: Bool
    /// A story's first letter stands so many lines high; fewer than 2: none does (首字下沉).
    public var initial: Int
    public var locale = Locale.chinese
    /// On which side of its text a vertical head stands.
    public var verticalHeads: Side

    /// Of a text: left of it the lines of a vertical head run from left to right, right of it from right to left.
    public enum Side: String, Sendable, CaseIterable { case left, right }

    public init(
        kinsoku: Kinsoku = .gb, punctuation: Punctuation = .quanjiao, gap: Fraction = Fraction(1, 4),
        indent: Fraction = Fraction(2), hanging: Bool = false, initial: Int = 0,
        verticalHeads: Side = .left
    ) {
        self.kinsoku = kinsoku
        self.punctuation = punctuation
        self.gap = gap
        self.indent = indent
        self.hanging = hanging
        self.initial = initial
        self.verticalHeads = verticalHeads
    }
}
