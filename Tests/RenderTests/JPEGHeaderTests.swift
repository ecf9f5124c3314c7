import Testing

@testable import Render

/// What Copydesk lets through is painted, and nothing else: `PictureTests` in CopydeskTests asks the same of its reader.
@Suite struct JPEGHeaderTests {
    private static let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0]
    private static let frame: [UInt8] = [
        0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0,
    ]
    private static let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9]

    @Test func markersThatStandAloneAndFramesThatComeTwice() {
        #expect(JPEGHeader(Self.start + Self.frame + Self.scan)?.width == 40)
        #expect(JPEGHeader(Self.start + [0xFF, 0x01, 0xFF, 0xD0] + Self.frame + Self.scan)?.width == 40)
        #expect(JPEGHeader(Self.start + Self.frame + Self.frame + Self.scan) == nil)
    }
}
