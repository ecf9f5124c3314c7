/// How one story fills its place on a page.
public struct StoryFit: Hashable, Sendable {
    public var story: String
    /// 1-based.
    public var page: Int
    /// Lines of the body, and its characters without spaces.
    public var lines: Int
    public var characters: Int
    /// What found no room.
    public var oversetLines: Int
    public var oversetCharacters: Int
    /// Column-lines of white at the feet of its columns.
    public var white: Int
    /// How many lines its columns hold.
    public var room: Int { lines - oversetLines + white }
    /// How it was set.
    public var setting: StorySetting
    /// Basic columns of its rectangle.
    public var columns: Int
}
