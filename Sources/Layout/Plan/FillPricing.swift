extension FillCosts {
    /// Squared while the eye can compare it with a full column; a gap that large is one gap, whatever its size, and the
    /// planner must still be able to tell pages apart by everything else.
    func whiteCost(_ lines: Int) -> Int {
        guard lines > whiteSeen else { return white * lines }
        let squared = min(lines - whiteSeen, whiteGap)
        return hole + white * (whiteSeen + squared * squared) + gapLine * (lines - whiteSeen - squared)
    }

    /// The cost of a rectangle's shape, `width` to `height`.
    func aspectCost(width: Length, height: Length) -> Int {
        // ln(x) = ln 2 · log2(x); log2 in thousandths, of aspect / 1.3.
        let ratio = log2Thousandths(width.scaled * 10, height.scaled * 13)
        let ln = ratio * 693 / 1000
        return aspect * ln / 1000 * ln / 1000
    }
}

/// log2(a / b) in thousandths, by repeated squaring of a fixed-point mantissa; exact enough for costs, and the same on
/// every machine.
func log2Thousandths(_ a: Int, _ b: Int) -> Int {
    guard a > 0, b > 0 else { return 0 }
    if a < b { return -log2Thousandths(b, a) }
    var whole = 0
    var b = b
    while a / b >= 2 {
        b *= 2
        whole += 1
    }
    var mantissa = a / max(1, b / 65_536)
    var fraction = 0
    for _ in 0..<10 {
        mantissa = mantissa * mantissa / 65_536
        fraction *= 2
        if mantissa >= 131_072 {
            mantissa /= 2
            fraction += 1
        }
    }
    return whole * 1000 + fraction * 1000 / 1024
}

// What a candidate costs, in three parts; how well its columns break comes on top when it is run through them.
extension FillSearch {
    /// What is the same for every height: head, arrangement, columns, the picture's grain, wishes.
    func price(_ arrangement: Arrangement, _ head: HeadChoice, picture: PictureWay?, inner: Int) -> Int {
        head.cost + cost(of: arrangement) + (breaksColumns(inner, arrangement) ? costs.brokenColumns : 0)
            + omissionCost(head.setting, picture) + (picture?.finenessCost(costs) ?? 0)
            + (picture?.naturalCrop ?? 0) * costs.crop + wishCost(head: head.setting, picture: picture)
    }

    private func breaksColumns(_ inner: Int, _ arrangement: Arrangement) -> Bool {
        inner != columns && !runsDown && arrangement != .headDown && arrangement != .legs
    }

    /// What rows of the columns in which the text is set are as lines of the page's columns.
    struct RowWidth {
        let part: Int
        let whole: Int

        @inline(__always)
        func lines(_ rows: Int) -> Int { part == whole ? rows : (rows * part + whole - 1) / whole }
    }

    func rowWidth(_ geometry: StoryGeometry, _ arrangement: Arrangement) -> RowWidth {
        if arrangement == .legs {
            // A row of white in a narrow leg is seen as well as one in a column.
            let width = max(geometry.measure, grid.columnWidth)
            return RowWidth(part: width.scaled, whole: grid.columnWidth.scaled)
        }
        let inner = geometry.lefts.count
        return runsDown || breaksColumns(inner, arrangement)
            ? RowWidth(part: columns, whole: inner) : RowWidth(part: 1, whole: 1)
    }

    private func omissionCost(_ head: HeadSetting, _ picture: PictureWay?) -> Int {
        let omitted = story.pictures.count - (picture?.indices.count ?? 0)
        return (head.hasDeck ? 0 : costs.omittedDeck) + omitted * costs.omittedPicture
    }

    private func cost(of arrangement: Arrangement) -> Int {
        switch arrangement {
        case .plain: 0
        case .legs: costs.brokenColumns
        case .pictureOver: costs.pictureOver
        case .pictureLeft, .pictureRight: costs.pictureBeside
        case .wrapped: costs.headWrap
        case .framed: costs.frame
        case .headDown: story.story.headDirection == .vertical ? 0 : costs.verticalHead
        }
    }

    /// White over the head, a head of so many rows, and columns of so many.
    @inline(__always)
    func price(extra: Int, span: Int, head: Int, body: Int) -> Int {
        headWhite(extra, span: span) + topHeavy(head, body: body) + legCost(body)
    }

    @inline(__always)
    private func headWhite(_ extra: Int, span: Int) -> Int { extra * (extra + 1) / 2 * span * costs.headWhite }

    /// A head that is deeper than what stands under it looks as if the text were its caption.
    @inline(__always)
    private func topHeavy(_ head: Int, body: Int) -> Int { max(0, head - body) * costs.topHeavy }

    @inline(__always)
    private func legCost(_ rows: Int) -> Int {
        rows < 8 ? (8 - rows) * costs.shortLeg : max(0, rows - 64) * costs.longLeg / 10
    }

    /// A few rows of text under a picture look like a caption that has run over: rather none, or a leg that can be read as one.
    @inline(__always)
    func legCost(under rows: Int) -> Int {
        (1..<6).contains(rows) ? (6 - rows) * (6 - rows) * costs.shortLeg * 2 / 5 : 0
    }

    /// Rows of white that are left, or of text that finds no room (negative), with the text so many lines longer.
    @inline(__always)
    func price(white: Int, _ width: RowWidth, longer: Int = 0) -> Int {
        let lines = width.lines(abs(white))
        let fit = white >= 0 ? costs.whiteCost(lines) : costs.overset + costs.oversetLine * lines
        return fit + abs(longer) * costs.looseness
    }

    /// Whether so many rows of white are seen.
    @inline(__always)
    func isSeen(_ rows: Int, _ width: RowWidth) -> Bool {
        rows > 0 && width.lines(rows) > costs.whiteSeen
    }

    /// Whether they are a hole, where holes cost anything.
    func isHole(_ rows: Int, _ width: RowWidth) -> Bool {
        costs.hole > 0 && isSeen(rows, width)
    }

    func aspectCost(_ rows: Int) -> Int {
        costs.aspectCost(width: grid.width(ofColumns: columns), height: grid.pitch * rows)
    }

    /// What it costs that the story is cut to these lines.
    func cutCost(_ lines: StoryLineStore) -> Int {
        costs.cut + max(0, store[grid.columnWidth].rows - lines[grid.columnWidth].rows) * costs.cutLine
    }

    /// What a setting costs in so many rows; nil for heads that are not among those that press chooses.
    func price(of setting: StorySetting, fit: Placement.Fit, rows: Int) -> Int? {
        items(of: setting, fit: fit, rows: rows)?.reduce(0) { $0 + $1.cost }
    }

    /// The same by name: the names of docs/costs.md, where one of them says it.
    func items(of setting: StorySetting, fit: Placement.Fit, rows: Int) -> [CostItem]? {
        guard let geometry = story.geometry(columns: columns, rows: rows, setting: setting, grid: grid) else {
            return nil
        }
        let isDown = setting.head.direction == .vertical
        let heads = isDown ? downHeads(rows: rows) : headChoices(over: setting.head.columns, in: geometry)
        guard let head = heads.first(where: { $0.setting == setting.head }) else { return nil }
        let picture = story.pictureWay(of: setting, in: geometry)
        let full = rows - geometry.frameRows * 2
        let arrangement = setting.arrangement
        let span = isDown ? 0 : setting.head.columns?.count ?? setting.innerColumns
        let body = full - head.rows - setting.extraRows
        let depth = setting.pictures.map(\.rows.upperBound).max() ?? 0
        let under = picture == nil ? 0 : legCost(under: (arrangement.hasPictureBeside ? full : body) - depth)
        var items = [
            CostItem(name: "head", cost: head.cost),
            CostItem(name: arrangement.costName, cost: cost(of: arrangement)),
            CostItem(
                name: "broken-columns",
                cost: breaksColumns(setting.innerColumns, arrangement) ? costs.brokenColumns : 0),
            CostItem(name: "omitted", cost: omissionCost(head.setting, picture)),
            CostItem(name: "coarse", cost: picture?.finenessCost(costs) ?? 0),
            CostItem(name: "wished", cost: wishCost(head: head.setting, picture: picture)),
            CostItem(name: "pull-quote", cost: setting.quote == nil ? 0 : costs.pullQuote),
            CostItem(name: "aspect", cost: aspectCost(rows)),
            CostItem(
                name: fit.overset > 0 ? "overset" : "white",
                cost: price(white: fit.white - fit.overset, rowWidth(geometry, arrangement))),
            CostItem(name: "looseness", cost: abs(setting.longer) * costs.looseness),
            CostItem(name: "head-white", cost: headWhite(setting.extraRows, span: span)),
            CostItem(name: "top-heavy", cost: topHeavy(head.rows + setting.extraRows, body: body)),
            CostItem(
                name: body < 8 || under > 0 ? "short-leg" : "long-leg",
                cost: legCost(body) + under),
        ]
        if let picture {
            let width = geometry.share(of: picture.columns)
            let share = depth * width.part * 100 / max(1, full * width.whole)
            let cost = pictureCost(rows: depth, natural: picture.naturalRows, share: share, costs: costs)
            items.append(CostItem(name: "crop", cost: cost + picture.naturalCrop * costs.crop))
        }
        if setting.extent != story.extent, case .cut = setting.extent, let cut = story.version(setting.extent) {
            items.append(CostItem(name: "cut", cost: cutCost(StoryLineStore(cut))))
        }
        return items.filter { $0.cost != 0 }
    }
}

extension Arrangement {
    fileprivate var costName: String {
        switch self {
        case .plain: "plain"
        case .legs: "broken-columns"
        case .pictureOver: "picture-over"
        case .pictureLeft, .pictureRight: "picture-beside"
        case .wrapped: "head-wrap"
        case .framed: "frame"
        case .headDown: "vertical-head"
        }
    }
}
