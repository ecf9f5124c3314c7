import Layout

/// Reads a drawing's size in CSS pixels: `width` and `height`, else `viewBox`, and checks that its tags close.
func probeSVG(_ bytes: [UInt8]) throws(ArtworkFault) -> ArtworkHeader {
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .broken(zh: "不是 UTF-8 文字", en: "it is not UTF-8")
    }
    let root = try checkXML(text)
    guard root.name == "svg" || root.name.hasSuffix(":svg") else {
        throw .format(Phrase(zh: "根元素是 <\(root.name)>，不是 <svg>", en: "its root is <\(root.name)>, not <svg>"))
    }
    let box = (root.attributes["viewBox"] ?? "").split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }
        .map { cssPixels(String($0)) }
    let (boxWidth, boxHeight) = box.count == 4 ? (box[2], box[3]) : (nil, nil)
    let width = cssPixels(root.attributes["width"] ?? "")
    let height = cssPixels(root.attributes["height"] ?? "")
    let size: (Int?, Int?) =
        switch (width, height, boxWidth, boxHeight) {
        case (let width?, let height?, _, _): (width, height)
        // One side given: the other follows from the box's shape.
        case (let width?, nil, let across?, let down?) where across > 0: (width, width * down / across)
        case (nil, let height?, let across?, let down?) where down > 0: (height * across / down, height)
        default: (boxWidth, boxHeight)
        }
    guard case (let width?, let height?) = size else {
        throw .broken(zh: "没有写 width、height 或 viewBox", en: "it has neither width and height nor a viewBox")
    }
    guard width > 0, height > 0 else { throw .noSize }
    func rounded(_ thousandths: Int) -> Int { max(1, (thousandths + 500) / 1000) }
    return ArtworkHeader(format: .svg, width: rounded(width), height: rounded(height), channels: 3)
}

/// A length of SVG in thousandths of a CSS pixel (1/96 inch); nil for percentages and what is no length.
private func cssPixels(_ text: String) -> Int? {
    guard let quantity = Quantity(trimmed(text)), quantity.number.numerator >= 0 else { return nil }
    switch quantity.unit {
    case "", "px": return quantity.times(1000)
    case "pt": return quantity.times(4000) / 3
    case "pc": return quantity.times(16_000)
    case "mm": return quantity.times(960_000) / 254
    case "cm": return quantity.times(9_600_000) / 254
    case "in": return quantity.times(96_000)
    default: return nil
    }
}
