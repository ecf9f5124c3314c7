extension ColumnComposer {
    /// A pull quote between thin rules over the whole column, its lines in the middle, the name flush right under them.
    func quotePassages(_ block: QuoteBlock, rows: Int, x: Length, row: Int) -> [Passage] {
        guard let quote = story.quote else { return [] }
        let top = origin.y + grid.y(ofRow: row), room = grid.pitch * rows
        // As far from the text above and below as an empty half row makes it.
        let inset = grid.pitch / 2 - (grid.pitch - grid.body) / 4
        func rule(_ y: Length) -> Mark {
            .rule(
                Rule(
                    from: Point(x: x, y: y), to: Point(x: x + geometry.measure, y: y), thickness: .points(1, 4)))
        }
        var y = top + (room - block.height) / 2
        let em = Length(scaled: quote.text.em)
        let left = x + (geometry.measure - block.width) / 2
        var marks: [Mark] = []
        for line in block.lines {
            marks += quote.text.marks(of: line, x: left, baseline: y + em.emAscent)
            y = y + QuoteBlock.leading.of(em)
        }
        if let by = quote.by {
            let size = Length(scaled: by.em), right = min(left + block.width, x + geometry.measure)
            y = top + (room + block.height) / 2 - size - QuoteBlock.byLeading.of(size) * (block.by.count - 1)
            for line in block.by {
                let start = max(x, right - Length(scaled: line.fit.natural))
                marks += by.marks(of: line, x: start, baseline: y + size.emAscent)
                y = y + QuoteBlock.byLeading.of(size)
            }
        }
        return [
            Passage(.ornament, marks: [rule(top + inset), rule(top + room - inset)]),
            Passage(.text(.pullQuote, paragraph: 0), marks: marks),
        ]
    }
}
