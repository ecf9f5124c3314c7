internal import CPango
import FoundationEssentials

extension TypeCase {
    static func hasManifest(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/manifest.json")
    }

    /// The faces that the folder's manifest lists.
    static func listed(in folder: String) throws(FontError) -> [FaceFacts] {
        try FontManifest(folder: folder).faces.map { entry in
            FaceFacts(
                path: folder + "/" + entry.file, family: entry.family, aliases: entry.aliases ?? [],
                weight: entry.weight, role: entry.role, sha256: entry.sha256)
        }
    }

    /// The font files of a folder without manifest, under the names that they give themselves.
    static func loose(in folder: String) throws(FontError) -> [FaceFacts] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .manifestMissing(path: folder + "/manifest.json")
        }
        var faces: [FaceFacts] = []
        for name in names.sorted() where [".otf", ".ttf"].contains(where: name.lowercased().hasSuffix) {
            faces.append(try looseFace(folder + "/" + name))
        }
        return faces
    }

    private static func looseFace(_ path: String) throws(FontError) -> FaceFacts {
        var count: Int32 = 0
        guard let pattern = unsafe FcFreeTypeQuery(path, 0, nil, &count) else { throw .faceBroken(path: path) }
        defer { unsafe FcPatternDestroy(pattern) }
        var families: [String] = []
        var name: UnsafeMutablePointer<FcChar8>?
        while unsafe FcPatternGetString(pattern, FC_FAMILY, Int32(families.count), &name) == FcResultMatch,
            let family = unsafe name
        {
            unsafe families.append(String(cString: family))
        }
        families = families.filter { !$0.contains(",") }
        var weight: Double = 0
        unsafe _ = FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight)
        guard let family = families.first else { throw .faceBroken(path: path) }
        return FaceFacts(
            path: path, family: family, aliases: Array(families.dropFirst()),
            weight: Int(FcWeightToOpenTypeDouble(weight)), role: .text, sha256: nil)
    }
}
