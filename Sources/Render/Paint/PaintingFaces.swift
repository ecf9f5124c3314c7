internal import CCairo
import Layout

/// The faces that one painting uses, as Cairo knows them.
final class PaintingFaces {
    private struct Key: Hashable {
        var face: FaceID
        var size: Length
        var isTurned: Bool
        var widthScale: Int
    }

    private let type: TypeCase
    private var faces: [FaceID: FontFace] = [:]
    private var fonts: [Key: ScaledFont] = [:]

    init(_ type: TypeCase) { self.type = type }

    func font(for run: GlyphRun) throws(RenderError) -> ScaledFont {
        let key = Key(face: run.face, size: run.size, isTurned: run.isTurned, widthScale: run.widthScale)
        if let known = fonts[key] { return known }
        let font = ScaledFont(try face(run.face), run: run)
        fonts[key] = font
        return font
    }

    private func face(_ id: FaceID) throws(RenderError) -> FontFace {
        if let known = faces[id] { return known }
        let checked: Face
        do { checked = try type.face(id) } catch { throw .font(error) }
        let face = try FontFace(checked)
        faces[id] = face
        return face
    }
}

/// Owns Cairo's view of a face.
@safe final class FontFace {
    let pointer: OpaquePointer

    init(_ face: Face) throws(RenderError) {
        guard let outlines = FreeTypeFace(face) else { throw .faceUnpaintable(path: face.facts.path) }
        let pointer = unsafe cairo_ft_font_face_create_for_ft_face(outlines.pointer, Int32(FT_LOAD_NO_HINTING))
        // Cairo keeps fonts in its cache longer than we do: the outlines live as long as Cairo's last reference.
        let status = unsafe cairo_font_face_set_user_data(
            pointer, outlinesKey, Unmanaged.passRetained(outlines).toOpaque(),
            { unsafe Unmanaged<FreeTypeFace>.fromOpaque($0!).release() })
        guard status == CAIRO_STATUS_SUCCESS, let pointer = unsafe pointer else {
            throw .faceUnpaintable(path: face.facts.path)
        }
        unsafe self.pointer = pointer
    }

    deinit { unsafe cairo_font_face_destroy(pointer) }
}

/// The address by which Cairo knows our user data; never read.
nonisolated(unsafe) private let outlinesKey: UnsafePointer<cairo_user_data_key_t> = {
    let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
    unsafe key.initialize(to: cairo_user_data_key_t())
    return unsafe UnsafePointer(key)
}()

/// Owns FreeType's view of a face, over the bytes that were checked. Each has a library of its own, because
/// Cairo may release it on any thread.
@safe private final class FreeTypeFace {
    let pointer: FT_Face
    private let library: FT_Library
    private let face: Face

    init?(_ face: Face) {
        var library: FT_Library?
        guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
        var pointer: FT_Face?
        let start = unsafe face.bytes.start.assumingMemoryBound(to: FT_Byte.self)
        guard unsafe FT_New_Memory_Face(library, start, FT_Long(face.bytes.count), 0, &pointer) == 0,
            let pointer = unsafe pointer
        else {
            unsafe FT_Done_FreeType(library)
            return nil
        }
        unsafe self.library = library
        unsafe self.pointer = pointer
        self.face = face
    }

    deinit {
        unsafe FT_Done_Face(pointer)
        unsafe FT_Done_FreeType(library)
    }
}

/// Owns a face at a size: unhinted, with unrounded metrics.
@safe final class ScaledFont {
    let pointer: OpaquePointer

    init(_ face: FontFace, run: GlyphRun) {
        let size = run.size.points
        let width = size * Double(run.widthScale) / 1000
        var matrix = cairo_matrix_t()
        if run.isTurned {
            unsafe cairo_matrix_init(&matrix, 0, width, -size, 0, 0, 0)
        } else {
            unsafe cairo_matrix_init_scale(&matrix, width, size)
        }
        var identity = cairo_matrix_t()
        unsafe cairo_matrix_init_identity(&identity)
        let options = unsafe cairo_font_options_create()
        defer { unsafe cairo_font_options_destroy(options) }
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe pointer = cairo_scaled_font_create(face.pointer, &matrix, &identity, options)
    }

    deinit { unsafe cairo_scaled_font_destroy(pointer) }
}
