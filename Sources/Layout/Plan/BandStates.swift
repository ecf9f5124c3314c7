/// What is known of full-width regions without anchors, by set, bottom and top: rows of numbers, for the programme goes through
/// them by the height of a band.
struct BandStates {
    private let rows: Int
    private let items: Int
    /// By bottom, empty until it is asked for, and set: where its row begins, or -1.
    private var places: [[Int32]]
    private var values: [Int32] = []

    private static let open: Int32 = .min

    init(rows: Int, items: Int) {
        self.rows = rows
        self.items = items
        places = Array(repeating: [], count: rows + 1)
    }

    /// Where the row of a set and bottom begins.
    @inline(__always)
    mutating func place(of set: Int, bottom: Int) -> Int {
        if places[bottom].isEmpty { places[bottom] = Array(repeating: -1, count: 1 << items) }
        if places[bottom][set] < 0 {
            places[bottom][set] = Int32(values.count)
            values += repeatElement(Self.open, count: rows + 1)
        }
        return Int(places[bottom][set])
    }

    /// A row's place for a top: nil while nothing is known.
    subscript(place: Int) -> Int? {
        get { values[place] == Self.open ? nil : Int(values[place]) }
        set { values[place] = newValue.map { Int32($0) } ?? Self.open }
    }
}
