import Foundation
import Layout
import Render

let smallPage = PageSize(trim: Size(width: .points(300), height: .points(200)), bleed: .zero)
let sampleFacts = DocumentFacts(
    title: "东城新闻", author: "press", date: CalendarDate(year: 2024, month: 5, day: 1)!)

func at(_ x: Int, _ y: Int) -> Point { Point(x: .points(x), y: .points(y)) }
func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Rect {
    Rect(x: .points(x), y: .points(y), width: .points(width), height: .points(height))
}

/// A page of one story with a head, text, a caption, a picture, rules and vertical text.
func samplePage(_ pictures: [PlacedArtwork] = []) throws -> Page {
    let head = FontStyle(families: ["Song"], weight: 900, size: .points(22))
    let kai = FontStyle(families: ["Kai"], weight: 400, size: .points(8))
    let passages = [
        Passage(.text(.headline, paragraph: 0), marks: try glyphRun("新铁路通车", head, at: at(10, 30))),
        Passage(
            .text(.body, paragraph: 1),
            marks: try glyphRun("本报讯——今天，鸟𬸚𠮷", song, at: at(10, 50))
                + glyphRun("Beijing ", song, at: at(120, 50), script: .western)),
        Passage(.text(.caption, paragraph: 2), marks: try glyphRun("新线起点。", kai, at: at(10, 70))),
        Passage(
            .text(.kicker, paragraph: 3), marks: try glyphRun("竖题（一）", song, at: at(280, 10), isVertical: true)),
        Passage(
            .text(.body, paragraph: 4),
            marks: try glyphRun("Swift", song, at: at(250, 10), script: .western, isTurned: true)),
        Passage(.figure(alternative: "图"), marks: pictures.map(Mark.picture)),
        Passage(
            .ornament,
            marks: [
                .rule(Rule(from: at(10, 190), to: at(290, 190), thickness: .points(4), pattern: .ornamental)),
                .rule(Rule(from: at(10, 180), to: at(290, 180), thickness: .points(1), pattern: .dotted)),
                .rule(Rule(from: at(5, 10), to: at(5, 190), thickness: .points(1, 2))),
                .tint(box(100, 80, 10, 10), .process(cyan: 1000, magenta: 0, yellow: 0, black: 0)),
                .frame(box(120, 80, 10, 10), thickness: .points(1), .black(500)),
                .disc(centre: at(145, 85), radius: .points(4), .solidBlack),
            ]),
    ]
    let module = PageModule(kind: .story, name: "railway", frame: box(0, 0, 300, 200), passages: passages)
    return Page(number: 1, size: smallPage, modules: [module])
}

func samplePDF(_ pictures: [PlacedArtwork] = [], _ artworks: [Artwork] = []) async throws -> Warned<[UInt8]> {
    let byPath = Dictionary(uniqueKeysWithValues: artworks.map { ($0.path, $0) })
    return try await pdf(of: [samplePage(pictures)], artworks: byPath, type: type, document: sampleFacts)
}

/// What a program of the system says of the file.
func asked(_ program: String, of bytes: [UInt8], _ before: [String] = [], _ after: [String] = []) throws
    -> (output: String, isSuccess: Bool)
{
    try withTemporaryFolder { folder in
        try Data(bytes).write(to: URL(filePath: folder + "/a.pdf"))
        return try run(program, before + [folder + "/a.pdf"] + after)
    }
}
