/// Sets a story's pictures with their captions.
struct PictureComposer {
    let composer: StoryComposer
    let geometry: StoryGeometry
    let room: StoryRoom

    func passages() -> [Passage] {
        composer.setting.pictures.flatMap { setting -> [Passage] in
            guard composer.story.pictures.indices.contains(setting.picture), !setting.columns.isEmpty,
                setting.columns.upperBound <= geometry.lefts.count
            else { return [] }
            return passages(of: composer.story.pictures[setting.picture], setting)
        }
    }

    /// Pictures that found no place, and those printed with fewer than 150 pixels to the inch.
    func diagnostics(page: Int) -> [Diagnostic] {
        let place = PagePlace(page: page, story: composer.story.story.name)
        return composer.story.pictures.enumerated().compactMap { index, measured in
            let art = measured.picture.artwork
            guard let setting = composer.setting.pictures.first(where: { $0.picture == index }),
                !setting.columns.isEmpty, setting.columns.upperBound <= geometry.lefts.count
            else {
                if measured.picture.isOptional {
                    return composer.leftOut(
                        Phrase(zh: "图片", en: "picture"), art.path, at: measured.picture.place, place)
                }
                return Diagnostic(
                    .warning, .pictureUnplaced,
                    Phrase(zh: "图片“\(art.path)”没有上版", en: "picture “\(art.path)” is not on the page"),
                    at: measured.picture.place, page: place)
            }
            let width = max(1, geometry.span(setting.columns).width.scaled)
            let fineness = art.width * 72 * Length.unitsPerPoint / width
            guard art.format != .svg, fineness < PictureWay.leastPixelsPerInch else { return nil }
            return Diagnostic(
                .warning, .pictureCoarse,
                Phrase(
                    zh: "图片“\(art.path)”印在这个宽度上只有每英寸 \(fineness) 像素，至少要 \(PictureWay.leastPixelsPerInch)",
                    en:
                        "picture “\(art.path)” has \(fineness) pixels to the inch at this width; at least \(PictureWay.leastPixelsPerInch) are needed"
                ),
                at: measured.picture.place, page: place)
        }
    }

    /// How wide they stand, and how much is cropped.
    func fits() -> [PictureFit] {
        composer.setting.pictures.compactMap { setting in
            guard composer.story.pictures.indices.contains(setting.picture), !setting.columns.isEmpty,
                setting.columns.upperBound <= geometry.lefts.count
            else { return nil }
            let measured = composer.story.pictures[setting.picture]
            let art = measured.picture.artwork
            let width = geometry.span(setting.columns).width.scaled
            let natural = width * art.height / max(1, art.width)
            let height = frameHeight(of: measured, setting).scaled
            let crop = art.format == .svg ? 0 : (height - natural) * 100 / max(1, natural)
            return PictureFit(columns: setting.columns.count, crop: crop)
        }
    }

    private func imageRows(of measured: MeasuredPicture, _ setting: PictureSetting) -> Int {
        let width = geometry.span(setting.columns).width
        return max(1, setting.rows.count - measured.captionRows(in: width, pitch: composer.grid.pitch))
    }

    /// The em boxes of the first and last rows that it covers touch its edges.
    private func frameHeight(of measured: MeasuredPicture, _ setting: PictureSetting) -> Length {
        composer.grid.pitch * imageRows(of: measured, setting) - (composer.grid.pitch - composer.grid.body) / 2 * 2
    }

    private func passages(of measured: MeasuredPicture, _ setting: PictureSetting) -> [Passage] {
        let grid = composer.grid
        let span = geometry.span(setting.columns)
        let captionRows = measured.captionRows(in: span.width, pitch: grid.pitch)
        let imageRows = imageRows(of: measured, setting)
        let white = (grid.pitch - grid.body) / 2
        let first = composer.top + (setting.isAtTop ? room.top : room.bodyRow)
        let top = composer.y(ofRow: first + setting.rows.lowerBound)
        // The frame touches the grid.
        let frame = Rect(
            x: composer.left + span.left, y: top + white, width: span.width,
            height: frameHeight(of: measured, setting))
        let placed = place(measured.picture, in: frame)
        var passages = [
            Passage(.figure(alternative: measured.picture.alternative), marks: [.picture(placed)])
        ]
        let room = grid.pitch * captionRows
        let marks = captionMarks(
            measured, layout: measured.captionLayout(in: span.width), x: frame.minX,
            top: top + grid.pitch * imageRows, room: room)
        if !marks.isEmpty { passages.append(Passage(.text(.caption, paragraph: 0), marks: marks)) }
        return passages
    }

    private func captionMarks(
        _ measured: MeasuredPicture, layout: CaptionLayout, x: Length, top: Length, room: Length
    ) -> [Mark] {
        guard let em = (measured.caption ?? measured.credit).map({ Length(scaled: $0.em) }) else { return [] }
        let leading = MeasuredPicture.captionLeading.of(em)
        // Nearer to the picture than to the text below.
        var baseline = top + (room - leading * layout.lineCount) / 3 + em.emAscent
        var marks: [Mark] = []
        if let caption = measured.caption {
            for line in layout.caption {
                marks += caption.marks(of: line, x: x, baseline: baseline)
                baseline = baseline + leading
            }
        }
        if let credit = measured.credit {
            if layout.sharesLine { baseline = baseline - leading }
            for line in layout.credit {
                marks += credit.marks(of: line, x: x + Length(scaled: max(0, line.fit.short)), baseline: baseline)
                baseline = baseline + leading
            }
        }
        return marks
    }

    /// A photograph is cropped to its frame around its focus; a drawing stands whole in the middle of it.
    private func place(_ picture: Picture, in frame: Rect) -> PlacedArtwork {
        let art = picture.artwork
        let frameWidth = frame.size.width.scaled
        let frameHeight = frame.size.height.scaled
        if art.format == .svg {
            return PlacedArtwork(path: art.path, frame: fitted(width: art.width, height: art.height, into: frame))
        }
        let million = 1_000_000
        // Compare width/height of the picture with the frame's.
        let pictureWider = art.width * frameHeight > art.height * frameWidth
        var crop = PlacedArtwork.Crop.whole
        if pictureWider {
            let part = min(million, art.height * frameWidth * 1000 / frameHeight * 1000 / max(1, art.width))
            let start = min(max(0, picture.focus.x * 1000 - part / 2), million - part)
            crop.x = start..<(start + part)
        } else {
            let part = min(million, art.width * frameHeight * 1000 / frameWidth * 1000 / max(1, art.height))
            let start = min(max(0, picture.focus.y * 1000 - part / 2), million - part)
            crop.y = start..<(start + part)
        }
        return PlacedArtwork(path: art.path, frame: frame, crop: crop)
    }
}

/// The largest rectangle of the given proportions in the middle of another.
func fitted(width: Int, height: Int, into frame: Rect) -> Rect {
    let w = max(1, width)
    let h = max(1, height)
    if w * frame.size.height.scaled > h * frame.size.width.scaled {
        let high = Length(scaled: frame.size.width.scaled * h / w)
        return Rect(
            x: frame.minX, y: frame.minY + (frame.size.height - high) / 2, width: frame.size.width, height: high)
    }
    let wide = Length(scaled: frame.size.height.scaled * w / h)
    return Rect(
        x: frame.minX + (frame.size.width - wide) / 2, y: frame.minY, width: wide, height: frame.size.height)
}
