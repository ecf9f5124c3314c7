internal import CCairo
internal import CTurboJPEG
import Glibc
import Layout

/// A JPEG for a PDF: its bytes go into the file as they are, and no pixel is ever decoded, unless
/// PDF viewers would misread it (CMYK that Adobe's programs stored inverted).
func jpegForDocument(_ bytes: [UInt8]) throws(PictureTrouble) -> Raster {
    let header = try jpegHeader(bytes)
    guard header.goesThrough else {
        return try decodedJPEG(bytes, atLeast: (Double(header.width), Double(header.height)))
    }
    return Raster(surface: try jpegSurface(bytes), width: 1, height: 1)
}

/// A surface that a PDF takes for this JPEG. Cairo takes size and content from the bytes; one pixel carries them: with all its
/// pixels Cairo would copy a surface that it never looks at, when that goes.
func jpegSurface(_ bytes: [UInt8]) throws(PictureTrouble) -> Surface {
    let surface = try imageSurface(width: 1, height: 1)
    guard let copy = unsafe malloc(bytes.count) else { throw .broken("memory") }
    unsafe bytes.withUnsafeBytes { unsafe _ = memcpy(copy, $0.baseAddress!, $0.count) }
    let status = unsafe cairo_surface_set_mime_data(
        surface.pointer, CAIRO_MIME_TYPE_JPEG, copy.assumingMemoryBound(to: UInt8.self), UInt(bytes.count),
        { unsafe free($0) }, copy)
    guard status == CAIRO_STATUS_SUCCESS else { throw .broken(words(for: status)) }
    return surface
}

/// A JPEG in pixels, made smaller while decoding as long as it stays at least as large as `needed`.
func decodedJPEG(
    _ bytes: [UInt8], atLeast needed: (width: Double, height: Double)
) throws(PictureTrouble) -> Raster {
    let header = try jpegHeader(bytes)
    let divisor =
        [8, 4, 2].first {
            Double(header.width / $0) >= needed.width && Double(header.height / $0) >= needed.height
        } ?? 1
    let width = (header.width + divisor - 1) / divisor
    let height = (header.height + divisor - 1) / divisor
    let surface = try imageSurface(width: width, height: height)
    let decoder = try JPEGDecoder()
    try decoder.decode(bytes, into: surface, width: width, height: height, header)
    return Raster(surface: surface, width: width, height: height)
}

private func jpegHeader(_ bytes: [UInt8]) throws(PictureTrouble) -> JPEGHeader {
    guard let header = JPEGHeader(bytes) else { throw .broken("JPEG") }
    guard header.width * header.height <= pixelLimit else {
        throw .tooLarge(width: header.width, height: header.height)
    }
    return header
}

/// A surface of opaque pixels, black until they are painted.
func imageSurface(width: Int, height: Int) throws(PictureTrouble) -> Surface {
    let surface = unsafe Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    guard surface.isSound else { throw .tooLarge(width: width, height: height) }
    return surface
}

/// Owns TurboJPEG's decoder.
@safe private final class JPEGDecoder {
    private let handle: tjhandle

    init() throws(PictureTrouble) {
        guard let handle = unsafe tjInitDecompress() else { throw .broken("TurboJPEG") }
        unsafe self.handle = handle
    }

    deinit { unsafe _ = tjDestroy(handle) }

    func decode(
        _ bytes: [UInt8], into surface: Surface, width: Int, height: Int, _ header: JPEGHeader
    ) throws(PictureTrouble) {
        guard let pixels = unsafe cairo_image_surface_get_data(surface.pointer) else { throw .broken("memory") }
        let stride = unsafe cairo_image_surface_get_stride(surface.pointer)
        let isCMYK = header.components.count == 4
        unsafe cairo_surface_flush(surface.pointer)
        let result = unsafe tjDecompress2(
            handle, bytes, UInt(bytes.count), pixels, Int32(width), stride, Int32(height),
            Int32((isCMYK ? TJPF_CMYK : TJPF_BGRX).rawValue), 0)
        // A warning is a scratch; a fatal error leaves nothing to look at.
        if result != 0, unsafe tjGetErrorCode(handle) == Int32(TJERR_FATAL.rawValue) {
            throw .broken(unsafe String(cString: tjGetErrorStr2(handle)))
        }
        if isCMYK {
            for row in 0..<height {
                let start = unsafe pixels + row * Int(stride)
                unsafe separate(start, count: width, isInverted: header.hasAdobeMarker)
            }
        }
        unsafe cairo_surface_mark_dirty(surface.pointer)
    }

    /// CMYK to BGRX in place, without profile: the same sum as for inks.
    @unsafe private func separate(_ pixels: UnsafeMutablePointer<UInt8>, count: Int, isInverted: Bool) {
        for index in 0..<count {
            let pixel = unsafe pixels + index * 4
            func light(_ component: Int) -> Int {
                isInverted ? unsafe Int(pixel[component]) : unsafe 255 - Int(pixel[component])
            }
            let black = light(3)
            let (red, green, blue) = (light(0) * black / 255, light(1) * black / 255, light(2) * black / 255)
            unsafe pixel[0] = UInt8(blue)
            unsafe pixel[1] = UInt8(green)
            unsafe pixel[2] = UInt8(red)
            unsafe pixel[3] = 255
        }
    }
}
