import Testing

@testable import Layout

/// What happens at the ends of lines, and where nothing good can be found.
@Suite struct LineEdgeTests {
    @Test(arguments: [
        // text, measure in em, whether marks hang, the first line
        ("一二三四五，甲乙丙丁戊", 5, false, "一二三四"),
        ("一二三四五六七八，甲乙丙", 8, true, "一二三四五六七八，"),
        ("一二三四五六七八。甲乙丙", 8, true, "一二三四五六七八。"),
        ("一二三四五六七八、甲乙丙", 8, true, "一二三四五六七八、"),
        // Only these three hang, and none in a run of marks.
        ("一二三四五；甲乙丙丁戊", 5, true, "一二三四"),
        ("一二三四五？甲乙丙丁戊", 5, true, "一二三四"),
        ("一二三四五六七八九“十”，甲乙丙丁戊", 11, true, "一二三四五六七八九“十”，"),
    ])
    func hanging(text: String, measure: Int, hangs: Bool, first: String) {
        let text = shaped(text)
        let lines = breakLines(text, into: Measure(width: .points(measure * 10)), hanging: hangs)
        #expect(text.text(of: lines[0].units) == first)
    }

    /// The joint in front of a hanging mark takes nothing: the last character stands at the measure's edge.
    @Test func aHangingMarkStretchesNothing() {
        let text = shaped("一二三四A五六七八九，甲乙丙")
        let lines = breakLines(text, into: Measure(width: .points(100)), hanging: true)
        let placed = text.place(lines[0])
        #expect(lines[0].fit.isHanging)
        #expect(placed.right == Length.points(100).scaled)
        #expect(placed.lefts.last == placed.right)
    }

    /// 13.5 em of text in 13: a mark at the end gives what is blank behind its ink, and joints are drawn a little closer
    /// rather than spread by an em.
    @Test func halfAnEmIsPushedIn() throws {
        let text = shaped("一二三四五六七八九十甲乙丙，丁戊己庚辛")
        let line = try #require(breakLines(text, into: Measure(width: .points(130))).first)
        #expect(text.text(of: line.units) == "一二三四五六七八九十甲乙丙，")
        #expect(line.fit.endTrim > 0)
        #expect(line.fit.perJoint < 0 && line.fit.perJoint >= -LineCosts.standard.tightest)
        #expect(text.place(line).right == line.measure)
    }

    @Test func joinedLinesAreNeverCloserThanAllowed() {
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = shaped(randomProse(using: &random))
            let lines = breakLines(text, into: Measure(width: .points(130), firstIndent: .points(20)))
            #expect(lines.allSatisfy { $0.fit.perJoint >= -LineCosts.standard.tightestOfAll })
        }
    }

    /// Twelve em of text in thirteen, and a number that does not fit behind them: the blank of a mark takes what the joints would
    /// gape by, up to a quarter em; a line without marks shares it among its joints.
    @Test(arguments: [
        ("一二三四五，六七八九十甲1234567乙丙丁戊", 60), ("一二（三四五）六七八九十1234567乙丙丁戊", 60), ("一二三四五六七八九十甲子1234567乙丙丁戊", 90),
    ])
    func blanksOfMarksTakeWhatWouldGape(copy: String, most: Int) throws {
        let text = shaped(copy)
        let line = try #require(breakLines(text, into: Measure(width: .points(130))).first)
        #expect(text.text(of: line.units).unicodeScalars.count == 12)
        #expect(line.fit.perJoint <= most + 8)
        #expect((line.fit.blankStretch > 0) == (most == 60))
        #expect(line.fit.blankStretch <= text.em / 4 * text.totals(of: line.units).blanks)
        #expect(text.place(line).right == line.measure)
    }

    /// A word that cannot be parted, 0.55 em too long for its line: drawn in by up to 0.08 em a joint rather than left to gape.
    @Test func aLineIsDrawnInFurtherBeforeItGapes() throws {
        let text = shaped("这次我国政府在加入WTOOOO之前，再次主动")
        let line = try #require(breakLines(text, into: Measure(width: .points(116))).first)
        #expect(text.text(of: line.units) == "这次我国政府在加入WTOOOO")
        #expect(line.fit.perJoint < -LineCosts.standard.tightest)
        #expect(line.fit.perJoint >= -LineCosts.standard.tightestOfAll)
    }

    /// Two em of room for a run of four half-em marks: it is parted, behind a closing mark, and that is known.
    @Test func aRunOfMarksThatDoesNotFitIsParted() {
        let text = shaped("一”）。』二")
        let lines = breakLines(text, into: Measure(width: .points(20)))
        #expect(lines.contains { $0.breaksRule })
        #expect(lines.allSatisfy { $0.fit.overfull == 0 })
        #expect(lines.map { text.text(of: $0.units) }.joined() == text.text)
        #expect(!breakLines(shaped("一二”）。三四"), into: Measure(width: .points(40))).contains { $0.breaksRule })
    }

    /// The room of each line by itself, as beside a picture that is set in.
    @Test(arguments: 0..<40)
    func everyLineHasItsOwnRoom(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = shaped(randomProse(using: &random))
        let rooms = [(60, 140), (60, 140), (30, 170), (0, 200)].map {
            Measure.Room(indent: .points($0.0), width: .points($0.1))
        }
        let lines = breakLines(text, into: Measure(width: .points(200), first: rooms))
        for (index, line) in lines.enumerated() {
            let room = index < rooms.count ? rooms[index] : Measure.Room(indent: .zero, width: .points(200))
            #expect(line.indent == room.indent && line.measure == room.width)
            if !line.isLast, line.fit.short == 0, line.fit.overfull == 0 {
                #expect(text.place(line).right == room.indent + room.width)
            }
        }
        #expect(
            lines.map { text.text(of: $0.units) }.joined().filter { $0 != " " } == text.text.filter { $0 != " " })
    }
}
