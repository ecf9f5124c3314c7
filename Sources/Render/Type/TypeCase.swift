public import Layout
import Synchronization

/// 字架: the faces that press sets with, and none but these.
///
/// A face's file is read and its SHA-256 compared with the manifest when the face is first used;
/// the bytes that were checked are the bytes that shape and paint. May be used from several threads.
public final class TypeCase: Sendable {
    /// The faces in the order of the manifests: `FaceID.index` counts these.
    public let faces: [FaceFacts]
    let configuration: FontConfiguration
    private let matcher: Mutex<FontMatcher>
    private let slots: [Slot]

    /// One face, read when it is first wanted.
    private final class Slot: Sendable {
        let face = Mutex<Face?>(nil)
    }

    /// Opens the folder of fonts (with its `manifest.json`) and a paper's own folders of fonts.
    /// A paper's folder may do without a manifest: its font files are then taken in the order of their names.
    /// - Throws: `FontError` for a manifest or face that is missing or broken; faces are not yet checked for changes.
    /// - Complexity: about a millisecond a face, for reading the character sets.
    public init(folder: String, extraFolders: [String] = []) throws(FontError) {
        var faces = try TypeCase.listed(in: folder)
        for extra in extraFolders {
            faces += TypeCase.hasManifest(extra) ? try TypeCase.listed(in: extra) : try TypeCase.loose(in: extra)
        }
        let configuration = try FontConfiguration(faces)
        self.faces = faces
        self.configuration = configuration
        matcher = Mutex(FontMatcher(configuration, faces: faces))
        slots = faces.map { _ in Slot() }
    }

    /// The face that a style is set in: the nearest weight of its first family that exists.
    public func face(for style: FontStyle) -> FaceID {
        matcher.withLock { $0.face(for: style) }
    }

    /// The face that sets a character in a style: the first of the style's families, then of the fallback
    /// faces, then of all others that has it; nil when none has.
    public func face(for character: Unicode.Scalar, in style: FontStyle) -> FaceID? {
        matcher.withLock { $0.face(for: character, in: style) }
    }

    /// Whether a family goes by this name (as fontconfig compares names: blanks and case do not count).
    public func hasFamily(_ name: String) -> Bool {
        func plain(_ name: String) -> String { name.lowercased().filter { $0 != " " } }
        return faces.contains { ([$0.family] + $0.aliases).contains { plain($0) == plain(name) } }
    }

    /// Reads and checks the faces of these styles ahead of their use: on another thread, while copy is being read.
    /// Who needs such a face meanwhile waits for it; what is wrong with it is said then.
    public func readAhead(for styles: [FontStyle]) {
        for style in styles { _ = try? face(face(for: style)) }
    }

    /// Reads and checks every face now, as must be done before others read the files by themselves.
    /// - Throws: the first `FontError` in the order of the faces.
    public func checkAll() throws(FontError) {
        for index in faces.indices { _ = try face(FaceID(index: index)) }
    }

    /// The checked face.
    func face(_ id: FaceID) throws(FontError) -> Face {
        precondition(faces.indices.contains(id.index), "a face is one of the type case")
        return try slots[id.index].face.withLock { face throws(FontError) in
            if let face { return face }
            let read = try Face(faces[id.index])
            face = read
            return read
        }
    }
}
