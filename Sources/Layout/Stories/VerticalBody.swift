/// A body that runs down, shaped as one text: its paragraphs are the stretches between line breaks.
public struct VerticalBody: Sendable {
    public var text: ShapedText
    /// What each of `text.segments` is.
    var kinds: [Kind]

    enum Kind { case paragraph, crosshead, verse, byline }
}

/// Lines of a body that runs down, side by side, the first at the right (段).
struct VerticalBand: Hashable, Sendable {
    /// Each line with its place, counted from the right: the byline may share its place with the line that it ends.
    var lines: [PlacedLine]
    /// How many places there are.
    var places: Int
    /// From the middle of the first line to that of the last place.
    var spread: Length

    struct PlacedLine: Hashable, Sendable {
        var line: Line
        var place: Int
    }

    /// How far a line stands from the first.
    func distance(to place: Int) -> Length { places > 1 ? spread * place / (places - 1) : .zero }
}

extension BodyShaper {
    /// Everything in body size: crossheads, quotations, verse and byline are told apart by their face and place.
    func verticalBody(of story: Story) throws(M.Failure) -> VerticalBody {
        var spans: [StyledSpan] = []
        var kinds: [VerticalBody.Kind] = []
        func style(_ role: Role) -> RoleStyle {
            var style = house[role]
            style.font.size = house[.body].font.size
            return style
        }
        func add(_ added: [StyledSpan], _ kind: VerticalBody.Kind) {
            let text = added.map(\.text).joined()
            let stretches = text.split(separator: "\n").count { $0.contains { $0 != " " && $0 != "\u{3000}" } }
            guard stretches > 0 else { return }
            if !spans.isEmpty { spans.append(StyledSpan("\n", style(.body))) }
            spans += added
            kinds += Array(repeating: kind, count: stretches)
        }
        func set(_ paragraph: Paragraph, _ role: Role) -> [StyledSpan] {
            paragraph.spans.map { span in
                var styled = styled(span, role, runsDown: true)
                if !span.emphasis.contains(.superior) { styled.style.font.size = house[.body].font.size }
                return styled
            }
        }
        var opening = story.dateline.map { [StyledSpan($0 + " ", style(.dateline))] } ?? []
        for block in story.body {
            switch block {
            case .paragraph(let paragraph):
                add(opening + set(paragraph, .body), .paragraph)
                opening = []
            case .listItem(let label, let paragraph):
                add([StyledSpan(label, style(.body))] + set(paragraph, .body), .paragraph)
            case .crosshead(let paragraph): add(set(paragraph, .crosshead), .crosshead)
            case .quote(let paragraph): add(set(paragraph, .quote), .paragraph)
            case .verse(let paragraph): add(set(paragraph, .verse), .verse)
            case .table: break
            }
        }
        if !opening.isEmpty { add(opening, .paragraph) }
        if !story.byline.isEmpty {
            add([StyledSpan("（" + story.byline.joined(separator: " ") + "）", style(.byline))], .byline)
        }
        let text = try shape(spans, .body, direction: .topToBottom)
        return VerticalBody(text: text, kinds: kinds)
    }
}

extension MeasuredStory {
    /// Whether its body runs down.
    var runsDown: Bool {
        parts.contains { if case .vertical = $0 { true } else { false } }
    }
}

extension VerticalBody {
    /// Its lines in so many characters, each with its place.
    fileprivate func lines(characters: Int) -> [VerticalBand.PlacedLine] {
        let em = Length(scaled: text.em)
        let height = em * characters
        var placed: [VerticalBand.PlacedLine] = []
        var place = 0
        for (segment, kind) in zip(text.segments, kinds) {
            var lines: [Line]
            switch kind {
            case .paragraph:
                let measure = Measure(width: height, firstIndent: text.rules.indent.of(em))
                lines = breakLines(text, units: segment, into: measure, hanging: text.rules.hanging)
            case .crosshead:
                lines = breakLines(text, units: segment, into: Measure(width: height, firstIndent: em * 2))
            case .verse:
                lines = breakLines(text, units: segment, into: Measure(width: height, hangingIndent: em))
            case .byline:
                lines = breakLines(text, units: segment, into: Measure(width: height))
                // At the foot; on the last line where there is room for it.
                for index in lines.indices {
                    lines[index].fit = text.fit(lines[index].units, into: lines[index].measure, isLast: true)
                    lines[index].indent = max(0, lines[index].fit.short)
                }
                if let last = placed.last, lines.count == 1, lines[0].fit.natural + text.em <= last.line.fit.short {
                    place -= 1
                }
            }
            for line in lines {
                placed.append(VerticalBand.PlacedLine(line: line, place: place))
                place += 1
            }
        }
        return placed
    }
}

/// How a body that runs down is set in one measure: so many bands, their lines so many rows long.
private struct BandPlan {
    var bands: Int
    var rows: Int
    var lines: [VerticalBand.PlacedLine]

    var places: Int { (lines.last?.place ?? -1) + 1 }
}

extension MeasuredStory {
    /// Lines that run down are readable up to so many characters; a longer text goes on in a band below (分段).
    private static let mostRows = 19
    private static let leastRows = 5
    /// How many rows longer than they need to be a band's lines may be made to fill a rectangle.
    private static let mostLonger = 6

    /// How many lines stand side by side.
    private func places(in measure: Length) -> Int {
        max(1, (measure + pitch - em) / pitch)
    }

    /// The characters of a line: whole ones, and one em at least that parts the band from what stands below.
    private func characters(rows: Int) -> Int { max(1, (pitch * rows - em) / em) }

    private func bandPlan(of body: VerticalBody, measure: Length) -> BandPlan {
        let capacity = places(in: measure)
        func plan(_ bands: Int, _ rows: Int) -> BandPlan {
            BandPlan(bands: bands, rows: rows, lines: body.lines(characters: characters(rows: rows)))
        }
        let longest = plan(1, MeasuredStory.mostRows)
        let bands = max(1, (longest.places + capacity - 1) / capacity)
        // The shortest lines with which so many bands hold everything.
        var low = MeasuredStory.leastRows
        var best = BandPlan(bands: bands, rows: longest.rows, lines: longest.lines)
        var high = longest.rows
        while low < high {
            let middle = (low + high) / 2
            let tried = plan(bands, middle)
            if tried.places <= bands * capacity {
                best = tried
                high = middle
            } else {
                low = middle + 1
            }
        }
        return best
    }

    private var verticalPart: (part: Int, body: VerticalBody)? {
        for (index, part) in parts.enumerated() {
            if case .vertical(let body) = part { return (index, body) }
        }
        return nil
    }

    /// How many rows longer than by nature the body can be made: until its lines, fewer then, would stand too far apart.
    func mostLongerBands(measure: Length) -> Int {
        guard let (_, body) = verticalPart else { return 0 }
        let plan = bandPlan(of: body, measure: measure)
        let capacity = places(in: measure)
        var rows = 0
        while rows < MeasuredStory.mostLonger {
            let places =
                body.lines(characters: characters(rows: plan.rows + rows + 1)).last.map { $0.place + 1 } ?? 0
            guard places * 5 >= capacity * plan.bands * 4 else { break }
            rows += 1
        }
        return rows * plan.bands
    }

    /// All of the story, so many rows longer than by nature.
    func bands(measure: Length, longer: Int) -> [FlowLine] {
        let plain = flowLines(measure: measure)
        guard longer != 0, let (part, body) = verticalPart else { return plain }
        let bands = bands(of: body, part: part, measure: measure, longer: longer)
        return plain.prefix { $0.part < part } + bands + plain.drop { $0.part <= part }
    }

    func bands(of body: VerticalBody, part: Int, measure: Length, longer: Int = 0) -> [FlowLine] {
        var plan = bandPlan(of: body, measure: measure)
        let spare = longer % plan.bands
        if longer >= plan.bands {
            plan.rows += longer / plan.bands
            plan.lines = body.lines(characters: characters(rows: plan.rows))
        }
        // All bands hold as many lines but the last; they are spread over the measure, at most a quarter further apart than rows.
        let places = (plan.places + plan.bands - 1) / plan.bands
        let spread = max(.zero, min(measure - em, pitch * max(0, places - 1) * 5 / 4))
        return (0..<plan.bands).map { band in
            let range = band * places..<(band + 1) * places
            let lines = plan.lines.filter { range.contains($0.place) }.map {
                VerticalBand.PlacedLine(line: $0.line, place: $0.place - range.lowerBound)
            }
            return FlowLine(
                part: part, content: .verticalBand(VerticalBand(lines: lines, places: places, spread: spread)),
                rows: plan.rows + (band < spare ? 1 : 0), breakCost: 0)
        }
    }
}
