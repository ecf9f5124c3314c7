internal import CPango
import Layout

/// Pango's choice of faces: the best of those that have a character.
/// Pango's font maps belong to one thread at a time.
@safe final class FontMatcher {
    /// What decides the choice: a style without its size.
    private struct Key: Hashable {
        var families: [String]
        var weight: Int
    }

    private let map: FontMap
    private var fontsets: [Key: FontSet] = [:]
    private var numbers: [String: Int] = [:]
    /// The families that stand in when a style's own lack a character: fallback faces, then all others.
    private let standIns: [String]

    init(_ configuration: FontConfiguration, faces: [FaceFacts]) {
        map = FontMap(configuration)
        for (number, face) in faces.enumerated() { numbers[face.path] = number }
        var seen: Set<String> = []
        let ranked = faces.filter { $0.role == .fallback } + faces
        standIns = ranked.map(\.family).filter { seen.insert($0).inserted }
    }

    /// The first face of the style's list, of the fallback faces and of all others that has the character.
    func face(for character: Unicode.Scalar, in style: FontStyle) -> FaceID? {
        guard let font = unsafe pango_fontset_get_font(fontset(for: style).pointer, character.value) else {
            return nil
        }
        defer { unsafe g_object_unref(font) }
        guard unsafe pango_font_has_char(font, character.value) != 0 else { return nil }
        return unsafe number(of: font)
    }

    private func fontset(for style: FontStyle) -> FontSet {
        let key = Key(families: style.families, weight: style.weight)
        if let known = fontsets[key] { return known }
        let description = unsafe pango_font_description_new()
        defer { unsafe pango_font_description_free(description) }
        let families = style.families.filter { !$0.contains(",") } + standIns
        unsafe pango_font_description_set_family(description, families.joined(separator: ","))
        unsafe pango_font_description_set_weight(description, PangoWeight(UInt32(clamping: style.weight)))
        unsafe pango_font_description_set_size(description, 10 * PANGO_SCALE)
        let set = unsafe FontSet(description, of: map)
        fontsets[key] = set
        return set
    }

    private func number(of font: UnsafeMutablePointer<PangoFont>) -> FaceID? {
        let pattern = unsafe pango_fc_font_get_pattern(
            UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self))
        var file: UnsafeMutablePointer<FcChar8>?
        guard unsafe FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file = unsafe file,
            let number = unsafe numbers[String(cString: file)]
        else { return nil }
        return FaceID(index: number)
    }
}

/// Owns the faces that Pango would try for a style, in order.
@safe private final class FontSet {
    let pointer: UnsafeMutablePointer<PangoFontset>
    /// Pango's sets of fonts look into their map until their end.
    private let map: FontMap

    init(_ description: OpaquePointer?, of map: FontMap) {
        let context = unsafe pango_font_map_create_context(map.pointer)
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(context)) }
        let language = unsafe pango_language_from_string("zh-cn")
        guard let set = unsafe pango_font_map_load_fontset(map.pointer, context, description, language) else {
            preconditionFailure("Pango has a set of fonts for every description")
        }
        unsafe pointer = set
        self.map = map
    }

    deinit { unsafe g_object_unref(pointer) }
}

/// Pango's font map over our own list of faces, in points.
@safe final class FontMap {
    let pointer: UnsafeMutablePointer<PangoFontMap>
    private let configuration: FontConfiguration

    init(_ configuration: FontConfiguration) {
        self.configuration = configuration
        guard let map = unsafe pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            preconditionFailure("Pango is built with FreeType")
        }
        unsafe pointer = map
        unsafe pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        unsafe pango_fc_font_map_set_config(
            OpaquePointer(map), configuration.pointer)
    }

    deinit { unsafe g_object_unref(pointer) }
}
