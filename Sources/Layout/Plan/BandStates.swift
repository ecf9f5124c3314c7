/// What is known of full-width regions without anchors, by set, bottom and top: rows of numbers, for the programme goes through
/// them by the height of a band.
struct BandStates {
    private let rows: Int
    private let items: Int
    /// By bottom and set: where its row begins, or -1.
    private var places: [Int32]
    private var values: [Int32] = []

    private static let open: Int32 = .min

    init(rows: Int, items: Int) {
        self.rows = rows
        self.items = items
        places = Array(repeating: -1, count: (rows + 1) << items)
    }

    /// Where the row of a set and bottom begins.
    @inline(__always)
    mutating func place(of set: Int, bottom: Int) -> Int {
        let key = bottom << items | set
        if places[key] < 0 {
            places[key] = Int32(values.count)
            values += repeatElement(Self.open, count: rows + 1)
        }
        return Int(places[key])
    }

    /// A row's place for a top: nil while nothing is known.
    subscript(place: Int) -> Int? {
        get { values[place] == Self.open ? nil : Int(values[place]) }
        set { values[place] = newValue.map { Int32($0) } ?? Self.open }
    }
}
