extension HeadOption {
    /// The width of the block that this head makes in lines of the given height, with the white that parts it from its text.
    func stripWidth(lines: Int, height: Length, body: Length) -> Length {
        let type = self.height(lines: lines, measure: height)
        // Whole body ems, at least half an em of white on either side.
        let ems = (type + body).scaled + body.scaled - 1
        return body * (ems / body.scaled)
    }
}

extension MeasuredStory {
    /// Where a vertical head stands: of text that runs down at the right, where its reading begins.
    var headSide: TextRules.Side { runsDown ? .right : rules.verticalHeads }

    /// The columns that a setting makes of a rectangle.
    func geometry(columns: Int, rows: Int, setting: StorySetting, grid: PageGrid) -> StoryGeometry? {
        var strip: (width: Length, side: TextRules.Side)?
        if setting.head.direction == .vertical {
            guard let option = head.option(for: setting.head) else { return nil }
            let height = stripHeight(rows: rows, grid: grid)
            let width = option.stripWidth(lines: setting.head.lines, height: height, body: grid.body)
            strip = (width, headSide)
        }
        return StoryGeometry(
            columns: columns, inner: setting.innerColumns, isBoxed: story.isBoxed || setting.isBoxed, grid: grid,
            strip: strip, leg: strip == nil ? setting.leg : nil)
    }

    /// The height of a vertical head's lines: from the first row's letters to the last's.
    func stripHeight(rows: Int, grid: PageGrid) -> Length {
        grid.pitch * (rows - (story.isBoxed ? 2 : 0)) - (grid.pitch - grid.body)
    }

    /// The rows that a head takes above the columns, or nil where it does not fit as it is set.
    func headRows(_ setting: HeadSetting, in geometry: StoryGeometry, rows: Int, grid: PageGrid) -> Int? {
        guard let option = head.option(for: setting) else { return nil }
        if setting.direction == .vertical {
            return option.fits(lines: setting.lines, in: stripHeight(rows: rows, grid: grid)) ? 0 : nil
        }
        let width = geometry.headSpan(setting.columns).width
        guard option.lines(setting.lines, in: width).count == setting.lines else { return nil }
        return option.rows(lines: setting.lines, measure: width, pitch: pitch)
    }

    /// How many lines of its kicker stand over the main line.
    func kickerLines(_ setting: HeadSetting, in geometry: StoryGeometry) -> Int {
        guard story.kicker != nil, let kicker = head.option(for: setting)?.kicker else { return 0 }
        return kicker.lines(in: geometry.headSpan(setting.columns).width).count
    }

    /// The same for a setting of a rectangle.
    func kickerLines(_ setting: StorySetting, columns: Int, on grid: PageGrid) -> Int {
        guard story.kicker != nil, setting.head.direction == .horizontal,
            let geometry = geometry(columns: columns, rows: 1, setting: setting, grid: grid)
        else { return 0 }
        return kickerLines(setting.head, in: geometry)
    }
}
