extension FillSearch {
    /// A way of filling that lacks only the height: numbers, because thousands are looked at.
    struct Way {
        var arrangement: Arrangement
        var inner: Int
        var frameRows: Int
        /// Rows of the head, and how many inner columns it stands over.
        var headRows: Int
        var headSpan: Int
        var lineRows: Int
        /// What rows of its columns are as lines of the page's.
        var rowWidth: RowWidth
        /// By how many lines the text can be made longer or shorter.
        var shortest: Int
        var longest: Int
        /// The columns over which pictures stand; 0: there are none.
        var across: Int
        /// The part of the width that they take.
        var share: (part: Int, whole: Int)
        var pictureRows: ClosedRange<Int>
        var naturalRows: Int
        /// Rows of white that may come around the head.
        var mostExtra: Int
        var baseCost: Int
        /// What it is made of.
        var source: Source
    }

    /// The parts of a way.
    final class Source {
        let geometry: StoryGeometry
        let lines: StoryLines
        let head: HeadSetting
        let picture: PictureWay?
        let extent: StoryExtent
        /// The pull quote as it is set here, and the parts over which it may stand; nil: it does not.
        let quote: SetQuote?

        init(
            geometry: StoryGeometry, lines: StoryLines, head: HeadSetting, picture: PictureWay?,
            extent: StoryExtent, quote: SetQuote? = nil
        ) {
            self.geometry = geometry
            self.lines = lines
            self.head = head
            self.picture = picture
            self.extent = extent
            self.quote = quote
        }
    }

    /// A pull quote in one measure.
    struct SetQuote {
        var block: QuoteBlock
        var rows: Int
        /// The parts of the body over which it stands well, the best first.
        var places: [Int]
    }

    /// A candidate: a way with its height, and what white it leaves.
    struct Candidate {
        var way: Way
        var extraRows: Int
        var pictureRows: Int
        var longer: Int
        var cost: Int
        var white: Int
        /// Whether the white alone makes its feet uneven, which its cost then says already.
        var isUneven: Bool
    }

    func way(
        _ arrangement: Arrangement, _ geometry: StoryGeometry, _ head: HeadChoice, span: Int,
        picture: PictureWay? = nil, cost: Int = 0, lines: StoryLines? = nil, extent: StoryExtent? = nil
    ) -> Way {
        let lines = lines ?? store[geometry.measure]
        return Way(
            arrangement: arrangement, inner: geometry.lefts.count, frameRows: geometry.frameRows,
            headRows: head.rows, headSpan: span, lineRows: lines.rows,
            rowWidth: rowWidth(geometry, arrangement), shortest: lines.range.lowerBound,
            longest: lines.range.upperBound, across: picture?.columns.count ?? 0,
            share: picture.map { geometry.share(of: $0.columns) } ?? (0, 1),
            pictureRows: picture?.rows ?? 0...0, naturalRows: picture?.naturalRows ?? 0,
            mostExtra: arrangement == .headDown ? 0 : story.limits.white,
            baseCost: price(arrangement, head, picture: picture, inner: geometry.lefts.count) + cost,
            source: Source(
                geometry: geometry, lines: lines, head: head.setting, picture: picture,
                extent: extent ?? story.extent))
    }

    /// A candidate run through its columns.
    func realise(_ candidate: Candidate, rows: Int) -> Fill {
        let way = candidate.way, source = way.source
        var setting = StorySetting(
            head: source.head, innerColumns: way.inner, extraRows: candidate.extraRows, longer: candidate.longer,
            isBoxed: way.arrangement == .framed)
        setting.extent = source.extent
        if way.arrangement == .legs { setting.leg = source.geometry.measure.scaled / grid.body.scaled }
        if let picture = source.picture {
            let isAtTop = [.pictureOver, .pictureLeft, .pictureRight].contains(way.arrangement)
            setting.pictures = picture.settings(rows: candidate.pictureRows, isAtTop: isAtTop)
        }
        var cost = candidate.cost
        var overset = max(0, -candidate.white)
        var white = max(0, candidate.white)
        var isRagged = false, isTorn = false
        func price(_ white: Int) -> Int { self.price(white: white, way.rowWidth) }
        func flow() -> ColumnFlow {
            var lines = source.lines[setting.longer]
            if let quote = source.quote, let index = lines.firstIndex(where: { $0.part == setting.quote }) {
                lines = story.lines(lines, quote: quote.block, at: index)
            }
            return story.flow(setting, in: source.geometry, rows: rows, headRows: way.headRows, lines: lines)
        }
        setting.quote = source.quote?.places.first
        // Only where the white is little can a column break spoil the fit.
        if candidate.white >= 0, candidate.white < way.inner * 4 {
            var found = flow()
            for place in source.quote?.places.dropFirst() ?? [] where found.cost > 0 || found.overset > 0 {
                let before = setting.quote
                setting.quote = place
                let other = flow()
                if (other.overset, other.cost) < (found.overset, found.cost) {
                    found = other
                } else {
                    setting.quote = before
                }
            }
            // What was made longer to fill the columns, and finds no room as they break, is longer by less.
            while found.overset > 0, setting.longer > 0 {
                cost += price(white + 1) - price(white) - costs.looseness
                white += 1
                setting.longer -= 1
                found = flow()
            }
            cost += found.cost / 4
            if found.isUneven != candidate.isUneven {
                cost += found.isUneven ? costs.unevenFeet : -costs.unevenFeet
            }
            isRagged = found.isUneven && costs.unevenFeet > 0
            overset = found.overset
            isTorn = found.isTorn && overset == 0
            let left = found.white.reduce(0, +)
            if overset == 0, left > white {
                // A column that ends with a table, or begins with a stanza, has no white between lines there.
                cost += price(left) - price(white)
                white = left
            }
            if overset > 0 {
                cost += costs.overset + costs.oversetLine * overset
                white = 0
            }
        }
        var fill = Fill(
            setting: setting, cost: cost, fit: .init(white: white, overset: overset, isTorn: isTorn),
            isBoxed: story.story.isBoxed,
            kickerLines: story.kickerLines(setting.head, in: source.geometry), pitch: story.pitch)
        fill.isRagged = isRagged || isHole(white, way.rowWidth)
        return fill
    }
}

extension FillSearch.Way {
    /// The same with a pull quote.
    func with(_ quote: FillSearch.SetQuote, cost: Int) -> FillSearch.Way {
        var way = self
        way.lineRows += quote.rows
        way.baseCost += cost
        way.source = FillSearch.Source(
            geometry: source.geometry, lines: source.lines, head: source.head, picture: source.picture,
            extent: source.extent, quote: quote)
        return way
    }
}
