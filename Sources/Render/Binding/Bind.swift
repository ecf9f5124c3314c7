/// Binds pictures into a document: each sheet becomes a form XObject (ISO 32000-1, 8.10) where its stand-in was.
///
/// - Parameter sheets: by the numbers that the stand-ins give.
/// - Throws: `RenderError.unbindable` when a stand-in names no sheet.
func bind(_ document: CairoFile, _ sheets: [PictureSheet]) throws(RenderError) -> [UInt8] {
    var binding = Binding(document, room: sheets.reduce(0) { $0 + $1.file.bytes.count })
    for number in document.numbersInOrder {
        if let picture = document.standIn(at: number) {
            guard sheets.indices.contains(picture) else { throw .unbindable }
            binding.add(sheets[picture], as: number)
        } else {
            binding.copy(number)
        }
    }
    return binding.finished()
}

extension CairoFile {
    /// The objects' numbers in the order in which they stand.
    fileprivate var numbersInOrder: [Int] {
        places.indices.filter { places[$0] != nil }.sorted { places[$0]!.lowerBound < places[$1]!.lowerBound }
    }

    /// The number of the picture that an object stands in for, if it does.
    fileprivate func standIn(at number: Int) -> Int? {
        guard let place = places[number] else { return nil }
        // An image's description is shorter than this; what comes after it is of no interest.
        let start = place.lowerBound..<min(place.lowerBound + 400, place.upperBound)
        return bytes.place(of: StandIns.mark, in: start).flatMap { bytes.number(at: $0 + StandIns.mark.count) }
    }
}

/// The file that is being put together.
private struct Binding {
    private let document: CairoFile
    private var bytes: [UInt8] = []
    /// Where each object stands; nil for numbers without an object.
    private var offsets: [Int?]

    init(_ document: CairoFile, room: Int) {
        self.document = document
        offsets = Array(repeating: nil, count: document.places.count)
        bytes.reserveCapacity(document.bytes.count + room)
        let first = document.places.compactMap { $0?.lowerBound }.min() ?? 0
        bytes += document.bytes[..<first]
    }

    mutating func copy(_ number: Int) {
        guard let place = document.places[number] else { return }
        offsets[number] = bytes.count
        bytes += document.bytes[place]
    }

    /// The sheet's content becomes the object `number`; what it needs comes behind it, under new numbers.
    mutating func add(_ sheet: PictureSheet, as number: Int) {
        let needed = sheet.file.needed(by: [sheet.content, sheet.resources]).filter { $0 != sheet.content }
        var numbers = [sheet.content: number]
        for (index, object) in needed.enumerated() { numbers[object] = offsets.count + index }
        offsets += needed.map { _ in nil }
        // An image fills the unit square, and so must what takes its place.
        let (width, height) = (decimal(sheet.size.width), decimal(sheet.size.height))
        add(
            sheet.content, of: sheet, numbers,
            "<< /Type /XObject\n   /Subtype /Form\n   /BBox [ 0 0 \(width) \(height) ]\n"
                + "   /Matrix [ \(decimal(1 / sheet.size.width)) 0 0 \(decimal(1 / sheet.size.height)) 0 0 ]\n"
                + "   /Resources \(numbers[sheet.resources] ?? 0) 0 R\n  ")
        for object in needed { add(object, of: sheet, numbers, "") }
    }

    /// - Parameter opening: what is put in the place of the description's `<<`.
    private mutating func add(_ object: Int, of sheet: PictureSheet, _ numbers: [Int: Int], _ opening: String) {
        guard let number = numbers[object], let parts = sheet.file.parts(of: object) else { return }
        offsets[number] = bytes.count
        bytes += "\(number) 0 obj\n\(opening)".utf8
        bytes += withReferences(in: opening.isEmpty ? parts.head : parts.head.dropFirst(2)) { numbers[$0] ?? $0 }
        bytes += parts.stream
    }

    /// The file with its table of objects.
    consuming func finished() -> [UInt8] {
        let table = bytes.count
        bytes += "xref\n0 \(offsets.count)\n".utf8
        for (number, offset) in offsets.enumerated() {
            let digits = String(offset ?? 0)
            let place = String(repeating: "0", count: 10 - digits.utf8.count) + digits
            bytes += (offset == nil ? "\(place) \(number == 0 ? 65535 : 0) f \n" : "\(place) 00000 n \n").utf8
        }
        let trailer = String(decoding: document.trailer, as: UTF8.self)
        bytes += trailer.replacing("/Size \(document.places.count)", with: "/Size \(offsets.count)").utf8
        bytes += "startxref\n\(table)\n%%EOF\n".utf8
        return bytes
    }
}

/// A number as PDF writes it, without an exponent, to twelve places.
private func decimal(_ value: Double) -> String {
    let places = 12
    let digits = String(Int((value * 1e12).rounded()))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
}
