/// Numbers by key: open addressing, because most regions see few of all sets, and the table is asked millions of times.
struct StateIndex {
    /// The key with one added; 0 is an open place.
    private var keys: [Int]
    private var values: [Int32]
    private var count = 0
    private var shift: Int

    init() {
        keys = Array(repeating: 0, count: 1 << 12)
        values = Array(repeating: 0, count: 1 << 12)
        shift = Int.bitWidth - 12
    }

    subscript(key: Int) -> Int32? {
        let place = place(of: key)
        return keys[place] == 0 ? nil : values[place]
    }

    /// The key must be new.
    mutating func insert(_ value: Int32, at key: Int) {
        if count * 2 >= keys.count { grow() }
        let place = place(of: key)
        keys[place] = key + 1
        values[place] = value
        count += 1
    }

    /// Where the key is, or where it belongs (Fibonacci hashing, Knuth vol. 3, 6.4).
    private func place(of key: Int) -> Int {
        var place = Int(truncatingIfNeeded: (UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15) >> UInt(shift))
        while keys[place] != 0, keys[place] != key + 1 { place = (place + 1) & (keys.count - 1) }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: 0, count: keys.count)
        shift -= 1
        for (key, value) in zip(oldKeys, oldValues) where key != 0 {
            let place = place(of: key - 1)
            keys[place] = key
            values[place] = value
        }
    }
}
