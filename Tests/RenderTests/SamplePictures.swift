import Foundation
import Layout

/// Small pictures with known colours.
enum SamplePictures {
    /// 32 × 32: red and green above, blue and yellow below.
    static let quarters = Artwork(
        path: "quarters.jpg", format: .jpeg, width: 32, height: 32, channels: 3,
        bytes: bytes(
            """
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoK\
            BggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK\
            Cgr/wAARCAAgACADAREAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQID\
            AAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlq\
            c3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3\
            +Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEI\
            FEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImK\
            kpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD5\
            br+fz/XwKAPXK9A/5nwoA8jrzz/pgCgD1yvQP+Z8KAPlOv8AZw/fAoA/fCv+X8/tgKAPwPr/AKgD+JwoA/fCv+X8/tgKAP/Z
            """))

    /// 32 × 32 in CMYK with Adobe's marker, stored inverted: magenta and yellow (red) on the left, cyan on the right.
    static let adobe = Artwork(
        path: "adobe.jpg", format: .jpeg, width: 32, height: 32, channels: 4,
        bytes: bytes(
            """
            /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYI\
            CwwLCgwJCgoK/9sAQwECAgICAgIFAwMFCgcGBwoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK\
            /8AAFAgAIAAgBAERAAIRAQMRAQQRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQEC\
            AwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hp\
            anN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX2\
            9/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKB\
            CBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJ\
            ipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAA4EAQACEQMRBAAA\
            PwD7Mr+rD/n/AD9/KKACvxjr/Kc/7/AooAK/Zyv9WD/gDCigAr8Y6/ynP+/wKKACv2cr/Vg/4AwooAK/GOv8pz/v8CigAr9nK/1YP+AM\
            KKACvxjr/Kc/7/AooAK//9k=
            """))

    /// 8 × 8: the left half blue, the right half transparent.
    static let halves = Artwork(
        path: "halves.png", format: .png, width: 8, height: 8, channels: 3,
        bytes: bytes(
            """
            iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAFElEQVR42mNgYPj/Hw0zoOIRoQAAAcZfoVY030UAAAAASUVORK5CYII=
            """))

    /// 40 × 20: a red ground with one line of text.
    static let drawing = Artwork(
        path: "drawing.svg", format: .svg, width: 40, height: 20, channels: 3,
        bytes: Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="red"/>\
            <text x="2" y="14" font-family="Hei" font-size="8">图例</text>\
            <image href="file:///etc/hostname" width="5" height="5"/></svg>
            """.utf8))

    private static func bytes(_ base64: String) -> [UInt8] {
        Array(Data(base64Encoded: base64)!)
    }
}
