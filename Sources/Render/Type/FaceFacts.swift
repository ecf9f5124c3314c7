/// What is known of a face before its file is read.
public struct FaceFacts: Hashable, Sendable {
    public enum Role: String, Hashable, Sendable, Decodable {
        /// Chosen by family and weight.
        case text
        /// Chosen only for characters that the wanted families lack.
        case fallback
    }

    /// The file's path.
    public var path: String
    /// The name that styles use, and its other names.
    public var family: String
    public var aliases: [String]
    /// 1…1000 as in CSS.
    public var weight: Int
    public var role: Role
    /// nil for a face without manifest, whose bytes nobody vouches for.
    public var sha256: String?

    /// Whether it goes by this name, as fontconfig compares names: blanks and case do not count.
    func goes(by name: String) -> Bool {
        func plain(_ name: String) -> String { name.lowercased().filter { $0 != " " } }
        return plain(family) == plain(name) || aliases.contains { plain($0) == plain(name) }
    }

    /// The file's name without its folder.
    public var file: String { path.split(separator: "/").last.map(String.init) ?? path }
}
