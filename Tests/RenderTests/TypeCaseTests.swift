import Foundation
import Layout
import Render
import Testing

/// A manifest that cannot be used, and what is said of it.
private struct Broken: Sendable {
    var manifest: String
    var reason: String
}

private let face = """
    {"file": "F.otf", "family": "Song", "weight": 400, "role": "text", "bytes": 3, "sha256": "\
    ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
    """

@Suite struct TypeCaseTests {
    @Test(arguments: [
        Broken(manifest: "{", reason: "JSON"),
        Broken(manifest: #"{"format": 1}"#, reason: "faces: missing"),
        Broken(manifest: #"{"format": 2, "faces": [\#(face)]}"#, reason: "format: 2 ≠ 1"),
        Broken(manifest: #"{"format": 1, "faces": []}"#, reason: "faces: no face of role “text”"),
        Broken(
            manifest: #"{"format": 1, "faces": [\#(face), \#(face)]}"#, reason: "faces[1].file: “F.otf” twice"),
        Broken(
            manifest: #"{"format": 1, "faces": [\#(face.replacing("400", with: "4000"))]}"#,
            reason: "faces[0].weight: 4000"),
        Broken(
            manifest: #"{"format": 1, "faces": [\#(face.replacing("F.otf", with: "../F.otf"))]}"#,
            reason: "faces[0].file: “../F.otf”"),
    ])
    private func `a broken manifest is refused with a reason`(_ broken: Broken) throws {
        try withTemporaryFolder { folder in
            let path = folder + "/manifest.json"
            try Data(broken.manifest.utf8).write(to: URL(filePath: path))
            #expect(throws: FontError.manifestBroken(path: path, reason: broken.reason)) {
                try TypeCase(folder: folder)
            }
        }
    }

    @Test func `a missing manifest is named`() {
        #expect(throws: FontError.manifestMissing(path: "/nowhere/manifest.json")) {
            try TypeCase(folder: "/nowhere")
        }
    }

    @Test func `missing and unusable faces are named`() throws {
        try withTemporaryFolder { folder in
            try Data(#"{"format": 1, "faces": [\#(face)]}"#.utf8).write(
                to: URL(filePath: folder + "/manifest.json"))
            #expect(throws: FontError.faceMissing(path: folder + "/F.otf")) { try TypeCase(folder: folder) }
            try Data("abc".utf8).write(to: URL(filePath: folder + "/F.otf"))
            let broken = try TypeCase(folder: folder)
            #expect(throws: FontError.faceBroken(path: folder + "/F.otf")) {
                try HarfBuzzMeasurer(broken).shape(TextRun("字", style: song))
            }
            #expect(throws: FontError.faceBroken(path: folder + "/F.otf")) {
                try broken.face(for: "字", in: song)
            }
        }
    }

    @Test func `a face that changed is refused when it is first used`() throws {
        try withTemporaryFolder { folder in
            try Data(#"{"format": 1, "faces": [\#(face)]}"#.utf8).write(
                to: URL(filePath: folder + "/manifest.json"))
            try FileManager.default.copyItem(atPath: type.faces[0].path, toPath: folder + "/F.otf")
            let changed = try TypeCase(folder: folder)
            let error = #expect(throws: FontError.self) {
                try HarfBuzzMeasurer(changed).shape(TextRun("字", style: song))
            }
            guard case .faceChanged(let path, _, let found) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(path == folder + "/F.otf")
            #expect(found == type.faces[0].sha256)
            #expect(error?.phrase.zh.contains("与清单不符") == true)
        }
    }

    @Test func `a folder without manifest gives its faces the names they have`() throws {
        try withTemporaryFolder { folder in
            let kai = try #require(type.faces.first { $0.family == "Kai" && $0.weight == 700 })
            try FileManager.default.copyItem(atPath: kai.path, toPath: folder + "/a.ttf")
            let paper = try TypeCase(folder: fontsFolder, extraFolders: [folder])
            #expect(paper.faces.count == type.faces.count + 1)
            #expect(paper.faces.last?.family == "Press Kai")
            #expect(paper.faces.last?.weight == 700)
            #expect(try HarfBuzzMeasurer(paper).shape(TextRun("字", style: song)).first?.face == FaceID(index: 0))
        }
    }

    @Test(arguments: [
        ("Song", 400, "Song", 400), ("Song", 500, "Song", 400), ("Song", 900, "Song", 900),
        ("Hei", 700, "Hei", 700), ("宋体", 700, "Song", 700), ("noto sans sc", 500, "Hei", 500),
        ("Kai", 400, "Kai", 400),
    ])
    func `families and weights find their faces`(
        _ family: String, _ weight: Int, _ found: String, _ foundWeight: Int
    ) {
        let face = type.faces[
            type.face(for: FontStyle(families: [family], weight: weight, size: .points(9))).index]
        #expect(face.family == found)
        #expect(face.weight == foundWeight)
        #expect(type.hasFamily(family))
    }

    @Test func `an unknown family is known to be unknown`() {
        #expect(!type.hasFamily("Comic Sans"))
        let style = FontStyle(families: ["Comic Sans", "Hei"], weight: 400, size: .points(9))
        #expect(type.faces[type.face(for: style).index].family == "Hei")
    }
}
