import Layout

/// Why a picture cannot be painted.
enum PictureTrouble: Error, Hashable {
    /// Nobody handed the artwork over.
    case missing
    /// The decoder's words.
    case broken(String)
    /// More pixels than are ever decoded.
    case tooLarge(width: Int, height: Int)
    /// PDF artwork is placed as it is by prepress; Cairo cannot paint it.
    case unpaintable
    /// An SVG with text needs the faces, and one of them cannot be used.
    case font(FontError)

    func diagnostic(of path: String, at page: PagePlace) -> Diagnostic {
        let source = SourcePlace(file: path)
        return switch self {
        case .missing:
            Diagnostic(
                .error, .pictureBroken,
                Phrase(zh: "没有图片“\(path)”，版面上留空框。", en: "There is no picture “\(path)”; its frame stays empty."),
                at: source, page: page)
        case .broken(let reason):
            Diagnostic(
                .error, .pictureBroken,
                Phrase(
                    zh: "图片“\(path)”已损坏（\(reason)），版面上留空框。",
                    en: "The picture “\(path)” is broken (\(reason)); its frame stays empty."),
                at: source, page: page, hint: Phrase(zh: "请重新导出图片。", en: "Export the picture again."))
        case .tooLarge(let width, let height):
            Diagnostic(
                .error, .pictureTooLarge,
                Phrase(
                    zh: "图片“\(path)”过大（\(width) × \(height) 像素），版面上留空框。",
                    en: "The picture “\(path)” is too large (\(width) × \(height) pixels); its frame stays empty."),
                at: source, page: page)
        case .unpaintable:
            Diagnostic(
                .warning, .pictureFormat,
                Phrase(
                    zh: "PDF 图稿“\(path)”在此只能留空框。",
                    en: "The PDF artwork “\(path)” can only be an empty frame here."),
                at: source, page: page)
        case .font(let error):
            Diagnostic(.error, .pictureBroken, error.phrase, at: source, page: page)
        }
    }
}

/// Pictures of more pixels than this are not decoded.
let pixelLimit = 80_000_000
