/// Where everything stands on one page; no glyphs. People read it, edit it and keep it under version control.
public struct PagePlan: Hashable, Sendable {
    /// 1-based.
    public var page: Int
    public var columns: Int
    public var rows: Int
    /// In reading order.
    public var modules: [Placement]
    /// The cuts, by the numbers of the modules, where some modules have no rectangles: press finds the cheapest for it. nil
    /// where the rectangles say all.
    public var tree: CutTree?
    /// The cost by name, in tenths of a column-line of white.
    public var cost: [CostItem]
    /// Whether the planner looked at every plan that could be better; false for plans made by hand or by halves.
    public var isProven: Bool
    /// How much cheaper a plan of this page may be at most, by what the programme sees: what re-ranking gave up against the
    /// programme's best, or, where not every plan was looked at, the distance to a bound that none can pass. 0 only where
    /// the plan is proven to be the best; nil for plans made by hand or changed since.
    public var gap: Int?
    /// Whether nothing on the page may be touched, whatever happens to its copy.
    public var isLocked: Bool
    /// Stories that found no place here; those that found no page at all stand with the last page.
    public var unplaced: [Unplaced]
    /// What a person asks to be done to the plan before it is followed; a plan that press writes has none.
    public var edits: [PlanEdit]

    public init(
        page: Int, columns: Int, rows: Int, modules: [Placement], cost: [CostItem] = [], isProven: Bool = false,
        gap: Int? = nil, isLocked: Bool = false, unplaced: [Unplaced] = [], edits: [PlanEdit] = [],
        tree: CutTree? = nil
    ) {
        self.page = page
        self.columns = columns
        self.rows = rows
        self.modules = modules
        self.tree = tree
        self.cost = cost
        self.isProven = isProven
        self.gap = gap
        self.isLocked = isLocked
        self.unplaced = unplaced
        self.edits = edits
    }
}

/// A story that stands on no page.
public struct Unplaced: Hashable, Sendable {
    public enum Reason: String, Sendable, CaseIterable {
        /// Its page holds all that it can.
        case pageFull = "page-full"
        /// All pages do.
        case pagesFull = "pages-full"
        /// There is no rectangle in which it can stand: its spans are not allowed, or too narrow for its type.
        case noRectangle = "no-rectangle"
        /// A filler that no hole asked for.
        case filler
    }

    public var story: String
    public var reason: Reason

    public init(story: String, reason: Reason) {
        self.story = story
        self.reason = reason
    }
}

/// Something that a person asks to be done to a plan: the verbs of the plan file beside `pin` and `lock`.
public enum PlanEdit: Hashable, Sendable {
    /// Two stories change places.
    case swap(String, String)
    /// The cut below a story moves down by so many rows (up when negative).
    case nudgeBelow(String, rows: Int)
    /// The cut to the right of a story moves right by so many columns (left when negative).
    case nudgeRight(String, columns: Int)
}

/// One named part of a plan's cost.
public struct CostItem: Hashable, Sendable {
    public var name: String
    public var cost: Int

    public init(name: String, cost: Int) {
        self.name = name
        self.cost = cost
    }
}

/// A module in its rectangle.
public struct Placement: Hashable, Sendable {
    public enum Subject: Hashable, Sendable {
        case story(String)
        case advertisement(String)
        case nameplate
        /// 导读: in the ear beside the nameplate, what the other pages hold.
        case contents
        case pageHead
        /// 简讯: the head of a column of briefs.
        case briefs
        case colophon
    }

    public var subject: Subject
    /// `nowhere` where the page's tree is to give it its place.
    public var rect: GridRect
    /// How a story fills its rectangle; nil for furniture and advertisements, and where it is still to be chosen.
    public var setting: StorySetting?
    /// Whether a hand placed it: it is not moved.
    public var isPinned: Bool
    /// Whether it is not even set otherwise, whatever happens to its copy.
    public var isLocked: Bool
    /// How well the text fills the rectangle, as the planner saw it.
    public var fit: Fit?

    public struct Fit: Hashable, Sendable {
        /// Column-lines of white at the end of the text.
        public var white: Int
        /// Lines that find no room.
        public var overset: Int
        /// Whether a column ends where none may though all text finds room: see `ColumnFlow.isTorn`. Plan files do not tell it.
        public var isTorn: Bool

        public init(white: Int, overset: Int, isTorn: Bool = false) {
            self.white = white
            self.overset = overset
            self.isTorn = isTorn
        }
    }

    public static let nowhere = GridRect(columns: 0..<0, rows: 0..<0)

    public var hasPlace: Bool { rect != Self.nowhere }

    public init(
        _ subject: Subject, in rect: GridRect, setting: StorySetting? = nil, isPinned: Bool = false,
        isLocked: Bool = false,
        fit: Fit? = nil
    ) {
        self.subject = subject
        self.rect = rect
        self.setting = setting
        self.isPinned = isPinned
        self.isLocked = isLocked
        self.fit = fit
    }
}

/// How a story fills its rectangle: the choices that an editor has.
public struct StorySetting: Hashable, Sendable {
    public var head: HeadSetting
    public var pictures: [PictureSetting]
    /// How many columns the text is set in; it differs from the rectangle's width where columns are broken (破栏).
    public var innerColumns: Int
    /// Characters of a line, where all inner columns but the last are legs of text of that measure: the last takes what they
    /// leave, for pictures alone. nil: the columns are of one width.
    public var leg: Int?
    /// Rows of white added around the head to fill the rectangle.
    public var extraRows: Int
    /// Lines by which the text is set longer (or shorter) than by nature, to end its columns level.
    public var longer: Int
    /// 围框: whether the planner put a frame around the story, beside those that the copy asks for.
    public var isBoxed: Bool
    /// How much of the text stands here.
    public var extent = StoryExtent.whole
    /// The body's part over which the pull quote stands, 0-based; nil: it is not set.
    public var quote: Int?

    public init(
        head: HeadSetting, pictures: [PictureSetting] = [], innerColumns: Int,
        extraRows: Int = 0, longer: Int = 0, isBoxed: Bool = false
    ) {
        self.head = head
        self.pictures = pictures
        self.innerColumns = innerColumns
        self.extraRows = extraRows
        self.longer = longer
        self.isBoxed = isBoxed
    }
}

/// How much of a story stands in one place: sentences are counted from the story's beginning.
public enum StoryExtent: Hashable, Sendable {
    case whole
    /// Cut from the bottom after so many sentences (`keep:`).
    case cut(after: Int)
    /// It goes on on another page (下转) after so many sentences.
    case jump(after: Int)
    /// What follows so many sentences (上接).
    case continued(after: Int)

    /// Whether it is the second part of a story.
    public var isContinued: Bool { if case .continued = self { true } else { false } }

    /// Whether the story stands on two pages.
    var isPart: Bool { if case .jump = self { true } else { isContinued } }
}

/// How a headline is set.
public struct HeadSetting: Hashable, Sendable {
    public var size: Length
    /// How many lines its text takes; the lines are the measured headline's best breaks into that many.
    public var lines: Int
    public var direction: Story.Direction
    /// The inner columns that it stands over, 0-based and half-open; nil: all of them. Beside it stand pictures or text.
    public var columns: Range<Int>?
    /// Whether the story's deck stands under it.
    public var hasDeck: Bool

    public init(
        size: Length, lines: Int, direction: Story.Direction = .horizontal, columns: Range<Int>? = nil,
        hasDeck: Bool = true
    ) {
        self.hasDeck = hasDeck
        self.size = size
        self.lines = lines
        self.direction = direction
        self.columns = columns
    }
}

/// Where a picture stands in its story's columns: the first row is the row under the head, or the story's first row for a
/// picture that stands over the head or beside it.
public struct PictureSetting: Hashable, Sendable {
    /// The picture's index in the story.
    public var picture: Int
    /// Inner columns, 0-based and half-open.
    public var columns: Range<Int>
    /// Rows below the head block (or from the top), caption included, 0-based and half-open.
    public var rows: Range<Int>
    /// Whether its rows count from the top of the story, head and all.
    public var isAtTop: Bool

    public init(picture: Int, columns: Range<Int>, rows: Range<Int>, isAtTop: Bool = false) {
        self.picture = picture
        self.columns = columns
        self.rows = rows
        self.isAtTop = isAtTop
    }
}
