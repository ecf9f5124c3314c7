/// The stable codes of everything that press reports. A code never changes its meaning;
/// `press explain CODE` says what each one is about.
public enum DiagnosticCode: String, CaseIterable, Sendable {
    // The edition folder
    case fileMissing = "file-missing"
    case fileOutside = "file-outside"
    case fileUnreadable = "file-unreadable"
    case fileTooLarge = "file-too-large"
    case encodingConverted = "encoding-converted"
    case encodingBroken = "encoding-broken"
    case characterStray = "character-stray"
    case fileIgnored = "file-ignored"
    case editionEmpty = "edition-empty"
    case findingsCut = "findings-cut"
    // YAML
    case yamlSyntax = "yaml-syntax"
    case keyUnknown = "key-unknown"
    case keyRepeated = "key-repeated"
    case keyMissing = "key-missing"
    case valueType = "value-type"
    case valueUnknown = "value-unknown"
    case valueRange = "value-range"
    case valueEmpty = "value-empty"
    case dateInvalid = "date-invalid"
    case formatUnsupported = "format-unsupported"
    // Copy
    case headlineMissing = "headline-missing"
    case copyEmpty = "copy-empty"
    case markupUnsupported = "markup-unsupported"
    case keyIgnored = "key-ignored"
    case storyPageMissing = "story-page-missing"
    // Pictures and advertisements
    case pictureFormat = "picture-format"
    case pictureBroken = "picture-broken"
    case pictureTooLarge = "picture-too-large"
    case pictureCoarse = "picture-coarse"
    case pictureUnplaced = "picture-unplaced"
    case advertisementFormat = "advertisement-format"
    case advertisementPlace = "advertisement-place"
    case advertisementMark = "advertisement-mark"
    // Type
    case glyphMissing = "glyph-missing"
    case glyphFallback = "glyph-fallback"
    case fontUnknown = "font-unknown"
    // Composition
    case lineOverfull = "line-overfull"
    case headlineOverfull = "headline-overfull"
    // Pages
    case storyOverset = "story-overset"
    case storyUnplaced = "story-unplaced"
    case pageHole = "page-hole"
    case planInvalid = "plan-invalid"
    case planOverlap = "plan-overlap"
    case planOutdated = "plan-outdated"
    case planMisfit = "plan-misfit"
    case pinUnmet = "pin-unmet"
    // What press check says of pages that are set
    case headsButting = "heads-butting"
    case pageSeam = "page-seam"
    case headHierarchy = "head-hierarchy"
    case formName = "form-name"
    case formFact = "form-fact"
    case formFolio = "form-folio"
}
