/// How much of a page stories take, by what a column-row is worth: more where space is to be had for little, less where it is
/// dear.
///
/// What a story asks for by itself (`PlanItem.naturalArea`) says little about what it takes on a full page: heads and pictures
/// grow as far as there is room, and a story with a picture grows further than one without. Together these areas tell
/// what it costs the stories of a page to fill it, before the page is planned.
struct AreasByPrice {
    /// What a column-row more is worth, in the costs of `PlanCosts`; below 0, what a row less saves.
    private static let prices = [-30, -15, -8, -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10]
    /// By price, how far it is to the next one; the last and the first stand for all that no story takes (a row of white
    /// costs 10) and for what all of them are too long.
    private static let growth = SIMD16<Int32>(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 10)
    private static let shrinkage = SIMD16<Int32>(30, 15, 7, 4, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    /// In column-rows, by price.
    private var areas = SIMD16<Int32>()

    init() {}

    /// What takes so much at any price.
    init(fixed area: Int) { areas = SIMD16(repeating: Int32(clamping: area)) }

    init(of item: PlanItem) {
        let sizes = StorySizes(of: item)
        for (lane, price) in Self.prices.enumerated() { areas[lane] = Int32(clamping: sizes.area(at: price)) }
    }

    static func += (one: inout AreasByPrice, other: AreasByPrice) { one.areas &+= other.areas }
    static func -= (one: inout AreasByPrice, other: AreasByPrice) { one.areas &-= other.areas }

    /// What it costs these stories to fill a room of so many column-rows: the price of each row between what they take when it
    /// costs nothing and what they have. Rows cost more the more there are of them: sizes between two of a story's are dearer
    /// than the line between these, and a page is easier to fill where several stories grow a little.
    func cost(room: Int) -> Int {
        let most = SIMD16<Int32>(repeating: 20_000)
        let missing = (SIMD16(repeating: Int32(clamping: room)) &- areas).clamped(
            lowerBound: 0 &- most, upperBound: most)
        let growing = missing.clamped(lowerBound: SIMD16(), upperBound: most)
        let shrinking = growing &- missing
        let costs =
            Self.growth &* (growing &+ (growing &* growing) &>> 6)
            &+ Self.shrinkage &* (shrinking &+ (shrinking &* shrinking) &>> 6)
        return (0..<costs.scalarCount).reduce(0) { $0 + Int(costs[$1]) }
    }
}
