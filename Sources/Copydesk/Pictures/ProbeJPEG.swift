import Layout

/// Reads a JPEG file's frame header (ITU-T T.81, B.2.2) and checks that the file has an end.
func probeJPEG(_ bytes: [UInt8]) throws(ArtworkFault) -> ArtworkHeader {
    var at = 2
    var header: ArtworkHeader?
    var isTurned = false
    while true {
        guard at + 4 <= bytes.count else { throw .cutShort }
        guard bytes[at] == 0xFF else {
            throw .broken(zh: "第 \(at) 字节处缺少标记", en: "a marker is missing at byte \(at)")
        }
        let marker = bytes[at + 1]
        if marker == 0xFF {  // fill
            at += 1
            continue
        }
        if marker == 0x01 || (0xD0...0xD8).contains(marker) {  // markers that stand alone
            at += 2
            continue
        }
        if marker == 0xD9 { throw .broken(zh: "没有图像数据", en: "it holds no picture data") }
        let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
        guard length >= 2, at + 2 + length <= bytes.count else { throw .cutShort }
        let body = bytes[(at + 4)..<(at + 2 + length)]
        switch marker {
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
            guard header == nil else { throw .broken(zh: "有两个图像头", en: "it has two frame headers") }
            header = try readFrame(body, marker)
        case 0xE1:
            isTurned = isTurned || isTurnedByEXIF(Array(body))
        case 0xDA:
            guard var header else { throw .broken(zh: "没有图像头", en: "it has no frame header") }
            guard hasEnd(bytes, after: at + 2 + length) else { throw .cutShort }
            header.isTurned = isTurned
            return header
        default: break
        }
        at += 2 + length
    }
}

private func readFrame(_ frame: ArraySlice<UInt8>, _ marker: UInt8) throws(ArtworkFault) -> ArtworkHeader {
    let frame = Array(frame)
    guard frame.count >= 6 else { throw .cutShort }
    guard marker <= 0xC2, frame[0] == 8 else {
        throw .format(
            Phrase(
                zh: "这种 JPEG（无损、算术编码或 12 位）不支持",
                en: "this kind of JPEG (lossless, arithmetic or 12 bits) is not supported"))
    }
    let height = Int(frame[1]) << 8 | Int(frame[2])
    let width = Int(frame[3]) << 8 | Int(frame[4])
    guard width > 0, height > 0 else { throw .noSize }
    guard [1, 3, 4].contains(frame[5]), frame.count >= 6 + 3 * Int(frame[5]) else {
        throw .broken(zh: "色彩通道数是 \(frame[5])", en: "it has \(frame[5]) colour channels")
    }
    return ArtworkHeader(format: .jpeg, width: width, height: height, channels: Int(frame[5]))
}

/// Looks backwards for the end-of-image marker: cameras append things to their pictures.
private func hasEnd(_ bytes: [UInt8], after start: Int) -> Bool {
    var at = bytes.count - 2
    while at >= start {
        if bytes[at] == 0xFF, bytes[at + 1] == 0xD9 { return true }
        at -= 1
    }
    return false
}

/// Whether the first directory of EXIF data holds an orientation (tag 0x0112) other than upright.
private func isTurnedByEXIF(_ body: [UInt8]) -> Bool {
    guard body.count >= 14, body.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return false }
    let tiff = Array(body.dropFirst(6))
    let isLittle = tiff[0] == 0x49
    func number(at offset: Int, bytes count: Int) -> Int? {
        guard offset >= 0, offset + count <= tiff.count else { return nil }
        let digits = tiff[offset..<(offset + count)]
        return isLittle
            ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, bytes: 4), let entries = number(at: directory, bytes: 2) else {
        return false
    }
    for entry in 0..<entries {
        let at = directory + 2 + entry * 12
        guard let tag = number(at: at, bytes: 2), let value = number(at: at + 8, bytes: 2) else { return false }
        if tag == 0x0112 { return (2...8).contains(value) }
    }
    return false
}
