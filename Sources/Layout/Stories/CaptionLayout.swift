/// How a caption and its credit stand below a picture.
struct CaptionLayout {
    /// Lines of the caption, then those of the credit that did not fit behind it.
    var caption: [Line] = []
    var credit: [Line] = []
    /// Whether the credit stands at the end of the caption's last line.
    var sharesLine = false

    var lineCount: Int { caption.count + (sharesLine ? 0 : credit.count) }
}

extension MeasuredPicture {
    /// Leading of a caption's lines, as a share of their size.
    static let captionLeading = Fraction(5, 4)

    func captionLayout(in width: Length) -> CaptionLayout {
        var layout = CaptionLayout()
        if let caption { layout.caption = breakLines(caption, into: Measure(width: width)) }
        if let credit { layout.credit = breakLines(credit, into: Measure(width: width)) }
        if layout.credit.count == 1, let last = layout.caption.last, last.fit.shrinkTotal == 0,
            last.fit.short >= layout.credit[0].fit.natural + (credit?.em ?? 0)
        {
            layout.sharesLine = true
        }
        return layout
    }

    /// Whole rows for the caption with a little air above it.
    func captionRows(in width: Length, pitch: Length) -> Int {
        guard let text = caption ?? credit else { return 0 }
        let lines = captionLayout(in: width).lineCount
        let height = MeasuredPicture.captionLeading.of(Length(scaled: text.em)) * lines
        return max(1, (height - pitch / 8).rows(of: pitch))
    }
}
