/// The text of a file, and how its bytes were understood.
struct DecodedText {
    enum Encoding { case utf8, gb18030, utf16, broken }

    var text: String
    var encoding: Encoding
    /// Where the first byte stands that is not UTF-8, 1-based; and how many such places there are.
    var firstError = (line: 0, column: 0)
    var errors = 0
}

/// Understands bytes as UTF-8; failing that, as GB 18030; failing that, as UTF-8 with marks for what is broken.
///
/// Nearly every sequence of bytes is valid GB 18030, so a UTF-8 file with one damaged byte would turn into
/// gibberish. Chinese text in GB 18030 read as UTF-8 is errors nearly throughout; a damaged UTF-8 file is good
/// characters nearly throughout: the ratio decides.
func decodeText(_ bytes: [UInt8]) -> DecodedText {
    if let text = String(validating: withoutMark(bytes), as: UTF8.self) {
        return DecodedText(text: text, encoding: .utf8)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        let isLittle = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at in
            UInt16(bytes[at + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[at + (isLittle ? 0 : 1)])
        }
        return DecodedText(text: String(decoding: units, as: UTF16.self), encoding: .utf16)
    }
    let repaired = repairUTF8(withoutMark(bytes))
    if repaired.goodMultibyte < repaired.result.errors * 4, let text = decodeGB18030(bytes) {
        return DecodedText(text: text, encoding: .gb18030)
    }
    return repaired.result
}

private func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
}

private func repairUTF8(_ bytes: ArraySlice<UInt8>) -> (result: DecodedText, goodMultibyte: Int) {
    var result = DecodedText(text: "", encoding: .broken)
    var text = String.UnicodeScalarView()
    var goodMultibyte = 0
    var (line, column) = (1, 1)
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    decoding: while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let encoded):
            let scalar = UTF8.decode(encoded)
            text.append(scalar)
            if scalar == "\n" { (line, column) = (line + 1, 0) }
            if !scalar.isASCII { goodMultibyte += 1 }
        case .error:
            text.append("\u{FFFD}")
            if result.errors == 0 { result.firstError = (line, column) }
            result.errors += 1
        case .emptyInput:
            break decoding
        }
        column += 1
    }
    result.text = String(text)
    return (result, goodMultibyte)
}
