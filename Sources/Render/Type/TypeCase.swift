import Glibc
public import Layout
import Synchronization

/// 字架: the faces that press sets with, and none but these.
///
/// A face's file is read and its SHA-256 compared with the manifest when the face is first used;
/// the bytes that were checked are the bytes that shape and paint. May be used from several threads.
public final class TypeCase: Sendable {
    /// The faces in the order of the manifests: `FaceID.index` counts these.
    public let faces: [FaceFacts]
    private let matching = Mutex(Matching())
    private let slots: [Slot]

    /// Fontconfig's list and Pango's choices from it. They are made when first wanted, for most pages never: the manifest
    /// knows the families, and reading the character sets of all faces takes longer than setting a page.
    private struct Matching {
        var configuration: FontConfiguration?
        var matcher: FontMatcher?
    }

    /// One face, read when it is first wanted.
    private final class Slot: Sendable {
        let face = Mutex<Face?>(nil)
    }

    /// Opens the folder of fonts (with its `manifest.json`) and a paper's own folders of fonts.
    /// A paper's folder may do without a manifest: its font files are then taken in the order of their names.
    /// - Throws: `FontError` for a manifest that is missing or broken, and for a face that is missing; faces are not yet read.
    public init(folder: String, extraFolders: [String] = []) throws(FontError) {
        var faces = try TypeCase.listed(in: folder)
        for extra in extraFolders {
            faces += TypeCase.hasManifest(extra) ? try TypeCase.listed(in: extra) : try TypeCase.loose(in: extra)
        }
        for face in faces where unsafe access(face.path, R_OK) != 0 { throw .faceMissing(path: face.path) }
        self.faces = faces
        slots = faces.map { _ in Slot() }
    }

    /// The face that a style is set in: the nearest weight of its first family that exists, the lighter of two as near;
    /// of the first text family where none exists.
    public func face(for style: FontStyle) -> FaceID {
        let family = style.families.lazy.map { name in self.faces.filter { $0.goes(by: name) } }.first {
            !$0.isEmpty
        }
        let candidates =
            family
            ?? faces.filter { face in
                face.family == faces.first { $0.role == .text }?.family
            }
        let chosen = candidates.min {
            (abs($0.weight - style.weight), $0.weight) < (abs($1.weight - style.weight), $1.weight)
        }
        guard let index = faces.firstIndex(where: { $0 == chosen }) else {
            preconditionFailure("a type case has a text face")
        }
        return FaceID(index: index)
    }

    /// The face that sets a character in a style, as Pango chooses it: the first of the style's families, then of the
    /// fallback faces, then of all others that has it; nil when none has.
    /// - Throws: `FontError.faceBroken` for a face whose character set cannot be read.
    /// - Complexity: about a millisecond a face at first, for reading the character sets.
    public func face(for character: Unicode.Scalar, in style: FontStyle) throws(FontError) -> FaceID? {
        let configuration = try configuration()
        return matching.withLock { matching in
            let matcher = matching.matcher ?? FontMatcher(configuration, faces: faces)
            matching.matcher = matcher
            return matcher.face(for: character, in: style)
        }
    }

    /// Fontconfig's list of the faces.
    func configuration() throws(FontError) -> FontConfiguration {
        try matching.withLock { matching throws(FontError) in
            if let configuration = matching.configuration { return configuration }
            let configuration = try FontConfiguration(faces)
            matching.configuration = configuration
            return configuration
        }
    }

    /// Whether a family goes by this name.
    public func hasFamily(_ name: String) -> Bool { faces.contains { $0.goes(by: name) } }

    /// Reads and checks a face ahead of its use: on another thread, while copy is being read.
    /// Who needs it meanwhile waits for it; what is wrong with it is said then.
    public func readAhead(_ id: FaceID) { _ = try? face(id) }

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
