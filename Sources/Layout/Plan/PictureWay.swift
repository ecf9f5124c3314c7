/// A way to place a story's pictures: over which of its columns, and how high they may be.
struct PictureWay {
    /// Which of the story's pictures: those that are not left out.
    var indices: [Int]
    /// Inner columns.
    var columns: Range<Int>
    /// The inner columns of each where they stand side by side, of one height; empty: they stand below one another.
    var beside: [Range<Int>] = []
    /// Rows of all pictures together, captions included.
    var rows: ClosedRange<Int>
    /// Rows by natural proportions; side by side, what is right for them on average.
    var naturalRows: Int
    /// By how much each is cropped at that height, in hundredths.
    var naturalCrop = 0
    /// Rows that captions take; they are not cropped.
    var captionRows: [Int]
    /// The natural rows of each picture without its caption.
    var imageRows: [Int]
    /// Pixels to the inch at this width, of the coarsest.
    var pixelsPerInch: Int?

    /// What newsprint needs at least.
    static let leastPixelsPerInch = 150

    /// What it costs that the picture has too few pixels for its width.
    func finenessCost(_ costs: FillCosts) -> Int {
        guard let pixelsPerInch, pixelsPerInch < PictureWay.leastPixelsPerInch else { return 0 }
        return pixelsPerInch < 100 ? costs.tooCoarse : costs.coarse
    }

    /// A picture may lead a story, not bury it: a page with too little copy shows its white instead.
    static let mostShare = 62
    /// The same where it stands beside the head from the story's top to its foot, or beside legs of text.
    static let mostShareBeside = 67

    /// Each picture over its columns, or below the one before, with its share of the rows.
    func settings(rows total: Int, isAtTop: Bool = false) -> [PictureSetting] {
        guard beside.isEmpty else {
            return zip(indices, beside).map {
                PictureSetting(picture: $0, columns: $1, rows: 0..<total, isAtTop: isAtTop)
            }
        }
        var rest = total - captionRows.reduce(0, +)
        var natural = imageRows.reduce(0, +)
        var top = 0
        return imageRows.indices.map { index in
            let share = natural == 0 ? 0 : (rest * imageRows[index] + natural / 2) / natural
            let image = index == imageRows.count - 1 ? rest : share
            rest -= image
            natural -= imageRows[index]
            defer { top += image + captionRows[index] }
            return PictureSetting(
                picture: indices[index], columns: columns, rows: top..<(top + image + captionRows[index]),
                isAtTop: isAtTop)
        }
    }

    /// The same over other columns, as many.
    func moved(to columns: Range<Int>) -> PictureWay {
        var way = self
        way.columns = columns
        return way
    }
}

/// Crop and size: `share` of the story's area in hundredths.
@inline(__always)
func pictureCost(rows: Int, natural: Int, share: Int, costs: FillCosts) -> Int {
    let cropped = abs(rows - natural) * 100 / max(1, natural)
    let away = max(0, abs(share - 33) - 10)
    return cropped * costs.crop + away * away * costs.pictureShare / 10
}

extension MeasuredStory {
    /// Which pictures stand: all of them, or without those that the copy lets go, the last first.
    private var pictureChoices: [[Int]] {
        let all = Array(pictures.indices)
        let optional = all.filter { pictures[$0].picture.isOptional }
        return (0...optional.count).map { left in all.filter { !optional.suffix(left).contains($0) } }
    }

    /// The ways to place the pictures; nil: none stands.
    func pictureWays(in geometry: StoryGeometry) -> [PictureWay?] {
        pictureChoices.flatMap { indices -> [PictureWay?] in
            if geometry.pictureWidth != nil {
                return indices.isEmpty ? [] : [pictureWay(of: indices, across: 1, in: geometry)]
            }
            return indices.isEmpty
                ? [nil]
                : (1...geometry.lefts.count).flatMap { span in
                    [pictureWay(of: indices, across: span, in: geometry)]
                        + (sideBySide(indices, across: span, in: geometry).map { [$0] } ?? [])
                }
        }
    }

    /// Two or three pictures side by side, parted so that they are of one height by nature, or nearly; nil where no crop that
    /// the paper allows makes them so.
    private func sideBySide(_ indices: [Int], across span: Int, in geometry: StoryGeometry) -> PictureWay? {
        guard (2...3).contains(indices.count), span >= indices.count else { return nil }
        let start = geometry.lefts.count - span
        let parted = (1..<span).flatMap { first -> [[Int]] in
            indices.count == 2 ? [[first]] : (first + 1..<max(first + 1, span)).map { [first, $0] }
        }
        let ways = parted.compactMap { cuts -> PictureWay? in
            let columns = zip([0] + cuts, cuts + [span]).map { start + $0..<start + $1 }
            let single = zip(indices, columns).map { picture(of: [$0], over: $1, in: geometry) }
            let least = single.map(\.rows.lowerBound).max() ?? 0, most = single.map(\.rows.upperBound).min() ?? 0
            // Their lower edges stand on one line.
            guard least <= most, Set(single.map(\.captionRows)).count == 1 else { return nil }
            let sum = single.reduce(0) { $0 + $1.naturalRows }
            let natural = min(max((sum + single.count / 2) / single.count, least), most)
            var way = single[0]
            way.indices = indices
            way.columns = start..<start + span
            way.beside = columns
            way.rows = least...most
            way.naturalRows = natural
            way.naturalCrop =
                single.reduce(0) { $0 + abs($1.naturalRows - natural) * 100 / max(1, $1.naturalRows) }
                / single.count
            way.pixelsPerInch = single.compactMap(\.pixelsPerInch).min()
            return way
        }
        return ways.min { $0.naturalCrop < $1.naturalCrop }
    }

    private func pictureWay(of indices: [Int], across span: Int, in geometry: StoryGeometry) -> PictureWay {
        picture(of: indices, over: geometry.lefts.count - span..<geometry.lefts.count, in: geometry)
    }

    /// A crop may take or give so much of the height as the paper allows; drawings are never cropped, they get
    /// a row of white at the most. Where a crop is forbidden, only the natural height is left.
    private func picture(of indices: [Int], over columns: Range<Int>, in geometry: StoryGeometry) -> PictureWay {
        let mayCrop = story.forbidden.allows(.crop) && limits.crop > 0
        let width = geometry.span(columns).width
        var images: [Int] = []
        var captions: [Int] = []
        var least = 0
        var most = 0
        var fineness: Int?
        for measured in indices.map({ pictures[$0] }) {
            let art = measured.picture.artwork
            let height = Length(scaled: width.scaled * art.height / max(1, art.width))
            let natural = max(2, (height + pitch / 2).scaled / pitch.scaled)
            let caption = measured.captionRows(in: width, pitch: pitch)
            images.append(natural)
            captions.append(caption)
            let give = mayCrop && art.format != .svg ? natural * limits.crop / 100 : 0
            least += natural - give + caption
            most += natural + (mayCrop && art.format == .svg ? 1 : give) + caption
            if art.format != .svg {
                let value = art.width * 72 * Length.unitsPerPoint / max(1, width.scaled)
                fineness = min(fineness ?? value, value)
            }
        }
        return PictureWay(
            indices: indices, columns: columns, rows: least...most,
            naturalRows: images.reduce(0, +) + captions.reduce(0, +), captionRows: captions, imageRows: images,
            pixelsPerInch: fineness)
    }

    /// The way in which a setting places the pictures, if press knows it.
    func pictureWay(of setting: StorySetting, in geometry: StoryGeometry) -> PictureWay? {
        let indices = setting.pictures.map(\.picture), columns = setting.pictures.map(\.columns)
        let spans = columns.map(\.count)
        guard let first = spans.first, pictureChoices.contains(indices) else { return nil }
        if geometry.pictureWidth != nil {
            return Set(columns) == [geometry.lefts.count - 1..<geometry.lefts.count]
                ? pictureWay(of: indices, across: 1, in: geometry) : nil
        }
        if Set(columns).count == 1 {
            return (1...geometry.lefts.count).contains(first)
                ? pictureWay(of: indices, across: first, in: geometry) : nil
        }
        let span = spans.reduce(0, +)
        guard span <= geometry.lefts.count, let way = sideBySide(indices, across: span, in: geometry) else {
            return nil
        }
        return way.beside.map(\.count) == spans ? way : nil
    }
}
