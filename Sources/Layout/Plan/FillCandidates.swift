extension FillSearch {
    /// A way in so many rows: with white around its head or not, its picture as high as fills the columns best or of its natural
    /// height, its paragraphs longer or shorter.
    @inline(__always)
    func addCandidates(of way: Way, rows: Int, aspect: Int, to list: inout some CandidateList) {
        let full = rows - way.frameRows * 2
        for extra in 0...way.mostExtra {
            let head = way.headRows + extra
            let body = full - head
            guard body >= 2 else { break }
            let room = full * way.inner - head * way.headSpan - way.lineRows
            let base = way.baseCost + aspect + price(extra: extra, span: way.headSpan, head: head, body: body)
            guard list.mayTake(base) else { break }
            guard way.across > 0 else {
                if way.arrangement == .wrapped, body < max(4, head + 1) { break }
                add(way, extra, white: room, pictureRows: 0, legs: way.inner, cost: base, to: &list)
                // More white around the head helps only where there is white to take away.
                if room < way.headSpan { break }
                continue
            }
            // Of all heights the one that fills the columns best, and the natural one; in a corner at the right the full one too.
            var least = way.pictureRows.lowerBound, most = way.pictureRows.upperBound
            let foot = way.arrangement.hasPictureBeside ? full : body
            var mayBeFull = false
            switch way.arrangement {
            case .pictureLeft:
                // Where the head stands at the right, nothing stands under the picture: the text begins under its head.
                (least, most) = (max(least, full), min(most, full))
            case .pictureRight:
                // No lower than the head beside it, and never so high that a line or two would stand under it.
                mayBeFull = least <= full && full <= most
                (least, most) = (max(least, head), min(most, full - 3))
                if mayBeFull, least > most { (least, most) = (full, full) }
            case .legs: (least, most) = (max(least, body), min(most, body))
            default: most = min(most, way.across < way.inner ? body : body - 2)
            }
            guard least <= most else { continue }
            let fitting = min(max(room / way.across, least), most)
            let natural = min(max(way.naturalRows, least), most)
            func take(_ rows: Int) {
                let share = rows * way.share.part * 100 / max(1, full * way.share.whole)
                let isBeside = (way.arrangement.hasPictureBeside || way.arrangement == .legs) && rows == foot
                guard share <= (isBeside ? PictureWay.mostShareBeside : PictureWay.mostShare) else { return }
                let cost =
                    base
                    + pictureCost(
                        rows: rows, natural: way.naturalRows, share: share, costs: costs)
                    + legCost(under: foot - rows)
                add(
                    way, extra, white: room - way.across * rows, pictureRows: rows,
                    legs: rows == foot ? way.inner - way.across : way.inner, cost: cost, to: &list)
            }
            take(fitting)
            if natural != fitting { take(natural) }
            if mayBeFull, fitting != full { take(full) }
        }
    }

    @inline(__always)
    private func add(
        _ way: Way, _ extra: Int, white: Int, pictureRows: Int, legs: Int, cost: Int,
        to list: inout some CandidateList
    ) {
        // White, or a surplus, that paragraphs a line longer or shorter take up; not where a hole is left anyway.
        let given = min(max(white, way.shortest), way.longest)
        let longer = isSeen(white - given, way.rowWidth) ? 0 : given
        let rest = white - longer
        // Beside a picture that reaches the foot, more white than a row in each leg is seen to be missing.
        let isUneven = legs < way.inner && rest > legs && rest < way.inner * 4
        let cost =
            cost + price(white: rest, way.rowWidth, longer: longer)
            + (isUneven ? costs.unevenFeet : 0)
        guard list.mayTake(cost) else { return }
        list.add(
            Candidate(
                way: way, extraRows: extra, pictureRows: pictureRows, longer: longer, cost: cost, white: rest,
                isUneven: isUneven))
    }
}
