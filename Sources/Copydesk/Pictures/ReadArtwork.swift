import Layout

/// What a file is wanted for: what will do differs.
enum ArtworkUse { case picture, advertisement, nameplate }

/// Reads a picture, drawing or advertisement and checks its header. nil, and a report at `place`, when it
/// cannot be used.
func readArtwork(
    _ path: String, from folder: String, for use: ArtworkUse, named place: SourcePlace, at desk: Desk
) -> Artwork? {
    do throws(FileProblem) {
        let found = try desk.folder.find(path, from: folder)
        let bytes = try readBytes(found, limit: desk.limits.fileBytes, at: desk)
        let probe = probeArtwork(bytes)
        if use == .advertisement, probe.kind == .pdf {
            desk.report(
                .warning, .advertisementFormat, at: place, zh: "还不能排 PDF 广告：位置留出并标明",
                en: "PDF advertisements come later: the space is kept and marked",
                hint: Phrase(zh: "暂时用 JPEG、PNG 或 SVG", en: "for now, use JPEG, PNG or SVG"))
            return nil
        }
        guard let header = probe.header(path, limit: desk.limits.picturePixels, at: place, desk) else { return nil }
        probe.reportName(path, at: place, desk)
        return Artwork(
            path: found.path, format: header.format, width: header.width, height: header.height,
            channels: header.channels, bytes: bytes)
    } catch {
        desk.report(error, path, at: place)
        return nil
    }
}

/// What a file's first bytes say that it is.
enum ArtworkKind: String {
    case jpeg = "JPEG", png = "PNG", svg = "SVG", pdf = "PDF"
    case gif = "GIF", webp = "WebP", tiff = "TIFF", heif = "HEIF/AVIF", bmp = "BMP", photoshop = "Photoshop"
    case postscript = "PostScript", zip = "ZIP", html = "HTML", gzip = "gzip (SVGZ?)", empty = "", unknown = "?"

    init(_ bytes: [UInt8]) {
        let magics: [(kind: ArtworkKind, offset: Int, magic: [UInt8])] = [
            (.jpeg, 0, [0xFF, 0xD8]), (.png, 0, [0x89, 0x50, 0x4E, 0x47]), (.pdf, 0, Array("%PDF-".utf8)),
            (.gif, 0, Array("GIF8".utf8)), (.webp, 8, Array("WEBP".utf8)), (.tiff, 0, [0x49, 0x49, 0x2A, 0]),
            (.tiff, 0, [0x4D, 0x4D, 0, 0x2A]), (.heif, 4, Array("ftyp".utf8)), (.bmp, 0, Array("BM".utf8)),
            (.photoshop, 0, Array("8BPS".utf8)), (.postscript, 0, Array("%!PS".utf8)), (.zip, 0, Array("PK".utf8)),
            (.gzip, 0, [0x1F, 0x8B]),
        ]
        let known = magics.first { bytes.dropFirst($0.offset).starts(with: $0.magic) }
        self = bytes.isEmpty ? .empty : known?.kind ?? ArtworkKind(markup: bytes)
    }

    /// Text that starts with a tag: a drawing, or a page that was saved under a picture's name.
    private init(markup bytes: [UInt8]) {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        let isMarkup = head.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" } == "<"
        let lowered = Array(head.lowercased().utf8)
        self =
            !isMarkup
            ? .unknown : lowered.holds("<svg") || lowered.holds(":svg") || !lowered.holds("<html") ? .svg : .html
    }
}

/// What was found in a file that should be a picture.
struct ArtworkProbe {
    var kind: ArtworkKind
    var result: Result<ArtworkHeader, ArtworkFault>

    func header(_ path: String, limit: Int, at place: SourcePlace, _ desk: Desk) -> ArtworkHeader? {
        let name = shortened(path)
        switch result {
        case .success(let header):
            guard header.width <= limit / max(1, header.height) else {
                desk.report(
                    .error, .pictureTooLarge, at: place,
                    zh: "“\(name)” 有 \(header.width) × \(header.height) 像素，上限 \(limit / 1_000_000) 百万像素",
                    en:
                        "`\(name)` has \(header.width) × \(header.height) pixels; the limit is \(limit / 1_000_000) million"
                )
                return nil
            }
            if header.isTurned {
                desk.report(
                    .warning, .pictureFormat, at: place, zh: "“\(name)” 靠 EXIF 标记旋转，press 按原样排",
                    en: "`\(name)` is turned by an EXIF mark, which press does not follow",
                    hint: Phrase(zh: "在图片软件里转正后另存", en: "turn it in a picture editor and save it"))
            }
            return header
        case .failure(.broken(let why)):
            desk.report(
                .error, .pictureBroken, at: place, zh: "“\(name)” 已损坏：\(why.zh)",
                en: "`\(name)` is damaged: \(why.en)")
        case .failure(.format(let what)):
            desk.report(
                .error, .pictureFormat, at: place, zh: "“\(name)” 不能用：\(what.zh)",
                en: "`\(name)` cannot be used: \(what.en)",
                hint: Phrase(zh: "转换为 JPEG、PNG 或 SVG", en: "convert it to JPEG, PNG or SVG"))
        }
        return nil
    }

    /// Says so when a file's name claims another format than it has.
    func reportName(_ path: String, at place: SourcePlace, _ desk: Desk) {
        let endings: [String: ArtworkKind] = [
            "jpg": .jpeg, "jpeg": .jpeg, "jpe": .jpeg, "png": .png, "svg": .svg, "gif": .gif, "webp": .webp,
            "tif": .tiff, "tiff": .tiff, "pdf": .pdf, "bmp": .bmp, "heic": .heif,
        ]
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        guard let claimed = endings[ending], claimed != kind else { return }
        desk.report(
            .warning, .pictureFormat, at: place,
            zh: "“\(shortened(path))” 其实是 \(kind.rawValue)，按 \(kind.rawValue) 用",
            en: "`\(shortened(path))` is really \(kind.rawValue) and is used as such",
            hint: Phrase(zh: "把文件名的结尾改对", en: "give the file its right ending"))
    }
}

/// What a header says.
struct ArtworkHeader: Equatable {
    var format: Artwork.Format
    var width: Int
    var height: Int
    var channels: Int
    /// An EXIF mark asks for the picture to be turned or mirrored.
    var isTurned = false
}

enum ArtworkFault: Error, Equatable {
    case broken(Phrase)
    case format(Phrase)

    static func broken(zh: String, en: String) -> ArtworkFault { .broken(Phrase(zh: zh, en: en)) }
    static let cutShort = broken(zh: "文件不完整", en: "the file is cut short")
    static let noSize = broken(zh: "宽或高为零", en: "its width or height is zero")
}

/// Recognises a file by its first bytes, whatever its name, and reads its header.
func probeArtwork(_ bytes: [UInt8]) -> ArtworkProbe {
    let kind = ArtworkKind(bytes)
    do throws(ArtworkFault) {
        switch kind {
        case .jpeg: return ArtworkProbe(kind: kind, result: .success(try probeJPEG(bytes)))
        case .png: return ArtworkProbe(kind: kind, result: .success(try probePNG(bytes)))
        case .svg: return ArtworkProbe(kind: kind, result: .success(try probeSVG(bytes)))
        case .empty: throw .broken(zh: "文件是空的", en: "the file is empty")
        case .unknown: throw .format(Phrase(zh: "不是图片文件", en: "it is not a picture"))
        default: throw .format(Phrase(zh: "它是 \(kind.rawValue) 文件", en: "it is \(kind.rawValue)"))
        }
    } catch {
        return ArtworkProbe(kind: kind, result: .failure(error))
    }
}
