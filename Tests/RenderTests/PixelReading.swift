import Foundation
import Layout

/// Pixels of a page, painted by an independent program (poppler).
struct Pixels {
    var width: Int
    var height: Int
    private var bytes: [UInt8]

    /// Rasterises the first page of a PDF at 72 pixels to the inch.
    init(pdf: [UInt8], dpi: Int = 72) throws {
        let ppm = try withTemporaryFolder { folder in
            try Data(pdf).write(to: URL(filePath: folder + "/a.pdf"))
            let result = try run(
                "pdftoppm", ["-r", "\(dpi)", "-singlefile", folder + "/a.pdf", folder + "/a"])
            guard result.isSuccess else { throw CocoaError(.fileReadCorruptFile) }
            return try Data(contentsOf: URL(filePath: folder + "/a.ppm"))
        }
        let header = ppm.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
        let size = String(decoding: header[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        (width, height) = (size[0], size[1])
        bytes = Array(header[3])
    }

    /// The pixel's colour, each channel reduced to whether it is light.
    func colour(_ x: Int, _ y: Int) -> String {
        let at = (y * width + x) * 3
        let channels = bytes[at..<at + 3].map { $0 > 127 }
        switch (channels[0], channels[1], channels[2]) {
        case (true, true, true): return "white"
        case (true, true, false): return "yellow"
        case (true, false, true): return "magenta"
        case (true, false, false): return "red"
        case (false, true, true): return "cyan"
        case (false, true, false): return "green"
        case (false, false, true): return "blue"
        case (false, false, false): return "black"
        }
    }
}
