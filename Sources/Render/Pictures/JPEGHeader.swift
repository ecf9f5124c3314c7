/// What the markers of a JPEG file say (ITU-T T.81, annex B): read as Copydesk reads them when it checks the file.
struct JPEGHeader: Hashable {
    var width: Int
    var height: Int
    /// The components' identifiers: three or one, four for CMYK.
    var components: [UInt8]
    /// Whether Adobe's APP14 marker is there: then CMYK is stored inverted.
    var hasAdobeMarker: Bool
    /// Baseline, extended or progressive with Huffman coding and 8 bits: what PDF's DCTDecode reads.
    var isOrdinary: Bool

    /// nil when the bytes are no JPEG, or end before its end marker.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var frame: (kind: UInt8, at: Int)?
        var hasAdobeMarker = false
        var at = 2
        while at + 4 <= bytes.count {
            guard bytes[at] == 0xFF else { return nil }
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
                continue
            }
            // Markers that stand alone.
            if marker == 0x01 || (0xD0...0xD8).contains(marker) {
                at += 2
                continue
            }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            guard length >= 2, at + 2 + length <= bytes.count else { return nil }
            switch marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard frame == nil else { return nil }
                frame = (marker, at)
            case 0xEE: hasAdobeMarker = hasAdobeMarker || bytes[(at + 4)...].starts(with: "Adobe".utf8)
            case 0xD9: return nil
            default: break
            }
            at += 2 + length
            if marker == 0xDA { break }
        }
        guard let frame, JPEGHeader.ends(bytes[at...]), frame.at + 10 <= bytes.count else { return nil }
        let count = Int(bytes[frame.at + 9])
        guard frame.at + 10 + count * 3 <= bytes.count else { return nil }
        height = Int(bytes[frame.at + 5]) << 8 | Int(bytes[frame.at + 6])
        width = Int(bytes[frame.at + 7]) << 8 | Int(bytes[frame.at + 8])
        components = (0..<count).map { bytes[frame.at + 10 + $0 * 3] }
        self.hasAdobeMarker = hasAdobeMarker
        isOrdinary = (0xC0...0xC2).contains(frame.kind) && bytes[frame.at + 4] == 8
        guard width > 0, height > 0, [1, 3, 4].contains(count) else { return nil }
    }

    /// Whether a PDF viewer understands the file as it is, as everyone else does.
    var goesThrough: Bool {
        guard isOrdinary else { return false }
        return switch components.count {
        case 1: true
        // Without Adobe's marker, viewers take three components for YCbCr, but libjpeg reads these names as RGB.
        case 3: hasAdobeMarker || components != Array("RGB".utf8)
        default: !hasAdobeMarker
        }
    }

    /// Whether the end marker is there.
    private static func ends(_ scan: ArraySlice<UInt8>) -> Bool {
        var next: UInt8 = 0
        for byte in scan.reversed() {
            if byte == 0xFF && next == 0xD9 { return true }
            next = byte
        }
        return false
    }
}
