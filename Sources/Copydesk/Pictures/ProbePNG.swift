import Layout

/// Reads a PNG file's header and walks its chunks (PNG, 3rd edition, 5.2–5.3, 11.2.1) to its end.
func probePNG(_ bytes: [UInt8]) throws(ArtworkFault) -> ArtworkHeader {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
        throw .broken(zh: "文件头不对（按文本传输过？）", en: "its signature is wrong (was it transferred as text?)")
    }
    var at = 8
    var header: ArtworkHeader?
    var hasData = false
    while true {
        guard at + 12 <= bytes.count else { throw .cutShort }
        let length = bigEndian(bytes, at)
        guard length <= bytes.count - at - 12 else { throw .cutShort }
        let type = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
        switch type {
        case "IHDR":
            guard header == nil, at == 8, length == 13 else {
                throw .broken(zh: "文件头不对", en: "its header is wrong")
            }
            guard checksum(bytes[(at + 4)..<(at + 21)]) == bigEndian(bytes, at + 21) else {
                throw .broken(zh: "文件头的校验和不对", en: "the checksum of its header is wrong")
            }
            header = try readHeader(Array(bytes[(at + 8)..<(at + 21)]))
        case "IDAT": hasData = true
        case "IEND":
            guard let header, hasData else { throw .broken(zh: "没有图像数据", en: "it holds no picture data") }
            return header
        default: break
        }
        guard header != nil else { throw .broken(zh: "没有图像头", en: "it has no header") }
        at += 12 + length
    }
}

private func readHeader(_ data: [UInt8]) throws(ArtworkFault) -> ArtworkHeader {
    let (width, height) = (bigEndian(data, 0), bigEndian(data, 4))
    guard width > 0, height > 0 else { throw .noSize }
    let depths: [UInt8: [UInt8]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
    guard depths[data[9]]?.contains(data[8]) == true, data[10] == 0, data[11] == 0, data[12] <= 1,
        width < 1 << 31, height < 1 << 31
    else { throw .broken(zh: "文件头里的值不对", en: "its header holds impossible values") }
    return ArtworkHeader(format: .png, width: width, height: height, channels: data[9] == 0 || data[9] == 4 ? 1 : 3)
}

private func bigEndian(_ bytes: [UInt8], _ at: Int) -> Int {
    bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
}

/// The CRC of PNG, annex D.
private func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(crc ^ 0xFFFF_FFFF)
}
