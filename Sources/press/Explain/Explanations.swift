import Layout

extension DiagnosticCode {
    /// What `press explain` says: what the code means, why it matters, what to do.
    var explanation: Phrase { Phrase(zh: chineseExplanation, en: englishExplanation) }
}
