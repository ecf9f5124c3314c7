extension ShapedTable {
    /// White between the columns of a table, at least, in em of its type.
    private static let leastGap = Fraction(2, 5)
    /// The narrowest column of words that reads, in em.
    private static let leastWords = 4
    /// Smaller type than this is not read.
    private static let leastSize = Length.points(7)
    private static let sizeStep = Length.points(1, 2)

    /// Shares out a measure among the columns. Each gets what its widest cell needs in one line; while that is too much, the
    /// column is folded into one line more whose folding saves most and makes fewest cells longer: columns of words before
    /// those of figures, times and dates, and before any comes to less than four characters. What is left over widens the gaps.
    ///
    /// A table that finds no room so is set in smaller type; at last its widest columns are made as narrow as they must be.
    func geometry(in measure: Length) -> TableGeometry {
        let em = em
        guard em > 0 else { return TableGeometry(columns: [], em: 0) }
        var size = em
        while true {
            let table = resized(to: Length(scaled: size))
            let isLast = size - ShapedTable.sizeStep.scaled < ShapedTable.leastSize.scaled
            if let columns = table.columns(in: measure, isForced: isLast) {
                return TableGeometry(columns: columns, em: size)
            }
            size -= ShapedTable.sizeStep.scaled
        }
    }

    /// The columns' places in the table's own type.
    /// - Returns: nil where they find no room and nothing is forced.
    private func columns(in measure: Length, isForced: Bool) -> [Range<Int>]? {
        let count = rows.map(\.count).max() ?? 0
        let em = em
        let gap = ShapedTable.leastGap.of(Length(scaled: em)).scaled
        let room = measure.scaled - gap * (count - 1)
        var folds = Array(repeating: 1, count: count)
        var widths = (0..<count).map { max(width(of: $0, folds: 1), numberBlock(of: $0)?.width ?? 0) }
        while widths.reduce(0, +) > room {
            var best: (column: Int, width: Int, price: Int, isPoor: Bool)?
            for column in 0..<count where folds[column] < 6 {
                let folded = width(of: column, folds: folds[column] + 1)
                guard folded < widths[column] else { continue }
                let isPoor = folded < ShapedTable.leastWords * em || holdsFigures(column)
                let longer = rows.count { column < $0.count && $0[column].naturalWidth > folded }
                // Cells made longer, for the width that it saves (never more than is lacking).
                let saved = min(widths[column] - folded, widths.reduce(0, +) - room)
                let price = longer * 1000 * em / max(1, saved)
                if best.map({ isPoor == $0.isPoor ? price < $0.price : $0.isPoor }) ?? true {
                    best = (column, folded, price, isPoor)
                }
            }
            guard let best else {
                guard isForced else { return nil }
                widths = squeezed(widths, into: measure, gap: gap)
                break
            }
            folds[best.column] += 1
            widths[best.column] = best.width
        }
        // What folding saved beyond an em between the columns goes back to the folded ones.
        let airy = measure.scaled - em * (count - 1)
        for column in 0..<count where folds[column] > 1 {
            let spare = max(0, airy - widths.reduce(0, +))
            widths[column] = min(widths[column] + spare, width(of: column, folds: 1))
        }
        return lefts(of: widths, in: measure)
    }

    /// The widest columns made narrower, all to one width, until they fit; each keeps a character's room while there is that.
    private func squeezed(_ widths: [Int], into measure: Length, gap: Int) -> [Int] {
        let room = measure.scaled - gap * (widths.count - 1)
        guard room >= em * widths.count else {
            return widths.map { _ in max(1, measure.scaled / widths.count) }
        }
        var (low, high) = (em, max(em, widths.max() ?? em))
        while low < high {
            let middle = (low + high + 1) / 2
            if widths.reduce(0, { $0 + min($1, middle) }) <= room { low = middle } else { high = middle - 1 }
        }
        return widths.map { min($0, low) }
    }

    /// The columns' places: the gaps share what is left, but a table is not blown up to more than it needs.
    private func lefts(of widths: [Int], in measure: Length) -> [Range<Int>] {
        let spare = max(0, measure.scaled - widths.reduce(0, +))
        let gap = widths.count > 1 ? spare / (widths.count - 1) : 0
        var left = 0
        return widths.map { width in
            defer { left += width + gap }
            return left..<(left + width)
        }
    }

    /// The width in which no cell of a column takes more than so many lines.
    private func width(of column: Int, folds: Int) -> Int {
        rows.map { row in
            guard column < row.count else { return 0 }
            let cell = row[column]
            let natural = cell.naturalWidth
            guard folds > 1, natural > cell.em else { return natural }
            var width = max(cell.em, natural / folds)
            // By quarters of an em, until the lines are few enough.
            while width < natural,
                breakLines(cell, into: Measure(width: Length(scaled: width))).count > folds
                    || breakLines(cell, into: Measure(width: Length(scaled: width))).contains(where: {
                        $0.fit.overfull > 0
                    })
            {
                width += cell.em / 4
            }
            return min(width, natural)
        }.max() ?? 0
    }

    /// Whether the cells of a column, its head left aside, hold no words.
    private func holdsFigures(_ column: Int) -> Bool {
        rows.dropFirst(hasHead ? 1 : 0).allSatisfy { row in
            column >= row.count || !row[column].classes.contains(.han)
        }
    }

    /// A cell's lines in its column.
    func lines(of row: Int, _ column: Int, in geometry: TableGeometry) -> [Line] {
        cellLines(of: row, column, in: geometry).lines
    }

    /// The same, and whether words had to be parted anywhere: else they would stand over the next column.
    func cellLines(of row: Int, _ column: Int, in geometry: TableGeometry) -> (lines: [Line], isForced: Bool) {
        let measure = Measure(width: Length(scaled: geometry.columns[column].count))
        let cell = rows[row][column]
        let lines = breakLines(cell, into: measure)
        guard lines.contains(where: { $0.fit.overfull > 0 }) else { return (lines, false) }
        let parted = cell.breakableAnywhere
        return (
            breakLines(parted, into: measure).map { line in
                var line = line
                line.fit = parted.fit(line.units, into: line.measure, isLast: true)
                return line
            }, true
        )
    }

    /// One em of its type in scaled points; 0 when there is no cell.
    var em: Int { rows.lazy.flatMap { $0 }.first?.em ?? 0 }

    /// In the type that its geometry asks for.
    func set(in geometry: TableGeometry) -> ShapedTable { resized(to: Length(scaled: geometry.em)) }

    private func resized(to size: Length) -> ShapedTable {
        guard size.scaled != em else { return self }
        var table = self
        table.rows = rows.map { $0.map { $0.resized(to: size) } }
        return table
    }

    /// How many lines the tallest cell of a row takes.
    func lineCount(of row: Int, in geometry: TableGeometry) -> Int {
        max(1, rows[row].indices.map { lines(of: row, $0, in: geometry).count }.max() ?? 1)
    }
}

extension ShapedText {
    /// The width in one line, edges trimmed.
    var naturalWidth: Int { totals(of: trimmed(0..<count)).natural }

    /// With breaks inside words and figures, where there is no other.
    var breakableAnywhere: ShapedText {
        var result = self
        for unit in opportunities.indices.dropFirst() where opportunities[unit] == .forbidden {
            let isWhole = [classes[unit - 1], classes[unit]].contains { $0 != .western && $0 != .han }
            if !isWhole { result.opportunities[unit] = .allowed(penalty: BreakCosts.insideRun) }
        }
        return result
    }
}
