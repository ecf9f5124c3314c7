extension FillSearch {
    /// 破栏: pictures beside one to three legs of text of another measure than the page's columns, all as high as there is room
    /// under the head. These are the sizes of the picture between two widths in whole columns: without them a lead whose copy
    /// is a little short beside its picture ends rows above the picture's foot, with nothing to take up the white.
    func legWays() -> [Way] {
        guard !story.pictures.isEmpty, story.story.preference.picture == nil, !runsDown, columns >= 3 else {
            return []
        }
        let plain = StoryGeometry(columns: columns, inner: columns, isBoxed: story.story.isBoxed, grid: grid)
        let heads = plain.map { headChoices(over: nil, in: $0) } ?? []
        let ways = (1...FillSearch.mostLegs).flatMap { legs in
            measures(of: legs).flatMap { leg -> [Way] in
                guard legs < columns,
                    let geometry = StoryGeometry(
                        columns: columns, inner: legs + 1, isBoxed: story.story.isBoxed, grid: grid, leg: leg)
                else { return [] }
                let pictures = pictureWays(in: geometry)
                return heads.flatMap { head in
                    pictures.map { way(.legs, geometry, head, span: legs + 1, picture: $0) }
                }
            }
        }
        return withQuote(ways)
    }

    private static let mostLegs = 3
    /// Characters of the narrowest leg, which has two thirds of a column's at least: beside a vertical head text has no fewer either.
    private static let narrowestLeg = 9

    /// The measures of so many legs, in characters: from the narrowest to where one leg more of the narrowest takes as much.
    private func measures(of legs: Int) -> [Int] {
        let least = max(FillSearch.narrowestLeg, (grid.characters * 2 + 2) / 3)
        return (least...least * 2).filter { $0 != grid.characters && ($0 + 1) * legs < (least + 1) * (legs + 1) }
    }
}
