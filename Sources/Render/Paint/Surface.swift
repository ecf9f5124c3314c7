internal import CCairo

/// Owns one of Cairo's surfaces.
@safe final class Surface {
    let pointer: OpaquePointer
    /// Where its bytes go. Cairo writes as late as when the surface is destroyed.
    private let sink: Sink?

    /// Takes over the caller's reference.
    init(_ pointer: OpaquePointer?, writingTo sink: Sink? = nil) {
        guard let pointer = unsafe pointer else { preconditionFailure("Cairo never returns a null surface") }
        unsafe self.pointer = pointer
        self.sink = sink
    }

    deinit { unsafe cairo_surface_destroy(pointer) }

    /// Ends the surface; what was painted is written.
    func finish() throws(RenderError) {
        unsafe cairo_surface_finish(pointer)
        try check()
    }

    func check() throws(RenderError) {
        let status = unsafe cairo_surface_status(pointer)
        if status != CAIRO_STATUS_SUCCESS { throw .cairo(words(for: status)) }
    }

    var isSound: Bool { unsafe cairo_surface_status(pointer) == CAIRO_STATUS_SUCCESS }
}

/// What Cairo says of a status.
func words(for status: cairo_status_t) -> String {
    unsafe cairo_status_to_string(status).map { unsafe String(cString: $0) } ?? "?"
}

/// Takes the bytes that Cairo writes. Cairo 1.16 reports success on files that were cut short, so this counts itself.
final class Sink {
    private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: about how many bytes will come.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// To be handed to Cairo as the write function's closure; the sink must outlive the surface.
    var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    static let write: cairo_write_func_t = { closure, data, count in
        guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }
}
