internal import CCairo
import Layout

/// A PNG in opaque pixels; what was transparent shows white paper.
func decodedPNG(_ bytes: [UInt8]) throws(PictureTrouble) -> Raster {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature), bytes.count > 24 else { throw .broken("PNG") }
    func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(at: 16), number(at: 20))
    guard width <= pixelLimit, height <= pixelLimit, width * height <= pixelLimit else {
        throw .tooLarge(width: width, height: height)
    }
    let source = Source(bytes)
    let decoded = unsafe Surface(cairo_image_surface_create_from_png_stream(Source.read, source.closure))
    guard decoded.isSound else {
        throw .broken(words(for: unsafe cairo_surface_status(decoded.pointer)))
    }
    if unsafe cairo_image_surface_get_format(decoded.pointer) == CAIRO_FORMAT_RGB24 {
        return Raster(surface: decoded, width: width, height: height)
    }
    let opaque = try imageSurface(width: width, height: height)
    let canvas = Canvas(opaque)
    unsafe cairo_set_source_rgb(canvas.context, 1, 1, 1)
    unsafe cairo_paint(canvas.context)
    unsafe cairo_set_source_surface(canvas.context, decoded.pointer, 0, 0)
    unsafe cairo_paint(canvas.context)
    guard opaque.isSound else { throw .broken("PNG") }
    return Raster(surface: opaque, width: width, height: height)
}

/// Hands bytes to Cairo's PNG reader.
private final class Source {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// To be handed to Cairo as the read function's closure; the source must outlive the call.
    var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    static let read: cairo_read_func_t = { closure, data, count in
        guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_READ_ERROR }
        let source = unsafe Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue()
        guard source.offset + Int(count) <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
        for index in 0..<Int(count) { unsafe data[index] = source.bytes[source.offset + index] }
        source.offset += Int(count)
        return CAIRO_STATUS_SUCCESS
    }
}
