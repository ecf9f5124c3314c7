extension Unicode.Scalar {
    /// How many cells of a terminal it takes: 2 for the wide and full-width characters of UAX #11, 0 for marks that stand on
    /// the one before, else 1.
    public var cells: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: Unicode.Scalar.wide.contains { $0.contains(value) } ? 2 : 1
        }
    }

    /// East Asian Width W and F, blocks joined where nothing else lies between.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
        0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
        0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]
}

extension Character {
    /// The cells of its first scalar: what follows in it stands on that one.
    public var cells: Int { unicodeScalars.first?.cells ?? 0 }
}
