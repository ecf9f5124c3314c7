/// Numbers by key: open addressing, because most regions see few of all sets, and the table is asked millions of times.
struct StateIndex {
    /// The key with one added, and the value, side by side; 0 is an open place.
    private var entries: [UInt64]
    private var count = 0
    private var shift: UInt64

    init() {
        entries = Array(repeating: 0, count: 1 << 12)
        shift = 64 - 12
    }

    /// Keys have 31 bits.
    @inline(__always)
    subscript(key: Int) -> Int32? {
        let entry = entries[place(of: UInt64(truncatingIfNeeded: key + 1))]
        return entry == 0 ? nil : Int32(truncatingIfNeeded: entry)
    }

    /// The key must be new.
    mutating func insert(_ value: Int32, at key: Int) {
        if count * 2 >= entries.count { grow() }
        let key = UInt64(truncatingIfNeeded: key + 1)
        entries[place(of: key)] = key << 32 | UInt64(UInt32(bitPattern: value))
        count += 1
    }

    /// Where the key is, or where it belongs (Fibonacci hashing, Knuth vol. 3, 6.4).
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
        while entries[place] != 0, entries[place] &>> 32 != key { place = (place &+ 1) & (entries.count &- 1) }
        return place
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: 0, count: old.count * 2)
        shift -= 1
        for entry in old where entry != 0 { entries[place(of: entry >> 32)] = entry }
    }
}
