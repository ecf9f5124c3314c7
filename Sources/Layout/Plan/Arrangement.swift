/// How a story stands in its rectangle: what is at the top, and so what its neighbours meet there.
///
/// Each is one more kind of way for `FillSearch` to fill a rectangle; all but the first two keep the head out of a top corner, so that
/// two stories can stand side by side without butting heads (碰题).
enum Arrangement {
    /// The head over everything.
    case plain
    /// The same, with pictures beside legs of text of another measure than the page's columns, as high as these.
    case legs
    /// A picture as wide as the story over its head.
    case pictureOver
    /// A picture in the top corner, the head over the other columns.
    case pictureLeft, pictureRight
    /// The head over the left columns, text to its right from the top on.
    case wrapped
    /// 围框: a frame that the copy does not ask for.
    case framed
    /// 竖题: the head down the side.
    case headDown

    var hasPictureBeside: Bool { self == .pictureLeft || self == .pictureRight }

    /// At which top corners the head stands.
    var cornerHeads: Fill.CornerHeads {
        switch self {
        case .plain, .legs: .init(left: true, right: true)
        case .pictureOver, .framed, .headDown: .init(left: false, right: false)
        case .pictureLeft: .init(left: false, right: true)
        case .pictureRight, .wrapped: .init(left: true, right: false)
        }
    }
}

extension StorySetting {
    var arrangement: Arrangement {
        if isBoxed { return .framed }
        if head.direction == .vertical { return .headDown }
        if leg != nil { return .legs }
        let hasPictureAtTop = pictures.contains(where: \.isAtTop)
        guard let over = head.columns, over.count < innerColumns else {
            return hasPictureAtTop ? .pictureOver : .plain
        }
        guard hasPictureAtTop else { return .wrapped }
        return over.lowerBound > 0 ? .pictureLeft : .pictureRight
    }
}
