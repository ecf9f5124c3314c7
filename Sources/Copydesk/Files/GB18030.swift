internal import Glibc

/// Text in GB 18030 as UTF-8; nil when the bytes are not GB 18030.
func decodeGB18030(_ bytes: [UInt8]) -> String? {
    guard let converter = unsafe iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
        return nil
    }
    defer { unsafe _ = iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // At most three bytes of UTF-8 to two of GB 18030, and four to four.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    var outputLeft = output.count
    let isWhole = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            var inputLeft = source.count
            let result = unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
            return result != -1 && inputLeft == 0
        }
    }
    guard isWhole else { return nil }
    return String(validating: output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
