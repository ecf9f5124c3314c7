import FoundationEssentials

/// `manifest.json` of a folder of fonts: which faces there are, in the order that numbers them.
struct FontManifest: Decodable {
    struct Entry: Decodable {
        var file: String
        var family: String
        var aliases: [String]?
        /// 1…1000 as in CSS.
        var weight: Int
        var role: FaceFacts.Role
        /// Lower-case hexadecimal.
        var sha256: String
        var bytes: Int
    }

    var format: Int
    var faces: [Entry]

    /// - Throws: `FontError.manifestMissing`, `.manifestBroken`.
    init(folder: String) throws(FontError) {
        let path = folder + "/manifest.json"
        guard let file = FileBytes(path: path) else { throw .manifestMissing(path: path) }
        do {
            self = try JSONDecoder().decode(FontManifest.self, from: file.data)
        } catch {
            throw .manifestBroken(path: path, reason: FontManifest.reason(of: error))
        }
        if let reason = complaint { throw .manifestBroken(path: path, reason: reason) }
    }

    /// What is wrong with the values, if anything.
    private var complaint: String? {
        if format != 1 { return "format: \(format) ≠ 1" }
        if !faces.contains(where: { $0.role == .text }) { return "faces: no face of role “text”" }
        var seen: Set<String> = []
        for (number, face) in faces.enumerated() {
            if !FontManifest.isPlainName(face.file) { return "faces[\(number)].file: “\(face.file)”" }
            if !seen.insert(face.file).inserted { return "faces[\(number)].file: “\(face.file)” twice" }
            // Pango parts the names of families by commas.
            if face.family.isEmpty || face.family.contains(",") {
                return "faces[\(number)].family: “\(face.family)”"
            }
            if !(1...1000).contains(face.weight) { return "faces[\(number)].weight: \(face.weight)" }
            let digits = face.sha256.utf8
            let isHexadecimal = digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
            if digits.count != 64 || !isHexadecimal { return "faces[\(number)].sha256: “\(face.sha256)”" }
        }
        return nil
    }

    /// A file of the folder itself: no path, nothing hidden.
    private static func isPlainName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains { $0 == 0x2F || $0 == 0 }
    }

    private static func reason(of error: any Error) -> String {
        func path(_ keys: [any CodingKey]) -> String {
            keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: ".")
        }
        return switch error as? DecodingError {
        case .keyNotFound(let key, let context): "\(path(context.codingPath + [key])): missing"
        case .typeMismatch(let type, let context): "\(path(context.codingPath)): not \(type)"
        case .valueNotFound(let type, let context): "\(path(context.codingPath)): not \(type)"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(path(context.codingPath)): \(context.debugDescription)"
        default: "JSON"
        }
    }
}
