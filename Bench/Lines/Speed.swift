import Foundation
import Layout
import Render

/// Breaking and justifying at one measure after shaping: the time, and that it grows with the text and no faster.
func printSpeed(_ paragraphs: [String]) throws {
    let prose = try Prose(paragraphs)
    let characters = prose.texts.reduce(0) { $0 + $1.count }
    print("characters    median ms    ns a character")
    for wanted in [36_000, 360_000, 4_000_000] {
        let texts = repeated(prose.texts, to: wanted, of: characters)
        report(texts, times: wanted > 1_000_000 ? 3 : 15)
    }
    // The same in a single paragraph.
    let joined = paragraphs.joined()
    for wanted in [36_000, 360_000, 4_000_000] {
        let text = String(repeating: joined, count: (wanted + characters - 1) / characters)
        report(try Prose([text]).texts, times: wanted > 1_000_000 ? 3 : 15, note: "in one paragraph")
    }
}

private func repeated(_ texts: [ShapedText], to wanted: Int, of each: Int) -> [ShapedText] {
    var result: [ShapedText] = []
    var count = 0
    var next = 0
    while count < wanted {
        result.append(texts[next])
        count += texts[next].count
        next = (next + 1) % texts.count
    }
    return result
}

private func report(_ texts: [ShapedText], times: Int, note: String = "") {
    let count = texts.reduce(0) { $0 + $1.count }
    var runs: [Double] = []
    var sink = 0
    for _ in 0..<times {
        // Time of this core's work: what else the machine does is left out.
        let start = clock()
        do {
            for text in texts {
                let em = Length(scaled: text.em)
                for line in breakLines(text, into: Measure(width: em * 13, firstIndent: em * 2)) {
                    sink &+= text.place(line).right
                }
            }
        }
        runs.append(Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
    }
    runs.sort()
    let median = runs[runs.count / 2]
    let nanoseconds = Int(median * 1e6 / Double(count))
    print("\(count)".leading(14) + "\(Double(Int(median * 100)) / 100)".leading(13) + "\(nanoseconds)  \(note)")
    if sink == 0 { print("") }
}

extension String {
    fileprivate func leading(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
