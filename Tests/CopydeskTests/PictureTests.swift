import Layout
import Testing

@testable import Copydesk

/// A small JPEG's bones: SOI, APP0, SOF, SOS, data, EOI.
func jpeg(width: Int = 40, height: Int = 30, channels: Int = 3, marker: UInt8 = 0xC0, precision: UInt8 = 8)
    -> [UInt8]
{
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0]
    bytes += [0xFF, marker, 0, UInt8(8 + 3 * channels), precision, UInt8(height >> 8), UInt8(height & 255)]
    bytes += [UInt8(width >> 8), UInt8(width & 255), UInt8(channels)]
    bytes += (0..<channels).flatMap { [UInt8($0 + 1), 0x11, 0] }
    return bytes + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD9]
}

/// A 1 × 1 gray PNG, as any tool writes it.
let onePixel: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0,
    0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48,
    0xAF, 0xA4, 0x71,
    0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
]

@Suite struct PictureTests {
    /// Render reads the same bytes by the same rules: `JPEGHeaderTests`.
    @Test func markersThatStandAloneAndFramesThatComeTwice() {
        let frame = Array(jpeg()[8..<27])
        #expect(header(Array(jpeg()[..<8]) + [0xFF, 0x01, 0xFF, 0xD0] + jpeg()[8...])?.width == 40)
        #expect(header(Array(jpeg()[..<8]) + frame + jpeg()[8...]) == nil)
    }

    private func header(_ bytes: [UInt8]) -> ArtworkHeader? { try? probeArtwork(bytes).result.get() }

    @Test func goodHeaders() {
        for channels in [1, 3, 4] {
            #expect(
                header(jpeg(channels: channels))
                    == ArtworkHeader(format: .jpeg, width: 40, height: 30, channels: channels))
        }
        #expect(header(jpeg(marker: 0xC2))?.width == 40)
        #expect(header(jpeg() + [0, 1, 2, 3])?.width == 40)
        #expect(header(onePixel) == ArtworkHeader(format: .png, width: 1, height: 1, channels: 1))
        var exif: [UInt8] =
            Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
        exif = [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
        #expect(header(Array(jpeg().prefix(2)) + exif + jpeg().dropFirst(2))?.isTurned == true)
    }

    @Test func everyTruncationIsSeen() {
        for picture in [jpeg(), onePixel] {
            for count in 0..<picture.count {
                #expect(header(Array(picture.prefix(count))) == nil, "\(count) bytes of \(picture.count)")
            }
        }
    }

    @Test func damageIsSeen() {
        #expect(header(jpeg(width: 0)) == nil && header(jpeg(height: 0)) == nil && header(jpeg(channels: 2)) == nil)
        #expect(
            header(jpeg(marker: 0xC3)) == nil && header(jpeg(marker: 0xC9)) == nil
                && header(jpeg(precision: 12)) == nil)
        for index in 0..<33 {
            var bytes = onePixel
            bytes[index] ^= 0x20
            #expect(header(bytes) == nil, "byte \(index)")
        }
        #expect(header(onePixel.map { $0 == 0x0D ? 0x0A : $0 }) == nil)
    }

    @Test(
        arguments: [
            ("<svg width='30' height='20'/>", [30, 20]), ("<svg width=\"30px\" height=\"20px\"></svg>", [30, 20]),
            (
                "<?xml version='1.0'?><!DOCTYPE svg><!-- a<b --><svg viewBox='0 0 40 25.6'><g><path d='>'/></g></svg>",
                [40, 26]
            ),
            ("<svg width='100%' height='100%' viewBox='0,0,8,6'/>", [8, 6]),
            ("<svg width='25.4mm' height='72pt'/>", [96, 96]),
            ("<svg width='20' viewBox='0 0 4 3'/>", [20, 15]), ("<svg height='2cm' viewBox='0 0 1 2'/>", [38, 76]),
            ("<s:svg xmlns:s='http://www.w3.org/2000/svg' width='3in' height='1pc'/>", [288, 16]),
            ("\u{FEFF}<svg width='.2' height='7'><![CDATA[<]]></svg>\n", [1, 7]),
            ("<svg/>", nil), ("<svg width='0' height='5'/>", nil), ("<svg width='5' height='5'>", nil),
            ("<svg width='5' height='5'><g></svg>", nil),
            ("<svg width='5' height='5'/><svg/>", nil), ("<svg width=5 height=5/>", nil),
            ("<svg width='5' height='5' <", nil),
            ("<!DOCTYPE svg [<!ENTITY a 'x'>]><svg width='5' height='5'/>", nil),
            ("<html><svg width='5' height='5'/></html>", nil),
            ("<svg width='5' height='5'></g></svg>", nil), ("<", nil), ("<!--", nil),
            ("<svg width='-5' height='5'/>", nil),
        ] as [(String, [Int]?)])
    func drawings(text: String, size: [Int]?) {
        #expect(header(Array(text.utf8)).map { [$0.width, $0.height] } == size)
    }

    @Test func filesAreCalledWhatTheyAre() throws {
        let folder = try issue([
            "stories/a.md": """
            ---
            headline: 题
            pictures:
              - file: p/a.png
              - file: p/b.jpg
              - file: p/c.jpg
              - file: p/d.jpg
              - file: p/e.jpg
              - file: p/f.png
              - { file: p/g.jpg, caption: 图, credit: 某, alt: 说明, focus: [0.25, 75%] }
              - file: p/h.pgn
              - file: p/i.jpg
            ---
            文
            """
        ])
        let files: [(String, [UInt8])] = [
            ("a.png", jpeg()), ("b.jpg", Array("GIF89a".utf8)), ("c.jpg", []),
            ("d.jpg", jpeg(width: 60_000, height: 60_000)),
            ("e.jpg", Array("<html></html>".utf8)), ("f.png", Array(onePixel.dropLast(3))), ("g.jpg", jpeg()),
            ("h.png", onePixel),
            ("i.jpg", Array("%PDF-1.7".utf8)),
        ]
        for (name, bytes) in files { try folder.write(bytes, to: "p/" + name) }
        let read = folder.read()
        #expect(
            briefs(read) == [
                "picture-format 4:11", "picture-format 5:11", "picture-broken 6:11", "picture-too-large 7:11",
                "picture-format 8:11",
                "picture-broken 9:11", "file-missing 11:11", "picture-format 12:11",
            ])
        let says = read.diagnostics.map(\.message.en)
        #expect(
            says[0].contains("really JPEG") && says[1].contains("GIF") && says[4].contains("HTML")
                && says[7].contains("PDF"))
        #expect(read.diagnostics[6].hint?.en.contains("p/h.png") == true)
        let pictures = try #require(read.output.edition?.stories.first?.pictures)
        #expect(pictures.map(\.artwork.path) == ["p/a.png", "p/g.jpg"])
        #expect(pictures[1].caption == "图" && pictures[1].credit == "某" && pictures[1].alternative == "说明")
        #expect(pictures[1].focus == (250, 750) && pictures[1].artwork.bytes == jpeg())
    }

    @Test func advertisementsKeepTheirSpace() throws {
        let folder = try issue([
            "edition.yaml": """
            date: 2026-11-23
            ads:
              - { file: ads/a.pdf, page: 1, columns: 6, rows: 20, place: bottom }
              - { file: ads/a.svg, page: 1, columns: 2, rows: 10, place: top-right }
              - { file: ads/none.svg, page: 2, columns: 2, rows: 10 }
            """, "ads/a.pdf": "%PDF-1.7", "ads/a.svg": "<svg width='4' height='3'/>",
        ])
        let read = folder.read()
        #expect(briefs(read) == ["advertisement-format 3:13", "file-missing 5:13"])
        let ads = try #require(read.output.edition?.advertisements)
        #expect(ads.map(\.name) == ["a", "a-2", "none"] && ads.map { $0.artwork == nil } == [true, false, true])
        #expect(ads.map(\.corner) == [.bottom, .topRight, .bottom])
    }
}
