import Testing

@testable import Layout

/// Paragraphs that copy-fitting asks for a line more or fewer.
@Suite struct LineCountTests {
    @Test(arguments: 0..<60)
    func exactlySoManyLines(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = shaped(randomProse(using: &random))
        let measure = Measure(width: .points(130), firstIndent: .points(20))
        let natural = breakLines(text, into: measure)
        for count in [natural.count - 1, natural.count, natural.count + 1] {
            guard let reset = breakLines(text, into: measure, count: count, stretchLimit: 95) else { continue }
            #expect(reset.lines.count == count)
            let set = reset.lines.map { text.text(of: $0.units) }.joined()
            #expect(set.filter { $0 != " " } == text.text.filter { $0 != " " })
            #expect(reset.lines.allSatisfy { $0.fit.cost < LineCosts.standard.loneLetter })
            for line in reset.lines where !line.isLast {
                #expect(line.fit.perJoint <= 95 && line.fit.overfull == 0)
                #expect(text.place(line).right == measure.width)
            }
        }
    }

    /// Where stops hang, they hang in paragraphs that copy-fitting sets too.
    @Test func stopsHang() {
        var hanging = 0
        for seed in 0..<40 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = shaped(randomProse(using: &random))
            let measure = Measure(width: .points(130), firstIndent: .points(20))
            let count = breakLines(text, into: measure, hanging: true).count
            for wanted in [count - 1, count, count + 1] where wanted > 0 {
                let reset = breakLines(text, into: measure, count: wanted, stretchLimit: 95, hanging: true)
                for line in reset?.lines ?? [] where line.fit.isHanging {
                    #expect(text.mayHang[line.units.upperBound - 1])
                    hanging += 1
                }
            }
        }
        #expect(hanging > 0)
    }

    /// It happens often enough to be of use.
    @Test func manyParagraphsHaveALineToGive() {
        var given = 0
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = shaped(randomProse(using: &random))
            let measure = Measure(width: .points(130), firstIndent: .points(20))
            let natural = breakLines(text, into: measure).count
            if breakLines(text, into: measure, count: natural + 1, stretchLimit: 95) != nil { given += 1 }
        }
        #expect(given > 15)
    }
}
