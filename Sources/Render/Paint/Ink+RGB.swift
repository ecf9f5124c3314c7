import Layout

extension Ink {
    /// The ink on a screen; the only place where ink becomes RGB.
    var rgb: (red: Double, green: Double, blue: Double) {
        switch self {
        case .paper: (1, 1, 1)
        case .black(let black): Ink.mixed(0, 0, 0, black, tone: 1000)
        case .process(let cyan, let magenta, let yellow, let black):
            Ink.mixed(cyan, magenta, yellow, black, tone: 1000)
        case .spot(_, let cyan, let magenta, let yellow, let black, let tone):
            Ink.mixed(cyan, magenta, yellow, black, tone: tone)
        }
    }

    private static func mixed(
        _ cyan: Int, _ magenta: Int, _ yellow: Int, _ black: Int, tone: Int
    ) -> (red: Double, green: Double, blue: Double) {
        func light(_ ink: Int) -> Double {
            1 - Double(min(max(ink, 0), 1000) * min(max(tone, 0), 1000)) / 1_000_000
        }
        return (light(cyan) * light(black), light(magenta) * light(black), light(yellow) * light(black))
    }
}
