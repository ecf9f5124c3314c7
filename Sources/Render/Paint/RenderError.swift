public import Layout

/// Why no file came out. A picture that cannot be painted is no such reason: it is a diagnostic.
public enum RenderError: Error, Hashable, Sendable {
    /// A face could not be used.
    case font(FontError)
    /// Cairo could not finish: its own words.
    case cairo(String)
    /// Cairo wrote a document that is built unlike those of version 1.16, so that pictures find no way into it.
    case unbindable
    /// FreeType cannot read a face that HarfBuzz could.
    case faceUnpaintable(path: String)
    /// Cairo paints pixels only on surfaces of 1…32 767 pixels a side.
    case pageTooLarge(width: Int, height: Int)

    /// The error as a sentence.
    public var phrase: Phrase {
        switch self {
        case .font(let error): error.phrase
        case .cairo(let words):
            Phrase(zh: "Cairo 未能完成页面：\(words)。", en: "Cairo could not finish the pages: \(words).")
        case .unbindable:
            Phrase(
                zh: "Cairo 写出的 PDF 与 1.16 版不同，图片装不进去。",
                en: "Cairo wrote a PDF unlike those of version 1.16; pictures cannot be put in.")
        case .faceUnpaintable(let path):
            Phrase(zh: "FreeType 不能使用字体“\(path)”。", en: "FreeType cannot use the font “\(path)”.")
        case .pageTooLarge(let width, let height):
            Phrase(
                zh: "图像尺寸 \(width) × \(height) 像素超出范围。",
                en: "An image of \(width) × \(height) pixels is out of range.")
        }
    }
}
