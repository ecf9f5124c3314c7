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
    /// How its pictures were placed, in their order.
    public var pictures: [PictureFit] = []
    /// How many of its pictures do not stand.
    public var picturesLeftOut = 0
}

/// How a picture fills its place.
public struct PictureFit: Hashable, Sendable {
    /// Columns of its story that it stands over.
    public var columns: Int
    /// How much higher it stands than its proportions have it, in hundredths: negative where rows of it are cropped,
    /// positive where its sides are. 0 for drawings, which are never cropped.
    public var crop: Int
}
