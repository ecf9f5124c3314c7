import Layout

/// A small generator of random numbers that is the same everywhere (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A story as numbers: enough to say what each rectangle would cost.
struct SyntheticStory {
    var name: String
    var characters: Int
    var priority: Int
    /// Characters of the headline.
    var headline = 14
    var hasDeck = false
    /// Width over height, in hundredths, of each picture.
    var pictures: [Int] = []
    var isFiller = false
    /// Whether the head may stand on end.
    var hasVerticalHead = false
    var keep: Int?

    /// The sizes of `HouseStyle.standard`.
    static let ladders = [
        1: [12, 13, 14, 15, 16], 2: [13, 14, 15, 16, 18], 3: [18, 20, 22, 24, 26], 4: [24, 26, 28, 30, 32, 36],
        5: [36, 40, 44, 48, 52, 56, 60],
    ]

    func item(on grid: PageGrid = .broadsheet) -> PlanItem {
        var fills: [[Fill?]] = []
        var alternatives: [[[Fill]]] = []
        for columns in 1...grid.columns {
            let heads = heads(columns, grid)
            var byRows: [Fill?] = [], others: [[Fill]] = []
            for rows in 1...grid.rows {
                let all = ways(columns, rows, heads, grid)
                let best = all.min { $0.cost < $1.cost }
                byRows.append(best)
                var rest: [Fill] = []
                if let best, best.cornerHeads.left || best.cornerHeads.right {
                    for corners in [(false, true), (true, false), (false, false)] {
                        if let fill = all.filter({ $0.cornerHeads == .init(left: corners.0, right: corners.1) })
                            .min(by: { $0.cost < $1.cost })
                        {
                            rest.append(fill)
                        }
                    }
                }
                others.append(rest.sorted { $0.cost < $1.cost })
            }
            fills.append(byRows)
            alternatives.append(others)
        }
        return PlanItem(
            name: name, priority: priority, isFiller: isFiller, fills: fills, alternatives: alternatives)
    }

    private struct Head {
        var size: Int
        var lines: Int
        var rows: Int
        var cost: Int
    }

    /// The ways to set the head over some columns, the best first.
    private func heads(_ columns: Int, _ grid: PageGrid) -> [Head] {
        let measure = (columns * grid.characters + columns - 1) * 9
        var heads: [Head] = []
        let ladder = Self.ladders[priority]!
        for size in ladder {
            let capacity = measure / size
            guard capacity >= 3 else { continue }
            let lines = (headline + capacity - 1) / capacity
            guard lines <= 3 else { continue }
            let deck = hasDeck && columns >= 2 ? 2 : 0
            let rows = (lines * size * 115 + 1_199) / 1_200 + deck + (priority >= 3 ? 2 : 1)
            var cost = 0
            // In thousandths: how much of its lines the head fills.
            let filled = headline * size * 1_000 / (lines * measure)
            if filled < 750 { cost += 20 * (750 - filled) / 100 }
            cost += (lines - 1) * 2
            cost += (ladder.last! - size) * 2 / 6
            heads.append(Head(size: size, lines: lines, rows: rows, cost: cost))
        }
        return heads.sorted { ($0.cost, $0.size) < ($1.cost, $1.size) }
    }

    private func ways(_ columns: Int, _ rows: Int, _ heads: [Head], _ grid: PageGrid) -> [Fill] {
        let text = (characters + grid.characters - 1) / grid.characters + 4
        var ways: [Fill] = []
        func add(
            _ head: Head, area: Int, cost: Int, corners: Fill.CornerHeads, pictures: [PictureSetting], reserved: Int
        ) {
            var need = area + text
            var extra = 0
            // Up to two more rows of white about the head.
            while extra < 2, need + columns <= columns * rows {
                need += columns
                extra += 1
            }
            let white = max(0, columns * rows - need), overset = max(0, need - columns * rows)
            let leg = rows - reserved
            guard leg >= 2, overset < text else { return }
            var cost = cost + head.cost + extra * 3
            cost += white <= 2 ? white * 10 : white * white * 5
            cost += overset * 15
            cost += max(0, 8 - leg) * 2 + max(0, leg - 64) / 2
            // 3 · ln² of the aspect against 1.3, from a table in hundredths.
            let aspect = columns * (grid.characters * 9 + 9) * 100 / (rows * 12)
            cost += aspectCost(aspect)
            ways.append(
                Fill(
                    setting: StorySetting(
                        head: HeadSetting(size: .points(head.size), lines: head.lines), pictures: pictures,
                        innerColumns: columns, extraRows: extra),
                    cost: cost, overset: overset, white: white, cornerHeads: corners))
        }
        for head in heads.prefix(2) {
            let area = head.rows * columns
            if pictures.isEmpty {
                add(
                    head, area: area, cost: 0, corners: .init(left: true, right: true), pictures: [],
                    reserved: head.rows)
                continue
            }
            for span in 1...columns {
                for crop in [0, -10, 10] {
                    var tall = 0
                    for aspect in pictures {
                        let width = (span * grid.characters + span - 1) * 9
                        tall += (width * 100 / aspect * (100 + crop) / 100 + 11) / 12 + 2
                    }
                    guard tall + head.rows + 3 <= rows || span == columns else { continue }
                    let cost =
                        abs(crop) * 30 / 100 + (span == columns && columns > 2 ? 4 : 0)
                        + (span * 2 < columns ? 3 : 0)
                    let picture = [PictureSetting(picture: 0, columns: 0..<span, rows: 0..<tall)]
                    add(
                        head, area: area + span * tall, cost: cost, corners: .init(left: true, right: true),
                        pictures: picture, reserved: span == columns ? head.rows + tall : head.rows)
                    if span == columns {
                        // The picture over the head.
                        add(
                            head, area: area + span * tall, cost: cost + 4,
                            corners: .init(left: false, right: false),
                            pictures: picture, reserved: head.rows + tall)
                    } else if columns - span >= 2, let narrow = self.heads(columns - span, grid).first {
                        // The picture beside the head, reaching the top.
                        for left in [true, false] {
                            add(
                                narrow, area: narrow.rows * (columns - span) + span * tall, cost: cost + 5,
                                corners: .init(left: !left, right: left), pictures: picture,
                                reserved: max(narrow.rows, 0))
                        }
                    }
                }
            }
        }
        // A vertical head in a column of its own.
        if hasVerticalHead, columns >= 2, pictures.isEmpty, let size = Self.ladders[priority]!.last,
            rows * 12 >= headline * size / 2
        {
            let lines = (headline * size + rows * 12 - 1) / (rows * 12)
            if lines * size <= grid.characters * 9 {
                let head = Head(size: size, lines: lines, rows: 0, cost: 8)
                add(head, area: rows, cost: 0, corners: .init(left: false, right: true), pictures: [], reserved: 0)
                ways[ways.count - 1].cornerHeads = .init(left: false, right: false)
                ways[ways.count - 1].setting.head.direction = .vertical
            }
        }
        return ways
    }

    private func aspectCost(_ hundredths: Int) -> Int {
        // |ln(a / 1.3)| in tenths by repeated steps of e^0.1 ≈ 1.105.
        var tenths = 0
        var high = max(hundredths, 130) * 1_000, low = min(hundredths, 130) * 1_000
        if low == 0 { low = 1_000 }
        while high > low, tenths < 60 {
            high = high * 1_000 / 1_105
            tenths += 1
        }
        return 3 * tenths * tenths / 100
    }
}

enum PlanSamples {
    /// A page of nine stories, like an inner broadsheet page.
    static let nine: [SyntheticStory] = [
        .init(name: "主任调研", characters: 900, priority: 5, headline: 14, hasDeck: true, pictures: [150]),
        .init(name: "新桥通车", characters: 700, priority: 4, headline: 12, hasDeck: true, pictures: [150]),
        .init(name: "秋粮丰收", characters: 650, priority: 4, headline: 13),
        .init(name: "社区食堂", characters: 420, priority: 3, headline: 12, pictures: [140]),
        .init(name: "图书馆夜场", characters: 400, priority: 3, headline: 11),
        .init(name: "公交调线", characters: 350, priority: 3, headline: 12),
        .init(name: "天气", characters: 180, priority: 1, headline: 9),
        .init(name: "停水通知", characters: 150, priority: 1, headline: 10),
        .init(name: "招聘会", characters: 140, priority: 1, headline: 8),
    ]

    /// Stories for a page of so many, filling about `percent` of `area` column-rows.
    static func random(_ count: Int, area: Int, percent: Int = 100, seed: Int, grid: PageGrid = .broadsheet)
        -> [SyntheticStory]
    {
        var random = Seeded(seed)
        var stories: [SyntheticStory] = []
        for index in 0..<count {
            let priority =
                index == 0 ? 5 : index < 1 + count / 4 ? 4 : index < 1 + count * 2 / 3 ? 3 : index % 2 + 1
            let characters =
                switch priority {
                case 5: Int.random(in: 800...1_100, using: &random)
                case 4: Int.random(in: 550...800, using: &random)
                case 3: Int.random(in: 280...500, using: &random)
                default: Int.random(in: 100...200, using: &random)
                }
            let hasPicture = priority >= 3 && Int.random(in: 0..<3, using: &random) == 0
            stories.append(
                .init(
                    name: "\(priority)-\(Character(UnicodeScalar(UInt8(97 + index % 26))))", characters: characters,
                    priority: priority, headline: Int.random(in: 8...16, using: &random),
                    hasDeck: priority >= 4,
                    pictures: hasPicture ? [Int.random(in: 12...17, using: &random) * 10] : []))
        }
        // Scale the text so that the natural areas make the page.
        for _ in 0..<2 {
            let total = stories.reduce(0) { $0 + $1.item(on: grid).naturalArea }
            let wanted = area * percent / 100
            for index in stories.indices {
                stories[index].characters = max(
                    60,
                    stories[index].characters + (wanted - total) * grid.characters
                        * stories[index].characters / stories.reduce(0) { $0 + $1.characters })
            }
        }
        return stories
    }
}
