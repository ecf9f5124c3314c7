public import Layout

/// Why the type case cannot be used: a file of the world is missing, changed or broken.
public enum FontError: Error, Hashable, Sendable {
    /// There is no manifest at this path, or it cannot be read.
    case manifestMissing(path: String)
    /// The manifest does not say what a manifest must say.
    case manifestBroken(path: String, reason: String)
    /// A face that the manifest names cannot be read.
    case faceMissing(path: String)
    /// A face's bytes are not those that the manifest was made for (SHA-256, hexadecimal).
    case faceChanged(path: String, expected: String, found: String)
    /// The file is no font that HarfBuzz, FreeType and fontconfig can read.
    case faceBroken(path: String)
    /// The list of words by which headlines are broken cannot be read.
    case wordsMissing(path: String)
    /// The patterns by which Western words are parted cannot be read.
    case patternsMissing(path: String)
    /// They are not those that press was made with (SHA-256, hexadecimal).
    case patternsChanged(path: String, expected: String, found: String)

    /// The error as a sentence.
    public var phrase: Phrase {
        switch self {
        case .manifestMissing(let path):
            Phrase(
                zh: "读不到字库清单“\(path)”。",
                en: "The manifest of fonts “\(path)” cannot be read.")
        case .manifestBroken(let path, let reason):
            Phrase(
                zh: "字库清单“\(path)”有误：\(reason)。",
                en: "The manifest of fonts “\(path)” is broken: \(reason).")
        case .faceMissing(let path):
            Phrase(zh: "读不到字体“\(path)”。", en: "The font “\(path)” cannot be read.")
        case .faceChanged(let path, let expected, let found):
            Phrase(
                zh: "字体“\(path)”与清单不符：SHA-256 应为 \(expected)，实为 \(found)。",
                en: """
                    The font “\(path)” is not the one in the manifest: its SHA-256 is \(found), not \(expected).
                    """)
        case .faceBroken(let path):
            Phrase(zh: "“\(path)”不是可用的字体。", en: "“\(path)” is not a usable font.")
        case .wordsMissing(let path):
            Phrase(zh: "读不到词表“\(path)”。", en: "The list of words “\(path)” cannot be read.")
        case .patternsMissing(let path):
            Phrase(
                zh: "读不到西文断词表“\(path)”：要装 Debian 的软件包 hyphen-en-us。",
                en:
                    "The patterns for parting words “\(path)” cannot be read: install Debian's package hyphen-en-us."
            )
        case .patternsChanged(let path, let expected, let found):
            Phrase(
                zh: "西文断词表“\(path)”不是 press 所用的：SHA-256 应为 \(expected)，实为 \(found)。",
                en: """
                    The patterns for parting words “\(path)” are not those that press was made with: their SHA-256 is \
                    \(found), not \(expected).
                    """)
        }
    }
}
