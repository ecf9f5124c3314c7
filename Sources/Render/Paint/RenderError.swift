public import Layout

/// Why no file came out. A picture that cannot be painted is no such reason: it is a diagnostic.
public enum RenderError: Error, Hashable, Sendable {
    /// A face could not be used.
    case font(FontError)
    /// Cairo could not finish: its own words.
    case cairo(String)
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
        case .faceUnpaintable(let path):
            Phrase(zh: "FreeType 不能使用字体“\(path)”。", en: "FreeType cannot use the font “\(path)”.")
        case .pageTooLarge(let width, let height):
            Phrase(
                zh: "图像尺寸 \(width) × \(height) 像素超出范围。",
                en: "An image of \(width) × \(height) pixels is out of range.")
        }
    }
}
