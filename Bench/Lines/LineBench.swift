import Foundation
import Layout
import Render

/// How well and how fast paragraphs are broken into lines, in the real faces.
@main struct LineBench {
    static let usage = """
        line-bench quality [--measure 13] [--price NAME=NUMBER]… FILE…   what running prose looks like
        line-bench lines   [--measure 13] [--over 80] FILE…              its loosest lines, and stops squeezed
        line-bench curve   [--measure 13] FILE…                          what squeezing sentence stops trades for
        line-bench speed   FILE…                                         36 000 to 4 000 000 characters
        Files hold a paragraph a line; of Markdown, a story's paragraphs are taken and nothing else. Faces come from fonts/ of the current folder.
        """

    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let command = arguments.isEmpty ? "" : arguments.removeFirst()
        var measure = 13
        var costs = LineCosts.standard
        var over = 80
        var files: [String] = []
        while !arguments.isEmpty {
            let word = arguments.removeFirst()
            switch word {
            case "--measure": measure = Int(arguments.isEmpty ? "" : arguments.removeFirst()) ?? measure
            case "--over": over = Int(arguments.isEmpty ? "" : arguments.removeFirst()) ?? over
            case "--price":
                let parts = (arguments.isEmpty ? "" : arguments.removeFirst()).split(separator: "=")
                guard parts.count == 2, let value = Int(parts[1]), costs.set(String(parts[0]), to: value) else {
                    return complain("no such price")
                }
            default: files.append(word)
            }
        }
        guard !files.isEmpty else { return complain(usage) }
        let paragraphs = try files.flatMap { file in
            let text = try String(contentsOfFile: file, encoding: .utf8)
            return file.hasSuffix(".md") ? storyParagraphs(text) : text.split(separator: "\n").map(String.init)
        }
        let bench = try Prose(paragraphs)
        switch command {
        case "quality":
            print(Figures.head)
            print(bench.figures(measure: measure, costs: costs).row(label: "\(measure) em"))
        case "lines": bench.printLines(measure: measure, over: over, costs: costs)
        case "curve": printCurve(bench, measure: measure)
        case "speed": try printSpeed(paragraphs)
        default: complain(usage)
        }
    }

    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        exit(64)
    }
}

/// The plain paragraphs of a story in Markdown, front matter, heads, lists, tables, quotations and verse left out.
func storyParagraphs(_ markdown: String) -> [String] {
    let parts = markdown.components(separatedBy: "---\n")
    guard parts.count >= 3 else { return [] }
    let paragraphs = parts[2...].joined(separator: "---\n").components(separatedBy: "\n\n")
    return paragraphs.compactMap { paragraph in
        let text = paragraph.trimmingCharacters(in: .newlines)
        guard let first = text.first, !"#>|-*!\\[".contains(first), !text.contains("  \n"), !text.contains("\\\n")
        else {
            return nil
        }
        return text.filter { !"*\n`".contains($0) }
    }
}

/// Paragraphs shaped in body type.
struct Prose {
    let texts: [ShapedText]

    init(_ paragraphs: [String]) throws {
        let measurer = HarfBuzzMeasurer(try TypeCase(folder: "fonts"))
        let style = HouseStyle.standard[.body]
        var texts: [ShapedText] = []
        for paragraph in paragraphs {
            texts.append(
                try shape(
                    [StyledSpan(paragraph, style)], em: style.font.size, rules: TextRules(), hyphenates: true,
                    with: measurer))
        }
        self.texts = texts
    }

    func figures(measure: Int, costs: LineCosts) -> Figures {
        var figures = Figures()
        for text in texts { figures.add(lines(of: text, measure: measure, costs: costs), of: text) }
        return figures
    }

    /// Lines whose joints are stretched by more than so many thousandths of an em, and those that squeeze a sentence stop.
    func printLines(measure: Int, over limit: Int, costs: LineCosts) {
        for text in texts {
            for line in lines(of: text, measure: measure, costs: costs) {
                let fit = line.fit
                guard fit.perJoint > limit || fit.stopShrink > 0 || fit.overfull > 0 else { continue }
                let what = fit.overfull > 0 ? "over" : fit.stopShrink > 0 ? "stop" : "\(fit.perJoint)"
                print(what, text.text(of: line.units), separator: "\t")
            }
        }
    }

    private func lines(of text: ShapedText, measure: Int, costs: LineCosts) -> [Line] {
        let em = Length(scaled: text.em)
        return breakLines(text, into: Measure(width: em * measure, firstIndent: em * 2), costs: costs)
    }
}

extension LineCosts {
    mutating func set(_ name: String, to value: Int) -> Bool {
        switch name {
        case "stop-touched": stopBlank.touched = value
        case "stop-full": stopBlank.full = value
        case "pause-touched": pauseBlank.touched = value
        case "pause-full": pauseBlank.full = value
        case "bracket-touched": bracketBlank.touched = value
        case "bracket-full": bracketBlank.full = value
        case "gap-touched": hanWestern.touched = value
        case "gap-full": hanWestern.full = value
        case "stretch-divisor": stretchDivisor = value
        case "end-touched": endBlank.touched = value
        case "end-full": endBlank.full = value
        case "tightest": (tightest, tightestOfAll, tooTight.from) = (value, max(value, tightestOfAll), value)
        case "tightest-of-all": tightestOfAll = value
        case "too-tight": tooTight.price = value
        case "blanks-from": blanksFrom = value
        case "blank": mostPerBlank = value
        case "tighten-touched": tightenTouched = value
        case "tighten-divisor": tightenDivisor = value
        case "short-last": shortLastLine = value
        case "visible-from": visible.from = value
        case "visible-price": visible.price = value
        case "loose-from": loose.from = value
        case "loose-price": loose.price = value
        case "jump": tightnessJump = value
        case "lone": loneLetter = value
        default: return false
        }
        return true
    }
}
