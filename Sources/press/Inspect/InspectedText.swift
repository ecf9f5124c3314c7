import Layout

/// What `press inspect` found, over all the texts of its subject as if they were one: paragraphs joined by line breaks.
struct InspectedText {
    struct Part {
        var role: Role
        var text: ShapedText
        /// Where it begins in the whole, in UTF-8.
        var offset: Int
        var clusters: [InspectedCluster]
        /// nil without a measure.
        var inspection: Inspection?
    }

    var subject: InspectSubject
    var parts: [Part] = []
    var isExplaining: Bool

    init(_ subject: InspectSubject, _ options: CompositionOptions, why: Bool) {
        self.subject = subject
        isExplaining = why
        var offset = 0
        for part in subject.parts {
            let setting: InspectedSetting =
                options.role == .headline
                ? .headline(words: subject.words) : options.ragged ? .ragged : .justified
            let inspection = part.room.map {
                inspect(
                    part.text, into: $0, as: setting, hanging: part.text.rules.hanging, findsRunnersUp: why)
            }
            parts.append(
                Part(
                    role: part.role, text: part.text, offset: offset,
                    clusters: part.text.inspectedClusters(locale: subject.rules.locale), inspection: inspection))
            offset += part.text.text.utf8.count + 1
        }
    }

    var text: String { parts.map(\.text.text).joined(separator: "\n") }
    var cost: Int { parts.reduce(0) { $0 + ($1.inspection?.cost ?? 0) } }
    var passes: Int { parts.map { $0.inspection?.passes ?? 0 }.max() ?? 0 }

    /// Characters that no font has, each once.
    var warnings: [Phrase] {
        var seen: Set<Unicode.Scalar> = []
        let missing = parts.flatMap { $0.text.substitutes.filter(\.isMissing).map(\.character) }
        return missing.filter { seen.insert($0).inserted }.map { character in
            let code = "U+" + String(character.value, radix: 16, uppercase: true)
            return Phrase(
                zh: "press：没有字体有 \(code)，其宽度是缺字框的\n",
                en: "press: no font has \(code); its width is that of a missing glyph\n")
        }
    }
}
