internal import CICU
import Layout

extension HarfBuzzMeasurer {
    /// Words as ICU's dictionary of Chinese finds them: kept up with Unicode, and Debian ships code and data together.
    public func wordStarts(in text: String) -> [Int] {
        let units = Array(text.utf16)
        var status = U_ZERO_ERROR
        return unsafe units.withUnsafeBufferPointer { buffer in
            guard let iterator = unsafe press_ubrk_open("zh", buffer.baseAddress, Int32(buffer.count), &status)
            else {
                return []
            }
            defer { unsafe press_ubrk_close(iterator) }
            var starts: [Int] = []
            while true {
                let next = unsafe press_ubrk_next(iterator)
                guard next >= 0, Int(next) <= units.count else { break }
                let index = text.utf16.index(text.startIndex, offsetBy: Int(next))
                starts.append(text.utf8.distance(from: text.startIndex, to: index))
            }
            return starts
        }
    }
}
